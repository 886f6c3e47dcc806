//! The ways in which an entry reaches a party or a country, as the ledger states them.

use std::borrow::Cow;

use crate::law::transfer::{Case, Data, Destination, Evidence, Way};
use crate::ledger::{
    Certainty, Country, Entrustment, Held, JointUse, Organization, Place, Provision, Stated, Text, TransferBasis, Whereabouts,
};

/// One way, borrowed from the ledger.
pub(super) struct Reached<'a> {
    /// The place or the party; empty where the ledger names none.
    pub(super) counterpart: &'a str,
    /// The place that a provider provides, or the entrustee that entrusts further.
    pub(super) through: Option<&'a str>,
    /// YES or POSSIBLE.
    pub(super) stated: Stated,
    /// The country, or the candidates.
    pub(super) countries: &'a [Country],
    /// All that is said of the country.
    pub(super) whereabouts: &'a Whereabouts,
    /// What the decision table is asked.
    pub(super) case: Case,
    /// What else the ledger says of the party.
    pub(super) party: Party<'a>,
}

/// What the ledger says of a party beside its country.
#[derive(Clone, Copy)]
pub(super) enum Party<'a> {
    /// Nothing.
    None,
    /// It provides a place.
    Providing(&'a Place),
    /// It is entrusted.
    Entrusted(&'a Entrustment),
    /// It is provided with the data.
    Provided(&'a Provision),
    /// It takes part in a joint use.
    Joint(&'a JointUse),
}

impl<'a> Reached<'a> {
    /// What the ledger shows of the duties that it leaves.
    pub(super) fn evidence(&self, organization: &'a Organization) -> Evidence<'a> {
        let (is_entrusted, checked_on, notes): (bool, _, Option<&Text>) = match self.party {
            Party::Entrusted(party) => (true, party.checked_on, party.notes.as_ref()),
            Party::Provided(party) => (false, None, party.notes.as_ref()),
            Party::Providing(place) => (false, None, place.notes.as_ref()),
            Party::None | Party::Joint(_) => (false, None, None),
        };
        let Self { whereabouts, countries, .. } = *self;
        Evidence { organization, whereabouts, countries, is_entrusted, checked_on, notes }
    }
}

/// A way before its countries are told apart.
struct Path<'a> {
    way: Way,
    counterpart: &'a str,
    through: Option<&'a str>,
    stated: Stated,
    handles: Stated,
    collected: Stated,
    basis: TransferBasis,
    party: Party<'a>,
}

impl<'a> Path<'a> {
    fn new(way: Way, counterpart: &'a str) -> Self {
        Self {
            way,
            counterpart,
            through: None,
            stated: Stated::Yes,
            handles: Stated::NotStated,
            collected: Stated::NotStated,
            basis: TransferBasis::NotStated,
            party: Party::None,
        }
    }

    /// Visits it once for each country that is known, or once with all its candidates.
    fn visit(&self, whereabouts: &Whereabouts, held: Held<'_>, visit: &mut dyn FnMut(&Reached<'_>)) {
        let data = Data::of(held.entry);
        let mut reach = |countries: &[Country]| {
            let destination = Destination::among(countries, whereabouts.abroad, held.organization.home);
            let Self { way, handles, collected, basis, .. } = *self;
            let case = Case { data, way, handles, collected, destination, basis };
            let Self { counterpart, through, stated, party, .. } = *self;
            visit(&Reached { counterpart, through, stated, countries, whereabouts, case, party });
        };
        if whereabouts.certainty == Certainty::Known && whereabouts.countries.len() > 1 {
            whereabouts.countries.chunks(1).for_each(reach);
        } else {
            reach(&whereabouts.countries);
        }
    }
}

/// Visits every way in which an entry reaches a party or a country, in the order of [`Way`] but that each place is followed by the
/// party that provides it, and each entrustee by whom it entrusts further.
pub(super) fn each(held: Held<'_>, visit: &mut dyn FnMut(&Reached<'_>)) {
    let places = held.places();
    each_place(held, &places, visit);
    each_entrustee(held, &places, visit);
    let provided = affirmed(held.provided());
    for party in held.provisions() {
        let path = Path {
            stated: provided.unwrap_or(Stated::Yes),
            collected: party.collected_directly,
            basis: party.transfer,
            party: Party::Provided(&party),
            ..Path::new(Way::Recipient, &party.recipient)
        };
        path.visit(&party.country, held, visit);
    }
    nameless(Way::Recipient, provided, held.entry.recipients.is_empty(), held, visit);
    let used = affirmed(held.jointly_used());
    for joint in held.joint_uses() {
        // The sheet of joint uses has no basis; one that is also listed as a recipient has its basis there.
        let basis = held.organization.recipients.get(&joint.name).map_or(TransferBasis::NotStated, |party| party.transfer);
        let path =
            Path { stated: used.unwrap_or(Stated::Yes), basis, party: Party::Joint(&joint), ..Path::new(Way::JointUser, &joint.name) };
        path.visit(&held.joint_users(&joint), held, visit);
    }
    nameless(Way::JointUser, used, held.entry.joint_uses.is_empty(), held, visit);
}

/// Where it is kept: the places, and the parties that provide them.
fn each_place<'a>(held: Held<'a>, places: &[Cow<'a, Place>], visit: &mut dyn FnMut(&Reached<'_>)) {
    let home = held.organization.home;
    let together = held.entry.storage.is_stated() || places.is_empty();
    if together {
        let names: Vec<&str> = places.iter().map(|place| place.name.as_ref()).collect();
        Path::new(Way::Server, &names.join("、")).visit(&held.storage(), held, visit);
    }
    for place in places {
        if !together {
            let server = Path::new(Way::Server, &place.name);
            if place.server_country.is_stated() {
                server.visit(&place.server_country, held, visit);
            } else {
                server.visit(&held.organization.storage.as_candidates(home), held, visit);
            }
        }
        provider(held, place, visit);
    }
}

/// The party that provides a place, where the ledger says anything of one that is another than the organization itself, and that is
/// not among the entry's entrustees.
fn provider(held: Held<'_>, place: &Place, visit: &mut dyn FnMut(&Reached<'_>)) {
    let organization = held.organization;
    let said = place.provider.is_some() || place.provider_country.is_stated() || place.handles_data != Stated::NotStated;
    let name = place.provider.as_ref().unwrap_or(&place.name);
    let own = *name == organization.name || ["自社", "当社", "弊社", "社内"].contains(&name.as_ref());
    let told_there = held.entry.entrustees.contains(name) || held.entry.entrustees.contains(&place.name);
    if !said || own || told_there {
        return;
    }
    let entrusted = organization.entrustees.get(name).or_else(|| organization.entrustees.get(&place.name));
    let basis = match place.handles_data {
        Stated::No => TransferBasis::NotAProvision,
        _ => entrusted.map_or(TransferBasis::NotStated, |party| party.transfer),
    };
    let country = entrusted.map(|party| &party.country).filter(|_| !place.provider_country.is_stated());
    let path = Path {
        through: Some(&place.name),
        handles: place.handles_data,
        basis,
        party: entrusted.map_or(Party::Providing(place), Party::Entrusted),
        ..Path::new(Way::Provider, name)
    };
    path.visit(country.unwrap_or(&place.provider_country), held, visit);
}

/// To whom it is entrusted, and entrusted further.
fn each_entrustee(held: Held<'_>, places: &[Cow<'_, Place>], visit: &mut dyn FnMut(&Reached<'_>)) {
    let entrusted = affirmed(held.entrusted());
    for party in held.entrustments() {
        let of_party = |place: &&Cow<'_, Place>| place.provider.as_ref() == Some(&party.entrustee) || place.name == party.entrustee;
        let place = places.iter().find(of_party);
        let handles = place.map_or(Stated::NotStated, |place| place.handles_data);
        let country = place.map(|place| &place.provider_country).filter(|_| !party.country.is_stated());
        let path = Path {
            stated: entrusted.unwrap_or(Stated::Yes),
            handles,
            basis: party.transfer,
            party: Party::Entrusted(&party),
            ..Path::new(Way::Entrustee, &party.entrustee)
        };
        path.visit(country.unwrap_or(&party.country), held, visit);
        if let Some(stated) = affirmed(party.subcontracting) {
            let further = Path { through: Some(&party.entrustee), stated, ..Path::new(Way::SubEntrustee, "") };
            further.visit(&Whereabouts::default(), held, visit);
        }
    }
    nameless(Way::Entrustee, entrusted, held.entry.entrustees.is_empty(), held, visit);
}

/// A way that the ledger affirms without naming anyone.
fn nameless(way: Way, stated: Option<Stated>, none_named: bool, held: Held<'_>, visit: &mut dyn FnMut(&Reached<'_>)) {
    if let Some(stated) = stated.filter(|_| none_named) {
        Path { stated, ..Path::new(way, "") }.visit(&Whereabouts::default(), held, visit);
    }
}

/// YES or POSSIBLE, where the ledger says either.
fn affirmed(stated: Stated) -> Option<Stated> {
    matches!(stated, Stated::Yes | Stated::Possible).then_some(stated)
}
