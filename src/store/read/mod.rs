//! From rows to the ledger's values, naming table, column and key where a row cannot be understood.

pub(super) mod entries;
pub(super) mod findings;
mod merge;
pub(super) mod organizations;
mod procedures;
pub(super) mod words;
