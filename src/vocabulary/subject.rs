//! Words for the same category of person.

mod additions;
mod likeness;
mod word;

use std::collections::BTreeMap;

pub use likeness::Likeness;
pub use word::SubjectWord;

use super::Vocabulary;
use crate::ledger::fold;
use additions::{Addition, Additions};

/// Groups of words for one category of person, and what may stand about such a word without making it another.
#[derive(Debug, Clone, Default)]
pub struct Subjects {
    /// By the folded word: the group.
    groups: BTreeMap<String, usize>,
    /// The words of each group, the common one first.
    words: Vec<Vec<String>>,
    additions: Additions,
}

impl Subjects {
    /// Teaches that these words mean the same as the first one.
    pub(super) fn teach(&mut self, common: &str, words: Vec<&str>) {
        let group = *self.groups.entry(fold(common)).or_insert_with(|| {
            self.words.push(vec![common.to_owned()]);
            self.words.len() - 1
        });
        for word in words {
            self.groups.insert(fold(word), group);
            self.words[group].push(word.to_owned());
        }
    }

    /// Teaches what may stand about a word.
    pub(super) fn teach_additions(&mut self, addition: Addition, words: Vec<&str>) {
        self.additions.teach(addition, words);
    }

    /// The group that a folded word is in.
    fn group(&self, folded: &str) -> Option<usize> {
        self.groups.get(folded).copied()
    }
}

impl Vocabulary {
    /// All words for a category of person, the word itself first.
    #[must_use]
    pub fn subjects_like(&self, word: &str) -> Vec<String> {
        let folded = fold(word);
        let group = self.subjects.group(&folded).map(|group| &self.subjects.words[group]);
        let others = group.into_iter().flatten().filter(|other| fold(other) != folded);
        std::iter::once(word.to_owned()).chain(others.cloned()).collect()
    }
}

#[cfg(test)]
mod tests;
