//! Words asked for, compared with the ledger's words: folded and whole.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::ledger::{Text, fold};
use crate::vocabulary::{SubjectWord, Subjects, Vocabulary};

/// A set of words to look for. A ledger says the same words thousands of times, sharing them, so each is folded once.
#[derive(Debug)]
pub struct Words {
    folded: BTreeSet<String>,
    how: How,
    seen: RefCell<HashMap<(usize, usize), bool>>,
}

#[derive(Debug)]
enum How {
    Whole,
    Within,
    /// As categories of person.
    Categories(Vec<SubjectWord>, Arc<Subjects>),
}

impl Words {
    /// Words that a word must equal, one of them.
    #[must_use]
    pub fn whole<S: AsRef<str>>(words: &[S]) -> Self {
        Self::new(words.iter().map(|word| fold(word.as_ref())), How::Whole)
    }

    /// Categories of person, one of which a word must name: by the same word but for what may stand about it, or by a synonym.
    #[must_use]
    pub fn subjects<S: AsRef<str>>(words: &[S], vocabulary: &Vocabulary) -> Self {
        let read = words.iter().map(|word| vocabulary.subjects.read(word.as_ref())).collect();
        Self::new(words.iter().map(|word| fold(word.as_ref())), How::Categories(read, Arc::clone(&vocabulary.subjects)))
    }

    /// A part that a text must contain.
    #[must_use]
    pub fn within(part: &str) -> Self {
        Self::new([fold(part)], How::Within)
    }

    fn new(folded: impl IntoIterator<Item = String>, how: How) -> Self {
        Self { folded: folded.into_iter().collect(), how, seen: RefCell::default() }
    }

    /// Whether one of them is, or is in, a text of a ledger that outlives this value.
    #[must_use]
    pub fn meet(&self, text: &Text) -> bool {
        let place = (text.as_ptr() as usize, text.len());
        *self.seen.borrow_mut().entry(place).or_insert_with(|| {
            let folded = fold(text);
            match &self.how {
                How::Whole => self.folded.contains(&folded),
                How::Within => self.folded.iter().all(|part| folded.contains(part)),
                How::Categories(asked, subjects) => {
                    let written = subjects.read(text);
                    asked.iter().any(|asked| Subjects::is_match(asked, &written))
                }
            }
        })
    }

    /// Whether they meet one of several texts.
    #[must_use]
    pub fn meet_any<'a>(&self, texts: impl IntoIterator<Item = &'a Text>) -> bool {
        texts.into_iter().any(|text| self.meet(text))
    }
}
