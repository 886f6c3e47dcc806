//! What each right rests on, and what it may cost.

use crate::ledger::{Law, LawReference, Right};

use super::cite;

impl Right {
    /// The provision that gives the right.
    #[must_use]
    pub fn basis(self) -> LawReference {
        let article = match self {
            Self::NoticeOfPurpose => "32(2)",
            Self::Disclosure => "33(1)",
            Self::DisclosureOfProvisionRecords => "33(5)",
            Self::Correction | Self::Addition | Self::Deletion => "34(1)",
            Self::SuspensionOfUse | Self::Erasure => "35(1)",
            Self::SuspensionOfProvision => "35(3)",
        };
        cite(Law::Appi, article)
    }

    /// Whether a fee may be asked for it (APPI 38(1): notice of purpose, disclosure, disclosure of provision records).
    #[must_use]
    pub fn may_cost(self) -> bool {
        matches!(self, Self::NoticeOfPurpose | Self::Disclosure | Self::DisclosureOfProvisionRecords)
    }
}
