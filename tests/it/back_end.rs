//! The two back ends that every test of the store runs on: SQLite in a file, and a PostgreSQL server.

use std::future::Future;
use std::sync::atomic::{AtomicU32, Ordering};

use daicho::store::Store;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use tempfile::TempDir;

/// Names a PostgreSQL server on which tests may make databases of their own.
const SERVER: &str = "DAICHO_TEST_POSTGRES";

/// An empty database of a test's own, gone when the test ends.
pub(crate) struct BackEnd {
    /// The URL that the store opens.
    pub(crate) url: String,
    _folder: Option<TempDir>,
}

impl BackEnd {
    /// A file.
    pub(crate) fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { url: format!("sqlite:{}", folder.path().join("daicho.db").display()), _folder: Some(folder) }
    }

    async fn postgres(server: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("daicho_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let connection = Database::connect(server).await.expect("the PostgreSQL server answers");
        connection.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a database can be made");
        let (address, _) = server.rsplit_once('/').expect("the URL of the server ends in a database");
        Self { url: format!("{address}/{name}"), _folder: None }
    }

    /// A store in it.
    pub(crate) async fn open(&self) -> Store {
        Store::open(&self.url).await.expect("the store opens")
    }

    /// The database itself, for a hand that goes past the store.
    pub(crate) async fn by_hand(&self) -> DatabaseConnection {
        Database::connect(&self.url).await.expect("the database opens")
    }
}

/// Runs a test on an empty database of each back end. Without a server PostgreSQL is left out, unless it is required.
pub(crate) fn on_both<F: Future<Output = ()>>(test: impl Fn(BackEnd) -> F) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    runtime.block_on(async {
        test(BackEnd::sqlite()).await;
        match environment(SERVER) {
            Some(server) => test(BackEnd::postgres(&server).await).await,
            None => {
                assert_ne!(environment("DAICHO_REQUIRE_POSTGRES").as_deref(), Some("1"), "{SERVER} names no server, but one is required");
            }
        }
    });
    if environment(SERVER).is_none() {
        eprintln!("PostgreSQL left out: {SERVER} names no server");
    }
}

#[expect(clippy::disallowed_methods, reason = "tests are told by the environment where a server is")]
fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
