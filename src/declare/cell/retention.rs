//! 保存期間: how long something is kept.

use super::{Doubt, Reading};
use crate::finding::Code;
use crate::ledger::{Retention, RetentionKind};
use crate::vocabulary::Vocabulary;

/// A unit of time that a heading may set for its column: 保存期間（年）.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// 年.
    Years,
    /// 月, か月.
    Months,
    /// 週間.
    Weeks,
    /// 日.
    Days,
}

/// The unit that a heading sets for bare numbers: 保存期間（年）.
#[must_use]
pub fn unit_of(heading: &str) -> Option<Unit> {
    let _ = heading;
    None
}

/// How long a cell says that something is kept. A bare number counts in the unit of the heading, if it sets one.
#[must_use]
pub fn retention(text: &str, unit: Option<Unit>, vocabulary: &Vocabulary) -> Reading<Retention> {
    let _ = (unit, vocabulary);
    let unreadable = Retention { kind: RetentionKind::Unreadable, text: Some(text.into()), ..Retention::default() };
    Reading::doubtful(unreadable, Doubt::new(Code::RetentionUnreadable, &[text]))
}
