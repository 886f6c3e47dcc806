//! How a person asks about its own data.

use async_graphql::{Enum, Object};

use super::stated::{LawReference, Stated, provisions};
use crate::ledger::{self, Text};

/// How requests for some of the rights are made and answered.
pub struct Procedure(pub ledger::Procedure);

/// How requests for some of the rights are made and answered (開示等手続, APPI 37).
#[Object]
impl Procedure {
    /// The rights that it is for.
    async fn rights(&self) -> Vec<Right> {
        self.0.rights.iter().copied().map(Into::into).collect()
    }

    /// Whether requests for them are accepted: NO where the organization says that it does not accept them.
    async fn accepted(&self) -> Stated {
        self.0.accepted.into()
    }

    /// Who may ask; empty where the source does not say.
    async fn requesters(&self) -> Vec<RequesterKind> {
        self.0.requesters.iter().copied().map(Into::into).collect()
    }

    /// Of which categories of person it is; empty where the source does not say.
    async fn subjects(&self) -> &[Text] {
        &self.0.subjects
    }

    /// How to apply.
    async fn application(&self) -> Option<&str> {
        self.0.application.as_deref()
    }

    /// The form to use.
    async fn form(&self) -> Option<&str> {
        self.0.form.as_deref()
    }

    /// How the answer is given.
    async fn reply(&self) -> Option<&str> {
        self.0.reply.as_deref()
    }

    /// The papers that must be shown, of all requesters.
    async fn documents(&self) -> Vec<RequiredDocument> {
        self.0.documents.iter().cloned().map(RequiredDocument).collect()
    }

    /// What it costs.
    async fn fee(&self) -> Fee {
        Fee(self.0.fee.clone())
    }

    /// On which grounds a request may be refused.
    async fn refusal_grounds(&self) -> Vec<RefusalGround> {
        self.0.refusal_grounds.iter().cloned().map(RefusalGround).collect()
    }

    /// What else is said of it.
    async fn notes(&self) -> Option<&str> {
        self.0.notes.as_deref()
    }
}

/// One line of the list of documents.
pub struct RequiredDocument(pub ledger::RequiredDocument);

/// One line of the list of documents (必要書類). Lines that share a group are alternatives, of which `choose` must be shown.
#[Object]
impl RequiredDocument {
    /// Who must show it.
    async fn requester(&self) -> RequesterKind {
        self.0.requester.into()
    }

    /// The document, as worded.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The group of alternatives to which it belongs; a document without a group is always needed.
    async fn group(&self) -> Option<&str> {
        self.0.group.as_deref()
    }

    /// How many documents of the group must be shown.
    async fn choose(&self) -> Option<u32> {
        self.0.choose
    }

    /// How old the document may be, as an ISO 8601 duration such as "P3M".
    async fn issued_within(&self) -> Option<String> {
        self.0.issued_within.map(|period| period.to_string())
    }

    /// Further conditions, as worded.
    async fn conditions(&self) -> Option<&str> {
        self.0.conditions.as_deref()
    }
}

/// What a request costs.
pub struct Fee(pub ledger::Fee);

/// What a request costs (手数料, APPI 38: only notice of purpose and disclosure may cost anything).
#[Object]
impl Fee {
    /// What kind of fee is asked.
    async fn kind(&self) -> FeeKind {
        self.0.kind.into()
    }

    /// The amount in yen.
    async fn amount(&self) -> Option<u32> {
        self.0.amount
    }

    /// Whether the amount includes consumption tax.
    async fn tax(&self) -> Tax {
        self.0.tax.into()
    }

    /// What the amount is charged for.
    async fn per(&self) -> FeePer {
        self.0.per.into()
    }

    /// The ways to pay, as worded.
    async fn payment(&self) -> &[Text] {
        &self.0.payment
    }

    /// Whether it is paid back where nothing is disclosed.
    async fn refundable(&self) -> Stated {
        self.0.refundable.into()
    }

    /// Whether more may be asked by effort, on an estimate given first.
    async fn estimate_by_effort(&self) -> Stated {
        self.0.estimate_by_effort.into()
    }

    /// The cell as written.
    async fn text(&self) -> Option<&str> {
        self.0.text.as_deref()
    }
}

/// A ground on which a request may be refused.
pub struct RefusalGround(pub ledger::RefusalGround);

/// A ground on which a request may be refused (不開示事由).
#[Object]
impl RefusalGround {
    /// What kind of ground it is.
    async fn kind(&self) -> RefusalGroundKind {
        self.0.kind.into()
    }

    /// The ground as worded.
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// The provisions that the organization cites for it; in a requester's view those of the law where it cites none.
    async fn basis(&self) -> Vec<LawReference> {
        provisions(&self.0.basis)
    }
}

/// What a person may ask for.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ledger::Right")]
pub enum Right {
    /// The purpose of use is notified (利用目的の通知, APPI 32(2)).
    NoticeOfPurpose,
    /// Retained personal data is disclosed (開示, APPI 33(1)).
    Disclosure,
    /// Records of provision to third parties are disclosed (第三者提供記録の開示, APPI 33(5)).
    DisclosureOfProvisionRecords,
    /// What is wrong is corrected (訂正, APPI 34).
    Correction,
    /// What is lacking is added (追加, APPI 34).
    Addition,
    /// What is wrong is deleted (削除, APPI 34).
    Deletion,
    /// The use is suspended (利用停止, APPI 35).
    SuspensionOfUse,
    /// The data is erased (消去, APPI 35).
    Erasure,
    /// The provision to third parties is stopped (第三者提供の停止, APPI 35).
    SuspensionOfProvision,
}

/// Who asks (APPI 37(3), Order 13).
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ledger::RequesterKind")]
pub enum RequesterKind {
    /// The person itself (本人) asks.
    Principal,
    /// The legal representative of a minor or an adult ward (法定代理人) asks.
    LegalRepresentative,
    /// An agent whom the person has authorized (任意代理人) asks.
    AuthorizedAgent,
}

/// What kind of fee is asked.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ledger::FeeKind")]
pub enum FeeKind {
    /// A fixed amount is asked.
    Fixed,
    /// Nothing is asked.
    Free,
    /// The amount follows from an estimate that is given first.
    Estimated,
    /// The actual cost is asked.
    AtCost,
    /// The source says nothing of a fee.
    NotStated,
}

/// Whether an amount includes consumption tax.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ledger::Tax")]
pub enum Tax {
    /// Tax is included (税込).
    Included,
    /// Tax comes on top (税抜).
    Excluded,
    /// The source says nothing of tax.
    NotStated,
}

/// What an amount is charged for.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ledger::FeePer")]
pub enum FeePer {
    /// It is charged for each request.
    Request,
    /// It is charged for each item.
    Item,
    /// The source does not say.
    NotStated,
}

/// Grounds on which a request may be refused (APPI 16(4), 32(2), 33(2), Order 5).
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ledger::RefusalGroundKind")]
pub enum RefusalGroundKind {
    /// Life, body, property or other rights of the person or of another would be harmed.
    RightsOfPersonOrOthers,
    /// The proper conduct of the business would be seriously hindered.
    HindranceToBusiness,
    /// Another law would be breached.
    BreachOfLaw,
    /// Unlawful or unjust acts would be encouraged.
    UnlawfulActs,
    /// National security or foreign relations would be harmed.
    NationalSecurity,
    /// The prevention or investigation of crime would be hindered.
    CrimePrevention,
    /// The purpose of use is evident.
    PurposeEvident,
    /// Rights or legitimate interests of the operator would be harmed.
    RightsOfOperator,
    /// The affairs of a public body would be hindered.
    GovernmentCooperation,
    /// The requester cannot be verified.
    IdentityNotVerified,
    /// The data is not held.
    NotHeld,
    /// It is another ground, which its words tell.
    Other,
}
