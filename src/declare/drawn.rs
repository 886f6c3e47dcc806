//! Sheets drawn as text, for tests: a row a line, cells between bars, `⏎` for a line end within a cell, `<12>` for a number.

use std::collections::BTreeSet;

use crate::finding::{Code, Finding};
use crate::ledger::Entry;
use crate::sheet::table::{Address, Area, Cell, Row, Table, Value, Workbook};
use crate::vocabulary::Vocabulary;

use super::{Declared, Options, declare};

/// A sheet drawn as text. A line `~ A1:B2 C3:C4` names merged areas.
pub(super) fn sheet(name: &str, drawing: &str) -> Table {
    let mut table = Table { name: name.into(), ..Table::default() };
    let mut number = 0;
    for line in drawing.trim_matches('\n').lines().map(str::trim) {
        if let Some(merges) = line.strip_prefix("~ ") {
            table.merges.extend(merges.split(' ').map(area));
            continue;
        }
        number += 1;
        let cells = line.split('|').enumerate().filter(|(_, text)| !text.trim().is_empty());
        let cells: Vec<Cell> =
            cells.map(|(column, text)| Cell { column: u32::try_from(column).unwrap(), value: value(text.trim()) }).collect();
        if !cells.is_empty() {
            table.rows.push(Row { number, hidden: false, cells });
        }
    }
    table
}

fn value(text: &str) -> Value {
    if let Some(number) = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).and_then(|number| number.parse().ok()) {
        return Value::Number(number);
    }
    match text.strip_prefix('=') {
        Some(formula) => Value::Formula(formula.into()),
        None if text.starts_with("#REF") => Value::Error(text.into()),
        None => Value::Text(text.replace('⏎', "\n").as_str().into()),
    }
}

fn area(text: &str) -> Area {
    let (first, last) = text.split_once(':').unwrap();
    Area { first: address(first), last: address(last) }
}

fn address(text: &str) -> Address {
    let digits = text.find(|letter: char| letter.is_ascii_digit()).unwrap();
    let column = text[..digits].bytes().fold(0, |column, letter| column * 26 + u32::from(letter - b'A') + 1) - 1;
    Address { row: text[digits..].parse().unwrap(), column }
}

/// A workbook of these sheets.
pub(super) fn workbook(name: &str, tables: Vec<Table>) -> Workbook {
    Workbook { name: name.into(), tables, ..Workbook::default() }
}

/// What one workbook of these sheets declares, and what was found.
pub(super) fn read(tables: Vec<Table>) -> (Declared, Vec<Finding>) {
    let (declared, findings) =
        declare(&[workbook("drawn.xlsx", tables)], &Options { organization: None, vocabulary: Vocabulary::built_in() });
    (declared.into_iter().next().unwrap(), findings)
}

/// The entries of one sheet, each as the words that a test names.
pub(super) fn told(drawing: &str, tell: impl Fn(&Entry) -> String) -> Vec<String> {
    read(vec![sheet("台帳", drawing)]).0.entries.iter().map(tell).collect()
}

/// The cells that findings of a kind are about.
pub(super) fn cells(findings: &[Finding], code: Code) -> BTreeSet<String> {
    findings
        .iter()
        .filter(|finding| finding.code == code)
        .flat_map(|finding| finding.sources.iter().map(|source| source.cell.to_string()))
        .collect()
}
