//! Organizations and what they say for the whole company.

use std::sync::Arc;

use async_graphql::{Enum, Object};

use super::country::{Country, Whereabouts};
use super::party::JointUse;
use super::procedure::Procedure;
use super::scalars::Day;
use super::stated::{LawReference, Source, Stated, provisions};
use crate::ledger::{self, Text};

/// An operator that handles personal information, and what it states apart from the rows of its ledger.
pub struct Organization(pub Arc<ledger::Organization>);

/// An operator that handles personal information, and what it states apart from the rows of its ledger.
#[Object]
impl Organization {
    /// The code of the organization: short and stable, such as "arrow-trust".
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// The name of the organization (名称).
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The country in which the organization is (所在国). What is elsewhere is abroad.
    async fn home(&self) -> Country {
        Country(self.0.home)
    }

    /// The address of the organization (住所).
    async fn address(&self) -> Option<&str> {
        self.0.address.as_deref()
    }

    /// The representative of the organization (代表者), as a post.
    async fn representative(&self) -> Option<&str> {
        self.0.representative.as_deref()
    }

    /// The business of the organization (事業内容).
    async fn business(&self) -> Option<&str> {
        self.0.business.as_deref()
    }

    /// The privacy manager (個人情報保護管理者), as a post where the source gives a post.
    async fn manager(&self) -> Option<&str> {
        self.0.manager.as_deref()
    }

    /// The standard that the organization follows (準拠規格), such as "JIS Q 15001:2006".
    async fn standard(&self) -> Option<&str> {
        self.0.standard.as_deref()
    }

    /// The certifications that the organization holds (認証).
    async fn certifications(&self) -> &[Text] {
        &self.0.certifications
    }

    /// The day on which its rules were established (制定日).
    async fn established(&self) -> Option<Day> {
        self.0.established.map(Day)
    }

    /// The day on which its rules were last revised (改定日).
    async fn revised(&self) -> Option<Day> {
        self.0.revised.map(Day)
    }

    /// The policies that it publishes (方針), the main one first.
    async fn policies(&self) -> Vec<Policy> {
        self.0.policies.iter().cloned().map(Policy).collect()
    }

    /// Where it says, for the whole company, that retained personal data is kept. An entry that states no country of its own takes
    /// these as candidates, with this cell as its source.
    async fn storage(&self) -> Whereabouts {
        Whereabouts(self.0.storage.clone())
    }

    /// Whether it entrusts personal data, said for the whole company; an entry that says nothing of its own takes it over.
    async fn entrusted(&self) -> Stated {
        self.0.entrusted.into()
    }

    /// Whether it provides personal data to third parties, said for the whole company; an entry that says nothing takes it over.
    async fn provided(&self) -> Stated {
        self.0.provided.into()
    }

    /// Whether it uses personal data jointly, said for the whole company; an entry that says nothing takes it over.
    async fn jointly_used(&self) -> Stated {
        self.0.jointly_used.into()
    }

    /// The cells in which these statements were read.
    async fn sources(&self) -> Vec<Source> {
        self.0.sources.iter().cloned().map(Source).collect()
    }

    /// On what conditions it provides data to others without asking again (提供の条件).
    async fn provision_conditions(&self) -> Vec<ProvisionCondition> {
        self.0.provision_conditions.iter().cloned().map(ProvisionCondition).collect()
    }

    /// The windows to which a person can turn (窓口).
    async fn contacts(&self) -> Vec<Contact> {
        self.0.contacts.iter().cloned().map(Contact).collect()
    }

    /// The security measures that it states (安全管理措置).
    async fn safety_measures(&self) -> Vec<SafetyMeasure> {
        self.0.safety_measures.iter().cloned().map(SafetyMeasure).collect()
    }

    /// What it has ascertained of the systems of foreign countries (外国制度).
    async fn regimes(&self) -> Vec<CountryRegime> {
        self.0.regimes.iter().cloned().map(CountryRegime).collect()
    }

    /// How requests for disclosure and the like are made and answered (開示等手続).
    async fn procedures(&self) -> Vec<Procedure> {
        self.0.procedures.iter().cloned().map(Procedure).collect()
    }

    /// Its joint uses (共同利用), by name.
    async fn joint_uses(&self) -> Vec<JointUse> {
        self.0.joint_uses.values().cloned().map(JointUse).collect()
    }
}

/// A policy that an organization publishes.
pub struct Policy(ledger::Policy);

/// A policy that an organization publishes.
#[Object]
impl Policy {
    /// The name of the policy.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The day on which it was established.
    async fn established(&self) -> Option<Day> {
        self.0.established.map(Day)
    }

    /// The day on which it was last revised.
    async fn revised(&self) -> Option<Day> {
        self.0.revised.map(Day)
    }

    /// The articles and standards in it, as it cites them.
    async fn citations(&self) -> &[Text] {
        &self.0.citations
    }

    /// Its text.
    async fn text(&self) -> Option<&str> {
        self.0.text.as_deref()
    }
}

/// A condition on which data is provided to others without asking again.
pub struct ProvisionCondition(ledger::ProvisionCondition);

/// A condition on which data is provided to others without asking again (APPI 27(1)).
#[Object]
impl ProvisionCondition {
    /// The condition as worded.
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// The provisions that the organization cites for it.
    async fn basis(&self) -> Vec<LawReference> {
        provisions(&self.0.basis)
    }
}

/// A window to which a person can turn.
pub struct Contact(pub ledger::Contact);

/// A window to which a person can turn.
#[Object]
impl Contact {
    /// What the window is for.
    async fn roles(&self) -> Vec<ContactRole> {
        self.0.roles.iter().copied().map(Into::into).collect()
    }

    /// The name of the window.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The address of the window.
    async fn address(&self) -> Option<&str> {
        self.0.address.as_deref()
    }

    /// The telephone numbers of the window.
    async fn phones(&self) -> &[Text] {
        &self.0.phones
    }

    /// The mail address of the window.
    async fn email(&self) -> Option<&str> {
        self.0.email.as_deref()
    }

    /// The hours of the window, as worded.
    async fn hours(&self) -> Option<&str> {
        self.0.hours.as_deref()
    }

    /// What else is said of the window.
    async fn notes(&self) -> Option<&str> {
        self.0.notes.as_deref()
    }
}

/// What a window is for.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ledger::ContactRole")]
pub enum ContactRole {
    /// It takes requests for disclosure and the like (APPI 37(1)).
    Requests,
    /// It takes complaints (APPI 40).
    Complaints,
    /// It is the privacy manager.
    Manager,
    /// It is the accredited personal information protection organization (Order 10(iii)).
    AccreditedOrganization,
}

/// A security measure that an organization states.
pub struct SafetyMeasure(ledger::SafetyMeasure);

/// A security measure that an organization states (APPI 23).
#[Object]
impl SafetyMeasure {
    /// What kind of measure it is.
    async fn kind(&self) -> SafetyMeasureKind {
        self.0.kind.into()
    }

    /// The measure as worded.
    async fn text(&self) -> &str {
        &self.0.text
    }
}

/// Kinds of security measures, as the general guideline divides them.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ledger::SafetyMeasureKind")]
pub enum SafetyMeasureKind {
    /// A basic policy is set (基本方針の策定).
    BasicPolicy,
    /// Rules of handling are set (規律の整備).
    Rules,
    /// The organization is arranged for it (組織的安全管理措置).
    Organizational,
    /// Staff are trained and bound (人的安全管理措置).
    Human,
    /// Rooms, devices and media are guarded (物理的安全管理措置).
    Physical,
    /// Systems are guarded (技術的安全管理措置).
    Technical,
    /// Entrustees are supervised (委託先の監督, APPI 25).
    EntrusteeSupervision,
    /// The systems of foreign countries are ascertained (外的環境の把握, guideline 10-7).
    ExternalEnvironment,
}

/// What an organization has ascertained of the system of a foreign country.
pub struct CountryRegime(ledger::CountryRegime);

/// What an organization has ascertained of the system of a foreign country (外的環境の把握).
#[Object]
impl CountryRegime {
    /// The country.
    async fn country(&self) -> Country {
        Country(self.0.country)
    }

    /// The system in outline.
    async fn summary(&self) -> Option<&str> {
        self.0.summary.as_deref()
    }

    /// Systems that may seriously affect the rights of a person, such as government access or data localization.
    async fn concerns(&self) -> Option<&str> {
        self.0.concerns.as_deref()
    }

    /// The measures that the organization takes.
    async fn measures(&self) -> Option<&str> {
        self.0.measures.as_deref()
    }

    /// The day on which it was checked.
    async fn checked_on(&self) -> Option<Day> {
        self.0.checked_on.map(Day)
    }

    /// Where the organization learnt it.
    async fn source(&self) -> Option<&str> {
        self.0.source.as_deref()
    }
}
