//! The sheets that anything was read from, each written once.

use std::collections::BTreeMap;

use sea_orm::EntityTrait;

use super::super::StoreError;
use super::super::batch::Batch;
use super::super::writing::Writing;
use crate::ledger::SheetName;

/// The sheets that the database knows, and new ones on their way into it.
#[derive(Default)]
pub(in super::super) struct Sheets {
    known: BTreeMap<SheetName, i64>,
    next: i64,
    batch: Batch<entity::sheet::Entity>,
}

impl Sheets {
    /// The sheets that the database knows.
    pub(in super::super) async fn load(writing: &Writing) -> Result<Self, StoreError> {
        let rows = entity::sheet::Entity::find().all(writing).await?;
        let next = rows.iter().map(|row| row.id).max().unwrap_or_default() + 1;
        let name = |row: &entity::sheet::Model| SheetName { workbook: row.workbook.as_str().into(), sheet: row.sheet.as_str().into() };
        Ok(Self { known: rows.iter().map(|row| (name(row), row.id)).collect(), next, batch: Batch::default() })
    }

    /// The id of a sheet; a new one is yet to be written.
    pub(in super::super) fn id(&mut self, name: &SheetName) -> Result<i64, StoreError> {
        if let Some(id) = self.known.get(name) {
            return Ok(*id);
        }
        let id = self.next;
        self.next += 1;
        self.known.insert(name.clone(), id);
        self.batch.add(entity::sheet::Model { id, workbook: name.workbook.to_string(), sheet: name.sheet.to_string() })?;
        Ok(id)
    }

    /// The new ones, for the caller to write.
    pub(super) fn take_new(&mut self) -> Batch<entity::sheet::Entity> {
        std::mem::take(&mut self.batch)
    }

    /// Writes the new ones.
    pub(in super::super) async fn write(&mut self, writing: &Writing) -> Result<(), StoreError> {
        self.batch.write(writing).await
    }
}
