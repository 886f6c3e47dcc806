//! Entries' versions as rows.

use sea_orm::DbBackend;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::super::StoreError;
use super::super::batch::{Batch, checked};
use super::super::writing::Ready;
use super::owned;
use super::sheets::Sheets;
use crate::ledger::{CellName, Entry, OtherColumn, Source, Text};

/// Entries' versions on their way into the database. Parents are written before their children.
pub(in super::super) struct EntryRows {
    entries: Batch<entity::entry::Entity>,
    versions: Batch<entity::entry_version::Entity>,
    lists: Batch<entity::entry_list::Entity>,
    sheets: Batch<entity::entry_sheet::Entity>,
    new_sheets: Batch<entity::sheet::Entity>,
}

impl EntryRows {
    /// No rows yet.
    pub(in super::super) fn new() -> Self {
        let (entries, versions, new_sheets) = (Batch::default(), Batch::default(), Batch::default());
        Self { entries, versions, lists: Batch::default(), sheets: Batch::default(), new_sheets }
    }

    /// Takes an entry that is new.
    pub(in super::super) fn add_entry(&mut self, row: entity::entry::Model) -> Result<(), StoreError> {
        self.entries.add(row)
    }

    /// Takes a version of an entry.
    pub(in super::super) fn add(
        &mut self,
        sheets: &mut Sheets,
        version: entity::entry_version::Model,
        entry: &Entry,
    ) -> Result<(), StoreError> {
        let version_id = version.id;
        self.versions.add(version)?;
        let words = json(&Words::of(entry)?);
        let other_columns = json(&pairs(&entry.other_columns)?);
        self.lists.add(entity::entry_list::Model { version_id, words, other_columns })?;
        let mut position = 0;
        for run in entry.sources.chunk_by(|one, next| one.sheet == next.sheet) {
            let sheet_id = sheets.id(&run[0].sheet)?;
            self.sheets.add(entity::entry_sheet::Model { version_id, position, sheet_id, cells: json(&Cells::of(run)?) })?;
            position += i32::try_from(run.len()).expect("an entry is read from fewer cells than a workbook may have");
        }
        Ok(())
    }

    /// Takes the sheets that are new, once all that was read from them is taken.
    pub(in super::super) fn take_sheets(&mut self, sheets: &mut Sheets) {
        self.new_sheets = sheets.take_new();
    }

    /// All that was taken as statements, parents before their children.
    pub(in super::super) fn ready(mut self, backend: DbBackend) -> Vec<Ready> {
        let mut ready = self.new_sheets.ready(backend);
        ready.extend(self.entries.ready(backend));
        ready.extend(self.versions.ready(backend));
        ready.extend(self.lists.ready(backend));
        ready.extend(self.sheets.ready(backend));
        ready
    }
}

/// What an entry states, as the row of a version in force since a revision.
pub(in super::super) fn version(id: i64, entry_id: i64, since_revision: i32, entry: &Entry) -> entity::entry_version::Model {
    entity::entry_version::Model {
        id,
        entry_id,
        since_revision,
        until_revision: None,
        name: entry.name.to_string(),
        nature: entry.nature.as_ref().to_owned(),
        capacity: entry.capacity.as_ref().to_owned(),
        department: owned(entry.department.as_ref()),
        manager: owned(entry.manager.as_ref()),
        count: entry.count.map(i64::from),
        storage_certainty: entry.storage.certainty.as_ref().to_owned(),
        storage_abroad: entry.storage.abroad.as_ref().to_owned(),
        storage_reason: owned(entry.storage.reason.as_ref()),
        storage_text: owned(entry.storage.text.as_ref()),
        retention_kind: entry.retention.kind.as_ref().to_owned(),
        retention_period: entry.retention.period.map(|period| period.to_string()),
        retention_after: owned(entry.retention.after.as_ref()),
        retention_due_on: entry.retention.due_on,
        retention_text: owned(entry.retention.text.as_ref()),
        disposal: owned(entry.disposal.as_ref()),
        entrusted: entry.entrusted.as_ref().to_owned(),
        provided: entry.provided.as_ref().to_owned(),
        jointly_used: entry.jointly_used.as_ref().to_owned(),
        special_care: entry.special_care.as_ref().to_owned(),
        individual_number: entry.individual_number.as_ref().to_owned(),
        disclosure_eligible: entry.disclosure.eligible.as_ref().to_owned(),
        disclosure_text: owned(entry.disclosure.text.as_ref()),
        reviewed_on: entry.reviewed_on,
        notes: owned(entry.notes.as_ref()),
    }
}

/// A list as a JSON text. What is in it was [`checked`] before, since JSON writes a NUL in letters that any database takes.
fn json(list: &impl Serialize) -> String {
    serde_json::to_string(list).expect("lists of texts become JSON")
}

/// The lists of an entry that are not empty, by the names of their fields.
struct Words<'a>(&'a Entry);

impl<'a> Words<'a> {
    fn of(entry: &'a Entry) -> Result<Self, StoreError> {
        let all = Self(entry);
        for word in all.texts().into_iter().flat_map(|(_, texts)| texts) {
            checked("entry_list", "words", word)?;
        }
        Ok(all)
    }

    fn texts(&self) -> [(&'static str, &'a [Text]); 10] {
        let Self(entry) = self;
        [
            ("subjects", &entry.subjects),
            ("items", &entry.items),
            ("purposes", &entry.purposes),
            ("acquisition", &entry.acquisition),
            ("accessors", &entry.accessors),
            ("places", &entry.places),
            ("retention", &entry.retention.exceptions),
            ("entrustments", &entry.entrustees),
            ("provisions", &entry.recipients),
            ("jointUses", &entry.joint_uses),
        ]
    }
}

impl Serialize for Words<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fn put<M: serde::ser::SerializeMap, T: AsRef<str>>(lists: &mut M, field: &str, list: &[T]) -> Result<(), M::Error> {
            if list.is_empty() { Ok(()) } else { lists.serialize_entry(field, &list.iter().map(AsRef::as_ref).collect::<Vec<_>>()) }
        }
        let Self(entry) = self;
        let mut lists = serializer.serialize_map(None)?;
        for (field, texts) in self.texts() {
            put(&mut lists, field, texts)?;
        }
        put(&mut lists, "acquiredFrom", &entry.acquired_from)?;
        put(&mut lists, "media", &entry.media)?;
        let countries: Vec<_> = entry.storage.countries.iter().map(crate::ledger::Country::code).collect();
        put(&mut lists, "storage", &countries)?;
        put(&mut lists, "disclosure", &entry.disclosure.reasons)?;
        lists.end()
    }
}

/// Columns that no field takes, as heading and text.
fn pairs(columns: &[OtherColumn]) -> Result<Vec<(&str, &str)>, StoreError> {
    let mut pairs = Vec::with_capacity(columns.len());
    for OtherColumn { heading, text } in columns {
        pairs.push((checked("entry_list", "other_columns", heading)?, checked("entry_list", "other_columns", text)?));
    }
    Ok(pairs)
}

/// Cells that statements were read from, as field, cell and text.
struct Cells<'a>(&'a [Source]);

impl<'a> Cells<'a> {
    fn of(sources: &'a [Source]) -> Result<Self, StoreError> {
        for source in sources {
            // A path is a text of the workbook's; of what a cell is called nothing need be looked at.
            if source.cell.place().is_none() {
                checked("entry_sheet", "cells", &source.cell.to_string())?;
            }
            checked("entry_sheet", "cells", &source.text)?;
        }
        Ok(Self(sources))
    }
}

impl Serialize for Cells<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|source| (source.field, Named(&source.cell), &*source.text)))
    }
}

/// A cell by its name.
struct Named<'a>(&'a CellName);

impl Serialize for Named<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self.0)
    }
}
