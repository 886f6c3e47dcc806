//! Every kind of finding: its weight, its message and its advice in both languages.

use strum::{AsRefStr, EnumString, VariantArray};

use super::Severity;

/// A kind of finding. Its name in kebab case is stable; the docstring is its manual.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsRefStr, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Code {
    /// No sheet of the workbook has a heading row that names a ledger's columns.
    NoLedgerHere,
    /// No sheet 事業者 gives an organization's code, and none was handed over. A code was made of the file's name; nothing can be applied under it.
    OrganizationUnnamed,
    /// A sheet was not read as part of the ledger: a cover, a legend, a history, a list, or one without a ledger's headings.
    SheetPassedOver,
    /// Rows that are no entries: totals, notes, repeated headings, examples, titles, page numbers.
    RowPassedOver,
    /// The sheet is hidden from whoever opens the workbook. It was treated like the others.
    HiddenSheet,
    /// Rows are hidden from whoever opens the workbook. They were read like the others.
    HiddenRows,
    /// Columns are hidden from whoever opens the workbook. They were read like the others.
    HiddenColumns,
    /// Columns of a sheet beside the ledger that the reader does not know. What stands in them was not read.
    ColumnNotRead,
    /// A row of a sheet beside the ledger lacks the cell that tells what it is about. It was not read.
    RowIncomplete,
    /// A paper or a ground for refusal fits no procedure of the sheet 開示等手続, by right and by requester. No procedure has it.
    PaperUnattached,
    /// Columns that no field of an entry takes. They are kept beside each entry with their heading.
    ColumnKeptBeside,
    /// The ledger has no column of names. The column that tells its rows apart names them.
    LedgerNamedByColumn,
    /// Several rows bear one control number. Each was kept as an entry of its own.
    ControlNoRepeated,
    /// A row of a numbered ledger has no control number. One was made of its name and department.
    ControlNoMissing,
    /// The ledger has no column of control numbers. Numbers were made of names and departments; they stay the same while these do.
    ControlNosMade,
    /// The row has no name.
    NameMissing,
    /// The cell says 同上, and nothing stands above it.
    DittoWithoutAbove,
    /// The row has neither number nor name. It was taken as more of the row above.
    RowContinues,
    /// One cell says that there is none, another names one. What the column of 有無 says was taken.
    StatementsDisagree,
    /// A label of the sheet 事業者 that is not known. What stands beside it was not read.
    LabelUnknown,
    /// Two rows of a catalogue have one name. The later one was taken.
    CatalogueNameRepeated,
    /// The ledger names a party that its catalogue does not have. Nothing but its name is known.
    PartyNotInCatalogue,
    /// No entry of the ledger names this row of a catalogue.
    CatalogueRowUnused,
    /// The ledger names parties of a kind, and the workbook has no sheet that says more of them.
    CatalogueAbsent,
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
            Self::SheetPassedOver
            | Self::RowPassedOver
            | Self::HiddenSheet
            | Self::HiddenRows
            | Self::HiddenColumns
            | Self::ColumnKeptBeside
            | Self::LedgerNamedByColumn
            | Self::ControlNosMade
            | Self::LabelUnknown
            | Self::PartyNotInCatalogue
            | Self::CatalogueRowUnused
            | Self::CatalogueAbsent => Severity::Note,
            Self::OrganizationUnnamed
            | Self::ColumnNotRead
            | Self::RowIncomplete
            | Self::PaperUnattached
            | Self::ControlNoRepeated
            | Self::ControlNoMissing
            | Self::NameMissing
            | Self::DittoWithoutAbove
            | Self::RowContinues
            | Self::StatementsDisagree
            | Self::CatalogueNameRepeated
            | Self::ErrorInCell
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
    #[expect(clippy::too_many_lines, reason = "a table of sentences, one entry a kind")]
    pub(super) fn wording(self) -> [[&'static str; 2]; 2] {
        match self {
            Self::OrganizationUnnamed => [
                [
                    "事業者コードがありません。ファイル名から「{0}」としました。",
                    "No organization's code is given; {0} was made of the file's name.",
                ],
                [
                    "シート「事業者」に事業者コードを記入するか、--organization で指定してください。",
                    "Give 事業者コード on a sheet 事業者, or name it with --organization.",
                ],
            ],
            Self::SheetPassedOver => {
                [["シート「{0}」は台帳として読みませんでした（{1}）。", "The sheet {0} was not read as a ledger ({2})."], ["", ""]]
            }
            Self::RowPassedOver => [["台帳の記載ではない行が{2}行あります（{0}）。", "{2} rows are no entries ({1})."], ["", ""]],
            Self::HiddenSheet => [["シート「{0}」は非表示です。", "The sheet {0} is hidden."], ["", ""]],
            Self::HiddenRows => [
                ["非表示の行が{0}行あります。ほかの行と同じように読みました。", "{0} rows are hidden. They were read like the others."],
                ["", ""],
            ],
            Self::HiddenColumns => [
                ["非表示の列があります：{0}。ほかの列と同じように読みました。", "Columns are hidden: {0}. They were read like the others."],
                ["", ""],
            ],
            Self::ColumnNotRead => [
                ["見出しの分からない列があります：{0}。この列は読みませんでした。", "Columns with unknown headings were not read: {0}."],
                [
                    "`daicho template` の見出しに直すか、備考の列に移してください。",
                    "Use the headings of `daicho template`, or move the words to 備考.",
                ],
            ],
            Self::RowIncomplete => [
                ["「{0}」がないため、この行は読みませんでした。", "The row lacks {0}, so it was not read."],
                ["「{0}」を記入してください。", "Fill in {0}."],
            ],
            Self::PaperUnattached => [
                [
                    "「{0}」に当てはまる手続がシート「開示等手続」にないため、どの手続にも付けていません。",
                    "No procedure of the sheet 開示等手続 fits {0}, so none has it.",
                ],
                ["請求の種類と請求者を、手続の行と合わせてください。", "Make its right and requester agree with a row of the procedures."],
            ],
            Self::ColumnKeptBeside => [
                [
                    "項目の決まっていない列があります：{0}。見出しとともに残しました。",
                    "Columns that no field takes were kept with their headings: {0}.",
                ],
                ["", ""],
            ],
            Self::LedgerNamedByColumn => [
                ["名称の列がないため、列「{0}」を名称としました。", "The ledger has no column of names; {0} names its rows."],
                ["「個人情報の名称」の列を設けることを検討してください。", "Consider a column 個人情報の名称."],
            ],
            Self::ControlNoRepeated => [
                [
                    "管理番号「{0}」が{1}件の記載に使われています。別々の記載として扱います。",
                    "The control number {0} is used by {1} rows. Each is an entry of its own.",
                ],
                ["番号が重複しないように直してください。", "Give each row a number of its own."],
            ],
            Self::ControlNoMissing => [
                ["「{0}」に管理番号がありません。「{1}」としました。", "{0} has no control number. It was given {1}."],
                ["管理番号を記入してください。", "Fill in its control number."],
            ],
            Self::ControlNosMade => [
                [
                    "シート「{0}」には管理番号の列がないため、{1}件に番号を付けました。",
                    "The sheet {0} has no control numbers; {1} were made.",
                ],
                [
                    "管理番号の列を設けると、名称が変わっても同じ記載として追えます。",
                    "With a column 管理番号 an entry can be followed when its name changes.",
                ],
            ],
            Self::NameMissing => {
                [["名称がありません。", "The row has no name."], ["個人情報の名称を記入してください。", "Fill in its name."]]
            }
            Self::DittoWithoutAbove => [
                ["「{0}」とありますが、上のセルに記載がありません。", "It says {0}, but nothing stands above it."],
                ["内容を記入してください。", "Fill in what is meant."],
            ],
            Self::RowContinues => [
                [
                    "番号も名称もない行です。上の行の続きとして読みました。",
                    "The row has neither number nor name. It was read as more of the row above.",
                ],
                ["別の記載であれば、名称を記入してください。", "If it is an entry of its own, give it a name."],
            ],
            Self::StatementsDisagree => [
                [
                    "「無」とされていますが、「{0}」が記入されています。「無」として読みました。",
                    "It is said that there is none, and yet {0} is named. Read as none.",
                ],
                ["どちらが正しいか確かめてください。", "Find out which is right."],
            ],
            Self::LabelUnknown => {
                [["「{0}」は分からない項目です。読みませんでした。", "{0} is not a known label. It was not read."], ["", ""]]
            }
            Self::CatalogueNameRepeated => [
                ["「{0}」が2行以上あります。後の行を採りました。", "{0} stands in more than one row. The later one was taken."],
                ["1行にまとめてください。", "Make them one row."],
            ],
            Self::PartyNotInCatalogue => [
                ["「{0}」がシート「{1}」にありません。", "{0} is not in the sheet {1}."],
                ["シート「{1}」に行を加えると、国などを記録できます。", "Add it to {1} to record its country and the like."],
            ],
            Self::CatalogueRowUnused => {
                [["シート「{1}」の「{0}」は、どの記載からも参照されていません。", "No entry names {0} of the sheet {1}."], ["", ""]]
            }
            Self::CatalogueAbsent => [
                ["台帳に{1}件の名前がありますが、シート「{0}」がありません。", "The ledger names {1} of these, and there is no sheet {0}."],
                ["シート「{0}」を加えると、国などを記録できます。", "With a sheet {0} their countries and the like can be recorded."],
            ],
            Self::NoLedgerHere => [
                ["「{0}」には、台帳の見出しがあるシートがありません。", "No sheet of {0} has the headings of a ledger."],
                [
                    "「個人情報の名称」「利用目的」などの見出しの行があるか確かめてください。YAMLはFidesのマニフェスト（systemなどのキーがあるもの）を読みます。",
                    "Check that a row holds headings such as 個人情報の名称 and 利用目的. Of YAML, Fides manifests (with keys such as system) are read.",
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
