//! Rows that show how a ledger is filled in, and are no records: 記入例, ※例, EX.

use crate::ledger::fold;
use crate::sheet::table::{Row, Value};
use crate::vocabulary::{Concept, NotEntry, Vocabulary};

use super::grid::words;
use super::header::Header;
use super::line::beginning;

/// Whether a folded text begins with a word that says that it is an example, with or without a mark before it: 例1, ※例, （記入例）顧客名簿.
pub(super) fn is_example(folded: &str, vocabulary: &Vocabulary) -> bool {
    let within = folded.trim_start_matches(['※', '*', '(', '[', '<', '【', '〔']);
    [folded, within].iter().any(|text| beginning(text, &vocabulary.not_entries) == Some(NotEntry::Example))
}

/// Whether a row says of itself that it is an example: by its name, at its beginning or in a bracket at its end, or by its notes alone.
pub(super) fn says_example(row: &Row, header: &Header, vocabulary: &Vocabulary) -> bool {
    let of = |concept: Concept| header.column(concept).and_then(|column| row.value(column.index)).and_then(words);
    let in_bracket = |text: &str| {
        let rest = text.trim_end().strip_suffix(['）', ')', '】', ']']);
        let within = rest.and_then(|rest| rest.rsplit_once(['（', '(', '【', '['])).map(|(_, within)| within);
        within.is_some_and(|within| whole(within, vocabulary))
    };
    let by_name = of(Concept::Name).is_some_and(|text| is_example(&fold(text), vocabulary) || in_bracket(text));
    // サンプル among the notes may be said of what is kept.
    by_name || of(Concept::Notes).is_some_and(|text| text.contains('例') && whole(text, vocabulary))
}

/// Whether a text says that something is an example, and nothing else.
fn whole(text: &str, vocabulary: &Vocabulary) -> bool {
    let bare = text.trim_matches(|letter: char| !letter.is_alphanumeric());
    vocabulary.not_entries.meaning(bare) == Some(NotEntry::Example)
}

/// Whether the number of a row is the word for an example alone: EX, and not EX-01.
pub(super) fn is_short_for_example(value: &Value) -> bool {
    words(value).filter(|text| text.chars().count() <= 4).is_some_and(|text| ["ex", "(ex)", "ex."].contains(&fold(text).as_str()))
}
