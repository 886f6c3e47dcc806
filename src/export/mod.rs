//! A ledger written down again: as JSON in the API's shapes, or as the workbook that it came from; and findings as a workbook of their own.

mod columns;
mod csv;
mod json;
mod pen;
mod proof;
mod report;
mod sheets;
mod words;
mod xlsx;

pub use csv::{csv, harmless};
pub use json::{Document, FindingView, Names};
pub use report::findings_workbook;
pub use sheets::{Sheet, Written, sheets};
pub use xlsx::{template, workbook};
