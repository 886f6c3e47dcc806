//! The answers to questions about a ledger: abroad, retention due, tally.

#![expect(clippy::unused_async, reason = "the library takes async resolvers only")]

use std::sync::Arc;

use async_graphql::{Enum, Object, Result};

use super::country::Country;
use super::entry::LedgerEntry;
use super::flow::{Flow, FlowRole};
use super::page::{EntryConnection, FlowConnection};
use super::refusal::refused;
use super::snapshot::Snapshot;
use super::stated::{Language, spoken};
use crate::question::{self, Window, abroad, retention_due};

/// Which data is kept, entrusted, provided or jointly used abroad.
pub struct AbroadAnswer {
    /// The ledger that is asked.
    pub snapshot: Arc<Snapshot>,
    /// What is asked.
    pub question: abroad::Question,
}

/// Which data is kept, entrusted, provided or jointly used abroad. An entry reaches abroad by a flow whose every possible country,
/// known, each candidate, or not named but abroad, is another than the home of its organization.
#[Object]
impl AbroadAnswer {
    /// The entries of which the ledger says that they reach another country than the home of their organization; where countries are
    /// asked about, those that reach one of them, each candidate counting as one.
    async fn entries(
        &self,
        #[graphql(default = 50, desc = "How many at most, from 0 to 500.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to start.")] after: Option<String>,
    ) -> Result<EntryConnection> {
        let page = Window::new(first.map(Into::into), after.as_deref())
            .and_then(|window| abroad::entries(self.snapshot.ledger(), &self.question, &window));
        page.map(|page| EntryConnection::new(&self.snapshot, page)).map_err(refused)
    }

    /// The entries of which it cannot be told from the ledger: one possibility is home, or nothing is stated. An answer that leaves
    /// these out is wrong. An entry that reaches abroad by one flow is not listed here for another.
    async fn undetermined(
        &self,
        #[graphql(default = 50, desc = "How many at most, from 0 to 500.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to start.")] after: Option<String>,
    ) -> Result<EntryConnection> {
        let page = Window::new(first.map(Into::into), after.as_deref())
            .and_then(|window| abroad::undetermined(self.snapshot.ledger(), &self.question, &window));
        page.map(|page| EntryConnection::new(&self.snapshot, page)).map_err(refused)
    }

    /// The foreign countries that entries reach, known or as candidates, with the most entries first.
    async fn countries(&self) -> Vec<CountryTally> {
        abroad::countries(self.snapshot.ledger(), &self.question).into_iter().map(CountryTally).collect()
    }

    /// The flows that leave home, one for each candidate where the country is one of several, by entry.
    async fn flows(
        &self,
        #[graphql(default = 50, desc = "How many at most, from 0 to 500.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to start.")] after: Option<String>,
    ) -> Result<FlowConnection> {
        let page = Window::new(first.map(Into::into), after.as_deref())
            .and_then(|window| abroad::flows(self.snapshot.ledger(), &self.question, &window));
        let entry = |no| LedgerEntry { snapshot: Arc::clone(&self.snapshot), no };
        page.map(|page| FlowConnection(page.map(|(no, flow)| Flow { entry: entry(no), flow }))).map_err(refused)
    }
}

/// How many entries reach a country.
pub struct CountryTally(abroad::CountryTally);

/// How many entries reach a country.
#[Object]
impl CountryTally {
    /// The country.
    async fn country(&self) -> Country {
        Country(self.0.country)
    }

    /// How many entries reach it, known or as a candidate.
    async fn entries(&self) -> usize {
        self.0.entries
    }

    /// In which roles they reach it.
    async fn roles(&self) -> Vec<FlowRole> {
        self.0.roles.iter().map(Into::into).collect()
    }
}

/// What falls due for disposal.
pub struct RetentionAnswer {
    /// The ledger that is asked.
    pub snapshot: Arc<Snapshot>,
    /// By which day.
    pub by: chrono::NaiveDate,
}

/// What falls due for disposal by a day, and of which that cannot be told.
#[Object]
impl RetentionAnswer {
    /// The entries that fall due by the day, that day included, the earliest first.
    async fn due(
        &self,
        #[graphql(default = 50, desc = "How many at most, from 0 to 500.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to start.")] after: Option<String>,
    ) -> Result<EntryConnection> {
        let page = Window::new(first.map(Into::into), after.as_deref())
            .and_then(|window| retention_due::due(self.snapshot.ledger(), self.by, &window));
        page.map(|page| EntryConnection::new(&self.snapshot, page)).map_err(refused)
    }

    /// The entries of which the ledger does not give enough to tell the day. What it keeps for ever is not among them.
    async fn undetermined(
        &self,
        #[graphql(default = 50, desc = "How many at most, from 0 to 500.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to start.")] after: Option<String>,
    ) -> Result<EntryConnection> {
        let page = Window::new(first.map(Into::into), after.as_deref())
            .and_then(|window| retention_due::undetermined(self.snapshot.ledger(), &window));
        page.map(|page| EntryConnection::new(&self.snapshot, page)).map_err(refused)
    }
}

/// What entries are counted by.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "question::TallyBy")]
pub enum TallyBy {
    /// They are counted by the country in which they are kept, candidates included. The keys are the codes of countries, ABROAD where
    /// no country is named, and NOT_STATED.
    Country,
    /// They are counted by department.
    Department,
    /// They are counted by category of person.
    Subject,
    /// They are counted by the party to which they are entrusted; the key is NO where the ledger says that none is.
    Entrustee,
    /// They are counted by the kind of retention.
    RetentionKind,
    /// They are counted by what is stated of disclosure.
    Disclosure,
    /// They are counted by medium.
    Medium,
}

/// How many entries are of a kind.
pub struct TallyRow(pub question::TallyRow);

/// How many entries are of a kind. An entry of several kinds counts in each.
#[Object]
impl TallyRow {
    /// The code of a country, a word as written, or the name of a value; ABROAD and NOT_STATED where the ledger names none.
    async fn key(&self) -> &str {
        &self.0.key
    }

    /// The kind in words.
    async fn label(
        &self,
        #[graphql(default_with = "Some(Language::Ja)", desc = "The language of the words.")] language: Option<Language>,
    ) -> String {
        self.0.label(spoken(language))
    }

    /// How many entries are of it.
    async fn entries(&self) -> usize {
        self.0.entries
    }
}
