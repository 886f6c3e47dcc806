//! Days, as spreadsheets and people write them.

use chrono::NaiveDate;

use super::{Doubt, Reading};
use crate::finding::Code;
use crate::sheet::table::Value;
use crate::vocabulary::Vocabulary;

/// The day that a cell of a date column says.
#[must_use]
pub fn date(value: &Value, vocabulary: &Vocabulary) -> Reading<Option<NaiveDate>> {
    let _ = vocabulary;
    Reading::doubtful(None, Doubt::new(Code::DateUnreadable, &[&value.text()]))
}
