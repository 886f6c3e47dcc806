//! Values of a ledger in the words of a privacy officer.

use crate::language::Language;
use crate::ledger::{Medium, RefusalGroundKind, RequesterKind, RetentionKind, Stated};

/// What a value is called.
pub trait Label {
    /// Its name in a language.
    fn label(self, language: Language) -> &'static str;
}

impl Label for Stated {
    fn label(self, language: Language) -> &'static str {
        let (ja, en) = match self {
            Self::Yes => ("有", "yes"),
            Self::No => ("無", "no"),
            Self::Possible => ("可能性あり", "possible"),
            Self::NotStated => ("記載なし", "not stated"),
        };
        language.pick(ja, en)
    }
}

impl Label for RetentionKind {
    fn label(self, language: Language) -> &'static str {
        let (ja, en) = match self {
            Self::Period => ("期間", "a period"),
            Self::AfterEvent => ("事由の後の期間", "a period after an event"),
            Self::UntilEvent => ("事由または期日まで", "until an event or a day"),
            Self::Statutory => ("法定", "as a law requires"),
            Self::Permanent => ("永年", "for ever"),
            Self::WhileNeeded => ("必要な期間", "as long as needed"),
            Self::NotStated => ("記載なし", "not stated"),
            Self::Unreadable => ("読み取れない記載", "not understood"),
        };
        language.pick(ja, en)
    }
}

impl Label for Medium {
    fn label(self, language: Language) -> &'static str {
        let (ja, en) = match self {
            Self::Paper => ("紙", "paper"),
            Self::Electronic => ("電子", "electronic"),
            Self::Other => ("その他", "other"),
        };
        language.pick(ja, en)
    }
}

impl Label for RequesterKind {
    fn label(self, language: Language) -> &'static str {
        let (ja, en) = match self {
            Self::Principal => ("本人", "principal"),
            Self::LegalRepresentative => ("法定代理人", "legal representative"),
            Self::AuthorizedAgent => ("任意代理人", "authorized agent"),
        };
        language.pick(ja, en)
    }
}

impl Label for RefusalGroundKind {
    fn label(self, language: Language) -> &'static str {
        let (ja, en) = match self {
            Self::RightsOfPersonOrOthers => (
                "本人又は第三者の生命、身体、財産その他の権利利益を害するおそれがある場合",
                "harm to life, body, property or other rights of the person or of others",
            ),
            Self::HindranceToBusiness => (
                "当該個人情報取扱事業者の業務の適正な実施に著しい支障を及ぼすおそれがある場合",
                "serious hindrance to the proper conduct of the business",
            ),
            Self::BreachOfLaw => ("他の法令に違反することとなる場合", "breach of another law"),
            Self::UnlawfulActs => ("違法又は不当な行為を助長し、又は誘発するおそれがある場合", "encouragement of unlawful or unjust acts"),
            Self::NationalSecurity => (
                "国の安全が害されるおそれ、他国等との信頼関係が損なわれるおそれ又は交渉上不利益を被るおそれがある場合",
                "harm to national security or to relations with other countries",
            ),
            Self::CrimePrevention => (
                "犯罪の予防、鎮圧又は捜査その他の公共の安全と秩序の維持に支障が及ぶおそれがある場合",
                "hindrance to the prevention or investigation of crime, or to public safety",
            ),
            Self::PurposeEvident => ("本人が識別される保有個人データの利用目的が明らかな場合", "the purpose of use is evident"),
            Self::RightsOfOperator => (
                "当該個人情報取扱事業者の権利又は正当な利益を害するおそれがある場合",
                "harm to the rights or legitimate interests of the operator",
            ),
            Self::GovernmentCooperation => (
                "国の機関等が法令の定める事務を遂行することに協力する必要があり、その遂行に支障を及ぼすおそれがある場合",
                "hindrance to affairs of a public body with which the operator must cooperate",
            ),
            Self::IdentityNotVerified => ("請求者が本人又は代理人であることを確認できない場合", "the requester cannot be verified"),
            Self::NotHeld => ("保有個人データが存在しない場合", "the data is not held"),
            Self::Other => ("調査の結果、請求に理由があると認められない場合", "the investigation shows no reason for the request"),
        };
        language.pick(ja, en)
    }
}
