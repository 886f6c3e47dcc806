//! How far the ledger shows a duty met.

use chrono::{Months, NaiveDate};

use super::reached::{Party, Reached};
use crate::law::transfer::{Duty, Verdict};
use crate::ledger::{Certainty, Country, CountryRegime, Entrustment, Held, JointUse, SafetyMeasureKind, Stated, Text, fold};
use crate::vocabulary::Vocabulary;

/// The letters of which one alone is too short for a country's name in running text (中, 米).
const BYTES_OF_A_LETTER: usize = 3;

/// YES where what the duty takes stands in the ledger, NO where the ledger shows that it was not done, NOT_STATED where it does not say.
pub(super) fn met(duty: Duty, held: Held<'_>, reached: &Reached<'_>, today: NaiveDate) -> Stated {
    match duty {
        Duty::SettleBasis if reached.case.verdict() == Verdict::BasisFails => Stated::No,
        Duty::TellCountry => yes(reached.whereabouts.certainty == Certainty::Known),
        Duty::TellSystem => yes(in_each_country(held, reached, |regime| said(regime.summary.as_ref()))),
        Duty::TellWhyNoCountry => yes(said(reached.whereabouts.reason.as_ref())),
        Duty::CheckYearly => checked_yearly(held, reached, today),
        Duty::KnowSystem => yes(in_each_country(held, reached, |regime| said(regime.summary.as_ref()) && said(regime.measures.as_ref()))),
        Duty::StateCountry => yes(names_each_country(held, reached)),
        Duty::Supervise => {
            let checked = entrustment(reached).and_then(|party| party.checked_on);
            yes(checked.is_some_and(|day| within_a_year(day, today) == Stated::Yes))
        }
        Duty::MakeJointUseKnown => yes(matches!(reached.party, Party::Joint(joint) if is_complete(joint))),
        Duty::ConsentOrException => yes(matches!(reached.party, Party::Provided(party) if said(party.legal_basis.as_ref()))),
        Duty::SettleBasis
        | Duty::AscertainCountry
        | Duty::AscertainProvision
        | Duty::TellMeasures
        | Duty::TellInsteadOfCountry
        | Duty::ActAndStop
        | Duty::InformOnRequest
        | Duty::KeepRecord => Stated::NotStated,
    }
}

/// What is not shown is not denied.
fn yes(shown: bool) -> Stated {
    if shown { Stated::Yes } else { Stated::NotStated }
}

fn said(text: Option<&Text>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

fn foreign<'a>(reached: &Reached<'a>) -> impl Iterator<Item = Country> + use<'a> {
    reached.countries.iter().copied().filter(|country| *country != Country::JAPAN)
}

fn regime<'a>(held: Held<'a>, country: Country) -> Option<&'a CountryRegime> {
    held.organization.regimes.iter().find(|regime| regime.country == country)
}

/// Whether there is a country, and what is asked holds of what the organization has ascertained of each.
fn in_each_country(held: Held<'_>, reached: &Reached<'_>, is: impl Fn(&CountryRegime) -> bool) -> bool {
    foreign(reached).next().is_some() && foreign(reached).all(|country| regime(held, country).is_some_and(&is))
}

/// Whether the measures in view of the external environment name each country, in the vocabulary's words.
fn names_each_country(held: Held<'_>, reached: &Reached<'_>) -> bool {
    let measures = held.organization.safety_measures.iter().filter(|measure| measure.kind == SafetyMeasureKind::ExternalEnvironment);
    let text: String = measures.map(|measure| fold(&measure.text) + "\n").collect();
    let named = Vocabulary::built_in().countries.within(&text);
    let names = |country| named.iter().any(|(from, to, meant)| *meant == country && to - from > BYTES_OF_A_LETTER);
    foreign(reached).next().is_some() && foreign(reached).all(names)
}

/// Both what the recipient does and its country's system are to be checked (Rules 18(1)(i)). One check that is too old is enough for NO.
fn checked_yearly(held: Held<'_>, reached: &Reached<'_>, today: NaiveDate) -> Stated {
    let of_party = entrustment(reached).and_then(|party| party.checked_on);
    let of_countries = foreign(reached).map(|country| regime(held, country).and_then(|regime| regime.checked_on));
    let checks = std::iter::once(of_party).chain(of_countries);
    let checks: Vec<Stated> = checks.map(|day| day.map_or(Stated::NotStated, |day| within_a_year(day, today))).collect();
    if checks.contains(&Stated::No) {
        Stated::No
    } else {
        yes(foreign(reached).next().is_some() && checks.iter().all(|check| *check == Stated::Yes))
    }
}

/// NO where the day is more than a year ago; a day that is still to come shows nothing.
fn within_a_year(day: NaiveDate, today: NaiveDate) -> Stated {
    if day > today {
        return Stated::NotStated;
    }
    let until = day.checked_add_months(Months::new(12));
    if until.is_none_or(|until| today <= until) { Stated::Yes } else { Stated::No }
}

fn entrustment<'a>(reached: &Reached<'a>) -> Option<&'a Entrustment> {
    match reached.party {
        Party::Entrusted(party) => Some(party),
        Party::None | Party::Provided(_) | Party::Joint(_) => None,
    }
}

/// Whether all that APPI 27(5)(iii) asks for is stated.
fn is_complete(joint: &JointUse) -> bool {
    let party = [&joint.scope, &joint.responsible, &joint.responsible_address, &joint.responsible_representative];
    !joint.items.is_empty() && !joint.purposes.is_empty() && party.into_iter().all(|words| said(words.as_ref()))
}
