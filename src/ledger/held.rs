//! An entry within its organization.

use std::borrow::Cow;

use super::{
    Certainty, Country, Entrustment, Entry, Field, Flow, FlowRole, JointUse, Organization, Place, Provision, Source, Stated, Text,
    TransferBasis, Whereabouts,
};

/// An entry within its organization: what the row says, completed by what the organization says of its parties and of the whole company.
#[derive(Debug, Clone, Copy)]
pub struct Held<'a> {
    /// The organization that holds it.
    pub organization: &'a Organization,
    /// The row.
    pub entry: &'a Entry,
}

impl<'a> Held<'a> {
    /// 保管国, all places together: what the row says, else what its places say, else the company's storage as candidates.
    #[must_use]
    pub fn storage(&self) -> Cow<'a, Whereabouts> {
        if self.entry.storage.is_stated() {
            return Cow::Borrowed(&self.entry.storage);
        }
        if let Some(together) = self.storage_of_places() {
            return Cow::Owned(together);
        }
        if self.organization.storage.is_stated() {
            return Cow::Owned(self.organization.storage.as_candidates(self.organization.home));
        }
        Cow::Borrowed(&self.entry.storage)
    }

    /// Whether anything is entrusted: what the row says, else the organization for the whole company.
    #[must_use]
    pub fn entrusted(&self) -> Stated {
        self.entry.entrusted.or(self.organization.entrusted)
    }

    /// Whether anything is provided to third parties, likewise.
    #[must_use]
    pub fn provided(&self) -> Stated {
        self.entry.provided.or(self.organization.provided)
    }

    /// Whether it is used jointly, likewise.
    #[must_use]
    pub fn jointly_used(&self) -> Stated {
        self.entry.jointly_used.or(self.organization.jointly_used)
    }

    /// The places it is kept in, in the order written.
    #[must_use]
    pub fn places(&self) -> Vec<Cow<'a, Place>> {
        resolve(&self.entry.places, |name| self.organization.places.get(name), |name| Place { name, ..Place::default() })
    }

    /// The parties it is entrusted to, in the order written.
    #[must_use]
    pub fn entrustments(&self) -> Vec<Cow<'a, Entrustment>> {
        let unknown = |entrustee| Entrustment { entrustee, ..Entrustment::default() };
        resolve(&self.entry.entrustees, |name| self.organization.entrustees.get(name), unknown)
    }

    /// The third parties it is provided to, in the order written.
    #[must_use]
    pub fn provisions(&self) -> Vec<Cow<'a, Provision>> {
        let unknown = |recipient| Provision { recipient, ..Provision::default() };
        resolve(&self.entry.recipients, |name| self.organization.recipients.get(name), unknown)
    }

    /// The joint uses it is part of, in the order written.
    #[must_use]
    pub fn joint_uses(&self) -> Vec<Cow<'a, JointUse>> {
        let unknown = |name| JointUse { name, ..JointUse::default() };
        resolve(&self.entry.joint_uses, |name| self.organization.joint_uses.get(name), unknown)
    }

    /// Where each statement was read: the row's cells, and the organization's where its statement is taken over.
    #[must_use]
    pub fn sources(&self) -> Vec<&'a Source> {
        let entry = self.entry;
        let from_places = self.storage_of_places().is_some();
        let taken_over = [
            (Field::Storage, !entry.storage.is_stated() && !from_places),
            (Field::Entrusted, entry.entrusted == Stated::NotStated),
            (Field::Provided, entry.provided == Stated::NotStated),
            (Field::JointlyUsed, entry.jointly_used == Stated::NotStated),
        ];
        let of_organization = self.organization.sources.iter();
        entry.sources.iter().chain(of_organization.filter(|source| taken_over.contains(&(source.field, true)))).collect()
    }

    /// Every way in which the entry reaches a country, or may. Keeping is always one of them; what the ledger denies or does not
    /// mention of the other roles is none.
    #[must_use]
    pub fn flows(&self) -> Vec<Flow> {
        let mut flows = self.storage_flows();
        for party in self.entrustments() {
            self.add(&mut flows, FlowRole::Entrustment, &party.entrustee, &party.country, party.transfer);
        }
        for party in self.provisions() {
            self.add(&mut flows, FlowRole::Provision, &party.recipient, &party.country, party.transfer);
        }
        for joint in self.joint_uses() {
            self.add(&mut flows, FlowRole::JointUse, &joint.name, &self.joint_users(&joint), TransferBasis::NotStated);
        }
        let said = [
            (FlowRole::Entrustment, self.entrusted(), self.entry.entrustees.is_empty()),
            (FlowRole::Provision, self.provided(), self.entry.recipients.is_empty()),
            (FlowRole::JointUse, self.jointly_used(), self.entry.joint_uses.is_empty()),
        ];
        for (role, stated, nameless) in said {
            if nameless && matches!(stated, Stated::Yes | Stated::Possible) {
                self.add(&mut flows, role, &Text::default(), &Whereabouts::default(), TransferBasis::NotStated);
            }
        }
        flows
    }

    /// Whether the entry reaches abroad by a role. YES by one flow is enough; NO only where nothing is left open.
    #[must_use]
    pub fn reaches_abroad(&self, role: FlowRole, flows: &[Flow]) -> Stated {
        let stated = match role {
            FlowRole::Storage => Stated::Yes,
            FlowRole::Entrustment => self.entrusted(),
            FlowRole::Provision => self.provided(),
            FlowRole::JointUse => self.jointly_used(),
        };
        let mut of_role = flows.iter().filter(|flow| flow.role == role).peekable();
        if of_role.peek().is_none() {
            return if stated == Stated::No { Stated::No } else { Stated::NotStated };
        }
        of_role.fold(Stated::No, |so_far, flow| match (so_far, flow.abroad) {
            (Stated::Yes, _) | (_, Stated::Yes) => Stated::Yes,
            (Stated::No, Stated::No) => Stated::No,
            _ => Stated::NotStated,
        })
    }

    /// The countries of the places that state one. Where some are certain, those; else all candidates.
    fn storage_of_places(&self) -> Option<Whereabouts> {
        let stated: Vec<_> = self.places().into_iter().map(|place| place.server_country.clone()).filter(Whereabouts::is_stated).collect();
        let countries = |certainty| {
            let of = stated.iter().filter(move |place| place.certainty == certainty);
            of.flat_map(|place| place.countries.clone()).collect::<Vec<Country>>()
        };
        let home = self.organization.home;
        let (known, candidates) = (countries(Certainty::Known), countries(Certainty::Candidates));
        let together = match stated.first()? {
            _ if !known.is_empty() => Whereabouts::known(known, home, None),
            _ if !candidates.is_empty() => Whereabouts::candidates(candidates, home, None),
            unnamed => unnamed.clone(),
        };
        Some(Whereabouts { abroad: self.abroad_by_places(), ..together })
    }

    /// YES where one of the places is abroad, NO only where each is told to be at home.
    fn abroad_by_places(&self) -> Stated {
        let of_company = self.organization.storage.as_candidates(self.organization.home).abroad;
        let each: Vec<Stated> = self.places().iter().map(|place| place.server_country.abroad.or(of_company)).collect();
        if each.contains(&Stated::Yes) {
            Stated::Yes
        } else if each.iter().all(|abroad| *abroad == Stated::No) {
            Stated::No
        } else {
            Stated::NotStated
        }
    }

    fn storage_flows(&self) -> Vec<Flow> {
        let mut flows = Vec::new();
        let places = self.places();
        if self.entry.storage.is_stated() || places.is_empty() {
            let names: Vec<&str> = places.iter().map(|place| place.name.as_ref()).collect();
            let transfer = match places.as_slice() {
                [place] => transfer_to(place),
                _ => TransferBasis::NotStated,
            };
            self.add(&mut flows, FlowRole::Storage, &names.join("、").into(), &self.storage(), transfer);
            return flows;
        }
        let of_company = self.organization.storage.as_candidates(self.organization.home);
        for place in &places {
            let country = if place.server_country.is_stated() { &place.server_country } else { &of_company };
            self.add(&mut flows, FlowRole::Storage, &place.name, country, transfer_to(place));
        }
        flows
    }

    /// Where the users of a joint use are, as far as the ledger says.
    #[must_use]
    pub fn joint_users(&self, joint: &JointUse) -> Whereabouts {
        match joint.includes_foreign {
            Stated::Yes => Whereabouts::somewhere_abroad(None),
            Stated::No => Whereabouts::known(vec![self.organization.home], self.organization.home, None),
            Stated::Possible | Stated::NotStated => Whereabouts::default(),
        }
    }

    /// Adds a flow for each country, or one without a country.
    fn add(&self, flows: &mut Vec<Flow>, role: FlowRole, counterpart: &Text, whereabouts: &Whereabouts, transfer: TransferBasis) {
        let flow = |country: Option<Country>| {
            let at_home = country == Some(self.organization.home) && whereabouts.certainty == Certainty::Known;
            let abroad = match (whereabouts.certainty, at_home) {
                (Certainty::Known, true) => Stated::No,
                (Certainty::Known, false) => Stated::Yes,
                _ => whereabouts.abroad,
            };
            let transfer = if at_home && transfer == TransferBasis::NotStated { TransferBasis::Domestic } else { transfer };
            Flow { role, counterpart: counterpart.clone(), country, certainty: whereabouts.certainty, transfer, abroad }
        };
        if whereabouts.countries.is_empty() {
            flows.push(flow(None));
        }
        flows.extend(whereabouts.countries.iter().map(|country| flow(Some(*country))));
    }
}

/// Keeping data at a provider that does not handle it is no provision.
fn transfer_to(place: &Place) -> TransferBasis {
    if place.handles_data == Stated::No { TransferBasis::NotAProvision } else { TransferBasis::NotStated }
}

fn resolve<'a, T: Clone + 'a>(names: &[Text], known: impl Fn(&Text) -> Option<&'a T>, unknown: impl Fn(Text) -> T) -> Vec<Cow<'a, T>> {
    names.iter().map(|name| known(name).map_or_else(|| Cow::Owned(unknown(name.clone())), Cow::Borrowed)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An entry kept in these places, of which each is known to be where it says, if anywhere.
    fn kept_in(places: &[Option<&str>]) -> (Organization, Entry) {
        let mut organization = Organization::new("kou".into());
        let mut entry = Entry::default();
        for (number, code) in places.iter().enumerate() {
            let name: Text = format!("place {number}").into();
            let country = code.map(|code| Country::from_code(code).unwrap()).into_iter().collect();
            let server_country = Whereabouts::known(country, Country::JAPAN, None);
            organization.places.insert(name.clone(), Place { name: name.clone(), server_country, ..Place::default() });
            entry.places.push(name);
        }
        (organization, entry)
    }

    #[test]
    fn a_place_that_says_nothing_is_not_at_home() {
        for (places, abroad) in [
            (&[Some("JP"), Some("JP")][..], Stated::No),
            (&[Some("JP"), None], Stated::NotStated),
            (&[Some("JP"), Some("SG")], Stated::Yes),
            (&[None, Some("SG")], Stated::Yes),
            (&[None, None], Stated::NotStated),
        ] {
            let (organization, entry) = kept_in(places);
            let held = Held { organization: &organization, entry: &entry };
            assert_eq!(held.storage().abroad, abroad, "{places:?}");
            assert_eq!(held.reaches_abroad(FlowRole::Storage, &held.flows()), abroad, "{places:?}");
        }
    }
}
