//! Sign-in links, sessions and tokens: the digests of their secrets.

use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// A credential's row stays when it ends, so that the record of who came in stays whole.
const TABLE: &str = "
CREATE TABLE credential (
    digest TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 43),
    kind TEXT NOT NULL CHECK (kind IN ('SIGN_IN', 'SESSION', 'TOKEN')),
    name TEXT NOT NULL CHECK (name <> ''),
    created_at {instant} NOT NULL,
    -- When it stops working by itself; a token does not.
    expires_at {instant},
    -- When it was used up, signed out of, or revoked.
    ended_at {instant}
);
CREATE INDEX credential_of_name ON credential (kind, name);
";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let instant = match connection.get_database_backend() {
            DbBackend::Postgres => "TIMESTAMP WITH TIME ZONE",
            _ => "TIMESTAMP",
        };
        connection.execute_unprepared(&TABLE.replace("{instant}", instant)).await?;
        Ok(())
    }
}
