//! The lists of entries as rows again, for whoever reads the database with plain SQL: views over the JSON that they are kept as.

use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const SQLITE: &str = "
-- What a version lists, a row each word: the field, and the word's place in its list from 0.
CREATE VIEW entry_word (version_id, field, position, word) AS
SELECT version_id, list.key, word.key, word.value FROM entry_list, json_each(words) AS list, json_each(list.value) AS word;

-- Columns of the workbook that no field takes, a row each.
CREATE VIEW entry_other_column (version_id, position, heading, text) AS
SELECT version_id, pair.key, pair.value ->> 0, pair.value ->> 1 FROM entry_list, json_each(other_columns) AS pair;

-- The cells that a version was read from, a row each.
CREATE VIEW entry_source (version_id, position, field, sheet_id, cell, text) AS
SELECT version_id, position + source.key, source.value ->> 0, sheet_id, source.value ->> 1, source.value ->> 2
FROM entry_sheet, json_each(cells) AS source;
";

const POSTGRES: &str = "
CREATE VIEW entry_word (version_id, field, position, word) AS
SELECT version_id, list.key, word.place - 1, word.word
FROM entry_list, json_each(words::json) AS list, json_array_elements_text(list.value) WITH ORDINALITY AS word (word, place);

CREATE VIEW entry_other_column (version_id, position, heading, text) AS
SELECT version_id, pair.place - 1, pair.pair ->> 0, pair.pair ->> 1
FROM entry_list, json_array_elements(other_columns::json) WITH ORDINALITY AS pair (pair, place);

CREATE VIEW entry_source (version_id, position, field, sheet_id, cell, text) AS
SELECT version_id, position + source.place - 1, source.source ->> 0, sheet_id, source.source ->> 1, source.source ->> 2
FROM entry_sheet, json_array_elements(cells::json) WITH ORDINALITY AS source (source, place);
";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let views = match connection.get_database_backend() {
            DbBackend::Postgres => POSTGRES,
            _ => SQLITE,
        };
        connection.execute_unprepared(views).await?;
        Ok(())
    }
}
