//! A sheet with its merged cells resolved: a cell that a merge covers downwards says what the merge's first cell says.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::ledger::{SheetName, Text};
use crate::sheet::table::{Address, Area, Row, Table, Value};

/// A sheet, ready to be asked what stands where.
pub(super) struct Grid<'a> {
    /// The sheet as it was read.
    pub table: &'a Table,
    /// Its name and its workbook's, shared by everything that is read from it.
    pub sheet: Arc<SheetName>,
    /// Merges by their first cell.
    areas: BTreeMap<Address, Area>,
    /// Merges over more than one row, by their first column, ascending by row.
    down: BTreeMap<u32, Vec<Area>>,
}

/// What stands in a cell, and in which cell it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing<'a> {
    /// The cell that holds it: the first of a merged area.
    pub at: Address,
    /// What it holds.
    pub value: &'a Value,
}

impl<'a> Grid<'a> {
    pub(super) fn new(workbook: &Text, table: &'a Table) -> Self {
        let sheet = Arc::new(SheetName { workbook: workbook.clone(), sheet: table.name.clone() });
        let areas: BTreeMap<Address, Area> = table.merges.iter().map(|area| (area.first, *area)).collect();
        let mut down: BTreeMap<u32, Vec<Area>> = BTreeMap::new();
        for area in areas.values().filter(|area| area.last.row > area.first.row) {
            down.entry(area.first.column).or_default().push(*area);
        }
        Self { table, sheet, areas, down }
    }

    /// The rows that hold anything.
    pub(super) fn rows(&self) -> &'a [Row] {
        &self.table.rows
    }

    /// What stands in a column of a row, by itself or by a merge that covers it from above.
    pub(super) fn at(&self, row: &'a Row, column: u32) -> Option<Standing<'a>> {
        if let Some(value) = row.value(column) {
            return Some(Standing { at: Address { row: row.number, column }, value });
        }
        let area = self.down_over(row.number, column)?;
        let value = self.table.value(area.first)?;
        Some(Standing { at: area.first, value })
    }

    /// The same of the columns of a row one after the other, which are mostly asked for in their order; `next` is where the next of its
    /// cells is looked for first.
    pub(super) fn in_turn(&self, row: &'a Row, column: u32, next: &mut usize) -> Option<Standing<'a>> {
        let cell = row.cells.get(*next).filter(|cell| cell.column == column);
        let standing = match cell {
            Some(cell) => Some(Standing { at: Address { row: row.number, column }, value: &cell.value }),
            None if is_between(row, column, *next) && self.down.is_empty() => None,
            None => {
                *next = row.cells.partition_point(|cell| cell.column < column);
                self.at(row, column)
            }
        };
        *next += usize::from(row.cells.get(*next).is_some_and(|cell| cell.column == column));
        standing
    }

    /// The merge over several rows that covers a cell and starts in its column.
    pub(super) fn down_over(&self, row: u32, column: u32) -> Option<Area> {
        let areas = self.down.get(&column)?;
        let after = areas.partition_point(|area| area.first.row <= row);
        let area = areas[after.checked_sub(1)?];
        (row <= area.last.row).then_some(area)
    }

    /// The merge that starts in a cell.
    pub(super) fn area_from(&self, at: Address) -> Option<Area> {
        self.areas.get(&at).copied()
    }

    /// The last column that a cell takes up: its own, or the last of the merge that starts in it.
    pub(super) fn last_column(&self, at: Address) -> u32 {
        self.area_from(at).map_or(at.column, |area| area.last.column)
    }

    /// The last row that a cell takes up.
    pub(super) fn last_row(&self, at: Address) -> u32 {
        self.area_from(at).map_or(at.row, |area| area.last.row)
    }
}

/// Whether a column lies between this cell of a row and the one before it, where nothing stands.
fn is_between(row: &Row, column: u32, cell: usize) -> bool {
    let is_behind = cell.checked_sub(1).is_none_or(|before| row.cells[before].column < column);
    is_behind && row.cells.get(cell).is_none_or(|cell| column < cell.column)
}

/// The words of a value, where it is words.
pub(super) fn words(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}
