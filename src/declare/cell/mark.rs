//! Yes, no, perhaps, and who.

use super::{Doubt, Legend, Reading};
use crate::finding::Code;
use crate::ledger::{Stated, Text, fold};
use crate::vocabulary::Vocabulary;

/// What a mark says, and what its bracket adds: `○（一部）`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mark {
    /// Yes, no, perhaps or nothing. A dash is no, a blank is nothing.
    pub stated: Stated,
    /// What the bracket, or the words after the mark, say.
    pub remark: Option<Text>,
}

/// Whether there are such parties, and their names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parties {
    /// YES where there is a name; NO for なし and a dash; NOT_STATED for a blank.
    pub stated: Stated,
    /// Their names.
    pub names: Vec<Text>,
}

/// What a yes-or-no cell says.
#[must_use]
pub fn mark(text: &str, vocabulary: &Vocabulary, legend: &Legend) -> Reading<Mark> {
    let _ = legend;
    match vocabulary.marks.whole(&fold(text)) {
        Some(stated) => Reading::sure(Mark { stated, remark: None }),
        None => Reading::doubtful(Mark::default(), Doubt::new(Code::MarkUnknown, &[text])),
    }
}

/// What a cell of 委託先, 第三者提供 or 共同利用 says: a mark, names, or a mark with names in its bracket: `有（A社、B社）`.
#[must_use]
pub fn parties(text: &str, vocabulary: &Vocabulary, legend: &Legend) -> Reading<Parties> {
    mark(text, vocabulary, legend).map(|mark| Parties { stated: mark.stated, names: Vec::new() })
}
