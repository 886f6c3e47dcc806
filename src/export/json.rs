//! A ledger as JSON, with the names and shapes of the API.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::finding::{Finding, Severity};
use crate::language::Language;
use crate::ledger::{
    AcquisitionSource, Capacity, Contact, Country, CountryRegime, Disclosure, Entrustment, Entry, Held, JointUse, LawReference, Ledger,
    Medium, Nature, Organization, OtherColumn, Place, Policy, Procedure, Provision, ProvisionCondition, Retention, SafetyMeasure, Source,
    Stated, Text, Whereabouts,
};

/// What `daicho read` and `daicho export` print: every organization, entry and finding.
#[derive(Serialize)]
pub struct Document<'a> {
    organizations: Vec<OrganizationView<'a>>,
    entries: Entries<'a>,
    findings: Vec<FindingView<'a>>,
}

impl<'a> Document<'a> {
    /// The whole of a ledger, with what was found on reading it.
    #[must_use]
    pub fn new(ledger: &'a Ledger, findings: &'a [Finding]) -> Self {
        let mut names = Names::new(findings);
        for organization in ledger.organizations() {
            names.take_in(organization, std::iter::empty());
        }
        for held in ledger.entries().map(|no| ledger.held(no)) {
            names.take_in(held.organization, std::iter::once(held.entry));
        }
        Self {
            organizations: ledger.organizations().iter().map(|organization| OrganizationView::new(organization)).collect(),
            entries: Entries(ledger),
            findings: findings.iter().map(|finding| FindingView::new(finding, &names)).collect(),
        }
    }
}

/// Entries are written one after the other, so that a large ledger is never held twice.
struct Entries<'a>(&'a Ledger);

impl Serialize for Entries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.entries().map(|no| EntryView::new(self.0.held(no))))
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OrganizationView<'a> {
    code: &'a Text,
    name: &'a Text,
    home: Country,
    address: &'a Option<Text>,
    representative: &'a Option<Text>,
    business: &'a Option<Text>,
    manager: &'a Option<Text>,
    standard: &'a Option<Text>,
    certifications: &'a [Text],
    established: Option<NaiveDate>,
    revised: Option<NaiveDate>,
    policies: &'a [Policy],
    storage: &'a Whereabouts,
    entrusted: Stated,
    provided: Stated,
    jointly_used: Stated,
    sources: &'a [Source],
    provision_conditions: &'a [ProvisionCondition],
    contacts: &'a [Contact],
    safety_measures: &'a [SafetyMeasure],
    regimes: &'a [CountryRegime],
    procedures: &'a [Procedure],
    joint_uses: Vec<&'a JointUse>,
    places: Vec<&'a Place>,
    entrustees: Vec<&'a Entrustment>,
    recipients: Vec<&'a Provision>,
}

impl<'a> OrganizationView<'a> {
    fn new(of: &'a Organization) -> Self {
        Self {
            code: &of.code,
            name: &of.name,
            home: of.home,
            address: &of.address,
            representative: &of.representative,
            business: &of.business,
            manager: &of.manager,
            standard: &of.standard,
            certifications: &of.certifications,
            established: of.established,
            revised: of.revised,
            policies: &of.policies,
            storage: &of.storage,
            entrusted: of.entrusted,
            provided: of.provided,
            jointly_used: of.jointly_used,
            sources: &of.sources,
            provision_conditions: &of.provision_conditions,
            contacts: &of.contacts,
            safety_measures: &of.safety_measures,
            regimes: &of.regimes,
            procedures: &of.procedures,
            joint_uses: of.joint_uses.values().collect(),
            places: of.places.values().collect(),
            entrustees: of.entrustees.values().collect(),
            recipients: of.recipients.values().collect(),
        }
    }
}

#[derive(Serialize)]
struct OrganizationName {
    code: Text,
    name: Text,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EntryName {
    control_no: Text,
    occurrence: u32,
    name: Text,
}

/// How the organizations and entries are called that findings are about.
#[derive(Default)]
pub struct Names {
    organizations: BTreeMap<Text, Text>,
    /// Entries by organization, control number and occurrence; without a name until they are met.
    entries: BTreeMap<(Text, Text, u32), Option<Text>>,
}

impl Names {
    /// Names to be found for those findings.
    #[must_use]
    pub fn new(findings: &[Finding]) -> Self {
        let entry = |finding: &Finding| {
            let (control_no, occurrence) = finding.entry.clone()?;
            Some(((finding.organization.clone(), control_no, occurrence), None))
        };
        Self { organizations: BTreeMap::new(), entries: findings.iter().filter_map(entry).collect() }
    }

    /// Takes in how an organization and entries of it are called.
    pub fn take_in<'e>(&mut self, organization: &Organization, entries: impl Iterator<Item = &'e Entry>) {
        if !self.organizations.contains_key(&organization.code) {
            self.organizations.insert(organization.code.clone(), organization.name.clone());
        }
        if self.entries.is_empty() {
            return;
        }
        for entry in entries {
            if let Some(name) = self.entries.get_mut(&(organization.code.clone(), entry.control_no.clone(), entry.occurrence)) {
                *name = Some(entry.name.clone());
            }
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EntryView<'a> {
    organization: OrganizationName,
    control_no: &'a Text,
    occurrence: u32,
    name: &'a Text,
    subjects: &'a [Text],
    items: &'a [Text],
    purposes: &'a [Text],
    nature: Nature,
    acquisition: &'a [Text],
    acquired_from: &'a [AcquisitionSource],
    capacity: Capacity,
    department: &'a Option<Text>,
    manager: &'a Option<Text>,
    accessors: &'a [Text],
    count: Option<u32>,
    media: &'a [Medium],
    places: Vec<Cow<'a, Place>>,
    storage: Cow<'a, Whereabouts>,
    retention: &'a Retention,
    disposal: &'a Option<Text>,
    entrustments: Vec<Cow<'a, Entrustment>>,
    entrusted: Stated,
    provisions: Vec<Cow<'a, Provision>>,
    provided: Stated,
    joint_uses: Vec<Cow<'a, JointUse>>,
    jointly_used: Stated,
    special_care: Stated,
    individual_number: Stated,
    disclosure: &'a Disclosure,
    reviewed_on: Option<NaiveDate>,
    notes: &'a Option<Text>,
    other_columns: &'a [OtherColumn],
    sources: Vec<&'a Source>,
}

impl<'a> EntryView<'a> {
    fn new(held: Held<'a>) -> Self {
        let Held { organization, entry } = held;
        Self {
            organization: OrganizationName { code: organization.code.clone(), name: organization.name.clone() },
            control_no: &entry.control_no,
            occurrence: entry.occurrence,
            name: &entry.name,
            subjects: &entry.subjects,
            items: &entry.items,
            purposes: &entry.purposes,
            nature: entry.nature,
            acquisition: &entry.acquisition,
            acquired_from: &entry.acquired_from,
            capacity: entry.capacity,
            department: &entry.department,
            manager: &entry.manager,
            accessors: &entry.accessors,
            count: entry.count,
            media: &entry.media,
            places: held.places(),
            storage: held.storage(),
            retention: &entry.retention,
            disposal: &entry.disposal,
            entrustments: held.entrustments(),
            entrusted: held.entrusted(),
            provisions: held.provisions(),
            provided: held.provided(),
            joint_uses: held.joint_uses(),
            jointly_used: held.jointly_used(),
            special_care: entry.special_care,
            individual_number: entry.individual_number,
            disclosure: &entry.disclosure,
            reviewed_on: entry.reviewed_on,
            notes: &entry.notes,
            other_columns: &entry.other_columns,
            sources: held.sources(),
        }
    }
}

/// A finding as the API shows it, with its words in both languages.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FindingView<'a> {
    code: &'a str,
    severity: Severity,
    message: String,
    advice: Option<String>,
    message_en: String,
    advice_en: Option<String>,
    organization: OrganizationName,
    entry: Option<EntryName>,
    sources: &'a [Source],
    basis: &'a [LawReference],
}

impl<'a> FindingView<'a> {
    /// The view of one finding. As in the API, there is no entry where it is not about one, or about one that the ledger lacks.
    #[must_use]
    pub fn new(finding: &'a Finding, names: &Names) -> Self {
        let code = finding.organization.clone();
        let called = |(control_no, occurrence): &(Text, u32)| {
            let name = names.entries.get(&(code.clone(), control_no.clone(), *occurrence))?.clone()?;
            Some(EntryName { control_no: control_no.clone(), occurrence: *occurrence, name })
        };
        let entry = finding.entry.as_ref().and_then(called);
        let name = names.organizations.get(&code).unwrap_or(&code).clone();
        Self {
            code: finding.code.as_ref(),
            severity: finding.code.severity(),
            message: finding.message(Language::Ja),
            advice: finding.advice(Language::Ja),
            message_en: finding.message(Language::En),
            advice_en: finding.advice(Language::En),
            organization: OrganizationName { code, name },
            entry,
            sources: &finding.sources,
            basis: &finding.basis,
        }
    }
}
