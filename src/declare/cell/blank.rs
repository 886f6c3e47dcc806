//! Cells that say nothing, and cells that say what another cell says.

use super::literal::literal;
use crate::ledger::{Text, fold};
use crate::vocabulary::{Sign, Vocabulary};

/// Whether a cell says nothing: blank, a dash, なし, N/A.
#[must_use]
pub fn is_nothing(text: &str, vocabulary: &Vocabulary) -> bool {
    text.chars().all(char::is_whitespace) || vocabulary.signs.meaning(text) == Some(Sign::Nothing)
}

/// Whether a cell says in Latin letters or signs that there is nothing to say, as a dash does: N/A, None. 特になし is what somebody says.
#[must_use]
pub fn is_none(text: &str, vocabulary: &Vocabulary) -> bool {
    text.is_ascii() && is_nothing(text, vocabulary)
}

/// Whether a cell holds nothing but a mark: ○ where words are due, as under 廃棄, says that something is done, and not what.
#[must_use]
pub fn is_bare_mark(text: &str, vocabulary: &Vocabulary) -> bool {
    let mark = text.trim();
    mark.chars().nth(1).is_none() && vocabulary.marks.meaning(mark).is_some() && !is_nothing(mark, vocabulary)
}

/// Whether a cell says the same as the one above: 同上, 〃.
#[must_use]
pub fn is_ditto(text: &str, vocabulary: &Vocabulary) -> bool {
    says(text, Sign::Ditto, vocabulary)
}

/// Whether a cell says the same as the one to its left: 同左.
#[must_use]
pub fn is_ditto_left(text: &str, vocabulary: &Vocabulary) -> bool {
    says(text, Sign::DittoLeft, vocabulary)
}

/// Whether a cell has a meaning, with or without a full stop: 同上。
fn says(text: &str, sign: Sign, vocabulary: &Vocabulary) -> bool {
    let bare = text.trim_end().trim_end_matches(['。', '.']);
    vocabulary.signs.meaning(text) == Some(sign) || bare.len() < text.len() && vocabulary.signs.meaning(bare) == Some(sign)
}

/// The words of a cell as written, whole, or as they stand in quotation marks; none where it is blank or a dash.
#[must_use]
pub fn note(text: &str) -> Option<Text> {
    literal(text).or_else(|| {
        // Most have a letter that no folding makes a dash.
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, 'ぁ'..='ゖ' | '一'..='\u{9fff}');
        let dashes = !text.contains(is_plain) && fold(text).chars().all(|letter| letter == '-');
        (!dashes).then(|| text.trim().into())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_and_ditto_are_told_from_words() {
        let words = Vocabulary::built_in();
        for (text, nothing, ditto) in [
            ("", true, false),
            ("　", true, false),
            ("－", true, false),
            ("―", true, false),
            ("なし", true, false),
            ("N/A", true, false),
            ("同上", false, true),
            ("〃", false, true),
            ("同　上", false, true),
            ("なしの木", false, false),
            ("○", false, false),
        ] {
            assert_eq!((is_nothing(text, words), is_ditto(text, words)), (nothing, ditto), "{text}");
        }
        for text in ["Same as above", "same as previous row", "Do.", "-do-", "ノノ", "”", "同様", "上段に同じ", "同上。", "Same as above."]
        {
            assert!(is_ditto(text, words), "{text}");
        }
        assert!(is_ditto_left("同左", words) && is_ditto_left("same as left", words));
        assert!(is_none("N/A", words) && is_none("Not applicable", words) && !is_none("特になし", words) && !is_none("Shred", words));
        assert_eq!(note(" 電子請求 ").as_deref(), Some("電子請求"));
        assert_eq!((note("－"), note("")), (None, None));
    }
}
