//! Where something is, as far as the ledger says.

use serde::Serialize;
use strum::{AsRefStr, EnumString, VariantArray};

use super::{Country, Stated, Text};

/// How far a country can be told.
#[derive(Default, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Certainty {
    /// Each country named is one.
    Known,
    /// It is one of the countries named, or several of them; the ledger does not say which.
    Candidates,
    /// No country is named.
    #[default]
    NotStated,
}

/// Where something is, as far as the ledger says. NOT_STATED may still be abroad: 海外 names no country.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Whereabouts {
    /// How far the country can be told.
    pub certainty: Certainty,
    /// Whether it is outside the organization's home: YES where every possibility is.
    pub abroad: Stated,
    /// The countries or candidates, in the order written, each once.
    pub countries: Vec<Country>,
    /// Why no country can be named, where the ledger gives a reason.
    pub reason: Option<Text>,
    /// The cell as written.
    pub text: Option<Text>,
}

impl Whereabouts {
    /// In each of these countries. Abroad where one of them is: what is kept at home and in Singapore is kept abroad.
    #[must_use]
    pub fn known(countries: Vec<Country>, home: Country, text: Option<Text>) -> Self {
        if countries.is_empty() {
            return Self { text, ..Self::default() };
        }
        let abroad = if countries.iter().any(|country| *country != home) { Stated::Yes } else { Stated::No };
        Self { certainty: Certainty::Known, abroad, countries: once(countries), reason: None, text }
    }

    /// In one or more of these countries. Abroad where all of them are; not to be told where one is home.
    #[must_use]
    pub fn candidates(countries: Vec<Country>, home: Country, text: Option<Text>) -> Self {
        let countries = once(countries);
        let foreign = countries.iter().filter(|country| **country != home).count();
        let abroad = match foreign {
            _ if countries.is_empty() => Stated::NotStated,
            0 => Stated::No,
            all if all == countries.len() => Stated::Yes,
            _ => Stated::NotStated,
        };
        let certainty = if countries.is_empty() { Certainty::NotStated } else { Certainty::Candidates };
        Self { certainty, abroad, countries, reason: None, text }
    }

    /// Outside the home, in a country that is not named (海外, 欧州).
    #[must_use]
    pub fn somewhere_abroad(text: Option<Text>) -> Self {
        Self { abroad: Stated::Yes, text, ..Self::default() }
    }

    /// Whether the ledger says anything of the country.
    #[must_use]
    pub fn is_stated(&self) -> bool {
        self.certainty != Certainty::NotStated || self.abroad != Stated::NotStated
    }

    /// The same countries as candidates: what is said for the whole company, of one entry.
    #[must_use]
    pub fn as_candidates(&self, home: Country) -> Self {
        if self.certainty == Certainty::NotStated {
            return self.clone();
        }
        Self { reason: self.reason.clone(), ..Self::candidates(self.countries.clone(), home, self.text.clone()) }
    }
}

fn once(countries: Vec<Country>) -> Vec<Country> {
    let mut seen = Vec::with_capacity(countries.len());
    for country in countries {
        if !seen.contains(&country) {
            seen.push(country);
        }
    }
    seen
}
