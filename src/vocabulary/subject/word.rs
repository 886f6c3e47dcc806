//! A word for categories of person, read: what it names, and by how much it had to be stripped for that.

use super::Subjects;
use super::additions::without_brackets;
use crate::ledger::fold;

/// A word for one category of person or several, read once to be compared with many.
#[derive(Debug, Clone)]
pub struct SubjectWord {
    /// The word, folded.
    pub(super) whole: String,
    /// The categories that it names.
    pub(super) named: Vec<Named>,
}

impl SubjectWord {
    /// The word, and the words of the categories that it names.
    pub(super) fn spellings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.whole.as_str()).chain(self.named.iter().map(|category| category.plain.as_str()))
    }

    /// Whether it names one category alone, and the vocabulary knows it.
    pub(super) fn is_known(&self) -> bool {
        matches!(self.named.as_slice(), [Named { group: Some(_), how: How::Alone, .. }])
    }
}

/// A category that a word names.
#[derive(Debug, Clone)]
pub(super) struct Named {
    /// The category's word, folded, without what may stand about it.
    pub(super) plain: String,
    /// The group of the words that mean the same, where it is known.
    pub(super) group: Option<usize>,
    /// How it is named.
    pub(super) how: How,
}

/// How a word names a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// As its only one.
    Alone,
    /// Beside others: 従業員及びその家族.
    Beside,
    /// Not surely: what stands in brackets names another category and may make this one narrower: 社員（派遣社員）.
    Doubtful,
}

impl Subjects {
    /// Reads a word for categories of person.
    #[must_use]
    pub fn read(&self, word: &str) -> SubjectWord {
        let whole = fold(word);
        if self.group(&whole).is_some() {
            let named = vec![self.category(&whole)];
            return SubjectWord { whole, named };
        }
        let (outside, inside) = without_brackets(word);
        let mut named = self.named(&outside);
        for text in inside {
            let folded = fold(&text);
            if let Some(included) = self.additions.included(&folded) {
                let also = self.named(included).into_iter().filter(|other| other.group.is_some());
                named.extend(also.map(|other| Named { how: How::Beside, ..other }));
            } else {
                let others: Vec<Named> = self.named(&text).into_iter().filter(|other| other.group.is_some()).collect();
                let differ = |category: &Named| others.iter().any(|other| other.group != category.group);
                if named.iter().any(differ) {
                    named.extend(others);
                    for category in &mut named {
                        category.how = How::Doubtful;
                    }
                }
            }
        }
        SubjectWord { whole, named }
    }

    /// The categories that a text without brackets names: itself or, where one of its parts is known, each part.
    fn named(&self, text: &str) -> Vec<Named> {
        let alone = self.category(&fold(text));
        if alone.group.is_some() {
            return vec![alone];
        }
        let parts = self.additions.divide(text).into_iter().map(|part| Named { how: How::Beside, ..self.category(&fold(&part)) });
        let several: Vec<Named> = parts.collect();
        // What no known word stands in may be one name with a divider in it.
        if several.len() > 1 && several.iter().any(|part| part.group.is_some()) { several } else { vec![alone] }
    }

    /// The category of a folded word: the group of the first form of it that is known, and what is left when all is stripped.
    fn category(&self, folded: &str) -> Named {
        let forms = self.additions.forms(folded);
        let group = forms.iter().find_map(|form| self.group(form));
        let plain = forms.into_iter().min_by_key(String::len).unwrap_or_default();
        Named { plain, group, how: How::Alone }
    }
}
