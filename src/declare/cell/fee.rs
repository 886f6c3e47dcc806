//! 手数料, 税, 単位, 発行期限.

use super::Reading;
use crate::ledger::{Fee, FeePer, Period, Tax};
use crate::sheet::table::Value;
use crate::vocabulary::Vocabulary;

/// What a cell of 手数料 says: a number of yen, 無料, 実費, 見積り; and what it says beside of tax and unit.
#[must_use]
pub fn fee(value: &Value, vocabulary: &Vocabulary) -> Reading<Fee> {
    let _ = vocabulary;
    Reading::sure(Fee { text: Some(value.text().as_ref().into()), ..Fee::default() })
}

/// Whether tax is included.
#[must_use]
pub fn tax(text: &str, vocabulary: &Vocabulary) -> Reading<Tax> {
    let _ = (text, vocabulary);
    Reading::sure(Tax::NotStated)
}

/// What a fee is charged for.
#[must_use]
pub fn fee_per(text: &str, vocabulary: &Vocabulary) -> Reading<FeePer> {
    let _ = (text, vocabulary);
    Reading::sure(FeePer::NotStated)
}

/// How old a document may be: 3か月以内.
#[must_use]
pub fn issued_within(text: &str, vocabulary: &Vocabulary) -> Reading<Option<Period>> {
    let _ = (text, vocabulary);
    Reading::sure(None)
}
