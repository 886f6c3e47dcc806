//! Cards in which each value stands below its label: a row of labels, a row of their values, the next row of labels. Some of their lines may
//! have the values beside the labels.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::sheet::table::{Address, Cell, Row, Table};
use crate::vocabulary::Concept;

use super::moved::Moved;
use super::stacked::head_of;
use super::{SEARCHED, adjoin, is_of_headings, known};
use crate::declare::grid::Grid;
use crate::declare::header::Headings;
use crate::declare::settle::is_of_ledger;

/// The sheet as labels with their values beside them, a label a row.
pub(super) fn laid<'a>(grid: &Grid<'a>, headings: &mut Headings<'a>) -> Option<(Table, Moved)> {
    let rows = grid.rows();
    let (first, pairs) = (0..rows.len().min(SEARCHED)).find_map(|at| Some((at, card(grid, at, headings)?)))?;
    // Cards are copies of one form: their rows of labels are known by their words.
    let labels: BTreeSet<Vec<Cow<'_, str>>> = (0..pairs).map(|nth| texts(&rows[first + nth * 2])).collect();
    let edge = rows[first].cells.first()?.column;
    let mut laid = Laid { table: head_of(grid.table), moved: Moved::default(), next: rows[first].number };
    for row in &rows[..first] {
        laid.table.rows.push(row.clone());
    }
    laid.table.merges = grid.table.merges.iter().filter(|area| area.last.row < rows[first].number).copied().collect();
    let mut at = first;
    while at < rows.len() {
        if at > first && !adjoin(&rows[at - 1], &rows[at]) {
            laid.next += rows[at].number - rows[at - 1].number - 1;
        }
        let is_of_labels = labels.contains(&texts(&rows[at]))
            || is_of_headings(&rows[at], headings) && !is_of_pairs(&rows[at], headings)
            || at > first && is_last_label(grid, at, headings);
        if !is_of_labels {
            laid.keep(grid, &rows[at]);
            at += 1;
            continue;
        }
        let values = rows.get(at + 1).filter(|next| adjoin(&rows[at], next) && !labels.contains(&texts(next)));
        laid.pair(grid, edge, &rows[at], values)?;
        at += 1 + usize::from(values.is_some());
    }
    Some((laid.table, laid.moved))
}

/// What the cells of a row say.
fn texts(row: &Row) -> Vec<Cow<'_, str>> {
    row.cells.iter().map(|cell| cell.value.text()).collect()
}

/// How many rows of labels, each with its values below, a card that begins in a row has at least; nothing where none begins. Labels and values
/// take turns at least twice, the labels of each row ask for other matters, and together they are those of a ledger.
fn card<'a>(grid: &Grid<'a>, at: usize, headings: &mut Headings<'a>) -> Option<usize> {
    let mut asked: BTreeSet<Concept> = BTreeSet::new();
    let mut pairs = 0;
    let mut rows = grid.rows()[at..].chunks_exact(2);
    let mut above: Option<&Row> = None;
    while let Some([labels, values]) = rows.next() {
        if !adjoin(labels, values) || above.is_some_and(|above| !adjoin(above, labels)) || !is_of_headings(labels, headings) {
            break;
        }
        let concepts: BTreeSet<Concept> = known(labels, headings).into_iter().filter_map(|(_, concept)| concept).collect();
        let stand_below = values.cells.iter().all(|cell| label_over(grid, labels, cell).is_some());
        // Of nothing but labels, the row is none of a form that has its values beside them.
        let is_pure = known(labels, headings).iter().all(|(_, concept)| concept.is_some());
        let among_values = known(values, headings).iter().any(|(_, concept)| concept.is_none());
        if !(is_pure && among_values) && holds_labels(values, headings)
            || !stand_below
            || concepts.len() < 2
            || !asked.is_disjoint(&concepts)
        {
            break;
        }
        asked.extend(concepts);
        pairs += 1;
        above = Some(values);
    }
    // The first lines of a card may have their values beside their labels.
    let mut below = &grid.rows()[at];
    for row in grid.rows()[..at].iter().rev() {
        if !adjoin(row, below) || !is_of_pairs(row, headings) {
            break;
        }
        asked.extend(known(row, headings).into_iter().filter_map(|(_, concept)| concept));
        below = row;
    }
    (pairs >= 2 && asked.contains(&Concept::Name) && is_of_ledger(&asked)).then_some(pairs)
}

/// Whether a row is labels, each with its value beside it.
fn is_of_pairs<'a>(row: &'a Row, headings: &mut Headings<'a>) -> bool {
    let known = known(row, headings);
    known.len().is_multiple_of(2) && known.chunks_exact(2).all(|pair| pair[0].1.is_some() && pair[1].1.is_none())
}

/// Whether half of a row are labels, as of one of labels with their values beside them. 紙 is a medium, and also a heading.
fn holds_labels<'a>(values: &'a Row, headings: &mut Headings<'a>) -> bool {
    use Concept::{MediumElectronic, MediumOther, MediumPaper};
    let is_label = |concept: Concept| !matches!(concept, MediumElectronic | MediumOther | MediumPaper);
    known(values, headings).into_iter().filter(|(_, concept)| concept.is_some_and(is_label)).count() * 2 >= values.cells.len()
}

/// Whether the only cell of a row is a label with its value below, as the last of a card may be.
fn is_last_label<'a>(grid: &Grid<'a>, at: usize, headings: &mut Headings<'a>) -> bool {
    let [label, value] = [grid.rows().get(at), grid.rows().get(at + 1)].map(|row| row.map(|row| row.cells.as_slice()));
    let (Some([label]), Some([value])) = (label, value) else { return false };
    let joined = adjoin(&grid.rows()[at - 1], &grid.rows()[at]) && adjoin(&grid.rows()[at], &grid.rows()[at + 1]);
    joined && label.column == value.column && headings.of(&label.value).is_some() && headings.of(&value.value).is_none()
}

/// The place among the labels of the one that a value stands below.
fn label_over(grid: &Grid<'_>, labels: &Row, value: &Cell) -> Option<usize> {
    let place = labels.cells.partition_point(|label| label.column <= value.column).checked_sub(1)?;
    (grid.last_column(Address { row: labels.number, column: labels.cells[place].column }) >= value.column).then_some(place)
}

/// A sheet while it is laid out.
struct Laid {
    table: Table,
    moved: Moved,
    /// The number of the next row.
    next: u32,
}

impl Laid {
    /// Takes over a row as it stands.
    fn keep(&mut self, grid: &Grid<'_>, row: &Row) {
        let cells = row.cells.iter().map(|cell| (Address { row: row.number, column: cell.column }, cell.column, cell));
        self.row(cells.collect(), row.hidden);
        for cell in &row.cells {
            if let Some(mut area) =
                grid.area_from(Address { row: row.number, column: cell.column }).filter(|area| area.last.column > cell.column)
            {
                (area.first.row, area.last.row) = (self.next - 1, self.next - 1);
                self.table.merges.push(area);
            }
        }
    }

    /// Adds a row for each label, with what stands below it; nothing where a value stands below none.
    fn pair(&mut self, grid: &Grid<'_>, edge: u32, labels: &Row, values: Option<&Row>) -> Option<()> {
        let mut lines: Vec<Vec<(Address, u32, &Cell)>> =
            labels.cells.iter().map(|cell| vec![(Address { row: labels.number, column: cell.column }, edge, cell)]).collect();
        for (row, cell) in values.into_iter().flat_map(|row| row.cells.iter().map(move |cell| (row, cell))) {
            let line = &mut lines[label_over(grid, labels, cell)?];
            let column = line.last().map_or(edge, |last| last.1) + 1;
            line.push((Address { row: row.number, column: cell.column }, column, cell));
        }
        for line in lines {
            self.row(line, labels.hidden);
        }
        Some(())
    }

    /// Adds a row of cells, each with where it stood and its column now.
    fn row(&mut self, cells: Vec<(Address, u32, &Cell)>, hidden: bool) {
        let number = self.next;
        self.next += 1;
        self.moved.cells.extend(cells.iter().map(|(before, column, _)| (Address { row: number, column: *column }, *before)));
        let cells = cells.into_iter().map(|(_, column, cell)| Cell { column, value: cell.value.clone() }).collect();
        self.table.rows.push(Row { number, hidden, cells });
    }
}
