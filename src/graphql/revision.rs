//! Applications of plans.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_graphql::{Context, Object, Result};

use super::organization::Organization;
use super::page::RevisionConnection;
use super::refusal::{broken, refused};
use super::registry::{self, At};
use super::scalars::Moment;
use super::view::registry;
use crate::ledger::{self, Text};
use crate::question::page::Cursor;
use crate::question::{Page, Refusal, Window};

/// One application of a plan to the ledger of one organization.
pub struct Revision {
    /// The organization, as it stands now.
    pub organization: Arc<ledger::Organization>,
    /// The revision.
    pub revision: registry::Revision,
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
    async fn added(&self) -> i32 {
        self.revision.added
    }

    /// How many entries it amended.
    async fn amended(&self) -> i32 {
        self.revision.amended
    }

    /// How many entries it retired.
    async fn retired(&self) -> i32 {
        self.revision.retired
    }
}

/// A page of the revisions of some organizations (of all where none is named), the newest first.
pub async fn page(
    ctx: &Context<'_>,
    organizations: Option<BTreeSet<Text>>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<RevisionConnection> {
    let window = Window::new(first.map(Into::into), after.as_deref()).map_err(refused)?;
    let failed = |error: registry::Failure| broken(error.as_ref());
    let head = registry(ctx)?.snapshot(At::Head).await.map_err(failed)?;
    let mut revisions = registry(ctx)?.revisions().await.map_err(failed)?;
    revisions.retain(|revision| organizations.as_ref().is_none_or(|codes| codes.contains(&revision.organization)));
    let from = match &window.after {
        None => 0,
        Some(Cursor::Revision(number)) => revisions.partition_point(|revision| i64::from(revision.number) >= *number),
        Some(_) => return Err(refused(Refusal::BadCursor)),
    };
    let following = revisions[from..].iter().map(|revision| {
        let organization = head.organization(&revision.organization);
        (Cursor::Revision(revision.number.into()), Revision { organization, revision: revision.clone() })
    });
    Ok(RevisionConnection(Page::of(revisions.len(), &window, from > 0, following)))
}
