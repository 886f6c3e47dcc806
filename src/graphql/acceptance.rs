//! Findings that someone answers for leaving as they are.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};

use super::Caller;
use super::finding::{Finding, FindingFilter};
use super::organization::Organization;
use super::page::AcceptanceConnection;
use super::refusal::refused;
use super::scalars::{Day, Moment};
use super::stated::{Language, spoken};
use super::view::{failed, organizations_of, view};
use crate::finding::{Unacceptable, acceptable};
use crate::question::{Window, page};
use crate::store::Store;
use crate::{clock, finding, ledger};

/// A finding that someone answers for leaving as it is, until a day.
#[derive(Clone)]
pub struct Acceptance {
    /// The organization that the finding is about.
    pub organization: Arc<ledger::Organization>,
    /// The acceptance.
    pub acceptance: finding::Acceptance,
}

/// A finding that someone answers for leaving as it is, until a day.
#[Object]
impl Acceptance {
    /// Its name in the registry, by which it is withdrawn.
    async fn id(&self) -> ID {
        self.acceptance.id.into()
    }

    /// The organization that the finding is about.
    async fn organization(&self) -> Organization {
        Organization(Arc::clone(&self.organization))
    }

    /// The kind of finding.
    async fn code(&self) -> &str {
        self.acceptance.key.code.as_ref()
    }

    /// The control number of the entry that the finding is about.
    async fn control_no(&self) -> Option<&str> {
        self.acceptance.key.entry.as_ref().map(|(control_no, _)| control_no.as_ref())
    }

    /// Which of the entries of that number.
    async fn occurrence(&self) -> Option<u32> {
        self.acceptance.key.entry.as_ref().map(|(_, occurrence)| *occurrence)
    }

    /// The word that tells the finding from others of its kind.
    async fn about(&self) -> Option<&str> {
        self.acceptance.key.about.as_deref()
    }

    /// Why it may stay as it is.
    async fn reason(&self) -> &str {
        &self.acceptance.reason
    }

    /// The day on which it comes back.
    async fn until(&self) -> Day {
        Day(self.acceptance.until)
    }

    /// Who accepted it.
    async fn accepted_by(&self) -> &str {
        &self.acceptance.by
    }

    /// When.
    async fn accepted_at(&self) -> Moment {
        Moment(self.acceptance.at)
    }

    /// Who withdrew it.
    async fn withdrawn_by(&self) -> Option<&str> {
        self.acceptance.withdrawn.as_ref().map(|(by, _)| by.as_ref())
    }

    /// When it was withdrawn.
    async fn withdrawn_at(&self) -> Option<Moment> {
        self.acceptance.withdrawn.as_ref().map(|(_, at)| Moment(*at))
    }

    /// Whether it holds today.
    async fn holds(&self) -> bool {
        self.acceptance.holds(clock::today())
    }
}

/// Which finding is accepted, why and until when.
#[derive(InputObject)]
pub struct AcceptFindingInput {
    /// The code of the organization.
    pub organization: String,
    /// The kind of finding.
    pub code: String,
    /// The control number of the entry that it is about, where it is about one.
    pub control_no: Option<String>,
    /// Which of the entries of that number, from 1.
    #[graphql(default = 1)]
    pub occurrence: u32,
    /// The word that tells it from others of its kind, as the finding's `about` has it.
    pub about: Option<String>,
    /// Why it may stay as it is, in at most 2,000 characters.
    pub reason: String,
    /// The day on which it comes back: after today, and at most three years from now.
    pub until: Day,
}

/// What became of accepting a finding or of withdrawing that.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
pub enum AcceptanceStatus {
    /// It was done.
    Done,
    /// There is no such finding today, or no acceptance of that name that was not withdrawn before.
    NotFound,
    /// No reason was given, or a longer one than can be kept.
    ReasonRequired,
    /// The day is not after today, or more than three years from now.
    DayOutOfRange,
}

/// What became of accepting a finding or of withdrawing that.
pub struct AcceptanceOutcome {
    status: AcceptanceStatus,
    refusal: Option<Unacceptable>,
    acceptance: Option<Acceptance>,
}

/// What became of accepting a finding or of withdrawing that.
#[Object]
impl AcceptanceOutcome {
    /// Whether it was done, or why not.
    async fn status(&self) -> AcceptanceStatus {
        self.status
    }

    /// Why not, in a sentence.
    async fn message(
        &self,
        #[graphql(default_with = "Some(Language::Ja)", desc = "The language of the sentence.")] language: Option<Language>,
    ) -> Option<String> {
        self.refusal.map(|refusal| refusal.message(spoken(language)))
    }

    /// The acceptance, as it stands now.
    async fn acceptance(&self) -> Option<&Acceptance> {
        self.acceptance.as_ref()
    }
}

impl AcceptanceOutcome {
    fn done(acceptance: Acceptance) -> Self {
        Self { status: AcceptanceStatus::Done, refusal: None, acceptance: Some(acceptance) }
    }

    fn refused(refusal: Unacceptable) -> Self {
        let status = match refusal {
            Unacceptable::NoSuchFinding | Unacceptable::NoSuchAcceptance => AcceptanceStatus::NotFound,
            Unacceptable::Reason { .. } => AcceptanceStatus::ReasonRequired,
            Unacceptable::Day { .. } => AcceptanceStatus::DayOutOfRange,
        };
        Self { status, refusal: Some(refusal), acceptance: None }
    }
}

/// Accepts a finding that the ledger has today.
///
/// # Errors
/// Where the organization is not the caller's, or the registry cannot be written.
pub async fn accept(ctx: &Context<'_>, input: AcceptFindingInput) -> Result<AcceptanceOutcome> {
    let (now, today) = (clock::now(), clock::today());
    if let Err(refusal) = acceptable(&input.reason, input.until.0, today) {
        return Ok(AcceptanceOutcome::refused(refusal));
    }
    let snapshot = view(ctx, Some(vec![input.organization.clone()]), None).await?;
    let filter = FindingFilter { codes: Some(vec![input.code.clone()]), ..FindingFilter::default() };
    let mut named: Option<Finding> = None;
    for found in snapshot.findings(ctx, &filter).await? {
        let finding = snapshot.found(ctx, found).await?;
        let key = finding.what.key();
        let at = key.entry.as_ref().map(|(control_no, occurrence)| (control_no.as_ref(), *occurrence));
        let asked = input.control_no.as_deref().map(|control_no| (control_no, input.occurrence));
        if at == asked && (input.about.is_none() || key.about.as_deref() == input.about.as_deref()) {
            // Without the word that tells them apart, several are none.
            if named.replace(finding).is_some() {
                return Ok(AcceptanceOutcome::refused(Unacceptable::NoSuchFinding));
            }
        }
    }
    let Some(finding) = named else { return Ok(AcceptanceOutcome::refused(Unacceptable::NoSuchFinding)) };
    let (store, caller) = (ctx.data::<Store>()?, ctx.data::<Caller>()?);
    let acceptance = store.accept(&finding.what.key(), input.reason.trim(), input.until.0, &caller.name, now).await.map_err(failed)?;
    Ok(AcceptanceOutcome::done(Acceptance { organization: finding.organization, acceptance }))
}

/// Withdraws an acceptance, so that its finding comes back at once.
///
/// # Errors
/// Where the registry cannot be written.
pub async fn withdraw(ctx: &Context<'_>, id: &str) -> Result<AcceptanceOutcome> {
    let (store, caller) = (ctx.data::<Store>()?, ctx.data::<Caller>()?);
    let none = || Ok(AcceptanceOutcome::refused(Unacceptable::NoSuchAcceptance));
    let Ok(id) = id.parse::<i64>() else { return none() };
    let mine = organizations_of(ctx, None).await?;
    if !store.acceptances(mine.as_deref()).await.map_err(failed)?.iter().any(|acceptance| acceptance.id == id) {
        return none();
    }
    let Some(acceptance) = store.withdraw_acceptance(id, &caller.name, clock::now()).await.map_err(failed)? else { return none() };
    let snapshot = view(ctx, None, None).await?;
    Ok(AcceptanceOutcome::done(Acceptance { organization: snapshot.organization(&acceptance.key.organization), acceptance }))
}

/// A page of the acceptances of some organizations, the newest first.
///
/// # Errors
/// Where an organization is not the caller's, the window is refused, or the registry cannot be read.
pub async fn acceptances(
    ctx: &Context<'_>,
    organizations: Option<Vec<String>>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<AcceptanceConnection> {
    let codes = organizations_of(ctx, organizations).await?;
    let window = Window::new(first.map(Into::into), after.as_deref()).map_err(refused)?;
    let all = ctx.data::<Store>()?.acceptances(codes.as_deref()).await.map_err(failed)?;
    let snapshot = view(ctx, None, None).await?;
    let page = page::of_lines(0, all.into_iter(), &window).map_err(refused)?;
    let named = |acceptance: finding::Acceptance| {
        let organization = snapshot.organization(&acceptance.key.organization);
        Acceptance { organization, acceptance }
    };
    Ok(AcceptanceConnection(page.map(named)))
}
