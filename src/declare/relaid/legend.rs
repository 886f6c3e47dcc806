//! A legend right of the table that it explains, in the same rows: it is laid below the table, where legends are looked for.

use crate::ledger::{fold, is_same_word};
use crate::sheet::table::{Address, Row, Table};
use crate::vocabulary::Concept;

use super::moved::Moved;
use super::{SEARCHED, known};
use crate::declare::column::bare;
use crate::declare::grid::{Grid, words};
use crate::declare::header::Headings;
use crate::declare::settle::is_of_ledger;

/// The most cells that a row of a legend has.
const WIDEST: usize = 6;
/// The rows of a legend are no more than these.
const LONGEST: usize = 200;
/// What a legend says of itself above its first row.
const TITLES: [&str; 9] = ["凡例", "記号の凡例", "記号の説明", "記号の意味", "コード表", "コード一覧", "区分コード表", "区分表", "略号表"];

/// The sheet with its legend below everything else.
pub(super) fn laid<'a>(grid: &Grid<'a>, headings: &mut Headings<'a>) -> Option<(Table, Moved)> {
    let (from, edge) = title(grid)?;
    let is_apart = edge > 0 && grid.rows().iter().all(|row| is_open(grid, row, edge - 1));
    let beside = |row: &Row| row.cells.partition_point(|cell| cell.column < edge);
    let legend: Vec<&Row> = grid.rows()[from..].iter().filter(|row| beside(row) < row.cells.len()).collect();
    let is_slim = legend.len() <= LONGEST && legend.iter().all(|row| row.cells.len() - beside(row) <= WIDEST);
    // Above the heading of the table it is read where it stands.
    let heads = |row: &'a Row, headings: &mut Headings<'a>| {
        let known = known(row, headings).into_iter();
        is_of_ledger(
            &known.filter(|(column, _)| *column < edge).filter_map(|(_, concept)| concept).collect::<std::collections::BTreeSet<Concept>>(),
        )
    };
    let head = grid.rows().iter().take(SEARCHED).find(|row| heads(row, headings))?;
    let reaches_table = legend.iter().any(|row| row.number > head.number && beside(row) > 0);
    if !is_apart || !is_slim || legend.len() < 3 || !reaches_table {
        return None;
    }
    let (first, last) = (legend[0].number, grid.rows().last()?.number);
    let mut table = grid.table.clone();
    let mut moved = Moved::default();
    let mut below: Vec<Row> = Vec::with_capacity(legend.len());
    for row in legend {
        let number = last + 2 + row.number - first;
        let cells = row.cells[beside(row)..].to_vec();
        let places = cells.iter().map(|cell| cell.column);
        moved.cells.extend(places.map(|column| (Address { row: number, column }, Address { row: row.number, column })));
        below.push(Row { number, hidden: false, cells });
    }
    let is_of_legend = |row: u32, column: u32| row >= first && column >= edge;
    for row in &mut table.rows {
        row.cells.retain(|cell| !is_of_legend(row.number, cell.column));
    }
    table.rows.retain(|row| !row.cells.is_empty());
    table.merges.retain(|area| !is_of_legend(area.first.row, area.first.column));
    table.rows.extend(below);
    Some((table, moved))
}

/// The row, as a position, and the column in which a legend says that it is one, with something left of it in that row or below.
fn title(grid: &Grid<'_>) -> Option<(usize, u32)> {
    let is_title = |text: &str| {
        let bare =
            bare(text.trim_matches(['【', '】', '＜', '＞', '<', '>', '［', '］', '[', ']', '《', '》', '「', '」', '※', ' ', '\u{3000}']));
        !fold(&bare).is_empty() && TITLES.iter().any(|title| is_same_word(title, &bare))
    };
    grid.rows().iter().take(SEARCHED).enumerate().find_map(|(at, row)| {
        let last = row.cells.last()?;
        let is_right = grid.rows()[at..].iter().take(SEARCHED).any(|row| row.cells.first().is_some_and(|cell| cell.column < last.column));
        (is_right && words(&last.value).is_some_and(is_title)).then_some((at, last.column))
    })
}

/// Whether nothing stands in a column of a row, and no merge reaches into it.
fn is_open(grid: &Grid<'_>, row: &Row, column: u32) -> bool {
    let left = row.cells.iter().take_while(|cell| cell.column <= column).last();
    left.is_none_or(|cell| grid.last_column(Address { row: row.number, column: cell.column }) < column)
}
