//! A ledger and the questions to it.

#![expect(clippy::unused_async, reason = "the library takes async resolvers only")]

use std::sync::Arc;

use async_graphql::{Context, Object, OneofObject, Result};

use super::answers::{AbroadAnswer, RetentionAnswer, TallyBy, TallyRow};
use super::change::{Change, OrganizationChange};
use super::entry::LedgerEntry;
use super::filter::{EntryFilter, EntryOrder, of_domain};
use super::finding::FindingFilter;
use super::flow::FlowRole;
use super::notice::Notice;
use super::organization::Organization;
use super::page::{EntryConnection, FindingConnection, TransferConnection};
use super::refusal::refused;
use super::requester_view::{RequesterView, RequesterViewInput};
use super::scalars::{Day, Moment};
use super::snapshot::Snapshot;
use super::transfer::{Transfer, TransferFilter, TransferGroup};
use super::view::newest_revision;
use crate::clock;
use crate::notice;
use crate::question::{self, Refusal, Window, abroad, page, requester_view, transfers};
use crate::vocabulary::Vocabulary;

/// At what point of its history a ledger is asked: at a revision or at a moment.
#[derive(OneofObject, Debug)]
pub enum LedgerAt {
    /// The ledger is asked as it stood after the revision of this number.
    Revision(i32),
    /// The ledger is asked as it stood at this moment.
    Time(Moment),
}

/// The ledgers of some organizations as they stood at one point.
pub struct Ledger(pub Arc<Snapshot>);

/// The ledgers of some organizations as they stood at one point. Everything within one ledger is asked of that one point.
#[Object]
impl Ledger {
    /// The newest revision that this view includes. Revisions are numbered through the whole registry; 0 is before the first.
    async fn revision(&self, ctx: &Context<'_>) -> Result<i32> {
        newest_revision(ctx, &self.0).await
    }

    /// The organizations, by code.
    async fn organizations(&self) -> Vec<Organization> {
        self.0.ledger().organizations().iter().cloned().map(Organization).collect()
    }

    /// The entry of a control number; nothing where there is none.
    async fn entry(
        &self,
        #[graphql(desc = "The code of the organization that holds it.")] organization: String,
        #[graphql(desc = "The control number, as written.")] control_no: String,
        #[graphql(default = 1, desc = "Which of the entries that bear this number, from 1.")] occurrence: u32,
    ) -> Option<LedgerEntry> {
        let no = self.0.ledger().find(&organization, &control_no, occurrence)?;
        Some(LedgerEntry { snapshot: Arc::clone(&self.0), no })
    }

    /// The entries that meet a filter, by organization and control number unless another order is asked for.
    async fn entries(
        &self,
        #[graphql(desc = "Which entries; all where it is not given.")] filter: Option<EntryFilter>,
        #[graphql(desc = "In which order.")] order_by: Option<EntryOrder>,
        #[graphql(default = 50, desc = "How many at most, from 0 to 500.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to start.")] after: Option<String>,
    ) -> Result<EntryConnection> {
        let filter = filter.map(EntryFilter::ready).transpose().map_err(refused)?;
        let window = Window::new(first.map(Into::into), after.as_deref()).map_err(refused)?;
        let page = question::entries(self.0.ledger(), filter.as_ref(), order_by.map(Into::into), &window, Vocabulary::built_in());
        page.map(|page| EntryConnection::new(&self.0, page)).map_err(refused)
    }

    /// Which data is stored, entrusted, provided or jointly used abroad.
    async fn abroad(
        &self,
        #[graphql(desc = "In which roles; in all where none is named.")] roles: Option<Vec<FlowRole>>,
        #[graphql(desc = "In which countries, by their codes; in any where none is named.")] countries: Option<Vec<String>>,
    ) -> Result<AbroadAnswer> {
        let countries: Result<Vec<_>, Refusal> = countries.iter().flatten().map(|code| question::country(code)).collect();
        let question = abroad::Question::new(&of_domain(roles).unwrap_or_default(), countries.map_err(refused)?);
        Ok(AbroadAnswer { snapshot: Arc::clone(&self.0), question })
    }

    /// On what each way rests in which entries reach parties and countries (APPI 28), by entry, as of today.
    async fn transfers(
        &self,
        #[graphql(desc = "Which transfers; all where this is not given.")] filter: Option<TransferFilter>,
        #[graphql(default = 50, desc = "How many at most, from 0 to 500.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to start.")] after: Option<String>,
    ) -> Result<TransferConnection> {
        let question = filter.unwrap_or_default().question().map_err(refused)?;
        let page = Window::new(first.map(Into::into), after.as_deref())
            .and_then(|window| transfers::list(self.0.ledger(), &question, clock::today(), &window));
        let entry = |no| LedgerEntry { snapshot: Arc::clone(&self.0), no };
        page.map(|page| TransferConnection(page.map(|(no, transfer)| Transfer { entry: entry(no), transfer }))).map_err(refused)
    }

    /// The same transfers counted by country and by what Article 28 makes of them, with the duties that remain.
    async fn transfer_tally(
        &self,
        #[graphql(desc = "Which transfers; all where this is not given.")] filter: Option<TransferFilter>,
    ) -> Result<Vec<TransferGroup>> {
        let question = filter.unwrap_or_default().question().map_err(refused)?;
        Ok(transfers::tally(self.0.ledger(), &question, clock::today()).into_iter().map(TransferGroup).collect())
    }

    /// What a requester may see, what it costs and what must be shown.
    async fn requester_view(&self, #[graphql(desc = "Who asks whom for what.")] input: RequesterViewInput) -> Result<RequesterView> {
        let view = requester_view::requester_view(self.0.ledger(), &input.into(), Vocabulary::built_in()).map_err(refused)?;
        Ok(RequesterView { snapshot: Arc::clone(&self.0), view })
    }

    /// What falls due for disposal by a day, and of which that cannot be told.
    async fn retention_due(&self, #[graphql(desc = "The last day that counts.")] by: Day) -> RetentionAnswer {
        RetentionAnswer { snapshot: Arc::clone(&self.0), by: by.0 }
    }

    /// How many entries there are of each kind, most entries first.
    async fn tally(
        &self,
        #[graphql(desc = "What they are counted by.")] by: TallyBy,
        #[graphql(desc = "Which entries are counted; all where it is not given.")] filter: Option<EntryFilter>,
    ) -> Result<Vec<TallyRow>> {
        let filter = filter.map(EntryFilter::ready).transpose().map_err(refused)?;
        let rows = question::tally(self.0.ledger(), by.into(), filter.as_ref(), Vocabulary::built_in()).map_err(refused)?;
        Ok(rows.into_iter().map(TallyRow).collect())
    }

    /// What was found wrong, doubtful or worth knowing when the workbooks were read, and what the law finds missing or wrong today.
    async fn findings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which findings; all where it is not given.")] filter: Option<FindingFilter>,
        #[graphql(default = 50, desc = "How many at most, from 0 to 500.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to start.")] after: Option<String>,
    ) -> Result<FindingConnection> {
        let asked = self.0.findings(ctx, &filter.unwrap_or_default()).await?;
        let window = Window::new(first.map(Into::into), after.as_deref()).map_err(refused)?;
        let page = page::of_lines(self.0.ledger().revision().into(), asked.into_iter(), &window).map_err(refused)?;
        FindingConnection::new(ctx, &self.0, page).await
    }

    /// What changed after another revision, up to this view: entries that came, changed or went, by organization and control number.
    async fn changes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The revision after which changes count.")] since: i32,
    ) -> Result<Vec<Change>> {
        super::change::since(ctx, &self.0, since).await
    }

    /// What changed after another revision, up to this view, of what the organizations state apart from their entries.
    async fn organization_changes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The revision after which changes count.")] since: i32,
    ) -> Result<Vec<OrganizationChange>> {
        super::change::organizations_since(ctx, &self.0, since).await
    }
    /// The matters to be made public of an organization (APPI 32(1), Order 10), drawn from the ledger.
    async fn notice(&self, #[graphql(desc = "The code of the organization.")] organization: String) -> Result<Notice> {
        let what = notice::notice(self.0.ledger(), &organization).map_err(refused)?;
        Ok(Notice { snapshot: Arc::clone(&self.0), what })
    }
}
