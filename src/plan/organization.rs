//! What of an organization differs, apart from its entries.

use super::FieldChange;
use super::compare::{Compare, compare};
use super::words::{Worded, joined};
use crate::ledger::{Contact, Entrustment, Fee, JointUse, Organization, Place, Policy, Procedure, Provision, RequiredDocument};

/// The fields and paths that differ, in the order of the workbook's sheets; all that it states where it is new.
pub(super) fn differences(before: Option<&Organization>, after: &Organization) -> Vec<FieldChange> {
    compare(before, Some(after))
        .field("code", |organization| &organization.code)
        .field("name", |organization| &organization.name)
        .field("home", |organization| &organization.home)
        .field("address", |organization| &organization.address)
        .field("representative", |organization| &organization.representative)
        .field("business", |organization| &organization.business)
        .field("manager", |organization| &organization.manager)
        .field("standard", |organization| &organization.standard)
        .field("certifications", |organization| &organization.certifications)
        .field("established", |organization| &organization.established)
        .field("revised", |organization| &organization.revised)
        .field("storage", |organization| &organization.storage)
        .field("entrusted", |organization| &organization.entrusted)
        .field("provided", |organization| &organization.provided)
        .field("jointlyUsed", |organization| &organization.jointly_used)
        .list("policies", |organization| organization.policies.iter().collect(), |policy| policy.name.to_string(), policy)
        .list("places", |organization| organization.places.values().collect(), |place| place.name.to_string(), place)
        .list("entrustments", |organization| organization.entrustees.values().collect(), |party| party.entrustee.to_string(), entrustee)
        .list("provisions", |organization| organization.recipients.values().collect(), |party| party.recipient.to_string(), recipient)
        .list(
            "provisionConditions",
            |organization| organization.provision_conditions.iter().collect(),
            |condition| condition.text.to_string(),
            |condition| condition.field("text", |condition| &condition.text).field("basis", |condition| &condition.basis),
        )
        .list("jointUses", |organization| organization.joint_uses.values().collect(), |joint| joint.name.to_string(), joint_use)
        .list(
            "regimes",
            |organization| organization.regimes.iter().collect(),
            |regime| regime.country.brief().unwrap_or_default(),
            |regime| {
                regime
                    .field("country", |regime| &regime.country)
                    .field("summary", |regime| &regime.summary)
                    .field("concerns", |regime| &regime.concerns)
                    .field("measures", |regime| &regime.measures)
                    .field("checkedOn", |regime| &regime.checked_on)
                    .field("source", |regime| &regime.source)
            },
        )
        .list(
            "procedures",
            |organization| organization.procedures.iter().collect(),
            |procedure| joined(&procedure.rights).unwrap_or_default(),
            procedure,
        )
        .list("contacts", |organization| organization.contacts.iter().collect(), |contact| contact.name.to_string(), contact)
        .list(
            "safetyMeasures",
            |organization| organization.safety_measures.iter().collect(),
            |measure| measure.kind.brief().unwrap_or_default(),
            |measure| measure.field("kind", |measure| &measure.kind).field("text", |measure| &measure.text),
        )
        .found()
}

fn policy(policy: Compare<'_, Policy>) -> Compare<'_, Policy> {
    policy
        .field("name", |policy| &policy.name)
        .field("established", |policy| &policy.established)
        .field("revised", |policy| &policy.revised)
        .field("citations", |policy| &policy.citations)
        .field("text", |policy| &policy.text)
}

fn place(place: Compare<'_, Place>) -> Compare<'_, Place> {
    place
        .field("name", |place| &place.name)
        .field("provider", |place| &place.provider)
        .field("providerCountry", |place| &place.provider_country)
        .field("serverCountry", |place| &place.server_country)
        .field("handlesData", |place| &place.handles_data)
        .field("notes", |place| &place.notes)
}

fn entrustee(party: Compare<'_, Entrustment>) -> Compare<'_, Entrustment> {
    party
        .field("entrustee", |party| &party.entrustee)
        .field("country", |party| &party.country)
        .field("work", |party| &party.work)
        .field("contractedOn", |party| &party.contracted_on)
        .field("subcontracting", |party| &party.subcontracting)
        .field("transfer", |party| &party.transfer)
        .field("checkedOn", |party| &party.checked_on)
        .field("notes", |party| &party.notes)
}

fn recipient(party: Compare<'_, Provision>) -> Compare<'_, Provision> {
    party
        .field("recipient", |party| &party.recipient)
        .field("country", |party| &party.country)
        .field("legalBasis", |party| &party.legal_basis)
        .field("transfer", |party| &party.transfer)
        .field("collectedDirectly", |party| &party.collected_directly)
        .field("optOut", |party| &party.opt_out)
        .field("notes", |party| &party.notes)
}

fn joint_use(joint: Compare<'_, JointUse>) -> Compare<'_, JointUse> {
    joint
        .field("name", |joint| &joint.name)
        .field("items", |joint| &joint.items)
        .field("scope", |joint| &joint.scope)
        .list(
            "purposes",
            |joint| joint.purposes.iter().collect(),
            |purpose| purpose.subject.as_deref().unwrap_or_default().to_owned(),
            |purpose| purpose.field("subject", |purpose| &purpose.subject).field("text", |purpose| &purpose.text),
        )
        .field("responsible", |joint| &joint.responsible)
        .field("responsibleAddress", |joint| &joint.responsible_address)
        .field("responsibleRepresentative", |joint| &joint.responsible_representative)
        .field("acquisition", |joint| &joint.acquisition)
        .field("includesForeign", |joint| &joint.includes_foreign)
}

fn contact(contact: Compare<'_, Contact>) -> Compare<'_, Contact> {
    contact
        .field("roles", |contact| &contact.roles)
        .field("name", |contact| &contact.name)
        .field("address", |contact| &contact.address)
        .field("phones", |contact| &contact.phones)
        .field("email", |contact| &contact.email)
        .field("hours", |contact| &contact.hours)
        .field("notes", |contact| &contact.notes)
}

fn procedure(procedure: Compare<'_, Procedure>) -> Compare<'_, Procedure> {
    procedure
        .field("rights", |procedure| &procedure.rights)
        .field("accepted", |procedure| &procedure.accepted)
        .field("requesters", |procedure| &procedure.requesters)
        .field("subjects", |procedure| &procedure.subjects)
        .field("application", |procedure| &procedure.application)
        .field("form", |procedure| &procedure.form)
        .field("reply", |procedure| &procedure.reply)
        .list("documents", |procedure| procedure.documents.iter().collect(), document_name, document)
        .within("fee", |procedure| &procedure.fee, fee)
        .list(
            "refusalGrounds",
            |procedure| procedure.refusal_grounds.iter().collect(),
            |ground| ground.text.to_string(),
            |ground| {
                ground.field("kind", |ground| &ground.kind).field("text", |ground| &ground.text).field("basis", |ground| &ground.basis)
            },
        )
        .field("notes", |procedure| &procedure.notes)
}

fn document_name(document: &RequiredDocument) -> String {
    format!("{}: {}", document.requester.brief().unwrap_or_default(), document.name)
}

fn document(document: Compare<'_, RequiredDocument>) -> Compare<'_, RequiredDocument> {
    document
        .field("requester", |document| &document.requester)
        .field("name", |document| &document.name)
        .field("group", |document| &document.group)
        .field("choose", |document| &document.choose)
        .field("issuedWithin", |document| &document.issued_within)
        .field("conditions", |document| &document.conditions)
}

fn fee(fee: Compare<'_, Fee>) -> Compare<'_, Fee> {
    fee.field("kind", |fee| &fee.kind)
        .field("amount", |fee| &fee.amount)
        .field("tax", |fee| &fee.tax)
        .field("per", |fee| &fee.per)
        .field("payment", |fee| &fee.payment)
        .field("refundable", |fee| &fee.refundable)
        .field("estimateByEffort", |fee| &fee.estimate_by_effort)
        .field("text", |fee| &fee.text)
}
