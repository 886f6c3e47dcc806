//! Organizations' versions from their rows.

use std::collections::BTreeMap;
use std::sync::Arc;

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::super::StoreError;
use super::procedures::procedures;
use super::words::{Key, Row, Words};
use crate::ledger::{
    Contact, Country, CountryRegime, Entrustment, JointPurpose, JointUse, LawReference, Organization, Place, Policy, Provision,
    ProvisionCondition, SafetyMeasure, Source, Text, Whereabouts,
};

/// The organizations' versions for which a condition holds, each with its organization's row.
pub(in super::super) async fn organizations(
    connection: &impl ConnectionTrait,
    condition: Condition,
    codes: &BTreeMap<i64, Text>,
    words: &mut Words,
) -> Result<Vec<(i64, Arc<Organization>)>, StoreError> {
    let rows = entity::organization_version::Entity::find().filter(condition).all(connection).await?;
    let mut organizations = Vec::with_capacity(rows.len());
    for row in rows {
        let unknown = || StoreError::row("organization_version", "organization_id", row.id, row.organization_id);
        let code = codes.get(&row.organization_id).ok_or_else(unknown)?.clone();
        let organization = organization(connection, &row, code, words).await?;
        organizations.push((row.organization_id, Arc::new(organization)));
    }
    Ok(organizations)
}

/// The lists of words and of provisions that hang off a version, by list and by the position of what has them.
pub(super) struct Lists {
    version_id: i64,
    words: BTreeMap<(String, i32), Vec<String>>,
    bases: BTreeMap<(String, i32), Vec<LawReference>>,
}

impl Lists {
    async fn load(connection: &impl ConnectionTrait, version_id: i64, words: &mut Words) -> Result<Self, StoreError> {
        use entity::{organization_basis as basis, organization_word as word};
        let mut lists = Self { version_id, words: BTreeMap::new(), bases: BTreeMap::new() };
        let select = word::Entity::find().filter(word::Column::VersionId.eq(version_id));
        for row in select.order_by_asc(word::Column::Position).all(connection).await? {
            lists.words.entry((row.list, row.owner)).or_default().push(row.word);
        }
        let select = basis::Entity::find().filter(basis::Column::VersionId.eq(version_id));
        for row in select.order_by_asc(basis::Column::Position).all(connection).await? {
            let key = Key(&[&version_id, &row.list, &row.owner, &row.position]);
            let law = Row { table: "organization_basis", key: &key }.word("law", &row.law)?;
            let reference = LawReference { law, article: words.text(&row.article) };
            lists.bases.entry((row.list, row.owner)).or_default().push(reference);
        }
        Ok(lists)
    }

    /// A list of words.
    pub(super) fn texts(&mut self, list: &str, owner: i32, words: &mut Words) -> Vec<Text> {
        self.take(list, owner).iter().map(|word| words.text(word)).collect()
    }

    /// A list of words of an enum.
    pub(super) fn words<T: std::str::FromStr>(&mut self, list: &str, owner: i32) -> Result<Vec<T>, StoreError> {
        let key = Key(&[&self.version_id.clone(), &list, &owner]);
        self.take(list, owner).iter().map(|word| Row { table: "organization_word", key: &key }.word("word", word)).collect()
    }

    /// A list of provisions.
    pub(super) fn basis(&mut self, list: &str, owner: i32) -> Vec<LawReference> {
        self.bases.remove(&(list.to_owned(), owner)).unwrap_or_default()
    }

    fn countries(&mut self, list: &str, owner: i32) -> Result<Vec<Country>, StoreError> {
        let key = Key(&[&self.version_id.clone(), &list, &owner]);
        self.take(list, owner).iter().map(|code| Row { table: "organization_word", key: &key }.country("word", code)).collect()
    }

    fn take(&mut self, list: &str, owner: i32) -> Vec<String> {
        self.words.remove(&(list.to_owned(), owner)).unwrap_or_default()
    }
}

async fn organization(
    connection: &impl ConnectionTrait,
    row: &entity::organization_version::Model,
    code: Text,
    words: &mut Words,
) -> Result<Organization, StoreError> {
    let mut lists = Lists::load(connection, row.id, words).await?;
    let at = Row { table: "organization_version", key: &row.id };
    let storage = [("storage_certainty", row.storage_certainty.as_str()), ("storage_abroad", row.storage_abroad.as_str())];
    let storage = words.whereabouts(at, storage, [row.storage_reason.as_ref(), row.storage_text.as_ref()])?;
    Ok(Organization {
        code,
        name: words.text(&row.name),
        home: at.country("home", &row.home)?,
        address: words.optional(row.address.as_ref()),
        representative: words.optional(row.representative.as_ref()),
        business: words.optional(row.business.as_ref()),
        manager: words.optional(row.manager.as_ref()),
        standard: words.optional(row.standard.as_ref()),
        certifications: lists.texts("certifications", 0, words),
        established: row.established,
        revised: row.revised,
        policies: policies(connection, row.id, &mut lists, words).await?,
        storage: Whereabouts { countries: lists.countries("storage", 0)?, ..storage },
        entrusted: at.word("entrusted", &row.entrusted)?,
        provided: at.word("provided", &row.provided)?,
        jointly_used: at.word("jointly_used", &row.jointly_used)?,
        provision_conditions: conditions(connection, row.id, &mut lists, words).await?,
        contacts: contacts(connection, row.id, &mut lists, words).await?,
        safety_measures: safety_measures(connection, row.id, words).await?,
        regimes: regimes(connection, row.id, words).await?,
        procedures: procedures(connection, row.id, &mut lists, words).await?,
        joint_uses: joint_uses(connection, row.id, &mut lists, words).await?,
        places: places(connection, row.id, &mut lists, words).await?,
        entrustees: entrustees(connection, row.id, &mut lists, words).await?,
        recipients: recipients(connection, row.id, &mut lists, words).await?,
        sources: sources(connection, row.id, words).await?,
    })
}

/// The rows of a table that hang off a version, in their order.
macro_rules! of_version {
    ($table:ident, $connection:expr, $version:expr) => {{
        use entity::$table::{Column, Entity};
        Entity::find().filter(Column::VersionId.eq($version)).order_by_asc(Column::Position).all($connection).await?
    }};
}
pub(super) use of_version;

async fn policies(connection: &impl ConnectionTrait, id: i64, lists: &mut Lists, words: &mut Words) -> Result<Vec<Policy>, StoreError> {
    let rows = of_version!(policy, connection, id).into_iter();
    let policies = rows.map(|row| Policy {
        name: words.text(&row.name),
        established: row.established,
        revised: row.revised,
        citations: lists.texts("policies.citations", row.position, words),
        text: words.optional(row.text.as_ref()),
    });
    Ok(policies.collect())
}

async fn conditions(
    connection: &impl ConnectionTrait,
    id: i64,
    lists: &mut Lists,
    words: &mut Words,
) -> Result<Vec<ProvisionCondition>, StoreError> {
    let rows = of_version!(provision_condition, connection, id).into_iter();
    let conditions =
        rows.map(|row| ProvisionCondition { text: words.text(&row.text), basis: lists.basis("provisionConditions", row.position) });
    Ok(conditions.collect())
}

async fn contacts(connection: &impl ConnectionTrait, id: i64, lists: &mut Lists, words: &mut Words) -> Result<Vec<Contact>, StoreError> {
    let rows = of_version!(contact, connection, id).into_iter();
    let contacts = rows.map(|row| {
        Ok(Contact {
            roles: lists.words("contacts.roles", row.position)?,
            name: words.text(&row.name),
            address: words.optional(row.address.as_ref()),
            phones: lists.texts("contacts.phones", row.position, words),
            email: words.optional(row.email.as_ref()),
            hours: words.optional(row.hours.as_ref()),
            notes: words.optional(row.notes.as_ref()),
        })
    });
    contacts.collect()
}

async fn safety_measures(connection: &impl ConnectionTrait, id: i64, words: &mut Words) -> Result<Vec<SafetyMeasure>, StoreError> {
    let rows = of_version!(safety_measure, connection, id).into_iter();
    let measures = rows.map(|row| {
        let key = Key(&[&id, &row.position]);
        let kind = Row { table: "safety_measure", key: &key }.word("kind", &row.kind)?;
        Ok(SafetyMeasure { kind, text: words.text(&row.text) })
    });
    measures.collect()
}

async fn regimes(connection: &impl ConnectionTrait, id: i64, words: &mut Words) -> Result<Vec<CountryRegime>, StoreError> {
    let rows = of_version!(regime, connection, id).into_iter();
    let regimes = rows.map(|row| {
        let key = Key(&[&id, &row.position]);
        Ok(CountryRegime {
            country: Row { table: "regime", key: &key }.country("country", &row.country)?,
            summary: words.optional(row.summary.as_ref()),
            concerns: words.optional(row.concerns.as_ref()),
            measures: words.optional(row.measures.as_ref()),
            checked_on: row.checked_on,
            source: words.optional(row.source.as_ref()),
        })
    });
    regimes.collect()
}

async fn places(
    connection: &impl ConnectionTrait,
    id: i64,
    lists: &mut Lists,
    words: &mut Words,
) -> Result<BTreeMap<Text, Place>, StoreError> {
    let rows = of_version!(place, connection, id).into_iter();
    let places = rows.map(|row| {
        let key = Key(&[&id, &row.position]);
        let at = Row { table: "place", key: &key };
        let provider = [
            ("provider_country_certainty", row.provider_country_certainty.as_str()),
            ("provider_country_abroad", row.provider_country_abroad.as_str()),
        ];
        let server = [
            ("server_country_certainty", row.server_country_certainty.as_str()),
            ("server_country_abroad", row.server_country_abroad.as_str()),
        ];
        let provider = words.whereabouts(at, provider, [row.provider_country_reason.as_ref(), row.provider_country_text.as_ref()])?;
        let server = words.whereabouts(at, server, [row.server_country_reason.as_ref(), row.server_country_text.as_ref()])?;
        let name = words.text(&row.name);
        let place = Place {
            name: name.clone(),
            provider: words.optional(row.provider.as_ref()),
            provider_country: Whereabouts { countries: lists.countries("places.providerCountry", row.position)?, ..provider },
            server_country: Whereabouts { countries: lists.countries("places.serverCountry", row.position)?, ..server },
            handles_data: at.word("handles_data", &row.handles_data)?,
            notes: words.optional(row.notes.as_ref()),
        };
        Ok((name, place))
    });
    places.collect()
}

async fn entrustees(
    connection: &impl ConnectionTrait,
    id: i64,
    lists: &mut Lists,
    words: &mut Words,
) -> Result<BTreeMap<Text, Entrustment>, StoreError> {
    let rows = of_version!(entrustee, connection, id).into_iter();
    let entrustees = rows.map(|row| {
        let key = Key(&[&id, &row.position]);
        let at = Row { table: "entrustee", key: &key };
        let country = [("country_certainty", row.country_certainty.as_str()), ("country_abroad", row.country_abroad.as_str())];
        let country = words.whereabouts(at, country, [row.country_reason.as_ref(), row.country_text.as_ref()])?;
        let name = words.text(&row.name);
        let party = Entrustment {
            entrustee: name.clone(),
            country: Whereabouts { countries: lists.countries("entrustments.country", row.position)?, ..country },
            work: words.optional(row.work.as_ref()),
            contracted_on: row.contracted_on,
            subcontracting: at.word("subcontracting", &row.subcontracting)?,
            transfer: at.word("transfer", &row.transfer)?,
            checked_on: row.checked_on,
            notes: words.optional(row.notes.as_ref()),
        };
        Ok((name, party))
    });
    entrustees.collect()
}

async fn recipients(
    connection: &impl ConnectionTrait,
    id: i64,
    lists: &mut Lists,
    words: &mut Words,
) -> Result<BTreeMap<Text, Provision>, StoreError> {
    let rows = of_version!(recipient, connection, id).into_iter();
    let recipients = rows.map(|row| {
        let key = Key(&[&id, &row.position]);
        let at = Row { table: "recipient", key: &key };
        let country = [("country_certainty", row.country_certainty.as_str()), ("country_abroad", row.country_abroad.as_str())];
        let country = words.whereabouts(at, country, [row.country_reason.as_ref(), row.country_text.as_ref()])?;
        let name = words.text(&row.name);
        let party = Provision {
            recipient: name.clone(),
            country: Whereabouts { countries: lists.countries("provisions.country", row.position)?, ..country },
            legal_basis: words.optional(row.legal_basis.as_ref()),
            transfer: at.word("transfer", &row.transfer)?,
            collected_directly: at.word("collected_directly", &row.collected_directly)?,
            opt_out: words.optional(row.opt_out.as_ref()),
            notes: words.optional(row.notes.as_ref()),
        };
        Ok((name, party))
    });
    recipients.collect()
}

async fn joint_uses(
    connection: &impl ConnectionTrait,
    id: i64,
    lists: &mut Lists,
    words: &mut Words,
) -> Result<BTreeMap<Text, JointUse>, StoreError> {
    let mut purposes: BTreeMap<i32, Vec<JointPurpose>> = BTreeMap::new();
    for row in of_version!(joint_use_purpose, connection, id) {
        let purpose = JointPurpose { subject: words.optional(row.subject.as_ref()), text: words.text(&row.text) };
        purposes.entry(row.joint_use).or_default().push(purpose);
    }
    let rows = of_version!(joint_use, connection, id).into_iter();
    let joint_uses = rows.map(|row| {
        let key = Key(&[&id, &row.position]);
        let name = words.text(&row.name);
        let joint = JointUse {
            name: name.clone(),
            items: lists.texts("jointUses.items", row.position, words),
            scope: words.optional(row.scope.as_ref()),
            purposes: purposes.remove(&row.position).unwrap_or_default(),
            responsible: words.optional(row.responsible.as_ref()),
            responsible_address: words.optional(row.responsible_address.as_ref()),
            responsible_representative: words.optional(row.responsible_representative.as_ref()),
            acquisition: lists.texts("jointUses.acquisition", row.position, words),
            includes_foreign: Row { table: "joint_use", key: &key }.word("includes_foreign", &row.includes_foreign)?,
        };
        Ok((name, joint))
    });
    joint_uses.collect()
}

async fn sources(connection: &impl ConnectionTrait, id: i64, words: &mut Words) -> Result<Vec<Source>, StoreError> {
    let rows = of_version!(organization_source, connection, id).into_iter();
    let sources = rows.map(|row| {
        let key = Key(&[&id, &row.position]);
        words.source(Row { table: "organization_source", key: &key }, row.sheet_id, &row.field, &row.cell, &row.text)
    });
    sources.collect()
}
