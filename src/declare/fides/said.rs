//! What a cell of a made sheet says, and where in the manifest it is said.

use super::super::cell::in_marks;
use crate::ledger::Text;

/// About what a cell takes up beside its words, in bytes.
const CELL: u64 = 256;
/// How words are said to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// As a cell that it reads as any other.
    Plain,
    /// As one text that it does not interpret.
    Whole,
    /// As a list, each line of which it takes as it is.
    List,
}

/// What a cell of a made sheet stands for.
#[derive(Debug, Clone)]
pub(super) struct Said {
    words: Vec<Text>,
    manner: Manner,
    /// Where it stands in the manifest.
    path: String,
    /// How it stands there.
    written: Vec<Text>,
}

impl Said {
    fn new(words: Vec<Text>, manner: Manner, path: String) -> Self {
        Self { written: words.clone(), words, manner, path }
    }

    /// Words that the reader reads as it does any cell.
    pub(super) fn plain(words: &str, path: String) -> Self {
        Self::new(vec![words.into()], Manner::Plain, path)
    }

    /// Words, one a line, that the reader reads as it does any cell.
    pub(super) fn lines(words: Vec<Text>, path: String) -> Self {
        Self::new(words, Manner::Plain, path)
    }

    /// One text that the reader takes as it is.
    pub(super) fn whole(words: &str, path: String) -> Self {
        Self::new(vec![words.into()], Manner::Whole, path)
    }

    /// A list of words, each of which the reader takes as it is.
    pub(super) fn list(words: Vec<Text>, path: String) -> Self {
        Self::new(words, Manner::List, path)
    }

    /// The same, written otherwise in the manifest.
    pub(super) fn written(self, written: Vec<Text>) -> Self {
        Self { written, ..self }
    }

    /// The same as one text that the reader does not interpret.
    pub(super) fn in_one(self) -> Self {
        Self { manner: Manner::Whole, ..self }
    }

    /// About what it takes up, in bytes.
    pub(super) fn bytes(&self) -> u64 {
        let words = self.words.iter().chain(&self.written).map(|word| word.len() + size_of::<Text>());
        CELL + (words.sum::<usize>() + self.path.len()) as u64
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| word.trim().is_empty())
    }

    /// The cell for the reader.
    pub(super) fn cell(&self) -> String {
        match self.manner {
            Manner::Plain => self.words.join("\n"),
            Manner::Whole => in_marks(&self.words.join("\n")),
            Manner::List => self.words.iter().map(|word| in_marks(word)).collect::<Vec<_>>().join("\n"),
        }
    }

    /// The same as words under a heading that has no column of its own.
    pub(super) fn under(self, heading: &str) -> Self {
        let words = vec![format!("{heading}：{}", self.words.join("、")).into()];
        Self { words, ..self }.in_one()
    }

    /// Adds what is said on further lines.
    pub(super) fn extend(&mut self, more: Self) {
        self.words.extend(more.words);
        self.written.extend(more.written);
    }

    /// Where it stands in the manifest.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// How it stands there.
    pub(super) fn as_written(&self) -> Text {
        self.written.join("\n").into()
    }
}
