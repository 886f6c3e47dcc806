//! Rows written by the hundred: one statement for many, prepared once.

use std::fmt::Write as _;

use sea_orm::{ActiveModelTrait, ConnectionTrait, DbBackend, EntityTrait, IdenStatic, IntoActiveModel, Iterable, Value};

use super::StoreError;
use super::writing::{Ready, Writing};

/// How many values one statement may hold, well below what SQLite (32,766) and PostgreSQL (65,535) allow. The driver's list of as many
/// stays below the 64 KiB beyond which glibc, when it is freed, looks through all small free memory: of 4,000 an import took half a second longer.
const VALUES: usize = 2_000;

/// Rows of one table on their way into the database.
pub(super) struct Batch<E: EntityTrait> {
    columns: Vec<E::Column>,
    values: Vec<Value>,
    /// Values of a full statement.
    full: usize,
}

impl<E: EntityTrait> Default for Batch<E> {
    /// No rows yet.
    fn default() -> Self {
        let columns: Vec<_> = E::Column::iter().collect();
        let full = VALUES / columns.len() * columns.len();
        Self { columns, values: Vec::new(), full }
    }
}

impl<E> Batch<E>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    /// Takes a row. Refuses text that PostgreSQL cannot hold.
    pub(super) fn add(&mut self, row: E::Model) -> Result<(), StoreError> {
        let mut row = row.into_active_model();
        for column in &self.columns {
            let value = row.take(*column).into_value().unwrap_or(Value::Int(None));
            if let Value::String(Some(text)) = &value {
                checked(E::default().as_str(), column.as_str(), text)?;
            }
            self.values.push(value);
        }
        Ok(())
    }

    /// Every row, as statements.
    pub(super) fn ready(&mut self, backend: DbBackend) -> Vec<Ready> {
        let mut rest = std::mem::take(&mut self.values).into_iter();
        let (mut sql, mut rows) = (String::new(), 0);
        let mut ready = Vec::with_capacity(rest.len().div_ceil(self.full));
        while rest.len() > 0 {
            let values: Vec<Value> = rest.by_ref().take(self.full).collect();
            // All statements but the last are of one size.
            if values.len() / self.columns.len() != rows {
                rows = values.len() / self.columns.len();
                sql = insert::<E>(backend, &self.columns, rows);
            }
            ready.push(Ready::new(backend, sql.clone(), values));
        }
        ready
    }

    /// Writes every row.
    pub(super) async fn write(&mut self, writing: &Writing) -> Result<(), StoreError> {
        for ready in self.ready(writing.get_database_backend()) {
            writing.put(ready).await?;
        }
        Ok(())
    }
}

/// The text, if every database can hold it: PostgreSQL has no NUL.
pub(super) fn checked<'a>(table: &str, column: &str, text: &'a str) -> Result<&'a str, StoreError> {
    if text.contains('\0') {
        return Err(StoreError::Nul { table: table.to_owned(), column: column.to_owned(), text: text.replace('\0', "␀") });
    }
    Ok(text)
}

fn insert<E: EntityTrait>(backend: DbBackend, columns: &[E::Column], rows: usize) -> String {
    let names: Vec<String> = columns.iter().map(|column| format!("\"{}\"", column.as_str())).collect();
    let mut sql = format!("INSERT INTO \"{}\" ({}) VALUES ", E::default().as_str(), names.join(", "));
    let mut number = 0;
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns.len() {
            number += 1;
            let comma = if column == 0 { "" } else { ", " };
            let written = match backend {
                DbBackend::Postgres => write!(sql, "{comma}${number}"),
                _ => write!(sql, "{comma}?"),
            };
            written.expect("a string takes all that is written to it");
        }
        sql.push(')');
    }
    sql
}
