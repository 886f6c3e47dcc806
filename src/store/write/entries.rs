//! Entries' versions as rows.

use std::collections::BTreeMap;

use sea_orm::DatabaseTransaction;
use serde::Serialize;

use super::super::StoreError;
use super::super::batch::{Batch, checked};
use super::owned;
use super::sheets::Sheets;
use crate::ledger::{Entry, OtherColumn, Source, Text};

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
        Self { entries: Batch::new(), versions: Batch::new(), lists: Batch::new(), sheets: Batch::new(), new_sheets: Batch::new() }
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
        let (words, other_columns) = (words_of(entry)?, columns(&entry.other_columns)?);
        self.lists.add(entity::entry_list::Model { version_id, words, other_columns })?;
        let mut position = 0;
        for run in entry.sources.chunk_by(|one, next| one.sheet == next.sheet) {
            let sheet_id = sheets.id(&run[0].sheet)?;
            self.sheets.add(entity::entry_sheet::Model { version_id, position, sheet_id, cells: cells(run)? })?;
            position += i32::try_from(run.len()).expect("an entry is read from fewer cells than a workbook may have");
        }
        Ok(())
    }

    /// Takes the sheets that are new, once all that was read from them is taken.
    pub(in super::super) fn take_sheets(&mut self, sheets: &mut Sheets) {
        self.new_sheets = sheets.take_new();
    }

    /// Writes all that was taken, parents before their children.
    pub(in super::super) async fn write(mut self, transaction: &DatabaseTransaction) -> Result<(), StoreError> {
        self.new_sheets.write(transaction).await?;
        self.entries.write(transaction).await?;
        self.versions.write(transaction).await?;
        self.lists.write(transaction).await?;
        self.sheets.write(transaction).await
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

/// The lists of an entry that are not empty, by the names of their fields.
fn words_of(entry: &Entry) -> Result<String, StoreError> {
    let mut words = BTreeMap::new();
    for (field, list) in lists(entry) {
        for word in &list {
            checked("entry_list", "words", word)?;
        }
        if !list.is_empty() {
            words.insert(field, list);
        }
    }
    Ok(json(&words))
}

/// Columns that no field takes, as heading and text.
fn columns(columns: &[OtherColumn]) -> Result<String, StoreError> {
    let mut pairs = Vec::with_capacity(columns.len());
    for OtherColumn { heading, text } in columns {
        pairs.push((checked("entry_list", "other_columns", heading)?, checked("entry_list", "other_columns", text)?));
    }
    Ok(json(&pairs))
}

/// Cells that statements were read from, as field, cell and text.
fn cells(sources: &[Source]) -> Result<String, StoreError> {
    let mut cells = Vec::with_capacity(sources.len());
    for source in sources {
        let cell = source.cell.to_string();
        checked("entry_sheet", "cells", &cell)?;
        cells.push((source.field.as_ref(), cell, checked("entry_sheet", "cells", &source.text)?));
    }
    Ok(json(&cells))
}

/// A list as one text. What is in it was [`checked`] before, since JSON writes a NUL in letters that any database takes.
fn json(list: &impl Serialize) -> String {
    serde_json::to_string(list).expect("lists of texts become JSON")
}

/// The lists of an entry by the names of their fields.
fn lists(entry: &Entry) -> [(&'static str, Vec<&str>); 14] {
    [
        ("subjects", texts(&entry.subjects)),
        ("items", texts(&entry.items)),
        ("purposes", texts(&entry.purposes)),
        ("acquisition", texts(&entry.acquisition)),
        ("acquiredFrom", words(&entry.acquired_from)),
        ("accessors", texts(&entry.accessors)),
        ("media", words(&entry.media)),
        ("places", texts(&entry.places)),
        ("storage", entry.storage.countries.iter().map(crate::ledger::Country::code).collect()),
        ("retention", texts(&entry.retention.exceptions)),
        ("entrustments", texts(&entry.entrustees)),
        ("provisions", texts(&entry.recipients)),
        ("jointUses", texts(&entry.joint_uses)),
        ("disclosure", words(&entry.disclosure.reasons)),
    ]
}

fn texts(list: &[Text]) -> Vec<&str> {
    list.iter().map(AsRef::as_ref).collect()
}

fn words<T: AsRef<str>>(list: &[T]) -> Vec<&str> {
    list.iter().map(AsRef::as_ref).collect()
}
