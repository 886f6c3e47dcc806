//! Opening a database: made where it is missing, brought up to date, and refused with the reason where it cannot be used.

use std::path::Path;
use std::time::Duration;

use migration::Migrator;
use sea_orm::sqlx::Connection as _;
use sea_orm::sqlx::postgres::PgConnection;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, RuntimeErr,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;

use super::revisions::newest;
use super::{Store, StoreError};

/// How long a writer waits for another process to finish its own writing.
const PATIENCE: Duration = Duration::from_mins(1);

/// How long to wait before a database that another is just making is tried again.
const AGAIN: Duration = Duration::from_millis(20);

/// How long a server may take to answer when a database is opened.
const ANSWER: Duration = Duration::from_secs(10);

/// How many connections a process holds at most.
const CONNECTIONS: u32 = 8;

/// How many bytes a page of a new SQLite file has. What an entry was read from fills a good part of SQLite's own 4,096, so that much of each
/// would stay empty and be written nevertheless.
const PAGE: u32 = 8_192;

/// How many rows SQLite's thread reads ahead of who takes them: a ledger is read in long scans.
const ROWS_AHEAD: usize = 1_024;

/// Takes the lock that a writer holds on PostgreSQL until its transaction ends. Its number is `daicho` in ASCII.
pub(super) const LOCK_WRITERS: &str = "SELECT pg_advisory_xact_lock(x'64616963686f'::bigint)";

impl Store {
    /// Opens a database, and makes its tables where they are missing. `sqlite:FILE` is made where it is missing, but not its folder.
    ///
    /// Every error names the URL without its password.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let shown = without_password(url);
        let database = match url.split_once(':') {
            Some(("sqlite", _)) => patiently(|| ready_sqlite(url, &shown)).await?,
            Some(("postgres" | "postgresql", rest)) => {
                let database = open_postgres(&format!("postgres:{rest}"), &shown).await?;
                migrate(&database, &shown).await?;
                database
            }
            _ => return Err(StoreError::Url { url: shown }),
        };
        Ok(Self { database, shared: std::sync::Arc::default() })
    }

    /// A transaction that no other writer's runs beside.
    pub(super) async fn begin_write(&self) -> Result<DatabaseTransaction, StoreError> {
        Ok(begin_write(&self.database).await?)
    }
}

async fn begin_write(database: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    let immediate = Some(SqliteTransactionMode::Immediate);
    let options = TransactionOptions { sqlite_transaction_mode: immediate, ..TransactionOptions::default() };
    let transaction = database.begin_with_options(options).await?;
    if transaction.get_database_backend() == DbBackend::Postgres {
        transaction.execute_unprepared(LOCK_WRITERS).await?;
    }
    Ok(transaction)
}

/// Keeps the journal of a SQLite file as a write-ahead log, so that readers never wait for who writes. A file is made without: the pages of
/// its first import, often the largest of all, are then written once, and not to the log before. Where another is at work on the file, it
/// stays as it is until it is opened again: either journal is safe.
pub(super) async fn log_ahead(database: &DatabaseConnection) {
    if database.get_database_backend() == DbBackend::Sqlite {
        let _is_busy = database.execute_unprepared("PRAGMA journal_mode = WAL").await;
    }
}

/// Tries again while another process makes the same database. SQLite waits for locks by itself, but not for the one under which a
/// file's journal becomes a write-ahead log: who meets that is told at once that the database is locked.
async fn patiently<F>(open: impl Fn() -> F) -> Result<DatabaseConnection, StoreError>
where
    F: Future<Output = Result<DatabaseConnection, StoreError>>,
{
    let trying = async {
        loop {
            match open().await {
                Err(error) if is_busy(&error) => tokio::time::sleep(AGAIN).await,
                opened => return opened,
            }
        }
    };
    match tokio::time::timeout(PATIENCE, trying).await {
        Ok(opened) => opened,
        Err(_) => open().await,
    }
}

/// Whether another held a lock that SQLite does not wait for.
fn is_busy(error: &StoreError) -> bool {
    const BUSY: u32 = 5;
    matches!(error, StoreError::CannotMigrate { cause, .. } if code_of(cause).is_some_and(|code| code & 0xff == BUSY))
}

async fn ready_sqlite(url: &str, shown: &str) -> Result<DatabaseConnection, StoreError> {
    let database = open_sqlite(url, shown).await?;
    migrate(&database, shown).await?;
    if newest(&database, None).await? > 0 {
        log_ahead(&database).await;
    }
    Ok(database)
}

async fn open_sqlite(url: &str, shown: &str) -> Result<DatabaseConnection, StoreError> {
    let parsed: SqliteConnectOptions = url.parse().map_err(|_| StoreError::Url { url: shown.to_owned() })?;
    let file = parsed.get_filename().to_owned();
    let in_memory = url.contains(":memory:") || url.contains("mode=memory");
    if !in_memory {
        if file.is_dir() {
            return Err(StoreError::NotADatabase { url: shown.to_owned() });
        }
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !folder.is_dir() {
            return Err(StoreError::NoFolder { folder: folder.display().to_string() });
        }
    }
    let mut options = ConnectOptions::new(url);
    options.max_connections(if in_memory { 1 } else { CONNECTIONS }).acquire_timeout(PATIENCE).sqlx_logging(false);
    if in_memory {
        options.min_connections(1).idle_timeout(None).max_lifetime(None);
    }
    // With less, revisions that were acknowledged are forgotten when the power fails: those in a log without FULL, and those whose journal
    // is back, since its folder was not written without EXTRA.
    options.map_sqlx_sqlite_opts(|options| {
        let durable = options.synchronous(SqliteSynchronous::Extra);
        // What is erased must not be left to be read in the file's free pages.
        let durable = durable.pragma("secure_delete", "ON").page_size(PAGE);
        durable.create_if_missing(true).foreign_keys(true).busy_timeout(PATIENCE).row_buffer_size(ROWS_AHEAD)
    });
    Database::connect(options).await.map_err(|cause| explain(cause, shown))
}

async fn open_postgres(url: &str, shown: &str) -> Result<DatabaseConnection, StoreError> {
    let refuse = |cause: &dyn std::fmt::Display| StoreError::CannotConnect { url: shown.to_owned(), cause: cause.to_string() };
    // A pool keeps trying as long as its users have patience; who opens a database wants to hear at once.
    let knock = tokio::time::timeout(ANSWER, PgConnection::connect(url)).await;
    let connection = knock.map_err(|late| refuse(&late))?.map_err(|cause| refuse(&cause))?;
    connection.close().await.map_err(|cause| refuse(&cause))?;
    let mut options = ConnectOptions::new(url);
    options.max_connections(CONNECTIONS).acquire_timeout(PATIENCE).sqlx_logging(false);
    Database::connect(options).await.map_err(|cause| refuse(&cause))
}

/// Makes the tables that are missing, as one writer: two processes may open a new database at once.
async fn migrate(database: &DatabaseConnection, shown: &str) -> Result<(), StoreError> {
    let refuse = |cause: DbErr| match &cause {
        DbErr::Custom(text) if text.starts_with("Migration file of version") => {
            let migration = text.split('\'').nth(1).unwrap_or_default().to_owned();
            StoreError::NewerSchema { url: shown.to_owned(), migration }
        }
        _ => explain(cause, shown),
    };
    if Migrator::get_pending_migrations_read_only(database).await.map_err(refuse)?.is_empty() {
        return Ok(());
    }
    let transaction = begin_write(database).await.map_err(refuse)?;
    Migrator::up(&transaction, None).await.map_err(refuse)?;
    transaction.commit().await.map_err(refuse)
}

/// What a failure of the driver means to who opens the database.
fn explain(cause: DbErr, shown: &str) -> StoreError {
    let url = shown.to_owned();
    // SQLite's primary result codes: 3 PERM, 8 READONLY, 14 CANTOPEN, 23 AUTH, 26 NOTADB.
    match code_of(&cause).map(|code| code & 0xff) {
        Some(3 | 8 | 14 | 23) => StoreError::NoPermission { url },
        Some(26) => StoreError::NotADatabase { url },
        _ => StoreError::CannotMigrate { url, cause },
    }
}

/// The database's own number for what went wrong.
fn code_of(cause: &DbErr) -> Option<u32> {
    let (DbErr::Conn(RuntimeErr::SqlxError(error))
    | DbErr::Query(RuntimeErr::SqlxError(error))
    | DbErr::Exec(RuntimeErr::SqlxError(error))) = cause
    else {
        return None;
    };
    error.as_database_error()?.code()?.parse().ok()
}

/// The URL with `***` in place of its password.
fn without_password(url: &str) -> String {
    let mut shown = url.to_owned();
    if let Some((scheme, rest)) = url.split_once("://")
        && let Some((credentials, host)) = rest.split('/').next().and_then(|authority| authority.rsplit_once('@'))
        && let Some((user, _)) = credentials.split_once(':')
    {
        let path = &rest[credentials.len() + 1 + host.len()..];
        shown = format!("{scheme}://{user}:***@{host}{path}");
    }
    match shown.split_once('?') {
        Some((address, query)) if query.contains("password=") => {
            let hide = |pair: &str| if pair.starts_with("password=") { "password=***".to_owned() } else { pair.to_owned() };
            format!("{address}?{}", query.split('&').map(hide).collect::<Vec<_>>().join("&"))
        }
        _ => shown,
    }
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn no_password_is_shown() {
        let cases = [
            ("sqlite:daicho.db", "sqlite:daicho.db"),
            ("postgres://u@h/d", "postgres://u@h/d"),
            ("postgres://u:p@h:5432/d", "postgres://u:***@h:5432/d"),
            ("postgres://u:p:@x@h/d?sslmode=disable", "postgres://u:***@h/d?sslmode=disable"),
            ("postgres://h/d?user=u&password=p", "postgres://h/d?user=u&password=***"),
        ];
        for (url, shown) in cases {
            assert_eq!(without_password(url), shown);
        }
    }
}
