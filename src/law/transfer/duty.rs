//! The duties that remain, each with its provision.

use strum::{AsRefStr, EnumString, VariantArray};

use super::{Case, Data, Verdict, Way};
use crate::language::Language;
use crate::law::cite;
use crate::ledger::{Law, LawReference, Stated, TransferBasis};

/// A duty that a case leaves to the organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsRefStr, EnumString, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Duty {
    /// Rest the transfer on a basis that holds (APPI 28(1)).
    SettleBasis,
    /// Find out the country (APPI 23, guideline 10-7).
    AscertainCountry,
    /// Find out whether anything is provided (guideline 2-17).
    AscertainProvision,
    /// Tell the person the country before it consents (APPI 28(2), Rules 17(2)(i)).
    TellCountry,
    /// Tell the person that country's system (Rules 17(2)(ii)).
    TellSystem,
    /// Tell the person what the recipient does for protection (Rules 17(2)(iii), 17(4)).
    TellMeasures,
    /// Where the country cannot be told, say so and why (Rules 17(3)(i)).
    TellWhyNoCountry,
    /// Where the country cannot be told, give what helps the person in its stead (Rules 17(3)(ii)).
    TellInsteadOfCountry,
    /// Check the recipient's measures and its country's system, about once a year (APPI 28(3), Rules 18(1)(i)).
    CheckYearly,
    /// Act where the measures falter, and stop providing where they cannot be kept up (APPI 28(3), Rules 18(1)(ii)).
    ActAndStop,
    /// Inform the person of these measures on request (APPI 28(3), Rules 18(2), 18(3)).
    InformOnRequest,
    /// Know the country's system, and take measures in view of it (APPI 23, guideline 10-7).
    KnowSystem,
    /// Name the country among the measures that are made available (APPI 32(1)(iv), Order 10(i)).
    StateCountry,
    /// Supervise the entrustee (APPI 25).
    Supervise,
    /// Make the joint use known (APPI 27(5)(iii)).
    MakeJointUseKnown,
    /// Have the person's consent to the provision, or an exception (APPI 27(1), 27(2)).
    ConsentOrException,
    /// Keep a record of the provision (APPI 29(1)).
    KeepRecord,
    /// Make sure that the person has consented where the recipient is expected to get it as personal data (APPI 31(1), 31(3)).
    ConfirmConsent,
}

impl Duty {
    /// Whether a case of this verdict leaves it.
    pub(super) fn is_owed(self, case: Case, verdict: Verdict) -> bool {
        if case.data != Data::PersonalData {
            let provided = verdict == Verdict::NotPersonalData && matches!(case.way, Way::Recipient | Way::JointUser);
            let governed = case.data == Data::PersonallyReferable && provided;
            return self == Self::ConfirmConsent && governed && case.basis != TransferBasis::LegalException;
        }
        let recipient = case.way == Way::Recipient;
        let as_at_home = matches!(verdict, Verdict::Domestic | Verdict::DesignatedCountry | Verdict::EquivalentSystem);
        let handles_unsaid = matches!(case.handles, Stated::Possible | Stated::NotStated);
        // What goes to a recipient is that recipient's to keep safe; what is kept, entrusted or used jointly stays the organization's.
        let still_ours = !recipient;
        match self {
            Self::SettleBasis => matches!(verdict, Verdict::BasisMissing | Verdict::BasisFails),
            Self::AscertainCountry => {
                case.destination.is_open() && verdict != Verdict::Domestic && !(recipient && verdict == Verdict::NotAProvision)
            }
            Self::AscertainProvision => {
                let provider = case.way == Way::Provider && handles_unsaid && case.basis != TransferBasis::NotAProvision;
                let denied = recipient && case.basis == TransferBasis::NotAProvision && verdict == Verdict::CannotTell;
                verdict != Verdict::Domestic && (provider || denied)
            }
            Self::TellCountry | Self::TellSystem | Self::TellMeasures => verdict == Verdict::Consent,
            Self::TellWhyNoCountry | Self::TellInsteadOfCountry => verdict == Verdict::Consent && case.destination.is_open(),
            Self::CheckYearly | Self::ActAndStop | Self::InformOnRequest => verdict == Verdict::EquivalentSystem,
            Self::KnowSystem | Self::StateCountry => still_ours && case.destination.is_abroad(),
            Self::Supervise => {
                let handles = case.way == Way::Provider && case.handles == Stated::Yes;
                verdict != Verdict::NotAProvision && (handles || matches!(case.way, Way::Entrustee | Way::SubEntrustee))
            }
            Self::MakeJointUseKnown => case.way == Way::JointUser && as_at_home,
            Self::ConsentOrException => recipient && as_at_home && case.basis != TransferBasis::LegalException,
            // The proviso of 29(1): 27(1) and 27(5) spare the record, but for what 28(1) governs 27(1) alone does.
            Self::ConfirmConsent => false,
            Self::KeepRecord => verdict == Verdict::Consent || (recipient && as_at_home && case.basis != TransferBasis::LegalException),
        }
    }

    /// The provisions that it rests on.
    #[must_use]
    pub fn basis(self) -> Vec<LawReference> {
        let provisions: &[(Law, &str)] = match self {
            Self::SettleBasis => &[(Law::Appi, "28(1)")],
            Self::AscertainCountry | Self::KnowSystem => &[(Law::Appi, "23"), (Law::Guideline, "10-7")],
            Self::AscertainProvision => &[(Law::Guideline, "2-17")],
            Self::TellCountry => &[(Law::Appi, "28(2)"), (Law::AppiRules, "17(2)(i)")],
            Self::TellSystem => &[(Law::Appi, "28(2)"), (Law::AppiRules, "17(2)(ii)")],
            Self::TellMeasures => &[(Law::Appi, "28(2)"), (Law::AppiRules, "17(2)(iii)"), (Law::AppiRules, "17(4)")],
            Self::TellWhyNoCountry => &[(Law::Appi, "28(2)"), (Law::AppiRules, "17(3)(i)")],
            Self::TellInsteadOfCountry => &[(Law::Appi, "28(2)"), (Law::AppiRules, "17(3)(ii)")],
            Self::CheckYearly => &[(Law::Appi, "28(3)"), (Law::AppiRules, "18(1)(i)")],
            Self::ActAndStop => &[(Law::Appi, "28(3)"), (Law::AppiRules, "18(1)(ii)")],
            Self::InformOnRequest => &[(Law::Appi, "28(3)"), (Law::AppiRules, "18(2)"), (Law::AppiRules, "18(3)")],
            Self::StateCountry => &[(Law::Appi, "32(1)(iv)"), (Law::AppiOrder, "10(i)"), (Law::Guideline, "10-7")],
            Self::Supervise => &[(Law::Appi, "25")],
            Self::MakeJointUseKnown => &[(Law::Appi, "27(5)(iii)")],
            Self::ConsentOrException => &[(Law::Appi, "27(1)"), (Law::Appi, "27(2)")],
            Self::KeepRecord => &[(Law::Appi, "29(1)")],
            Self::ConfirmConsent => &[(Law::Appi, "31(1)"), (Law::Appi, "31(3)")],
        };
        provisions.iter().map(|(law, article)| cite(*law, article)).collect()
    }

    /// What must be done.
    #[must_use]
    pub fn text(self, language: Language) -> &'static str {
        let (ja, en) = match self {
            Self::SettleBasis => (
                "提供の根拠（本人の同意、相当措置の体制、第27条第1項各号）を定め、台帳に記載する。",
                "Rest it on consent, an equivalent system or an exception of 27(1), and say so in the ledger.",
            ),
            Self::AscertainCountry => ("国を確認し、台帳に記載する。", "Find out the country, and name it in the ledger."),
            Self::AscertainProvision => (
                "相手が個人データを取り扱うか、本人から直接取得するかを確認し、台帳に記載する。",
                "Find out whether the party handles the data, or collects it itself, and say so in the ledger.",
            ),
            Self::TellCountry => ("同意を得る前に、国の名称を本人に知らせる。", "Tell the person the country before it consents."),
            Self::TellSystem => (
                "同意を得る前に、その国の個人情報の保護に関する制度を本人に知らせる。",
                "Tell the person that country's system of protection before it consents.",
            ),
            Self::TellMeasures => (
                "同意を得る前に、相手が講ずる措置を本人に知らせる。知らせることができない場合は、その旨と理由を知らせる。",
                "Tell the person what the recipient does for protection before it consents; where that cannot be told, that and why.",
            ),
            Self::TellWhyNoCountry => (
                "国を特定できない場合は、国の名称と制度に代えて、特定できない旨と理由を本人に知らせる。",
                "Where the country cannot be told, tell the person so, and why, in place of the country and its system.",
            ),
            Self::TellInsteadOfCountry => (
                "国を特定できない場合は、国の名称に代わる参考情報（候補の国など）があれば本人に知らせる。",
                "Where the country cannot be told, give the person what there is in its place, such as the possible countries.",
            ),
            Self::CheckYearly => (
                "相手の措置の実施状況と、それに影響し得るその国の制度を、定期的に（年に一度程度）確認する。",
                "Check the recipient's measures, and what in that country's system may affect them, about once a year.",
            ),
            Self::ActAndStop => (
                "措置に支障が生じたときは必要な措置を講じ、継続が困難になったときは提供を停止する。",
                "Act where the measures falter; stop providing where they cannot be kept up.",
            ),
            Self::InformOnRequest => (
                "本人の求めに応じ、必要な措置に関する情報を遅滞なく提供する。",
                "Inform the person of these measures without delay when it asks.",
            ),
            Self::KnowSystem => (
                "その国の個人情報の保護に関する制度を把握した上で、安全管理措置を講じる。",
                "Know that country's system of protection, and take security measures in view of it.",
            ),
            Self::StateCountry => (
                "保有個人データの安全管理措置として、国の名称を本人の知り得る状態に置く。",
                "Make the country available to persons, among the security measures for retained personal data.",
            ),
            Self::Supervise => ("委託先を監督する。", "Supervise the entrustee."),
            Self::MakeJointUseKnown => (
                "共同利用の項目、範囲、目的、管理責任者の名称・住所・代表者を、あらかじめ本人が容易に知り得る状態に置く。",
                "Make the joint use known beforehand: items, users, purposes, and the responsible party's name, address, representative.",
            ),
            Self::ConsentOrException => (
                "第三者提供について本人の同意を得る。または第27条第1項各号・第2項による。",
                "Have the person's consent to the provision, or rest it on 27(1) or 27(2).",
            ),
            Self::KeepRecord => ("提供の記録を作成し、保存する。", "Make and keep a record of the provision."),
            Self::ConfirmConsent => (
                "相手が個人データとして取得することが想定されるときは、本人の同意が得られていること（外国にある相手では、その国の制度と相手の措置などが本人に知らされていることを含む。）を確認し、記録する。",
                "Where the party is expected to get it as personal data, make sure that the person has consented (abroad, informed of that country's system and the party's measures), and record it.",
            ),
        };
        language.pick(ja, en)
    }
}
