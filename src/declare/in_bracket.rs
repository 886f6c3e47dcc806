//! What the bracket of a heading, or its parts, say of a word that may serve for several matters.

use crate::ledger::fold;
use crate::vocabulary::{Concept, Sheet, Vocabulary};

use super::cell::says_capacity;
use super::column::{bare, bracket};

/// What the bracket of a heading that may serve for several matters is firmly about.
pub(super) fn said_in_bracket(text: &str, sheet: Sheet, vocabulary: &Vocabulary) -> Option<Concept> {
    let bare = bare(text);
    let (before, within) = bracket(&bare);
    let is_loose = vocabulary.is_makeshift(sheet, text) && vocabulary.is_makeshift(sheet, before);
    let within = Some(within).filter(|within| is_loose && !within.is_empty() && !vocabulary.is_makeshift(sheet, within));
    within.and_then(|within| vocabulary.heading(sheet, within)).filter(|concept| *concept != Concept::Unrelated)
}

/// Whether a heading that asks for a kind says in its bracket that it is that of whose data it is: 区分（自社／受託）, or consists of these
/// words: 受任・自所の別.
pub(super) fn asks_capacity(text: &str, vocabulary: &Vocabulary) -> bool {
    let bare = bare(text).replace('\n', "");
    let (before, within) = bracket(&bare);
    let listed = if before.ends_with("区分") { within } else { &bare };
    let kinds: Vec<&str> = listed.trim_end_matches("の別").split(['・', '／', '/', '、', ',']).collect();
    let is_mark = |word: &&str| vocabulary.marks.whole(&fold(word)).is_some();
    kinds.len() > 1 && kinds.iter().all(|word| says_capacity(word, vocabulary)) && !kinds.iter().any(is_mark)
}
