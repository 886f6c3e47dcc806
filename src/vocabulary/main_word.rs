//! What the last word of a heading makes likely, where the heading as a whole is not known.

use strum::EnumString;

use super::heading::{Frame, strip_brackets, strip_marks};
use super::{Concept, Sheet, Vocabulary};
use crate::ledger::{Text, fold};

/// Words that make another matter of the main word behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum OtherMatter {
    /// 廃棄 of 廃棄部署.
    Words,
}

impl Vocabulary {
    /// The main word that a heading ends with, and what it is about: 委託先 of 解析等の委託先. Nothing where the words before it make another
    /// matter of it: 再委託先, 廃棄部署. It is a likeness, to be said where it is acted on.
    #[must_use]
    pub fn by_main_word(&self, sheet: Sheet, text: &str) -> Option<(Text, Concept)> {
        let folded = fold(&strip_brackets(&strip_marks(text)));
        let without_after = self.frames.without_ending(&folded, Frame::After);
        std::iter::once(folded.as_str()).chain(without_after).find_map(|spelling| self.main_word_of(sheet, spelling))
    }

    fn main_word_of(&self, sheet: Sheet, folded: &str) -> Option<(Text, Concept)> {
        let words = self.main_words.get(&sheet)?;
        let (at, word, concept) = folded.char_indices().skip(1).find_map(|(at, _)| {
            let (word, concept) = words.taught(&folded[at..])?;
            Some((at, word.clone(), concept))
        })?;
        self.other_matters.within(&folded[..at]).is_empty().then_some((word, concept))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_tells_unless_another_matter_stands_before_it() {
        let words = Vocabulary::built_in();
        for (heading, concept) in [
            ("解析等の委託先", Some(Concept::Entrustees)),
            ("治験対象者の範囲", Some(Concept::Subjects)),
            ("票の保存期間（年）", Some(Concept::Retention)),
            ("日頃の廃棄方法", Some(Concept::Disposal)),
            ("再委託先", None),
            ("廃棄部署", None),
            ("契約期間", None),
            ("開示対象者", None),
            ("監査の目的", None),
            ("委託先の管理責任者", None),
            ("委託先", None),
            ("資格", None),
            ("", None),
        ] {
            assert_eq!(words.by_main_word(Sheet::Ledger, heading).map(|(_, concept)| concept), concept, "{heading}");
        }
    }
}
