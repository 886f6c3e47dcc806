//! What reading has brought so far.

use std::sync::Arc;

use crate::ledger::{Country, Entry, SheetName};
use crate::sheet::table::Address;
use crate::vocabulary::Vocabulary;

use super::found::Found;

/// What the ledgers of an organization said, in the order read.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The entries.
    pub entries: Vec<Entry>,
    /// Where each of them stands.
    pub origins: Vec<Origin>,
    /// What was found.
    pub found: Found,
}

impl Read {
    /// Makes room for so many more entries.
    pub(super) fn expect(&mut self, entries: usize) {
        self.entries.reserve(entries);
        self.origins.reserve(entries);
    }

    /// Takes in what was read of further rows.
    pub(super) fn append(&mut self, mut further: Self) {
        self.found.append(further.found, self.entries.len());
        self.entries.append(&mut further.entries);
        self.origins.append(&mut further.origins);
    }
}

/// Where an entry stands.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    /// The sheet.
    pub sheet: Arc<SheetName>,
    /// The cell of its number, where its ledger has a place for numbers.
    pub number: Option<Address>,
    /// The first cell of it.
    pub first: Address,
}

/// What holds for all sheets of an organization.
#[derive(Clone, Copy)]
pub(super) struct Setting<'v> {
    /// The words that are known.
    pub vocabulary: &'v Vocabulary,
    /// Where the organization is at home.
    pub home: Country,
    /// Whether several sheets of the workbook are named after parts of the organization.
    pub sheets_are_units: bool,
}
