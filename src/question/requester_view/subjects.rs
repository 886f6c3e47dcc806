//! Which categories of person were meant: the words asked for beside those of the organization.

use std::collections::{BTreeMap, BTreeSet};

use strum::AsRefStr;

use crate::ledger::{EntryNo, Ledger, Organization, Text, fold};
use crate::vocabulary::{Likeness, SubjectWord, Subjects};

/// A word asked for and a word of the organization that goes with it, surely or perhaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectMatch {
    /// The word asked for, as asked.
    pub asked: String,
    /// The organization's word, as first written.
    pub written: Text,
    /// How they go together.
    pub why: Likeness,
    /// Where the organization says the word.
    pub said_in: Vec<SaidIn>,
    /// How many of its entries are about this category.
    pub entries: usize,
}

/// Where an organization names a category of person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, AsRefStr)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum SaidIn {
    /// In an entry (本人の区分).
    Entry,
    /// In a purpose of a joint use.
    JointUse,
    /// In a procedure.
    Procedure,
}

/// A word of the organization.
struct Written<'a> {
    word: &'a Text,
    said_in: BTreeSet<SaidIn>,
    entries: Vec<EntryNo>,
}

/// The categories asked for, found among the organization's.
pub(super) struct Found {
    /// What is taken.
    pub(super) matched: Vec<SubjectMatch>,
    /// What is only offered.
    pub(super) nearly_matched: Vec<SubjectMatch>,
    /// The words asked for that meet no entry.
    pub(super) unmatched: Vec<String>,
    /// The entries about a category asked for, in the ledger's order.
    pub(super) entries: BTreeSet<EntryNo>,
    /// By the organization's word, folded: which of the words asked for it matches.
    by_word: BTreeMap<String, BTreeSet<usize>>,
}

impl Found {
    /// Looks for the categories of person in what an organization says. A word asked twice is looked for once.
    pub(super) fn find(ledger: &Ledger, organization: &Organization, asked: &[String], subjects: &Subjects) -> Self {
        let words = words_of(ledger, organization);
        let written: Vec<(&String, &Written<'_>, SubjectWord)> =
            words.iter().map(|(folded, written)| (folded, written, subjects.read(written.word))).collect();
        let mut found = Self {
            matched: Vec::new(),
            nearly_matched: Vec::new(),
            unmatched: Vec::new(),
            entries: BTreeSet::new(),
            by_word: BTreeMap::new(),
        };
        let mut seen = BTreeSet::new();
        for (at, word) in asked.iter().filter(|word| seen.insert(fold(word))).enumerate() {
            let read = subjects.read(word);
            let alike = written.iter().filter_map(|(folded, written, other)| Some((subjects.likeness(&read, other)?, *folded, *written)));
            let mut alike: Vec<(Likeness, &String, &Written<'_>)> = alike.collect();
            alike.sort_by(|(a, x, _), (b, y, _)| a.cmp(b).then(x.cmp(y)));
            for (why, folded, written) in &alike {
                if why.is_match() {
                    found.matched.push(written.as_match(word, *why));
                    found.entries.extend(&written.entries);
                    found.by_word.entry((*folded).clone()).or_default().insert(at);
                } else {
                    found.nearly_matched.push(written.as_match(word, *why));
                }
            }
            if !alike.iter().any(|(why, _, written)| why.is_match() && !written.entries.is_empty()) {
                found.unmatched.push(word.clone());
            }
        }
        let by_word = &found.by_word;
        found.nearly_matched.retain(|near| !by_word.contains_key(&fold(&near.written)));
        found
    }

    /// Which of the words asked for the organization's words match.
    pub(super) fn meeting(&self, words: &[Text]) -> BTreeSet<usize> {
        words.iter().filter_map(|word| self.by_word.get(&fold(word))).flatten().copied().collect()
    }
}

impl Written<'_> {
    fn as_match(&self, asked: &str, why: Likeness) -> SubjectMatch {
        SubjectMatch {
            asked: asked.to_owned(),
            written: self.word.clone(),
            why,
            said_in: self.said_in.iter().copied().collect(),
            entries: self.entries.len(),
        }
    }
}

/// All words for categories of person that an organization says, by the folded word.
fn words_of<'a>(ledger: &'a Ledger, organization: &'a Organization) -> BTreeMap<String, Written<'a>> {
    let mut words: BTreeMap<String, Written<'a>> = BTreeMap::new();
    let mut say = |word: &'a Text, said_in: SaidIn, entries: Vec<EntryNo>| {
        let written = words.entry(fold(word)).or_insert_with(|| Written { word, said_in: BTreeSet::new(), entries: Vec::new() });
        written.said_in.insert(said_in);
        written.entries.extend(entries);
    };
    for (word, entries) in ledger.subjects_of(&organization.code) {
        say(word, SaidIn::Entry, entries.collect());
    }
    for subject in organization.joint_uses.values().flat_map(|joint| &joint.purposes).filter_map(|purpose| purpose.subject.as_ref()) {
        say(subject, SaidIn::JointUse, Vec::new());
    }
    for subject in organization.procedures.iter().flat_map(|procedure| &procedure.subjects) {
        say(subject, SaidIn::Procedure, Vec::new());
    }
    words
}
