//! Where data goes, as Article 28 tells places apart.

use strum::{AsRefStr, EnumString, VariantArray};

use crate::law::CountryStanding;
use crate::ledger::{Country, Stated, Whereabouts};

/// Where data goes, as far as the ledger says and as Article 28 tells places apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsRefStr, EnumString, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Destination {
    /// Japan, and nowhere else.
    Home,
    /// Abroad, and every possible country is designated.
    Designated,
    /// Abroad, and not every possible country is designated.
    NotDesignated,
    /// Abroad, but no country is named.
    Unnamed,
    /// Japan is one of several possibilities.
    PerhapsHome,
    /// The ledger says nothing of the country.
    NotStated,
}

impl Destination {
    /// Where something is, by what an organization whose home is `home` says of it. Where it says 海外 without a country, abroad is meant
    /// from its home, which tells nothing of Japan where its home is another country.
    #[must_use]
    pub fn of(whereabouts: &Whereabouts, home: Country) -> Self {
        Self::among(&whereabouts.countries, whereabouts.abroad, home)
    }

    /// The same where one of several known countries is asked about; without any, `abroad` tells.
    #[must_use]
    pub fn among(countries: &[Country], abroad: Stated, home: Country) -> Self {
        if countries.is_empty() {
            return match abroad {
                Stated::Yes if home == Country::JAPAN => Self::Unnamed,
                Stated::No if home == Country::JAPAN => Self::Home,
                _ => Self::NotStated,
            };
        }
        let at_home = countries.iter().filter(|country| **country == Country::JAPAN).count();
        if at_home == countries.len() {
            Self::Home
        } else if at_home > 0 {
            Self::PerhapsHome
        } else if countries.iter().all(|country| country.standing() == CountryStanding::Designated) {
            Self::Designated
        } else {
            Self::NotDesignated
        }
    }

    /// Whether it is abroad, whichever of the possibilities holds.
    #[must_use]
    pub fn is_abroad(self) -> bool {
        matches!(self, Self::Designated | Self::NotDesignated | Self::Unnamed)
    }

    /// Whether the country cannot be told from the ledger.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Unnamed | Self::PerhapsHome | Self::NotStated)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn countries(codes: &[&str]) -> Vec<Country> {
        codes.iter().map(|code| Country::from_code(code).unwrap()).collect()
    }

    #[test]
    fn places_are_told_apart_as_article_28_does() {
        let known = |codes: &[&str]| Whereabouts::known(countries(codes), Country::JAPAN, None);
        let candidates = |codes: &[&str]| Whereabouts::candidates(countries(codes), Country::JAPAN, None);
        for (whereabouts, expected) in [
            (known(&["JP"]), Destination::Home),
            (candidates(&["JP"]), Destination::Home),
            (known(&["FR"]), Destination::Designated),
            (candidates(&["FR", "GB", "NO"]), Destination::Designated),
            (candidates(&["FR", "US"]), Destination::NotDesignated),
            (known(&["SG"]), Destination::NotDesignated),
            (candidates(&["JP", "SG"]), Destination::PerhapsHome),
            (candidates(&["JP", "FR"]), Destination::PerhapsHome),
            (Whereabouts::somewhere_abroad(None), Destination::Unnamed),
            (Whereabouts::default(), Destination::NotStated),
        ] {
            assert_eq!(Destination::of(&whereabouts, Country::JAPAN), expected, "{whereabouts:?}");
        }
        let singapore = Country::from_code("SG").unwrap();
        assert_eq!(Destination::of(&Whereabouts::somewhere_abroad(None), singapore), Destination::NotStated, "it may be Japan");
    }
}
