//! What is said of a ledger sheet as a whole: which rows were passed over and why, what is hidden, which columns no field takes.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::finding::Code;
use crate::ledger::{Field, Source};
use crate::sheet::table::{Address, Row};

use super::column::{About, Column};
use super::found::{Found, cell_name, source};
use super::grid::Grid;
use super::likely;
use super::line::{Line, Reason};
use super::read::Read;
use super::section::Section;

/// Rows that were passed over, by the reason.
pub(super) type Passed = BTreeMap<Reason, Vec<Source>>;
/// The most cells that one finding names.
const MOST_CELLS: usize = 200;

/// Notes that a row was passed over.
pub(super) fn pass(grid: &Grid<'_>, row: &Row, reason: Reason, passed: &mut Passed) {
    if let Some(cell) = row.cells.first() {
        let at = Address { row: row.number, column: cell.column };
        passed.entry(reason).or_default().push(source(Field::OtherColumns, &grid.sheet, at, &cell.value));
    }
}

/// Notes that a heading only repeats the one above.
pub(super) fn pass_heading(grid: &Grid<'_>, section: &Section, passed: &mut Passed) {
    let Some(table) = section.tables.first() else {
        return;
    };
    for row in &grid.rows()[table.rows.0..=table.rows.1] {
        pass(grid, row, Reason::Heading, passed);
    }
}

/// Notes what stands beside a table in rows in which the table itself has nothing.
pub(super) fn pass_beside(grid: &Grid<'_>, section: &Section, lines: &[Line], reach: &Range<u32>, passed: &mut Passed) {
    let rows = &grid.rows()[section.body.0..section.body.1];
    for (row, _) in rows.iter().zip(lines).filter(|(_, line)| **line == Line::Blank) {
        for cell in row.cells.iter().filter(|cell| reach.contains(&cell.column)) {
            let at = Address { row: row.number, column: cell.column };
            passed.entry(Reason::Beside).or_default().push(source(Field::OtherColumns, &grid.sheet, at, &cell.value));
        }
    }
}

/// Says which rows were passed over and why.
pub(super) fn mention_passed(passed: Passed, found: &mut Found) {
    for (reason, mut sources) in passed {
        let count = sources.len().to_string();
        sources.truncate(MOST_CELLS);
        let [japanese, english] = reason.words();
        found.note(Code::RowPassedOver, &[japanese, english, &count], sources);
    }
}

/// Says which rows were passed over and why, which columns no field takes (those without a heading, each under the row of its table's
/// heading, among them), and what is hidden.
pub(super) fn report(grid: &Grid<'_>, sections: &[Section], unheaded: &[(usize, Column)], passed: Passed, into: &mut Read) {
    mention_passed(passed, &mut into.found);
    let mut unknown: Vec<Source> = Vec::new();
    let mut hidden: Vec<Source> = Vec::new();
    let mut hidden_before = BTreeSet::new();
    let tables = sections.iter().filter(|section| !section.repeated).flat_map(|section| &section.tables);
    let headed = tables.flat_map(|table| table.columns.iter().map(|column| (table.rows.1, column)));
    for (row, column) in headed.chain(unheaded.iter().map(|(row, column)| (*row, column))) {
        let at = Address { row: grid.rows()[row].number, column: column.index };
        let at_heading =
            Source { field: Field::OtherColumns, sheet: grid.sheet.clone(), cell: cell_name(at), text: column.heading.clone() };
        if grid.table.hidden_columns.contains(&column.index) && hidden_before.insert(column.index) {
            hidden.push(at_heading.clone());
        }
        likely::report(column, &at_heading, &mut into.found);
        if column.about == About::Beside {
            unknown.push(at_heading);
        }
    }
    mention_beside(unknown, &mut into.found);
    if !hidden.is_empty() {
        let words = hidden.iter().map(|source| source.text.as_ref()).collect::<Vec<_>>().join("、");
        into.found.note(Code::HiddenColumns, &[&words], hidden);
    }
    let body = sections.iter().flat_map(|section| &grid.rows()[section.body.0..section.body.1]);
    let rows: Vec<Source> = body
        .filter(|row| row.hidden)
        .filter_map(|row| {
            let cell = row.cells.first()?;
            Some(source(Field::OtherColumns, &grid.sheet, Address { row: row.number, column: cell.column }, &cell.value))
        })
        .collect();
    if !rows.is_empty() {
        let count = rows.len().to_string();
        into.found.note(Code::HiddenRows, &[&count], rows.into_iter().take(MOST_CELLS).collect());
    }
}

/// Says which columns, or labels of forms, no field takes.
pub(super) fn mention_beside(unknown: Vec<Source>, found: &mut Found) {
    if !unknown.is_empty() {
        let words = each_once(&unknown).join("、");
        found.note(Code::ColumnKeptBeside, &[&words], unknown);
    }
}

/// The headings, each once: tables of a sheet may have the same.
fn each_once(of: &[Source]) -> Vec<&str> {
    let mut before = BTreeSet::new();
    of.iter().map(|source| source.text.as_ref()).filter(|text| before.insert(*text)).collect()
}
