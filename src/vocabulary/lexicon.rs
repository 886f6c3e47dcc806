//! Words and what each means, compared folded.

use std::collections::BTreeMap;
use std::ops::Bound;

use foldhash::{HashMap, HashSet};

use super::near::is_near;
use crate::ledger::{Text, fold, initial};

/// Words and what each means. A word has one meaning; the one taught last holds.
#[derive(Debug, Clone)]
pub struct Lexicon<T> {
    /// By the folded word: the word as it was taught, and its meaning.
    words: BTreeMap<String, (Text, T)>,
    /// What each folded word means: most words of a ledger are looked up and are none of these.
    meanings: HashMap<String, T>,
    /// The letters that folded words begin with.
    initials: HashSet<char>,
}

impl<T> Default for Lexicon<T> {
    fn default() -> Self {
        Self { words: BTreeMap::new(), meanings: HashMap::default(), initials: HashSet::default() }
    }
}

impl<T: Copy + PartialEq> Lexicon<T> {
    /// Teaches a word.
    pub fn teach(&mut self, word: &str, meaning: T) {
        let folded = fold(word);
        self.initials.extend(folded.chars().next());
        self.meanings.insert(folded.clone(), meaning);
        self.words.insert(folded, (word.into(), meaning));
    }

    /// Teaches a word that is not known yet.
    pub fn teach_if_new(&mut self, word: &str, meaning: T) {
        if self.whole(&fold(word)).is_none() {
            self.teach(word, meaning);
        }
    }

    /// What a text means, as a whole. Most texts begin like no word, and are not even folded.
    #[must_use]
    pub fn meaning(&self, text: &str) -> Option<T> {
        let may_mean = initial(text).is_none_or(|initial| self.initials.contains(&initial));
        may_mean.then(|| self.whole(&fold(text))).flatten()
    }

    /// The word that a folded text is as a whole, as taught, and what it means.
    #[must_use]
    pub fn taught(&self, folded: &str) -> Option<(&Text, T)> {
        self.words.get(folded).map(|(taught, meaning)| (taught, *meaning))
    }

    /// What a folded text means, as a whole.
    #[must_use]
    pub fn whole(&self, folded: &str) -> Option<T> {
        self.meanings.get(folded).copied()
    }

    /// The longest word that a folded text begins with: its length in bytes, and its meaning.
    #[must_use]
    pub fn beginning(&self, folded: &str) -> Option<(usize, T)> {
        let mut within = folded;
        loop {
            let (word, (_, meaning)) = self.words.range::<str, _>((Bound::Unbounded, Bound::Included(within))).next_back()?;
            if word.is_empty() {
                return None;
            }
            let common = common_bytes(word, within);
            if common == word.len() {
                return Some((common, *meaning));
            }
            within = &within[..common];
        }
    }

    /// The longest word that a folded text ends with: its meaning.
    #[must_use]
    pub fn ending(&self, folded: &str) -> Option<T> {
        folded.char_indices().find_map(|(at, _)| self.whole(&folded[at..]))
    }

    /// What is left of a folded text without a word of this meaning at its beginning, for each that it begins with, the shortest first.
    pub fn without_beginning<'t>(&'t self, folded: &'t str, meaning: T) -> impl Iterator<Item = &'t str> {
        let ends = folded.char_indices().map(|(at, _)| at).skip(1).chain([folded.len()]);
        ends.filter(move |at| self.whole(&folded[..*at]) == Some(meaning)).map(|at| &folded[at..])
    }

    /// What is left of a folded text without a word of this meaning at its end, for each that it ends with, the longest first.
    pub fn without_ending<'t>(&'t self, folded: &'t str, meaning: T) -> impl Iterator<Item = &'t str> {
        let starts = folded.char_indices().map(|(at, _)| at);
        starts.filter(move |at| self.whole(&folded[*at..]) == Some(meaning)).map(|at| &folded[..at])
    }

    /// The words within a folded text, from its start, longest first, none overlapping: where each begins and ends, and its meaning.
    #[must_use]
    pub fn within(&self, folded: &str) -> Vec<(usize, usize, T)> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(letter) = folded[at..].chars().next() {
            match self.beginning(&folded[at..]) {
                Some((length, meaning)) if is_whole_word(folded, at, at + length) => {
                    found.push((at, at + length, meaning));
                    at += length;
                }
                _ => at += letter.len_utf8(),
            }
        }
        found
    }

    /// What the first word within a folded text means.
    #[must_use]
    pub fn first_within(&self, folded: &str) -> Option<T> {
        self.within(folded).first().map(|(_, _, meaning)| *meaning)
    }

    /// Words that a folded text may be a slip for, as taught, in the order of their folded form.
    #[must_use]
    pub fn near(&self, folded: &str) -> Vec<(Text, T)> {
        self.words.iter().filter(|(word, _)| is_near(word, folded)).map(|(_, (taught, meaning))| (taught.clone(), *meaning)).collect()
    }

    /// All words, as taught, and what each means, in the order of their folded form.
    pub fn words(&self) -> impl Iterator<Item = (&Text, T)> {
        self.words.values().map(|(taught, meaning)| (taught, *meaning))
    }

    /// The words of a meaning, as taught.
    pub fn words_for(&self, meaning: T) -> impl Iterator<Item = &Text> {
        self.words.values().filter(move |(_, other)| *other == meaning).map(|(taught, _)| taught)
    }
}

/// How many bytes two texts have in common from the start, whole letters only.
fn common_bytes(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(x, y)| x == y).map(|(letter, _)| letter.len_utf8()).sum()
}

/// Whether Latin letters are not cut out of a longer word: `us` stands in `us、日本`, not in `status`.
fn is_whole_word(text: &str, start: usize, end: usize) -> bool {
    let letter = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphabetic());
    let word = &text[start..end];
    let cut_before = letter(word.chars().next()) && letter(text[..start].chars().next_back());
    let cut_after = letter(word.chars().next_back()) && letter(text[end..].chars().next());
    !cut_before && !cut_after
}
