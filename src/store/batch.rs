//! Rows written by the hundred: one statement for many, prepared once.

use std::fmt::Write as _;

use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, IdenStatic, IntoActiveModel, Iterable, Statement, Value,
};

use super::StoreError;

/// How many values one statement may hold, well below what SQLite (32,766) and PostgreSQL (65,535) allow.
const VALUES: usize = 4_000;

/// Rows of one table on their way into the database.
pub(super) struct Batch<E: EntityTrait> {
    columns: Vec<E::Column>,
    values: Vec<Value>,
    /// Values of a full statement.
    full: usize,
    statement: Option<String>,
}

impl<E> Batch<E>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    /// No rows yet.
    pub(super) fn new() -> Self {
        let columns: Vec<_> = E::Column::iter().collect();
        let full = VALUES / columns.len() * columns.len();
        Self { columns, values: Vec::new(), full, statement: None }
    }

    /// Takes a row. Refuses text that PostgreSQL cannot hold.
    pub(super) fn add(&mut self, row: E::Model) -> Result<(), StoreError> {
        let mut row = row.into_active_model();
        for column in &self.columns {
            let value = row.take(*column).into_value().unwrap_or(Value::Int(None));
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

    /// Whether a statement's worth of rows has gathered.
    pub(super) fn is_full(&self) -> bool {
        self.values.len() >= self.full
    }

    /// Writes rows as long as they fill a statement; the rest stays.
    pub(super) async fn write_full(&mut self, transaction: &DatabaseTransaction) -> Result<(), StoreError> {
        let mut rest = std::mem::take(&mut self.values);
        while rest.len() >= self.full {
            let after = rest.split_off(self.full);
            let (backend, columns, rows) = (transaction.get_database_backend(), &self.columns, self.full / self.columns.len());
            let sql = self.statement.get_or_insert_with(|| insert::<E>(backend, columns, rows));
            transaction.execute_raw(Statement::from_sql_and_values(backend, sql.as_str(), rest)).await?;
            rest = after;
        }
        self.values = rest;
        Ok(())
    }

    /// Writes every row.
    pub(super) async fn write(&mut self, transaction: &DatabaseTransaction) -> Result<(), StoreError> {
        self.write_full(transaction).await?;
        let rest = std::mem::take(&mut self.values);
        if !rest.is_empty() {
            let backend = transaction.get_database_backend();
            let sql = insert::<E>(backend, &self.columns, rest.len() / self.columns.len());
            transaction.execute_raw(Statement::from_sql_and_values(backend, sql, rest)).await?;
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
