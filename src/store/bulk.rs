//! Rows of the long lists, millions of them: sent as one JSON text that the database takes apart, since sending each value costs more
//! than keeping it. What is kept is ordinary rows.

use std::marker::PhantomData;

use sea_orm::{ColumnTrait, ColumnType, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, IdenStatic, Iterable, Statement};
use serde::Serialize;

use super::StoreError;

/// Rows of one table on their way into the database. Its columns are numbers and texts.
pub(super) struct Bulk<E> {
    json: Vec<u8>,
    table: PhantomData<E>,
}

impl<E: EntityTrait> Bulk<E> {
    /// No rows yet.
    pub(super) fn new() -> Self {
        Self { json: Vec::new(), table: PhantomData }
    }

    /// Takes a row: a tuple in the order of the table's columns, its texts [`checked`].
    pub(super) fn add(&mut self, row: &impl Serialize) -> Result<(), StoreError> {
        self.json.push(if self.json.is_empty() { b'[' } else { b',' });
        serde_json::to_writer(&mut self.json, row).map_err(|error| sea_orm::DbErr::Custom(error.to_string()).into())
    }

    /// Writes every row.
    pub(super) async fn write(&mut self, transaction: &DatabaseTransaction) -> Result<(), StoreError> {
        if self.json.is_empty() {
            return Ok(());
        }
        let mut json = std::mem::take(&mut self.json);
        json.push(b']');
        let json = String::from_utf8(json).map_err(|error| sea_orm::DbErr::Custom(error.to_string()))?;
        let backend = transaction.get_database_backend();
        transaction.execute_raw(Statement::from_sql_and_values(backend, insert::<E>(backend), [json.into()])).await?;
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

fn insert<E: EntityTrait>(backend: DbBackend) -> String {
    let names: Vec<String> = E::Column::iter().map(|column| format!("\"{}\"", column.as_str())).collect();
    let values: Vec<String> = (0..).zip(E::Column::iter()).map(|(at, column)| value(at, column)).collect();
    let rows = match backend {
        DbBackend::Postgres => "json_array_elements(CAST($1 AS json))",
        // The other json_each writes each row as text again for every column that is taken from it.
        _ => "jsonb_each(?)",
    };
    format!("INSERT INTO \"{}\" ({}) SELECT {} FROM {rows}", E::default().as_str(), names.join(", "), values.join(", "))
}

/// One column of a row, which both back ends call `value`.
fn value(at: usize, column: impl ColumnTrait) -> String {
    match column.def().get_column_type() {
        ColumnType::BigInteger => format!("CAST(value ->> {at} AS BIGINT)"),
        ColumnType::Integer => format!("CAST(value ->> {at} AS INTEGER)"),
        _ => format!("value ->> {at}"),
    }
}
