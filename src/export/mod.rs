//! A ledger written down again: as JSON in the API's shapes, or as the sheets of the workbook that it came from.

mod json;
mod sheets;
mod words;

pub use json::{Document, FindingView};
pub use sheets::{Sheet, sheets};
