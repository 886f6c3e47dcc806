//! Records of two or three rows each, under a heading of as many rows whose headings stand one below the other in a column: 個人情報の名称
//! over 項目, 取得先 over 本人. Each row of a record says what the row of the heading in its place asks for.

use std::collections::{BTreeMap, BTreeSet};

use crate::sheet::table::{Address, Area, Cell, Row, Table, Value};
use crate::vocabulary::Concept;

use super::moved::Moved;
use super::{SEARCHED, adjoin, is_of_headings, known, width};
use crate::declare::grid::{Grid, words};
use crate::declare::header::Headings;
use crate::declare::settle::is_of_ledger;

/// The most rows of a record.
const TALLEST: usize = 3;

/// The most letters of a heading that is not known.
const LONGEST_HEADING: usize = 20;

/// A heading of several rows, one for each row of a record.
struct Stacked {
    /// Its first row, as a position among the sheet's filled rows.
    at: usize,
    /// How many rows it has, and a record.
    height: usize,
    /// A column with one heading for all rows, which is filled once a record: that of the numbers, mostly. None where each column has a
    /// heading for each row.
    key: Option<u32>,
    /// Whether a single heading stands below another, or each column has one for each row: the records must keep to that without exception.
    is_strict: bool,
    /// The headings that take up several columns over others that do not, as the cells of a record in their place must.
    wide: Vec<(u32, u32)>,
}

/// The sheet with each record in one row, the headings of its second row right of those of the first.
pub(super) fn laid<'a>(grid: &Grid<'a>, headings: &mut Headings<'a>) -> Option<(Table, Moved)> {
    let rows = grid.rows();
    let near = 0..rows.len().min(SEARCHED);
    let (stacked, records) = near.filter(|at| is_of_headings(&rows[*at], headings)).collect::<Vec<_>>().into_iter().find_map(|at| {
        let of = |height| of_height(grid, at, height, headings).and_then(|stacked| Some((records(grid, &stacked)?, stacked)));
        (2..=TALLEST).rev().find_map(of).map(|(records, stacked)| (stacked, records))
    })?;
    Some(drawn_together(grid, &stacked, &records))
}

/// The heading of so many rows that begins in a row, if it is one.
fn of_height<'a>(grid: &Grid<'a>, at: usize, height: usize, headings: &mut Headings<'a>) -> Option<Stacked> {
    let rows = grid.rows().get(at..at + height)?;
    let (first, lower) = rows.split_first()?;
    let mut is_known = |row: &'a Row| row.cells.iter().all(|cell| headings.of(&cell.value).is_some());
    let is_drawn = is_drawn(grid, at, height);
    let are_headings = is_drawn || lower.iter().all(&mut is_known) || lower.iter().all(|row| is_of_headings(row, headings));
    let concepts: BTreeSet<Concept> = rows.iter().flat_map(|row| headings.in_row(row)).collect();
    let is_of_table = is_of_ledger(&concepts) && headings.in_row(first).len() >= 3;
    if !is_of_table || !rows.windows(2).all(|pair| adjoin(&pair[0], &pair[1])) || !is_of_headings(first, headings) || !are_headings {
        return None;
    }
    // In a form with two labels a row, each before its value, it is half of them.
    let all = || rows.iter().flat_map(|row| &row.cells);
    if !is_drawn && all().filter(|cell| headings.of(&cell.value).is_some()).count() * 3 < all().count() * 2 {
        return None;
    }
    let (mut stacked, mut again) = (0, 0);
    let mut wide = Vec::new();
    for (nth, row) in lower.iter().enumerate() {
        for (column, concept) in known(row, headings) {
            let (over, cell) = rows[..=nth].iter().rev().find_map(|above| Some((above, over(grid, above, column)?)))?;
            let last = grid.last_column(Address { row: over.number, column: cell.column });
            if last > cell.column && over.number == first.number {
                wide.push((cell.column, last));
            }
            match (headings.of(&cell.value), concept) {
                (Some(above), Some(concept)) if above == concept => again += 1,
                (Some(Concept::Unrelated) | None, _) | (_, None) => {}
                _ => stacked += 1,
            }
        }
    }
    let keys = || first.cells.iter().filter(|cell| lower.iter().all(|row| row.value(cell.column).is_none()));
    let mut naming = keys().filter(|cell| matches!(headings.of(&cell.value), Some(Concept::ControlNo | Concept::Name)));
    let leftmost = rows.iter().filter_map(|row| row.cells.first()).map(|cell| cell.column).min();
    let key = naming.next().or_else(|| keys().next().filter(|cell| Some(cell.column) == leftmost)).map(|cell| cell.column);
    let is_full = || lower.iter().all(|row| row.cells.iter().map(|cell| cell.column).eq(first.cells.iter().map(|cell| cell.column)));
    let suffices = if key.is_some() { stacked >= 1 } else { stacked >= 3 && wide.is_empty() && is_full() };
    let is_strict = stacked == 1 || key.is_none();
    (suffices && stacked > again).then_some(Stacked { at, height, key, is_strict, wide })
}

/// Whether a heading of so many rows is drawn as the records below it are, whatever it says: its first cell, and that of the next two records,
/// is merged over all rows of its own, and the other columns have a word in each row.
fn is_drawn(grid: &Grid<'_>, at: usize, height: usize) -> bool {
    let rows = grid.rows();
    let Some(key) = rows[at].cells.first().map(|cell| cell.column) else { return false };
    let is_tall = |row: &Row| {
        let area = grid.down_over(row.number, key).filter(|area| area.first.row == row.number);
        area.is_some_and(|area| (area.last.row - area.first.row) as usize + 1 == height)
    };
    let others = rows[at].cells.len() - 1;
    let is_full = |row: &Row| row.cells.len() * 5 >= others * 4 && row.value(key).is_none();
    let is_word = |cell: &Cell| words(&cell.value).is_some_and(|text| text.chars().count() <= LONGEST_HEADING);
    let heading = &rows[at..(at + height).min(rows.len())];
    heading[1..].iter().all(|row| is_full(row) && row.cells.iter().all(is_word))
        && (0..3).all(|nth| rows.get(at + nth * height).is_some_and(is_tall))
}

/// The cell of a row that stands over a column, by itself or by a merge to the right.
fn over<'a>(grid: &Grid<'a>, row: &'a Row, column: u32) -> Option<&'a Cell> {
    let cell = &row.cells[row.cells.partition_point(|cell| cell.column <= column).checked_sub(1)?];
    (grid.last_column(Address { row: row.number, column: cell.column }) >= column).then_some(cell)
}

/// The records below a heading, and the heading itself wherever it stands, each as the position of its first row and how many it takes up;
/// nothing where the rows do not keep to that.
fn records(grid: &Grid<'_>, stacked: &Stacked) -> Option<BTreeMap<usize, usize>> {
    let rows = grid.rows();
    let mut records = BTreeMap::from([(stacked.at, stacked.height)]);
    let (mut whole, mut others, mut unnumbered) = (0, 0, 0);
    let begins = |row: &Row| {
        stacked.key.is_some_and(|key| {
            let is_tall = || grid.down_over(row.number, key).is_some_and(|area| area.first.row == row.number);
            row.value(key).is_some() || is_tall()
        })
    };
    let mut at = stacked.at + stacked.height;
    while at < rows.len() {
        let (start, row) = (at, &rows[at]);
        at += 1;
        let follows = records.last_key_value().is_some_and(|(first, tall)| first + tall == start && adjoin(&rows[start - 1], row));
        let is_record = begins(row) || (follows || stacked.key.is_none()) && row.cells.len() >= 2;
        if !is_record {
            continue;
        }
        let last = row.number + u32::try_from(stacked.height).unwrap_or_default();
        while at < rows.len() && at - start < stacked.height && rows[at].number < last && !begins(&rows[at]) {
            at += 1;
        }
        if at - start > 1 {
            let is_wide = |(first, last): &(u32, u32)| {
                row.value(*first).is_none() || grid.last_column(Address { row: row.number, column: *first }) == *last
            };
            if !stacked.wide.iter().all(is_wide) {
                return None;
            }
            whole += 1;
            unnumbered += usize::from(!begins(row));
            records.insert(start, at - start);
        } else {
            others += usize::from(row.cells.len() >= 2);
        }
    }
    let keeps = if stacked.is_strict {
        let is_complete = |(start, tall): (&usize, &usize)| *tall == stacked.height && stands_under(grid, stacked, *start);
        whole >= 2 && others == 0 && records.iter().all(is_complete)
    } else {
        whole >= 1 && whole >= others * 2
    };
    (keeps && (stacked.key.is_none() || unnumbered * 4 <= whole)).then_some(records)
}

/// Whether the further rows of a record have something only under the headings of their place.
fn stands_under(grid: &Grid<'_>, stacked: &Stacked, start: usize) -> bool {
    let rows = grid.rows();
    (1..stacked.height).all(|nth| {
        let heading = &rows[stacked.at + nth];
        rows[start + nth].cells.iter().all(|cell| over(grid, heading, cell.column).is_some())
    })
}

/// Where each cell of a record stands now: by its row within the record and its column.
type Columns = BTreeMap<(u32, u32), u32>;

/// The sheet with the rows of each record drawn together.
fn drawn_together(grid: &Grid<'_>, stacked: &Stacked, records: &BTreeMap<usize, usize>) -> (Table, Moved) {
    let rows = grid.rows();
    let further = further_places(grid, stacked, records);
    let drawn_in = records.iter().flat_map(|(start, tall)| rows[start + 1..start + tall].iter().map(|row| row.number));
    let (rows_drawn_in, spread) = (drawn_in.collect(), spread(grid, stacked, &further));
    let columns: Columns = spread.iter().copied().zip(0..).collect();
    let moved = Moved { rows: rows_drawn_in, spread, ..Moved::default() };
    let mut table = Table { rows: Vec::with_capacity(rows.len()), merges: Vec::new(), ..head_of(grid.table) };
    let mut at = 0;
    while at < rows.len() {
        let first = &rows[at];
        let tall = records.get(&at).copied().unwrap_or(1);
        let mut cells = Vec::with_capacity(first.cells.len() * tall);
        for row in &rows[at..at + tall] {
            let down = row.number - first.number;
            let now = |cell: &Cell| Some(Cell { column: *columns.get(&(down, cell.column))?, value: cell.value.clone() });
            cells.extend(row.cells.iter().filter_map(now));
        }
        if at == stacked.at {
            cells.extend(without_own_heading(grid, stacked, &further, &columns));
        }
        cells.sort_by_key(|cell| cell.column);
        table.rows.push(Row { number: moved.row_now(first.number), hidden: first.hidden, cells });
        at += tall;
    }
    table.merges = merges(grid, &moved, &columns);
    (table, moved)
}

/// Everything of a sheet but its rows and merges.
pub(super) fn head_of(table: &Table) -> Table {
    Table {
        name: table.name.clone(),
        hidden: table.hidden,
        tree: table.tree,
        hidden_columns: table.hidden_columns.clone(),
        ..Table::default()
    }
}

/// The places in which further rows of records, or of the heading, have something: how far down, and in which column.
fn further_places(grid: &Grid<'_>, stacked: &Stacked, records: &BTreeMap<usize, usize>) -> BTreeSet<(u32, u32)> {
    let rows = grid.rows();
    let mut places = BTreeSet::new();
    for (start, tall) in records {
        for row in &rows[start + 1..start + tall] {
            let down = row.number - rows[*start].number;
            let reach = |cell: &Cell| {
                let is_heading = *start == stacked.at;
                let last = if is_heading { grid.last_column(Address { row: row.number, column: cell.column }) } else { cell.column };
                (cell.column..=last).map(move |column| (down, column))
            };
            places.extend(row.cells.iter().flat_map(reach));
        }
    }
    places
}

/// The columns from the left: those of the first row as far as the heading reaches, then those of the further rows, and what is beyond.
fn spread(grid: &Grid<'_>, stacked: &Stacked, further: &BTreeSet<(u32, u32)>) -> Vec<(u32, u32)> {
    let heading = &grid.rows()[stacked.at..stacked.at + stacked.height];
    let last =
        heading.iter().flat_map(|row| row.cells.iter().map(|cell| grid.last_column(Address { row: row.number, column: cell.column })));
    let last = last.max().unwrap_or_default();
    let within = further.iter().copied().filter(|(_, column)| *column <= last);
    let beyond = further.iter().copied().filter(|(_, column)| *column > last);
    (0..=last).map(|column| (0, column)).chain(within).chain((last + 1..width(grid)).map(|column| (0, column))).chain(beyond).collect()
}

/// The headings of the places in which a further row of a record has something and that row of the heading has nothing: the heading above
/// holds there too, and else the column's letters stand for one.
fn without_own_heading(grid: &Grid<'_>, stacked: &Stacked, further: &BTreeSet<(u32, u32)>, columns: &Columns) -> Vec<Cell> {
    let heading = &grid.rows()[stacked.at..stacked.at + stacked.height];
    let row_of = |down: u32| heading.iter().find(|row| row.number == heading[0].number + down);
    let is_missing = |(down, column): &&(u32, u32)| {
        let left = row_of(*down).and_then(|row| over(grid, row, *column));
        left.is_none()
    };
    let cells = further.iter().filter(is_missing).filter_map(|place| {
        let (down, column) = *place;
        let above = heading.iter().rev().filter(|row| row.number < heading[0].number + down).find_map(|row| over(grid, row, column));
        let letters = || Address { row: 1, column }.to_string().trim_end_matches('1').to_owned();
        let text = above.and_then(|cell| words(&cell.value)).map_or_else(|| format!("（{}列）", letters()), str::to_owned);
        Some(Cell { column: *columns.get(place)?, value: Value::Text(text.into()) })
    });
    cells.collect()
}

/// The merges of the sheet as they are once the rows are drawn together.
fn merges(grid: &Grid<'_>, moved: &Moved, columns: &Columns) -> Vec<Area> {
    let mut merges: Vec<Area> = Vec::new();
    for area in &grid.table.merges {
        let row = moved.row_now(area.first.row);
        let down = area.first.row - moved.row_before(row);
        let column = |column: u32| columns.get(&(down, column)).copied();
        let Some(first) = column(area.first.column).map(|column| Address { row, column }) else { continue };
        // A merge that begins in a further row of a record does not reach into the next one.
        let last_row = if down > 0 { row } else { moved.row_now(area.last.row) };
        let last = Address { row: last_row, column: column(area.last.column).unwrap_or(first.column) };
        if last != first {
            merges.push(Area { first, last });
        }
    }
    merges.sort_by_key(|area| area.first);
    merges
}
