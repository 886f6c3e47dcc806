//! Whether what stands below a heading, or beside a label, is what one would find under a heading of some matter.

use std::collections::BTreeSet;

use crate::ledger::{Certainty, Country, Stated, fold};
use crate::sheet::table::Value;
use crate::vocabulary::{Concept, Sign, Vocabulary};

use super::cell::{self, Legend};
use super::column::Column;
use super::department::is_unit;
use super::likely::keeps;
use super::tell::leaf;

/// The most letters of what names a record.
const LONGEST_NAME: usize = 40;
/// The most letters of what names those who may see it.
const LONGEST_PERSONS: usize = 30;

/// What stands below a heading, or beside a label.
pub(super) struct Below<'b> {
    column: &'b Column,
    vocabulary: &'b Vocabulary,
    /// The cells that are filled, but for the heading itself, which may stand there again, and for what says that it is as above.
    values: Vec<&'b Value>,
    /// Their words, but for those that say nothing.
    words: Vec<String>,
}

impl<'b> Below<'b> {
    pub(super) fn new(values: &[&'b Value], column: &'b Column, vocabulary: &'b Vocabulary) -> Self {
        let own = leaf(column);
        let is_filled = |value: &&&Value| {
            let text = value.text();
            !text.trim().is_empty() && text != own && !cell::is_ditto(&text, vocabulary)
        };
        let values: Vec<&Value> = values.iter().filter(is_filled).copied().collect();
        let words = values.iter().map(|value| value.text().trim().to_owned()).filter(|text| !cell::is_nothing(text, vocabulary)).collect();
        Self { column, vocabulary, values, words }
    }

    /// Whether most of the cells that say something do.
    fn most(&self, does: impl Fn(&str) -> bool) -> bool {
        !self.words.is_empty() && self.words.iter().filter(|text| does(text)).count() * 3 >= self.words.len() * 2
    }

    /// Whether most of the cells that say something hold nothing but parts that do.
    fn most_parts(&self, does: impl Fn(&str) -> bool) -> bool {
        self.most(|text| cell::list(text, self.vocabulary).iter().all(|part| does(part)))
    }

    /// Whether the cells say what one would find under a heading of that.
    pub(super) fn confirm(&self, concept: Concept) -> bool {
        let vocabulary = self.vocabulary;
        let is_sentence = |text: &str| !self.is_mark(text) && !self.is_day(text) && text.chars().any(char::is_alphabetic);
        match concept {
            Concept::Name => self.are_names(),
            Concept::ControlNo => self.are_numbers(),
            Concept::Subjects => self.most_parts(|part| vocabulary.subjects_like(part).len() > 1 || is_person(part)),
            Concept::Items => self.most(names_items),
            Concept::Count => self.most_values(|value| cell::count(value, self.column.scale, vocabulary).value.is_some()),
            Concept::ReviewedOn => self.most_values(|value| cell::date(value, vocabulary).value.is_some()),
            Concept::Media => self.most_parts(|part| cell::is_nothing_but_media(part, vocabulary)),
            Concept::Storage => self.most(|text| {
                let read = cell::whereabouts(text, Country::JAPAN, vocabulary);
                read.doubts.is_empty() && read.value.certainty != Certainty::NotStated
            }),
            Concept::Retention => self.most(|text| keeps(text, self.column, vocabulary)) && !self.most(|text| self.is_day(text)),
            Concept::Disposal => self.most(|text| cell::disposes(text) && !keeps(text, self.column, vocabulary)),
            Concept::Accessors => self.most_parts(names_persons),
            Concept::Department => self.most_parts(|part| is_unit(part, vocabulary)),
            Concept::Purposes | Concept::Acquisition => self.most(is_sentence) && !self.most(|text| keeps(text, self.column, vocabulary)),
            Concept::Places => self.most(is_sentence) && !self.most(|text| keeps(text, self.column, vocabulary) || cell::disposes(text)),
            Concept::SpecialCare => self.are_marks() && asks_whether_held(&self.column.heading),
            Concept::IndividualNumber | Concept::Disclosure => self.are_marks(),
            Concept::Entrusted | Concept::Provided | Concept::JointlyUsed => {
                let is_other = |part: &str| cell::is_body(part) || is_office(part);
                self.are_marks() || self.most_parts(is_other) || self.most(|text| self.is_mark(text) || is_other(text))
            }
            _ => false,
        }
    }

    fn most_values(&self, does: impl Fn(&Value) -> bool) -> bool {
        let said: Vec<&&Value> = self.values.iter().filter(|value| !cell::is_nothing(&value.text(), self.vocabulary)).collect();
        !said.is_empty() && said.iter().filter(|value| does(value)).count() * 3 >= said.len() * 2
    }

    /// Whether the cells are yes or no, but for those that are not settled.
    fn are_marks(&self) -> bool {
        let unsettled = |text: &str| self.vocabulary.signs.whole(&fold(text)) == Some(Sign::Unsettled);
        let says = |value: &&&Value| self.is_mark(&value.text()) || unsettled(&value.text());
        !self.values.is_empty() && self.values.iter().filter(says).count() * 3 >= self.values.len() * 2
    }

    fn is_mark(&self, text: &str) -> bool {
        let mark = cell::mark(text, self.vocabulary, &Legend::default());
        mark.doubts.is_empty() && mark.value.stated != Stated::NotStated
    }

    fn is_day(&self, text: &str) -> bool {
        cell::date(&Value::Text(text.into()), self.vocabulary).value.is_some()
    }

    /// Whether the cells are called as records are, most of them each its own way: 契約者データ, 入館カメラ映像.
    pub(super) fn are_names(&self) -> bool {
        let distinct: BTreeSet<&String> = self.words.iter().collect();
        let is_record = |text: &str| {
            let text = fold(text);
            let bare = text.split('(').next().unwrap_or_default().trim_end();
            text.chars().count() <= LONGEST_NAME && !text.contains('、') && RECORDS.iter().any(|end| bare.ends_with(&fold(end)))
        };
        let records = self.words.iter().filter(|text| is_record(text)).count();
        records * 2 > self.words.len() && distinct.len() * 5 >= self.words.len() * 4
    }

    /// Whether the cells are signs with figures, all but a few of them each its own.
    fn are_numbers(&self) -> bool {
        let is_number = |text: &str| {
            let text = fold(text);
            let is_latin = || text.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_./#()".contains(letter));
            // 総１, ガ営-1.
            let counts = || text.ends_with(|letter: char| letter.is_ascii_digit()) && text.chars().count() <= 8;
            text.chars().count() <= 16 && text.contains(|letter: char| letter.is_ascii_digit()) && (is_latin() || counts())
        };
        let distinct: BTreeSet<&String> = self.words.iter().collect();
        self.words.len() > 1 && self.words.iter().all(|text| is_number(text)) && distinct.len() * 10 >= self.words.len() * 8
    }
}

/// How what records are called ends.
const RECORDS: [&str; 62] = [
    "名簿",
    "台帳",
    "原簿",
    "簿",
    "帳",
    "票",
    "伝票",
    "書",
    "書類",
    "届",
    "願",
    "願書",
    "表",
    "一覧",
    "リスト",
    "データ",
    "情報",
    "記録",
    "履歴",
    "カード",
    "カルテ",
    "映像",
    "画像",
    "写真",
    "録音",
    "名刺",
    "控",
    "控え",
    "写し",
    "原稿",
    "原本",
    "資料",
    "ファイル",
    "ログ",
    "明細",
    "通知",
    "報告",
    "報告書",
    "申込",
    "調書",
    "証",
    "アンケート",
    "回答",
    "はがき",
    "ハガキ",
    "葉書",
    "宛名",
    "名札",
    "メモ",
    "マスタ",
    "マスター",
    "データベース",
    "DB",
    "日誌",
    "日報",
    "ノート",
    "list",
    "records",
    "log",
    "data",
    "file",
    "form",
];

/// Whether a word is for persons: 荷受人, 通報者, 船員, 旅客.
fn is_person(word: &str) -> bool {
    const ENDS: [&str; 17] =
        ["者", "人", "員", "客", "主", "様", "方", "さん", "生", "児", "童", "長", "師", "士", "会員", "家族", "オーナー"];
    let bare = word.split(['(', '（']).next().unwrap_or_default().trim_end();
    bare.chars().count() <= LONGEST_PERSONS && ENDS.iter().any(|end| bare.ends_with(end))
}

/// Whether a word names an office or an institution to which something may be given: 市こども課, 税務署.
fn is_office(word: &str) -> bool {
    const ENDS: [&str; 16] =
        ["課", "署", "所", "庁", "局", "省", "役場", "学校", "病院", "組合", "連合会", "協議会", "銀行", "裁判所", "県", "市"];
    let bare = word.split(['(', '（']).next().unwrap_or_default().trim_end();
    ENDS.iter().any(|end| bare.ends_with(end))
}

/// Whether words list what a record holds of a person: 氏名、住所.
fn names_items(text: &str) -> bool {
    const ITEMS: [&str; 34] = [
        "氏名",
        "名前",
        "住所",
        "電話",
        "連絡先",
        "生年月日",
        "年齢",
        "性別",
        "メール",
        "番号",
        "口座",
        "写真",
        "映像",
        "顔",
        "音声",
        "学歴",
        "職歴",
        "病歴",
        "家族",
        "給与",
        "金額",
        "履歴",
        "続柄",
        "勤務先",
        "会社名",
        "所属",
        "役職",
        "資格",
        "成績",
        "症状",
        "国籍",
        "name",
        "address",
        "phone",
    ];
    let folded = fold(text);
    ITEMS.iter().any(|item| folded.contains(item))
}

/// Whether a heading that names a kind of information asks whether it is held, and not how somebody is.
fn asks_whether_held(heading: &str) -> bool {
    ["入っ", "はいっ", "含", "こと", "有無", "あるか", "ありますか", "情報", "記載", "data", "information"]
        .iter()
        .any(|word| fold(heading).contains(word))
}

/// Whether words name persons by their part of the organization or by what they do: 園長, 総務部員, 受付担当.
fn names_persons(text: &str) -> bool {
    const ENDS: [&str; 32] = [
        "長",
        "員",
        "者",
        "担当",
        "部",
        "課",
        "係",
        "室",
        "科",
        "局",
        "職",
        "士",
        "師",
        "師範",
        "主任",
        "全員",
        "限り",
        "限定",
        "のみ",
        "人",
        "役",
        "事務",
        "経理",
        "総務",
        "人事",
        "先生",
        "スタッフ",
        "オペレーター",
        "sv",
        "グループ",
        "チーム",
        "staff",
    ];
    let folded = fold(text);
    let bare = folded.split('(').next().unwrap_or_default().trim_end();
    bare.chars().count() <= LONGEST_PERSONS && ENDS.iter().any(|end| bare.ends_with(end))
}
