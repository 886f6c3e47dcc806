//! The lists of an entry, and the cells that it was read from, as one JSON text each: a row for each word and each cell was forty rows
//! an entry, and took longer to write than all the rest of an import together. They are read whole, with their entry.

use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLES: &str = r#"
-- The lists of a version: one row each, also where all are empty.
CREATE TABLE entry_list (
    version_id {id} NOT NULL PRIMARY KEY REFERENCES entry_version (id) ON DELETE RESTRICT,
    -- Of each field that lists something the words in their order, e.g. {"items":["氏名","住所"],"media":["PAPER"]}: 本人の区分, 項目
    -- and so on; the countries of the storage, the exceptions of the retention, the reasons why it is not disclosed.
    words TEXT NOT NULL,
    -- Columns of the workbook that no field takes, with their headings: [["heading","text"],...].
    other_columns TEXT NOT NULL
);

-- What of a sheet a version was read from. A version of which sources stand in several sheets has a row for each run of one sheet.
CREATE TABLE entry_sheet (
    version_id BIGINT NOT NULL REFERENCES entry_version (id) ON DELETE RESTRICT,
    -- How many cells of the version come before.
    position INTEGER NOT NULL CHECK (position >= 0),
    sheet_id BIGINT NOT NULL REFERENCES sheet (id) ON DELETE RESTRICT,
    -- Field, cell and text of each source in their order: [["name","B2","顧客名簿"],...].
    cells TEXT NOT NULL,
    PRIMARY KEY (version_id, position)
);
"#;

/// What stood as rows, which are as many as they were long.
const MOVE: &str = "
INSERT INTO entry_list (version_id, words, other_columns)
SELECT id,
    coalesce((
        SELECT {object}(field, {json}(words)) FROM (
            SELECT field, {array}(word ORDER BY position) AS words FROM entry_word WHERE version_id = entry_version.id GROUP BY field
        ) AS list
    ), '{}'),
    coalesce((
        SELECT {array}({tuple}(heading, text) ORDER BY position) FROM entry_other_column WHERE version_id = entry_version.id
    ), '[]')
FROM entry_version ORDER BY id;

INSERT INTO entry_sheet (version_id, position, sheet_id, cells)
SELECT version_id, min(position), sheet_id, {array}({tuple}(field, cell, text) ORDER BY position)
FROM (
    -- The same throughout a run of one sheet, and another in the sheet's next.
    SELECT *, position - row_number() OVER (PARTITION BY version_id, sheet_id ORDER BY position) AS run FROM entry_source
) AS source
GROUP BY version_id, sheet_id, run ORDER BY version_id, min(position);

DROP TABLE entry_word;
DROP TABLE entry_other_column;
DROP TABLE entry_source;
";

/// Tables whose rows never change.
const IMMUTABLE: &[&str] = &["entry_list", "entry_sheet"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let backend = connection.get_database_backend();
        let (id, object, array, tuple, json) = match backend {
            DbBackend::Postgres => ("BIGINT", "json_object_agg", "json_agg", "json_build_array", ""),
            _ => ("INTEGER", "json_group_object", "json_group_array", "json_array", "json"),
        };
        connection.execute_unprepared(&TABLES.replace("{id}", id)).await?;
        let sql = MOVE.replace("{object}", object).replace("{array}", array).replace("{tuple}", tuple).replace("{json}", json);
        connection.execute_unprepared(&sql).await?;
        for table in IMMUTABLE {
            connection.execute_unprepared(&guard(backend, table)).await?;
        }
        Ok(())
    }
}

/// Triggers that keep the past from being changed, also by a hand with a database client.
fn guard(backend: DbBackend, table: &str) -> String {
    if backend == DbBackend::Postgres {
        // The function was made with the ledger's tables.
        return format!(
            "CREATE TRIGGER {table}_is_immutable BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change();"
        );
    }
    let one = |event: &str| {
        format!(
            "CREATE TRIGGER {table}_refuses_{event} BEFORE {event} ON {table} BEGIN \
             SELECT RAISE(ABORT, '{table} is immutable: what was declared is ended by a revision, never changed'); END;\n"
        )
    };
    ["UPDATE", "DELETE"].map(one).concat()
}
