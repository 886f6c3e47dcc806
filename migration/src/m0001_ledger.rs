//! Organizations, entries, their versions, revisions and findings of reading.

use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// Words that several tables allow.
const WORDS: &[(&str, &str)] = &[
    ("{stated}", "('YES', 'NO', 'POSSIBLE', 'NOT_STATED')"),
    ("{certainty}", "('KNOWN', 'CANDIDATES', 'NOT_STATED')"),
    ("{requester}", "('PRINCIPAL', 'LEGAL_REPRESENTATIVE', 'AUTHORIZED_AGENT')"),
    (
        "{transfer}",
        "('DOMESTIC', 'DESIGNATED_COUNTRY', 'EQUIVALENT_SYSTEM', 'CONSENT', 'LEGAL_EXCEPTION', 'NOT_A_PROVISION', 'NOT_STATED')",
    ),
    ("{law}", "('APPI', 'APPI_ORDER', 'APPI_RULES', 'NUMBER_ACT', 'GUIDELINE', 'JIS_Q_15001', 'TELECOMMUNICATIONS_BUSINESS_ACT', 'OTHER')"),
    (
        "{field}",
        "('controlNo', 'name', 'subjects', 'items', 'purposes', 'nature', 'acquisition', 'acquiredFrom', 'capacity', 'department', \
         'manager', 'accessors', 'count', 'media', 'places', 'storage', 'retention', 'disposal', 'entrustments', 'entrusted', \
         'provisions', 'provided', 'jointUses', 'jointlyUsed', 'specialCare', 'individualNumber', 'disclosure', 'reviewedOn', 'notes', \
         'otherColumns', 'code', 'home', 'address', 'representative', 'business', 'standard', 'certifications', 'established', \
         'revised', 'policies', 'provisionConditions', 'contacts', 'safetyMeasures', 'regimes', 'procedures')",
    ),
];

/// Tables whose rows never change.
const IMMUTABLE: &[&str] = &[
    "organization",
    "revision",
    "revision_workbook",
    "sheet",
    "organization_word",
    "organization_basis",
    "organization_source",
    "policy",
    "contact",
    "safety_measure",
    "regime",
    "provision_condition",
    "place",
    "entrustee",
    "recipient",
    "joint_use",
    "joint_use_purpose",
    "procedure",
    "required_document",
    "refusal_ground",
    "entry",
    "entry_word",
    "entry_other_column",
    "entry_source",
    "finding",
    "finding_word",
    "finding_source",
    "finding_basis",
];

/// Tables of which a row may once be given the revision that ended it.
const VERSIONS: &[&str] = &["organization_version", "entry_version"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let backend = connection.get_database_backend();
        connection.execute_unprepared(&tables(backend)).await?;
        connection.execute_unprepared(&guards(backend)).await?;
        Ok(())
    }
}

fn tables(backend: DbBackend) -> String {
    // SQLite keeps rows by an INTEGER key itself, and by any other through an index beside.
    let (id, instant, clustered) = match backend {
        DbBackend::Postgres => ("BIGINT", "TIMESTAMP WITH TIME ZONE", ""),
        _ => ("INTEGER", "TIMESTAMP", "WITHOUT ROWID"),
    };
    let sql = concat!(include_str!("m0001_organizations.sql"), include_str!("m0001_entries.sql"));
    let sql = sql.replace("{id}", id).replace("{instant}", instant).replace("{clustered}", clustered);
    let sql = WORDS.iter().fold(sql, |sql, (name, words)| sql.replace(name, words));
    if backend == DbBackend::Postgres { sql } else { without_lists(&sql) }
}

/// The checks `x IN ('A', 'B')` as `(x = 'A' OR x = 'B')`: SQLite makes the list anew for every row that it checks, which costs more
/// than keeping the row.
fn without_lists(sql: &str) -> String {
    let mut rewritten = String::new();
    let mut rest = sql;
    while let Some((before, after)) = rest.split_once(" IN (") {
        let column = before.rsplit(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_')).next().unwrap_or_default();
        let (words, end) = after.split_once(')').unwrap_or((after, ""));
        if column == "NOT" {
            rewritten.push_str(&format!("{before} IN ({words})"));
        } else {
            let each: Vec<String> = words.split(',').map(|word| format!("{column} = {}", word.trim())).collect();
            rewritten.push_str(&format!("{}({})", &before[..before.len() - column.len()], each.join(" OR ")));
        }
        rest = end;
    }
    rewritten + rest
}

/// Triggers that keep the past from being changed, also by a hand with a database client.
fn guards(backend: DbBackend) -> String {
    let mut sql = String::new();
    if backend == DbBackend::Postgres {
        sql.push_str(
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             RAISE EXCEPTION '% is immutable: what was declared is ended by a revision, never changed', TG_TABLE_NAME; END $$;
             CREATE FUNCTION refuse_all_but_end() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             IF OLD.until_revision IS NOT NULL OR NEW.until_revision IS NULL \
             OR (to_jsonb(NEW) - 'until_revision') <> (to_jsonb(OLD) - 'until_revision') THEN \
             RAISE EXCEPTION '% is immutable: a version is ended once by a revision, never changed', TG_TABLE_NAME; END IF; \
             RETURN NEW; END $$;\n",
        );
    }
    for table in IMMUTABLE {
        sql.push_str(&guard(backend, table, "UPDATE OR DELETE"));
    }
    for table in VERSIONS {
        sql.push_str(&guard(backend, table, "DELETE"));
        sql.push_str(&guard_version(backend, table));
    }
    sql
}

fn guard(backend: DbBackend, table: &str, events: &str) -> String {
    if backend == DbBackend::Postgres {
        return format!("CREATE TRIGGER {table}_is_immutable BEFORE {events} ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change();\n");
    }
    let one = |event: &str| {
        format!(
            "CREATE TRIGGER {table}_refuses_{event} BEFORE {event} ON {table} BEGIN \
             SELECT RAISE(ABORT, '{table} is immutable: what was declared is ended by a revision, never changed'); END;\n"
        )
    };
    events.split(" OR ").map(one).collect()
}

fn guard_version(backend: DbBackend, table: &str) -> String {
    if backend == DbBackend::Postgres {
        return format!(
            "CREATE TRIGGER {table}_is_ended_once BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_all_but_end();\n"
        );
    }
    let columns = match table {
        "entry_version" => ENTRY_VERSION,
        _ => ORGANIZATION_VERSION,
    };
    let refuse = format!("SELECT RAISE(ABORT, '{table} is immutable: a version is ended once by a revision, never changed'); END;\n");
    format!(
        "CREATE TRIGGER {table}_is_ended_once BEFORE UPDATE OF until_revision ON {table} \
         WHEN OLD.until_revision IS NOT NULL OR NEW.until_revision IS NULL BEGIN {refuse}\
         CREATE TRIGGER {table}_is_immutable BEFORE UPDATE OF {columns} ON {table} BEGIN {refuse}"
    )
}

/// The columns of the table but the one that may be set.
const ORGANIZATION_VERSION: &str = "id, organization_id, since_revision, name, home, address, representative, business, manager, \
     standard, established, revised, storage_certainty, storage_abroad, storage_reason, storage_text, entrusted, provided, jointly_used";

/// Likewise.
const ENTRY_VERSION: &str = "id, entry_id, since_revision, name, nature, capacity, department, manager, count, storage_certainty, \
     storage_abroad, storage_reason, storage_text, retention_kind, retention_period, retention_after, retention_due_on, retention_text, \
     disposal, entrusted, provided, jointly_used, special_care, individual_number, disclosure_eligible, disclosure_text, reviewed_on, notes";
