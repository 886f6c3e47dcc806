//! Groups of labels that stand in a column of their own, left of the labels of a form: 保管 beside 場所 and 期間, 媒体 beside 紙 and 電子.

use std::collections::BTreeMap;

use crate::sheet::table::{Address, Row};

use super::grid::{Grid, words};

/// The most letters of a group.
const LONGEST: usize = 20;

/// The group of each row of a form, where it has a column of groups, which is taken from those of the labels.
pub(super) fn side_groups<'a>(grid: &Grid<'a>, labels: &mut Vec<u32>) -> BTreeMap<u32, &'a str> {
    let (group, of) = match labels.as_slice() {
        [first, second, ..] if first + 1 == *second => (*first, *second),
        [first, ..] if *first > 0 => (first - 1, *first),
        _ => return BTreeMap::new(),
    };
    if !holds_groups(grid, group, of) {
        return BTreeMap::new();
    }
    labels.retain(|column| *column != group);
    let mut groups = BTreeMap::new();
    let mut last: Option<(u32, &'a str, Option<u32>)> = None;
    for row in grid.rows() {
        let own = row.value(group).and_then(words);
        let until = || grid.area_from(Address { row: row.number, column: group }).map(|area| area.last.row);
        last = match (own, last) {
            (Some(text), _) => (row.cells.len() > 1).then(|| (row.number, text, until())),
            // Without a merge a group ends at a blank row.
            (None, Some((above, text, end))) if end.map_or(above + 1 == row.number, |end| row.number <= end) => {
                Some((row.number, text, end))
            }
            _ => None,
        };
        if let Some((_, text, _)) = last.filter(|_| row.value(of).is_some()) {
            groups.insert(row.number, text);
        }
    }
    groups
}

/// Whether a column holds groups of the labels in the one to its right: each of its words stands beside a label, and there are more labels.
fn holds_groups(grid: &Grid<'_>, group: u32, of: u32) -> bool {
    let label = |row: &Row| row.value(of).and_then(words).is_some();
    let beside: Vec<&Row> = grid.rows().iter().filter(|row| row.value(group).is_some() && row.cells.len() > 1).collect();
    let is_group = |row: &&Row| {
        let text = row.value(group).and_then(words);
        label(row) && text.is_some_and(|text| text.chars().count() <= LONGEST && text.contains(char::is_alphabetic))
    };
    let labels = grid.rows().iter().filter(|row| label(row)).count();
    beside.len() >= 2 && labels > beside.len() && beside.iter().all(is_group)
}

/// The group of each row of a form whose second column is one choice of what the first one names, marked for each record: 紙 and 電子 beside
/// 媒体, and below each record ○ or nothing. The column of choices is taken from those of the labels.
pub(super) fn choices<'a>(grid: &Grid<'a>, labels: &mut Vec<u32>) -> BTreeMap<u32, &'a str> {
    let Some(group) = labels.first().copied() else { return BTreeMap::new() };
    let of = group + 1;
    let is_mark = |text: &str| text.trim().chars().count() == 1 && !text.contains(char::is_alphanumeric);
    let is_choice = |row: &Row| {
        let marks = || row.cells.iter().filter(|cell| cell.column > of);
        row.value(of).and_then(words).is_some_and(|text| !is_mark(text)) && marks().all(|cell| words(&cell.value).is_some_and(is_mark))
    };
    let mut choices = BTreeMap::new();
    let mut last: Option<(u32, &'a str)> = None;
    for row in grid.rows() {
        let own = row.value(group).and_then(words);
        last = match last {
            _ if row.value(of).is_none() => None,
            // Values stand in the column of the choices: it is none.
            _ if !is_choice(row) => return BTreeMap::new(),
            Some((above, text)) if own.is_none() && above + 1 == row.number => Some((row.number, text)),
            _ => own.map(|text| (row.number, text)),
        };
        choices.extend(last);
    }
    let marked = grid.rows().iter().filter(|row| choices.contains_key(&row.number) && row.cells.iter().any(|cell| cell.column > of));
    if choices.len() < 2 || marked.count() * 2 < choices.len() {
        return BTreeMap::new();
    }
    labels.retain(|column| *column != of);
    choices
}
