//! How an entry is handled: kinds of information, media, retention, disclosure.

use async_graphql::{Enum, Object};

use super::scalars::Day;
use super::stated::Stated;
use crate::ledger::{self, Text};

/// In what capacity data is held.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ledger::Capacity")]
pub enum Capacity {
    /// It is held in the organization's own right.
    Own,
    /// It is held as an entrustee (受託).
    EntrustedToUs,
    /// The ledger says nothing.
    NotStated,
}

/// What kind of information it is in law.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ledger::Nature")]
pub enum Nature {
    /// It is personal information (個人情報, APPI 2(1)).
    PersonalInformation,
    /// It is personally referable information such as cookies (個人関連情報, APPI 2(7)).
    PersonallyReferable,
    /// It is pseudonymized information (仮名加工情報, APPI 2(5)).
    Pseudonymized,
    /// It is anonymized information (匿名加工情報, APPI 2(6)).
    Anonymized,
    /// The ledger says nothing.
    NotStated,
}

/// From whom data is acquired.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ledger::AcquisitionSource")]
pub enum AcquisitionSource {
    /// The person itself gives it.
    Principal,
    /// Those who entrust it give it.
    Entrustor,
    /// Another third party gives it.
    ThirdParty,
    /// A public office gives it.
    PublicOffice,
    /// It is published.
    Published,
    /// A credit bureau gives it.
    CreditBureau,
    /// It is recorded by machine, as logs and cookies are.
    Automatic,
    /// Another source gives it.
    Other,
}

/// On what data is kept.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ledger::Medium")]
pub enum Medium {
    /// It is kept on paper.
    Paper,
    /// It is kept electronically.
    Electronic,
    /// It is kept on another medium, such as film.
    Other,
}

/// A column of a row that no field takes.
pub struct OtherColumn(pub ledger::OtherColumn);

/// A column of a row that no field takes, kept with its heading.
#[Object]
impl OtherColumn {
    /// The heading as written.
    async fn heading(&self) -> &str {
        &self.0.heading
    }

    /// The cell as written.
    async fn text(&self) -> &str {
        &self.0.text
    }
}

/// How long an entry is kept.
pub struct Retention(pub ledger::Retention);

/// How long an entry is kept (保存期間, APPI 22).
#[Object]
impl Retention {
    /// What kind of end the ledger sets.
    async fn kind(&self) -> RetentionKind {
        self.0.kind.into()
    }

    /// The period as an ISO 8601 duration, such as "P5Y" or "P90D".
    async fn period(&self) -> Option<String> {
        self.0.period.map(|period| period.to_string())
    }

    /// The event that starts the period or ends the keeping, such as 退職.
    async fn after(&self) -> Option<&str> {
        self.0.after.as_deref()
    }

    /// The day on which it falls due, where the ledger gives enough to tell.
    async fn due_on(&self) -> Option<Day> {
        self.0.due_on.map(Day)
    }

    /// When it may be kept longer, as worded.
    async fn exceptions(&self) -> &[Text] {
        &self.0.exceptions
    }

    /// The cell as written.
    async fn text(&self) -> Option<&str> {
        self.0.text.as_deref()
    }
}

/// What kind of end the ledger sets to keeping an entry.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ledger::RetentionKind")]
pub enum RetentionKind {
    /// It is kept for a period, such as 5年.
    Period,
    /// It is kept for a period after an event, such as 退職後5年.
    AfterEvent,
    /// It is kept until an event or a day, such as 採用決定まで.
    UntilEvent,
    /// It is kept as long as a law requires.
    Statutory,
    /// It is kept for ever (永年).
    Permanent,
    /// It is kept as long as the purpose needs it.
    WhileNeeded,
    /// The ledger says nothing.
    NotStated,
    /// The ledger says something that could not be understood.
    Unreadable,
}

/// Whether a person may see what an entry holds about it.
pub struct Disclosure(pub ledger::Disclosure);

/// Whether a person may see what an entry holds about it (開示対象), as the ledger says.
#[Object]
impl Disclosure {
    /// Whether the ledger says that it is disclosed on request.
    async fn eligible(&self) -> Stated {
        self.0.eligible.into()
    }

    /// Why it is not disclosed, in the order written.
    async fn reasons(&self) -> Vec<ExclusionReason> {
        self.0.reasons.iter().copied().map(Into::into).collect()
    }

    /// The cell as written.
    async fn text(&self) -> Option<&str> {
        self.0.text.as_deref()
    }
}

/// Why an entry is not disclosed (APPI 16(4), 41(9), Order 5).
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ledger::ExclusionReason")]
pub enum ExclusionReason {
    /// It is held only as an entrustee, without authority over it.
    EntrustedToUs,
    /// Its existence becoming known would endanger life, body or property.
    LifeBodyProperty,
    /// Its existence becoming known would encourage unlawful or unjust acts.
    UnlawfulActs,
    /// Its existence becoming known would harm national security or foreign relations.
    NationalSecurity,
    /// Its existence becoming known would hinder the prevention or investigation of crime.
    CrimePrevention,
    /// It is pseudonymized information.
    Pseudonymized,
    /// It is not personal data, for instance because it is not arranged to be searched.
    NotPersonalData,
    /// The ledger gives no reason.
    NoReasonGiven,
}
