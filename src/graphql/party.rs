//! Where data is kept and who else gets it.

use async_graphql::{Enum, Object};

use super::country::Whereabouts;
use super::scalars::Day;
use super::stated::Stated;
use crate::ledger::{self, Text};

/// A place in which data is kept.
pub struct Place(pub ledger::Place);

/// A place in which data is kept (保管場所).
#[Object]
impl Place {
    /// The name of the place, as the rows of the ledger say it.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The party that provides the place.
    async fn provider(&self) -> Option<&str> {
        self.0.provider.as_deref()
    }

    /// The country of the provider.
    async fn provider_country(&self) -> Whereabouts {
        Whereabouts(self.0.provider_country.clone())
    }

    /// The country of the server or the room.
    async fn server_country(&self) -> Whereabouts {
        Whereabouts(self.0.server_country.clone())
    }

    /// Whether the provider handles the personal data. If it does not, keeping data there provides it to nobody, but the country must
    /// still be known.
    async fn handles_data(&self) -> Stated {
        self.0.handles_data.into()
    }

    /// What else is said of the place.
    async fn notes(&self) -> Option<&str> {
        self.0.notes.as_deref()
    }
}

/// A party to which data is entrusted.
pub struct Entrustment(pub ledger::Entrustment);

/// A party to which data is entrusted (委託先, APPI 25).
#[Object]
impl Entrustment {
    /// The name of the party, as the rows of the ledger say it.
    async fn entrustee(&self) -> &str {
        &self.0.entrustee
    }

    /// The country in which the party is.
    async fn country(&self) -> Whereabouts {
        Whereabouts(self.0.country.clone())
    }

    /// The work that it does.
    async fn work(&self) -> Option<&str> {
        self.0.work.as_deref()
    }

    /// The day of the contract.
    async fn contracted_on(&self) -> Option<Day> {
        self.0.contracted_on.map(Day)
    }

    /// Whether it entrusts the data further.
    async fn subcontracting(&self) -> Stated {
        self.0.subcontracting.into()
    }

    /// On what a transfer abroad rests.
    async fn transfer(&self) -> TransferBasis {
        self.0.transfer.into()
    }

    /// The day on which its handling was last checked (APPI 25, Rules 18).
    async fn checked_on(&self) -> Option<Day> {
        self.0.checked_on.map(Day)
    }

    /// What else is said of the party.
    async fn notes(&self) -> Option<&str> {
        self.0.notes.as_deref()
    }
}

/// A third party to which data is provided.
pub struct Provision(pub ledger::Provision);

/// A third party to which data is provided (第三者提供先, APPI 27).
#[Object]
impl Provision {
    /// The name of the party, as the rows of the ledger say it.
    async fn recipient(&self) -> &str {
        &self.0.recipient
    }

    /// The country in which the party is.
    async fn country(&self) -> Whereabouts {
        Whereabouts(self.0.country.clone())
    }

    /// On what the provision rests, as worded.
    async fn legal_basis(&self) -> Option<&str> {
        self.0.legal_basis.as_deref()
    }

    /// On what a transfer abroad rests.
    async fn transfer(&self) -> TransferBasis {
        self.0.transfer.into()
    }

    /// Whether the recipient collects it from the person itself, by tags or cookies.
    async fn collected_directly(&self) -> Stated {
        self.0.collected_directly.into()
    }

    /// How a person stops it.
    async fn opt_out(&self) -> Option<&str> {
        self.0.opt_out.as_deref()
    }

    /// What else is said of the party.
    async fn notes(&self) -> Option<&str> {
        self.0.notes.as_deref()
    }
}

/// A joint use and what must be made known of it.
pub struct JointUse(pub ledger::JointUse);

/// A joint use and what must be made known of it (共同利用, APPI 27(5)(iii)).
#[Object]
impl JointUse {
    /// The name of the joint use, as the rows of the ledger say it.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The items that are used jointly.
    async fn items(&self) -> &[Text] {
        &self.0.items
    }

    /// The range of the joint users.
    async fn scope(&self) -> Option<&str> {
        self.0.scope.as_deref()
    }

    /// The purposes, by category of person where the source tells them apart.
    async fn purposes(&self) -> Vec<JointPurpose> {
        self.0.purposes.iter().cloned().map(JointPurpose).collect()
    }

    /// The operator that is responsible for the management (管理責任者).
    async fn responsible(&self) -> Option<&str> {
        self.0.responsible.as_deref()
    }

    /// The address of the responsible operator.
    async fn responsible_address(&self) -> Option<&str> {
        self.0.responsible_address.as_deref()
    }

    /// The representative of the responsible operator, as a post.
    async fn responsible_representative(&self) -> Option<&str> {
        self.0.responsible_representative.as_deref()
    }

    /// How the data is acquired, as worded.
    async fn acquisition(&self) -> &[Text] {
        &self.0.acquisition
    }

    /// Whether users in foreign countries are included.
    async fn includes_foreign(&self) -> Stated {
        self.0.includes_foreign.into()
    }
}

/// One purpose of a joint use.
pub struct JointPurpose(ledger::JointPurpose);

/// One purpose of a joint use.
#[Object]
impl JointPurpose {
    /// The category of person, where the source names one.
    async fn subject(&self) -> Option<&str> {
        self.0.subject.as_deref()
    }

    /// The purpose as worded.
    async fn text(&self) -> &str {
        &self.0.text
    }
}

/// On what the transfer to an overseas recipient rests (APPI 28).
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ledger::TransferBasis")]
pub enum TransferBasis {
    /// The recipient is at home, so that Article 28 does not apply.
    Domestic,
    /// The Commission has designated the country (Rules 15).
    DesignatedCountry,
    /// The recipient keeps an equivalent system (Rules 16).
    EquivalentSystem,
    /// The person consents.
    Consent,
    /// An exception of Article 27(1) applies.
    LegalException,
    /// The party does not handle the data, so that nothing is provided.
    NotAProvision,
    /// The ledger says nothing.
    NotStated,
}
