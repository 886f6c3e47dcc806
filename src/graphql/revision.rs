//! Applications of plans.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};

use super::organization::Organization;
use super::page::RevisionConnection;
use super::refusal::refused;
use super::scalars::Moment;
use super::snapshot::Snapshot;
use super::view::failed;
use crate::ledger::{self, Text};
use crate::question::page::Cursor;
use crate::question::{Page, Refusal, Window};
use crate::store::{self, At, Store};

/// One application of a plan to the ledger of one organization.
pub struct Revision {
    /// The organization, as it stands now.
    pub organization: Arc<ledger::Organization>,
    /// The revision.
    pub revision: store::Revision,
}

impl Revision {
    /// A revision, with its organization as a snapshot has it.
    #[must_use]
    pub fn of(snapshot: &Snapshot, revision: store::Revision) -> Self {
        Self { organization: snapshot.organization(&revision.organization), revision }
    }
}

/// One application of a plan to the ledger of one organization.
#[Object]
impl Revision {
    /// The number of the revision in the whole registry, from 1.
    async fn number(&self) -> i32 {
        self.revision.number
    }

    /// The organization whose ledger it changed.
    async fn organization(&self) -> Organization {
        Organization(Arc::clone(&self.organization))
    }

    /// When it was applied.
    async fn applied_at(&self) -> Moment {
        Moment(self.revision.applied_at)
    }

    /// The name of the one who applied it.
    async fn applied_by(&self) -> &str {
        &self.revision.applied_by
    }

    /// The names of the workbooks that it was read from.
    async fn workbooks(&self) -> &[Text] {
        &self.revision.workbooks
    }

    /// How many entries it added.
    async fn added(&self) -> u32 {
        self.revision.added
    }

    /// How many entries it amended.
    async fn amended(&self) -> u32 {
        self.revision.amended
    }

    /// How many entries it retired.
    async fn retired(&self) -> u32 {
        self.revision.retired
    }
}

/// A page of the revisions of some organizations (of all where none is named), the newest first.
///
/// # Errors
/// Where the page is refused, or the registry cannot be read.
pub async fn page(
    ctx: &Context<'_>,
    organizations: Option<&[Text]>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<RevisionConnection> {
    let window = Window::new(first.map(Into::into), after.as_deref()).map_err(refused)?;
    let after = match window.after {
        None => None,
        Some(Cursor::Revision(number)) => Some(i32::try_from(number).map_err(|_| refused(Refusal::BadCursor))?),
        Some(_) => return Err(refused(Refusal::BadCursor)),
    };
    let store = ctx.data::<Store>()?;
    let found = store.revisions(organizations, window.first as u64, after).await.map_err(failed)?;
    let head = Snapshot::new(store.snapshot(At::Head).await.map_err(failed)?);
    let lines = found.revisions.into_iter().map(|revision| (Cursor::Revision(revision.number.into()), Revision::of(&head, revision)));
    let total = usize::try_from(found.total).unwrap_or(usize::MAX);
    Ok(RevisionConnection(Page { total, lines: lines.collect(), has_next: found.has_next, has_previous: after.is_some() && total > 0 }))
}
