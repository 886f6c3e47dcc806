//! In which foreign countries an organization handles personal data, as far as its ledger says.

use std::collections::BTreeMap;

use super::Company;
use super::naming::Naming;
use super::row::is_personal_data;
use crate::ledger::{Certainty, Country, Field, Source, Stated, TransferBasis, Whereabouts};

/// How many cells of entries a country shows.
const FEW: usize = 20;

/// How personal data is handled in a foreign country.
#[derive(Debug, Default)]
pub struct HandledAbroad {
    /// Whether the country is certain, by one statement at the least, and not only one of several candidates.
    pub certain: bool,
    /// The cells that say so.
    pub cells: Vec<Source>,
}

impl Company<'_> {
    /// The foreign countries in which personal data is kept or handled, known or as a candidate: by what is said for the whole company,
    /// by entries that name a country of their own, and by the places' servers and providers and the entrustees. The guideline (10-7)
    /// counts the provider's country as well as the server's, and one in which an entrustee handles the data.
    ///
    /// A transfer to an entrustee that rests on consent is left out: what is known of its country has to be told for the consent itself.
    #[must_use]
    pub fn handled_abroad(&self) -> BTreeMap<Country, HandledAbroad> {
        let mut handled = BTreeMap::new();
        self.take_in(&mut handled, &self.organization.storage, |company| company.cells(Field::Storage));
        let namings = self.namings();
        for place in self.organization.places.values().filter(|place| holds_personal_data(namings.places.get(place.name.as_ref()))) {
            for whereabouts in [&place.server_country, &place.provider_country] {
                self.take_in(&mut handled, whereabouts, |company| company.cell_named(Field::Places, &place.name));
            }
        }
        for party in self.organization.entrustees.values() {
            if party.transfer != TransferBasis::Consent && holds_personal_data(namings.entrustees.get(party.entrustee.as_ref())) {
                self.take_in(&mut handled, &party.country, |company| company.cell_named(Field::Entrustments, &party.entrustee));
            }
        }
        for held in self.entries().filter(|held| held.entry.storage.abroad != Stated::No && is_personal_data(held.entry)) {
            let of_entry = || held.entry.sources.iter().filter(|source| source.field == Field::Storage).cloned().collect();
            self.take_in(&mut handled, &held.entry.storage, |_| of_entry());
        }
        handled
    }

    fn take_in(&self, handled: &mut BTreeMap<Country, HandledAbroad>, whereabouts: &Whereabouts, cells: impl Fn(&Self) -> Vec<Source>) {
        for country in whereabouts.countries.iter().filter(|country| **country != self.organization.home) {
            let in_country = handled.entry(*country).or_default();
            in_country.certain |= whereabouts.certainty == Certainty::Known;
            if in_country.cells.len() < FEW {
                let new: Vec<_> = cells(self).into_iter().filter(|cell| !in_country.cells.contains(cell)).collect();
                in_country.cells.extend(new);
            }
        }
    }
}

/// Whether entries with personal data name a party, or none at all does: then the catalogue alone speaks of it.
fn holds_personal_data(naming: Option<&Naming>) -> bool {
    naming.is_none_or(|naming| naming.of_personal_data > 0)
}
