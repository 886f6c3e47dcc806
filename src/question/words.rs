//! Words asked for, compared with the ledger's words: folded and whole.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use crate::ledger::{Text, fold};

/// Other words for a category of person, as the vocabulary knows them.
pub type Synonyms<'a> = &'a (dyn Fn(&str) -> Vec<String> + Sync);

/// A set of words to look for. A ledger says the same words thousands of times, sharing them, so each is folded once.
#[derive(Debug)]
pub struct Words {
    folded: BTreeSet<String>,
    how: How,
    seen: RefCell<HashMap<(usize, usize), bool>>,
}

#[derive(Debug, Clone, Copy)]
enum How {
    Whole,
    Within,
}

impl Words {
    /// Words that a word must equal, one of them.
    #[must_use]
    pub fn whole<S: AsRef<str>>(words: &[S]) -> Self {
        Self::new(words.iter().map(|word| fold(word.as_ref())), How::Whole)
    }

    /// Categories of person that a word must equal, one of them or one of its synonyms.
    #[must_use]
    pub fn subjects<S: AsRef<str>>(words: &[S], synonyms: Synonyms<'_>) -> Self {
        let also = words.iter().flat_map(|word| synonyms(word.as_ref())).map(|word| fold(&word));
        Self::new(words.iter().map(|word| fold(word.as_ref())).chain(also), How::Whole)
    }

    /// A part that a text must contain.
    #[must_use]
    pub fn within(part: &str) -> Self {
        Self::new([fold(part)], How::Within)
    }

    fn new(folded: impl IntoIterator<Item = String>, how: How) -> Self {
        Self { folded: folded.into_iter().collect(), how, seen: RefCell::default() }
    }

    /// The words, folded.
    pub fn folded(&self) -> impl Iterator<Item = &str> {
        self.folded.iter().map(String::as_str)
    }

    /// Whether one of them is, or is in, a text of a ledger that outlives this value.
    #[must_use]
    pub fn meet(&self, text: &Text) -> bool {
        let place = (text.as_ptr() as usize, text.len());
        *self.seen.borrow_mut().entry(place).or_insert_with(|| {
            let text = fold(text);
            match self.how {
                How::Whole => self.folded.contains(&text),
                How::Within => self.folded.iter().all(|part| text.contains(part)),
            }
        })
    }

    /// Whether they meet one of several texts.
    #[must_use]
    pub fn meet_any<'a>(&self, texts: impl IntoIterator<Item = &'a Text>) -> bool {
        texts.into_iter().any(|text| self.meet(text))
    }
}
