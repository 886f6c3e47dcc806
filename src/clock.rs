//! The only reader of the clock.

use chrono::{DateTime, FixedOffset, NaiveDate, SubsecRound, Utc};

/// Seconds by which Japan is ahead of UTC; it has no summer time.
const JAPAN_AHEAD: i32 = 9 * 60 * 60;

/// This moment, to the second.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the one reader of the clock")]
pub fn now() -> DateTime<Utc> {
    Utc::now().trunc_subsecs(0)
}

/// Today in Japan: the day that a Japanese office's calendar shows.
///
/// # Panics
/// Never: nine hours are a valid offset.
#[must_use]
pub fn today() -> NaiveDate {
    now().with_timezone(&FixedOffset::east_opt(JAPAN_AHEAD).expect("nine hours are a valid offset")).date_naive()
}
