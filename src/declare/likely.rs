//! What a column is like whose heading is not known, or says too little: its main word and the cells below it tell. Nothing is taken in
//! silence: a column that is read so, or that may be meant so, is reported with its heading.

use std::collections::BTreeSet;

use crate::finding::Code;
use crate::ledger::{Field, RetentionKind, Source, Stated, Text, fold};
use crate::sheet::table::{Row, Value};
use crate::vocabulary::{Concept, Sheet, Sign, Vocabulary, is_slip, parties_of};

use super::below::Below;
use super::cell::{self, Legend};
use super::column::{About, Column, Likeness, heading};
use super::compound;
use super::found::Found;
use super::grid::words;
use super::header::Headings;
use super::marked_group;
use super::party_group;
use super::plain;
use super::settle::concepts;
use super::short;
use super::tell::{is_running, leaf};
use super::worded;

/// Matters of which cells are told by themselves, so that a heading that is like one of theirs is taken where they confirm it.
const TOLD_BY_CELLS: [Concept; 6] =
    [Concept::Retention, Concept::ReviewedOn, Concept::Media, Concept::SpecialCare, Concept::IndividualNumber, Concept::Disposal];

/// What the cells below a heading, and its main words, make of the columns whose headings leave it open.
pub(super) fn tell(rows: &[Row], columns: &mut [Column], headings: &Headings<'_>) {
    if headings.sheet != Sheet::Ledger {
        return;
    }
    let of_sections = without_sections(columns);
    media_by_cells(rows, columns, headings.vocabulary);
    capacity_by_cells(rows, columns, headings.vocabulary);
    retention_by_cells(rows, columns, headings.vocabulary);
    parties_by_cells(rows, columns, headings.vocabulary);
    disposal_by_cells(rows, columns, headings.vocabulary);
    review_by_cells(rows, columns, headings.vocabulary);
    plain::tell(rows, columns, headings.vocabulary);
    short::tell(rows, columns, headings.vocabulary);
    by_main_words(rows, columns, headings.vocabulary);
    worded::tell(rows, columns, headings.vocabulary);
    party_group::tell(rows, columns, headings.vocabulary);
    marked_group::tell(rows, columns, headings.vocabulary);
    compound::tell(rows, columns, headings.vocabulary);
    offer(rows, columns, headings.vocabulary);
    for (at, heading, group) in of_sections {
        (columns[at].heading, columns[at].group) = (heading, group);
    }
}

/// Where all but a few columns stand under groups, these are sections of the table, as WHERE over System｜Region｜Type is: a heading that is
/// not known means under them what it means alone. Takes such groups away, and gives back whose they are.
fn without_sections(columns: &mut [Column]) -> Vec<(usize, Text, Text)> {
    let grouped = columns.iter().filter(|column| !column.group.is_empty()).count();
    let known: BTreeSet<Text> = columns
        .iter()
        .filter(|column| column.about != About::Beside && !column.group.is_empty())
        .map(|column| column.group.clone())
        .collect();
    let mut taken = Vec::new();
    if grouped * 5 < columns.len() * 4 {
        return taken;
    }
    for (at, column) in columns.iter_mut().enumerate() {
        if column.about == About::Beside && known.contains(&column.group) {
            taken.push((at, column.heading.clone(), column.group.clone()));
            (column.heading, column.group) = (leaf(column).into(), "".into());
        }
    }
    taken
}

/// Says of a column what it is like.
pub(super) fn report(column: &Column, at_heading: &Source, found: &mut Found) {
    let (code, like) = match &column.likeness {
        Some(Likeness::Taken(like)) => (Code::ColumnTakenFor, like),
        Some(Likeness::Offered(like)) if column.about == About::Beside => (Code::DidYouMean, like),
        _ => return,
    };
    found.note(code, &[&column.heading, like], vec![Source { field: Field::OtherColumns, ..at_heading.clone() }]);
}

/// Reads a column as what it is like.
pub(super) fn take(column: &mut Column, concept: Concept, like: Text) {
    column.about = About::One(concept);
    column.likeness = Some(Likeness::Taken(like));
}

/// Whether no field takes a column because its heading is not known; one under a group is told by that.
pub(super) fn is_open(column: &Column, vocabulary: &Vocabulary) -> bool {
    column.about == About::Beside && column.group.is_empty() && heading(&column.heading, Sheet::Ledger, vocabulary).is_none()
}

/// The words below a heading, without cells that say nothing, and without the heading itself, which may stand there again.
pub(super) fn texts<'a>(rows: &'a [Row], column: &Column, vocabulary: &Vocabulary) -> Vec<&'a str> {
    let own = leaf(column);
    let texts = rows.iter().filter_map(|row| row.value(column.index)).filter_map(words).filter(|text| *text != own);
    texts.filter(|text| !cell::is_nothing(text, vocabulary) && !cell::is_ditto(text, vocabulary)).collect()
}

/// Whether most of the words do.
pub(super) fn most(texts: &[&str], fits: impl Fn(&str) -> bool) -> bool {
    !texts.is_empty() && texts.iter().filter(|text| fits(text)).count() * 3 >= texts.len() * 2
}

/// 保管方法 with 紙 and 電子 below it, beside the places: what it is kept on. Where nothing else says where it is kept, all of its words must
/// be such as name no place.
fn media_by_cells(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    use Concept::{Capacity, Media, MediumElectronic, MediumOther, MediumPaper, Places, Retention, Subjects};
    if columns.iter().any(|column| [Media, MediumElectronic, MediumOther, MediumPaper].iter().any(|of| column.concerns(*of))) {
        return;
    }
    let is_loose = |column: &Column| match column.only() {
        Some(Places) => vocabulary.is_makeshift(Sheet::Ledger, leaf(column)),
        Some(Capacity) => fold(leaf(column)).contains("形態"),
        Some(Retention | Subjects) => vocabulary.is_makeshift(Sheet::Ledger, leaf(column)) && asks_kind(column),
        None => is_open(column, vocabulary) && asks_kind(column),
        _ => false,
    };
    let has_places = columns.iter().any(|column| column.concerns(Places) && !is_loose(column));
    let is_media = |column: &&mut Column| {
        let texts = texts(rows, column, vocabulary);
        let is_known = |text: &str| cell::list(text, vocabulary).iter().all(|word| cell::is_nothing_but_media(word, vocabulary));
        let plain = texts.iter().filter(|text| cell::list(text, vocabulary).iter().all(|word| cell::is_plain_medium(word, vocabulary)));
        let plain = plain.count();
        is_loose(column) && texts.iter().all(|text| is_known(text)) && plain > 0 && (has_places || plain == texts.len())
    };
    if let Some(column) = columns.iter_mut().find(is_media) {
        take(column, Media, "媒体".into());
    }
}

/// 区分 with 自社 and 受託 below it: whose data it is. With 個人データ or 社外秘 below it, it is no persons either.
fn capacity_by_cells(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    use Concept::{Acquisition, Capacity, Nature, Subjects};
    const OWN: [&str; 8] = ["自社", "自社分", "自社保有", "自社取得", "自社データ", "自社情報", "当社", "当社分"];
    let mut is_taken = columns.iter().any(|column| column.concerns(Capacity));
    let is_loose = |column: &Column| match column.only() {
        Some(Subjects) => vocabulary.is_makeshift(Sheet::Ledger, leaf(column)),
        Some(Acquisition) => leaf(column).contains("区分"),
        Some(Nature) => true,
        None => is_open(column, vocabulary) && (asks_kind(column) || leaf(column).ends_with("役割")),
        _ => false,
    };
    for column in columns.iter_mut().filter(|column| is_loose(column)) {
        let texts = texts(rows, column, vocabulary);
        let is_capacity = |text: &str| cell::says_capacity(text, vocabulary);
        let is_entrusted = |text: &&str| is_capacity(text) && ["受託", "預り", "預かり", "寄託"].iter().any(|word| text.contains(word));
        // A page of what is the company's own has nothing else below it.
        let is_own = |text: &&str| OWN.contains(text);
        let tells = texts.iter().any(is_entrusted) || !texts.is_empty() && texts.iter().all(is_own);
        if !is_taken && tells && most(&texts, is_capacity) {
            take(column, Capacity, "自社・受託の別".into());
            is_taken = true;
        } else if column.only() == Some(Subjects) && is_kind_of_data(&texts, vocabulary)
            || column.only() == Some(Nature)
                && !texts.is_empty()
                && !texts.iter().any(|text| vocabulary.nature.whole(&fold(text)).is_some())
        {
            column.about = About::Beside;
        }
    }
}

/// Whether words say what kind of data it is, or how secret, and no persons: 保有個人データ, 社外秘, A.
fn is_kind_of_data(texts: &[&str], vocabulary: &Vocabulary) -> bool {
    const SECRECY: [&str; 9] = ["社外秘", "極秘", "秘", "秘密", "機密", "公開", "関係者外秘", "取扱注意", "一般"];
    let is_level = |text: &str| text.chars().count() == 1 && text.chars().all(|letter| fold(&letter.to_string()).is_ascii());
    let is_kind = |text: &str| vocabulary.nature.whole(&fold(text)).is_some() || SECRECY.contains(&text) || is_level(text);
    !texts.is_empty() && texts.iter().all(|text| is_kind(text))
}

/// 保存 with 5年 below it: how long, and not where. Beside a column that says where, most of its words tell; alone, all that are settled.
fn retention_by_cells(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    if columns.iter().any(|column| column.concerns(Concept::Retention)) {
        return;
    }
    let is_loose = |column: &Column| column.only() == Some(Concept::Places) && vocabulary.is_makeshift(Sheet::Ledger, leaf(column));
    let has_places = columns.iter().any(|column| column.concerns(Concept::Places) && !is_loose(column));
    let is_retention = |column: &&mut Column| {
        let texts = texts(rows, column, vocabulary);
        let is_open = |text: &str| vocabulary.signs.meaning(text) == Some(Sign::Unsettled);
        let keeps = |text: &str| keeps(text, column, vocabulary);
        is_loose(column) && most(&texts, keeps) && (has_places || texts.iter().all(|text| keeps(text) || is_open(text)))
    };
    if let Some(column) = columns.iter_mut().find(is_retention) {
        take(column, Concept::Retention, "保存期間".into());
    }
}

/// Whether a heading asks for a kind, and not of what: 区分, 文書の種別.
fn asks_kind(column: &Column) -> bool {
    ["区分", "種別", "形態", "形式", "様式", "Type", "Kind"].iter().any(|kind| leaf(column).ends_with(kind))
}

/// 印刷 under the group 委託先, with names of companies below it: the task stands in the heading, the entrustees below.
fn parties_by_cells(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    const OTHERS: [&str; 5] = ["旧", "前", "再", "次", "候補"];
    for column in columns.iter_mut().filter(|column| column.about == About::Beside && !column.group.is_empty()) {
        let own = leaf(column);
        let group = column.group.rsplit('／').next().unwrap_or_default();
        let parties = heading(group, Sheet::Ledger, vocabulary).and_then(parties_of);
        let is_task = heading(own, Sheet::Ledger, vocabulary).is_none_or(|of| of == Concept::Places)
            && !OTHERS.iter().any(|other| own.contains(other));
        let texts = texts(rows, column, vocabulary);
        let are_bodies = !texts.is_empty() && texts.iter().all(|text| cell::list(text, vocabulary).iter().all(|name| cell::is_body(name)));
        if let (Some((_, names)), true, true) = (parties, is_task, are_bodies) {
            let like = group.into();
            take(column, names, like);
        }
    }
}

/// 処理方法, 終了後の処置 and 使い終わったとき with 溶解 and 返却 below them: what becomes of the records, and not how long they are kept.
fn disposal_by_cells(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    const DONE_WITH: [&str; 17] = [
        "処理方法",
        "処置方法",
        "処理",
        "処置",
        "措置",
        "処分",
        "始末",
        "扱い",
        "あと",
        "後",
        "とき",
        "ときは",
        "時",
        "時は",
        "場合",
        "たら",
        "どうするか",
    ];
    if columns.iter().any(|column| column.concerns(Concept::Disposal)) {
        return;
    }
    let is_disposal = |column: &&mut Column| {
        let is_loose = is_open(column, vocabulary) && DONE_WITH.iter().any(|end| leaf(column).ends_with(end));
        is_loose && most(&texts(rows, column, vocabulary), |text| cell::disposes(text) && !keeps(text, column, vocabulary))
    };
    if let Some(column) = columns.iter_mut().find(is_disposal) {
        take(column, Concept::Disposal, "廃棄方法".into());
    }
}

/// 内容を確認した日 and 年次の点検 with days below them: when it was last looked over, where but one column says so.
fn review_by_cells(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    if columns.iter().any(|column| column.concerns(Concept::ReviewedOn)) {
        return;
    }
    let is_review = |column: &&mut Column| {
        let are_days = || fits_values(Concept::ReviewedOn, rows, column, None, vocabulary) == Some(true);
        is_open(column, vocabulary) && vocabulary.speaks_of_review(&column.heading) && are_days()
    };
    let mut reviews: Vec<&mut Column> = columns.iter_mut().filter(is_review).collect();
    if let [only] = reviews.as_mut_slice() {
        take(only, Concept::ReviewedOn, "見直し日".into());
    }
}

/// 解析等の委託先: its main word tells, where no other column is about that and the cells do not speak against it.
fn by_main_words(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    let known = concepts(columns.iter());
    let before_name = columns.iter().find(|column| column.concerns(Concept::Name)).map(|column| column.index);
    let open = columns.iter().enumerate().filter(|(_, column)| is_open(column, vocabulary));
    // 期間 alone tells too little: a research has one as well.
    let is_firm = |word: &Text| !vocabulary.is_makeshift(Sheet::Ledger, word);
    let likely: Vec<(usize, Text, Concept)> = open
        .filter_map(|(at, column)| {
            let (word, concept) = vocabulary.by_main_word(Sheet::Ledger, &column.heading)?;
            (!known.contains(&concept) && is_firm(&word)).then_some((at, word, concept))
        })
        .collect();
    for (at, word, concept) in &likely {
        let is_only = likely.iter().filter(|(.., other)| other == concept).count() == 1;
        let column = &mut columns[*at];
        let texts = texts(rows, column, vocabulary);
        let fits = fits_values(*concept, rows, column, before_name, vocabulary);
        if is_only && fits.unwrap_or_else(|| fits_words(*concept, &texts, column, vocabulary)) {
            take(column, *concept, word.clone());
        } else if !texts.is_empty() && fits.is_none() {
            column.likeness = Some(Likeness::Offered(word.clone()));
        }
    }
}

/// Whether the values below a heading may be what its main word makes likely, where that is a number or a day: 月間の件数, 運用の確認日. The
/// numbers of the records stand before their names, and no two are the same. Nothing for other matters.
fn fits_values(concept: Concept, rows: &[Row], column: &Column, name: Option<u32>, vocabulary: &Vocabulary) -> Option<bool> {
    let values: Vec<&Value> = rows.iter().filter_map(|row| row.value(column.index)).collect();
    let told = |is: &dyn Fn(&Value) -> bool| !values.is_empty() && values.iter().filter(|value| is(value)).count() * 3 >= values.len() * 2;
    match concept {
        Concept::ControlNo => {
            let numbers: BTreeSet<String> = values.iter().map(|value| fold(&value.text())).collect();
            let rows: Vec<&Row> = rows.iter().filter(|row| row.value(column.index).is_some()).collect();
            let is_before = name.is_some_and(|name| column.index < name);
            Some(is_before && values.len() > 1 && numbers.len() == values.len() && is_running(&rows, column.index))
        }
        Concept::Count => Some(told(&|value| cell::count(value, column.scale, vocabulary).value.is_some())),
        Concept::ReviewedOn => Some(told(&|value| cell::date(value, vocabulary).value.is_some())),
        _ => None,
    }
}

/// Whether the words below a heading may say what its main word makes likely.
fn fits_words(concept: Concept, texts: &[&str], column: &Column, vocabulary: &Vocabulary) -> bool {
    let is_mark = |text: &str| {
        let mark = cell::mark(text, vocabulary, &Legend::default());
        mark.doubts.is_empty() && mark.value.stated != Stated::NotStated
    };
    match concept {
        Concept::Retention => most(texts, |text| keeps(text, column, vocabulary)),
        Concept::Media => most(texts, |text| cell::media(text, vocabulary).doubts.is_empty()),
        Concept::SpecialCare => most(texts, is_mark),
        concept if parties_of(concept).is_some() => most(texts, |text| cell::date(&Value::Text(text.into()), vocabulary).value.is_none()),
        _ => most(texts, |text| !is_mark(text)),
    }
}

/// Whether words say how long something is kept.
pub(super) fn keeps(text: &str, column: &Column, vocabulary: &Vocabulary) -> bool {
    let read = cell::retention(text, column.unit, vocabulary);
    read.doubts.is_empty() && !matches!(read.value.kind, RetentionKind::NotStated | RetentionKind::Unreadable)
}

/// Offers what a column that stays beside may be meant for: a heading that it may be a slip for, or a retention that its cells tell.
fn offer(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    let known: BTreeSet<Concept> = concepts(columns.iter());
    for column in columns.iter_mut().filter(|column| column.likeness.is_none() && is_open(column, vocabulary)) {
        let texts = texts(rows, column, vocabulary);
        let is_day = |text: &str| cell::date(&Value::Text(text.into()), vocabulary).value.is_some();
        let lasts = || !known.contains(&Concept::Retention) && most(&texts, |text| keeps(text, column, vocabulary) && !is_day(text));
        let slip = || {
            let near = vocabulary.headings_near(Sheet::Ledger, &column.heading);
            let is_missing = |concept: Concept| concept != Concept::Unrelated && !known.contains(&concept);
            let is_meant = |word: &str| !word.is_ascii() && is_slip(&fold(word), &fold(&column.heading));
            near.into_iter().find_map(|(word, concept)| (is_missing(concept) && is_meant(&word)).then_some((word, concept)))
        };
        let like = if lasts() { Some(("保存期間".into(), Concept::Retention)) } else { slip() };
        let Some((like, concept)) = like.filter(|_| !texts.is_empty()) else { continue };
        let values: Vec<&Value> = rows.iter().filter_map(|row| row.value(column.index)).collect();
        let is_telling = TOLD_BY_CELLS.contains(&concept) && !lasts();
        if is_telling && Below::new(&values, column, vocabulary).confirm(concept) {
            take(column, concept, like);
        } else {
            column.likeness = Some(Likeness::Offered(like));
        }
    }
}
