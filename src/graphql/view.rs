//! Which part of the registry a caller sees, and at which point of its history.

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use async_graphql::{Context, Result};

use super::Caller;
use super::ledger::LedgerAt;
use super::refusal::{broken, refused};
use super::registry::{At, Registry, Revision};
use super::snapshot::Snapshot;
use crate::ledger::{Ledger, Text};
use crate::question::Refusal;

/// How many parts of registries are kept ready.
const KEPT: usize = 16;

/// Parts of the registry that were asked for lately. The ledger of one revision never changes, so that a part of it is made once.
#[derive(Default)]
pub struct Views(Mutex<VecDeque<(Part, Arc<Snapshot>)>>);

/// The organizations of a part, the revision of the whole and the newest of the part.
type Part = (BTreeSet<Text>, i32, i32);

/// The registry behind a schema.
pub fn registry<'a>(ctx: &Context<'a>) -> Result<&'a dyn Registry> {
    ctx.data::<Arc<dyn Registry>>().map(AsRef::as_ref)
}

/// The organizations that are asked about: those named, as far as the caller may read them, else all that it may read; none for all.
///
/// # Errors
/// Where one that is named is not in the registry or not the caller's.
pub async fn organizations_of(ctx: &Context<'_>, named: Option<Vec<String>>) -> Result<Option<BTreeSet<Text>>> {
    let caller = ctx.data::<Caller>()?;
    let named = named.filter(|named| !named.is_empty());
    let Some(named) = named else {
        return Ok(caller.organizations.as_ref().map(|codes| codes.iter().map(|code| code.as_str().into()).collect()));
    };
    let head = registry(ctx)?.snapshot(At::Head).await.map_err(|error| broken(error.as_ref()))?;
    let known = |code: &String| head.ledger.organization(code).is_some() && caller.may_read(code);
    if let Some(code) = named.iter().find(|code| !known(code)) {
        return Err(refused(Refusal::UnknownOrganization { code: code.clone() }));
    }
    Ok(Some(named.into_iter().map(Text::from).collect()))
}

/// The part of the registry that is asked about, at the point that is asked about.
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
    part(ctx, organizations, at).await
}

/// Some organizations of the registry at a point of its history; all where none is named.
///
/// # Errors
/// As [`view`].
pub async fn part(ctx: &Context<'_>, organizations: Option<BTreeSet<Text>>, at: At) -> Result<Arc<Snapshot>> {
    let registry = registry(ctx)?;
    let failed = |error: super::registry::Failure| broken(error.as_ref());
    if let At::Revision(revision) = at {
        let newest = registry.snapshot(At::Head).await.map_err(failed)?.ledger.revision();
        if !(0..=newest).contains(&revision) {
            return Err(refused(Refusal::UnknownRevision { revision: revision.into(), newest: newest.into() }));
        }
    }
    let whole = registry.snapshot(at).await.map_err(failed)?;
    let Some(organizations) = organizations.filter(|codes| whole.ledger.organizations().iter().any(|known| !codes.contains(&known.code))) else {
        return Ok(whole);
    };
    let revisions = registry.revisions().await.map_err(failed)?;
    let newest = newest(&revisions, &organizations, whole.ledger.revision());
    let views = ctx.data::<Views>()?;
    Ok(views.part(&whole, organizations, newest))
}

/// The newest revision of some organizations, up to one.
fn newest(revisions: &[Revision], organizations: &BTreeSet<Text>, up_to: i32) -> i32 {
    let of_part = revisions.iter().filter(|revision| organizations.contains(&revision.organization) && revision.number <= up_to);
    of_part.map(|revision| revision.number).max().unwrap_or(0)
}

impl Views {
    fn part(&self, whole: &Arc<Snapshot>, organizations: BTreeSet<Text>, newest: i32) -> Arc<Snapshot> {
        let part = (organizations, whole.ledger.revision(), newest);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, ready)) = kept.iter().find(|(known, _)| *known == part) {
            return Arc::clone(ready);
        }
        let made = Arc::new(part_of(whole, &part.0, newest));
        kept.push_front((part, Arc::clone(&made)));
        kept.truncate(KEPT);
        made
    }
}

fn part_of(whole: &Snapshot, organizations: &BTreeSet<Text>, revision: i32) -> Snapshot {
    let chosen = whole.ledger.organizations().iter().filter(|organization| organizations.contains(&organization.code));
    let declared = chosen.map(|organization| {
        let entries = whole.ledger.entries_of(&organization.code).map(|no| Arc::clone(whole.ledger.shared(no).1)).collect();
        (Arc::clone(organization), entries)
    });
    let ledger = Ledger::new(revision, declared.collect());
    let findings = whole.findings.iter().filter(|finding| organizations.contains(&finding.organization)).cloned().collect();
    Snapshot::new(Arc::new(ledger), Arc::new(findings))
}
