//! Headings in two languages: 委託⏎Outsourced to, 内容／Data fields.

use super::heading::{strip_brackets, strip_marks};
use super::{Concept, Sheet, Vocabulary};
use crate::ledger::fold;

impl Vocabulary {
    /// What a heading means that is said in Japanese and in another language: what the words mean that name their matter more firmly,
    /// the Japanese ones where both do.
    pub(super) fn in_two_languages(&self, sheet: Sheet, text: &str) -> Option<Concept> {
        let of = |words: &str| self.of_one_language(sheet, words);
        // A space parts words of one language too: both sides must be known.
        let beside = || side_by_side(text).filter(|(first, second)| of(first).is_some() && of(second).is_some());
        let (japanese, other) = two_languages(text).or_else(beside)?;
        let firm = |words: &str| of(words).filter(|_| !self.is_makeshift(sheet, words));
        firm(japanese).or_else(|| firm(other)).or_else(|| of(japanese)).or_else(|| of(other))
    }

    /// Whether one of the two languages of a heading names this matter, whatever the other one names: `Categories of personal data` beside
    /// `個人データの種類`, which may also name a record. The line end between them may be lost.
    #[must_use]
    pub fn names_in_one_language(&self, sheet: Sheet, text: &str, concept: Concept) -> bool {
        two_languages(text)
            .or_else(|| after_latin(text))
            .is_some_and(|halves| [halves.0, halves.1].iter().any(|words| self.of_one_language(sheet, words) == Some(concept)))
    }

    fn of_one_language(&self, sheet: Sheet, words: &str) -> Option<Concept> {
        let folded = fold(&strip_brackets(&strip_marks(words.trim_end_matches(['?', '？']))));
        self.named(sheet, &folded).or_else(|| self.framed(sheet, &folded)).or_else(|| self.of_parts(sheet, words))
    }
}

/// The Japanese and the other words of a heading in two languages, which a line end or a slash parts; three letters (No, ID) are none.
fn two_languages(text: &str) -> Option<(&str, &str)> {
    let is_japanese = |letter: char| letter.is_alphabetic() && !letter.is_ascii() && !fold(&letter.to_string()).is_ascii();
    let is_other = |words: &str| !words.contains(is_japanese) && words.chars().filter(char::is_ascii_alphabetic).count() > 3;
    let divided = text.char_indices().filter(|(_, letter)| matches!(letter, '\n' | '/' | '／'));
    let mut halves = divided.map(|(at, letter)| (text[..at].trim(), text[at + letter.len_utf8()..].trim()));
    halves.find_map(|(first, second)| {
        if first.contains(is_japanese) && is_other(second) {
            Some((first, second))
        } else {
            (second.contains(is_japanese) && is_other(first)).then_some((second, first))
        }
    })
}

/// The Japanese and the other words of a heading in two languages that only a space parts: 研究目的 Purpose, Disposal 廃棄;
/// three letters (No, ID) are none.
fn side_by_side(text: &str) -> Option<(&str, &str)> {
    let is_latin = |words: &str| words.is_ascii() && words.chars().filter(char::is_ascii_alphabetic).count() > 3;
    let is_japanese = |words: &str| !words.is_empty() && !words.contains(|letter: char| letter.is_ascii_alphabetic());
    let mut spaces = text.char_indices().filter(|(_, letter)| matches!(letter, ' ' | '\u{3000}'));
    spaces.find_map(|(at, space)| {
        let (first, second) = (text[..at].trim(), text[at + space.len_utf8()..].trim());
        if is_japanese(first) && is_latin(second) {
            Some((first, second))
        } else {
            (is_latin(first) && is_japanese(second)).then_some((second, first))
        }
    })
}

/// The Japanese words right behind those of another language, and these.
fn after_latin(text: &str) -> Option<(&str, &str)> {
    let at = text.find(|letter: char| !letter.is_ascii()).filter(|at| *at > 3)?;
    Some((&text[at..], text[..at].trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_space_may_part_two_languages() {
        let words = Vocabulary::built_in();
        for (heading, concept) in [
            ("利用目的 Purpose", Some(Concept::Purposes)),
            ("Department 所管部署", Some(Concept::Department)),
            ("対象者 Data subjects", Some(Concept::Subjects)),
            ("備考　Remarks", Some(Concept::Notes)),
            ("Excel 保管場所", None),
            ("部署 ID", None),
        ] {
            assert_eq!(words.heading(Sheet::Ledger, heading), concept, "{heading}");
        }
    }

    #[test]
    fn one_of_two_languages_may_name_another_matter() {
        let words = Vocabulary::built_in();
        for (heading, is_items) in [
            ("Categories of personal data / 個人データの種類", true),
            ("個人情報の種類⏎Types of data", true),
            ("個人情報の種類／Name of record", false),
            ("Categories of personal data個人データの種類", true),
            ("個人データの種類", false),
            ("", false),
        ] {
            let heading = heading.replace('⏎', "\n");
            assert_eq!(words.names_in_one_language(Sheet::Ledger, &heading, Concept::Items), is_items, "{heading}");
        }
    }
}
