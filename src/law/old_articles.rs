//! Citations of the APPI by a number that its matter no longer has.
//!
//! The Act was renumbered in 2017 and in 2022. The old numbers still exist, with another matter: 「個人情報保護法第18条第1項」 stood for
//! publishing the purpose of use until March 2022, and stands for the limits of use since. So a citation is old only where the words
//! around it tell the old matter, and none of today's.

mod citation;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::value::Datetime;

use self::citation::Citation;
use super::{Wording, cite};
use crate::ledger::{Law, LawReference, fold};

/// A citation by a number that its matter no longer has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outdated {
    /// The citation as written, without the law's name: `第18条第1項`.
    pub cited: String,
    /// The provision cited, by the old number.
    pub was: LawReference,
    /// Where the matter stands now.
    pub now: LawReference,
    /// The matter.
    pub matter: &'static Wording,
    /// The last day on which the old number stood for it.
    pub until: NaiveDate,
}

/// The citations of the APPI in a text that go by an old number, in the order in which they stand.
///
/// Only citations that name the Act (個人情報保護法, its full name, 法 where the text speaks of no other) count. A text of which the matter
/// cannot be told from the words around the citation is not accused.
#[must_use]
pub fn outdated(text: &str) -> Vec<Outdated> {
    citation::citations(text).iter().filter_map(|citation| judged(citation, &citation.neighbourhoods())).collect()
}

/// The same for a citation that stands alone, such as a line of a list, in the light of what it is cited for.
#[must_use]
pub fn outdated_about(citation: &str, matter: &str) -> Vec<Outdated> {
    citation::citations(citation).iter().filter_map(|citation| judged(citation, &[matter])).collect()
}

/// What a citation stands for by the first of some texts that tells its matter; nothing where that is today's.
fn judged(citation: &Citation<'_>, texts: &[&str]) -> Option<Outdated> {
    let of_number: Vec<&Row> = DATA.rows.iter().filter(|row| row.is(citation)).collect();
    if of_number.is_empty() {
        return None;
    }
    let present = DATA.present.get(&citation.article).map_or(&[][..], Vec::as_slice);
    for text in texts {
        let text = fold(text);
        if present.iter().any(|word| text.contains(word.as_str())) {
            return None;
        }
        if let Some(row) = of_number.iter().max_by_key(|row| row.weight(&text)).filter(|row| row.weight(&text).0 > 0) {
            return Some(row.outdated(citation));
        }
    }
    None
}

#[derive(Deserialize)]
struct Data {
    row: Vec<DataRow>,
    present: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct DataRow {
    was: String,
    paragraph: Option<String>,
    until: Datetime,
    now: String,
    matter: Wording,
    words: Vec<String>,
}

/// The old numbers, and the words of what these numbers stand for today.
struct Articles {
    rows: Vec<Row>,
    present: BTreeMap<String, Vec<String>>,
}

/// An old number of a matter, its words folded.
struct Row {
    was: String,
    paragraph: Option<String>,
    until: NaiveDate,
    now: String,
    matter: Wording,
    words: Vec<String>,
}

static DATA: LazyLock<Articles> = LazyLock::new(|| {
    let data: Data = toml::from_str(include_str!("old_articles.toml")).expect("old_articles.toml holds articles");
    let folded = |words: Vec<String>| words.iter().map(|word| fold(word)).collect::<Vec<_>>();
    let row = |row: DataRow| Row {
        was: row.was,
        paragraph: row.paragraph,
        until: super::provisions::day(row.until),
        now: row.now,
        matter: row.matter,
        words: folded(row.words),
    };
    Articles {
        rows: data.row.into_iter().map(row).collect(),
        present: data.present.into_iter().map(|(number, words)| (number, folded(words))).collect(),
    }
});

impl Row {
    fn is(&self, citation: &Citation<'_>) -> bool {
        self.was == citation.article && self.paragraph.as_ref().is_none_or(|paragraph| citation.paragraph.as_ref() == Some(paragraph))
    }

    /// How well a folded text tells this matter: by its longest word, then by a paragraph of its own, then by being the newer.
    fn weight(&self, text: &str) -> (usize, bool, NaiveDate) {
        let longest = self.words.iter().filter(|word| text.contains(word.as_str())).map(String::len).max();
        (longest.unwrap_or(0), self.paragraph.is_some(), self.until)
    }

    fn outdated(&'static self, citation: &Citation<'_>) -> Outdated {
        // Paragraphs kept their numbers, but where the row says otherwise.
        let place = if self.now.contains('(') { String::new() } else { citation.paragraph_in_brackets() };
        Outdated {
            cited: citation.written.to_owned(),
            was: cite(Law::Appi, &format!("{}{}", citation.article, citation.paragraph_in_brackets())),
            now: cite(Law::Appi, &format!("{}{place}", self.now)),
            matter: &self.matter,
            until: self.until,
        }
    }
}

#[cfg(test)]
mod tests;
