//! Whether what stands below a heading, or beside a label, is what one would find under a heading of some matter.

use std::collections::BTreeSet;

use crate::ledger::{Certainty, Country, Stated, fold};
use crate::sheet::table::Value;
use crate::vocabulary::{Called, Concept, Sign, Vocabulary};

use super::cell::{self, Legend};
use super::column::Column;
use super::department::is_unit;
use super::likely::keeps;
use super::tell::leaf;

/// The most letters of what names a record.
const LONGEST_NAME: usize = 40;
/// The most letters of what names persons or offices.
const LONGEST_PERSONS: usize = 30;

/// What stands below a heading, or beside a label.
pub(super) struct Below<'b> {
    column: &'b Column,
    vocabulary: &'b Vocabulary,
    /// The cells that are filled, but for the heading itself, which may stand there again, and for what says that it is as above.
    values: Vec<&'b Value>,
    /// Their words, but for those that say nothing.
    words: Vec<String>,
}

impl<'b> Below<'b> {
    pub(super) fn new(values: &[&'b Value], column: &'b Column, vocabulary: &'b Vocabulary) -> Self {
        let own = leaf(column);
        let is_filled = |value: &&&Value| {
            let text = value.text();
            !text.trim().is_empty() && text != own && !cell::is_ditto(&text, vocabulary)
        };
        let values: Vec<&Value> = values.iter().filter(is_filled).copied().collect();
        let words = values.iter().map(|value| value.text().trim().to_owned()).filter(|text| !cell::is_nothing(text, vocabulary)).collect();
        Self { column, vocabulary, values, words }
    }

    /// Whether most of the cells that say something do.
    fn most(&self, does: impl Fn(&str) -> bool) -> bool {
        !self.words.is_empty() && self.words.iter().filter(|text| does(text)).count() * 3 >= self.words.len() * 2
    }

    /// Whether most of the cells that say something hold nothing but parts that do.
    fn most_parts(&self, does: impl Fn(&str) -> bool) -> bool {
        self.most(|text| cell::list(text, self.vocabulary).iter().all(|part| does(part)))
    }

    /// Whether the cells say what one would find under a heading of that.
    pub(super) fn confirm(&self, concept: Concept) -> bool {
        let vocabulary = self.vocabulary;
        let is_sentence = |text: &str| !self.is_mark(text) && !self.is_day(text) && text.chars().any(char::is_alphabetic);
        match concept {
            Concept::Name => self.are_names(),
            Concept::ControlNo => self.are_numbers(),
            Concept::Subjects => {
                self.most_parts(|part| vocabulary.subjects_like(part).len() > 1 || is_called(part, Called::Person, vocabulary))
            }
            Concept::Items => self.most(|text| vocabulary.names_item(&fold(text))),
            Concept::Count => self.most_values(|value| cell::count(value, self.column.scale, vocabulary).value.is_some()),
            Concept::ReviewedOn => self.most_values(|value| cell::date(value, vocabulary).value.is_some()),
            Concept::Media => self.most_parts(|part| cell::is_nothing_but_media(part, vocabulary)),
            Concept::Storage => self.most(|text| {
                let read = cell::whereabouts(text, Country::JAPAN, vocabulary);
                read.doubts.is_empty() && read.value.certainty != Certainty::NotStated
            }),
            Concept::Retention => self.most(|text| keeps(text, self.column, vocabulary)) && !self.most(|text| self.is_day(text)),
            Concept::Disposal => self.most(|text| cell::disposes(text) && !keeps(text, self.column, vocabulary)),
            Concept::Accessors | Concept::Manager => self.most_parts(|part| is_called(part, Called::Holder, vocabulary)),
            Concept::Department => self.most_parts(|part| is_unit(part, vocabulary)),
            Concept::Purposes | Concept::Acquisition => self.most(is_sentence) && !self.most(|text| keeps(text, self.column, vocabulary)),
            Concept::Places => self.most(is_sentence) && !self.most(|text| keeps(text, self.column, vocabulary) || cell::disposes(text)),
            Concept::SpecialCare => self.are_marks() && asks_whether_held(&self.column.heading),
            Concept::IndividualNumber | Concept::Disclosure => self.are_marks(),
            Concept::Entrusted | Concept::Provided | Concept::JointlyUsed => {
                let is_other = |part: &str| cell::is_body(part) || is_called(part, Called::Office, vocabulary);
                self.are_marks() || self.most_parts(is_other) || self.most(|text| self.is_mark(text) || is_other(text))
            }
            _ => false,
        }
    }

    fn most_values(&self, does: impl Fn(&Value) -> bool) -> bool {
        let said: Vec<&&Value> = self.values.iter().filter(|value| !cell::is_nothing(&value.text(), self.vocabulary)).collect();
        !said.is_empty() && said.iter().filter(|value| does(value)).count() * 3 >= said.len() * 2
    }

    /// Whether the cells are yes or no, but for those that are not settled.
    fn are_marks(&self) -> bool {
        let unsettled = |text: &str| self.vocabulary.signs.whole(&fold(text)) == Some(Sign::Unsettled);
        let says = |value: &&&Value| self.is_mark(&value.text()) || unsettled(&value.text());
        !self.values.is_empty() && self.values.iter().filter(says).count() * 3 >= self.values.len() * 2
    }

    fn is_mark(&self, text: &str) -> bool {
        let mark = cell::mark(text, self.vocabulary, &Legend::default());
        mark.doubts.is_empty() && mark.value.stated != Stated::NotStated
    }

    fn is_day(&self, text: &str) -> bool {
        cell::date(&Value::Text(text.into()), self.vocabulary).value.is_some()
    }

    /// Whether the cells are called as records are, most of them each its own way: 契約者データ, 入館カメラ映像.
    pub(super) fn are_names(&self) -> bool {
        let distinct: BTreeSet<&String> = self.words.iter().collect();
        let is_record = |text: &str| {
            let text = fold(text);
            let bare = text.split('(').next().unwrap_or_default().trim_end();
            text.chars().count() <= LONGEST_NAME && !text.contains('、') && self.vocabulary.ends_as(Called::Record, bare)
        };
        let records = self.words.iter().filter(|text| is_record(text)).count();
        records * 2 > self.words.len() && distinct.len() * 5 >= self.words.len() * 4
    }

    /// Whether the cells are signs with figures, all but a few of them each its own.
    fn are_numbers(&self) -> bool {
        let is_number = |text: &str| {
            let text = fold(text);
            let is_latin = || text.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_./#()".contains(letter));
            // 総１, ガ営-1.
            let counts = || text.ends_with(|letter: char| letter.is_ascii_digit()) && text.chars().count() <= 8;
            text.chars().count() <= 16 && text.contains(|letter: char| letter.is_ascii_digit()) && (is_latin() || counts())
        };
        let distinct: BTreeSet<&String> = self.words.iter().collect();
        self.words.len() > 1 && self.words.iter().all(|text| is_number(text)) && distinct.len() * 10 >= self.words.len() * 8
    }
}

/// Whether words are called so, apart from what stands in brackets behind them.
fn is_called(text: &str, kind: Called, vocabulary: &Vocabulary) -> bool {
    let folded = fold(text);
    let bare = folded.split('(').next().unwrap_or_default().trim_end();
    bare.chars().count() <= LONGEST_PERSONS && vocabulary.ends_as(kind, bare)
}

/// Whether a heading that names a kind of information asks whether it is held, and not how somebody is.
fn asks_whether_held(heading: &str) -> bool {
    ["入っ", "はいっ", "含", "こと", "有無", "あるか", "ありますか", "情報", "記載", "内容", "事柄", "data", "information"]
        .iter()
        .any(|word| fold(heading).contains(word))
        || heading.ends_with('等')
}
