//! How long an entry is kept.

use chrono::NaiveDate;
use serde::Serialize;
use strum::{AsRefStr, EnumString, VariantArray};

use super::{Period, Text};

/// What kind of end the ledger sets.
#[derive(Default, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum RetentionKind {
    /// A period, e.g. 5年.
    Period,
    /// A period after an event, e.g. 退職後5年.
    AfterEvent,
    /// Until an event or a day, e.g. 採用決定まで.
    UntilEvent,
    /// As long as a law requires, e.g. 法定保存期間.
    Statutory,
    /// For ever, e.g. 永年.
    Permanent,
    /// As long as the purpose needs it.
    WhileNeeded,
    /// The ledger says nothing.
    #[default]
    NotStated,
    /// The ledger says something that the reader does not understand.
    Unreadable,
}

/// 保存期間: how long an entry is kept (APPI 22).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Retention {
    /// What kind of end it has.
    pub kind: RetentionKind,
    /// How long.
    pub period: Option<Period>,
    /// The event that starts the period or ends the keeping, e.g. 退職.
    pub after: Option<Text>,
    /// The day it falls due, where the ledger gives enough to tell.
    pub due_on: Option<NaiveDate>,
    /// When it may be kept longer, as worded.
    pub exceptions: Vec<Text>,
    /// The cell as written.
    pub text: Option<Text>,
}
