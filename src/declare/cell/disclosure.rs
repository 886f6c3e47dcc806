//! 開示対象 and 非開示の理由.

use super::{Legend, Reading};
use crate::ledger::{Disclosure, ExclusionReason};
use crate::vocabulary::Vocabulary;

/// What a cell of 開示対象 says; a reason may stand in its bracket.
#[must_use]
pub fn disclosure(text: &str, vocabulary: &Vocabulary, legend: &Legend) -> Reading<Disclosure> {
    let _ = (vocabulary, legend);
    Reading::sure(Disclosure { text: Some(text.into()), ..Disclosure::default() })
}

/// The reasons that a cell of 非開示の理由 names.
#[must_use]
pub fn exclusion_reasons(text: &str, vocabulary: &Vocabulary) -> Vec<ExclusionReason> {
    let _ = (text, vocabulary);
    Vec::new()
}
