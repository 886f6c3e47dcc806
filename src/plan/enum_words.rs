//! The Japanese words of the ledger's enums, as the workbook writes them.

use std::borrow::Cow;

use super::words::Word;
use crate::language::Language;
use crate::ledger::{
    AcquisitionSource, Capacity, ContactRole, ExclusionReason, FeeKind, FeePer, Medium, Nature, RefusalGroundKind, RequesterKind,
    RetentionKind, Right, SafetyMeasureKind, Stated, Tax, TransferBasis,
};

impl Word for Right {
    fn word(&self) -> Option<Cow<'_, str>> {
        Some(self.name(Language::Ja).into())
    }
}

/// One word a variant; the variant after `but` states nothing and has none.
macro_rules! words {
    ($($kind:ident $(but $silent:ident)? { $($variant:ident: $word:literal),* $(,)? })*) => {
        $(impl Word for $kind {
            fn word(&self) -> Option<Cow<'_, str>> {
                match self {
                    $(Self::$variant => Some($word.into()),)*
                    $(Self::$silent => None,)?
                }
            }
        })*
    };
}

words! {
    Stated but NotStated { Yes: "有", No: "無", Possible: "可能性あり" }
    Nature but NotStated {
        PersonalInformation: "個人情報",
        PersonallyReferable: "個人関連情報",
        Pseudonymized: "仮名加工情報",
        Anonymized: "匿名加工情報",
    }
    Capacity but NotStated { Own: "自社", EntrustedToUs: "受託" }
    AcquisitionSource {
        Principal: "本人",
        Entrustor: "委託元",
        ThirdParty: "第三者",
        PublicOffice: "公的機関",
        Published: "公表情報",
        CreditBureau: "信用情報機関",
        Automatic: "自動取得",
        Other: "その他",
    }
    Medium { Paper: "紙", Electronic: "電子", Other: "その他" }
    RetentionKind but NotStated {
        Period: "期間",
        AfterEvent: "起算から",
        UntilEvent: "その時まで",
        Statutory: "法定保存期間",
        Permanent: "永年",
        WhileNeeded: "必要な間",
        Unreadable: "読み取れない",
    }
    ExclusionReason {
        EntrustedToUs: "受託",
        LifeBodyProperty: "生命・身体・財産",
        UnlawfulActs: "違法・不当な行為",
        NationalSecurity: "国の安全",
        CrimePrevention: "犯罪予防",
        Pseudonymized: "仮名加工情報",
        NotPersonalData: "個人データでない",
        NoReasonGiven: "理由の記載なし",
    }
    TransferBasis but NotStated {
        Domestic: "国内",
        DesignatedCountry: "指定国",
        EquivalentSystem: "基準適合体制",
        Consent: "本人の同意",
        LegalException: "法令による例外",
        NotAProvision: "提供に当たらない",
    }
    RequesterKind { Principal: "本人", LegalRepresentative: "法定代理人", AuthorizedAgent: "任意代理人" }
    FeeKind but NotStated { Fixed: "定額", Free: "無料", Estimated: "見積り", AtCost: "実費" }
    Tax but NotStated { Included: "税込", Excluded: "税抜" }
    FeePer but NotStated { Request: "1回", Item: "1件" }
    RefusalGroundKind {
        RightsOfPersonOrOthers: "本人又は第三者の権利利益",
        HindranceToBusiness: "業務の適正な実施への支障",
        BreachOfLaw: "他の法令への違反",
        UnlawfulActs: "違法・不当な行為",
        NationalSecurity: "国の安全",
        CrimePrevention: "犯罪予防",
        PurposeEvident: "利用目的が明らか",
        RightsOfOperator: "事業者の権利又は正当な利益",
        GovernmentCooperation: "国の機関等の事務への支障",
        IdentityNotVerified: "本人確認ができない",
        NotHeld: "保有していない",
        Other: "その他",
    }
    ContactRole {
        Requests: "開示等の請求",
        Complaints: "苦情・相談",
        Manager: "個人情報保護管理者",
        AccreditedOrganization: "認定個人情報保護団体",
    }
    SafetyMeasureKind {
        BasicPolicy: "基本方針の策定",
        Rules: "規律の整備",
        Organizational: "組織的",
        Human: "人的",
        Physical: "物理的",
        Technical: "技術的",
        EntrusteeSupervision: "委託先の監督",
        ExternalEnvironment: "外的環境の把握",
    }
}
