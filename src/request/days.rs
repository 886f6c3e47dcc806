//! On which days, as Japan counts them, a case came to where it is.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

use super::{Case, Happening};

/// How far Japan is ahead of UTC, in seconds.
const JAPAN_AHEAD: i32 = 9 * 60 * 60;

/// The day in Japan at a moment.
#[must_use]
pub fn day_in_japan(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&FixedOffset::east_opt(JAPAN_AHEAD).expect("nine hours are a valid offset")).date_naive()
}

impl Case {
    /// The day of the decision that holds; none where none does.
    #[must_use]
    pub fn decided_on(&self) -> Option<NaiveDate> {
        self.progress().decision?;
        self.last(|what| matches!(what, Happening::Decided(_)))
    }

    /// The day on which the person was told.
    #[must_use]
    pub fn replied_on(&self) -> Option<NaiveDate> {
        self.last(|what| matches!(what, Happening::Replied))
    }

    /// The day on which it was withdrawn.
    #[must_use]
    pub fn withdrawn_on(&self) -> Option<NaiveDate> {
        self.last(|what| matches!(what, Happening::Withdrawn))
    }

    fn last(&self, is: impl Fn(&Happening) -> bool) -> Option<NaiveDate> {
        self.events.iter().rev().find(|event| is(&event.what)).map(|event| day_in_japan(event.at))
    }
}
