//! Countries, and what is said of them without naming one.

use super::{Doubt, Reading};
use crate::finding::Code;
use crate::ledger::{Country, Whereabouts};
use crate::vocabulary::Vocabulary;

/// Where a cell of a country column says that something is, for an organization of this home.
#[must_use]
pub fn whereabouts(text: &str, home: Country, vocabulary: &Vocabulary) -> Reading<Whereabouts> {
    let _ = (home, vocabulary);
    let unknown = Whereabouts { text: Some(text.into()), ..Whereabouts::default() };
    Reading::doubtful(unknown, Doubt::new(Code::CountryUnknown, &[text]))
}

/// The same, said for a whole company on the sheet 事業者: several countries are candidates for each entry.
#[must_use]
pub fn whereabouts_of_company(text: &str, home: Country, vocabulary: &Vocabulary) -> Reading<Whereabouts> {
    whereabouts(text, home, vocabulary).map(|whereabouts| whereabouts.as_candidates(home))
}
