//! What applying workbooks would change, and what came of applying.

use std::sync::Arc;

use async_graphql::{Context, Enum, Error, ID, Object, Result, SimpleObject};

use super::Caller;
use super::change::{Change, OrganizationChange};
use super::finding::Finding;
use super::plans::{Plans, Proposal};
use super::refusal::{broken, refused, sentence};
use super::revision::Revision;
use super::scalars::Upload;
use super::snapshot::Snapshot;
use super::view::failed;
use crate::declare::{self, Declared, declare};
use crate::language::Language;
use crate::ledger::{Organization, Text};
use crate::plan::ChangeKind;
use crate::question::Refusal;
use crate::store::{Applied, At, Store};
use crate::vocabulary::Vocabulary;
use crate::{clock, finding, plan, sheet};

/// The most files of one plan.
const MOST_FILES: usize = 50;

/// What applying some workbooks would change.
pub struct Plan {
    id: String,
    proposal: Arc<Proposal>,
    /// The ledger that it was made against.
    base: Arc<Snapshot>,
}

impl Plan {
    /// The organization of a code, as it would stand.
    fn organization(&self, code: &Text) -> Arc<Organization> {
        let mut declared = self.proposal.plan.organizations.iter();
        declared
            .find(|organization| organization.after.code == *code)
            .map_or_else(|| self.base.organization(code), |found| Arc::clone(&found.after))
    }

    fn count(&self, kind: ChangeKind) -> usize {
        self.proposal.plan.count(kind)
    }
}

/// What applying some workbooks would change. It waits an hour to be applied.
#[Object]
impl Plan {
    /// The name by which it is applied.
    async fn id(&self) -> ID {
        ID(self.id.clone())
    }

    /// The revision of the registry that it was made against.
    async fn base(&self) -> i32 {
        self.proposal.plan.base
    }

    /// How many entries it adds.
    async fn added(&self) -> usize {
        self.count(ChangeKind::Added)
    }

    /// How many entries it amends.
    async fn amended(&self) -> usize {
        self.count(ChangeKind::Amended)
    }

    /// How many entries it retires.
    async fn retired(&self) -> usize {
        self.count(ChangeKind::Retired)
    }

    /// How many entries the workbooks state as they stand.
    async fn unchanged(&self) -> usize {
        self.proposal.plan.unchanged()
    }

    /// How many entries of the ledger the workbooks do not name. They are retired only where `prune` was asked for.
    async fn missing(&self) -> usize {
        self.proposal.plan.missing()
    }

    /// The entries that it changes, by organization and control number.
    async fn changes(&self) -> Vec<Change> {
        let change = |change: &plan::Change| Change {
            organization: self.organization(&change.organization),
            revision: self.proposal.plan.base,
            what: change.clone(),
        };
        self.proposal.plan.changes().map(change).collect()
    }

    /// What it changes of the organizations apart from their entries.
    async fn organization_changes(&self) -> Vec<OrganizationChange> {
        let changed = self.proposal.plan.organizations.iter().filter(|organization| !organization.organization_fields.is_empty());
        let change = |plan: &plan::OrganizationPlan| OrganizationChange {
            organization: Arc::clone(&plan.after),
            fields: plan.organization_fields.clone(),
        };
        changed.map(change).collect()
    }

    /// What was found in the workbooks. An entry is shown where the ledger already has it.
    async fn findings(&self) -> Vec<Finding> {
        let finding =
            |finding: &finding::Finding| Finding { organization: self.organization(&finding.organization), ..self.base.finding(finding) };
        self.proposal.findings.iter().map(finding).collect()
    }

    /// Whether it can be applied: no finding is of severity ERROR.
    async fn applicable(&self) -> bool {
        self.proposal.applicable()
    }
}

/// What came of applying a plan.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
pub enum ApplyStatus {
    /// The plan was applied.
    Applied,
    /// The ledger already says what the workbooks say.
    NothingToDo,
    /// The registry has moved since the plan was made. Nothing was applied; `plan` is a fresh one.
    Stale,
    /// The plan does not exist or no longer waits, or it cannot be applied. Nothing was applied.
    Refused,
}

/// What came of applying a plan.
#[derive(SimpleObject)]
pub struct ApplyOutcome {
    /// What came of it.
    status: ApplyStatus,
    /// The revision that it became, the last where it became several.
    revision: Option<Revision>,
    /// The revisions that it became, one for each organization.
    revisions: Vec<Revision>,
    /// The plan: the fresh one where the registry had moved, else the one that was applied or refused.
    plan: Option<Plan>,
}

/// Reads workbooks, and holds what they declare against the registry as it stands.
///
/// # Errors
/// Where a file cannot be read, or what it declares is not the caller's.
pub async fn plan_import(
    ctx: &Context<'_>,
    organization: Option<String>,
    files: Vec<Upload>,
    prune: bool,
    password: Option<String>,
) -> Result<Plan> {
    if files.is_empty() || files.len() > MOST_FILES {
        let ja = format!("ファイルは 1 個以上 {MOST_FILES} 個以下で送ってください({} 個が送られました)。", files.len());
        return Err(sentence("NUMBER_OF_FILES", &ja, &format!("{} files were sent; send from 1 to {MOST_FILES}.", files.len())));
    }
    let reading = tokio::task::spawn_blocking(move || read(organization.as_deref(), &files, password));
    let (declared, findings, workbooks) = reading.await.map_err(|error| broken(&error))??;
    let caller = ctx.data::<Caller>()?;
    if let Some(other) = declared.iter().find(|declared| !caller.may_read(&declared.organization.code)) {
        return Err(refused(Refusal::UnknownOrganization { code: other.organization.code.to_string() }));
    }
    propose(ctx, declared, prune, findings, workbooks).await
}

/// What workbooks declare, what was found in them, and their names.
type Read = (Vec<Declared>, Vec<finding::Finding>, Vec<Text>);

fn read(organization: Option<&str>, files: &[Upload], password: Option<String>) -> Result<Read> {
    let options = sheet::Options { password, ..sheet::Options::default() };
    let mut books = Vec::with_capacity(files.len());
    for file in files {
        let book = sheet::read_bytes(&file.name, &file.content, &options);
        books.push(book.map_err(|refusal| unreadable(&refusal))?);
    }
    let names = books.iter().map(|book| book.name.clone()).collect();
    let (declared, findings) = declare(&books, &declare::Options { organization, vocabulary: Vocabulary::built_in() });
    Ok((declared, findings, names))
}

fn unreadable(refusal: &sheet::Refusal) -> Error {
    sentence("UNREADABLE_WORKBOOK", &refusal.message(Language::Ja), &refusal.message(Language::En))
}

async fn propose(
    ctx: &Context<'_>,
    declared: Vec<Declared>,
    prune: bool,
    findings: Vec<finding::Finding>,
    workbooks: Vec<Text>,
) -> Result<Plan> {
    let stored = ctx.data::<Store>()?.snapshot(At::Head).await.map_err(failed)?;
    let ledger = Arc::clone(&stored.ledger);
    let planning = tokio::task::spawn_blocking(move || {
        let plan = plan::plan(&ledger, declared.clone(), prune);
        Arc::new(Proposal { plan, declared, findings, workbooks })
    });
    let proposal = planning.await.map_err(|error| broken(&error))?;
    let id = ctx.data::<Plans>()?.keep(Arc::clone(&proposal), clock::now()).map_err(|error| broken(&error))?;
    Ok(Plan { id, proposal, base: Snapshot::new(stored) })
}

/// Applies a plan that waits.
///
/// # Errors
/// Where the registry cannot be written.
pub async fn apply_plan(ctx: &Context<'_>, id: &str) -> Result<ApplyOutcome> {
    let (plans, store, caller) = (ctx.data::<Plans>()?, ctx.data::<Store>()?, ctx.data::<Caller>()?);
    let mine = |proposal: &Arc<Proposal>| proposal.declared.iter().all(|declared| caller.may_read(&declared.organization.code));
    let Some(proposal) = plans.find(id, clock::now()).filter(mine) else {
        return Ok(ApplyOutcome { status: ApplyStatus::Refused, revision: None, revisions: Vec::new(), plan: None });
    };
    let base = Snapshot::new(store.snapshot(At::Head).await.map_err(failed)?);
    let plan = Plan { id: id.to_owned(), proposal: Arc::clone(&proposal), base };
    let outcome = |status, plan| ApplyOutcome { status, revision: None, revisions: Vec::new(), plan: Some(plan) };
    if !proposal.applicable() {
        return Ok(outcome(ApplyStatus::Refused, plan));
    }
    match store.apply(&proposal.plan, &proposal.findings, &caller.name, &proposal.workbooks).await.map_err(failed)? {
        Applied::Applied(applied) => {
            plans.forget(id, clock::now());
            let after = Snapshot::new(store.snapshot(At::Head).await.map_err(failed)?);
            let revisions = || applied.iter().map(|revision| Revision::of(&after, revision.clone()));
            Ok(ApplyOutcome {
                status: ApplyStatus::Applied,
                revision: revisions().next_back(),
                revisions: revisions().collect(),
                plan: Some(plan),
            })
        }
        Applied::NothingToDo => Ok(outcome(ApplyStatus::NothingToDo, plan)),
        Applied::Stale { .. } => {
            plans.forget(id, clock::now());
            let (declared, findings) = (proposal.declared.clone(), proposal.findings.clone());
            let fresh = propose(ctx, declared, proposal.plan.prune, findings, proposal.workbooks.clone()).await?;
            Ok(outcome(ApplyStatus::Stale, fresh))
        }
    }
}
