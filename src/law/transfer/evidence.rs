//! What a ledger shows of the duties under Article 28.

use chrono::{Months, NaiveDate};

use crate::ledger::{Certainty, Country, CountryRegime, Organization, Stated, Text, Whereabouts};

/// What a ledger says of a party and of its country, as far as it may show a duty met.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// The organization, with what it has ascertained of countries' systems and what it makes known.
    pub organization: &'a Organization,
    /// All that is said of where the party is.
    pub whereabouts: &'a Whereabouts,
    /// The countries that are asked about: of several that are known, perhaps one.
    pub countries: &'a [Country],
    /// Whether the party is one of the sheet 委託先, whose 確認日 is the day on which both it and its country's system were last checked.
    pub is_entrusted: bool,
    /// That day.
    pub checked_on: Option<NaiveDate>,
    /// What else is said of the party.
    pub notes: Option<&'a Text>,
}

impl<'a> Evidence<'a> {
    fn foreign(self) -> impl Iterator<Item = Country> + use<'a> {
        self.countries.iter().copied().filter(|country| *country != Country::JAPAN)
    }

    fn regime(self, country: Country) -> Option<&'a CountryRegime> {
        self.organization.regimes.iter().find(|regime| regime.country == country)
    }

    /// Whether there is a foreign country, and what is asked holds of each.
    fn of_each(self, is: impl Fn(Country) -> bool) -> bool {
        self.foreign().next().is_some() && self.foreign().all(is)
    }

    /// Whether the country can be told before the person consents, or why it cannot (Rules 17(2)(i), 17(3)(i)).
    #[must_use]
    pub fn tells_country(self) -> bool {
        self.tells_why_no_country() || self.whereabouts.certainty == Certainty::Known && self.foreign().next().is_some()
    }

    /// Whether the country's system can be told; where it is told why there is no country, that stands in its place (Rules 17(2)(ii),
    /// 17(3)(i)).
    #[must_use]
    pub fn tells_system(self) -> bool {
        self.tells_why_no_country() || self.of_each(|country| self.regime(country).is_some_and(|regime| said(regime.summary.as_ref())))
    }

    /// Whether what the recipient does for protection can be told (Rules 17(2)(iii)).
    #[must_use]
    pub fn tells_measures(self) -> bool {
        said(self.notes) || self.of_each(|country| self.regime(country).is_some_and(|regime| said(regime.measures.as_ref())))
    }

    /// Whether it is told why no country can be.
    #[must_use]
    pub fn tells_why_no_country(self) -> bool {
        said(self.whereabouts.reason.as_ref())
    }

    /// Whether each country's system is described, and measures in view of it (guideline 10-7).
    #[must_use]
    pub fn knows_system(self) -> bool {
        let known =
            |regime: &CountryRegime| (said(regime.summary.as_ref()) || said(regime.concerns.as_ref())) && said(regime.measures.as_ref());
        self.of_each(|country| self.regime(country).is_some_and(known))
    }

    /// Whether the security measures name each country (APPI 32(1)(iv)).
    #[must_use]
    pub fn names_country(self) -> bool {
        let measures = &self.organization.safety_measures;
        self.of_each(|country| measures.iter().any(|measure| country.is_named_in(&measure.text)))
    }

    /// When the recipient's measures and its country's system were last checked (Rules 18(1)(i)). For a party that is not entrusted, the
    /// 確認日 of each country's system counts, and of these the earliest.
    #[must_use]
    pub fn last_check(self) -> Option<NaiveDate> {
        if self.is_entrusted {
            return self.checked_on;
        }
        let days = self.foreign().map(|country| self.regime(country).and_then(|regime| regime.checked_on));
        days.collect::<Option<Vec<_>>>()?.into_iter().min()
    }

    /// Whether that is within a year. A day that is still to come shows nothing.
    #[must_use]
    pub fn checked_within_a_year(self, today: NaiveDate) -> Stated {
        let Some(day) = self.last_check().filter(|day| *day <= today) else {
            return Stated::NotStated;
        };
        let until = day.checked_add_months(Months::new(12));
        if until.is_none_or(|until| today <= until) { Stated::Yes } else { Stated::No }
    }
}

fn said(text: Option<&Text>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}
