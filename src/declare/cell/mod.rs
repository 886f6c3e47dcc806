//! What one cell means: pure functions from what stands in a cell to a typed reading, and what is doubtful about it.
//!
//! Nothing here guesses: a word that is like a known one is offered in a doubt, never taken. A blank or a dash is said by the function
//! to be nothing; that a blank mark is `NOT_STATED` and a dash is NO stands with [`mark`].

mod blank;
mod capacity;
mod choice;
mod citation;
mod code;
mod count;
mod date;
mod day;
mod denial;
mod disclosure;
mod dividing;
mod fee;
mod kinds;
mod legend;
mod list;
mod literal;
mod mark;
mod media;
mod name;
mod number;
mod numbering;
mod often;
mod party;
mod retention;
mod whereabouts;

use std::borrow::Cow;

pub use blank::{is_bare_mark, is_ditto, is_ditto_left, is_none, is_nothing, note};
pub use capacity::{Asked, asked, capacity, says_capacity};
pub use choice::{chosen, is_unticked};
pub use citation::citations;
pub use code::organization_code;
pub use count::{count, scale_of};
pub use date::date;
pub use disclosure::{disclosure, exclusion_reasons};
pub use fee::{fee, fee_per, issued_within, tax};
pub use kinds::{acquired_from, contact_roles, ground, nature, requesters, rights, safety_measure, transfer};
pub use legend::Legend;
pub use list::{list, sentences};
pub use literal::{Aside, in_marks, literal, literals};
pub use mark::{Mark, mark};
pub use media::{is_nothing_but_media, is_plain_medium, media, media_and_places, places_of_media};
pub use name::{name, whole};
pub use party::{Parties, is_body, parties};
pub use retention::{Unit, disposes, retention, starting_event, unit_of};
pub use whereabouts::whereabouts;

use crate::finding::Code;
use crate::ledger::Text;
use crate::sheet::table::Value;

/// What a cell was read as, and what is doubtful about it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading<T> {
    /// What it was read as.
    pub value: T,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
}

/// Something doubtful about one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// What kind of finding it becomes.
    pub code: Code,
    /// What fills the finding's message: the cell as written first.
    pub words: Vec<Text>,
}

impl Doubt {
    /// A doubt about a cell of these words.
    #[must_use]
    pub fn new(code: Code, words: &[&str]) -> Self {
        Self { code, words: words.iter().map(|word| Text::from(*word)).collect() }
    }
}

impl<T> Reading<T> {
    /// A reading without doubt.
    #[must_use]
    pub fn sure(value: T) -> Self {
        Self { value, doubts: Vec::new() }
    }

    /// A reading with one doubt.
    #[must_use]
    pub fn doubtful(value: T, doubt: Doubt) -> Self {
        Self { value, doubts: vec![doubt] }
    }

    /// The same doubts about something made of the value.
    #[must_use]
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Reading<U> {
        Reading { value: make(self.value), doubts: self.doubts }
    }
}

/// The words of a cell, as a person reads them. An error and a formula without a stored value are no words.
#[must_use]
pub fn written(value: &Value) -> Reading<Option<Cow<'_, Text>>> {
    match value {
        Value::Error(error) => Reading::doubtful(None, Doubt::new(Code::ErrorInCell, &[error])),
        Value::Formula(formula) => Reading::doubtful(None, Doubt::new(Code::FormulaWithoutValue, &[&format!("={formula}")])),
        Value::Text(text) => Reading::sure(Some(Cow::Borrowed(text))),
        other => Reading::sure(Some(Cow::Owned(other.text().as_ref().into()))),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::vocabulary::{Sheet, Vocabulary};

    proptest! {
        #[test]
        fn no_cell_brings_the_reader_down(text in any_cell()) {
            let words = Vocabulary::built_in();
            let mut legend = Legend::default();
            legend.explain_line(&text);
            let value = Value::Text(text.as_str().into());
            let _ = (mark(&text, words, &legend), parties(&text, words, &legend), list(&text, words), sentences(&text, words));
            let _ = (chosen(&text), media_and_places(&text, true, words), places_of_media(&text, words));
            let _ = (count(&value, scale_of(&text), words), date(&value, words), media(&text, words));
            let _ = capacity(&text, asked(&[&text], words), words);
            let _ = (nature(&text, words), acquired_from(&text, words), rights(&text, words), requesters(&text, words), note(&text));
            let _ = (contact_roles(&text, words), safety_measure(&text, words), transfer(&text, words), ground(&text, words));
            let _ = (words.heading(Sheet::Ledger, &text), words.heading_under(Sheet::Ledger, &[&text, &text]), words.sheet(&text));
            let _ = (organization_code(&text), is_nothing(&text, words), words.headings_near(Sheet::Ledger, &text));
        }

        #[test]
        fn no_number_brings_the_reader_down(number in any::<f64>()) {
            let words = Vocabulary::built_in();
            let _ = (count(&Value::Number(number), 1_000_000, words), date(&Value::Number(number), words));
        }
    }

    /// Letters that ledgers are made of, in any order, and any letters at all.
    fn any_cell() -> impl Strategy<Value = String> {
        let usual = "[①②1２3一二十百万年月日/／.．・、,，（()）「」■□☑○×△－ー=＝：令和R平成有無同上なし約件A株式会社テスト は\n]{0,24}";
        prop_oneof![usual, ".{0,24}"]
    }
}
