//! One way in which an entry reaches a country.

use serde::Serialize;
use strum::{AsRefStr, EnumString, VariantArray};

use super::{Certainty, Country, Stated, Text, TransferBasis};

/// How data reaches a place or a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum FlowRole {
    /// Kept there.
    Storage,
    /// Entrusted to a party there (APPI 25, 28).
    Entrustment,
    /// Provided to a third party there (APPI 27, 28).
    Provision,
    /// Used jointly with a party there (APPI 27(5)(iii), 28).
    JointUse,
}

/// One way in which an entry reaches a country; a flow for each candidate where the country is one of several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Flow {
    /// How it gets there.
    pub role: FlowRole,
    /// The place, entrustee, recipient or joint use; empty where the ledger names none.
    pub counterpart: Text,
    /// The country, where one is named.
    pub country: Option<Country>,
    /// How far the country can be told.
    pub certainty: Certainty,
    /// On what an overseas recipient rests (APPI 28).
    pub transfer: TransferBasis,
    /// Whether the whole flow, all its candidates together, leaves the organization's home.
    pub abroad: Stated,
}

impl Flow {
    /// Whether it goes to another country than this home, as a candidate too, or abroad to a country that is not named.
    #[must_use]
    pub fn leaves(&self, home: Country) -> bool {
        self.country.map_or(self.abroad == Stated::Yes, |country| country != home)
    }
}
