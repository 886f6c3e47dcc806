//! Parties that a ledger names by their number in the list of parties: 委託先｜1、3 means the first and the third of 委託先一覧.

use std::collections::BTreeMap;

use crate::ledger::{Text, fold};
use crate::sheet::table::{Address, Table, Value, Workbook};
use crate::vocabulary::{Concept, Sheet, SheetUse, Vocabulary, parties_of};

use super::moved::Moved;
use crate::declare::cell::is_nothing;
use crate::declare::column::{Column, heading};
use crate::declare::grid::{Grid, words};
use crate::declare::header::{self, Headings};

/// How many filled rows of a list of parties are searched for its heading.
const SEARCHED: usize = 50;
/// Signs between two numbers.
const BETWEEN: [char; 9] = ['、', '，', ',', '・', '／', '/', '\n', ' ', '\u{3000}'];

/// The names of the parties of a workbook by their numbers, for the matters that a ledger's column may name them under.
pub(super) struct Parties {
    lists: Vec<(Concept, BTreeMap<String, Text>)>,
}

impl Parties {
    /// The lists of parties that have numbers.
    pub(super) fn of(workbook: &Workbook, vocabulary: &Vocabulary) -> Self {
        let list = |table: &Table| {
            let (part, concept) = match vocabulary.sheet(&table.name)? {
                SheetUse::Read(Sheet::Entrustees) => (Sheet::Entrustees, Concept::Entrustees),
                SheetUse::Read(Sheet::Recipients) => (Sheet::Recipients, Concept::Recipients),
                _ => return None,
            };
            Some((concept, by_number(&Grid::new(&workbook.name, table), part, vocabulary)?))
        };
        Self { lists: workbook.tables.iter().filter_map(list).collect() }
    }

    /// The ledger with the names in place of the numbers, in a column in which nothing else stands.
    pub(super) fn named(&self, grid: &Grid<'_>, vocabulary: &Vocabulary) -> Option<(Table, Moved)> {
        if self.lists.is_empty() {
            return None;
        }
        let mut headings = Headings::new(Sheet::Ledger, vocabulary);
        let header = header::next(grid, 0, grid.rows().len(), &mut headings)?;
        let below = header.rows.1 + 1;
        let (mut table, mut moved) = (None::<Table>, Moved::default());
        for (concept, names) in &self.lists {
            for column in &header.columns {
                let Some(heading) = asks_for_party(column, *concept, vocabulary) else { continue };
                let Some(mut meant) = meant(grid, below, column.index, names, vocabulary) else { continue };
                meant.extend(
                    (header.rows.0..below).rev().find(|nth| grid.rows()[*nth].value(column.index).is_some()).map(|nth| (nth, heading)),
                );
                let table = table.get_or_insert_with(|| grid.table.clone());
                for (nth, text) in meant {
                    let row = &mut table.rows[nth];
                    let at = Address { row: row.number, column: column.index };
                    if let Some(cell) = row.cells.iter_mut().find(|cell| cell.column == column.index) {
                        moved.texts.insert(at, cell.value.text().as_ref().into());
                        cell.value = Value::Text(text.into());
                    }
                }
            }
        }
        table.map(|table| (table, moved))
    }
}

/// The heading of a column that asks for such parties, without the word for their numbers. Whether there are any is asked with 1 and 0 too,
/// which are no numbers of a list.
fn asks_for_party(column: &Column, concept: Concept, vocabulary: &Vocabulary) -> Option<String> {
    const NUMBERS: [&str; 8] = ["番号", "No.", "No", "№", "NO.", "NO", "コード", "ID"];
    let leaf = column.heading.rsplit('／').next().unwrap_or_default().trim();
    // 委託先（番号は別シート）
    let outside = leaf.split(['（', '(']).next().unwrap_or(leaf).trim();
    let bare = NUMBERS.iter().find_map(|word| outside.strip_suffix(word)).unwrap_or(outside);
    let bare = bare.trim_end_matches(['の', '\n', ' ', '\u{3000}']);
    let is_party = |of: Concept| of == concept || parties_of(of).is_some_and(|(_, names)| names == concept);
    let asks = column.only().is_some_and(is_party) || heading(bare, Sheet::Ledger, vocabulary).is_some_and(is_party);
    (asks && bare.ends_with(['先', '者', '社', '方'])).then(|| bare.to_owned())
}

/// The names of a list by their numbers, where it has a column of numbers, each another.
fn by_number(grid: &Grid<'_>, part: Sheet, vocabulary: &Vocabulary) -> Option<BTreeMap<String, Text>> {
    let header = header::next(grid, 0, SEARCHED, &mut Headings::new(part, vocabulary))?;
    let name = header.column(Concept::Name)?.index;
    let mut of_numbers = Headings::new(Sheet::Ledger, vocabulary);
    let above = &grid.rows()[header.rows.0..=header.rows.1];
    let is_number = |column: u32, headings: &mut Headings<'_>| {
        let text = above.iter().rev().find_map(|row| row.value(column).and_then(words)).map(str::to_owned);
        text.is_some_and(|text| heading(&text, headings.sheet, headings.vocabulary) == Some(Concept::ControlNo))
    };
    let number = (0..name).find(|column| is_number(*column, &mut of_numbers))?;
    let mut names = BTreeMap::new();
    for row in &grid.rows()[header.rows.1 + 1..] {
        let (Some(number), Some(name)) = (row.value(number), row.value(name).and_then(words)) else { continue };
        if names.insert(fold(&number.text()), name.trim().into()).is_some() {
            return None;
        }
    }
    (!names.is_empty()).then_some(names)
}

/// The numbers that a text lists; those in circles may stand together: ①③.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let is_circled = |letter: char| ('①'..='⑳').contains(&letter);
    text.split(BETWEEN)
        .filter(|part| !part.trim().is_empty())
        .flat_map(move |part| if part.chars().all(is_circled) { part.split_inclusive(is_circled).collect() } else { vec![part] })
}

/// What the cells of a column mean, by the position of their row; nothing where one of them is anything but numbers of the list, or nothing.
fn meant(
    grid: &Grid<'_>,
    below: usize,
    column: u32,
    names: &BTreeMap<String, Text>,
    vocabulary: &Vocabulary,
) -> Option<Vec<(usize, String)>> {
    let mut meant = Vec::new();
    for (nth, row) in grid.rows().iter().enumerate().skip(below) {
        let Some(value) = row.value(column) else { continue };
        let text = value.text();
        if row.cells.len() < 2 || is_nothing(&text, vocabulary) {
            continue;
        }
        let parties: Option<Vec<&str>> = numbers(&text).map(|number| names.get(&fold(number)).map(AsRef::as_ref)).collect();
        let parties = parties.filter(|parties| !parties.is_empty())?;
        // A line end parts names that have any other sign in them.
        let sign = if parties.iter().any(|name| name.contains(['、', '，', ','])) { "\n" } else { "、" };
        meant.push((nth, parties.join(sign)));
    }
    (!meant.is_empty()).then_some(meant)
}
