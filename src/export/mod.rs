//! A ledger written down again: as JSON in the API's shapes, as the workbook that it came from, as a Fides manifest, or in the terms of
//! the W3C Data Privacy Vocabulary; findings as a workbook of their own; and of requests the letters and the register.

mod columns;
mod csv;
mod dpv;
mod fides;
mod json;
pub mod letter;
mod pen;
mod proof;
mod register;
mod report;
mod sheets;
mod unexpressed;
mod words;
mod xlsx;

pub use csv::{csv, harmless};
pub use dpv::record;
pub use fides::manifest;
pub use json::{Document, FindingView, Names};
pub use register::{register, register_workbook};
pub use report::findings_workbook;
pub use sheets::{Sheet, Written, sheets};
pub use unexpressed::Unexpressed;
pub use xlsx::{template, workbook};
