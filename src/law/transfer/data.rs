//! What the data is, as Articles 28 and 31 tell data apart.

use strum::{AsRefStr, EnumString, VariantArray};

use crate::ledger::{Entry, ExclusionReason, Nature};

/// What the data is, by what the ledger says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsRefStr, EnumString, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Data {
    /// Personal data (APPI 16(3)), pseudonymized or not.
    PersonalData,
    /// Personally referable information, such as cookies (APPI 2(7)).
    PersonallyReferable,
    /// Neither: anonymized information (APPI 2(6)), or personal information that is not arranged to be searched.
    NotPersonalData,
}

impl Data {
    /// What an entry holds. One that does not say otherwise is taken for personal data, which is personal information that is arranged to
    /// be searched (APPI 16(3)).
    #[must_use]
    pub fn of(entry: &Entry) -> Self {
        match entry.nature {
            Nature::PersonallyReferable => Self::PersonallyReferable,
            Nature::Anonymized => Self::NotPersonalData,
            _ if entry.disclosure.reasons.contains(&ExclusionReason::NotPersonalData) => Self::NotPersonalData,
            Nature::PersonalInformation | Nature::Pseudonymized | Nature::NotStated => Self::PersonalData,
        }
    }
}
