//! Entries' versions as rows.

use sea_orm::DatabaseTransaction;

use super::super::StoreError;
use super::super::batch::Batch;
use super::super::bulk::{Bulk, checked};
use super::sheets::Sheets;
use super::{numbered, owned};
use crate::ledger::{Entry, Text};

/// Entries' versions on their way into the database. Parents are written before their children.
pub(in super::super) struct EntryRows {
    entries: Batch<entity::entry::Entity>,
    versions: Batch<entity::entry_version::Entity>,
    words: Bulk<entity::entry_word::Entity>,
    columns: Bulk<entity::entry_other_column::Entity>,
    sources: Bulk<entity::entry_source::Entity>,
}

impl EntryRows {
    /// No rows yet.
    pub(in super::super) fn new() -> Self {
        Self { entries: Batch::new(), versions: Batch::new(), words: Bulk::new(), columns: Bulk::new(), sources: Bulk::new() }
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
        let id = version.id;
        self.versions.add(version)?;
        for (field, list) in lists(entry) {
            for (position, word) in numbered(list) {
                self.words.add(&(id, field, position, checked("entry_word", "word", word)?))?;
            }
        }
        for (position, column) in numbered(&entry.other_columns) {
            let heading = checked("entry_other_column", "heading", &column.heading)?;
            self.columns.add(&(id, position, heading, checked("entry_other_column", "text", &column.text)?))?;
        }
        for (position, source) in numbered(&entry.sources) {
            let sheet = sheets.id(&source.sheet)?;
            let cell = source.cell.to_string();
            let cell = checked("entry_source", "cell", &cell)?;
            let text = checked("entry_source", "text", &source.text)?;
            self.sources.add(&(id, position, source.field.as_ref(), sheet, cell, text))?;
        }
        Ok(())
    }

    /// Writes all that was taken, if that is a statement's worth of versions.
    pub(in super::super) async fn write_full(&mut self, transaction: &DatabaseTransaction, sheets: &mut Sheets) -> Result<(), StoreError> {
        if self.versions.is_full() { self.write(transaction, sheets).await } else { Ok(()) }
    }

    /// Writes all that was taken, parents before their children.
    pub(in super::super) async fn write(&mut self, transaction: &DatabaseTransaction, sheets: &mut Sheets) -> Result<(), StoreError> {
        sheets.write(transaction).await?;
        self.entries.write(transaction).await?;
        self.versions.write(transaction).await?;
        self.words.write(transaction).await?;
        self.columns.write(transaction).await?;
        self.sources.write(transaction).await
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
