//! Rows that say of themselves that they are no record: their number is not in use, or what they list holds no personal information.

use crate::ledger::{Stated, is_same_word};
use crate::sheet::table::{Row, Value};
use crate::vocabulary::Vocabulary;

use super::cell::is_nothing;
use super::column::{About, Column};
use super::grid::words;
use super::header::Header;

/// Headings of a register of all information assets that ask whether one holds personal information.
const HOLDS_ANY: [&str; 15] = [
    "個人情報",
    "個人情報含有",
    "個人情報含む",
    "個人情報の含有有無",
    "個人データを含む",
    "個人情報の有無",
    "個人情報有無",
    "個人情報の該当",
    "個人情報該当",
    "個人情報を含む",
    "個人情報を含むか",
    "個人情報の含有",
    "個人情報に該当",
    "個人データの有無",
    "個人データ有無",
];

/// Whether a row says that it holds no personal information.
pub(super) fn holds_none(row: &Row, header: &Header, vocabulary: &Vocabulary) -> bool {
    // Few columns come as far as to be folded: this is asked of each row.
    let asks = |column: &&Column| {
        column.about == About::Beside
            && column.heading.contains("個人")
            && HOLDS_ANY.iter().any(|known| is_same_word(known, &column.heading))
    };
    let said = header.columns.iter().find(asks).and_then(|column| row.value(column.index)).and_then(words);
    said.is_some_and(|text| vocabulary.marks.meaning(text) == Some(Stated::No) || is_nothing(text, vocabulary))
}

/// Whether the name of a row says that its number is not in use: `（欠番）`, `（欠番：令和2年廃止）`, `廃止`, `別台帳へ移管`.
pub(super) fn is_vacant(name: &Value) -> bool {
    let bare = words(name).map(|text| text.trim_matches(|letter: char| !letter.is_alphanumeric()));
    // 統合（No.1へ）
    let word = bare.map(|text| text.split_once(['（', '(']).filter(|(word, _)| !word.is_empty()).map_or(text, |(word, _)| word.trim()));
    // 欠番：旧会員名簿
    let before_colon = |word: &str| word.split_once(['：', ':']).is_some_and(|(before, _)| is_vacancy(before.trim()));
    word.is_some_and(|word| {
        const ENDED: [&str; 13] = [
            "廃止",
            "廃止済",
            "廃止済み",
            "削除",
            "削除済",
            "削除済み",
            "予備",
            "抹消",
            "統合",
            "統合済",
            "統合済み",
            "追加予定",
            "新規追加予定",
        ];
        is_vacancy(word)
            || before_colon(word)
            || ENDED.contains(&word)
            || ["移管", "へ統合", "に統合", "へ移行", "に移行"].iter().any(|end| word.ends_with(end))
    })
}

fn is_vacancy(word: &str) -> bool {
    ["欠番", "空番", "空き", "空き番", "空番号", "空き番号", "廃番", "欠", "未使用", "未使用番号", "使用せず"].contains(&word)
}

/// Whether a number says of itself that it is not in use: `L-05（空き番）`.
pub(super) fn is_vacant_number(number: &Value) -> bool {
    let open = words(number).and_then(|text| text.rsplit_once(['（', '(', '【', '[']));
    open.is_some_and(|(_, within)| is_vacancy(within.trim_matches(|letter: char| !letter.is_alphanumeric())))
}
