//! What a sheet says once for many rows: in the block above the heading, in a table's title, in a line over a group of rows, in its name.

use std::collections::BTreeMap;

use crate::ledger::{Text, fold};
use crate::sheet::table::{Address, Row, Value};
use crate::vocabulary::{Concept, NotEntry, Vocabulary};

use super::column::Column;
use super::grid::{Grid, words};
use super::header::{Headings, unnumbered};
use super::line::beginning;

/// A statement that holds for each row that has no column of its own for it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Said {
    /// What it is about, under its label as written.
    pub column: Column,
    /// What it says.
    pub value: Value,
    /// The cell that says it; none where it is the sheet's name.
    pub at: Option<Address>,
}

/// Statements by what they are about; one said further down replaces one said above.
pub(super) type AllSaid = BTreeMap<Concept, Said>;

/// Matters that differ from record to record, so that nothing outside a row says them.
fn is_of_one_record(concept: Concept) -> bool {
    matches!(concept, Concept::Name | Concept::ControlNo | Concept::Count | Concept::Notes | Concept::Items | Concept::Unrelated)
}

/// What the labels of a block say, and which of its rows hold labels.
pub(super) fn of_labels<'a>(grid: &Grid<'a>, rows: &'a [Row], headings: &mut Headings<'a>) -> (AllSaid, Vec<bool>) {
    let mut said = AllSaid::new();
    let mut labelled = vec![false; rows.len()];
    for (nth, row) in rows.iter().enumerate() {
        for (place, cell) in row.cells.iter().enumerate() {
            let Some(text) = words(&cell.value) else {
                continue;
            };
            let spoken = in_words(text, Some(at(row, cell.column)), headings);
            labelled[nth] |= !spoken.is_empty();
            said.extend(spoken);
            let Some(concept) = headings.of(&cell.value) else {
                continue;
            };
            // ⑥ 消去｜⑦ 法令上の整理 are headings of one row.
            let is_next = |value: &Value| is_numbered(text) && words(value).is_some_and(is_numbered);
            let right = row.cells.get(place + 1).filter(|next| headings.of(&next.value).is_none() && !is_next(&next.value));
            let adjacent = right.filter(|next| next.column <= grid.last_column(at(row, cell.column)) + 2);
            let below =
                || rows.get(nth + 1).and_then(|below| below.cells.iter().find(|under| under.column == cell.column).map(|c| (below, c)));
            let found = adjacent.map(|next| (row, next)).or_else(|| below().filter(|(_, under)| headings.of(&under.value).is_none()));
            let Some((of, value)) = found else {
                continue;
            };
            labelled[nth] = true;
            if !is_of_one_record(concept) {
                let column = Column::once(concept, text);
                said.insert(concept, Said { column, value: value.value.clone(), at: Some(at(of, value.column)) });
            }
        }
    }
    (said, labelled)
}

/// Whether a text begins with a number and words: `⑥ 消去`, `3. 保管`.
fn is_numbered(text: &str) -> bool {
    let rest = unnumbered(text);
    rest.len() < text.trim_start().len() && rest.starts_with(char::is_alphabetic)
}

/// What a line over a group of rows says.
pub(super) fn of_group(row: &Row, headings: &mut Headings<'_>) -> AllSaid {
    row.cells.first().map(|cell| of_title(row, cell.column, headings)).unwrap_or_default()
}

/// What a cell that is a title says.
pub(super) fn of_title(row: &Row, column: u32, headings: &mut Headings<'_>) -> AllSaid {
    let Some(text) = row.value(column).and_then(words) else {
        return AllSaid::new();
    };
    if beginning(&fold(text), &headings.vocabulary.not_entries) == Some(NotEntry::Note) {
        return AllSaid::new();
    }
    let place = Some(at(row, column));
    let said = in_words(text, place, headings);
    if said.is_empty() { in_title(text, place, headings.vocabulary) } else { said }
}

/// What a group heading over all columns of a table says.
pub(super) fn of_heading(text: &str, place: Address, vocabulary: &Vocabulary) -> AllSaid {
    in_title(text, Some(place), vocabulary)
}

/// What the name of a sheet says.
pub(super) fn of_sheet_name(name: &Text, vocabulary: &Vocabulary) -> AllSaid {
    in_title(name, None, vocabulary)
}

fn at(row: &Row, column: u32) -> Address {
    Address { row: row.number, column }
}

/// Labels and values within one text: `管理部門：総務部　管理責任者：総務部長`.
fn in_words(text: &str, place: Option<Address>, headings: &mut Headings<'_>) -> AllSaid {
    let mut said = AllSaid::new();
    let mut labels: Vec<(usize, usize, Option<Concept>, &str)> = Vec::new();
    for (colon, letter) in text.char_indices().filter(|(_, letter)| matches!(letter, '：' | ':')) {
        let before = &text[..colon];
        let start = before.rfind([' ', '\u{3000}', '、', '，', '（', '(', '【', '\n', '／', '※', '■']);
        let start = start.map_or(0, |start| start + before[start..].chars().next().map_or(0, char::len_utf8));
        let label = before[start..].trim();
        let known = super::column::heading(label, headings.sheet, headings.vocabulary);
        let known = known.filter(|concept| !is_of_one_record(*concept));
        if known.is_some() || is_label_apart(&before[..start], label) {
            labels.push((start, colon + letter.len_utf8(), known, label));
        }
    }
    for (nth, (_, from, concept, label)) in labels.iter().enumerate() {
        let Some(concept) = concept else { continue };
        let until = labels.get(nth + 1).map_or(text.len(), |next| next.0);
        let value = text[*from..until].trim().trim_matches(|letter: char| matches!(letter, '、' | '，' | '／' | '（' | '】' | '　'));
        let value = without_document(value);
        let value = if value.contains(['（', '(']) { value } else { value.trim_end_matches(['）', ')']) };
        if !value.is_empty() {
            let column = Column::once(*concept, label);
            said.insert(*concept, Said { column, value: Value::Text(value.into()), at: place });
        }
    }
    said
}

/// A value without what is said behind it of the document: `Guest Services / Version 4 / Approved by the CPO`, `総務部長　第4版`.
fn without_document(value: &str) -> &str {
    let divided = value.char_indices().filter(|(_, letter)| matches!(letter, '/' | '／' | '|' | '｜' | '\u{3000}'));
    let of_document = |rest: &str| {
        let folded = fold(rest.split(['/', '／', '|', '｜', '\u{3000}']).next().unwrap_or_default());
        let words = ["version", "ver.", "rev.", "revision", "approved", "updated", "asof", "issued", "版数", "改訂", "改定", "承認"];
        let ends = ["版", "現在", "改訂", "改定", "承認", "制定"];
        words.iter().any(|word| folded.starts_with(word)) || ends.iter().any(|word| folded.ends_with(word))
    };
    let mut cuts = divided.filter(|(at, letter)| *at > 0 && of_document(&value[at + letter.len_utf8()..]));
    cuts.next().map_or(value, |(at, _)| value[..at].trim_end())
}

/// Whether a word before a colon is a label of something else, so that what was said before ends here: it stands apart by a wide gap.
fn is_label_apart(before: &str, label: &str) -> bool {
    let gap = before.len() - before.trim_end().len();
    let wide = before.ends_with(['\u{3000}', '\n']) || gap >= 2;
    wide && (1..=12).contains(&label.chars().count()) && !label.contains(char::is_numeric)
}

/// What a title says without a label: a department, 自社 or 受託, a medium, a category of person.
fn in_title(text: &str, place: Option<Address>, vocabulary: &Vocabulary) -> AllSaid {
    let mut said = AllSaid::new();
    let mut say = |concept: Concept, value: &str| {
        said.insert(concept, Said { column: Column::once(concept, ""), value: Value::Text(value.into()), at: place });
    };
    if let Some(department) = department(text) {
        say(Concept::Department, &department);
    }
    let folded = fold(text);
    if ["受託", "預託", "委託された", "委託を受けた"].iter().any(|word| folded.contains(&fold(word))) {
        say(Concept::Capacity, "受託");
    } else if ["自社", "当社が取得", "当社取得"].iter().any(|word| folded.contains(&fold(word))) {
        say(Concept::Capacity, "自社");
    }
    let bare = matter(text);
    if let Some(bare) = bare.as_deref() {
        let medium = bare.trim_end_matches("媒体").trim_end_matches("で保管");
        if vocabulary.media.whole(&fold(bare)).is_some() || vocabulary.media.whole(&fold(medium)).is_some() {
            say(Concept::Media, bare);
        } else if vocabulary.subjects_like(bare).len() > 1 {
            say(Concept::Subjects, bare);
        }
    }
    said
}

/// The words of a title without its marks, its number and the words that only say that it is personal information.
fn matter(text: &str) -> Option<String> {
    let title = plain(text);
    let mut rest = title.as_str();
    for tail in ["管理台帳", "台帳", "一覧表", "一覧", "個人情報", "個人データ", "情報", "データ", "に関する", "の", "関係", "関連"]
    {
        rest = rest.strip_suffix(tail).unwrap_or(rest);
    }
    (!rest.is_empty() && rest.chars().count() <= 15).then(|| rest.to_owned())
}

/// A title without marks and numbers before it and brackets around it.
fn plain(text: &str) -> String {
    let marks = |letter: char| {
        letter.is_whitespace()
            || letter.is_ascii_digit()
            || ('０'..='９').contains(&letter)
            || ('①'..='⑳').contains(&letter)
            || ('Ⅰ'..='Ⅻ').contains(&letter)
            || "【】「」『』〔〕［］[]<>〈〉《》≪≫■□●○◆◇▼▽▲△★☆・－-―ー.．、，,:：*＊()（）_＿#＃".contains(letter)
    };
    text.trim_start_matches(marks).trim_end_matches(|letter: char| marks(letter) && letter != 'ー').to_owned()
}

/// How the names of departments end.
const DEPARTMENT_ENDS: [&str; 25] = [
    "部",
    "課",
    "室",
    "係",
    "局",
    "センター",
    "支店",
    "支社",
    "支所",
    "営業所",
    "事業所",
    "本部",
    "本社",
    "本店",
    "グループ",
    "チーム",
    "科",
    "班",
    "店",
    "工場",
    "委員会",
    "ユニット",
    "デスク",
    "学園",
    "病棟",
];

/// Words that end like a department and are none.
const NO_DEPARTMENT: [&str; 24] = [
    "全部",
    "一部",
    "内部",
    "外部",
    "細部",
    "幹部",
    "学部",
    "上部",
    "下部",
    "本部長",
    "在室",
    "自室",
    "正副部",
    "部",
    "課",
    "室",
    "係",
    "局",
    "科",
    "班",
    "店",
    "全店",
    "関係",
    "薬局",
];

/// A title without brackets that say something under a label: 点検欄（記入：総務部）.
fn without_remarks(title: &str) -> String {
    let mut rest = title;
    let mut outside = String::new();
    while let Some((before, after)) = rest.split_once(['（', '(']) {
        let Some((within, behind)) = after.split_once(['）', ')']) else { break };
        outside.push_str(before);
        outside.push(' ');
        if !within.contains(['：', ':']) {
            outside.push_str(within);
            outside.push(' ');
        }
        rest = behind;
    }
    outside + rest
}

/// The department that a title names: 総務部 in `総務部　個人情報管理台帳`, 管理本部 人事課 in `【管理本部 人事課】`.
pub(super) fn department(text: &str) -> Option<String> {
    let divides = |letter: char| {
        letter.is_whitespace() || "【】「」『』〔〕［］[]<>〈〉《》≪≫■□●○◆◇▼▽▲△★☆・:：()（）_＿/／、，,-－―".contains(letter)
    };
    let mut named: Vec<&str> = Vec::new();
    let text = &without_remarks(text);
    for token in text.split(divides).filter(|token| !token.is_empty()) {
        let token = token.trim_start_matches(|letter: char| {
            letter.is_ascii_digit()
                || ('０'..='９').contains(&letter)
                || ('①'..='⑳').contains(&letter)
                || matches!(letter, '.' | '．' | '※')
        });
        let cut = ["個人情報", "個人データ", "特定個人", "保有個人", "台帳", "管理表", "一覧", "の", "取扱", "所管", "担当"];
        let head = cut.iter().filter_map(|word| token.find(word)).min().map_or(token, |end| &token[..end]);
        let ends = DEPARTMENT_ENDS.iter().any(|end| head.ends_with(end)) && !NO_DEPARTMENT.contains(&head);
        let company = ["株式会社", "法人", "有限会社", "合同会社", "年度", "令和", "㈱"].iter().any(|word| head.contains(word));
        // 各チーム is none of them.
        if ends && !company && !head.starts_with('各') && head.chars().count() <= 20 {
            named.push(head);
        }
    }
    (!named.is_empty()).then(|| named.join("　"))
}
