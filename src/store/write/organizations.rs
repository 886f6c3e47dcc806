//! Organizations' versions as rows.

use super::super::StoreError;
use super::super::batch::Batch;
use super::super::writing::Writing;
use super::procedures::ProcedureRows;
use super::sheets::Sheets;
use super::{numbered, owned};
use crate::ledger::{Entrustment, JointUse, LawReference, Organization, Place, Provision, Whereabouts};

/// An organization's version on its way into the database.
pub(in super::super) struct OrganizationRows {
    version_id: i64,
    version: Batch<entity::organization_version::Entity>,
    lists: Lists,
    policies: Batch<entity::policy::Entity>,
    contacts: Batch<entity::contact::Entity>,
    safety_measures: Batch<entity::safety_measure::Entity>,
    regimes: Batch<entity::regime::Entity>,
    conditions: Batch<entity::provision_condition::Entity>,
    places: Batch<entity::place::Entity>,
    entrustees: Batch<entity::entrustee::Entity>,
    recipients: Batch<entity::recipient::Entity>,
    joint_uses: Batch<entity::joint_use::Entity>,
    purposes: Batch<entity::joint_use_purpose::Entity>,
    procedures: ProcedureRows,
    sources: Batch<entity::organization_source::Entity>,
}

/// The lists of words and of provisions that hang off a version, by list and by the position of what has them.
pub(super) struct Lists {
    version_id: i64,
    words: Batch<entity::organization_word::Entity>,
    bases: Batch<entity::organization_basis::Entity>,
}

impl Lists {
    /// Takes a list of words.
    pub(super) fn words<T: AsRef<str>>(&mut self, list: &str, owner: i32, words: &[T]) -> Result<(), StoreError> {
        for (position, word) in numbered(words) {
            let (version_id, list, word) = (self.version_id, list.to_owned(), word.as_ref().to_owned());
            self.words.add(entity::organization_word::Model { version_id, list, owner, position, word })?;
        }
        Ok(())
    }

    /// Takes a list of provisions.
    pub(super) fn basis(&mut self, list: &str, owner: i32, basis: &[LawReference]) -> Result<(), StoreError> {
        for (position, reference) in numbered(basis) {
            let (version_id, list) = (self.version_id, list.to_owned());
            let (law, article) = (reference.law.as_ref().to_owned(), reference.article.to_string());
            self.bases.add(entity::organization_basis::Model { version_id, list, owner, position, law, article })?;
        }
        Ok(())
    }

    fn countries(&mut self, list: &str, owner: i32, whereabouts: &Whereabouts) -> Result<(), StoreError> {
        let codes: Vec<&str> = whereabouts.countries.iter().map(crate::ledger::Country::code).collect();
        self.words(list, owner, &codes)
    }
}

impl OrganizationRows {
    /// What an organization states, as a version in force since a revision.
    pub(in super::super) fn new(
        sheets: &mut Sheets,
        version_id: i64,
        organization_id: i64,
        since_revision: i32,
        organization: &Organization,
    ) -> Result<Self, StoreError> {
        let mut rows = Self {
            version_id,
            version: Batch::default(),
            lists: Lists { version_id, words: Batch::default(), bases: Batch::default() },
            policies: Batch::default(),
            contacts: Batch::default(),
            safety_measures: Batch::default(),
            regimes: Batch::default(),
            conditions: Batch::default(),
            places: Batch::default(),
            entrustees: Batch::default(),
            recipients: Batch::default(),
            joint_uses: Batch::default(),
            purposes: Batch::default(),
            procedures: ProcedureRows::new(),
            sources: Batch::default(),
        };
        rows.version.add(version(version_id, organization_id, since_revision, organization))?;
        rows.add_statements(organization)?;
        rows.add_parties(organization)?;
        rows.procedures.add(version_id, &mut rows.lists, &organization.procedures)?;
        for (position, source) in numbered(&organization.sources) {
            rows.sources.add(entity::organization_source::Model {
                version_id,
                position,
                field: source.field.as_ref().to_owned(),
                sheet_id: sheets.id(&source.sheet)?,
                cell: source.cell.to_string(),
                text: source.text.to_string(),
            })?;
        }
        Ok(rows)
    }

    /// Writes all of it, parents before their children.
    pub(in super::super) async fn write(mut self, writing: &Writing, sheets: &mut Sheets) -> Result<(), StoreError> {
        sheets.write(writing).await?;
        self.version.write(writing).await?;
        self.policies.write(writing).await?;
        self.contacts.write(writing).await?;
        self.safety_measures.write(writing).await?;
        self.regimes.write(writing).await?;
        self.conditions.write(writing).await?;
        self.places.write(writing).await?;
        self.entrustees.write(writing).await?;
        self.recipients.write(writing).await?;
        self.joint_uses.write(writing).await?;
        self.purposes.write(writing).await?;
        self.procedures.write(writing).await?;
        self.lists.words.write(writing).await?;
        self.lists.bases.write(writing).await?;
        self.sources.write(writing).await
    }

    fn add_statements(&mut self, organization: &Organization) -> Result<(), StoreError> {
        let version_id = self.version_id;
        self.lists.words("certifications", 0, &organization.certifications)?;
        self.lists.countries("storage", 0, &organization.storage)?;
        for (position, policy) in numbered(&organization.policies) {
            let (name, text) = (policy.name.to_string(), owned(policy.text.as_ref()));
            let (established, revised) = (policy.established, policy.revised);
            self.policies.add(entity::policy::Model { version_id, position, name, established, revised, text })?;
            self.lists.words("policies.citations", position, &policy.citations)?;
        }
        for (position, contact) in numbered(&organization.contacts) {
            self.contacts.add(entity::contact::Model {
                version_id,
                position,
                name: contact.name.to_string(),
                address: owned(contact.address.as_ref()),
                email: owned(contact.email.as_ref()),
                hours: owned(contact.hours.as_ref()),
                notes: owned(contact.notes.as_ref()),
            })?;
            self.lists.words("contacts.roles", position, &contact.roles)?;
            self.lists.words("contacts.phones", position, &contact.phones)?;
        }
        for (position, measure) in numbered(&organization.safety_measures) {
            let (kind, text) = (measure.kind.as_ref().to_owned(), measure.text.to_string());
            self.safety_measures.add(entity::safety_measure::Model { version_id, position, kind, text })?;
        }
        for (position, regime) in numbered(&organization.regimes) {
            self.regimes.add(entity::regime::Model {
                version_id,
                position,
                country: regime.country.code().to_owned(),
                summary: owned(regime.summary.as_ref()),
                concerns: owned(regime.concerns.as_ref()),
                measures: owned(regime.measures.as_ref()),
                checked_on: regime.checked_on,
                source: owned(regime.source.as_ref()),
            })?;
        }
        for (position, condition) in numbered(&organization.provision_conditions) {
            self.conditions.add(entity::provision_condition::Model { version_id, position, text: condition.text.to_string() })?;
            self.lists.basis("provisionConditions", position, &condition.basis)?;
        }
        Ok(())
    }

    fn add_parties(&mut self, organization: &Organization) -> Result<(), StoreError> {
        let version_id = self.version_id;
        for (position, place) in numbered(organization.places.values()) {
            self.places.add(place_row(version_id, position, place))?;
            self.lists.countries("places.providerCountry", position, &place.provider_country)?;
            self.lists.countries("places.serverCountry", position, &place.server_country)?;
        }
        for (position, party) in numbered(organization.entrustees.values()) {
            self.entrustees.add(entrustee_row(version_id, position, party))?;
            self.lists.countries("entrustments.country", position, &party.country)?;
        }
        for (position, party) in numbered(organization.recipients.values()) {
            self.recipients.add(recipient_row(version_id, position, party))?;
            self.lists.countries("provisions.country", position, &party.country)?;
        }
        let mut purposes = 0..;
        for (position, joint) in numbered(organization.joint_uses.values()) {
            self.joint_uses.add(joint_use_row(version_id, position, joint))?;
            self.lists.words("jointUses.items", position, &joint.items)?;
            self.lists.words("jointUses.acquisition", position, &joint.acquisition)?;
            for (purpose, number) in joint.purposes.iter().zip(&mut purposes) {
                let (subject, text) = (owned(purpose.subject.as_ref()), purpose.text.to_string());
                let row = entity::joint_use_purpose::Model { version_id, position: number, joint_use: position, subject, text };
                self.purposes.add(row)?;
            }
        }
        Ok(())
    }
}

fn version(id: i64, organization_id: i64, since_revision: i32, organization: &Organization) -> entity::organization_version::Model {
    entity::organization_version::Model {
        id,
        organization_id,
        since_revision,
        until_revision: None,
        name: organization.name.to_string(),
        home: organization.home.code().to_owned(),
        address: owned(organization.address.as_ref()),
        representative: owned(organization.representative.as_ref()),
        business: owned(organization.business.as_ref()),
        manager: owned(organization.manager.as_ref()),
        standard: owned(organization.standard.as_ref()),
        established: organization.established,
        revised: organization.revised,
        storage_certainty: organization.storage.certainty.as_ref().to_owned(),
        storage_abroad: organization.storage.abroad.as_ref().to_owned(),
        storage_reason: owned(organization.storage.reason.as_ref()),
        storage_text: owned(organization.storage.text.as_ref()),
        entrusted: organization.entrusted.as_ref().to_owned(),
        provided: organization.provided.as_ref().to_owned(),
        jointly_used: organization.jointly_used.as_ref().to_owned(),
    }
}

fn place_row(version_id: i64, position: i32, place: &Place) -> entity::place::Model {
    entity::place::Model {
        version_id,
        position,
        name: place.name.to_string(),
        provider: owned(place.provider.as_ref()),
        provider_country_certainty: place.provider_country.certainty.as_ref().to_owned(),
        provider_country_abroad: place.provider_country.abroad.as_ref().to_owned(),
        provider_country_reason: owned(place.provider_country.reason.as_ref()),
        provider_country_text: owned(place.provider_country.text.as_ref()),
        server_country_certainty: place.server_country.certainty.as_ref().to_owned(),
        server_country_abroad: place.server_country.abroad.as_ref().to_owned(),
        server_country_reason: owned(place.server_country.reason.as_ref()),
        server_country_text: owned(place.server_country.text.as_ref()),
        handles_data: place.handles_data.as_ref().to_owned(),
        notes: owned(place.notes.as_ref()),
    }
}

fn entrustee_row(version_id: i64, position: i32, party: &Entrustment) -> entity::entrustee::Model {
    entity::entrustee::Model {
        version_id,
        position,
        name: party.entrustee.to_string(),
        country_certainty: party.country.certainty.as_ref().to_owned(),
        country_abroad: party.country.abroad.as_ref().to_owned(),
        country_reason: owned(party.country.reason.as_ref()),
        country_text: owned(party.country.text.as_ref()),
        work: owned(party.work.as_ref()),
        contracted_on: party.contracted_on,
        subcontracting: party.subcontracting.as_ref().to_owned(),
        transfer: party.transfer.as_ref().to_owned(),
        checked_on: party.checked_on,
        notes: owned(party.notes.as_ref()),
    }
}

fn recipient_row(version_id: i64, position: i32, party: &Provision) -> entity::recipient::Model {
    entity::recipient::Model {
        version_id,
        position,
        name: party.recipient.to_string(),
        country_certainty: party.country.certainty.as_ref().to_owned(),
        country_abroad: party.country.abroad.as_ref().to_owned(),
        country_reason: owned(party.country.reason.as_ref()),
        country_text: owned(party.country.text.as_ref()),
        legal_basis: owned(party.legal_basis.as_ref()),
        transfer: party.transfer.as_ref().to_owned(),
        collected_directly: party.collected_directly.as_ref().to_owned(),
        opt_out: owned(party.opt_out.as_ref()),
        notes: owned(party.notes.as_ref()),
    }
}

fn joint_use_row(version_id: i64, position: i32, joint: &JointUse) -> entity::joint_use::Model {
    entity::joint_use::Model {
        version_id,
        position,
        name: joint.name.to_string(),
        scope: owned(joint.scope.as_ref()),
        responsible: owned(joint.responsible.as_ref()),
        responsible_address: owned(joint.responsible_address.as_ref()),
        responsible_representative: owned(joint.responsible_representative.as_ref()),
        includes_foreign: joint.includes_foreign.as_ref().to_owned(),
    }
}
