//! The cells that entries were read from, a row of a sheet a row: a twentieth of the rows, and each field under its own name.

use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend, Statement};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// The fields of an entry in their order: the name in `entry_source`, and what the two columns' names begin with.
const FIELDS: [(&str, &str); 30] = [
    ("controlNo", "control_no"), ("name", "name"), ("subjects", "subjects"), ("items", "items"),
    ("purposes", "purposes"), ("nature", "nature"), ("acquisition", "acquisition"), ("acquiredFrom", "acquired_from"),
    ("capacity", "capacity"), ("department", "department"), ("manager", "manager"), ("accessors", "accessors"),
    ("count", "count"), ("media", "media"), ("places", "places"), ("storage", "storage"),
    ("retention", "retention"), ("disposal", "disposal"), ("entrustments", "entrustments"), ("entrusted", "entrusted"),
    ("provisions", "provisions"), ("provided", "provided"), ("jointUses", "joint_uses"), ("jointlyUsed", "jointly_used"),
    ("specialCare", "special_care"), ("individualNumber", "individual_number"), ("disclosure", "disclosure"), ("reviewedOn", "reviewed_on"),
    ("notes", "notes"), ("otherColumns", "other_columns"),
];

/// What was read from one row of a sheet in the order of the fields; what is out of that order, or of another row, is a row more.
const TABLE: &str = "
CREATE TABLE entry_row (
    version_id BIGINT NOT NULL REFERENCES entry_version (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    sheet_id BIGINT NOT NULL REFERENCES sheet (id) ON DELETE RESTRICT,
    -- The row's number, from 1; none where it is the sheet's name that says something.
    \"row\" INTEGER CHECK (\"row\" > 0),
    -- Of each field the column's number, from 1, and the cell as written; both are empty where nothing of the row says the field.
    {columns}
    PRIMARY KEY (version_id, position)
) {clustered};
";

/// Cells as numbers, in rows that end where the sheet, the row or the order of the fields breaks.
const MOVE: &str = "
INSERT INTO entry_row (version_id, position, sheet_id, \"row\"{names})
WITH field (name, number) AS (VALUES {fields}),
split AS (
    SELECT version_id, position, sheet_id, number, cell, text, rtrim(cell, '0123456789') AS letters
    FROM entry_source JOIN field ON name = field
),
cell AS (
    SELECT version_id, position, sheet_id, number, text,
        CASE WHEN cell <> '' THEN CAST(substr(cell, length(letters) + 1) AS INTEGER) END AS line,
        CASE length(letters)
            WHEN 1 THEN {letter}(letters) - 64
            WHEN 2 THEN 26 * ({letter}(letters) - 64) + {letter}(substr(letters, 2)) - 64
            WHEN 3 THEN 676 * ({letter}(letters) - 64) + 26 * ({letter}(substr(letters, 2)) - 64) + {letter}(substr(letters, 3)) - 64
        END AS place
    FROM split
),
broken AS (
    SELECT cell.*, CASE
        WHEN lag(sheet_id) OVER run = sheet_id AND coalesce(lag(line) OVER run, 0) = coalesce(line, 0)
            AND lag(number) OVER run < number THEN 0
        ELSE 1
    END AS breaks
    FROM cell WINDOW run AS (PARTITION BY version_id ORDER BY position)
),
numbered AS (SELECT broken.*, sum(breaks) OVER (PARTITION BY version_id ORDER BY position) - 1 AS of_row FROM broken)
SELECT version_id, of_row, min(sheet_id), min(line){values}
FROM numbered GROUP BY version_id, of_row ORDER BY version_id, of_row
";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let backend = connection.get_database_backend();
        refuse_others(connection, backend).await?;
        let each = |write: &dyn Fn(usize, &str) -> String| -> String { (1..).zip(FIELDS).map(|(at, (_, name))| write(at, name)).collect() };
        let (clustered, letter) = if backend == DbBackend::Postgres { ("", "ascii") } else { ("WITHOUT ROWID", "unicode") };
        let columns = each(&|_, name| format!("{name}_column INTEGER, {name}_text TEXT,\n    "));
        connection.execute_unprepared(&TABLE.replace("{columns}", &columns).replace("{clustered}", clustered)).await?;
        let names = each(&|_, name| format!(", {name}_column, {name}_text"));
        let values = each(&|at, _| format!(",\n    max(CASE number WHEN {at} THEN place END), max(CASE number WHEN {at} THEN text END)"));
        let fields: Vec<String> = (1..).zip(FIELDS).map(|(at, (field, _))| format!("('{field}', {at})")).collect();
        let sql = MOVE.replace("{names}", &names).replace("{values}", &values);
        connection.execute_unprepared(&sql.replace("{fields}", &fields.join(", ")).replace("{letter}", letter)).await?;
        connection.execute_unprepared("DROP TABLE entry_source").await?;
        connection.execute_unprepared(&guards(backend)).await?;
        Ok(())
    }
}

/// An entry has no field of an organization; where a hand with a database client has written one, nothing is moved.
async fn refuse_others(connection: &impl ConnectionTrait, backend: DbBackend) -> Result<(), DbErr> {
    let fields: Vec<String> = FIELDS.iter().map(|(field, _)| format!("'{field}'")).collect();
    let sql = format!("SELECT version_id FROM entry_source WHERE field NOT IN ({}) LIMIT 1", fields.join(", "));
    match connection.query_one_raw(Statement::from_string(backend, sql)).await? {
        None => Ok(()),
        Some(row) => {
            let version: i64 = row.try_get_by_index(0)?;
            Err(DbErr::Custom(format!("entry_source of version {version} names a field that no entry has")))
        }
    }
}

/// Rows never change, as of the other tables.
fn guards(backend: DbBackend) -> String {
    if backend == DbBackend::Postgres {
        return "CREATE TRIGGER entry_row_is_immutable BEFORE UPDATE OR DELETE ON entry_row FOR EACH ROW EXECUTE FUNCTION refuse_change()"
            .to_owned();
    }
    let one = |event: &str| {
        format!(
            "CREATE TRIGGER entry_row_refuses_{event} BEFORE {event} ON entry_row BEGIN \
             SELECT RAISE(ABORT, 'entry_row is immutable: what was declared is ended by a revision, never changed'); END;\n"
        )
    };
    ["UPDATE", "DELETE"].into_iter().map(one).collect()
}
