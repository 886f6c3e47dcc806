//! Whether a person may see what an entry holds about it.

use serde::Serialize;
use strum::{AsRefStr, EnumString, VariantArray};

use super::stated::{Stated, Text};

/// What the ledger says of 開示対象: whether the entry is retained personal data that is disclosed on request (APPI 16(4), 33(1)).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Disclosure {
    /// Whether it is disclosed.
    pub eligible: Stated,
    /// Why it is not, in the order written. Empty where it is, or where nothing is said.
    pub reasons: Vec<ExclusionReason>,
    /// The cell as written.
    pub text: Option<Text>,
}

/// Why an entry is not disclosed (APPI 16(4), Order 5, APPI 41(9)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum ExclusionReason {
    /// Held only as an entrustee, without authority over it.
    EntrustedToUs,
    /// Its existence becoming known endangers life, body or property (Order 5(i)).
    LifeBodyProperty,
    /// It would encourage unlawful or unjust acts (Order 5(ii)).
    UnlawfulActs,
    /// It would harm national security or foreign relations (Order 5(iii)).
    NationalSecurity,
    /// It would hinder the prevention or investigation of crime (Order 5(iv)).
    CrimePrevention,
    /// Pseudonymized information (APPI 41(9)).
    Pseudonymized,
    /// Not personal data, for instance not arranged to be searched.
    NotPersonalData,
    /// The ledger gives no reason.
    NoReasonGiven,
}
