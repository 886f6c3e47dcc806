//! How a person asks about its own data: rights, papers, fees, grounds for refusal (APPI 32 to 39).

use serde::Serialize;
use strum::{AsRefStr, EnumString, VariantArray};

use super::{LawReference, Period, Stated, Text};

/// What a person may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Right {
    /// 利用目的の通知 (APPI 32(2)).
    NoticeOfPurpose,
    /// 開示 (APPI 33(1)).
    Disclosure,
    /// 第三者提供記録の開示 (APPI 33(5)).
    DisclosureOfProvisionRecords,
    /// 訂正 (APPI 34).
    Correction,
    /// 追加 (APPI 34).
    Addition,
    /// 削除 (APPI 34).
    Deletion,
    /// 利用停止 (APPI 35).
    SuspensionOfUse,
    /// 消去 (APPI 35).
    Erasure,
    /// 第三者提供の停止 (APPI 35).
    SuspensionOfProvision,
}

/// Who asks (APPI 37(3), Order 13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum RequesterKind {
    /// 本人.
    Principal,
    /// 法定代理人.
    LegalRepresentative,
    /// 本人が委任した代理人.
    AuthorizedAgent,
}

/// 開示等手続: how requests for some of the rights are made and answered (APPI 37).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Procedure {
    /// The rights it is for.
    pub rights: Vec<Right>,
    /// Whether requests for them are accepted: YES for each named, NO where the source says that they are not.
    pub accepted: Stated,
    /// Who may ask; empty where the source does not say.
    pub requesters: Vec<RequesterKind>,
    /// Of which categories of person; empty where the source does not say.
    pub subjects: Vec<Text>,
    /// How to apply.
    pub application: Option<Text>,
    /// The form to use.
    pub form: Option<Text>,
    /// How the answer is given.
    pub reply: Option<Text>,
    /// The papers to show.
    pub documents: Vec<RequiredDocument>,
    /// What it costs (APPI 38).
    pub fee: Fee,
    /// On which grounds it may be refused.
    pub refusal_grounds: Vec<RefusalGround>,
    /// 備考.
    pub notes: Option<Text>,
}

/// 必要書類: one line of the list of documents. Lines that share a group are alternatives, of which `choose` must be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RequiredDocument {
    /// Who must show it.
    pub requester: RequesterKind,
    /// The document, as worded.
    pub name: Text,
    /// The alternatives that it belongs to.
    pub group: Option<Text>,
    /// How many of the group must be shown.
    pub choose: Option<u32>,
    /// How old it may be.
    pub issued_within: Option<Period>,
    /// Further conditions, as worded.
    pub conditions: Option<Text>,
}

/// 手数料: what a request costs (APPI 38: only notice of purpose and disclosure may cost anything).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fee {
    /// What kind of fee.
    pub kind: FeeKind,
    /// Yen.
    pub amount: Option<u32>,
    /// Whether the amount includes consumption tax.
    pub tax: Tax,
    /// What the amount is charged for.
    pub per: FeePer,
    /// Ways to pay, as worded.
    pub payment: Vec<Text>,
    /// Whether it is paid back where nothing is disclosed.
    pub refundable: Stated,
    /// Whether more may be asked by effort, on an estimate given first.
    pub estimate_by_effort: Stated,
    /// The cell as written.
    pub text: Option<Text>,
}

/// What kind of fee is asked.
#[derive(Default, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum FeeKind {
    /// An amount.
    Fixed,
    /// None.
    Free,
    /// By an estimate given first.
    Estimated,
    /// The actual cost, within reason.
    AtCost,
    /// The source says nothing.
    #[default]
    NotStated,
}

/// Whether consumption tax is included.
#[derive(Default, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Tax {
    /// 税込.
    Included,
    /// 税抜.
    Excluded,
    /// The source says nothing.
    #[default]
    NotStated,
}

/// What a fee is charged for.
#[derive(Default, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum FeePer {
    /// Each request (1回).
    Request,
    /// Each item (1件).
    Item,
    /// The source says nothing.
    #[default]
    NotStated,
}

/// 不開示事由: a ground on which a request may be refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RefusalGround {
    /// What kind of ground.
    pub kind: RefusalGroundKind,
    /// The ground as worded.
    pub text: Text,
    /// The provisions that the source cites for it.
    pub basis: Vec<LawReference>,
}

/// Grounds for refusal (APPI 16(4), 32(2), 33(2), Order 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum RefusalGroundKind {
    /// Harm to life, body, property or other rights of the person or another.
    RightsOfPersonOrOthers,
    /// Serious hindrance to the proper conduct of the business.
    HindranceToBusiness,
    /// Breach of another law.
    BreachOfLaw,
    /// Encouragement of unlawful or unjust acts.
    UnlawfulActs,
    /// Harm to national security or foreign relations.
    NationalSecurity,
    /// Hindrance to the prevention or investigation of crime.
    CrimePrevention,
    /// The purpose of use is evident (APPI 32(2)(i)).
    PurposeEvident,
    /// Harm to the rights or legitimate interests of the operator (APPI 21(4)(ii)).
    RightsOfOperator,
    /// Hindrance to affairs of a public body (APPI 21(4)(iii)).
    GovernmentCooperation,
    /// The requester cannot be verified.
    IdentityNotVerified,
    /// The data is not held.
    NotHeld,
    /// Another ground; the words tell.
    Other,
}
