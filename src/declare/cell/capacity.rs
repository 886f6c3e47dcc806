//! Whether records are a company's own or entrusted to it by another.
//!
//! Words say it by themselves. A mark says it only below a heading that asks for one of the two: ○ below 受託 is entrusted, below
//! 自社データ own, and below 自社・受託の別 a doubt. A dash answers such a heading too, as it does any question of yes or no; below one
//! that asks which of the two it is, a dash states nothing.

use super::kinds::one;
use super::{Legend, Reading, mark};
use crate::ledger::{Capacity, Stated, fold};
use crate::vocabulary::Vocabulary;

/// What the heading of a column asks of whose data it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// Which of the two: 自社・受託の別, 立場.
    Which,
    /// Whether it is entrusted: 受託, 預かり情報の有無.
    Entrusted,
    /// Whether it is the company's own: 自社データ.
    Own,
}

/// What a path of headings asks, the innermost first.
#[must_use]
pub fn asked(path: &[&str], vocabulary: &Vocabulary) -> Asked {
    let asks = |start: usize| one_of_both(&path[start..].concat(), vocabulary);
    (0..path.len()).rev().find_map(asks).unwrap_or(Asked::Which)
}

/// What a heading asks, where it has a word of one of the two, or of both.
fn one_of_both(heading: &str, vocabulary: &Vocabulary) -> Option<Asked> {
    const ENTRUSTED: [&str; 11] =
        ["受託", "受任", "預", "寄託", "委託を受け", "委託された", "委託データ", "処理者", "entrusted", "client", "processor"];
    const OTHER: [&str; 11] = ["自社", "自己", "自所", "自院", "当社", "弊社", "固有", "委託者", "管理者", "own", "controller"];
    let folded = fold(heading);
    let has = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    let is_own = || vocabulary.capacity.whole(&folded) == Some(Capacity::Own);
    match (has(&ENTRUSTED), has(&OTHER)) {
        (true, true) => Some(Asked::Which),
        (true, false) => Some(Asked::Entrusted),
        (false, true) if is_own() => Some(Asked::Own),
        (false, _) => None,
    }
}

/// 自社・受託の別.
#[must_use]
pub fn capacity(text: &str, asked: Asked, vocabulary: &Vocabulary) -> Reading<Capacity> {
    let words = one(text, vocabulary, &vocabulary.capacity, Capacity::NotStated);
    if words.value != Capacity::NotStated || asked == Asked::Which {
        return words;
    }
    let mark = mark(text, vocabulary, &Legend::default());
    match (mark.value.stated, asked) {
        _ if !mark.doubts.is_empty() => words,
        (Stated::Yes, Asked::Entrusted) | (Stated::No, Asked::Own) => Reading::sure(Capacity::EntrustedToUs),
        (Stated::No, Asked::Entrusted) | (Stated::Yes, Asked::Own) => Reading::sure(Capacity::Own),
        _ => words,
    }
}

/// Whether a word by itself says whose data it is: 自社, 荷主預り. One letter is too little.
#[must_use]
pub fn says_capacity(word: &str, vocabulary: &Vocabulary) -> bool {
    const ENTRUSTED: [&str; 8] = ["受託", "受託分", "預り", "預り分", "預かり", "預かり分", "預託", "寄託"];
    let word = word.trim();
    let is_entrusted = || ENTRUSTED.iter().any(|end| word.ends_with(end));
    word.chars().count() > 1 && (vocabulary.capacity.whole(&fold(word)).is_some() || is_entrusted())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_whose_data_it_is_below_any_heading() {
        let words = Vocabulary::built_in();
        for asked in [Asked::Which, Asked::Entrusted, Asked::Own] {
            for (text, read) in [
                ("自社", Capacity::Own),
                ("受託", Capacity::EntrustedToUs),
                ("委託データ", Capacity::EntrustedToUs),
                ("☐自社　☑受託", Capacity::EntrustedToUs),
                ("", Capacity::NotStated),
            ] {
                assert_eq!(capacity(text, asked, words), Reading::sure(read), "{text}");
            }
            assert!(!capacity("自社・受託", asked, words).doubts.is_empty());
        }
    }

    #[test]
    fn a_mark_says_it_only_below_a_heading_that_asks_for_one_of_both() {
        let words = Vocabulary::built_in();
        let [which, entrusted, own] =
            [["自社・受託の別"], ["受託の有無"], ["自社データ"]].map(|path| move |text| capacity(text, asked(&path, words), words));
        for text in ["○", "有", "あり（A社より）", "該当"] {
            assert_eq!(entrusted(text), Reading::sure(Capacity::EntrustedToUs), "{text}");
            assert_eq!(own(text), Reading::sure(Capacity::Own), "{text}");
            assert_eq!(which(text).value, Capacity::NotStated, "{text}");
            assert!(!which(text).doubts.is_empty(), "{text}");
        }
        for text in ["－", "×", "無", "なし", "該当なし", "□有　■無"] {
            assert_eq!(entrusted(text), Reading::sure(Capacity::Own), "{text}");
            assert_eq!(own(text), Reading::sure(Capacity::EntrustedToUs), "{text}");
            assert_eq!(which(text).value, Capacity::NotStated, "{text}");
        }
        assert_eq!(which("－"), Reading::sure(Capacity::NotStated));
        assert!(!which("×").doubts.is_empty());
        assert!(!entrusted("△").doubts.is_empty());
        assert_eq!(entrusted("受託していない"), Reading::sure(Capacity::Own));
    }

    #[test]
    fn the_innermost_heading_with_a_word_of_either_tells_what_is_asked() {
        let words = Vocabulary::built_in();
        for (path, told) in [
            (vec!["自社・受託の別"], Asked::Which),
            (vec!["当社の立場"], Asked::Which),
            (vec!["委託者・受託者の別"], Asked::Which),
            (vec!["保有形態"], Asked::Which),
            (vec!["Controller or processor?"], Asked::Which),
            (vec!["受託"], Asked::Entrusted),
            (vec!["預かり情報"], Asked::Entrusted),
            (vec!["Entrusted to us?"], Asked::Entrusted),
            (vec!["Processor?"], Asked::Entrusted),
            (vec!["受託", "有無"], Asked::Entrusted),
            (vec!["自社・受託", "受託"], Asked::Entrusted),
            (vec!["自社データ"], Asked::Own),
        ] {
            assert_eq!(asked(&path, words), told, "{path:?}");
        }
    }
}
