//! Why an entry is not retained personal data, or is not disclosed.

use crate::ledger::{ExclusionReason, Law, LawReference};

use super::cite;

impl ExclusionReason {
    /// The provision that the exclusion rests on; none where no reason is given.
    #[must_use]
    pub fn basis(self) -> Option<LawReference> {
        Some(match self {
            Self::EntrustedToUs => cite(Law::Appi, "16(4)"),
            Self::LifeBodyProperty => cite(Law::AppiOrder, "5(i)"),
            Self::UnlawfulActs => cite(Law::AppiOrder, "5(ii)"),
            Self::NationalSecurity => cite(Law::AppiOrder, "5(iii)"),
            Self::CrimePrevention => cite(Law::AppiOrder, "5(iv)"),
            Self::Pseudonymized => cite(Law::Appi, "41(9)"),
            Self::NotPersonalData => cite(Law::Appi, "16(3)"),
            Self::NoReasonGiven => return None,
        })
    }
}
