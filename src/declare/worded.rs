//! Columns and labels whose headings are not known as a whole, while words in them tell what they are about and the cells confirm it:
//! どのくらい残すか with 卒園後5年 below it, 捨てるとき with シュレッダー. What is read so is said.

use std::collections::{BTreeMap, BTreeSet};

use crate::ledger::{Certainty, Country, Stated, Text, fold};
use crate::sheet::table::{Row, Value};
use crate::vocabulary::{Concept, Sheet, Sign, Vocabulary, parties_of};

use super::block::Block;
use super::cell::{self, Legend};
use super::column::Column;
use super::department::is_unit;
use super::likely::{is_open, keeps, take};
use super::settle::concepts;
use super::tell::leaf;

/// The most letters of what names a record.
const LONGEST_NAME: usize = 40;
/// The most letters of what names those who may see it.
const LONGEST_PERSONS: usize = 30;

/// Reads the columns of a table so.
pub(super) fn tell(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    let about: BTreeSet<Concept> = concepts(columns.iter().filter(|column| !names_by_makeshift(column, vocabulary)));
    let below = |column: &Column| rows.iter().filter_map(|row| row.value(column.index)).collect::<Vec<_>>();
    let meant: Vec<Option<(Text, Concept)>> = columns.iter().map(|column| meant(column, &below(column), &about, vocabulary)).collect();
    for (column, (word, concept)) in columns.iter_mut().zip(once_each(&meant)).filter_map(|(column, meant)| Some((column, meant?))) {
        take(column, concept, word);
    }
}

/// Reads the labels of forms so. What a label is read as holds for each of its forms.
pub(super) fn tell_labels<'b>(blocks: impl Iterator<Item = &'b mut Block>, vocabulary: &Vocabulary) {
    let mut blocks: Vec<&mut Block> = blocks.collect();
    let labels = || blocks.iter().flat_map(|block| block.iter());
    let about: BTreeSet<Concept> = concepts(labels().map(|labelled| &labelled.column));
    let mut columns: BTreeMap<&str, (&Column, Vec<&Value>)> = BTreeMap::new();
    for labelled in labels().filter(|labelled| is_open(&labelled.column, vocabulary)) {
        let (_, values) = columns.entry(&labelled.label).or_insert_with(|| (&labelled.column, Vec::new()));
        values.extend(labelled.values.iter().map(|(_, value)| value));
    }
    let meant: Vec<Option<(Text, Concept)>> = columns.values().map(|(column, values)| meant(column, values, &about, vocabulary)).collect();
    let meant: BTreeMap<String, (Text, Concept)> =
        columns.keys().zip(once_each(&meant)).filter_map(|(label, meant)| Some(((*label).to_owned(), meant?))).collect();
    for labelled in blocks.iter_mut().flat_map(|block| block.iter_mut()) {
        if let Some((word, concept)) = meant.get(&labelled.label) {
            take(&mut labelled.column, *concept, word.clone());
        }
    }
}

/// Of columns that may be meant for the same matter, none is.
fn once_each(meant: &[Option<(Text, Concept)>]) -> Vec<Option<(Text, Concept)>> {
    let is_only = |concept: &Concept| meant.iter().flatten().filter(|(_, other)| family(*other) == family(*concept)).count() == 1;
    meant.iter().map(|meant| meant.clone().filter(|(_, concept)| is_only(concept))).collect()
}

/// Whether a column names the records for want of a better one: 業務内容.
fn names_by_makeshift(column: &Column, vocabulary: &Vocabulary) -> bool {
    column.only() == Some(Concept::Name) && vocabulary.is_makeshift(Sheet::Ledger, leaf(column))
}

/// A matter of which the names or the marks may be asked for: 委託 and 委託先 are of one.
fn family(concept: Concept) -> Concept {
    parties_of(concept).map_or(concept, |(whether, _)| whether)
}

/// What a column is meant for, with the word of its heading that tells; nothing where its heading is known, where another column is about
/// that, or where the cells do not confirm it.
fn meant(column: &Column, values: &[&Value], about: &BTreeSet<Concept>, vocabulary: &Vocabulary) -> Option<(Text, Concept)> {
    if !is_open(column, vocabulary) {
        return None;
    }
    let (word, concept) = vocabulary.by_telling_words(Sheet::Ledger, leaf(column))?;
    let is_said = about.iter().any(|other| family(*other) == family(concept));
    let below = Below::new(values, column, vocabulary);
    (!is_said && below.confirm(concept)).then_some((word, concept))
}

/// What stands below a heading, or beside a label.
struct Below<'b> {
    column: &'b Column,
    vocabulary: &'b Vocabulary,
    /// The cells that are filled, but for the heading itself, which may stand there again, and for what says that it is as above.
    values: Vec<&'b Value>,
    /// Their words, but for those that say nothing.
    words: Vec<String>,
}

impl<'b> Below<'b> {
    fn new(values: &[&'b Value], column: &'b Column, vocabulary: &'b Vocabulary) -> Self {
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
    fn confirm(&self, concept: Concept) -> bool {
        let vocabulary = self.vocabulary;
        let is_sentence = |text: &str| !self.is_mark(text) && !self.is_day(text) && text.chars().any(char::is_alphabetic);
        match concept {
            Concept::Name => self.are_names(),
            Concept::ControlNo => self.are_numbers(),
            Concept::Subjects => self.most_parts(|part| vocabulary.subjects_like(part).len() > 1),
            Concept::Items => self.most(|text| names_items(text)),
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
                self.are_marks() || self.most_parts(cell::is_body) || self.most(|text| self.is_mark(text) || cell::is_body(text))
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
    fn are_names(&self) -> bool {
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
            text.chars().count() <= 16
                && text.contains(|letter: char| letter.is_ascii_digit())
                && text.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_./#()".contains(letter))
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

#[cfg(test)]
mod tests {
    use super::super::drawn::{cells, read, sheet, told};
    use super::*;
    use crate::finding::Code;
    use crate::ledger::Entry;

    fn said(entry: &Entry) -> String {
        let retention = entry.retention.text.as_deref().unwrap_or_default();
        let disposal = entry.disposal.as_deref().unwrap_or_default();
        let acquisition = entry.acquisition.join("+");
        format!("{}|{acquisition}|{retention}|{disposal}|{:?}|{:?}", entry.name, entry.special_care, entry.jointly_used)
    }

    #[test]
    fn plain_words_of_headings_tell_where_the_cells_confirm_them() {
        let drawing = "
            番号 | 名称   | 対象者 | 項目       | だれからどうやって | どのくらい残すか | 捨てるとき   | 病気・アレルギーのことが入っているか | 本部との共同利用
            1    | 入園願書 | 園児   | 氏名、住所 | 保護者が提出       | 卒園後5年            | シュレッダー | いいえ                               | ○
            2    | 健康カード | 園児 | 氏名、病歴 | 保護者が提出       | 卒園まで             | 溶解         | はい                                 | ×";
        assert_eq!(
            told(drawing, said),
            ["入園願書|保護者が提出|卒園後5年|シュレッダー|No|Yes", "健康カード|保護者が提出|卒園まで|溶解|Yes|No",]
        );
        let (_, findings) = read(vec![sheet("台帳", drawing)]);
        assert!(cells(&findings, Code::ColumnTakenFor).len() >= 3);
    }

    #[test]
    fn words_of_headings_tell_nothing_that_the_cells_do_not_confirm() {
        let drawing = "
            番号 | 名称     | 対象者 | 項目 | どのくらい残すか | 捨てるとき | アレルギーのことが入っているか
            1    | 入園願書 | 園児   | 氏名 | 園長に聞く           | 5年        | 卵
            2    | 名簿     | 園児   | 氏名 | 園長に聞く           | 1年        | 卵";
        assert_eq!(told(drawing, said), ["入園願書||||NotStated|NotStated", "名簿||||NotStated|NotStated"]);
    }
}
