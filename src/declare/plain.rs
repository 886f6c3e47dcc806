//! Columns whose headings say in few or plain words what they are about, and which the cells below them must confirm: PC beside 紙, 病気のこと
//! など, 官公署への提出. What is read so is said.

use crate::ledger::{Medium, Stated, Text, fold};
use crate::sheet::table::Row;
use crate::vocabulary::{Concept, Sheet, Sign, Vocabulary};

use super::cell::{self, Legend};
use super::column::{About, Column, heading};
use super::grid::words;
use super::likely::{is_open, most, take, texts};
use super::line::is_page_number;
use super::tell::leaf;

/// What cells make of such columns.
pub(super) fn tell(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    media_beside_paper(rows, columns, vocabulary);
    special_care_by_kinds(rows, columns, vocabulary);
    given_by_receivers(rows, columns, vocabulary);
    items_beside_name(rows, columns, vocabulary);
}

/// Whether words are yes or no.
fn is_mark(text: &str, vocabulary: &Vocabulary) -> bool {
    let mark = cell::mark(text, vocabulary, &Legend::default());
    mark.doubts.is_empty() && mark.value.stated != Stated::NotStated
}

/// Whether words leave open what they are asked: ？, 確認中.
fn is_unsettled(text: &str, vocabulary: &Vocabulary) -> bool {
    vocabulary.signs.whole(&fold(text)) == Some(Sign::Unsettled)
}

/// All words below a heading, also those that say nothing; the heading itself may stand there again.
fn filled<'a>(rows: &'a [Row], column: &Column) -> Vec<&'a str> {
    let own = leaf(column);
    rows.iter().filter_map(|row| row.value(column.index)).filter_map(words).filter(|text| *text != own).collect()
}

/// Whether the words below a heading are yes or no, but for the page number of a printed page. A page may have none of them yet.
fn is_marked(texts: &[&str], vocabulary: &Vocabulary) -> bool {
    texts.iter().all(|text| is_mark(text, vocabulary) || is_page_number(text))
}

/// PC and 他 with ● below them, where a column 紙 is marked too: further media. Without them paper would be said to be all. 他 must stand
/// right behind a medium.
fn media_beside_paper(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    use Concept::{Media, MediumElectronic, MediumOther, MediumPaper, Notes};
    let has = |columns: &[Column], of: Concept| columns.iter().any(|column| column.concerns(of));
    if !has(columns, MediumPaper) || has(columns, Media) {
        return;
    }
    let is_marked = |column: &Column| is_marked(&texts(rows, column, vocabulary), vocabulary);
    if !has(columns, MediumElectronic) {
        let of_paper: Vec<Text> = columns.iter().filter(|column| column.concerns(MediumPaper)).map(|column| column.group.clone()).collect();
        let is_electronic = |column: &Column| {
            let is_beside = || column.about == About::Beside && heading(leaf(column), Sheet::Ledger, vocabulary).is_none();
            let is_open = is_open(column, vocabulary) || of_paper.contains(&column.group) && is_beside();
            // ＰＣ⏎サーバ is of either.
            let mut parts = leaf(column).split(['\n', '・', '／', '/']).filter(|part| !part.is_empty());
            let all = parts.all(|part| vocabulary.media.whole(&fold(part)) == Some(Medium::Electronic));
            is_open && (all || leaf(column) == "電") && is_marked(column)
        };
        for column in columns.iter_mut().filter(|column| is_electronic(column)) {
            take(column, MediumElectronic, "電子".into());
        }
    }
    if has(columns, MediumOther) {
        return;
    }
    let media: Vec<u32> = columns
        .iter()
        .filter(|column| column.concerns(MediumPaper) || column.concerns(MediumElectronic))
        .map(|column| column.index)
        .collect();
    let is_other = |column: &&mut Column| {
        let is_loose = is_open(column, vocabulary) || column.only() == Some(Notes);
        let is_named = matches!(leaf(column), "他" | "その他" | "ほか" | "そのほか");
        is_loose && is_named && column.group.is_empty() && media.contains(&column.index.saturating_sub(1)) && is_marked(column)
    };
    if let Some(column) = columns.iter_mut().find(is_other) {
        take(column, MediumOther, "その他の媒体".into());
    }
}

/// 身体・病歴 and 病気のことなど with yes or no below them: whether there is any information that needs special care. One kind alone (病歴)
/// may be but an item.
fn special_care_by_kinds(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    if columns.iter().any(|column| column.concerns(Concept::SpecialCare)) {
        return;
    }
    let is_care = |column: &&mut Column| {
        let says = |text: &str| is_mark(text, vocabulary) || is_unsettled(text, vocabulary);
        is_open(column, vocabulary) && names_special_kinds(leaf(column)) && most(&filled(rows, column), says)
    };
    let mut found: Vec<&mut Column> = columns.iter_mut().filter(is_care).collect();
    if let [only] = found.as_mut_slice() {
        take(only, Concept::SpecialCare, "要配慮個人情報".into());
    }
}

/// Whether words name kinds of information that needs special care, and nothing else: several, or one with 等 and the like behind it.
fn names_special_kinds(text: &str) -> bool {
    const KINDS: [&str; 32] = [
        "健康",
        "健康状態",
        "健康診断",
        "健康診断結果",
        "健診",
        "健診結果",
        "病気",
        "病歴",
        "持病",
        "既往症",
        "既往歴",
        "疾病",
        "傷病",
        "身体",
        "心身",
        "体調",
        "からだ",
        "体",
        "障害",
        "障がい",
        "障碍",
        "信条",
        "思想",
        "宗教",
        "信仰",
        "人種",
        "犯罪",
        "犯罪歴",
        "犯歴",
        "前科",
        "社会的身分",
        "診療",
    ];
    const ENDS: [&str; 12] =
        ["に関する情報", "に関すること", "についての情報", "の情報", "情報", "のこと", "の記載", "の有無", "などの", "など", "等の", "等"];
    let mut bare = text;
    while let Some(shorter) = ENDS.iter().find_map(|end| bare.strip_suffix(end)) {
        bare = shorter;
    }
    let parts: Vec<&str> = bare.split(['・', '、', '／', '/', 'や', '，']).collect();
    parts.iter().all(|part| KINDS.contains(part)) && (parts.len() > 1 || bare.len() < text.len())
}

/// 第三者 and 官公署等への提出 with yes or no, or the names of bodies, below them: to whom it is given, where no other column says so.
fn given_by_receivers(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    if [Concept::Provided, Concept::Recipients].iter().any(|of| columns.iter().any(|column| column.concerns(*of))) {
        return;
    }
    let is_body = |text: &str| cell::list(text, vocabulary).iter().all(|name| cell::is_body(name));
    let tells = |text: &str| is_mark(text, vocabulary) || is_unsettled(text, vocabulary) || is_body(text);
    let is_given =
        |column: &&mut Column| is_open(column, vocabulary) && names_receivers(leaf(column)) && most(&filled(rows, column), tells);
    let mut found: Vec<&mut Column> = columns.iter_mut().filter(is_given).collect();
    if let [only] = found.as_mut_slice() {
        take(only, Concept::Provided, "第三者提供".into());
    }
}

/// Whether a heading names others outside, alone or as those to whom something is handed in.
fn names_receivers(text: &str) -> bool {
    const OTHERS: [&str; 5] = ["第三者", "他社", "他機関", "外部機関", "関係機関"];
    const OFFICES: [&str; 13] = [
        "官公署",
        "官公庁",
        "官庁",
        "監督官庁",
        "役所",
        "行政",
        "行政機関",
        "公的機関",
        "自治体",
        "関係機関",
        "外部機関",
        "関係官庁",
        "関係団体",
    ];
    const ACTS: [&str; 6] = ["提出", "報告", "届出", "送付", "申告", "通報"];
    let handed = || {
        let (to, act) = text.split_once("への").or_else(|| text.split_once('へ'))?;
        Some(OFFICES.contains(&to.trim_end_matches('等').trim_end_matches("など")) && ACTS.contains(&act))
    };
    OTHERS.contains(&text) || handed() == Some(true)
}

/// 個人情報の種別 beside a column that names the record, with lists below it: what the record holds.
fn items_beside_name(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    let is_kind = |column: &Column| ["種別", "種類", "分類"].iter().any(|end| leaf(column).ends_with(end));
    let names = |column: &Column| column.only() == Some(Concept::Name) && column.group.is_empty();
    if columns.iter().any(|column| column.concerns(Concept::Items)) || !columns.iter().any(|column| names(column) && !is_kind(column)) {
        return;
    }
    let lists = |text: &str| cell::list(text, vocabulary).len() > 1;
    let is_items = |column: &&mut Column| names(column) && is_kind(column) && most(&texts(rows, column, vocabulary), lists);
    let mut found: Vec<&mut Column> = columns.iter_mut().filter(is_items).collect();
    if let [only] = found.as_mut_slice() {
        take(only, Concept::Items, "個人情報の項目".into());
    }
}
