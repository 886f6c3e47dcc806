//! Questions to a ledger, one a file. Each answer is a pure function of the ledger, the question and, where it matters, the day.
//!
//! What is wrong with a question itself (an unknown organization, a page of a million) is a [`Refusal`], said in both languages.
//! What the ledger does not say is part of the answer: NOT_STATED is never NO.

pub mod abroad;
mod entries;
mod filter;
mod flow_basis;
mod label;
mod order;
pub mod page;
mod refusal;
pub mod requester_view;
pub mod retention_due;
mod tally;
pub mod transfers;
mod words;

pub use entries::entries;
pub use filter::{EntryFilter, select};
pub use flow_basis::flow_basis;
pub use label::Label;
pub use order::{Direction, EntryOrder, EntryOrderField, compare, sort};
pub use page::{Page, Window};
pub use refusal::Refusal;
pub use tally::{TallyBy, TallyRow, tally};
pub use words::Words;

use crate::ledger::{Country, Ledger, Organization};

/// The country of a code.
///
/// # Errors
/// Where ISO 3166-1 has no such code.
pub fn country(code: &str) -> Result<Country, Refusal> {
    Country::from_code(code).ok_or_else(|| Refusal::UnknownCountry { code: code.into() })
}

/// The organization of a code.
///
/// # Errors
/// Where the ledger has none of it.
pub fn organization<'a>(ledger: &'a Ledger, code: &str) -> Result<&'a Organization, Refusal> {
    ledger.organization(code).map(AsRef::as_ref).ok_or_else(|| Refusal::UnknownOrganization { code: code.into() })
}

#[cfg(test)]
mod tests;
