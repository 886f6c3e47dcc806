//! How what is found in reading a workbook is weighed and worded.

use super::{Code, Severity};

/// How much a finding of reading weighs.
pub(super) fn severity(code: Code) -> Severity {
    match code {
        Code::NoLedgerHere | Code::ManifestTooLarge => Severity::Error,
        Code::SheetPassedOver
        | Code::RowPassedOver
        | Code::HiddenSheet
        | Code::HiddenRows
        | Code::HiddenColumns
        | Code::ColumnKeptBeside
        | Code::ColumnTakenFor
        | Code::SheetLaidOut
        | Code::LedgerNamedByColumn
        | Code::ControlNosMade
        | Code::LabelUnknown
        | Code::PartyNotInCatalogue
        | Code::CatalogueRowUnused
        | Code::CatalogueAbsent => Severity::Note,
        _ => Severity::Warning,
    }
}

/// The message and the advice in Japanese and English; empty where there is nothing to do, and for kinds that a rule words.
#[expect(clippy::too_many_lines, reason = "a table of sentences, one entry a kind")]
pub(super) fn wording(code: Code) -> [[&'static str; 2]; 2] {
    match code {
        Code::OrganizationUnnamed => [
            [
                "事業者コードがありません。ファイル名から「{0}」としました。",
                "No organization's code is given; {0} was made of the file's name.",
            ],
            [
                "シート「事業者」に事業者コードを記入するか、--organization で指定してください。",
                "Give 事業者コード on a sheet 事業者, or name it with --organization.",
            ],
        ],
        Code::SheetPassedOver => {
            [["シート「{0}」は台帳として読みませんでした（{1}）。", "The sheet {0} was not read as a ledger ({2})."], ["", ""]]
        }
        Code::RowPassedOver => [["台帳の記載ではない行が{2}行あります（{0}）。", "{2} rows are no entries ({1})."], ["", ""]],
        Code::HiddenSheet => [["シート「{0}」は非表示です。", "The sheet {0} is hidden."], ["", ""]],
        Code::HiddenRows => [
            ["非表示の行が{0}行あります。ほかの行と同じように読みました。", "{0} rows are hidden. They were read like the others."],
            ["", ""],
        ],
        Code::HiddenColumns => [
            ["非表示の列があります：{0}。ほかの列と同じように読みました。", "Columns are hidden: {0}. They were read like the others."],
            ["", ""],
        ],
        Code::ColumnNotRead => [
            ["見出しの分からない列があります：{0}。この列は読みませんでした。", "Columns with unknown headings were not read: {0}."],
            [
                "`daicho template` の見出しに直すか、備考の列に移してください。",
                "Use the headings of `daicho template`, or move the words to 備考.",
            ],
        ],
        Code::RowIncomplete => [
            ["「{0}」がないため、この行は読みませんでした。", "The row lacks {0}, so it was not read."],
            ["「{0}」を記入してください。", "Fill in {0}."],
        ],
        Code::PaperUnattached => [
            [
                "「{0}」に当てはまる手続がシート「開示等手続」にないため、どの手続にも付けていません。",
                "No procedure of the sheet 開示等手続 fits {0}, so none has it.",
            ],
            ["請求の種類と請求者を、手続の行と合わせてください。", "Make its right and requester agree with a row of the procedures."],
        ],
        Code::ColumnKeptBeside => [
            [
                "項目の決まっていない列があります：{0}。見出しとともに残しました。",
                "Columns that no field takes were kept with their headings: {0}.",
            ],
            ["", ""],
        ],
        Code::ColumnTakenFor => [
            ["「{0}」の列を「{1}」の列として読みました。", "The column {0} was read as {1}."],
            ["違うときは、見出しを改めてください。", "If that is wrong, word the heading otherwise."],
        ],
        Code::SheetLaidOut => [
            ["シート「{0}」は、{1}ものとして読みました。", "The sheet {0} was read as one in which {2}."],
            ["違うときは、1件を1行に書いてください。", "If that is wrong, write each record in a row of its own."],
        ],
        Code::LedgerNamedByColumn => [
            ["名称の列がないため、列「{0}」を名称としました。", "The ledger has no column of names; {0} names its rows."],
            ["「個人情報の名称」の列を設けることを検討してください。", "Consider a column 個人情報の名称."],
        ],
        Code::ControlNoRepeated => [
            [
                "管理番号「{0}」が{1}件の記載に使われています。別々の記載として扱います。",
                "The control number {0} is used by {1} rows. Each is an entry of its own.",
            ],
            ["番号が重複しないように直してください。", "Give each row a number of its own."],
        ],
        Code::ControlNoMissing => [
            ["「{0}」に管理番号がありません。「{1}」としました。", "{0} has no control number. It was given {1}."],
            ["管理番号を記入してください。", "Fill in its control number."],
        ],
        Code::ControlNosMade => [
            ["シート「{0}」には管理番号の列がないため、{1}件に番号を付けました。", "The sheet {0} has no control numbers; {1} were made."],
            [
                "管理番号の列を設けると、名称が変わっても同じ記載として追えます。",
                "With a column 管理番号 an entry can be followed when its name changes.",
            ],
        ],
        Code::NameMissing => [["名称がありません。", "The row has no name."], ["個人情報の名称を記入してください。", "Fill in its name."]],
        Code::DittoWithoutAbove => [
            [
                "「{0}」とありますが、上（同左なら左）に、それに当たる記載がありません。",
                "It says {0}, but nothing stands above it (or to its left) that could be meant.",
            ],
            ["内容を記入してください。", "Fill in what is meant."],
        ],
        Code::RowContinues => [
            [
                "番号も名称もない行です。上の行の続きとして読みました。",
                "The row has neither number nor name. It was read as more of the row above.",
            ],
            ["別の記載であれば、名称を記入してください。", "If it is an entry of its own, give it a name."],
        ],
        Code::StatementsDisagree => [
            [
                "「無」とされていますが、「{0}」が記入されています。「無」として読みました。",
                "It is said that there is none, and yet {0} is named. Read as none.",
            ],
            ["どちらが正しいか確かめてください。", "Find out which is right."],
        ],
        Code::LabelUnknown => [["「{0}」は分からない項目です。読みませんでした。", "{0} is not a known label. It was not read."], ["", ""]],
        Code::CatalogueNameRepeated => [
            ["「{0}」が2行以上あります。後の行を採りました。", "{0} stands in more than one row. The later one was taken."],
            ["1行にまとめてください。", "Make them one row."],
        ],
        Code::PartyNotInCatalogue => [
            ["「{0}」がシート「{1}」にありません。", "{0} is not in the sheet {1}."],
            ["シート「{1}」に行を加えると、国などを記録できます。", "Add it to {1} to record its country and the like."],
        ],
        Code::CatalogueRowUnused => {
            [["シート「{1}」の「{0}」は、どの記載からも参照されていません。", "No entry names {0} of the sheet {1}."], ["", ""]]
        }
        Code::CatalogueAbsent => [
            ["台帳に{1}件の名前がありますが、シート「{0}」がありません。", "The ledger names {1} of these, and there is no sheet {0}."],
            ["シート「{0}」を加えると、国などを記録できます。", "With a sheet {0} their countries and the like can be recorded."],
        ],
        Code::NoLedgerHere => [
            ["「{0}」には、台帳の見出しがあるシートがありません。", "No sheet of {0} has the headings of a ledger."],
            [
                "「個人情報の名称」「利用目的」などの見出しの行があるか確かめてください。YAMLはFidesのマニフェスト（systemなどのキーがあるもの）を読みます。",
                "Check that a row holds headings such as 個人情報の名称 and 利用目的. Of YAML, Fides manifests (with keys such as system) are read.",
            ],
        ],
        Code::ManifestTooLarge => [
            [
                "「{0}」は、複数の記載に共通する内容を記載ごとに数えると、読み取れる量を超えます。一部を読んでいません。",
                "{0} says more than is read, what it says of several records at once counted for each. A part of it was not read.",
            ],
            ["マニフェストを分けてください。", "Divide the manifest."],
        ],
        Code::ErrorInCell => [
            ["セルがエラー値「{0}」です。値を読み取れませんでした。", "The cell holds the error {0}; nothing was read from it."],
            ["数式を直すか、値を直接入力してください。", "Mend the formula, or enter the value itself."],
        ],
        Code::FormulaWithoutValue => [
            [
                "数式「{0}」の計算結果がファイルに保存されていません。値を読み取れませんでした。",
                "The workbook stores no value for the formula {0}; nothing was read from it.",
            ],
            [
                "表計算ソフトで開いて保存し直すか、値を直接入力してください。",
                "Open and save the workbook in a spreadsheet program, or enter the value itself.",
            ],
        ],
        Code::NotYetAscertained => [
            [
                "「{0}」と書かれており、まだ確かめられていません。記載なしとして扱います。",
                "It says {0}: not ascertained yet. Read as not stated.",
            ],
            ["確かめたうえで記入してください。", "Ascertain it and fill it in."],
        ],
        Code::MarkUnknown => [
            [
                "「{0}」が「有」か「無」か分かりません。記載なしとして扱います。",
                "It cannot be told whether {0} is yes or no. Read as not stated.",
            ],
            [
                "「有」「無」「可能性あり」のいずれかを記入するか、凡例で記号の意味を示してください。",
                "Enter 有, 無 or 可能性あり, or explain the sign in a legend.",
            ],
        ],
        Code::MarkContradictory => [
            [
                "「{0}」は、どの選択肢を選んだのか分かりません。記載なしとして扱います。",
                "It cannot be told which choice of {0} is taken. Read as not stated.",
            ],
            ["選択肢を一つだけ選んでください。", "Mark exactly one choice."],
        ],
        Code::CountUnreadable => [
            ["「{0}」から件数を読み取れません。", "No count can be read from {0}."],
            [
                "「1200」「約3万件」「1,000人以上」のように、数を一つ記入してください。分からないときは「不明」とします。",
                "Enter one number, such as 1200, 約3万件 or 1,000人以上; 不明 where it is not known.",
            ],
        ],
        Code::CountPerYear => [
            ["「{0}」は1年あたりの数です。そのまま件数としました。", "{0} is a number a year. It was taken for the count."],
            ["保有している件数を記入してください。", "Enter how many are held."],
        ],
        Code::CountPerMonth => [
            [
                "「{0}」は1か月、1週間または1日あたりの数です。そのまま件数としました。",
                "{0} is a number a month, a week or a day. It was taken for the count.",
            ],
            ["保有している件数を記入してください。", "Enter how many are held."],
        ],
        Code::DateUnreadable => [
            ["「{0}」は日付として読み取れません。", "{0} cannot be read as a date."],
            ["「2024-07-01」「令和6年7月1日」のように記入してください。", "Write it as 2024-07-01 or 令和6年7月1日."],
        ],
        Code::DateIncomplete => [
            ["「{0}」には年月日の一部がありません。日付は記載なしとして扱います。", "{0} lacks a part of the date. Read as not stated."],
            ["年月日をすべて記入してください。", "Give year, month and day."],
        ],
        Code::EraOverrun => [
            ["「{0}」は元号の期間外の日付です。{1}として読みました。", "{0} lies outside its era. Read as {1}."],
            ["西暦か正しい元号で記入してください。", "Write it in the right era, or in the common one."],
        ],
        Code::RetentionUnreadable => [
            ["「{0}」から保存期間を一つに読み取れません。", "No single retention can be read from {0}."],
            [
                "「5年」「退職後5年」「採用決定まで」「永年」「法定保存期間」のように記入してください。",
                "Write it as 5年, 退職後5年, 採用決定まで, 永年 or 法定保存期間.",
            ],
        ],
        Code::RetentionUndecided => [
            ["保存期間が「{0}」のままです。記載なしとして扱います。", "The retention is still {0}. Read as not stated."],
            ["保存期間を定めて記入してください（個人情報保護法第22条）。", "Decide how long it is kept, and fill it in (APPI 22)."],
        ],
        Code::CountryUnnamed => [
            ["「{0}」には国名がなく、どの国か分かりません。", "{0} names no country."],
            [
                "国名を記入してください。国を特定できないときは、その理由を記入してください。",
                "Name the country; where it cannot be told, say why.",
            ],
        ],
        Code::CountryUnknown => [
            ["「{0}」に国名として読めない語「{1}」があります。", "In {0}, {1} names no known country."],
            ["国名かリージョン名を記入してください。", "Enter the name of a country or of a cloud region."],
        ],
        Code::DidYouMean => [
            ["「{0}」は分からない語です。「{1}」のことですか。", "{0} is not known. Did you mean {1}?"],
            ["「{1}」のことであれば、そのように直してください。", "If {1} is meant, write it so."],
        ],
        Code::WordUnknown => {
            [["「{0}」は分からない語です。", "{0} is not a known word here."], ["次のいずれかを記入してください：{1}", "Enter one of: {1}"]]
        }
        Code::FeeUnreadable => [
            ["「{0}」から手数料の額を読み取れません。", "No fee can be read from {0}."],
            ["円の額を数字で記入するか、「無料」「実費」「見積り」と記入してください。", "Enter a number of yen, or 無料, 実費 or 見積り."],
        ],
        Code::PeriodUnreadable => [
            ["「{0}」から期間を読み取れません。", "No period can be read from {0}."],
            ["「3か月以内」のように記入してください。", "Write it as 3か月以内."],
        ],
        Code::OrganizationCodeInvalid => [
            ["事業者コード「{0}」は使えません。", "{0} cannot be an organization's code."],
            ["半角の英小文字・数字・ハイフンで、64字以内で記入してください。", "Use at most 64 small letters, digits and hyphens."],
        ],
        _ => [["", ""], ["", ""]],
    }
}
