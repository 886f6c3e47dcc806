//! What the law says of the grounds for refusing a request, and of what is not disclosed: its words, so that a letter can give them.

use crate::ledger::{ExclusionReason, RefusalGroundKind, Right};

/// Order 5, items (i) to (iv).
const LIFE: &str = "当該個人データの存否が明らかになることにより、本人又は第三者の生命、身体又は財産に危害が及ぶおそれがあるもの";
const UNLAWFUL: &str = "当該個人データの存否が明らかになることにより、違法又は不当な行為を助長し、又は誘発するおそれがあるもの";
const SECURITY: &str = "当該個人データの存否が明らかになることにより、国の安全が害されるおそれ、他国若しくは国際機関との信頼関係が損なわれるおそれ又は他国若しくは国際機関との交渉上不利益を被るおそれがあるもの";
const CRIME: &str =
    "当該個人データの存否が明らかになることにより、犯罪の予防、鎮圧又は捜査その他の公共の安全と秩序の維持に支障が及ぶおそれがあるもの";

impl RefusalGroundKind {
    /// The ground as the law words it for a right (APPI 21(4), 32(2), 33(2) and (3), 34(2), 35(2) and (4), 37(1), Order 5); its meaning
    /// where the law has no words of its own.
    #[must_use]
    pub fn words(self, right: Right) -> &'static str {
        let notice = right == Right::NoticeOfPurpose;
        match self {
            Self::RightsOfPersonOrOthers if notice => {
                "利用目的を本人に通知し、又は公表することにより本人又は第三者の生命、身体、財産その他の権利利益を害するおそれがある場合"
            }
            Self::RightsOfPersonOrOthers => "本人又は第三者の生命、身体、財産その他の権利利益を害するおそれがある場合",
            Self::HindranceToBusiness => "当該個人情報取扱事業者の業務の適正な実施に著しい支障を及ぼすおそれがある場合",
            Self::BreachOfLaw => "他の法令に違反することとなる場合",
            Self::UnlawfulActs => UNLAWFUL,
            Self::NationalSecurity => SECURITY,
            Self::CrimePrevention => CRIME,
            Self::PurposeEvident => "当該本人が識別される保有個人データの利用目的が明らかな場合",
            Self::RightsOfOperator => {
                "利用目的を本人に通知し、又は公表することにより当該個人情報取扱事業者の権利又は正当な利益を害するおそれがある場合"
            }
            Self::GovernmentCooperation => {
                "国の機関又は地方公共団体が法令の定める事務を遂行することに対して協力する必要がある場合であって、利用目的を本人に通知し、又は公表することにより当該事務の遂行に支障を及ぼすおそれがあるとき"
            }
            Self::IdentityNotVerified => "定められた方法による請求であること（ご本人又は代理人によるものであること）を確認できない場合",
            Self::NotHeld => "当該保有個人データが存在しないとき",
            Self::Other => match right {
                Right::Correction | Right::Addition | Right::Deletion => "必要な調査の結果、訂正等を行うべきものと認められない場合",
                Right::SuspensionOfUse | Right::Erasure | Right::SuspensionOfProvision => "請求に理由があると認められない場合",
                Right::NoticeOfPurpose | Right::Disclosure | Right::DisclosureOfProvisionRecords => "その他の場合",
            },
        }
    }
}

impl ExclusionReason {
    /// Why the entry is not disclosed, in the words of the law that excludes it (APPI 16(3) and (4), 41(9), Order 5).
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::EntrustedToUs => {
                "他の事業者から取扱いの委託を受けているものであり、当社は開示、内容の訂正、追加又は削除、利用の停止、消去及び第三者への提供の停止を行う権限を有しません。"
            }
            Self::LifeBodyProperty => LIFE,
            Self::UnlawfulActs => UNLAWFUL,
            Self::NationalSecurity => SECURITY,
            Self::CrimePrevention => CRIME,
            Self::Pseudonymized => "仮名加工情報であり、開示等の請求に関する規定は適用されません。",
            Self::NotPersonalData => "個人情報データベース等を構成するものではなく、個人データに当たりません。",
            Self::NoReasonGiven => "当社の個人情報管理台帳で開示の対象外としています。理由は、同台帳に記載がありません。",
        }
    }

    /// Whether the very existence of the entry must not become known (Order 5), so that no letter may name it.
    #[must_use]
    pub fn hides_existence(self) -> bool {
        matches!(self, Self::LifeBodyProperty | Self::UnlawfulActs | Self::NationalSecurity | Self::CrimePrevention)
    }
}
