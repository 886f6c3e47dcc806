//! From a file to located cells. Knows spreadsheets, knows no ledger.

pub mod table;
