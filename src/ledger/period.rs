//! Spans of calendar time, as retention and documents have them.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// A span of calendar time, written as an ISO 8601 duration without hours: `P5Y`, `P1Y6M`, `P2W`, `P90D`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// Years.
    pub years: u32,
    /// Months.
    pub months: u32,
    /// Weeks.
    pub weeks: u32,
    /// Days.
    pub days: u32,
}

impl Period {
    /// As a Japanese ledger writes it: `5年`, `1年6か月`, `90日`.
    #[must_use]
    pub fn in_japanese(&self) -> String {
        let parts = [(self.years, "年"), (self.months, "か月"), (self.weeks, "週間"), (self.days, "日")];
        let words: String = parts.iter().filter(|(count, _)| *count > 0).map(|(count, unit)| format!("{count}{unit}")).collect();
        if words.is_empty() { "0日".to_owned() } else { words }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        for (count, unit) in [(self.years, 'Y'), (self.months, 'M'), (self.weeks, 'W'), (self.days, 'D')] {
            if count > 0 {
                write!(f, "{count}{unit}")?;
            }
        }
        if *self == Self::default() { f.write_str("0D") } else { Ok(()) }
    }
}

/// The text is no ISO 8601 duration of years, months, weeks and days.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an ISO 8601 duration of years, months, weeks and days")]
pub struct NotAPeriod;

impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        let mut rest = text.strip_prefix('P').filter(|rest| !rest.is_empty()).ok_or(NotAPeriod)?;
        let mut period = Self::default();
        let slots = [('Y', &mut period.years), ('M', &mut period.months), ('W', &mut period.weeks), ('D', &mut period.days)];
        for (unit, slot) in slots {
            if let Some((count, after)) = rest.split_once(unit) {
                *slot = count.parse().map_err(|_| NotAPeriod)?;
                rest = after;
            }
        }
        if rest.is_empty() { Ok(period) } else { Err(NotAPeriod) }
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
