//! The sheet 事業者: label and value, said for the whole company.

use crate::finding::Code;
use crate::ledger::{Country, Field, Organization, Source, Text};
use crate::sheet::table::{Address, Value};
use crate::vocabulary::{Concept, Sheet, Vocabulary};

use super::cell::{self, Legend};
use super::column;
use super::found::{Found, source};
use super::grid::{Grid, words};

/// One line of the sheet.
struct Stated<'a> {
    concept: Concept,
    value: &'a Value,
    at: Address,
}

/// The organization's code that the sheet gives, if it gives a valid one.
pub(super) fn code(grid: &Grid<'_>, vocabulary: &Vocabulary, found: &mut Found) -> Option<Text> {
    let lines = lines(grid, vocabulary);
    let line = lines.iter().find(|line| line.concept == Concept::Code)?;
    let text = line.value.text();
    let reading = cell::organization_code(&text);
    found.doubt(None, reading.doubts, &source(Field::Code, &grid.sheet, line.at, line.value));
    reading.value
}

/// Where the organization is at home, if the sheet says so.
pub(super) fn home(grid: &Grid<'_>, vocabulary: &Vocabulary) -> Option<Country> {
    let lines = lines(grid, vocabulary);
    let line = lines.iter().find(|line| line.concept == Concept::Home)?;
    cell::whereabouts(&line.value.text(), Country::JAPAN, vocabulary).value.countries.first().copied()
}

/// What the sheet says of the organization.
pub(super) fn read(grid: &Grid<'_>, vocabulary: &Vocabulary, of: &mut Organization, found: &mut Found) {
    for line in lines(grid, vocabulary) {
        let Some(field) = field(line.concept) else {
            continue;
        };
        let source = source(field, &grid.sheet, line.at, line.value);
        let words = cell::written(line.value);
        found.doubt(None, words.doubts, &source);
        let Some(text) = words.value else {
            continue;
        };
        one(line.concept, &text, line.value, &source, vocabulary, of, found);
        of.sources.push(source);
    }
    of.sources.sort_by_key(|source| source.field);
    unknown_labels(grid, vocabulary, found);
}

fn one(concept: Concept, text: &Text, value: &Value, source: &Source, vocabulary: &Vocabulary, of: &mut Organization, found: &mut Found) {
    let stated = |found: &mut Found| {
        let reading = cell::mark(text, vocabulary, &Legend::default());
        found.doubt(None, reading.doubts, source);
        reading.value.stated
    };
    let date = |found: &mut Found| {
        let reading = cell::date(value, vocabulary);
        found.doubt(None, reading.doubts, source);
        reading.value
    };
    match concept {
        Concept::Name => of.name = cell::whole(text),
        Concept::Address => of.address = cell::note(text),
        Concept::Representative => of.representative = cell::note(text),
        Concept::Business => of.business = cell::note(text),
        Concept::Manager => of.manager = cell::note(text),
        Concept::Standard => of.standard = cell::note(text),
        Concept::Certifications => of.certifications = cell::sentences(text, vocabulary),
        Concept::Established => of.established = date(found),
        Concept::Revised => of.revised = date(found),
        Concept::Storage => {
            let reading = cell::whereabouts(text, of.home, vocabulary);
            found.doubt(None, reading.doubts, source);
            of.storage = reading.value;
        }
        Concept::Entrusted | Concept::Entrustees => of.entrusted = stated(found),
        Concept::Provided | Concept::Recipients => of.provided = stated(found),
        Concept::JointlyUsed | Concept::JointUses => of.jointly_used = stated(found),
        Concept::Home => {
            let reading = cell::whereabouts(text, Country::JAPAN, vocabulary);
            found.doubt(None, reading.doubts, source);
        }
        _ => {}
    }
}

fn field(concept: Concept) -> Option<Field> {
    Some(match concept {
        Concept::Code => Field::Code,
        Concept::Name => Field::Name,
        Concept::Home => Field::Home,
        Concept::Address => Field::Address,
        Concept::Representative => Field::Representative,
        Concept::Business => Field::Business,
        Concept::Manager => Field::Manager,
        Concept::Standard => Field::Standard,
        Concept::Certifications => Field::Certifications,
        Concept::Established => Field::Established,
        Concept::Revised => Field::Revised,
        Concept::Storage => Field::Storage,
        Concept::Entrusted | Concept::Entrustees => Field::Entrusted,
        Concept::Provided | Concept::Recipients => Field::Provided,
        Concept::JointlyUsed | Concept::JointUses => Field::JointlyUsed,
        _ => return None,
    })
}

/// The labels that are known, each with the cell to its right.
fn lines<'a>(grid: &Grid<'a>, vocabulary: &Vocabulary) -> Vec<Stated<'a>> {
    let mut lines = Vec::new();
    for row in grid.rows() {
        for (nth, cell) in row.cells.iter().enumerate() {
            let Some(concept) = words(&cell.value).and_then(|label| column::heading(label, Sheet::Organization, vocabulary)) else {
                continue;
            };
            if let Some(next) = row.cells.get(nth + 1) {
                lines.push(Stated { concept, value: &next.value, at: Address { row: row.number, column: next.column } });
            }
            break;
        }
    }
    lines
}

/// Labels that are not known: what stands beside them is not taken.
fn unknown_labels(grid: &Grid<'_>, vocabulary: &Vocabulary, found: &mut Found) {
    for row in grid.rows().iter().filter(|row| row.cells.len() >= 2) {
        let known = row
            .cells
            .iter()
            .filter_map(|cell| words(&cell.value))
            .any(|label| column::heading(label, Sheet::Organization, vocabulary).is_some());
        let (Some(cell), false) = (row.cells.first(), known) else {
            continue;
        };
        let source = source(Field::OtherColumns, &grid.sheet, Address { row: row.number, column: cell.column }, &cell.value);
        found.push(None, Code::LabelUnknown, vec![source.text.clone()], vec![source]);
    }
}
