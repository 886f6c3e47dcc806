//! How the store came to its shape: migrations in order, on SQLite and PostgreSQL alike.
//!
//! A migration is never edited once it has landed, and knows no entity: it must mean the same for ever.

mod m0001_ledger;
mod m0002_credential;
mod m0003_acceptance;
mod m0004_request;
mod m0005_entry_list;
mod m0006_entry_rows;

use sea_orm_migration::prelude::{MigrationTrait, MigratorTrait};

/// The migrations, oldest first.
#[derive(Debug)]
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_ledger::Migration),
            Box::new(m0002_credential::Migration),
            Box::new(m0003_acceptance::Migration),
            Box::new(m0004_request::Migration),
            Box::new(m0005_entry_list::Migration),
            Box::new(m0006_entry_rows::Migration),
        ]
    }
}
