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
    /// The cell holds an error such as `#REF!`, so nothing was read from it. The workbook's formula must be mended.
    ErrorInCell,
    /// The cell holds a formula of which the workbook stores no value, as programs that only write workbooks leave them. It reads as empty.
    FormulaWithoutValue,
    /// The cell says that the matter is not known yet (未確認, 確認中, 未定, ？). It is read as not stated, which is not no.
    NotYetAscertained,
    /// The cell holds a sign or words that are neither yes nor no, and no legend of the ledger explains them. It is read as not stated.
    MarkUnknown,
    /// Both choices of the cell are marked, or none is, as in `☑有 ☑無`. It is read as not stated.
    MarkContradictory,
    /// The cell does not say one number. No count was read.
    CountUnreadable,
    /// The cell holds no day that the calendar has. No date was read.
    DateUnreadable,
    /// The cell lacks the day, or the month and the day. No date was made up for it.
    DateIncomplete,
    /// The day is not in the era that it is counted in, such as 平成31年5月1日. It was read by counting the era's years on.
    EraOverrun,
    /// The cell does not say one period or one event that the reader understands, such as `5～7年`. No period was made up for it.
    RetentionUnreadable,
    /// The cell says that the retention is not decided yet. It is read as not stated.
    RetentionUndecided,
    /// The cell names a part of the world, or abroad, and no country. Whether it is abroad was read; which country it is cannot be told.
    CountryUnnamed,
    /// The cell holds words that name no country the reader knows.
    CountryUnknown,
    /// The cell holds a word that is like a known one but is not it. The likeness was not taken for a reading.
    DidYouMean,
    /// The cell holds a word that is none of those expected there. It was kept as written and read as not stated.
    WordUnknown,
    /// The cell does not say one amount of yen, 無料, 実費 or 見積り.
    FeeUnreadable,
    /// The cell does not say one period, such as `3か月以内`.
    PeriodUnreadable,
    /// An organization's code is made of small letters, digits and hyphens, 64 at the most, and neither begins nor ends with a hyphen.
    OrganizationCodeInvalid,
}

impl Code {
    /// How much findings of this kind weigh.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::NoLedgerHere => Severity::Error,
            Self::ErrorInCell
            | Self::FormulaWithoutValue
            | Self::NotYetAscertained
            | Self::MarkUnknown
            | Self::MarkContradictory
            | Self::CountUnreadable
            | Self::DateUnreadable
            | Self::DateIncomplete
            | Self::EraOverrun
            | Self::RetentionUnreadable
            | Self::RetentionUndecided
            | Self::CountryUnnamed
            | Self::CountryUnknown
            | Self::DidYouMean
            | Self::WordUnknown
            | Self::FeeUnreadable
            | Self::PeriodUnreadable
            | Self::OrganizationCodeInvalid => Severity::Warning,
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
            Self::ErrorInCell => [
                ["セルがエラー値「{0}」です。値を読み取れませんでした。", "The cell holds the error {0}; nothing was read from it."],
                ["数式を直すか、値を直接入力してください。", "Mend the formula, or enter the value itself."],
            ],
            Self::FormulaWithoutValue => [
                [
                    "数式「{0}」の計算結果がファイルに保存されていません。値を読み取れませんでした。",
                    "The workbook stores no value for the formula {0}; nothing was read from it.",
                ],
                [
                    "表計算ソフトで開いて保存し直すか、値を直接入力してください。",
                    "Open and save the workbook in a spreadsheet program, or enter the value itself.",
                ],
            ],
            Self::NotYetAscertained => [
                [
                    "「{0}」と書かれており、まだ確かめられていません。記載なしとして扱います。",
                    "It says {0}: not ascertained yet. Read as not stated.",
                ],
                ["確かめたうえで記入してください。", "Ascertain it and fill it in."],
            ],
            Self::MarkUnknown => [
                [
                    "「{0}」が「有」か「無」か分かりません。記載なしとして扱います。",
                    "It cannot be told whether {0} is yes or no. Read as not stated.",
                ],
                [
                    "「有」「無」「可能性あり」のいずれかを記入するか、凡例で記号の意味を示してください。",
                    "Enter 有, 無 or 可能性あり, or explain the sign in a legend.",
                ],
            ],
            Self::MarkContradictory => [
                [
                    "「{0}」は、どの選択肢を選んだのか分かりません。記載なしとして扱います。",
                    "It cannot be told which choice of {0} is taken. Read as not stated.",
                ],
                ["選択肢を一つだけ選んでください。", "Mark exactly one choice."],
            ],
            Self::CountUnreadable => [
                ["「{0}」から件数を読み取れません。", "No count can be read from {0}."],
                [
                    "「1200」「約3万件」「1,000人以上」のように、数を一つ記入してください。分からないときは「不明」とします。",
                    "Enter one number, such as 1200, 約3万件 or 1,000人以上; 不明 where it is not known.",
                ],
            ],
            Self::DateUnreadable => [
                ["「{0}」は日付として読み取れません。", "{0} cannot be read as a date."],
                ["「2024-07-01」「令和6年7月1日」のように記入してください。", "Write it as 2024-07-01 or 令和6年7月1日."],
            ],
            Self::DateIncomplete => [
                [
                    "「{0}」には年月日の一部がありません。日付は記載なしとして扱います。",
                    "{0} lacks a part of the date. Read as not stated.",
                ],
                ["年月日をすべて記入してください。", "Give year, month and day."],
            ],
            Self::EraOverrun => [
                ["「{0}」は元号の期間外の日付です。{1}として読みました。", "{0} lies outside its era. Read as {1}."],
                ["西暦か正しい元号で記入してください。", "Write it in the right era, or in the common one."],
            ],
            Self::RetentionUnreadable => [
                ["「{0}」から保存期間を一つに読み取れません。", "No single retention can be read from {0}."],
                [
                    "「5年」「退職後5年」「採用決定まで」「永年」「法定保存期間」のように記入してください。",
                    "Write it as 5年, 退職後5年, 採用決定まで, 永年 or 法定保存期間.",
                ],
            ],
            Self::RetentionUndecided => [
                ["保存期間が「{0}」のままです。記載なしとして扱います。", "The retention is still {0}. Read as not stated."],
                ["保存期間を定めて記入してください（個人情報保護法第22条）。", "Decide how long it is kept, and fill it in (APPI 22)."],
            ],
            Self::CountryUnnamed => [
                ["「{0}」には国名がなく、どの国か分かりません。", "{0} names no country."],
                [
                    "国名を記入してください。国を特定できないときは、その理由を記入してください。",
                    "Name the country; where it cannot be told, say why.",
                ],
            ],
            Self::CountryUnknown => [
                ["「{0}」に国名として読めない語「{1}」があります。", "In {0}, {1} names no known country."],
                ["国名かリージョン名を記入してください。", "Enter the name of a country or of a cloud region."],
            ],
            Self::DidYouMean => [
                ["「{0}」は分からない語です。「{1}」のことですか。", "{0} is not known. Did you mean {1}?"],
                ["「{1}」のことであれば、そのように直してください。", "If {1} is meant, write it so."],
            ],
            Self::WordUnknown => [
                ["「{0}」は分からない語です。", "{0} is not a known word here."],
                ["次のいずれかを記入してください：{1}", "Enter one of: {1}"],
            ],
            Self::FeeUnreadable => [
                ["「{0}」から手数料の額を読み取れません。", "No fee can be read from {0}."],
                [
                    "円の額を数字で記入するか、「無料」「実費」「見積り」と記入してください。",
                    "Enter a number of yen, or 無料, 実費 or 見積り.",
                ],
            ],
            Self::PeriodUnreadable => [
                ["「{0}」から期間を読み取れません。", "No period can be read from {0}."],
                ["「3か月以内」のように記入してください。", "Write it as 3か月以内."],
            ],
            Self::OrganizationCodeInvalid => [
                ["事業者コード「{0}」は使えません。", "{0} cannot be an organization's code."],
                ["半角の英小文字・数字・ハイフンで、64字以内で記入してください。", "Use at most 64 small letters, digits and hyphens."],
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
