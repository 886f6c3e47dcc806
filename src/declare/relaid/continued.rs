//! Tables that are too wide for a page and go on to the right or further down, the number and the name of each record once more under
//! other headings: the parts are drawn together by the number.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashMap, HashMapExt as _};

use crate::ledger::fold;
use crate::sheet::table::{Address, Cell, Row, Table};
use crate::vocabulary::Concept;

use super::moved::Moved;
use super::stacked::head_of;
use super::width;
use crate::declare::column::{About, Column};
use crate::declare::grid::{Grid, words};
use crate::declare::header::{self, Header, Headings};

/// The columns of the numbers and the names.
#[derive(Clone, Copy)]
struct Naming {
    number: u32,
    name: u32,
}

impl Naming {
    /// What the cells of a row under number and name say; nothing where one of them is blank.
    fn of(self, grid: &Grid<'_>, row: &Row) -> Option<(String, String)> {
        let text = |column: u32| row.value(column).map(|value| fold(&value.text())).filter(|text| !text.is_empty());
        let covered = |column: u32| grid.down_over(row.number, column).is_some_and(|area| area.first.row < row.number);
        if covered(self.number) { None } else { Some((text(self.number)?, text(self.name)?)) }
    }
}

/// The first table's heading, and where its numbers and names stand: the first column whose heading is a number's, and the name beside it.
fn first_table<'a>(grid: &Grid<'a>, headings: &mut Headings<'a>) -> Option<(Header, Naming)> {
    let header = header::next(grid, 0, grid.rows().len(), headings)?;
    let number = header.column(Concept::ControlNo)?.index;
    let after = header.columns.iter().find(|column| column.index > number)?;
    let is_name = |column: &&Column| column.about == About::One(Concept::Name);
    let name = header.columns.iter().find(is_name).map_or(after.index, |column| column.index);
    Some((header, Naming { number, name }))
}

/// A sheet in which the columns further right say more of the record in their row: number and name stand there again, and are taken out.
pub(super) fn beside<'a>(grid: &Grid<'a>, headings: &mut Headings<'a>) -> Option<(Table, Moved)> {
    let (header, first) = first_table(grid, headings)?;
    let heading = |column: u32| header.columns.iter().find(|of| of.index == column).map(|of| fold(&of.heading));
    let again = |column: u32| {
        let text = heading(column)?;
        header.columns.iter().map(|of| of.index).find(|other| *other > column && heading(*other).as_ref() == Some(&text))
    };
    let second = Naming { number: again(first.number)?, name: again(first.name)? };
    let (from, last) = (second.number.min(second.name), second.number.max(second.name));
    let own: BTreeSet<String> = header.columns.iter().filter(|of| of.index < from).filter_map(|of| heading(of.index)).collect();
    let mut further = header.columns.iter().filter(|of| of.index > last).filter_map(|of| heading(of.index)).peekable();
    let is_between = |of: &Column| (from..=last).contains(&of.index) && of.index != second.number && of.index != second.name;
    further.peek()?;
    if first.name.max(first.number) >= from || further.any(|text| own.contains(&text)) || header.columns.iter().any(is_between) {
        return None;
    }
    let body = &grid.rows()[header.rows.1 + 1..];
    let pairs = || body.iter().filter_map(|row| Some((first.of(grid, row)?, second.of(grid, row)?)));
    let (same, all) = (pairs().filter(|(one, other)| one == other).count(), pairs().count());
    // What is taken out must stand in the first part too.
    let says_more = |row: &Row| {
        let again = |of: u32, column: u32| match (row.value(of), row.value(column)) {
            (one, Some(other)) => one.map(|one| fold(&one.text())) == Some(fold(&other.text())),
            _ => true,
        };
        let taken_out = row.cells.iter().filter(|cell| (from..=last).contains(&cell.column));
        let is_other = taken_out.clone().any(|cell| cell.column != second.number && cell.column != second.name);
        let is_title = row.cells.iter().filter(|cell| cell.column >= from).count() == 1;
        !is_title && (is_other || !again(first.number, second.number) || !again(first.name, second.name))
    };
    if same == 0 || same < all || body.iter().any(says_more) {
        return None;
    }
    Some(without_columns(grid, header.columns.iter().rev().find(|of| of.index < from)?.index + 1, last))
}

/// The sheet without these columns; what stands in them above the heading moves to the right.
fn without_columns(grid: &Grid<'_>, from: u32, last: u32) -> (Table, Moved) {
    let by = last - from + 1;
    let mut moved = Moved { columns: Some((from, by)), ..Moved::default() };
    let mut table = head_of(grid.table);
    let hidden = &grid.table.hidden_columns;
    table.hidden_columns =
        hidden.iter().filter(|column| !(from..=last).contains(column)).map(|column| shifted(*column, last, by)).collect();
    for row in grid.rows() {
        let mut cells: Vec<Cell> = Vec::with_capacity(row.cells.len());
        let alone = row.cells.iter().filter(|cell| cell.column >= from).count() == 1;
        for cell in &row.cells {
            if (from..=last).contains(&cell.column) {
                // The title of the further part.
                if alone {
                    let before = Address { row: row.number, column: cell.column };
                    moved.cells.insert(Address { column: from, ..before }, before);
                    cells.push(Cell { column: from, value: cell.value.clone() });
                }
            } else {
                cells.push(Cell { column: shifted(cell.column, last, by), value: cell.value.clone() });
            }
        }
        if !cells.is_empty() {
            table.rows.push(Row { number: row.number, hidden: row.hidden, cells });
        }
    }
    for mut area in grid.table.merges.iter().copied() {
        if (from..=last).contains(&area.first.column) {
            continue;
        }
        area.first.column = shifted(area.first.column, last, by);
        area.last.column =
            if area.last.column >= from && area.last.column <= last { from - 1 } else { shifted(area.last.column, last, by) };
        if area.first != area.last {
            table.merges.push(area);
        }
    }
    (table, moved)
}

fn shifted(column: u32, last: u32, by: u32) -> u32 {
    if column > last { column - by } else { column }
}

/// A part of a table further down.
struct Further {
    /// The row of its heading, as a position.
    heading: usize,
    /// The columns that it adds.
    columns: Vec<u32>,
    /// Its records, each with the one above that has the same number and name, as positions.
    records: BTreeMap<usize, usize>,
}

/// A sheet in which a table further down says more of the same records: number and name stand there again, under the same headings, and all
/// other headings are new.
pub(super) fn below<'a>(grid: &Grid<'a>, headings: &mut Headings<'a>) -> Option<(Table, Moved)> {
    let rows = grid.rows();
    let (header, first) = first_table(grid, headings)?;
    let text_in = |row: &'a Row, column: u32| row.value(column).and_then(words);
    let top = &rows[header.rows.0..=header.rows.1];
    let text_of = |column: u32| top.iter().rev().find_map(|row| text_in(row, column));
    let (number, name) = (text_of(first.number)?, text_of(first.name)?);
    for (at, row) in rows.iter().enumerate().skip(header.rows.1 + 1) {
        let column_of = |text: &str| row.cells.iter().find(|cell| words(&cell.value) == Some(text)).map(|cell| cell.column);
        if row.cells.len() >= 3
            && let Some((number, name)) = column_of(number).zip(column_of(name))
            && let Some(further) = further(grid, (&header, first), at, Naming { number, name }, headings)
        {
            return drawn_together(grid, &header, &further);
        }
    }
    None
}

/// The part whose heading is this row, if all its records stand above.
fn further<'a>(
    grid: &Grid<'a>,
    (header, first): (&Header, Naming),
    at: usize,
    naming: Naming,
    headings: &mut Headings<'a>,
) -> Option<Further> {
    let rows = grid.rows();
    let own: BTreeSet<String> = header.columns.iter().map(|column| fold(&column.heading)).collect();
    // A heading of more rows than one is merged down or stands under groups: its names are read as those of one row are not.
    let adds = |cell: &&Cell| cell.column != naming.number && cell.column != naming.name;
    let texts: Vec<String> = rows[at].cells.iter().filter(adds).map(|cell| fold(&cell.value.text())).collect();
    let known = rows[at].cells.iter().filter(adds).filter(|cell| headings.of(&cell.value).is_some()).count();
    if texts.iter().any(|text| own.contains(text)) || known * 2 < texts.len() || texts.is_empty() {
        return None;
    }
    let mut above: HashMap<(String, String), Option<usize>> = HashMap::new();
    for (nth, row) in rows.iter().enumerate().take(at).skip(header.rows.1 + 1) {
        if let Some(named) = first.of(grid, row) {
            above.entry(named).and_modify(|twice| *twice = None).or_insert(Some(nth));
        }
    }
    let mut records = BTreeMap::new();
    let heading = naming.of(grid, &rows[at]);
    for (nth, row) in rows.iter().enumerate().skip(at + 1) {
        let Some(named) = naming.of(grid, row) else {
            // A row with a number, or with values, and no name is no record of this part.
            if row.cells.len() >= 3 {
                return None;
            }
            continue;
        };
        if Some(&named) == heading.as_ref() {
            break;
        }
        let onto = (*above.get(&named)?)?;
        // 同上 means the record above, which must be the same one. What stands under no heading of this part would be left behind.
        let is_under = |cell: &Cell| rows[at].value(cell.column).is_some();
        if records.last_key_value().is_some_and(|(_, last)| *last >= onto) || !row.cells.iter().all(is_under) {
            return None;
        }
        records.insert(nth, onto);
    }
    let columns = rows[at].cells.iter().filter(adds).map(|cell| cell.column).collect();
    // A table of what was done with some of the records has not all of them.
    let has_most = !records.is_empty() && records.len() * 4 >= above.len() * 3;
    (has_most && !is_of_events(rows, at)).then_some(Further { heading: at, columns, records })
}

/// Whether the line above a heading says that the table is of what happened to the records: 廃棄記録, 持出し履歴.
fn is_of_events(rows: &[Row], at: usize) -> bool {
    let above = at.checked_sub(1).map(|above| &rows[above]);
    let title = above.filter(|above| above.cells.len() == 1).and_then(|above| words(&above.cells[0].value));
    title.is_some_and(|title| ["記録", "履歴", "実績", "ログ", "申請"].iter().any(|word| title.contains(word)))
}

/// The sheet with the rows of the further part behind those of the first.
fn drawn_together(grid: &Grid<'_>, header: &Header, further: &Further) -> Option<(Table, Moved)> {
    let rows = grid.rows();
    let mut moved = Moved::default();
    let mut table = head_of(grid.table);
    let until = further.heading;
    let ends = rows[header.rows.0..until].iter().filter_map(|row| row.cells.last()).map(|cell| cell.column);
    let next_free = ends.max()?.max(header.columns.last()?.index) + 1;
    let is_free = |from: u32| grid.table.merges.iter().all(|area| area.last.column < from || area.first.row >= rows[until].number);
    let from = if is_free(next_free) { next_free } else { width(grid) };
    let mut onto: BTreeMap<usize, usize> = further.records.iter().map(|(below, above)| (*above, *below)).collect();
    onto.insert(header.rows.0, until);
    for (nth, row) in rows.iter().enumerate() {
        if nth == until || further.records.contains_key(&nth) {
            continue;
        }
        let mut cells = row.cells.clone();
        if let Some(more) = onto.get(&nth).map(|below| &rows[*below]) {
            for (column, before) in (from..).zip(&further.columns) {
                let at = Address { row: more.number, column: *before };
                moved.cells.insert(Address { row: row.number, column }, at);
                if let Some(standing) = grid.at(more, *before) {
                    cells.push(Cell { column, value: standing.value.clone() });
                }
            }
        }
        table.rows.push(Row { number: row.number, hidden: row.hidden, cells });
    }
    let is_taken = |row: u32| row >= rows[until].number;
    table.merges = grid.table.merges.iter().filter(|area| !is_taken(area.first.row)).copied().collect();
    Some((table, moved))
}
