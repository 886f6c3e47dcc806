//! 件数: of how many persons.

use super::{Doubt, Reading};
use crate::finding::Code;
use crate::sheet::table::Value;
use crate::vocabulary::Vocabulary;

/// How many a heading counts in: 1000 for 件数（千件）, 1 where it does not say.
#[must_use]
pub fn scale_of(heading: &str) -> u32 {
    let _ = heading;
    1
}

/// How many, where the cell says so.
#[must_use]
pub fn count(value: &Value, scale: u32, vocabulary: &Vocabulary) -> Reading<Option<u32>> {
    let _ = (scale, vocabulary);
    Reading::doubtful(None, Doubt::new(Code::CountUnreadable, &[&value.text()]))
}
