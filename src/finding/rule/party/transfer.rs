//! The ways in which an organization's data reaches parties, as Article 28 asks of each.

use chrono::NaiveDate;

use super::named::{self, Named};
use crate::finding::Company;
use crate::law::transfer::{Case, Data, Destination, Evidence, Way};
use crate::ledger::{Stated, Text, TransferBasis, Whereabouts};

/// A way in which data reaches a party.
pub(super) struct Transfer<'a> {
    pub(super) named: Named<'a>,
    /// The party's kind and name, in Japanese and English, which tell it from a party of another kind with the same name.
    pub(super) called: [String; 2],
    /// Its country.
    pub(super) whereabouts: Whereabouts,
    /// What Article 28 asks.
    pub(super) case: Case,
    /// When its handling was last checked.
    pub(super) checked_on: Option<NaiveDate>,
    /// What else is said of it.
    pub(super) notes: Option<Text>,
}

impl Transfer<'_> {
    /// What the ledger shows of the duties that it leaves.
    pub(super) fn evidence<'a>(&'a self, company: &'a Company<'_>) -> Evidence<'a> {
        Evidence {
            organization: company.organization,
            whereabouts: &self.whereabouts,
            countries: &self.whereabouts.countries,
            is_entrusted: self.case.way == Way::Entrustee,
            checked_on: self.checked_on,
            notes: self.notes.as_ref(),
        }
    }
}

/// The ways in which data reaches entrustees, recipients, and those who provide a place and handle what is kept there.
///
/// Such a provider is an entrustee; where the sheet 委託先 has it, by its own name or the place's, it is looked at there.
pub(super) fn transfers<'a>(company: &'a Company<'_>) -> Vec<Transfer<'a>> {
    let home = company.organization.home;
    let case = |way, country: &Whereabouts, basis| {
        let destination = Destination::of(country, home);
        Case { data: Data::PersonalData, way, handles: Stated::NotStated, collected: Stated::NotStated, destination, basis }
    };
    let called = |japanese: &str, english: &str, name: &str| [format!("{japanese}「{name}」"), format!("{english} {name}")];
    let entrustees = named::entrustees(company).into_iter().map(|party| Transfer {
        named: party.named,
        called: called("委託先", "entrustee", party.named.name),
        whereabouts: party.said.country.clone(),
        case: case(Way::Entrustee, &party.said.country, party.said.transfer),
        checked_on: party.said.checked_on,
        notes: party.said.notes.clone(),
    });
    let recipients = named::recipients(company).into_iter().map(|party| Transfer {
        named: party.named,
        called: called("提供先", "recipient", party.named.name),
        whereabouts: party.said.country.clone(),
        case: Case { collected: party.said.collected_directly, ..case(Way::Recipient, &party.said.country, party.said.transfer) },
        checked_on: None,
        notes: party.said.notes.clone(),
    });
    let known = &company.organization.entrustees;
    let places = named::places(company).into_iter().filter(|party| {
        let provider = party.said.provider.iter();
        let told_there = known.contains_key(party.named.name) || provider.into_iter().any(|provider| known.contains_key(provider));
        party.said.handles_data == Stated::Yes && !told_there
    });
    let providers = places.map(|party| Transfer {
        named: party.named,
        called: called("保管場所", "provider of", party.named.name),
        whereabouts: party.said.provider_country.clone(),
        case: Case { handles: party.said.handles_data, ..case(Way::Provider, &party.said.provider_country, TransferBasis::NotStated) },
        checked_on: None,
        notes: party.said.notes.clone(),
    });
    entrustees.chain(recipients).chain(providers).collect()
}
