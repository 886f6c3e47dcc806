//! Cells that hold one or more of a few known words.
//!
//! A cell is read part by part. A part is known as a whole, else without its bracket, else by the known words within it where that tells
//! enough (媒体, 取得元 tell kinds of things that have longer names; 請求の種類 is joined in words such as 訂正・追加又は削除). A part that is
//! not known is a doubt, with the words that are expected or, where there is one, a word it may be a slip for.

use super::blank::is_nothing;
use super::list::list;
use super::{Doubt, Reading};
use crate::finding::Code;
use crate::ledger::{
    AcquisitionSource, Capacity, ContactRole, Medium, Nature, RefusalGroundKind, RequesterKind, Right, SafetyMeasureKind, Text,
    TransferBasis, fold,
};
use crate::vocabulary::{Lexicon, Sign, Vocabulary};

/// 媒体.
#[must_use]
pub fn media(text: &str, vocabulary: &Vocabulary) -> Reading<Vec<Medium>> {
    several(text, vocabulary, &vocabulary.media, true)
}

/// 自社・受託の別.
#[must_use]
pub fn capacity(text: &str, vocabulary: &Vocabulary) -> Reading<Capacity> {
    one(text, vocabulary, &vocabulary.capacity, Capacity::NotStated)
}

/// 情報の性質.
#[must_use]
pub fn nature(text: &str, vocabulary: &Vocabulary) -> Reading<Nature> {
    one(text, vocabulary, &vocabulary.nature, Nature::NotStated)
}

/// 取得元: the kinds that its words tell without a guess. Other words are names, and no doubt.
#[must_use]
pub fn acquired_from(text: &str, vocabulary: &Vocabulary) -> Reading<Vec<AcquisitionSource>> {
    let parts = list(text, vocabulary);
    let known = parts.iter().filter_map(|part| whole(part, &vocabulary.acquired_from));
    Reading::sure(each_once(known))
}

/// 請求の種類.
#[must_use]
pub fn rights(text: &str, vocabulary: &Vocabulary) -> Reading<Vec<Right>> {
    several(text, vocabulary, &vocabulary.rights, true)
}

/// 請求できる者.
#[must_use]
pub fn requesters(text: &str, vocabulary: &Vocabulary) -> Reading<Vec<RequesterKind>> {
    several(text, vocabulary, &vocabulary.requesters, true)
}

/// 種別 of 窓口.
#[must_use]
pub fn contact_roles(text: &str, vocabulary: &Vocabulary) -> Reading<Vec<ContactRole>> {
    several(text, vocabulary, &vocabulary.contact_roles, true)
}

/// 区分 of 安全管理措置.
#[must_use]
pub fn safety_measure(text: &str, vocabulary: &Vocabulary) -> Reading<Option<SafetyMeasureKind>> {
    let known = whole(text, &vocabulary.safety_measures).or_else(|| only(&vocabulary.safety_measures.within(&fold(text))));
    match known {
        Some(kind) => Reading::sure(Some(kind)),
        None if is_nothing(text, vocabulary) => Reading::sure(None),
        None => Reading::doubtful(None, unknown(text, &vocabulary.safety_measures, vocabulary)),
    }
}

/// 越境移転の根拠.
#[must_use]
pub fn transfer(text: &str, vocabulary: &Vocabulary) -> Reading<TransferBasis> {
    one(text, vocabulary, &vocabulary.transfer, TransferBasis::NotStated)
}

/// 事由: what kind of ground the words are. Where words of several kinds stand in it, the first; where none, another ground.
#[must_use]
pub fn ground(text: &str, vocabulary: &Vocabulary) -> RefusalGroundKind {
    let folded = fold(text);
    let known = vocabulary.grounds.whole(&folded).or_else(|| vocabulary.grounds.first_within(&folded));
    known.unwrap_or(RefusalGroundKind::Other)
}

/// One value of a cell. A dash or blank is not stated, unless the column has a word for it.
fn one<T: Copy + PartialEq>(text: &str, vocabulary: &Vocabulary, lexicon: &Lexicon<T>, not_stated: T) -> Reading<T> {
    if fold(text).is_empty() {
        return Reading::sure(not_stated);
    }
    if let Some(value) = whole(text, lexicon).or_else(|| only(&lexicon.within(&fold(text)))) {
        return Reading::sure(value);
    }
    if is_nothing(text, vocabulary) {
        return Reading::sure(not_stated);
    }
    Reading::doubtful(not_stated, unknown(text, lexicon, vocabulary))
}

/// The values of a cell, in the order written.
fn several<T: Copy + PartialEq>(text: &str, vocabulary: &Vocabulary, lexicon: &Lexicon<T>, look_within: bool) -> Reading<Vec<T>> {
    if fold(text).is_empty() {
        return Reading::sure(Vec::new());
    }
    if let Some(value) = whole(text, lexicon) {
        return Reading::sure(vec![value]);
    }
    let mut values = Vec::new();
    let mut doubts = Vec::new();
    for part in list(text, vocabulary) {
        let known = whole(&part, lexicon);
        let within = || if look_within { lexicon.within(&fold(&part)) } else { Vec::new() };
        let found: Vec<T> = known.map_or_else(|| within().iter().map(|(.., value)| *value).collect(), |value| vec![value]);
        if found.is_empty() {
            doubts.push(unknown(&part, lexicon, vocabulary));
        }
        values.extend(found);
    }
    Reading { value: each_once(values), doubts }
}

/// What a part means as a whole, or without its bracket, or with 等 at its end.
fn whole<T: Copy + PartialEq>(part: &str, lexicon: &Lexicon<T>) -> Option<T> {
    let folded = fold(part);
    let outside = folded.split(['(', '[', '【']).next().unwrap_or_default();
    let bare = outside.trim_end_matches("など").trim_end_matches(['等', '他', '。']);
    [folded.as_str(), outside, bare].into_iter().find_map(|spelling| lexicon.whole(spelling))
}

/// The one meaning of the words found, if there is but one.
fn only<T: Copy + PartialEq>(found: &[(usize, usize, T)]) -> Option<T> {
    let (.., first) = found.first()?;
    found.iter().all(|(.., other)| other == first).then_some(*first)
}

fn each_once<T: PartialEq>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut once = Vec::new();
    for value in values {
        if !once.contains(&value) {
            once.push(value);
        }
    }
    once
}

/// The doubt about a part that is not known.
fn unknown<T: Copy + PartialEq>(part: &str, lexicon: &Lexicon<T>, vocabulary: &Vocabulary) -> Doubt {
    let part = part.trim();
    if vocabulary.signs.whole(&fold(part)) == Some(Sign::Unsettled) {
        return Doubt::new(Code::NotYetAscertained, &[part]);
    }
    let near = lexicon.near(&fold(part));
    match near.first() {
        Some((word, _)) => Doubt::new(Code::DidYouMean, &[part, word]),
        None => Doubt::new(Code::WordUnknown, &[part, &expected(lexicon).join("、")]),
    }
}

/// One word for each meaning, the first one in the order of their folded form that is short.
fn expected<T: Copy + PartialEq>(lexicon: &Lexicon<T>) -> Vec<String> {
    let mut chosen: Vec<(T, Text)> = Vec::new();
    for (word, meaning) in lexicon.words() {
        match chosen.iter_mut().find(|(known, _)| *known == meaning) {
            Some((_, shortest)) if is_plainer(word, shortest) => *shortest = word.clone(),
            Some(_) => {}
            None => chosen.push((meaning, word.clone())),
        }
    }
    chosen.into_iter().map(|(_, word)| word.to_string()).collect()
}

/// Whether a word is rather what a Japanese workbook would hold: not Latin, no sign, and shorter.
fn is_plainer(word: &str, than: &str) -> bool {
    let rank = |word: &str| (word.is_ascii() || !word.chars().all(char::is_alphabetic), word.chars().count());
    rank(word) < rank(than)
}
