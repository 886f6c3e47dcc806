//! Sheets that are drawn otherwise than a table of one row a record, or a form of labels beside their values, laid out as these are: records
//! of several rows under a heading of as many (`stacked`), cards with each value below its label (`cards`), tables that go on elsewhere
//! under the number and the name once more (`continued`). A legend beside the table is laid below it (`legend`). Parties that are named by their number in a list get their names (`numbered`).
//!
//! The rest of the house reads the sheet that is made; once all is read, [`Relaid::correct`] says of each cell where it stands in truth.

mod cards;
mod continued;
mod legend;
mod moved;
mod numbered;
mod stacked;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::ledger::{CellName, Source, Text};
use crate::sheet::table::{Address, Row, Table, Workbook};
use crate::vocabulary::{Concept, Sheet, SheetUse, Vocabulary};

use super::found::Found;
use super::grid::{Grid, words};
use super::header::Headings;
use super::sheet_use;
use moved::Moved;
use numbered::Parties;

/// How many filled rows of a sheet are searched for a layout of its own.
const SEARCHED: usize = 300;
/// How many times a sheet is laid out anew: a table may go on more than once.
const MOST_TIMES: usize = 8;

/// A way in which a sheet is drawn, in Japanese and English.
type Way = [&'static str; 2];

const WITH_LEGEND: Way = ["表の横に凡例がある", "a legend stands beside the table"];
const STACKED: Way = ["1件が数行にわたる", "each record takes up several rows"];
const CARDS: Way = ["値が見出しの下にある", "values stand below their labels"];
const BESIDE: Way = ["表が右に続く", "the table goes on to the right"];
const BELOW: Way = ["表が下に続く", "the table goes on further down"];
const NUMBERED: Way = ["委託先や提供先が一覧の番号で書かれている", "parties are named by their numbers in the list of them"];

/// The sheets laid out anew, by workbook and sheet.
#[derive(Debug, Default)]
pub(super) struct Relaid(BTreeMap<(Text, Text), Laid>);

/// How a sheet was laid out anew.
#[derive(Debug, Default)]
struct Laid {
    /// The ways in which it is drawn.
    ways: BTreeSet<Way>,
    /// Where its cells stand in truth, the last layout first.
    layouts: Vec<Moved>,
}

impl Relaid {
    /// Whether no sheet was laid out anew.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Makes a source of a cell that was moved one of the cell as it stands in the sheet.
    pub(super) fn correct(&self, source: &mut Source) {
        let key = (source.sheet.workbook.clone(), source.sheet.sheet.clone());
        if let (Some(laid), Some((row, column))) = (self.0.get(&key), source.cell.place()) {
            let mut at = Address { row, column };
            for moved in &laid.layouts {
                if let Some(text) = moved.texts.get(&at) {
                    source.text = text.clone();
                }
                at = moved.truth(at);
            }
            source.cell = CellName::at(at.row, at.column);
        }
    }

    /// Says of a sheet in which ways it is drawn.
    pub(super) fn mention(&self, workbook: &Text, grid: &Grid<'_>, found: &mut Found) {
        let ways = self.0.get(&(workbook.clone(), grid.table.name.clone())).into_iter().flat_map(|laid| &laid.ways);
        ways.for_each(|way| sheet_use::mention_layout(grid, *way, found));
    }
}

/// The workbooks with each sheet of a ledger that is drawn in a way of its own laid out anew.
pub(super) fn laid_anew<'w>(workbooks: Vec<Cow<'w, Workbook>>, vocabulary: &Vocabulary) -> (Vec<Cow<'w, Workbook>>, Relaid) {
    let mut relaid = Relaid::default();
    let laid = workbooks.into_iter().map(|workbook| {
        let mut tables: BTreeMap<usize, Table> = BTreeMap::new();
        let parties = Parties::of(&workbook, vocabulary);
        for (nth, table) in workbook.tables.iter().enumerate().filter(|(_, table)| may_be_ledger(table, vocabulary)) {
            let mut laid = Laid::default();
            let mut last: Option<Table> = None;
            while laid.layouts.len() < MOST_TIMES
                && let Some((way, (next, moved))) = once_more(&workbook.name, last.as_ref().unwrap_or(table), vocabulary)
            {
                laid.layouts.insert(0, moved);
                laid.ways.insert(way);
                last = Some(next);
            }
            let named = parties.named(&Grid::new(&workbook.name, last.as_ref().unwrap_or(table)), vocabulary);
            if let Some((table, texts)) = named {
                laid.layouts.insert(0, texts);
                laid.ways.insert(NUMBERED);
                last = Some(table);
            }
            if let Some(last) = last {
                relaid.0.insert((workbook.name.clone(), table.name.clone()), laid);
                tables.insert(nth, last);
            }
        }
        if tables.is_empty() {
            return workbook;
        }
        let mut workbook = workbook.into_owned();
        for (nth, table) in tables {
            workbook.tables[nth] = table;
        }
        Cow::Owned(workbook)
    });
    (laid.collect(), relaid)
}

/// Whether a sheet is not one of the other parts by its name.
fn may_be_ledger(table: &Table, vocabulary: &Vocabulary) -> bool {
    !table.tree && matches!(vocabulary.sheet(&table.name), None | Some(SheetUse::Read(Sheet::Ledger) | SheetUse::Pass(_)))
}

/// A sheet laid out anew, if it is drawn in one of these ways, and in which.
fn once_more(workbook: &Text, table: &Table, vocabulary: &Vocabulary) -> Option<(Way, (Table, Moved))> {
    let grid = Grid::new(workbook, table);
    let mut headings = Headings::new(Sheet::Ledger, vocabulary);
    let with_legend = legend::laid(&grid, &mut headings).map(|laid| (WITH_LEGEND, laid));
    with_legend
        .or_else(|| Some((STACKED, stacked::laid(&grid, &mut headings)?)))
        .or_else(|| Some((CARDS, cards::laid(&grid, &mut headings)?)))
        .or_else(|| Some((BESIDE, continued::beside(&grid, &mut headings)?)))
        .or_else(|| Some((BELOW, continued::below(&grid, &mut headings)?)))
}

/// What the words of a row are about, each with its column; nothing for one that is no heading of an entry's.
fn known<'a>(row: &'a Row, headings: &mut Headings<'a>) -> Vec<(u32, Option<Concept>)> {
    let related = |concept: &Concept| *concept != Concept::Unrelated;
    row.cells.iter().map(|cell| (cell.column, headings.of(&cell.value).filter(related))).collect()
}

/// Whether a row is short words alone, at least two, and half of them are headings.
fn is_of_headings<'a>(row: &'a Row, headings: &mut Headings<'a>) -> bool {
    const LONGEST: usize = 30;
    let is_short = |text: &str| text.chars().count() <= LONGEST && !text.contains(['、', '。']);
    let known = known(row, headings).iter().filter(|(_, concept)| concept.is_some()).count();
    known >= 2 && known * 2 >= row.cells.len() && row.cells.iter().all(|cell| words(&cell.value).is_some_and(is_short))
}

/// Whether two rows follow each other in the sheet.
fn adjoin(above: &Row, below: &Row) -> bool {
    above.number + 1 == below.number
}

/// The number of columns that a sheet has.
fn width(grid: &Grid<'_>) -> u32 {
    let cells = grid.rows().iter().filter_map(|row| row.cells.last()).map(|cell| cell.column);
    let merges = grid.table.merges.iter().map(|area| area.last.column);
    cells.chain(merges).max().unwrap_or_default() + 1
}
