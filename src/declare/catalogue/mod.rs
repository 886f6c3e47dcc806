//! The sheets that say more of an organization: a table a sheet, its columns by the template's headings.

mod conditions;
mod contacts;
mod entrustees;
mod joint_uses;
mod measures;
mod places;
mod policies;
mod procedures;
mod recipients;
mod regimes;

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::finding::Code;
use crate::ledger::{Country, Field, Organization, SheetName, Source, Stated, Text, Whereabouts, fold};
use crate::sheet::table::{Address, Value};
use crate::vocabulary::{Concept, NotEntry, Sheet, Vocabulary};

use super::Part;
use super::cell::{self, Legend, Reading};
use super::column::{About, Column};
use super::found::{Found, cell_name, source};
use super::grid::{Grid, words};
use super::header::{self, Header, Headings};
use super::line::{Reason, beginning};
use super::mention::{Passed, mention_passed, pass};
use super::read::Setting;

pub(super) use procedures::{Papers, attach};

/// One row of a catalogue.
struct Row<'a> {
    sheet: Arc<SheetName>,
    cells: Vec<(Concept, Address, &'a Value)>,
    vocabulary: &'a Vocabulary,
    home: Country,
}

impl Row<'_> {
    /// The words of a column, if it has any.
    fn text(&self, concept: Concept, found: &mut Found) -> Option<Text> {
        let (at, value) = self.value(concept)?;
        let reading = cell::written(value);
        found.doubt(None, reading.doubts, &self.source(Field::OtherColumns, at, value));
        reading.value.filter(|text| !text.trim().is_empty()).map(Cow::into_owned)
    }

    fn value(&self, concept: Concept) -> Option<(Address, &Value)> {
        self.cells.iter().find(|(of, ..)| *of == concept).map(|(_, at, value)| (*at, *value))
    }

    fn source(&self, field: Field, at: Address, value: &Value) -> Source {
        source(field, &self.sheet, at, value)
    }

    /// Its first cell.
    fn first(&self) -> Option<Source> {
        self.cells.iter().map(|(_, at, value)| self.source(Field::OtherColumns, *at, value)).next()
    }

    /// Says that the row was not read, since it lacks what stands under a heading.
    fn lacks(&self, heading: &str, found: &mut Found) {
        found.note(Code::RowIncomplete, &[heading], self.first().into_iter().collect());
    }

    /// What a column's words are read as; the default where it is blank.
    fn read<T: Default>(&self, concept: Concept, found: &mut Found, read: impl FnOnce(&str, &Vocabulary) -> Reading<T>) -> T {
        let Some(text) = self.text(concept, found) else {
            return T::default();
        };
        let reading = read(&text, self.vocabulary);
        self.take(concept, reading, found)
    }

    fn take<T>(&self, concept: Concept, reading: Reading<T>, found: &mut Found) -> T {
        if let Some((at, value)) = self.value(concept) {
            found.doubt(None, reading.doubts, &self.source(Field::OtherColumns, at, value));
        }
        reading.value
    }

    fn note(&self, concept: Concept, found: &mut Found) -> Option<Text> {
        self.text(concept, found).and_then(|text| cell::note(&text))
    }

    fn list(&self, concept: Concept, found: &mut Found) -> Vec<Text> {
        self.read(concept, found, |text, vocabulary| Reading::sure(cell::list(text, vocabulary)))
    }

    fn sentences(&self, concept: Concept, found: &mut Found) -> Vec<Text> {
        self.read(concept, found, |text, vocabulary| Reading::sure(cell::sentences(text, vocabulary)))
    }

    fn stated(&self, concept: Concept, found: &mut Found) -> Stated {
        self.read(concept, found, |text, vocabulary| cell::mark(text, vocabulary, &Legend::default()).map(|mark| mark.stated))
    }

    fn whereabouts(&self, concept: Concept, found: &mut Found) -> Whereabouts {
        let home = self.home;
        self.read(concept, found, |text, vocabulary| cell::whereabouts(text, home, vocabulary))
    }

    fn date(&self, concept: Concept, found: &mut Found) -> Option<NaiveDate> {
        let (_, value) = self.value(concept)?;
        let reading = cell::date(value, self.vocabulary);
        self.take(concept, reading, found)
    }

    /// The name of the row, and its cell as a source of the organization.
    fn named(&self, concept: Concept, field: Field, of: &mut Organization, found: &mut Found) -> Option<Text> {
        let text = self.text(concept, found)?;
        let (at, value) = self.value(concept)?;
        of.sources.push(self.source(field, at, value));
        Some(cell::whole(&text))
    }
}

/// The rows below the headings of a catalogue sheet.
fn rows<'a>(grid: &Grid<'a>, sheet: Sheet, setting: Setting<'a>, found: &mut Found) -> Vec<Row<'a>> {
    let mut headings = Headings::new(sheet, setting.vocabulary);
    let Some(header) = header::next(grid, 0, 50, &mut headings).and_then(|header| header.side_by_side(&headings).pop()) else {
        return Vec::new();
    };
    mention_unknown_columns(grid, &header, found);
    let mut passed = Passed::new();
    let mut above: Vec<Option<(Address, &Value)>> = vec![None; header.columns.len()];
    let mut rows = Vec::new();
    for row in &grid.rows()[header.rows.1 + 1..] {
        let first = row.cells.first().and_then(|cell| words(&cell.value)).map(fold).unwrap_or_default();
        let reason = match beginning(&first, &setting.vocabulary.not_entries) {
            Some(NotEntry::Note) => Some(Reason::Note),
            Some(NotEntry::Example) => Some(Reason::Example),
            Some(NotEntry::End) => Some(Reason::End),
            Some(NotEntry::Total) | None => None,
        };
        if let Some(reason) = reason {
            pass(grid, row, reason, &mut passed);
            continue;
        }
        let mut cells = Vec::new();
        for (place, column) in header.columns.iter().enumerate() {
            let standing = grid.at(row, column.index).map(|standing| (standing.at, standing.value));
            let ditto = standing.and_then(|(_, value)| words(value)).is_some_and(|text| cell::is_ditto(text, setting.vocabulary));
            let meant = if ditto { above[place].map(|(_, value)| value) } else { standing.map(|(_, value)| value) };
            above[place] = standing.zip(meant).map(|((at, _), value)| (at, value));
            if let (Some((at, value)), About::One(concept)) = (above[place], &column.about) {
                cells.push((*concept, at, value));
            }
        }
        if !cells.is_empty() {
            rows.push(Row { sheet: grid.sheet.clone(), cells, vocabulary: setting.vocabulary, home: setting.home });
        }
    }
    mention_passed(passed, found);
    rows
}

/// Says which columns the reader does not know, and where they are.
fn mention_unknown_columns(grid: &Grid<'_>, header: &Header, found: &mut Found) {
    let row = grid.rows()[header.rows.1].number;
    let unknown = header.columns.iter().filter(|column| column.about == About::Beside);
    let at = |column: &Column| cell_name(Address { row, column: column.index });
    let sources: Vec<Source> = unknown
        .map(|column| Source { field: Field::OtherColumns, sheet: grid.sheet.clone(), cell: at(column), text: column.heading.clone() })
        .collect();
    if !sources.is_empty() {
        let headings = sources.iter().map(|source| source.text.as_ref()).collect::<Vec<_>>().join("、");
        found.note(Code::ColumnNotRead, &[&headings], sources);
    }
}

/// Reads a catalogue sheet into what is known of the organization. Which part it is.
pub(super) fn read(
    grid: &Grid<'_>,
    sheet: Sheet,
    setting: Setting<'_>,
    of: &mut Organization,
    papers: &mut Papers,
    found: &mut Found,
) -> Option<Part> {
    let rows = rows(grid, sheet, setting, found);
    Some(match sheet {
        Sheet::Policies => {
            policies::read(&rows, of, found);
            Part::Policies
        }
        Sheet::Places => {
            places::read(&rows, of, found);
            Part::Places
        }
        Sheet::Entrustees => {
            entrustees::read(&rows, of, found);
            Part::Entrustees
        }
        Sheet::Recipients => {
            recipients::read(&rows, of, found);
            Part::Recipients
        }
        Sheet::ProvisionConditions => {
            conditions::read(&rows, of, found);
            Part::ProvisionConditions
        }
        Sheet::JointUses => {
            joint_uses::read(&rows, of, found);
            Part::JointUses
        }
        Sheet::Regimes => {
            regimes::read(&rows, of, found);
            Part::Regimes
        }
        Sheet::Procedures => {
            procedures::read(&rows, of, found);
            Part::Procedures
        }
        Sheet::Documents => {
            papers.documents(&rows, found);
            Part::Procedures
        }
        Sheet::RefusalGrounds => {
            papers.grounds(&rows, found);
            Part::Procedures
        }
        Sheet::Contacts => {
            contacts::read(&rows, of, found);
            Part::Contacts
        }
        Sheet::SafetyMeasures => {
            measures::read(&rows, of, found);
            Part::SafetyMeasures
        }
        Sheet::Organization | Sheet::Ledger => return None,
    })
}

/// Says that a catalogue has a name twice; what the later row says is taken.
fn repeated(row: &Row<'_>, name: &Text, found: &mut Found) {
    let sources = row.value(Concept::Name).map(|(at, value)| row.source(Field::Name, at, value));
    found.push(None, Code::CatalogueNameRepeated, vec![name.clone()], sources.into_iter().collect());
}
