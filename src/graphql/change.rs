//! What changed.

use std::sync::Arc;

use async_graphql::{Context, Enum, Object, Result};

use super::entry::LedgerEntry;
use super::organization::Organization;
use super::snapshot::Snapshot;
use super::view::{failed, part};
use crate::ledger;
use crate::plan::{self, organization_fields};
use crate::store::{At, Dated, Store, StoreError};

/// An entry that came, changed or went.
pub struct Change {
    /// The organization that holds it.
    pub organization: Arc<ledger::Organization>,
    /// The revision that did it.
    pub revision: i32,
    /// What happened.
    pub what: plan::Change,
}

impl Change {
    fn of(snapshot: &Snapshot, dated: Dated) -> Self {
        let organization = snapshot.organization(&dated.change.organization);
        Self { organization, revision: dated.revision, what: dated.change }
    }
}

/// An entry that comes, changes or goes.
#[Object]
impl Change {
    /// Whether it comes, changes or goes.
    async fn kind(&self) -> ChangeKind {
        self.what.kind.into()
    }

    /// The revision that did it, the newest where several did; in a plan, the revision that the plan was made against.
    async fn revision(&self) -> i32 {
        self.revision
    }

    /// The control number of the entry.
    async fn control_no(&self) -> &str {
        &self.what.control_no
    }

    /// Which of the entries that bear this control number it is, from 1.
    async fn occurrence(&self) -> u32 {
        self.what.occurrence
    }

    /// The organization that holds the entry.
    async fn organization(&self) -> Organization {
        Organization(Arc::clone(&self.organization))
    }

    /// The fields that state something else; all that the entry states where it comes or goes.
    async fn fields(&self) -> Vec<FieldChange> {
        self.what.fields().into_iter().map(FieldChange).collect()
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
///
/// # Errors
/// Where the registry cannot be read.
pub async fn history(ctx: &Context<'_>, entry: &LedgerEntry) -> Result<Vec<Change>> {
    let ledger = entry.snapshot.ledger();
    let held = ledger.held(entry.no);
    let (code, control_no, occurrence) = (&held.organization.code, &held.entry.control_no, held.entry.occurrence);
    let history = ctx.data::<Store>()?.history(code, control_no, occurrence, ledger.revision()).await.map_err(failed)?;
    Ok(history.into_iter().map(|dated| Change::of(&entry.snapshot, dated)).collect())
}

/// The entries that came, changed or went after a revision, up to a view.
///
/// # Errors
/// Where the revision does not exist, or the registry cannot be read.
pub async fn since(ctx: &Context<'_>, snapshot: &Arc<Snapshot>, since: i32) -> Result<Vec<Change>> {
    exists(ctx, since).await?;
    let changes = ctx.data::<Store>()?.changes(since, snapshot.ledger()).await.map_err(failed)?;
    Ok(changes.into_iter().map(|dated| Change::of(snapshot, dated)).collect())
}

/// What changed of the organizations of a view after a revision, apart from their entries.
///
/// # Errors
/// As [`since`].
pub async fn organizations_since(ctx: &Context<'_>, snapshot: &Snapshot, since: i32) -> Result<Vec<OrganizationChange>> {
    exists(ctx, since).await?;
    if since >= snapshot.ledger().revision() {
        return Ok(Vec::new());
    }
    let before = part(ctx, None, At::Revision(since)).await?;
    let changes = snapshot.ledger().organizations().iter().map(|organization| {
        let before = before.ledger().organization(&organization.code).map(AsRef::as_ref);
        OrganizationChange { organization: Arc::clone(organization), fields: organization_fields(before, organization) }
    });
    Ok(changes.filter(|change| !change.fields.is_empty()).collect())
}

/// Refuses a revision that does not exist.
///
/// # Errors
/// Where it does not, or the registry cannot be read.
pub(super) async fn exists(ctx: &Context<'_>, revision: i32) -> Result<()> {
    let head = ctx.data::<Store>()?.head().await.map_err(failed)?;
    if (0..=head).contains(&revision) { Ok(()) } else { Err(failed(StoreError::NoSuchRevision { asked: revision, head })) }
}
