//! What each right rests on, and what it may cost.

use crate::language::Language;
use crate::ledger::{Law, LawReference, Right};

use super::cite;

impl Right {
    /// What the right is called.
    #[must_use]
    pub fn name(self, language: Language) -> &'static str {
        let (japanese, english) = match self {
            Self::NoticeOfPurpose => ("利用目的の通知", "notice of the purpose of use"),
            Self::Disclosure => ("開示", "disclosure"),
            Self::DisclosureOfProvisionRecords => ("第三者提供記録の開示", "disclosure of provision records"),
            Self::Correction => ("訂正", "correction"),
            Self::Addition => ("追加", "addition"),
            Self::Deletion => ("削除", "deletion"),
            Self::SuspensionOfUse => ("利用停止", "suspension of use"),
            Self::Erasure => ("消去", "erasure"),
            Self::SuspensionOfProvision => ("第三者提供の停止", "stop of provision to third parties"),
        };
        language.pick(japanese, english)
    }

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
