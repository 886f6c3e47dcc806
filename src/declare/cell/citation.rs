//! Provisions of law as cited.

use super::list::sentences;
use crate::ledger::{Law, LawReference};
use crate::vocabulary::Vocabulary;

/// The provisions that a cell cites, one a line. One that cannot be read is kept as written, under [`Law::Other`].
#[must_use]
pub fn citations(text: &str, vocabulary: &Vocabulary) -> Vec<LawReference> {
    sentences(text, vocabulary).into_iter().map(|article| LawReference { law: Law::Other, article }).collect()
}
