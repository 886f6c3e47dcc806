//! Which part of the registry a caller sees, and at which point of its history.

use std::sync::Arc;

use async_graphql::{Context, Error, Result};

use super::Caller;
use super::ledger::LedgerAt;
use super::refusal::{broken, refused};
use super::snapshot::Snapshot;
use crate::ledger::Text;
use crate::question::Refusal;
use crate::store::{At, Store, StoreError};

/// The organizations that are asked about: those named, as far as the caller may read them, else all that it may read; none for all.
///
/// # Errors
/// Where one that is named is not in the registry or not the caller's.
pub async fn organizations_of(ctx: &Context<'_>, named: Option<Vec<String>>) -> Result<Option<Vec<Text>>> {
    let caller = ctx.data::<Caller>()?;
    let Some(named) = named.filter(|named| !named.is_empty()) else {
        return Ok(caller.organizations.as_ref().map(|codes| codes.iter().map(|code| code.as_str().into()).collect()));
    };
    let head = ctx.data::<Store>()?.snapshot(At::Head).await.map_err(failed)?;
    let known = |code: &String| head.ledger.organization(code).is_some() && caller.may_read(code);
    if let Some(code) = named.iter().find(|code| !known(code)) {
        return Err(refused(Refusal::UnknownOrganization { code: code.clone() }));
    }
    Ok(Some(named.into_iter().map(Text::from).collect()))
}

/// The part of the registry that is asked about, at the point that is asked about. An organization that came later is not in it.
///
/// # Errors
/// Where an organization or the revision does not exist, or the registry cannot be read.
pub async fn view(ctx: &Context<'_>, named: Option<Vec<String>>, at: Option<LedgerAt>) -> Result<Arc<Snapshot>> {
    let organizations = organizations_of(ctx, named).await?;
    let at = match at {
        None => At::Head,
        Some(LedgerAt::Time(moment)) => At::Time(moment.0),
        Some(LedgerAt::Revision(revision)) => At::Revision(revision),
    };
    part(ctx, organizations.as_deref(), at).await
}

/// Some organizations of the registry at a point of its history; all where none is named.
///
/// # Errors
/// As [`view`].
pub async fn part(ctx: &Context<'_>, organizations: Option<&[Text]>, at: At) -> Result<Arc<Snapshot>> {
    let store = ctx.data::<Store>()?;
    let whole = store.snapshot(at).await.map_err(failed)?;
    Ok(Snapshot::new(match organizations {
        Some(organizations) => store.select(&whole, organizations).await,
        None => whole,
    }))
}

/// The newest revision that a view includes: that of its organizations, up to the point at which it was taken.
///
/// # Errors
/// Where the registry cannot be read.
pub async fn newest_revision(ctx: &Context<'_>, snapshot: &Snapshot) -> Result<i32> {
    let ledger = snapshot.ledger();
    let codes: Vec<Text> = ledger.organizations().iter().map(|organization| organization.code.clone()).collect();
    let before = ledger.revision().saturating_add(1);
    let page = ctx.data::<Store>()?.revisions(Some(&codes), 1, Some(before)).await.map_err(failed)?;
    Ok(page.revisions.first().map_or(0, |revision| revision.number))
}

/// What the store refused, as the API's error. All but a revision that does not exist is of the inside.
pub fn failed(error: StoreError) -> Error {
    match error {
        StoreError::NoSuchRevision { asked, head } => refused(Refusal::UnknownRevision { revision: asked.into(), newest: head.into() }),
        other => broken(&other),
    }
}
