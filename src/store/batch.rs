//! Rows written by the hundred: one statement for many, prepared once.

use std::fmt::Write as _;

use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, IdenStatic, IntoActiveModel, Iterable, Statement, Value,
};

use super::StoreError;

/// How many values one statement holds: far below what SQLite (32,766) and PostgreSQL (65,535) allow, since longer statements take more
/// time a row.
const VALUES: usize = 1_024;

/// Rows of one table on their way into the database.
pub(super) struct Batch<E: EntityTrait> {
    columns: Vec<E::Column>,
    values: Vec<Value>,
    /// Values of a full statement.
    full: usize,
}

impl<E> Batch<E>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    /// No rows yet.
    pub(super) fn new() -> Self {
        let columns: Vec<_> = E::Column::iter().collect();
        let full = (VALUES / columns.len()).max(1) * columns.len();
        Self { columns, values: Vec::new(), full }
    }

    /// Takes a row. Refuses text that PostgreSQL cannot hold.
    pub(super) fn add(&mut self, row: E::Model) -> Result<(), StoreError> {
        let mut row = row.into_active_model();
        let columns: Vec<Value> = E::Column::iter().map(|column| row.take(column).into_value().unwrap_or(Value::Int(None))).collect();
        self.add_values(columns)
    }

    /// The same of a row's values in the order of the table's columns; of long lists, whose rows need no model of their own.
    pub(super) fn add_values(&mut self, row: impl IntoIterator<Item = Value>) -> Result<(), StoreError> {
        for (column, value) in self.columns.iter().zip(row) {
            if let Value::String(Some(text)) = &value
                && text.contains('\0')
            {
                let (table, column) = (E::default().as_str().to_owned(), column.as_str().to_owned());
                return Err(StoreError::Nul { table, column, text: text.replace('\0', "␀") });
            }
            self.values.push(value);
        }
        Ok(())
    }

    /// Writes every row.
    pub(super) async fn write(&mut self, transaction: &DatabaseTransaction) -> Result<(), StoreError> {
        let (backend, width) = (transaction.get_database_backend(), self.columns.len());
        let mut rest = std::mem::take(&mut self.values);
        while !rest.is_empty() {
            let after = rest.split_off(self.full.min(rest.len()));
            let sql = insert::<E>(backend, &self.columns, rest.len() / width);
            transaction.execute_raw(Statement::from_sql_and_values(backend, sql, rest)).await?;
            rest = after;
        }
        Ok(())
    }
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
