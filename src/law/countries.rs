//! Countries' names, and their standing under Article 28.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use icu_locale::locale;
use icu_locale::names::RegionDisplayName;
use icu_locale::subtags::Region;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};
use toml::value::Datetime;

use crate::language::Language;
use crate::ledger::Country;

/// A country's standing under Article 28 on the law date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum CountryStanding {
    /// Japan.
    Home,
    /// Designated by the Commission as having an equivalent system (APPI 28(1), Rules 15).
    Designated,
    /// Takes part in Global CBPR, where a certified recipient has an equivalent system (Rules 16(ii)).
    GlobalCbpr,
    /// None of these.
    Other,
}

/// On what a country's standing rests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingSource {
    /// The notice, or the forum.
    pub source: String,
    /// The day from which it holds, where it is known.
    pub since: Option<NaiveDate>,
    /// Whether it is known from pages about the notice rather than from the notice.
    pub secondary: bool,
}

#[derive(Deserialize)]
struct Data {
    standing: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    is: CountryStanding,
    source: String,
    since: Option<Datetime>,
    #[serde(default)]
    secondary: bool,
    countries: Vec<String>,
}

/// The standing of the countries that have one, and on what it rests.
type Standings = BTreeMap<Country, (CountryStanding, StandingSource)>;

static STANDINGS: LazyLock<Standings> = LazyLock::new(|| {
    let data: Data = toml::from_str(include_str!("countries.toml")).expect("countries.toml holds standings");
    let mut standings = Standings::new();
    for row in data.standing {
        let source = StandingSource { source: row.source, since: row.since.map(super::provisions::day), secondary: row.secondary };
        for code in &row.countries {
            let country = Country::from_code(code).expect("countries.toml names countries of ISO 3166-1");
            standings.insert(country, (row.is, source.clone()));
        }
    }
    standings
});

static NAMES: LazyLock<BTreeMap<Country, [String; 2]>> =
    LazyLock::new(|| Country::all().into_iter().map(|country| (country, names(country))).collect());

/// The short Japanese name, which ledgers use (アメリカ), and the long English one, since the short ones are abbreviations (US).
fn names(country: Country) -> [String; 2] {
    let Ok(region) = Region::try_from_str(country.code()) else {
        return [country.code().to_owned(), country.code().to_owned()];
    };
    let japanese = RegionDisplayName::new_short_light_with_fallback(locale!("ja").into(), region);
    let english = RegionDisplayName::new_light_with_fallback(locale!("en").into(), region);
    [japanese.to_string(), english.to_string()]
}

impl Country {
    /// Its common name, as CLDR has it; its code where CLDR has none.
    #[must_use]
    pub fn name(&self, language: Language) -> &'static str {
        let [ja, en] = &NAMES[self];
        language.pick(ja, en)
    }

    /// Its standing under Article 28 on the law date.
    #[must_use]
    pub fn standing(&self) -> CountryStanding {
        if *self == Self::JAPAN {
            return CountryStanding::Home;
        }
        STANDINGS.get(self).map_or(CountryStanding::Other, |(standing, _)| *standing)
    }

    /// On what its standing rests; nothing for Japan and for countries without one.
    #[must_use]
    pub fn standing_source(&self) -> Option<&'static StandingSource> {
        STANDINGS.get(self).map(|(_, source)| source)
    }
}

impl Serialize for Country {
    /// A country is its code and its Japanese name.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut country = serializer.serialize_struct("Country", 2)?;
        country.serialize_field("code", self.code())?;
        country.serialize_field("name", self.name(Language::Ja))?;
        country.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_designated_countries_are_those_of_the_notice() {
        let designated = Country::all().into_iter().filter(|country| country.standing() == CountryStanding::Designated);
        let mut count = 0;
        for country in designated {
            let source = country.standing_source().unwrap();
            assert_eq!(source.since, NaiveDate::from_ymd_opt(2019, 1, 23), "{country:?}");
            count += 1;
        }
        assert_eq!(count, 27 + 3 + 1, "the Union, the rest of the Economic Area, and the United Kingdom");
        for code in ["CH", "US", "SG", "CN", "AD"] {
            assert_ne!(Country::from_code(code).unwrap().standing(), CountryStanding::Designated, "{code}");
        }
    }

    #[test]
    fn names_are_those_of_ledgers() {
        let names: Vec<_> = ["JP", "SG", "US", "GB", "TW"]
            .into_iter()
            .filter_map(Country::from_code)
            .map(|country| (country.name(Language::Ja), country.name(Language::En), country.standing()))
            .collect();
        assert_eq!(
            names,
            [
                ("日本", "Japan", CountryStanding::Home),
                ("シンガポール", "Singapore", CountryStanding::GlobalCbpr),
                ("アメリカ", "United States", CountryStanding::GlobalCbpr),
                ("英国", "United Kingdom", CountryStanding::Designated),
                ("台湾", "Taiwan", CountryStanding::GlobalCbpr),
            ]
        );
    }
}
