//! Countries, and where things are as far as a ledger says.

use async_graphql::{Enum, Object};

use super::stated::{Language, Stated, spoken};
use crate::{law, ledger};

/// A country of ISO 3166-1.
pub struct Country(pub ledger::Country);

/// A country of ISO 3166-1.
#[Object]
impl Country {
    /// The two letters of ISO 3166-1, such as "SG".
    async fn code(&self) -> &str {
        self.0.code()
    }

    /// The common name of the country, as CLDR has it.
    async fn name(
        &self,
        #[graphql(default_with = "Some(Language::Ja)", desc = "The language of the name.")] language: Option<Language>,
    ) -> &str {
        self.0.name(spoken(language))
    }

    /// The standing of the country under Article 28 on the date of the law data (see `lawDate`).
    async fn standing(&self) -> CountryStanding {
        self.0.standing().into()
    }
}

/// The standing of a country under Article 28 of the APPI on the date of the law data.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "law::CountryStanding")]
pub enum CountryStanding {
    /// It is Japan.
    Home,
    /// The Commission has designated it as having an equivalent system (Rules 15).
    Designated,
    /// It takes part in Global CBPR, under which a certified recipient has an equivalent system (Rules 16). That is no designation.
    GlobalCbpr,
    /// None of these holds.
    Other,
}

/// Where something is, as far as the ledger says.
pub struct Whereabouts(pub ledger::Whereabouts);

/// Where something is, as far as the ledger says.
#[Object]
impl Whereabouts {
    /// Whether the countries are known, are candidates, or are not stated.
    async fn certainty(&self) -> Certainty {
        self.0.certainty.into()
    }

    /// Whether it is outside the home of the organization: YES where every possibility is, also where only 海外 or 欧州 is written.
    async fn abroad(&self) -> Stated {
        self.0.abroad.into()
    }

    /// The countries, or the candidates where `certainty` is CANDIDATES, in the order written.
    async fn countries(&self) -> Vec<Country> {
        self.0.countries.iter().copied().map(Country).collect()
    }

    /// Why the country cannot be named, where the ledger gives a reason.
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }

    /// The cell as written.
    async fn text(&self) -> Option<&str> {
        self.0.text.as_deref()
    }
}

/// Where something is, as far as the ledger says.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ledger::Certainty")]
pub enum Certainty {
    /// Each country named is one.
    Known,
    /// It is one or more of the countries named; the ledger does not say which.
    Candidates,
    /// The ledger names no country.
    NotStated,
}
