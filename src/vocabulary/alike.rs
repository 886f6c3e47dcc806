//! Headings beside a known one: those that say in other words what it says (削除の方式 is 削除方法), and those that give way to it.

use std::collections::BTreeMap;

use super::heading::{strip_brackets, strip_marks};
use super::{Concept, Sheet, Vocabulary};
use crate::ledger::fold;

/// Words for one thing, folded: the word that stands for all of them, and another one.
pub(super) type SameWord = (String, String);

/// The known headings of a sheet as [`Vocabulary::plain`] says them; without a meaning where two of them come to the same words.
pub(super) type PlainHeadings = BTreeMap<String, Option<Concept>>;

impl Vocabulary {
    /// Whether a heading names its matter from further off than another one may: 拠点, where 部門 names the department.
    #[must_use]
    pub fn gives_way(&self, sheet: Sheet, text: &str) -> bool {
        let bare = strip_brackets(&strip_marks(text));
        // 拠点 Office, whose lines are one here: the Japanese of it tells.
        let japanese: String = bare.chars().filter(|letter| !letter.is_ascii()).collect();
        let words = self.giving_way.get(&sheet);
        words.is_some_and(|words| words.whole(&fold(&bare)).or_else(|| words.whole(&fold(&japanese))).is_some())
    }

    /// What a folded heading means that says a known one in other words. Headings that serve only where no other does are not looked at.
    pub(super) fn said_otherwise(&self, sheet: Sheet, folded: &str) -> Option<Concept> {
        self.plain_headings.get(&sheet)?.get(&self.plain(folded)).copied().flatten()
    }

    /// Says the known headings plainly, once all words are learned.
    pub(super) fn say_headings_plainly(&mut self) {
        // 入っている is one word, before ている is an ending.
        self.same_words.sort_by(|(_, one), (_, other)| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        let mut plain_headings: BTreeMap<Sheet, PlainHeadings> = BTreeMap::new();
        for (sheet, words) in &self.headings {
            let of_sheet = plain_headings.entry(*sheet).or_default();
            for (word, concept) in words.words() {
                let plain = self.plain(&fold(word));
                // 最終レビュー is 最終レビュー日.
                let undated = plain.strip_suffix('日').filter(|rest| concept == Concept::ReviewedOn && rest.starts_with("最終"));
                for plain in [Some(plain.as_str()), undated].into_iter().flatten() {
                    let meaning = of_sheet.entry(plain.to_owned()).or_insert(Some(concept));
                    *meaning = meaning.filter(|other| *other == concept);
                }
            }
        }
        self.plain_headings = plain_headings;
    }

    /// A folded heading with one word for each thing, and without の.
    fn plain(&self, folded: &str) -> String {
        let mut plain = folded.to_owned();
        for (word, other) in &self.same_words {
            if plain.contains(other.as_str()) {
                plain = plain.replace(other.as_str(), word);
            }
        }
        plain.replace('の', "")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_in_other_words_is_known() {
        for (heading, concept) in [
            ("削除方式", Some(Concept::Disposal)),
            ("削除の方式", Some(Concept::Disposal)),
            ("取得方式", Some(Concept::Acquisition)),
            ("登録ナンバー", Some(Concept::ControlNo)),
            ("管理ナンバー", Some(Concept::ControlNo)),
            ("最終レビュー", Some(Concept::ReviewedOn)),
            ("最近の確認日", Some(Concept::ReviewedOn)),
            ("点検日時", Some(Concept::ReviewedOn)),
            ("対象とする個人", Some(Concept::Subjects)),
            ("庁外提供", Some(Concept::Provided)),
            ("置いているところ", Some(Concept::Places)),
            ("集めている情報", Some(Concept::Items)),
            ("中に入っている項目", None),
            ("入っている項目", Some(Concept::Items)),
            ("暗号化の方式", None),
            ("取得日時", Some(Concept::Unrelated)),
            ("次回のレビュー", None),
            ("", None),
        ] {
            assert_eq!(Vocabulary::built_in().heading(Sheet::Ledger, heading), concept, "{heading}");
        }
    }
}
