//! Yes, no, perhaps, and who.
//!
//! A mark is read, in this order: by the ledger's legend; as a whole; without its bracket, which is then a remark; by its boxes
//! (`□有 ■無`); by the word before a space or colon; by how its sentence ends (`提供することがあります`). Several parts are read where
//! all say the same (`病歴・障害`). A blank is not stated, a dash is no.

use super::blank::is_nothing;
use super::choice::choices;
use super::list::list;
use super::literal::literals;
use super::{Doubt, Legend, Reading};
use crate::finding::Code;
use crate::ledger::{Stated, Text, fold};
use crate::vocabulary::{Remark, Sign, Vocabulary};

/// What a mark says, and what its bracket adds: `○（一部）`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mark {
    /// Yes, no, perhaps or nothing. A dash is no, a blank is nothing.
    pub stated: Stated,
    /// What the bracket, or the words after the mark, say.
    pub remark: Option<Text>,
}

/// Whether there are such parties, and their names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parties {
    /// YES where there is a name; NO for なし and a dash; `NOT_STATED` for a blank.
    pub stated: Stated,
    /// Their names.
    pub names: Vec<Text>,
}

/// What a yes-or-no cell says.
#[must_use]
pub fn mark(text: &str, vocabulary: &Vocabulary, legend: &Legend) -> Reading<Mark> {
    if let Some(mark) = by_parts(text, vocabulary, legend) {
        return Reading::sure(mark);
    }
    known_mark(text, vocabulary, legend).unwrap_or_else(|| {
        by_ending(text, vocabulary)
            .map_or_else(|| Reading::doubtful(Mark::default(), Doubt::new(Code::MarkUnknown, &[text.trim()])), Reading::sure)
    })
}

/// What a cell of 委託先, 第三者提供 or 共同利用 says: a mark, names, or a mark with names in its bracket: `有（A社、B社）`.
#[must_use]
pub fn parties(text: &str, vocabulary: &Vocabulary, legend: &Legend) -> Reading<Parties> {
    if let Some(names) = literals(text) {
        return Reading::sure(Parties { stated: Stated::Yes, names });
    }
    if let Some(name) = legend.meanings(text).iter().find(|meaning| said_by_legend(meaning, vocabulary).is_none())
        && vocabulary.marks.meaning(text).is_none()
    {
        return named(name, vocabulary);
    }
    if let Some(reading) = known_mark(text, vocabulary, legend) {
        return reading.map(|mark| {
            let reaches = matches!(mark.stated, Stated::Yes | Stated::Possible);
            let names = mark.remark.filter(|_| reaches).map(|remark| names(&remark, vocabulary)).unwrap_or_default();
            Parties { stated: mark.stated, names }
        });
    }
    let folded = fold(text);
    if vocabulary.remarks.within(&folded).iter().any(|(.., remark)| *remark == Remark::SeeElsewhere) && is_reference(&folded) {
        let elsewhere = Parties { stated: Stated::Yes, names: Vec::new() };
        return Reading::doubtful(elsewhere, Doubt::new(Code::WordUnknown, &[text.trim(), "名称・Names"]));
    }
    if let Some(mark) = by_ending(text, vocabulary) {
        return Reading::sure(Parties { stated: mark.stated, names: Vec::new() });
    }
    let is_public_body = PUBLIC_BODIES.contains(&folded.as_str());
    if !text.chars().any(char::is_alphanumeric) || folded.chars().count() == 1 && !is_public_body {
        return Reading::doubtful(Parties::default(), Doubt::new(Code::MarkUnknown, &[text.trim()]));
    }
    named(text, vocabulary)
}

/// Whether words point to another place, and are no long name that happens to hold such words.
fn is_reference(folded: &str) -> bool {
    folded.chars().count() <= 12
}

/// The parties that words name. Words that name nobody (`1.`) are no NO.
fn named(text: &str, vocabulary: &Vocabulary) -> Reading<Parties> {
    let names = list(text, vocabulary);
    if names.is_empty() {
        return Reading::doubtful(Parties::default(), Doubt::new(Code::MarkUnknown, &[text.trim()]));
    }
    Reading::sure(Parties { stated: Stated::Yes, names })
}

/// Public bodies that one letter names.
const PUBLIC_BODIES: [&str; 9] = ["国", "都", "道", "府", "県", "市", "区", "町", "村"];

/// How names of companies and other bodies end.
const BODIES: [&str; 20] = [
    "社",
    "業者",
    "先",
    "所",
    "署",
    "局",
    "機関",
    "団体",
    "組合",
    "会",
    "庁",
    "省",
    "市",
    "県",
    "校",
    "病院",
    "銀行",
    "せんた-",
    "inc",
    "ltd",
];

/// How words end that say when, and not who: `必要時`, `警察から照会があったとき`.
const CONDITIONS: [&str; 7] = ["時", "とき", "の際", "限る", "限り", "除く", "以外"];

/// The names in words beside a mark, without those that are remarks.
fn names(remark: &str, vocabulary: &Vocabulary) -> Vec<Text> {
    let is_name = |part: &Text| {
        let folded = fold(part);
        let sure = BODIES.iter().any(|end| folded.ends_with(end)) || folded.contains("会社") || folded.contains("法人");
        let no_mark = vocabulary.marks.whole(&folded).is_none() && vocabulary.signs.whole(&folded).is_none();
        let when = CONDITIONS.iter().any(|end| folded.ends_with(end));
        no_mark && (sure || !when && vocabulary.remarks.within(&folded).is_empty())
    };
    list(remark, vocabulary).into_iter().filter(is_name).collect()
}

/// What a mark that is known says; nothing where the words are no mark.
fn known_mark(text: &str, vocabulary: &Vocabulary, legend: &Legend) -> Option<Reading<Mark>> {
    let bare = text.trim();
    if let Some(stated) = by_legend(bare, vocabulary, legend) {
        return Some(Reading::sure(Mark { stated, remark: None }));
    }
    if bare.is_empty() {
        return Some(Reading::sure(Mark::default()));
    }
    if let Some(reading) = choices(bare, vocabulary) {
        return Some(reading);
    }
    let (head, remark) = split_bracket(bare);
    for (head, remark) in [Some((bare, None)), Some((head, remark)), split_word(bare)].into_iter().flatten() {
        let stated = by_legend(head, vocabulary, legend).or_else(|| by_word(head, vocabulary));
        if let Some(stated) = stated {
            return Some(Reading::sure(Mark { stated, remark: remark.map(Text::from) }));
        }
        if vocabulary.signs.whole(&fold(head)) == Some(Sign::Unsettled) {
            return Some(Reading::doubtful(Mark::default(), Doubt::new(Code::NotYetAscertained, &[bare])));
        }
    }
    None
}

/// What the ledger's legend says of a sign, where it says yes or no.
fn by_legend(sign: &str, vocabulary: &Vocabulary, legend: &Legend) -> Option<Stated> {
    legend.meanings(sign).iter().find_map(|meaning| said_by_legend(meaning, vocabulary))
}

/// What an explanation says: what its bracket decides (`該当として扱う`), else its words.
fn said_by_legend(meaning: &str, vocabulary: &Vocabulary) -> Option<Stated> {
    let (outside, bracket) = split_bracket(meaning);
    let decided = bracket.and_then(|bracket| fold(bracket).strip_suffix("として扱う").map(str::to_owned));
    let folded = fold(outside);
    let trimmed = ["を示す", "を表す", "を意味する", "とする", "もの", "場合", "こと", "です", "である", "の"]
        .iter()
        .fold(folded.as_str(), |text, end| text.strip_suffix(*end).unwrap_or(text));
    let unsettled = || (vocabulary.signs.whole(trimmed) == Some(Sign::Unsettled)).then_some(Stated::NotStated);
    decided
        .and_then(|word| vocabulary.marks.whole(&word))
        .or_else(|| by_word(trimmed, vocabulary))
        .or_else(unsettled)
        .or_else(|| vocabulary.mark_endings.ending(trimmed))
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
        by_legend(head, vocabulary, legend).or_else(|| by_word(head, vocabulary))
    });
    let first = stated.next()??;
    stated.all(|other| other == Some(first)).then(|| Mark { stated: first, remark: Some(text.trim().into()) })
}

/// What a sentence says by its end.
fn by_ending(text: &str, vocabulary: &Vocabulary) -> Option<Mark> {
    let (head, _) = split_bracket(text.trim());
    let folded = fold(head);
    let stated = vocabulary.mark_endings.ending(folded.trim_end_matches(['。', '.']))?;
    Some(Mark { stated, remark: Some(text.trim().into()) })
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
    let parts = |letter: char| letter.is_whitespace() || ":：、,，・;；→".contains(letter);
    let at = text.find(parts)?;
    let remark = text[at..].trim_start_matches(parts);
    Some((&text[..at], (!remark.is_empty()).then_some(remark)))
}

#[cfg(test)]
mod tests;
