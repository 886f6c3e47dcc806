//! What each sheet of a workbook is used for: by its name where the name tells, else by what stands in it.

use crate::finding::Code;
use crate::ledger::{Field, Source};
use crate::sheet::table::Address;
use crate::vocabulary::{Concept, PassedOver, Sheet, SheetUse, Vocabulary};

use super::code_tables::heads_code_tables;
use super::found::{Found, source};
use super::grid::Grid;
use super::header::{self, Headings};

/// Whether a sheet with the name of a part of the template has that part's headings; a ledger may be called 委託先 as well.
pub(super) fn has_headings(grid: &Grid<'_>, sheet: Sheet, vocabulary: &Vocabulary) -> bool {
    let mut headings = Headings::new(sheet, vocabulary);
    header::next(grid, 0, 50, &mut headings).is_some()
}

/// Whether a sheet that has the name of the company's own has the headings of a ledger: Controller may hold what is held as one.
pub(super) fn heads_records(grid: &Grid<'_>, vocabulary: &Vocabulary) -> bool {
    const OF_RECORDS: [Concept; 4] = [Concept::Subjects, Concept::Items, Concept::Purposes, Concept::Retention];
    let mut headings = Headings::new(Sheet::Ledger, vocabulary);
    let header = header::next(grid, 0, 50, &mut headings);
    header.is_some_and(|header| OF_RECORDS.iter().filter(|concept| header.concepts().contains(concept)).count() >= 3)
}

/// Whether a sheet, whose name does not tell, holds tables of codes side by side and no ledger.
pub(super) fn explains_codes(grid: &Grid<'_>, vocabulary: &Vocabulary) -> bool {
    let mut headings = Headings::new(Sheet::Ledger, vocabulary);
    grid.rows().iter().take(50).any(heads_code_tables) && header::next(grid, 0, grid.rows().len(), &mut headings).is_none()
}

/// Whether a sheet that has the name of another part, and not its headings, lists something else all the same: it says neither of whom its
/// rows are, nor what they hold, nor how long they are kept, as a ledger called 委託先 does.
pub(super) fn lists_something_else(grid: &Grid<'_>, vocabulary: &Vocabulary) -> bool {
    let names_part = matches!(vocabulary.sheet(&grid.table.name), Some(SheetUse::Read(part)) if part != Sheet::Ledger);
    let mut headings = Headings::new(Sheet::Ledger, vocabulary);
    let header = if names_part { header::next(grid, 0, grid.rows().len(), &mut headings) } else { None };
    let of_records = [Concept::Items, Concept::Subjects, Concept::Retention];
    header.is_some_and(|header| header.concepts().iter().all(|concept| !of_records.contains(concept)))
}

/// Says that a sheet was passed over and why.
pub(super) fn pass(grid: &Grid<'_>, reason: [&str; 2], found: &mut Found) {
    let [japanese, english] = reason;
    found.note(Code::SheetPassedOver, &[&grid.table.name, japanese, english], first_cell(grid).into_iter().collect());
}

/// Why a sheet is passed over by its name, in Japanese and English.
pub(super) fn reason(of: PassedOver) -> [&'static str; 2] {
    match of {
        PassedOver::Cover => ["表紙", "a cover"],
        PassedOver::Contents => ["目次", "a table of contents"],
        PassedOver::History => ["改訂履歴", "a history of revisions"],
        PassedOver::Legend => ["凡例・記入要領", "a legend"],
        PassedOver::Example => ["記入例", "an example"],
        PassedOver::Choices => ["選択肢の一覧", "the choices of drop-downs"],
        PassedOver::Summary => ["集計", "a summary"],
    }
}

/// Says that a sheet is hidden, since the person who opens the workbook does not see it.
pub(super) fn mention_hidden(grid: &Grid<'_>, found: &mut Found) {
    if grid.table.hidden {
        found.note(Code::HiddenSheet, &[&grid.table.name], first_cell(grid).into_iter().collect());
    }
}

/// Says in which way a sheet is drawn that is neither a plain table nor a plain form, in Japanese and English.
pub(super) fn mention_layout(grid: &Grid<'_>, way: [&str; 2], found: &mut Found) {
    let [japanese, english] = way;
    found.note(Code::SheetLaidOut, &[&grid.table.name, japanese, english], first_cell(grid).into_iter().collect());
}

fn first_cell(grid: &Grid<'_>) -> Option<Source> {
    let row = grid.rows().first()?;
    let cell = row.cells.first()?;
    Some(source(Field::OtherColumns, &grid.sheet, Address { row: row.number, column: cell.column }, &cell.value))
}
