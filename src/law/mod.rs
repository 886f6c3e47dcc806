//! The law as data, with its date and source: provisions and their titles, countries' names and standing, rights, identity documents,
//! standards, article numbers that have moved, and the decision table of Article 28.
//!
//! The data stands beside the code in TOML files, each row with its source.

mod countries;
pub mod documents;
mod exclusion;
mod ground_words;
pub mod joint_use;
mod naming_countries;
pub mod old_articles;
pub mod phrases;
mod provisions;
mod refusal;
mod rights;
pub mod standards;
mod tax;
pub mod transfer;
mod wording;

pub use countries::{CountryStanding, StandingSource};
pub use provisions::{cite, cited_together, law_date};
pub use tax::with_consumption_tax;
pub use wording::Wording;
