//! Consumption tax on fees.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::value::Datetime;

#[derive(Deserialize)]
struct Data {
    rate: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    since: Datetime,
    percent: u32,
}

/// Rates by the first day of their being in force, oldest first.
static RATES: LazyLock<Vec<(NaiveDate, u32)>> = LazyLock::new(|| {
    let data: Data = toml::from_str(include_str!("tax.toml")).expect("tax.toml holds rates");
    data.rate.into_iter().map(|row| (super::provisions::day(row.since), row.percent)).collect()
});

/// An amount in yen with consumption tax, as on a day. A fraction of a yen is cut off, as receipts mostly do; the law leaves it open.
#[must_use]
pub fn with_consumption_tax(yen: u32, on: NaiveDate) -> u32 {
    let percent = RATES.iter().rev().find(|(since, _)| on >= *since).map_or(0, |(_, percent)| *percent);
    let with_tax = u64::from(yen) * u64::from(100 + percent) / 100;
    u32::try_from(with_tax).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_the_one_in_force_on_the_day() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(with_consumption_tax(1_000, day(2026, 11, 25)), 1_100);
        assert_eq!(with_consumption_tax(1_000, day(2019, 9, 30)), 1_080);
        assert_eq!(with_consumption_tax(999, day(2019, 10, 1)), 1_098, "a fraction is cut off");
    }
}
