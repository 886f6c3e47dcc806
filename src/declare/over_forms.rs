//! What is said once for several forms, or for the records of a table that is turned: by labels above the first of them, and by lines over
//! some of them.

use std::collections::{BTreeMap, BTreeSet};
use std::slice;

use crate::ledger::fold;
use crate::sheet::table::{Row, Value};
use crate::vocabulary::Concept;

use super::block::{Block, Labelled, said};
use super::column::About;
use super::form::Form;
use super::grid::{Grid, words};
use super::header::Headings;
use super::hold::Hold;
use super::line::is_page_number;
use super::once::{self, AllSaid, Said, is_of_one_record};

/// Takes from the first record what stands above it and holds for all of them: labels that no other record says again and, above a table
/// that is turned, those that have one value and stand apart from it by a blank row.
pub(super) fn take_common(blocks: &mut [Block]) -> Block {
    let Some((first, others)) = blocks.split_first_mut() else {
        return Block::new();
    };
    let naming = first.iter().position(Labelled::names_record).unwrap_or_default();
    let side_by_side = first.iter().any(|labelled| labelled.column.only() == Some(Concept::Name) && labelled.values.len() >= 2);
    let apart = (0..naming).rev().find(|nth| first[*nth].at.row + 1 < first[nth + 1].at.row).map_or(0, |nth| nth + 1);
    let within = if side_by_side { apart } else { naming };
    let is_repeated = |labelled: &Labelled| others.iter().flatten().any(|other| other.label == labelled.label);
    let holds = |labelled: &Labelled| {
        let once = !is_repeated(labelled) && (!side_by_side || labelled.values.len() == 1);
        once && labelled.column.only().is_some_and(|concept| !is_of_one_record(concept)) && !labelled.values.is_empty()
    };
    if others.is_empty() && !side_by_side {
        return Block::new();
    }
    let (above, own) = first.split_at(within);
    let (common, kept): (Block, Block) = above.iter().cloned().partition(holds);
    *first = kept.into_iter().chain(own.iter().cloned()).collect();
    common
}

/// What holds for the next of the forms one below the other.
pub(super) struct OverForms<'f, 'a> {
    /// The lines that no form takes up.
    lines: Vec<&'a Row>,
    form: &'f Form<'a>,
    /// The last row of the form above.
    after: u32,
    titles: BTreeSet<String>,
    hold: Hold,
}

impl<'f, 'a> OverForms<'f, 'a> {
    /// What is said by the sheet's name, and by labels above all forms.
    pub(super) fn new(lines: Vec<&'a Row>, form: &'f Form<'a>, by_name: AllSaid, common: &[Labelled]) -> Self {
        let mut sheet = by_name;
        for labelled in common {
            if let (About::One(concept), Some((at, _))) = (&labelled.column.about, labelled.values.first()) {
                let value = Value::Text(said(&labelled.values).into());
                sheet.insert(*concept, Said { column: labelled.column.clone(), value, at: Some(*at) });
            }
        }
        Self { lines, form, after: 0, titles: BTreeSet::new(), hold: Hold { sheet, ..Hold::default() } }
    }

    /// What holds for a form, which is the next.
    pub(super) fn said_over(&mut self, grid: &Grid<'a>, block: &Block, headings: &mut Headings<'a>) -> BTreeMap<Concept, &Said> {
        let rows = || block.iter().flat_map(|labelled| labelled.values.iter().map(|(at, _)| at.row.min(labelled.at.row)));
        let (first, last) = (rows().min().unwrap_or(self.after), rows().max().unwrap_or(self.after));
        let after = std::mem::replace(&mut self.after, last);
        let before = |number: u32| self.lines.partition_point(|row| row.number < number);
        let between = before(after.saturating_add(1))..before(first);
        let lines: Vec<&'a Row> = self.lines.get(between).unwrap_or_default().to_vec();
        for row in lines {
            self.take(grid, row, after == 0, headings);
        }
        self.hold.said()
    }

    /// Takes in a line. One that says nothing ends the group above it, unless it is a title that each form has.
    fn take(&mut self, grid: &Grid<'a>, row: &'a Row, is_top: bool, headings: &mut Headings<'a>) {
        let (said, _) = once::of_labels(grid, slice::from_ref(row), headings);
        if !said.is_empty() {
            self.hold.sheet.extend(said);
            return;
        }
        let is_over = |column: u32| self.form.columns.contains(&column) || is_top && row.cells.len() == 1;
        let is_own = |place: &usize| !once::is_of_others(None, row, *place, headings.vocabulary);
        let places: Vec<usize> = (0..row.cells.len().min(3)).filter(is_own).collect();
        for cell in places.into_iter().map(|place| &row.cells[place]).filter(|cell| is_over(cell.column)) {
            let Some(text) = words(&cell.value).filter(|text| !is_page_number(text)) else {
                continue;
            };
            let title: String = fold(text).chars().filter(|letter| !letter.is_numeric()).collect();
            let is_new = self.titles.insert(title);
            if is_new && !is_top || !once::of_title(row, cell.column, headings).is_empty() {
                self.hold.take_group(row, cell.column, headings);
            }
        }
    }
}
