//! What a sheet says once for many rows: in the block above the heading, in a table's title, in a line over a group of rows, in its name.

use std::collections::BTreeMap;

use crate::ledger::fold;
use crate::sheet::table::{Address, Row, Value};
use crate::vocabulary::{Concept, NotEntry, TitleWord, Vocabulary, parties_of};

use super::column::Column;
use super::department::{department, is_unit};
use super::grid::{Grid, words};
use super::header::{Headings, unnumbered};
use super::line::{beginning, is_value_of};
use super::read::Setting;
use super::signature::is_signing;
use super::spoken::in_words;
use super::title::in_title;

/// A statement that holds for each row that has no column of its own for it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Said {
    /// What it is about, under its label as written.
    pub column: Column,
    /// What it says.
    pub value: Value,
    /// The cell that says it; none where it is the sheet's name.
    pub at: Option<Address>,
}

/// Statements by what they are about; one said further down replaces one said above.
pub(super) type AllSaid = BTreeMap<Concept, Said>;

/// Matters that differ from record to record, so that nothing outside a row says them.
pub(super) fn is_of_one_record(concept: Concept) -> bool {
    matches!(concept, Concept::Name | Concept::ControlNo | Concept::Count | Concept::Notes | Concept::Items | Concept::Unrelated)
}

/// What the labels of a block say, and which of its rows hold labels.
pub(super) fn of_labels<'a>(grid: &Grid<'a>, rows: &'a [Row], headings: &mut Headings<'a>) -> (AllSaid, Vec<bool>) {
    let mut said = AllSaid::new();
    let mut labelled = vec![false; rows.len()];
    for (nth, row) in rows.iter().enumerate() {
        for (place, cell) in row.cells.iter().enumerate() {
            let Some(text) = words(&cell.value) else {
                continue;
            };
            let spoken = in_words(text, Some(at(row, cell.column)), headings);
            labelled[nth] |= !spoken.is_empty();
            said.extend(spoken);
            let above = nth.checked_sub(1).map(|above| &rows[above]);
            let Some(concept) = headings.of(&cell.value).filter(|concept| {
                let of_document = parties_of(*concept).is_some() && is_signing(&cell.value, headings.vocabulary);
                !of_document && !is_of_others(above, row, place, headings.vocabulary)
            }) else {
                continue;
            };
            // ⑥ 消去｜⑦ 法令上の整理 are headings of one row.
            let is_next = |value: &Value| is_numbered(text) && words(value).is_some_and(is_numbered);
            let (next, beyond) = (row.cells.get(place + 1), row.cells.get(place + 2));
            let of_next = next.and_then(|next| headings.of(&next.value));
            // 管理責任者｜管理者｜施設長: what has a value of its own is a label.
            let has_own = concept == Concept::Manager
                && next.zip(beyond).is_some_and(|(next, beyond)| {
                    beyond.column <= grid.last_column(at(row, next.column)) + 2 && headings.of(&beyond.value).is_none()
                });
            let right = next.filter(|next| {
                let is_value = of_next.is_none() || !has_own && is_value_of((concept, &cell.value), (of_next, &next.value));
                is_value && !is_next(&next.value)
            });
            let adjacent = right.filter(|next| next.column <= grid.last_column(at(row, cell.column)) + 2);
            let below =
                || rows.get(nth + 1).and_then(|below| below.cells.iter().find(|under| under.column == cell.column).map(|c| (below, c)));
            let found = adjacent.map(|next| (row, next)).or_else(|| below().filter(|(_, under)| headings.of(&under.value).is_none()));
            let Some((of, value)) = found else {
                continue;
            };
            labelled[nth] = true;
            if !is_of_one_record(concept) {
                let column = Column::once(concept, text).asking(text, headings.vocabulary);
                said.insert(concept, Said { column, value: value.value.clone(), at: Some(at(of, value.column)) });
            }
        }
    }
    (said, labelled)
}

/// Whether a cell of a row is said, by a label before it or in a row of nothing but such labels above it, to be of whoever made, approves
/// or asks for the document: 作成｜総務部.
pub(super) fn is_of_others(above: Option<&Row>, row: &Row, place: usize, vocabulary: &Vocabulary) -> bool {
    let before = place.checked_sub(1).and_then(|before| row.cells.get(before));
    let boxes = above.filter(|above| above.cells.len() >= 2 && above.cells.iter().all(|cell| is_signing(&cell.value, vocabulary)));
    let over = row.cells.get(place).and_then(|cell| boxes?.value(cell.column));
    before.is_some_and(|before| is_signing(&before.value, vocabulary)) || over.is_some()
}

/// Whether a text begins with a number and words: `⑥ 消去`, `3. 保管`.
fn is_numbered(text: &str) -> bool {
    let rest = unnumbered(text);
    rest.len() < text.trim_start().len() && rest.starts_with(char::is_alphabetic)
}

/// What a line over a group of rows says.
pub(super) fn of_group(row: &Row, headings: &mut Headings<'_>) -> AllSaid {
    row.cells.first().map(|cell| of_title(row, cell.column, headings)).unwrap_or_default()
}

/// What a cell that is a title says.
pub(super) fn of_title(row: &Row, column: u32, headings: &mut Headings<'_>) -> AllSaid {
    let Some(text) = row.value(column).and_then(words) else {
        return AllSaid::new();
    };
    if beginning(&fold(text), &headings.vocabulary.not_entries) == Some(NotEntry::Note) {
        return AllSaid::new();
    }
    let place = Some(at(row, column));
    let said = in_words(text, place, headings);
    if said.is_empty() { in_title(text, place, headings.vocabulary) } else { said }
}

/// What a group heading over all columns of a table says.
pub(super) fn of_heading(text: &str, place: Address, vocabulary: &Vocabulary) -> AllSaid {
    in_title(text, Some(place), vocabulary)
}

/// What the name of a sheet says: 営業部, 営業部R8, 営業部のコピー; where several sheets are named after parts of the organization, 営業 too,
/// and whatever stands in brackets in the sheet's own title: 個人情報調査票（外来看護）.
pub(super) fn of_sheet_name(grid: &Grid<'_>, setting: Setting<'_>) -> AllSaid {
    let name = &grid.table.name;
    let mut said = in_title(name, None, setting.vocabulary);
    if !said.contains_key(&Concept::Department)
        && let Some(unit) = unit_of_sheet(name, setting.vocabulary)
    {
        let is_sure = department(unit, setting.vocabulary).is_some();
        if is_sure || setting.sheets_are_units && (is_unit(unit, setting.vocabulary) || titles_sheet(grid, unit)) {
            let column = Column::once(Concept::Department, "");
            said.insert(Concept::Department, Said { column, value: Value::Text(unit.into()), at: None });
        }
    }
    said
}

/// Whether a title at the top of a sheet has these words behind it in brackets.
fn titles_sheet(grid: &Grid<'_>, unit: &str) -> bool {
    const TOP: usize = 3;
    let says = |text: &str| {
        let (title, behind) = text.trim().trim_end_matches(['）', ')']).rsplit_once(['（', '('])?;
        Some(!title.trim().is_empty() && fold(behind.trim()) == fold(unit))
    };
    grid.rows().iter().take(TOP).flat_map(|row| &row.cells).filter_map(|cell| words(&cell.value)).any(|text| says(text) == Some(true))
}

/// Whether the name of a sheet is that of a part of the organization.
pub(super) fn is_of_unit(name: &str, vocabulary: &Vocabulary) -> bool {
    unit_of_sheet(name, vocabulary).is_some_and(|unit| department(unit, vocabulary).is_some() || is_unit(unit, vocabulary))
}

/// The name of a sheet without its year, or what tells a copy from the sheet itself.
fn unit_of_sheet<'n>(name: &'n str, vocabulary: &Vocabulary) -> Option<&'n str> {
    let is_more = |letter: char| letter.is_ascii() || ('０'..='９').contains(&letter);
    let bare = name.trim_end_matches(is_more);
    let bare = bare.strip_suffix("コピー").map_or(bare, |rest| rest.trim_end_matches('の'));
    let bare = bare.trim_end_matches(is_more);
    (!bare.is_empty() && vocabulary.titles.meaning(bare) != Some(TitleWord::Several)).then_some(bare)
}

fn at(row: &Row, column: u32) -> Address {
    Address { row: row.number, column }
}
