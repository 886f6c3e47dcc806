//! Every kind of finding: its weight, its message and its advice in both languages.

use strum::{AsRefStr, EnumString, VariantArray};

use super::{Finding, Severity};
use crate::language::Language;

/// A kind of finding. Its name in kebab case is stable; the docstring is its manual.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsRefStr, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Code {
    /// No sheet of the workbook has a heading row that names a ledger's columns.
    NoLedgerHere,
}

impl Code {
    /// How much findings of this kind weigh.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::NoLedgerHere => Severity::Error,
        }
    }

    /// The message and the advice in Japanese and English, with `{0}`, `{1}` … where a finding's words go.
    fn wording(self) -> [[&'static str; 2]; 2] {
        match self {
            Self::NoLedgerHere => [
                ["台帳の見出しがあるシートが見つかりません。", "No sheet has the headings of a ledger."],
                [
                    "「個人情報の名称」「利用目的」などの見出しの行があるか確かめてください。",
                    "Check that a row holds headings such as 個人情報の名称 and 利用目的.",
                ],
            ],
        }
    }
}

impl Finding {
    /// What is the matter, in one sentence.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let [[ja, en], _] = self.code.wording();
        self.fill(language.pick(ja, en))
    }

    /// What to do about it, where there is something to do.
    #[must_use]
    pub fn advice(&self, language: Language) -> Option<String> {
        let [_, [ja, en]] = self.code.wording();
        let advice = self.fill(language.pick(ja, en));
        (!advice.is_empty()).then_some(advice)
    }

    fn fill(&self, wording: &str) -> String {
        let mut filled = wording.to_owned();
        for (place, word) in self.words.iter().enumerate() {
            filled = filled.replace(&format!("{{{place}}}"), word);
        }
        filled
    }
}
