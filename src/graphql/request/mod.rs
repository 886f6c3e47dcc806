//! A person's request as a case.

mod act;
mod event;
mod input;
mod letter;
mod outcome;
mod person;
mod terms;
mod what_if;

use std::sync::Arc;

use async_graphql::{Context, Enum, Error, Object, Result};

pub use act::{advance, erase, receive};
pub use event::RequestEvent;
pub use input::{DecisionInput, GrantKind, ReceiveRequestInput, RequestFilter};
pub use letter::{Download, Letter, RegisterFormat, register};
pub use outcome::RequestOutcome;
pub use person::{RequestDocument, RequestPerson, RequestViewing};
pub use terms::{RequestTerms, RequestTermsInput, set_terms, terms};
pub use what_if::{WhatIf, WhatIfInput, what_if};

use super::Caller;
use super::organization::Organization;
use super::page::RequestConnection;
use super::procedure::{Fee, RefusalGround, RequesterKind, Right};
use super::refusal::{refused, sentence};
use super::requester_view::RequesterView;
use super::scalars::{Day, Moment};
use super::snapshot::Snapshot;
use super::stated::{Language, spoken};
use super::view::{failed, organizations_of, part};
use crate::question::{Window, Words, page};
use crate::request::{self, Application, Case, Charges, State, Target};
use crate::store::{At, Store};
use crate::vocabulary::Vocabulary;
use crate::{clock, ledger};

/// Where a request stands.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "State")]
pub enum RequestState {
    /// Received; papers or a fee are owed, and nothing has been done yet.
    Received,
    /// Papers are missing.
    AwaitingDocuments,
    /// The papers are here; the fee, or its estimate, is missing.
    AwaitingFee,
    /// Nothing is missing: what is held is looked up, and decided on.
    Investigating,
    /// Decided; the person has not been told.
    Decided,
    /// The person has been told. The request is closed.
    Replied,
    /// Withdrawn by the person, or deemed to be. The request is closed.
    Withdrawn,
}

/// A person's request, without the person.
pub struct Request {
    case: Case,
}

impl From<Case> for Request {
    fn from(case: Case) -> Self {
        Self { case }
    }
}

/// A person's request (開示等の請求, APPI 32 to 39).
#[Object]
impl Request {
    /// The number of the request, e.g. `arrow-trust-2026-0001`.
    async fn number(&self) -> &str {
        &self.case.receipt.number
    }

    /// Where it stands.
    async fn state(&self) -> RequestState {
        self.case.state().into()
    }

    /// The organization that was asked.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Organization> {
        let snapshot = self.ledger(ctx, At::Head).await?;
        Ok(Organization(snapshot.organization(&self.case.receipt.organization)))
    }

    /// What is asked for.
    async fn rights(&self) -> Vec<Right> {
        self.case.receipt.rights.iter().copied().map(Into::into).collect()
    }

    /// Who asks.
    async fn requester(&self) -> RequesterKind {
        self.case.receipt.requester.into()
    }

    /// The categories of person that the person says it belongs to.
    async fn subjects(&self) -> Vec<&str> {
        self.case.receipt.subjects.iter().map(AsRef::as_ref).collect()
    }

    /// How many items are asked about, where the fee is an item's.
    async fn items(&self) -> u32 {
        self.case.receipt.items
    }

    /// The day on which it reached the organization.
    async fn received_on(&self) -> Day {
        Day(self.case.receipt.received_on)
    }

    /// The day by which the organization means to answer; the Act says "without delay".
    async fn due_on(&self) -> Day {
        Day(self.case.receipt.due_on)
    }

    /// How many days are left until then, negative once it is past; nothing for a closed request.
    async fn days_left(&self) -> Option<i64> {
        self.target().days_left
    }

    /// Whether it is open, and that day is past.
    async fn overdue(&self) -> bool {
        self.target().overdue()
    }

    /// The first day on which a suit may be brought if nothing is answered (APPI 39(1)).
    async fn suit_from(&self) -> Day {
        Day(self.target().suit_from)
    }

    /// The papers that the procedure asks for, as it stood on receipt. Which of them came in is shown to the desk alone.
    async fn documents(&self) -> Vec<RequestDocument> {
        let accepted = |line: &ledger::RequiredDocument| self.case.papers.iter().find(|shown| shown.accepted && shown.line == *line);
        let line = |line: &ledger::RequiredDocument| RequestDocument {
            number: Arc::clone(&self.case.receipt.number),
            line: line.clone(),
            received_on: accepted(line).map(|shown| shown.received_on),
        };
        self.case.owed.papers.iter().map(line).collect()
    }

    /// What is still owed before anything is looked up, in words.
    async fn missing(
        &self,
        #[graphql(default_with = "Some(Language::Ja)", desc = "The language of the words.")] language: Option<Language>,
    ) -> Vec<String> {
        self.case.missing().iter().map(|missing| missing.name(spoken(language))).collect()
    }

    /// The fee that the procedure sets for what is asked, as it stood on receipt; FREE where the law allows none.
    async fn fee_due(&self, ctx: &Context<'_>) -> Result<Fee> {
        Ok(Fee(self.charges(ctx).await?.fee()))
    }

    /// What is due in yen, with tax: the estimate where one was given; nothing as long as one is owed.
    async fn fee_yen(&self) -> Option<u32> {
        self.case.owed.fee.total(self.case.progress().estimate)
    }

    /// What was paid, in yen; nothing where nothing was.
    async fn fee_received(&self) -> Option<u32> {
        Some(self.case.progress().paid).filter(|paid| *paid > 0)
    }

    /// What the desk must know of the fee, such as that none may be charged though the procedure sets one.
    async fn fee_warnings(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(Language::Ja)", desc = "The language of the words.")] language: Option<Language>,
    ) -> Result<Vec<String>> {
        Ok(self.charges(ctx).await?.warnings.iter().map(|warning| warning.message(spoken(language))).collect())
    }

    /// What the requester may see of each entry, for the first of the rights: by the ledger as it stands, or as it stood when it was
    /// decided.
    async fn view(&self, ctx: &Context<'_>) -> Result<RequesterView> {
        let first = self.case.receipt.rights.first().map(std::slice::from_ref).unwrap_or_default();
        self.views_of(ctx, first).await?.pop().ok_or_else(|| Error::new("a request asks for a right"))
    }

    /// The same for each of the rights, in the order of `rights`.
    async fn views(&self, ctx: &Context<'_>) -> Result<Vec<RequesterView>> {
        self.views_of(ctx, &self.case.receipt.rights).await
    }

    /// How much is granted; nothing as long as it is not decided.
    async fn grant(&self) -> Option<GrantKind> {
        self.case.progress().decision.map(|decision| decision.grant.into())
    }

    /// The grounds of the decision, each with its provisions; in the words of the procedure where it has them.
    async fn grounds(&self, ctx: &Context<'_>) -> Result<Vec<RefusalGround>> {
        let Some(decision) = self.case.progress().decision else { return Ok(Vec::new()) };
        let snapshot = self.ledger(ctx, At::Revision(decision.revision)).await?;
        let organization = snapshot.organization(&self.case.receipt.organization);
        let rights = &self.case.receipt.rights;
        Ok(decision.grounds_in_words(&organization, rights).into_iter().map(RefusalGround).collect())
    }

    /// The sentence for the person that gives the reason (APPI 36).
    async fn explanation(&self) -> Option<String> {
        self.case.progress().decision?.explanation.map(|text| text.to_string())
    }

    /// What happened, oldest first.
    async fn events(&self) -> Vec<RequestEvent<'_>> {
        self.case.events.iter().map(RequestEvent).collect()
    }

    /// Who the person is. Shown to the desk alone, and each look is on record; nothing once it is erased.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<RequestPerson>> {
        let caller = at_desk(ctx)?;
        let person = ctx.data::<Store>()?.person(&self.case.receipt.number, &caller.name, clock::now()).await.map_err(failed)?;
        Ok(person.map(RequestPerson))
    }

    /// 開示等請求に対する回答書, by the ledger that the decision rests on; nothing as long as nothing is decided, or where the request was
    /// withdrawn. Shown to the desk alone, and the look at whom it is to is on record.
    async fn answer(&self, ctx: &Context<'_>) -> Result<Option<Letter>> {
        letter::of_answer(ctx, self).await
    }

    /// The letter that says what to send and what it costs, by the procedures as they stood on receipt. Shown to the desk alone, and the
    /// look at whom it is to is on record.
    async fn guidance(&self, ctx: &Context<'_>) -> Result<Letter> {
        letter::of_guidance(ctx, self).await
    }

    /// Other requests for one of the same rights in the name of the same person, by number. Shown to the desk alone.
    async fn duplicates(&self, ctx: &Context<'_>) -> Result<Vec<String>> {
        at_desk(ctx)?;
        let numbers = ctx.data::<Store>()?.duplicates(&self.case).await.map_err(failed)?;
        Ok(numbers.iter().map(ToString::to_string).collect())
    }

    /// Who looked at who the person is, the newest first.
    async fn viewings(&self, ctx: &Context<'_>) -> Result<Vec<RequestViewing>> {
        let viewings = ctx.data::<Store>()?.viewings(&self.case.receipt.number).await.map_err(failed)?;
        Ok(viewings.into_iter().map(RequestViewing).collect())
    }

    /// When what told who the person is was erased.
    async fn person_erased_at(&self) -> Option<Moment> {
        self.case.progress().erased.map(Moment)
    }
}

impl Request {
    fn target(&self) -> Target {
        Target::of(&self.case, self.case.state(), clock::today())
    }

    async fn ledger(&self, ctx: &Context<'_>, at: At) -> Result<Arc<Snapshot>> {
        part(ctx, Some(std::slice::from_ref(&self.case.receipt.organization)), at).await
    }

    async fn charges(&self, ctx: &Context<'_>) -> Result<Charges> {
        let receipt = &self.case.receipt;
        let snapshot = self.ledger(ctx, At::Revision(receipt.revision)).await?;
        let subjects = Words::subjects(&receipt.subjects, Vocabulary::built_in());
        Ok(request::charges(&snapshot.organization(&receipt.organization), &receipt.application(), &subjects))
    }

    async fn views_of(&self, ctx: &Context<'_>, rights: &[ledger::Right]) -> Result<Vec<RequesterView>> {
        let decided = self.case.progress().decision.map(|decision| decision.revision);
        let snapshot = self.ledger(ctx, decided.map_or(At::Head, At::Revision)).await?;
        let receipt = &self.case.receipt;
        views(&snapshot, &receipt.organization, &receipt.application(), rights)
    }
}

/// What a requester may see, for each of these rights.
fn views(snapshot: &Arc<Snapshot>, organization: &str, asked: &Application, rights: &[ledger::Right]) -> Result<Vec<RequesterView>> {
    let views = request::views(snapshot.ledger(), organization, asked, rights, Vocabulary::built_in()).map_err(refused)?;
    Ok(views.into_iter().map(|view| RequesterView { snapshot: Arc::clone(snapshot), view }).collect())
}

/// The caller, who must be of the requests desk.
///
/// # Errors
/// Where it is not.
pub fn at_desk<'a>(ctx: &Context<'a>) -> Result<&'a Caller> {
    let caller = ctx.data::<Caller>()?;
    if caller.desk {
        return Ok(caller);
    }
    Err(sentence(
        "NOT_AT_THE_DESK",
        "開示等請求の担当窓口の権限が必要です。管理者に、窓口用のトークンかサインイン用リンク(daicho token … --desk)を求めてください。",
        "This is for the requests desk. Ask the operator for a token or a sign-in link of the desk (daicho token … --desk).",
    ))
}

/// A page of the requests that a filter asks for, the newest first.
///
/// # Errors
/// Where an organization is not the caller's, the window is refused, or the registry cannot be read.
pub async fn requests(
    ctx: &Context<'_>,
    filter: Option<RequestFilter>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<RequestConnection> {
    let window = Window::new(first.map(Into::into), after.as_deref()).map_err(refused)?;
    let asked = asked(ctx, filter.unwrap_or_default()).await?;
    let page = page::of_lines(0, asked.into_iter(), &window).map_err(refused)?;
    Ok(RequestConnection(page.map(Request::from)))
}

/// The cases that a filter asks for, the newest first.
async fn asked(ctx: &Context<'_>, filter: RequestFilter) -> Result<Vec<Case>> {
    let codes = organizations_of(ctx, filter.organizations.clone()).await?;
    let today = clock::today();
    let all = ctx.data::<Store>()?.cases(codes.as_deref()).await.map_err(failed)?;
    Ok(all.into_iter().filter(|case| filter.asks(case, today)).collect())
}

/// The request of a number; nothing where there is none that the caller may read.
///
/// # Errors
/// Where the registry cannot be read.
pub async fn request(ctx: &Context<'_>, number: &str) -> Result<Option<Request>> {
    let caller = ctx.data::<Caller>()?;
    let case = ctx.data::<Store>()?.case(number).await.map_err(failed)?;
    Ok(case.filter(|case| caller.may_read(&case.receipt.organization)).map(Request::from))
}
