//! The transaction that a plan is applied in.
//!
//! [`sea_orm::DatabaseTransaction`] copies a statement's values while the database waits for them, as it must of what it is only lent. A
//! plan of 100,000 entries has four million values; here whoever gathers them makes them ready for the driver too, beside the database.

use async_trait::async_trait;
use sea_orm::sea_query::Values;
use sea_orm::sqlx::postgres::PgArguments;
use sea_orm::sqlx::sqlite::SqliteArguments;
use sea_orm::sqlx::{self, AssertSqlSafe, IntoArguments, Postgres, Sqlite, Transaction};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, Statement, Value};
use sea_query_sqlx::SqlxValues;
use tokio::sync::Mutex;

use super::open::LOCK_WRITERS;

/// A transaction that no other writer's runs beside. Dropped before it is committed, it changes nothing.
pub(super) enum Writing {
    /// On SQLite.
    Sqlite(Mutex<Transaction<'static, Sqlite>>),
    /// On PostgreSQL.
    Postgres(Mutex<Transaction<'static, Postgres>>),
}

/// A statement with its values as the driver of one database takes them.
pub(super) enum Ready {
    /// For SQLite.
    Sqlite(String, SqliteArguments),
    /// For PostgreSQL.
    Postgres(String, Box<PgArguments>),
}

impl Ready {
    /// Makes a statement ready.
    pub(super) fn new(backend: DbBackend, sql: String, values: Vec<Value>) -> Self {
        let values = SqlxValues(Values(values));
        match backend {
            DbBackend::Postgres => Self::Postgres(sql, Box::new(IntoArguments::<Postgres>::into_arguments(values))),
            _ => Self::Sqlite(sql, IntoArguments::<Sqlite>::into_arguments(values)),
        }
    }
}

impl From<Statement> for Ready {
    fn from(statement: Statement) -> Self {
        let values = statement.values.map_or_else(Vec::new, |values| values.0);
        Self::new(statement.db_backend, statement.sql, values)
    }
}

/// Runs a statement on the database that it was made ready for: `$run` is the driver's word for how, `$taken` makes what comes of it
/// sea-orm's.
macro_rules! run {
    ($writing:expr, $ready:expr, $run:ident, $taken:expr) => {
        match ($writing, $ready) {
            (Writing::Sqlite(transaction), Ready::Sqlite(sql, values)) => {
                sqlx::query_with(AssertSqlSafe(sql), values).$run(&mut **transaction.lock().await).await.map($taken)
            }
            (Writing::Postgres(transaction), Ready::Postgres(sql, values)) => {
                sqlx::query_with(AssertSqlSafe(sql), *values).$run(&mut **transaction.lock().await).await.map($taken)
            }
            _ => unreachable!("a statement is made ready for the database of its transaction"),
        }
    };
}

impl Writing {
    /// Begins one, once no other writer's runs.
    pub(super) async fn begin(database: &DatabaseConnection) -> Result<Self, DbErr> {
        if database.get_database_backend() == DbBackend::Postgres {
            let transaction = database.get_postgres_connection_pool().begin().await.map_err(execution)?;
            let writing = Self::Postgres(Mutex::new(transaction));
            writing.execute_unprepared(LOCK_WRITERS).await?;
            return Ok(writing);
        }
        let transaction = database.get_sqlite_connection_pool().begin_with("BEGIN IMMEDIATE").await.map_err(execution)?;
        Ok(Self::Sqlite(Mutex::new(transaction)))
    }

    /// Runs a statement that was made ready.
    pub(super) async fn put(&self, ready: Ready) -> Result<(), DbErr> {
        run!(self, ready, execute, drop).map_err(execution)
    }

    /// Makes all that was written last.
    pub(super) async fn commit(self) -> Result<(), DbErr> {
        let done = match self {
            Self::Sqlite(transaction) => transaction.into_inner().commit().await,
            Self::Postgres(transaction) => transaction.into_inner().commit().await,
        };
        done.map_err(execution)
    }
}

#[async_trait]
impl ConnectionTrait for Writing {
    fn get_database_backend(&self) -> DbBackend {
        match self {
            Self::Sqlite(_) => DbBackend::Sqlite,
            Self::Postgres(_) => DbBackend::Postgres,
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        run!(self, statement.into(), execute, ExecResult::from).map_err(execution)
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        let query = sqlx::raw_sql(AssertSqlSafe(sql));
        let done = match self {
            Self::Sqlite(transaction) => query.execute(&mut **transaction.lock().await).await.map(ExecResult::from),
            Self::Postgres(transaction) => query.execute(&mut **transaction.lock().await).await.map(ExecResult::from),
        };
        done.map_err(execution)
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        run!(self, statement.into(), fetch_optional, |row| row.map(QueryResult::from)).map_err(query)
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        run!(self, statement.into(), fetch_all, |rows| rows.into_iter().map(QueryResult::from).collect()).map_err(query)
    }
}

fn execution(error: sqlx::Error) -> DbErr {
    DbErr::Exec(RuntimeErr::SqlxError(error.into()))
}

fn query(error: sqlx::Error) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(error.into()))
}
