//! Several values in one cell.

use super::blank::is_nothing;
use crate::ledger::Text;
use crate::vocabulary::Vocabulary;

/// The elements of a list: divided at 、，／・, line ends and numbers, the marks dropped; never within a bracket or a proper name.
#[must_use]
pub fn list(text: &str, vocabulary: &Vocabulary) -> Vec<Text> {
    if is_nothing(text, vocabulary) {
        return Vec::new();
    }
    text.split(['、', '，', ',', '／', '/', '\n']).map(str::trim).filter(|part| !part.is_empty()).map(Text::from).collect()
}

/// The sentences of a cell: divided at line ends and numbers only.
#[must_use]
pub fn sentences(text: &str, vocabulary: &Vocabulary) -> Vec<Text> {
    if is_nothing(text, vocabulary) {
        return Vec::new();
    }
    text.lines().map(str::trim).filter(|part| !part.is_empty()).map(Text::from).collect()
}
