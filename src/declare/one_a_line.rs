//! Records that list one item a line: rows that have nothing but a further word of the record above them, each under its column.

use crate::sheet::table::{Address, Row};
use crate::vocabulary::Concept;

use super::column::Column;
use super::grid::{Grid, words};
use super::header::{Header, Headings};
use super::line::{Line, Reason, line};

/// Whether all that a row has stands right of the names, and begins in a column of lists, where more of the record above may stand.
pub(super) fn stands_among_values(grid: &Grid<'_>, row: &Row, table: &Header) -> bool {
    let (Some(first), Some(name)) = (row.cells.first(), table.column(Concept::Name).map(|column| column.index)) else {
        return false;
    };
    if first.column <= name {
        return false;
    }
    let column = |index: u32| table.columns.binary_search_by_key(&index, |column| column.index).ok().map(|at| &table.columns[at]);
    let is_list = column(first.column).and_then(Column::only).is_some_and(|concept| {
        use Concept::{Accessors, Acquisition, Disposal, Entrustees, Items, Notes, Places, Purposes, Recipients, Subjects};
        matches!(concept, Accessors | Acquisition | Disposal | Entrustees | Items | Notes | Places | Purposes | Recipients | Subjects)
    });
    let alone = |index: u32| grid.last_column(Address { row: row.number, column: index }) == index;
    let is_title = || words(&first.value).is_some_and(|text| text.starts_with(['【', '■', '●', '◆', '<', '＜', '※', '▼']));
    is_list && !is_title() && row.cells.iter().all(|cell| column(cell.column).is_some() && alone(cell.column))
}

/// Whether a table lists one item a line: as many rows go on, or nearly so, as there are records.
pub(super) fn is_listed(grid: &Grid<'_>, rows: &[Row], lines: &[Line], table: &Header) -> bool {
    let goes_on = |row: &Row, line: Line| match line {
        Line::Continues => true,
        Line::Group | Line::Label => stands_among_values(grid, row, table),
        _ => false,
    };
    let further = rows.iter().zip(lines).filter(|(row, line)| goes_on(row, **line)).count();
    further > 0 && further * 2 >= lines.iter().filter(|line| **line == Line::Entry).count()
}

/// Whether a row that would be something else by its words is more of a record that lists one item a line: 注意事項, 例 and 個人番号 are
/// items too.
pub(super) fn may_be_item(line: Line) -> bool {
    matches!(line, Line::Passed(Reason::OtherTable | Reason::Note | Reason::Total | Reason::Example))
}

/// The first of the rows directly above this one that have nothing but words among the values of the table; the row itself where none
/// does.
pub(super) fn first_of_items(grid: &Grid<'_>, floor: usize, from: usize, table: &Header) -> usize {
    let rows = grid.rows();
    let mut first = from;
    while first > floor
        && (first == from || rows[first - 1].number + 1 == rows[first].number)
        && stands_among_values(grid, &rows[first - 1], table)
    {
        first -= 1;
    }
    first
}

/// Whether a record, or more of it, stands directly above a row.
pub(super) fn is_below_record<'a>(grid: &Grid<'a>, floor: usize, at: usize, table: &Header, headings: &mut Headings<'a>) -> bool {
    let rows = grid.rows();
    at > floor
        && rows[at - 1].number + 1 == rows[at].number
        && matches!(line(grid, &rows[at - 1], table, headings), Line::Entry | Line::Continues)
}
