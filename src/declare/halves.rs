//! Cells that speak of two matters, such as 責任者・取扱部署.

use super::cell;
use crate::ledger::{Country, Text};
use crate::vocabulary::{Concept, Vocabulary};

/// The two parts of a cell that speaks of two matters, each to its own.
pub(super) fn halves(vocabulary: &Vocabulary, one: Concept, other: Concept, text: &Text) -> (Option<Text>, Option<Text>) {
    if (one, other) == (Concept::Places, Concept::Storage) {
        return place_and_country(text, vocabulary);
    }
    let divided = ['\n', '／', '/', '・', '、', '　', ' '].into_iter().find_map(|mark| text.split_once(mark));
    let bracketed = || text.strip_suffix(['）', ')']).and_then(|rest| rest.split_once(['（', '(']));
    let Some((first, second)) = divided.or_else(bracketed) else {
        let is_person = is_person(text);
        return match (one, other) {
            (Concept::Manager, Concept::Department) if !is_person => (None, Some(text.clone())),
            (Concept::Department, Concept::Manager) if is_person => (None, Some(text.clone())),
            _ => (Some(text.clone()), None),
        };
    };
    let (first, second) = (first.trim(), second.trim());
    let swapped = match (one, other) {
        (Concept::Manager, Concept::Department) => is_person(second) && !is_person(first),
        (Concept::Department, Concept::Manager) => is_person(first) && !is_person(second),
        (Concept::Retention, _) => {
            let reads = |words: &str| cell::retention(words, None, vocabulary).doubts.is_empty();
            !reads(first) && reads(second)
        }
        _ => false,
    };
    if swapped { (Some(second.into()), Some(first.into())) } else { (Some(first.into()), Some(second.into())) }
}

/// A place with its country in a bracket, 本社（日本）; a place alone, or a country alone.
fn place_and_country(text: &Text, vocabulary: &Vocabulary) -> (Option<Text>, Option<Text>) {
    let names_country = |words: &str| cell::whereabouts(words, Country::JAPAN, vocabulary).doubts.is_empty();
    let bracketed = text.strip_suffix(['）', ')']).and_then(|rest| rest.rsplit_once(['（', '(']));
    match bracketed {
        Some((place, country)) if names_country(country) => (Some(place.trim().into()), Some(country.trim().into())),
        _ if names_country(text) => (None, Some(text.clone())),
        _ => (Some(text.clone()), None),
    }
}

/// Whether words name a post rather than a department.
fn is_person(words: &str) -> bool {
    ["長", "者", "役", "主任", "リーダー"].iter().any(|end| words.ends_with(end))
}
