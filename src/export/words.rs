//! The words that the workbook has for the ledger's values. The reader's vocabulary knows each of them.

use crate::language::Language;
use crate::ledger::{
    AcquisitionSource, Capacity, ContactRole, ExclusionReason, FeeKind, FeePer, Law, LawReference, Medium, Nature, RequesterKind, Right,
    SafetyMeasureKind, Stated, Tax, TransferBasis,
};

/// A value that the workbook has a word for; a blank where nothing is stated.
pub(super) trait Word {
    /// The word in the workbook.
    fn word(self) -> &'static str;
}

impl Word for Right {
    fn word(self) -> &'static str {
        self.name(Language::Ja)
    }
}

macro_rules! words {
    ($($of:ident { $($value:ident => $word:literal),+ $(,)? })+) => {
        $(impl Word for $of {
            fn word(self) -> &'static str {
                match self { $(Self::$value => $word),+ }
            }
        })+
    };
}

words! {
    Stated { Yes => "有", No => "無", Possible => "可能性あり", NotStated => "" }
    Capacity { Own => "自社", EntrustedToUs => "受託", NotStated => "" }
    Nature {
        PersonalInformation => "個人情報", PersonallyReferable => "個人関連情報", Pseudonymized => "仮名加工情報",
        Anonymized => "匿名加工情報", NotStated => "",
    }
    AcquisitionSource {
        Principal => "本人", Entrustor => "委託元", ThirdParty => "第三者", PublicOffice => "公的機関", Published => "公表情報",
        CreditBureau => "信用情報機関", Automatic => "自動取得", Other => "その他",
    }
    Medium { Paper => "紙", Electronic => "電子", Other => "その他" }
    TransferBasis {
        Domestic => "国内", DesignatedCountry => "指定国", EquivalentSystem => "基準適合体制", Consent => "本人の同意",
        LegalException => "法令上の例外", NotAProvision => "提供に当たらない", NotStated => "",
    }
    ExclusionReason {
        EntrustedToUs => "受託", LifeBodyProperty => "生命・身体・財産", UnlawfulActs => "違法・不当な行為",
        NationalSecurity => "国の安全", CrimePrevention => "犯罪予防", Pseudonymized => "仮名加工情報", NotPersonalData => "個人データでない",
        NoReasonGiven => "",
    }
    RequesterKind { Principal => "本人", LegalRepresentative => "法定代理人", AuthorizedAgent => "任意代理人" }
    Tax { Included => "税込", Excluded => "税抜", NotStated => "" }
    FeePer { Request => "1回", Item => "1件", NotStated => "" }
    FeeKind { Fixed => "", Free => "無料", Estimated => "見積り", AtCost => "実費", NotStated => "" }
    ContactRole {
        Requests => "開示等の請求", Complaints => "苦情・相談", Manager => "個人情報保護管理者",
        AccreditedOrganization => "認定個人情報保護団体",
    }
    SafetyMeasureKind {
        BasicPolicy => "基本方針の策定", Rules => "規律の整備", Organizational => "組織的", Human => "人的", Physical => "物理的",
        Technical => "技術的", EntrusteeSupervision => "委託先の監督", ExternalEnvironment => "外的環境の把握",
    }
}

/// Several values, one a line.
pub(super) fn lines<T: Word + Copy>(values: &[T]) -> String {
    let words: Vec<_> = values.iter().map(|value| value.word()).filter(|word| !word.is_empty()).collect();
    words.join("\n")
}

/// Whether an entry is disclosed, in the workbook's word.
pub(super) fn eligibility(of: Stated) -> &'static str {
    match of {
        Stated::Yes => "対象",
        Stated::No => "対象外",
        other => other.word(),
    }
}

/// A provision as the workbook cites it, e.g. `個人情報保護法第33条第2項第1号`; a guideline or a standard as it was cited.
pub(super) fn citation(of: &LawReference) -> String {
    match of.law {
        Law::Guideline | Law::JisQ15001 | Law::Other => of.article.to_string(),
        _ => of.in_japanese(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn provisions_are_cited_as_laws_number_them() {
        for (law, article, cited) in [
            (Law::Appi, "33(2)(i)", "個人情報保護法第33条第2項第1号"),
            (Law::AppiOrder, "10-7(1)(xiv)", "個人情報保護法施行令第10条の7第1項第14号"),
            (Law::AppiRules, "16", "個人情報保護法施行規則第16条"),
        ] {
            assert_eq!(citation(&LawReference { law, article: article.into() }), cited);
        }
    }
}
