//! Yes, no and perhaps.
//!
//! A mark is read, in this order: by the ledger's legend; as a whole; without its bracket, which is then a remark; by its boxes
//! (`□有 ■無`); by the word before a space or colon; by how its sentence ends (`提供することがあります`). Several parts are read where
//! all say the same (`病歴・障害`). A blank is not stated, a dash is no.

use super::blank::is_nothing;
use super::choice::choices;
use super::denial::{Denial, denial, is_company, is_hedged};
use super::list::list;
use super::{Doubt, Legend, Reading};
use crate::finding::Code;
use crate::ledger::{Stated, Text, fold};
use crate::vocabulary::{Sign, Vocabulary};

/// What a mark says, and what its bracket adds: `○（一部）`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mark {
    /// Yes, no, perhaps or nothing. A dash is no, a blank is nothing.
    pub stated: Stated,
    /// What the bracket, or the words after the mark, say.
    pub remark: Option<Text>,
}

/// What a yes-or-no cell says.
#[must_use]
pub fn mark(text: &str, vocabulary: &Vocabulary, legend: &Legend) -> Reading<Mark> {
    if let Some(mark) = by_parts(text, vocabulary, legend) {
        return Reading::sure(mark);
    }
    let known = known_mark(text, vocabulary, legend).map(|reading| {
        let doubt = reading.value.is_taken_back().then(|| Doubt::new(Code::MarkContradictory, &[text.trim()]));
        Reading { doubts: reading.doubts.into_iter().chain(doubt).collect(), value: reading.value }
    });
    known.or_else(|| by_ending(text, vocabulary)).unwrap_or_else(|| {
        if denial(text, vocabulary) == Some(Denial::Sure) {
            return Reading::sure(Mark { stated: Stated::No, remark: Some(text.trim().into()) });
        }
        Reading::doubtful(Mark::default(), Doubt::new(Code::MarkUnknown, &[text.trim()]))
    })
}

impl Mark {
    /// Whether what is said beside なし takes a part of it back: なし（ただし診断書は有）. That a law may require it takes nothing back.
    pub(super) fn is_taken_back(&self) -> bool {
        let says = |words: &[&str]| self.remark.as_deref().is_some_and(|remark| words.iter().any(|word| remark.contains(word)));
        self.stated == Stated::No && says(&["ただし", "但し", "例外", "一部"]) && !says(&["法令", "対象外"])
    }
}

/// What a mark that is known says; nothing where the words are no mark.
pub(super) fn known_mark(text: &str, vocabulary: &Vocabulary, legend: &Legend) -> Option<Reading<Mark>> {
    let bare = text.trim();
    if let Some(reading) = by_legend(bare, vocabulary, legend) {
        return Some(reading);
    }
    if bare.is_empty() {
        return Some(Reading::sure(Mark::default()));
    }
    if is_changed(bare, vocabulary) {
        return Some(Reading::doubtful(Mark::default(), Doubt::new(Code::MarkContradictory, &[bare])));
    }
    if let Some(reading) = choices(bare, vocabulary) {
        return Some(reading);
    }
    let bare = without_footnote(bare);
    let (head, remark) = split_bracket(bare);
    for (head, remark) in
        [Some((bare, None)), Some((head, remark)), split_word(bare).filter(|(head, _)| !is_in_name(bare, head))].into_iter().flatten()
    {
        if let Some(reading) = by_legend(head, vocabulary, legend) {
            return Some(reading.map(|mark| Mark { remark: remark.map(Text::from), ..mark }));
        }
        if let Some(stated) = by_word(head, vocabulary) {
            return Some(Reading::sure(Mark { stated, remark: remark.map(Text::from) }));
        }
        if vocabulary.signs.whole(&fold(head)) == Some(Sign::Unsettled) {
            return Some(Reading::doubtful(Mark::default(), Doubt::new(Code::NotYetAscertained, &[bare])));
        }
    }
    None
}

/// Whether No before a blank belongs to a company's name: No. 5 Logistics Inc.
fn is_in_name(text: &str, head: &str) -> bool {
    let rest = &text[head.len()..];
    let is_name = || rest.trim_start().starts_with(char::is_alphanumeric) && is_company(&fold(rest));
    fold(head).trim_end_matches('.') == "no" && rest.starts_with(char::is_whitespace) && is_name()
}

/// A mark without the footnote mark behind it: なし※, ○*1.
fn without_footnote(text: &str) -> &str {
    let digits = |letter: char| letter.is_ascii_digit() || ('０'..='９').contains(&letter);
    let bare = text.trim_end_matches(digits).strip_suffix(['※', '*', '＊']).map_or(text, str::trim_end);
    if bare.is_empty() { text } else { bare }
}

/// Whether one mark is changed for another: `○→×`. Which holds is for a person to say.
fn is_changed(text: &str, vocabulary: &Vocabulary) -> bool {
    let Some((before, after)) = text.split_once(['→', '⇒', '➡']) else { return false };
    let stated = |words: &str| by_word(split_bracket(words).0, vocabulary);
    matches!((stated(before), stated(after)), (Some(before), Some(after)) if before != after)
}

/// What the ledger's legend says of a sign. What it explains otherwise than as yes or no is doubted, and no convention says it instead,
/// but that of a sign which can hardly mean anything else (○, ×): its explanation is one for another column.
fn by_legend(sign: &str, vocabulary: &Vocabulary, legend: &Legend) -> Option<Reading<Mark>> {
    let meanings = legend.meanings(sign);
    let [meaning, ..] = meanings else { return None };
    let explained = |meaning: &str| format!("{sign}：{meaning}");
    match meanings.iter().find_map(|meaning| Some((meaning, said_by_legend(meaning, vocabulary)?))) {
        Some((meaning, Stated::NotStated)) => {
            Some(Reading::doubtful(Mark::default(), Doubt::new(Code::NotYetAscertained, &[&explained(meaning)])))
        }
        Some((_, stated)) => Some(Reading::sure(Mark { stated, remark: None })),
        None => {
            let folded = fold(sign);
            let is_dash = folded.chars().all(|letter| letter == '-');
            let is_firm = !is_dash && by_word(sign, vocabulary).is_some() || is_words(&folded);
            (!is_firm).then(|| Reading::doubtful(Mark::default(), Doubt::new(Code::MarkUnknown, &[&explained(meaning)])))
        }
    }
}

/// Whether a folded text is words rather than a sign.
fn is_words(folded: &str) -> bool {
    folded.chars().filter(|letter| letter.is_alphanumeric()).count() > 2
}

/// What an explanation says of yes and no: what its bracket decides (`該当として扱う`) or leaves open (`未調査`), else its words.
pub(super) fn said_by_legend(meaning: &str, vocabulary: &Vocabulary) -> Option<Stated> {
    let (outside, bracket) = split_bracket(meaning);
    let bracket = bracket.map(fold);
    let decided = bracket.as_ref().and_then(|bracket| bracket.strip_suffix("として扱う"));
    let is_open = |words: &str| vocabulary.signs.whole(words) == Some(Sign::Unsettled) || words.starts_with("notyet");
    let folded = fold(outside);
    let trimmed = ["を示す", "を表す", "を意味する", "とする", "もの", "場合", "こと", "です", "である", "の"]
        .iter()
        .fold(folded.as_str(), |text, end| text.strip_suffix(*end).unwrap_or(text));
    if let Some(stated) = decided.and_then(|word| vocabulary.marks.whole(word)) {
        return Some(stated);
    }
    if is_open(trimmed) || bracket.as_deref().is_some_and(is_open) {
        return Some(Stated::NotStated);
    }
    by_word(trimmed, vocabulary)
        .or_else(|| by_first_clause(trimmed, vocabulary))
        .or_else(|| vocabulary.mark_endings.ending(trimmed))
        .or_else(|| by_first_words(outside, vocabulary))
}

/// What the first clause says, where another that stands against it follows: 該当しないが準じて管理する.
fn by_first_clause(folded: &str, vocabulary: &Vocabulary) -> Option<Stated> {
    ["が、", "が", "ものの", "けれども", "けれど"].iter().find_map(|but| vocabulary.marks.whole(folded.split_once(but)?.0))
}

/// What the first words of an English explanation say: `Applies to some of them`, `Does not apply here`.
fn by_first_words(text: &str, vocabulary: &Vocabulary) -> Option<Stated> {
    const MOST_WORDS: usize = 3;
    let words: Vec<&str> = text.split_whitespace().collect();
    let most = if text.is_ascii() { MOST_WORDS.min(words.len()) } else { 0 };
    (1..=most).rev().find_map(|count| vocabulary.marks.whole(&fold(&words[..count].concat())))
}

pub(super) fn by_word(word: &str, vocabulary: &Vocabulary) -> Option<Stated> {
    let folded = fold(word);
    let folded = folded.trim_end_matches(['。', '.', '、', ',']);
    if folded.is_empty() {
        return None;
    }
    let nothing = || is_nothing(folded, vocabulary).then_some(Stated::No);
    vocabulary.marks.whole(folded).or_else(nothing)
}

/// What all parts of a cell say, where they say the same.
fn by_parts(text: &str, vocabulary: &Vocabulary, legend: &Legend) -> Option<Mark> {
    let parts = list(text, vocabulary);
    if parts.len() < 2 {
        return None;
    }
    let mut stated = parts.iter().map(|part| {
        let (head, _) = split_bracket(part);
        let head = head.trim_end_matches(['等', '他']).trim_end_matches("など");
        let explained = by_legend(head, vocabulary, legend).map(|reading| reading.value.stated);
        explained.or_else(|| by_word(head, vocabulary)).filter(|stated| *stated != Stated::NotStated)
    });
    let first = stated.next()??;
    stated.all(|other| other == Some(first)).then(|| Mark { stated: first, remark: Some(text.trim().into()) })
}

/// What a sentence says by its end: nothing where it leaves room for exceptions (原則として…しない).
pub(super) fn by_ending(text: &str, vocabulary: &Vocabulary) -> Option<Reading<Mark>> {
    let (head, _) = split_bracket(text.trim());
    let folded = fold(head);
    let folded = folded.trim_end_matches(['。', '.']);
    let stated = vocabulary.mark_endings.ending(folded)?;
    if stated == Stated::NotStated {
        return Some(Reading::doubtful(Mark::default(), Doubt::new(Code::NotYetAscertained, &[text.trim()])));
    }
    if stated == Stated::No && is_hedged(head, vocabulary) || by_first_clause(folded, vocabulary).is_some_and(|first| first != stated) {
        return None;
    }
    Some(Reading::sure(Mark { stated, remark: Some(text.trim().into()) }))
}

/// A text before its last bracket, and what stands in the bracket; the whole where it has none at its end.
pub(super) fn split_bracket(text: &str) -> (&str, Option<&str>) {
    let text = text.trim();
    let Some(inner) = text.strip_suffix([')', '）', '］', ']', '】']) else { return (text, None) };
    let mut depth = 1_usize;
    for (at, letter) in inner.char_indices().rev() {
        match letter {
            ')' | '）' | '］' | ']' | '】' => depth += 1,
            '(' | '（' | '［' | '[' | '【' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let remark = inner[at + letter.len_utf8()..].trim();
            return (text[..at].trim_end(), (!remark.is_empty()).then_some(remark));
        }
    }
    (text, None)
}

/// A text before its first space, colon or line end, and what follows.
pub(super) fn split_word(text: &str) -> Option<(&str, Option<&str>)> {
    let parts = |letter: char| letter.is_whitespace() || ":：、,，・;；→。".contains(letter);
    let at = text.find(parts)?;
    let remark = text[at..].trim_start_matches(parts);
    Some((&text[..at], (!remark.is_empty()).then_some(remark)))
}

#[cfg(test)]
mod tests;
