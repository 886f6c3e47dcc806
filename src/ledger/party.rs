//! Where data is kept and who else gets it: places, entrustees, recipients, joint users.

use chrono::NaiveDate;
use serde::Serialize;
use strum::{AsRefStr, EnumString, VariantArray};

use super::{Stated, Text, Whereabouts};

/// On what an overseas recipient rests (APPI 28).
#[derive(Default, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum TransferBasis {
    /// The recipient is at home; Article 28 does not apply.
    Domestic,
    /// A country designated by the Commission (APPI 28(1), Rules 15).
    DesignatedCountry,
    /// The recipient keeps an equivalent system (APPI 28(1), Rules 16).
    EquivalentSystem,
    /// The person consents (APPI 28(1)).
    Consent,
    /// An exception of APPI 27(1).
    LegalException,
    /// The party does not handle the data, so nothing is provided.
    NotAProvision,
    /// The ledger says nothing.
    #[default]
    NotStated,
}

/// 保管場所: a place where data is kept. One that only the ledger names has a name and nothing else.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// Its name, as the ledger's rows say it.
    pub name: Text,
    /// Who provides it.
    pub provider: Option<Text>,
    /// The country of the provider.
    pub provider_country: Whereabouts,
    /// The country of the server or the room.
    pub server_country: Whereabouts,
    /// Whether the provider handles the personal data. If not, keeping it there is no provision, but the country must still be known.
    pub handles_data: Stated,
    /// 備考.
    pub notes: Option<Text>,
}

/// 委託先: a party that data is entrusted to (APPI 25).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Entrustment {
    /// Its name, as the ledger's rows say it.
    pub entrustee: Text,
    /// The country in which it is.
    pub country: Whereabouts,
    /// What it does.
    pub work: Option<Text>,
    /// The day of the contract.
    pub contracted_on: Option<NaiveDate>,
    /// Whether it may entrust the data further.
    pub subcontracting: Stated,
    /// On what a transfer abroad rests.
    pub transfer: TransferBasis,
    /// When its handling was last checked (APPI 25, Rules 18).
    pub checked_on: Option<NaiveDate>,
    /// 備考.
    pub notes: Option<Text>,
}

/// 提供先: a third party that data is provided to (APPI 27).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Provision {
    /// Its name, as the ledger's rows say it.
    pub recipient: Text,
    /// The country in which it is.
    pub country: Whereabouts,
    /// On what the provision rests, as worded.
    pub legal_basis: Option<Text>,
    /// On what a transfer abroad rests.
    pub transfer: TransferBasis,
    /// Whether the recipient collects it from the person itself (tags, cookies).
    pub collected_directly: Stated,
    /// How a person stops it.
    pub opt_out: Option<Text>,
    /// 備考.
    pub notes: Option<Text>,
}

/// 共同利用: joint use and what must be made known of it (APPI 27(5)(iii)).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct JointUse {
    /// Its name, as the ledger's rows say it.
    pub name: Text,
    /// The items used jointly.
    pub items: Vec<Text>,
    /// The range of joint users.
    pub scope: Option<Text>,
    /// The purposes, by category of person where the source tells them apart.
    pub purposes: Vec<JointPurpose>,
    /// The responsible operator.
    pub responsible: Option<Text>,
    /// Its address.
    pub responsible_address: Option<Text>,
    /// Its representative: a post.
    pub responsible_representative: Option<Text>,
    /// How the data is acquired, as worded.
    pub acquisition: Vec<Text>,
    /// Whether users in foreign countries are included.
    pub includes_foreign: Stated,
}

/// One purpose of a joint use.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct JointPurpose {
    /// The category of person, where the source names one.
    pub subject: Option<Text>,
    /// The purpose as worded.
    pub text: Text,
}
