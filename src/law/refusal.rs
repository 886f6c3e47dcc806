//! What grounds for refusal rest on.

use crate::ledger::{Law, LawReference, RefusalGroundKind, Right};

use super::cite;

impl RefusalGroundKind {
    /// The provision that allows a right to be refused on this ground; none where the law names no such ground for it.
    #[must_use]
    pub fn basis(self, right: Right) -> Option<LawReference> {
        let disclosure = matches!(right, Right::Disclosure | Right::DisclosureOfProvisionRecords);
        let notice = right == Right::NoticeOfPurpose;
        let correction = matches!(right, Right::Correction | Right::Addition | Right::Deletion);
        Some(match self {
            Self::RightsOfPersonOrOthers if disclosure => cite(Law::Appi, "33(2)(i)"),
            Self::RightsOfPersonOrOthers if notice => cite(Law::Appi, "21(4)(i)"),
            Self::HindranceToBusiness if disclosure => cite(Law::Appi, "33(2)(ii)"),
            Self::BreachOfLaw if disclosure => cite(Law::Appi, "33(2)(iii)"),
            Self::PurposeEvident if notice => cite(Law::Appi, "32(2)(i)"),
            Self::RightsOfOperator if notice => cite(Law::Appi, "21(4)(ii)"),
            Self::GovernmentCooperation if notice => cite(Law::Appi, "21(4)(iii)"),
            Self::UnlawfulActs => cite(Law::AppiOrder, "5(ii)"),
            Self::NationalSecurity => cite(Law::AppiOrder, "5(iii)"),
            Self::CrimePrevention => cite(Law::AppiOrder, "5(iv)"),
            Self::NotHeld => cite(Law::Appi, "33(3)"),
            Self::IdentityNotVerified => cite(Law::Appi, "37(1)"),
            // That the investigation shows no need to correct, or no reason to stop, is not named as a ground elsewhere.
            Self::Other if correction => cite(Law::Appi, "34(2)"),
            Self::Other if matches!(right, Right::SuspensionOfUse | Right::Erasure) => cite(Law::Appi, "35(2)"),
            Self::Other if right == Right::SuspensionOfProvision => cite(Law::Appi, "35(4)"),
            _ => return None,
        })
    }
}
