//! Findings while they are gathered: which entry and which organization they are about is settled at the end.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::finding::{Code, Finding};
use crate::ledger::{CellName, Field, SheetName, Source, Text};
use crate::sheet::table::{Address, Value};

use super::cell::Doubt;

/// What was found while reading, in the order read.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Each with the position of the entry that it is about.
    pub findings: Vec<(Option<usize>, Finding)>,
    /// Which of them are doubts about cells: a cell that many rows take over is doubted once.
    doubted: BTreeMap<(Code, Arc<SheetName>, CellName), usize>,
}

impl Found {
    /// Notes a finding about no entry.
    pub(super) fn note(&mut self, code: Code, words: &[&str], sources: Vec<Source>) {
        self.push(None, code, words.iter().map(|word| Text::from(*word)).collect(), sources);
    }

    /// Notes doubts about a cell.
    pub(super) fn doubt(&mut self, entry: Option<usize>, doubts: Vec<Doubt>, source: &Source) {
        for doubt in doubts {
            let cell = (doubt.code, source.sheet.clone(), source.cell.clone());
            if !self.doubted.contains_key(&cell) {
                self.doubted.insert(cell, self.findings.len());
                self.push(entry, doubt.code, doubt.words, vec![source.clone()]);
            }
        }
    }

    /// Takes in what was found in further rows, whose first entry has this position.
    pub(super) fn append(&mut self, further: Self, first: usize) {
        let mut doubts: BTreeMap<usize, _> = further.doubted.into_iter().map(|(cell, nth)| (nth, cell)).collect();
        for (nth, (entry, finding)) in further.findings.into_iter().enumerate() {
            if let Some(cell) = doubts.remove(&nth) {
                if self.doubted.contains_key(&cell) {
                    continue;
                }
                self.doubted.insert(cell, self.findings.len());
            }
            self.findings.push((entry.map(|entry| first + entry), finding));
        }
    }

    pub(super) fn push(&mut self, entry: Option<usize>, code: Code, words: Vec<Text>, sources: Vec<Source>) {
        let finding = Finding { code, organization: "".into(), entry: None, words, sources, basis: Vec::new() };
        self.findings.push((entry, finding));
    }
}

/// The source of a field in a cell.
pub(super) fn source(field: Field, sheet: &Arc<SheetName>, at: Address, value: &Value) -> Source {
    let text = match value {
        Value::Text(text) => text.clone(),
        other => other.text().as_ref().into(),
    };
    Source { field, sheet: sheet.clone(), cell: cell_name(at), text }
}

/// The name of the cell at an address.
pub(super) fn cell_name(at: Address) -> CellName {
    CellName::at(at.row, at.column)
}
