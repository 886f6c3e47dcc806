//! The law as data, with its date and source: provisions and their titles, countries' names and standing.
//!
//! The data stands beside the code in TOML files, each row with its source.

mod countries;
mod exclusion;
mod provisions;
mod refusal;
mod rights;

use chrono::NaiveDate;

pub use countries::CountryStanding;
pub use provisions::{cite, cited_together};

/// The day as of which the law is stated here: the articles are those in force on it.
#[must_use]
pub fn law_date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 9, 24).expect("a calendar date")
}
