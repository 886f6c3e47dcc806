//! Records side by side in a table that is turned: what stands over each, and what is the same as to the left.

use std::collections::BTreeSet;

use crate::sheet::table::{Address, Value};
use crate::vocabulary::Concept;

use super::block::{Block, Labelled};
use super::cell;
use super::column::Column;
use super::grid::{Grid, words};
use super::read::Setting;

/// The most letters of a number that stands over a record.
const LONGEST_NUMBER: usize = 12;

/// A block in which the line 項目｜A-1｜A-2 above the names of records side by side, also without 項目, is of their numbers, where no other
/// is.
pub(super) fn with_numbers(grid: &Grid<'_>, block: &Block, columns: &[u32]) -> Block {
    let mut block = block.clone();
    let has_numbers = block.iter().any(|labelled| labelled.column.only() == Some(Concept::ControlNo));
    let Some(at) = block.iter().position(|labelled| !labelled.is_title()).filter(|_| columns.len() >= 2 && !has_numbers) else {
        return block;
    };
    let first = &mut block[at];
    let asks_little = matches!(first.column.only(), None | Some(Concept::Items | Concept::Capacity | Concept::Media | Concept::Subjects));
    if asks_little && are_numbers(&first.values, columns) {
        first.column = Column { index: first.column.index, ..Column::once(Concept::ControlNo, &first.label) };
        return block;
    }
    let at = first.at;
    let rows = grid.rows();
    let above = rows.binary_search_by_key(&at.row.saturating_sub(1), |row| row.number).map(|nth| &rows[nth]);
    let values: Vec<(Address, Value)> = above
        .iter()
        .flat_map(|row| row.cells.iter().map(|cell| (Address { row: row.number, column: cell.column }, cell.value.clone())))
        .collect();
    if are_numbers(&values, columns) {
        let at = Address { row: at.row - 1, column: at.column };
        block.insert(0, Labelled { column: Column::once(Concept::ControlNo, ""), at, label: String::new(), values });
    }
    block
}

/// Whether a number, each another, stands over each record.
fn are_numbers(values: &[(Address, Value)], columns: &[u32]) -> bool {
    let texts: BTreeSet<String> = values.iter().map(|(_, value)| value.text().trim().to_owned()).collect();
    let is_number = |text: &String| text.contains(char::is_numeric) && text.chars().count() <= LONGEST_NUMBER;
    let stand_over_each = values.iter().map(|(at, _)| at.column).eq(columns.iter().copied());
    stand_over_each && texts.len() == columns.len() && texts.iter().all(is_number)
}

/// A label of records side by side with what is meant by 同左 and 〃, which here are one: what stands to the left.
pub(super) fn with_what_is_meant(grid: &Grid<'_>, labelled: &Labelled, columns: &[u32], setting: Setting<'_>) -> Labelled {
    let mut values: Vec<(Address, Value)> = Vec::with_capacity(labelled.values.len());
    for (at, value) in &labelled.values {
        let nth = columns.partition_point(|column| column < &at.column);
        let left = nth.checked_sub(1).map(|left| columns[left]);
        let before = values.last().filter(|(before, _)| before.row == at.row && left.is_some_and(|left| grid.last_column(*before) >= left));
        let says_same = is_ditto(value, setting) || words(value).is_some_and(|text| matches!(text.trim(), "→" | "⇒"));
        let meant = before.filter(|_| says_same).map_or(value, |(_, meant)| meant);
        values.push((*at, meant.clone()));
    }
    Labelled { values, ..labelled.clone() }
}

/// Whether a cell only says that it says the same as another.
pub(super) fn is_ditto(value: &Value, setting: Setting<'_>) -> bool {
    words(value).is_some_and(|text| cell::is_ditto(text, setting.vocabulary) || cell::is_ditto_left(text, setting.vocabulary))
}

/// What stands beside a label in one of several columns of values.
pub(super) fn of_column(grid: &Grid<'_>, labelled: &Labelled, column: u32) -> Vec<(Address, Value)> {
    let here = labelled.values.iter().filter(|(at, _)| at.column <= column && grid.last_column(*at) >= column);
    here.cloned().collect()
}
