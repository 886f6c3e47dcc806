//! The parties of an organization: those of its catalogues, and those that only its entries name.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Company, Naming};
use crate::ledger::{Certainty, Entrustment, Field, JointUse, Place, Provision, Source, Text, Whereabouts};

/// A party that the law looks at, and what is said of it; nothing, where no catalogue has it.
pub(super) struct Party<'a, T: Clone> {
    pub(super) named: Named<'a>,
    pub(super) said: Cow<'a, T>,
}

/// How a party is named.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    /// Its name.
    pub(super) name: &'a str,
    /// How entries name it; none where no entry does.
    pub(super) naming: Option<&'a Naming>,
    field: Field,
}

impl Named<'_> {
    /// How many entries name it, as a finding's word.
    pub(super) fn entries(self) -> String {
        self.naming.map_or(0, |naming| naming.entries).to_string()
    }

    /// The cells that name it.
    pub(super) fn cells(self, company: &Company<'_>) -> Vec<Source> {
        company.cells_of_party(self.field, self.name, self.naming)
    }
}

/// The places in which data is kept.
pub(super) fn places<'a>(company: &'a Company<'_>) -> Vec<Party<'a, Place>> {
    all(&company.organization.places, &company.namings().places, Field::Places)
}

/// The parties to which data is entrusted.
pub(super) fn entrustees<'a>(company: &'a Company<'_>) -> Vec<Party<'a, Entrustment>> {
    all(&company.organization.entrustees, &company.namings().entrustees, Field::Entrustments)
}

/// The third parties to which data is provided.
pub(super) fn recipients<'a>(company: &'a Company<'_>) -> Vec<Party<'a, Provision>> {
    all(&company.organization.recipients, &company.namings().recipients, Field::Provisions)
}

/// The joint uses.
pub(super) fn joint_uses<'a>(company: &'a Company<'_>) -> Vec<Party<'a, JointUse>> {
    all(&company.organization.joint_uses, &company.namings().joint_uses, Field::JointUses)
}

fn all<'a, T: Clone + Default>(
    catalogue: &'a BTreeMap<Text, T>,
    namings: &'a BTreeMap<&'a str, Naming>,
    field: Field,
) -> Vec<Party<'a, T>> {
    let names: BTreeSet<&'a str> = catalogue.keys().map(AsRef::as_ref).chain(namings.keys().copied()).collect();
    let parties = names.into_iter().map(|name| {
        let said = catalogue.get(name).map_or_else(|| Cow::Owned(T::default()), Cow::Borrowed);
        Party { named: Named { name, naming: namings.get(name), field }, said }
    });
    parties.filter(|party| party.named.naming.is_none_or(|naming| naming.of_personal_data > 0)).collect()
}

/// Whether no country is named, and no reason given why not.
pub(super) fn is_open(whereabouts: &Whereabouts) -> bool {
    whereabouts.certainty == Certainty::NotStated && whereabouts.reason.is_none()
}
