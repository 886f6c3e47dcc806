//! An organization after workbooks that state some of its parts.

use std::collections::BTreeSet;

use crate::declare::Part;
use crate::ledger::{Field, Organization};

/// The organization with these parts, and where they were read, as declared and the others as they were.
pub(super) fn merge(before: Organization, declared: Organization, parts: &BTreeSet<Part>) -> Organization {
    let mut after = before;
    if parts.contains(&Part::Organization) {
        after.name = declared.name;
        after.home = declared.home;
        after.address = declared.address;
        after.representative = declared.representative;
        after.business = declared.business;
        after.manager = declared.manager;
        after.standard = declared.standard;
        after.certifications = declared.certifications;
        after.established = declared.established;
        after.revised = declared.revised;
        after.storage = declared.storage;
        after.entrusted = declared.entrusted;
        after.provided = declared.provided;
        after.jointly_used = declared.jointly_used;
    }
    take(&mut after.policies, declared.policies, Part::Policies, parts);
    take(&mut after.places, declared.places, Part::Places, parts);
    take(&mut after.entrustees, declared.entrustees, Part::Entrustees, parts);
    take(&mut after.recipients, declared.recipients, Part::Recipients, parts);
    take(&mut after.provision_conditions, declared.provision_conditions, Part::ProvisionConditions, parts);
    take(&mut after.joint_uses, declared.joint_uses, Part::JointUses, parts);
    take(&mut after.regimes, declared.regimes, Part::Regimes, parts);
    take(&mut after.procedures, declared.procedures, Part::Procedures, parts);
    take(&mut after.contacts, declared.contacts, Part::Contacts, parts);
    take(&mut after.safety_measures, declared.safety_measures, Part::SafetyMeasures, parts);
    after.sources.retain(|source| !parts.contains(&part_of(source.field)));
    after.sources.extend(declared.sources.into_iter().filter(|source| parts.contains(&part_of(source.field))));
    after
}

fn take<T>(part: &mut T, declared: T, name: Part, parts: &BTreeSet<Part>) {
    if parts.contains(&name) {
        *part = declared;
    }
}

/// The part that a field of an organization belongs to.
fn part_of(field: Field) -> Part {
    match field {
        Field::Policies => Part::Policies,
        Field::Places => Part::Places,
        Field::Entrustments => Part::Entrustees,
        Field::Provisions => Part::Recipients,
        Field::ProvisionConditions => Part::ProvisionConditions,
        Field::JointUses => Part::JointUses,
        Field::Regimes => Part::Regimes,
        Field::Procedures => Part::Procedures,
        Field::Contacts => Part::Contacts,
        Field::SafetyMeasures => Part::SafetyMeasures,
        _ => Part::Organization,
    }
}
