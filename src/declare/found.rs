//! Findings while they are gathered: which entry and which organization they are about is settled at the end.

use std::collections::BTreeSet;
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
    /// Doubts about cells: a cell that many rows take over is doubted once.
    doubted: BTreeSet<(Code, Arc<SheetName>, CellName)>,
}

impl Found {
    /// Notes a finding about no entry.
    pub(super) fn note(&mut self, code: Code, words: &[&str], sources: Vec<Source>) {
        self.push(None, code, words.iter().map(|word| Text::from(*word)).collect(), sources);
    }

    /// Notes doubts about a cell.
    pub(super) fn doubt(&mut self, entry: Option<usize>, doubts: Vec<Doubt>, source: &Source) {
        for doubt in doubts {
            if !self.doubted.insert((doubt.code, source.sheet.clone(), source.cell.clone())) {
                continue;
            }
            self.push(entry, doubt.code, doubt.words, vec![source.clone()]);
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
