//! The ways in which entries reach countries.

use async_graphql::{Enum, Object};

use super::country::{Certainty, Country};
use super::entry::LedgerEntry;
use super::party::TransferBasis;
use super::stated::{LawReference, Stated, provisions};
use crate::{ledger, question};

/// One way in which an entry reaches a country.
pub struct Flow {
    /// The entry.
    pub entry: LedgerEntry,
    /// The way.
    pub flow: ledger::Flow,
}

/// One way in which an entry reaches a country, or may: one for each candidate where the country is one of several.
#[Object]
impl Flow {
    /// The entry that reaches it.
    async fn entry(&self) -> LedgerEntry {
        self.entry.clone()
    }

    /// In what role the data gets there.
    async fn role(&self) -> FlowRole {
        self.flow.role.into()
    }

    /// The place, entrustee, recipient or joint use; empty where the ledger names none.
    async fn counterpart(&self) -> &str {
        &self.flow.counterpart
    }

    /// The country, where one is named.
    async fn country(&self) -> Option<Country> {
        self.flow.country.map(Country)
    }

    /// Whether the country is known, is a candidate, or is not stated.
    async fn certainty(&self) -> Certainty {
        self.flow.certainty.into()
    }

    /// Whether the flow, all its candidates together, leaves the home of the organization.
    async fn abroad(&self) -> Stated {
        self.flow.abroad.into()
    }

    /// On what a transfer abroad rests.
    async fn transfer(&self) -> TransferBasis {
        self.flow.transfer.into()
    }

    /// The provisions that apply to the flow.
    async fn basis(&self) -> Vec<LawReference> {
        provisions(&question::flow_basis(self.entry.snapshot.ledger().held(self.entry.no).organization.home, &self.flow))
    }
}

/// In what role data reaches a place or a party.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ledger::FlowRole")]
pub enum FlowRole {
    /// It is kept there.
    Storage,
    /// It is entrusted to a party there.
    Entrustment,
    /// It is provided to a third party there.
    Provision,
    /// It is used jointly with a party there.
    JointUse,
}
