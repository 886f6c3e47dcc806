//! Where ledgers are kept: SQLite or PostgreSQL, through one API.
//!
//! Nothing that was declared is overwritten. A version of an organization or an entry is a row that never changes, with the revision
//! that brought it and the revision that ended it; so any revision can be read again, and a ledger that was read stays true for ever.
//! Applying a plan is one transaction of one writer at a time; readers never wait for it, but on SQLite for the first of all.
//!
//! What an entry states once is a column. Its lists, and the cells that it was read from, are JSON, since they are long, millions of
//! words in all, and only ever read whole with their entry; each word of them is checked when it is read.

mod acceptances;
mod apply;
mod batch;
mod credentials;
mod error;
mod history;
mod load;
mod open;
mod read;
mod requests;
mod revisions;
mod snapshot;
mod write;
mod writing;

use std::sync::{Arc, Mutex};

use sea_orm::DatabaseConnection;

pub use apply::Applied;
pub use credentials::{Credential, CredentialKind, Holder};
pub use error::StoreError;
pub use history::Dated;
pub use requests::{Intake, Viewed, Viewing};
pub use revisions::{Revision, RevisionPage};
pub use snapshot::{At, Snapshot};

/// The store of a registry. A clone is another handle to the same one.
#[derive(Debug, Clone)]
pub struct Store {
    database: DatabaseConnection,
    shared: Arc<Shared>,
}

/// What the handles of one store share.
#[derive(Debug, Default)]
struct Shared {
    /// Held by the one who writes, so that writers of this process queue here and not at the database's lock.
    writing: tokio::sync::Mutex<()>,
    /// Held by the one who loads a ledger, so that a hundred who ask for it load it once.
    loading: tokio::sync::Mutex<()>,
    kept: Mutex<snapshot::Kept>,
}
