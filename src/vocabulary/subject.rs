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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_one_category_are_the_same_and_others_are_not() {
        let words = Vocabulary::built_in();
        for (a, b, same) in [
            ("退職者", "元従業員", true),
            ("退職者", "former employees", true),
            ("従業員", "社員", true),
            ("従業員", "退職者", false),
            ("採用応募者", "応募者", true),
            ("お客様", "顧客", true),
            ("お客様", "会員", false),
            ("取引先", "取引先担当者", true),
            ("宇宙人", "宇宙人", true),
            ("宇宙人", "お客様", false),
        ] {
            assert_eq!(words.same_subject(a, b), same, "{a} {b}");
        }
        assert_eq!(words.subjects_like("元社員")[0], "元社員");
        assert!(words.subjects_like("元社員").contains(&"退職者".to_owned()));
    }

    #[test]
    fn no_word_stands_for_two_categories() {
        let file: toml::Table = include_str!("../../imports/vocabulary/subjects.toml").parse().unwrap();
        let mut seen = BTreeMap::new();
        for (common, words) in file["subjects"].as_table().unwrap() {
            let words = words.as_array().unwrap().iter().map(|word| word.as_str().unwrap());
            for word in words.chain([common.as_str()]) {
                assert_eq!(seen.insert(fold(word), common), None, "{word}");
            }
        }
    }
}
