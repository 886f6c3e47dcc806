//! Words for the same category of person.

use std::collections::BTreeMap;

use super::Vocabulary;
use crate::ledger::fold;

/// Groups of words for one category of person.
#[derive(Debug, Clone, Default)]
pub struct Subjects {
    /// By the folded word: the group.
    groups: BTreeMap<String, usize>,
    /// The words of each group, the common one first.
    words: Vec<Vec<String>>,
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
}

impl Vocabulary {
    /// Whether two words name the same category of person: the same word folded, or synonyms. 退職者 is 元従業員.
    #[must_use]
    pub fn same_subject(&self, a: &str, b: &str) -> bool {
        let (a, b) = (fold(a), fold(b));
        let group = |word: &str| self.subjects.groups.get(word);
        a == b || group(&a).is_some_and(|of| group(&b) == Some(of))
    }

    /// All words for a category of person, the word itself first.
    #[must_use]
    pub fn subjects_like(&self, word: &str) -> Vec<String> {
        let folded = fold(word);
        let group = self.subjects.groups.get(&folded).map(|group| &self.subjects.words[*group]);
        let others = group.into_iter().flatten().filter(|other| fold(other) != folded);
        std::iter::once(word.to_owned()).chain(others.cloned()).collect()
    }
}
