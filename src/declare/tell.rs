//! What the cells of a column tell of it, where its heading leaves it open.

use std::collections::BTreeSet;

use crate::ledger::{Stated, Text, fold, is_same_word};
use crate::sheet::table::Row;
use crate::vocabulary::{Concept, Vocabulary, parties_of};

use super::cell::{self, Legend};
use super::column::{About, Column, heading};
use super::grid::words;
use super::header::Headings;
use super::likely;
use super::line::{is_hint, is_page_of_many};

/// How many rows below a heading are looked at.
pub(super) const LOOKED_AT: usize = 200;
/// The most letters of a running number.
const LONGEST_NUMBER: usize = 12;

/// What the cells below a heading tell of its columns, before it is settled which of them holds.
pub(super) fn tell(rows: &[Row], columns: &mut [Column], headings: &Headings<'_>) {
    let rows = &rows[..rows.len().min(LOOKED_AT)];
    let fielded = fielded(rows, columns, headings);
    for column in columns.iter_mut().filter(|column| !column.group.is_empty()) {
        let told = Told::new(rows, column, headings.vocabulary);
        if is_beside_field(column, told, &fielded, headings) {
            column.about = About::Beside;
        } else if told == Told::Marked {
            column.choose();
        }
    }
    choose_by_siblings(rows, columns, headings);
    for column in columns.iter_mut().filter(|column| !column.group.is_empty()) {
        by_marks(column, Told::new(rows, column, headings.vocabulary), headings);
    }
    marks_or_name(rows, columns, headings);
    items_or_name(rows, columns, headings);
    likely::tell(rows, columns, headings);
}

/// The kind of words that stand in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Nothing.
    Blank,
    /// Nothing but marks, and one of them says yes.
    Marked,
    /// Nothing but marks, of which none says yes.
    Unmarked,
    /// Words and marks.
    Mixed,
    /// Words alone.
    Words,
}

impl Told {
    pub(super) fn new(rows: &[Row], column: &Column, vocabulary: &Vocabulary) -> Self {
        let is_mark = |text: &&str| {
            let folded = fold(text);
            vocabulary.marks.whole(&folded).is_some() || vocabulary.signs.whole(&folded).is_some() || folded.chars().count() == 1
        };
        let says_yes = |text: &&str| matches!(vocabulary.marks.whole(&fold(text)), Some(Stated::Yes | Stated::Possible));
        let own = leaf(column);
        let texts = rows.iter().filter_map(|row| row.value(column.index)).filter_map(words);
        let texts: Vec<&str> = texts.filter(|text| *text != own && !is_hint(text, vocabulary) && !is_page_of_many(text)).collect();
        match texts.iter().filter(|text| is_mark(text)).count() {
            _ if texts.is_empty() => Self::Blank,
            0 => Self::Words,
            marks if marks < texts.len() => Self::Mixed,
            _ if texts.iter().any(says_yes) => Self::Marked,
            _ => Self::Unmarked,
        }
    }
}

/// Groups of which a column says their matter in words, as 廃棄方法 does under 廃棄 and 委託先 under 委託, each with the matter.
fn fielded(rows: &[Row], columns: &[Column], headings: &Headings<'_>) -> BTreeSet<(Text, Concept)> {
    let says_matter = |column: &&Column| {
        let names = |matter: Concept| parties_of(matter).map_or(matter, |(_, names)| names);
        let of_medium = matches!(
            heading(leaf(column), headings.sheet, headings.vocabulary),
            Some(Concept::MediumPaper | Concept::MediumElectronic | Concept::MediumOther)
        );
        let says = column.chosen_of.is_some_and(|matter| column.only() == Some(names(matter)));
        says && !of_medium && matches!(Told::new(rows, column, headings.vocabulary), Told::Words | Told::Mixed)
    };
    columns.iter().filter(says_matter).filter_map(|column| Some((column.group.clone(), column.chosen_of?))).collect()
}

/// Whether a column that is not known stands in a group whose matter another one says: 廃棄記録 beside 廃棄方法.
fn is_beside_field(column: &Column, told: Told, fielded: &BTreeSet<(Text, Concept)>, headings: &Headings<'_>) -> bool {
    let Some(matter) = column.chosen_of else {
        return false;
    };
    let is_open = column.about == About::Beside || matches!(&column.about, About::Choice(of, _) if *of == matter);
    let own = leaf(column);
    let is_known = heading(own, headings.sheet, headings.vocabulary).is_some();
    // 区分 with words below it tells of what kind the one named beside it is.
    let is_kind = asks_generally(own) && matches!(told, Told::Words | Told::Mixed);
    let is_choice = is_known || is_other(own) || asks_generally(own) || headings.vocabulary.is_value(own);
    let is_choice = is_choice && !is_kind;
    is_open && !is_choice && fielded.contains(&(column.group.clone(), matter))
}

/// 消去 under 廃棄方法 is a heading too, and a choice where 裁断 and 溶解 beside it are.
fn choose_by_siblings(rows: &[Row], columns: &mut [Column], headings: &Headings<'_>) {
    use Concept::{Accessors, AcquiredFrom, Acquisition, Department, Disposal, Items, Manager, Places, Subjects};
    let chosen: BTreeSet<(Text, Concept)> = columns
        .iter()
        .filter_map(|column| if let About::Choice(matter, _) = column.about { Some((column.group.clone(), matter)) } else { None })
        .collect();
    let of_words = [Accessors, AcquiredFrom, Acquisition, Department, Disposal, Items, Manager, Places, Subjects];
    for column in columns.iter_mut().filter(|column| column.only() == column.chosen_of) {
        let Some(matter) = column.chosen_of.filter(|matter| of_words.contains(matter)) else {
            continue;
        };
        if chosen.contains(&(column.group.clone(), matter)) && Told::new(rows, column, headings.vocabulary) == Told::Marked {
            column.about = About::Choice(matter, leaf(column).into());
        }
    }
}

/// The heading of a column without its groups.
pub(super) fn leaf(column: &Column) -> &str {
    column.heading.strip_prefix(&*column.group).map_or(&*column.heading, |leaf| leaf.trim_start_matches('／'))
}

/// What marks, or words where marks were due, tell of a column under a group.
fn by_marks(column: &mut Column, told: Told, headings: &Headings<'_>) {
    use Concept::{Accessors, Department, Items, Manager, MediumElectronic, MediumOther, MediumPaper, Purposes, Subjects};
    let own = heading(leaf(column), headings.sheet, headings.vocabulary);
    match column.about.clone() {
        // 紙 under 保存期間 holds the period of what is on paper, or the mark of a medium.
        About::One(_) if told == Told::Marked => {
            if let Some(medium @ (MediumPaper | MediumElectronic | MediumOther)) = own {
                column.about = About::One(medium);
            } else if matches!(column.only(), Some(Subjects | Items | Purposes | Accessors | Department | Manager)) {
                // A mark is none of these: 本人 under a group that is not known is something to tick.
                column.about = About::Beside;
            }
        }
        About::Choice(group, option) if asks_generally(&option) && parties_of(group).is_some() => {
            let stated = parties_of(group).map(|(stated, _)| stated).filter(|_| matches!(told, Told::Marked | Told::Unmarked));
            column.about = stated.map_or(About::Beside, About::One);
        }
        // クラウドの契約者 under 保管, with words: the group names no matter, and the heading is not known.
        About::Choice(..) if own.is_none() && matches!(told, Told::Words | Told::Blank) && !is_other(leaf(column)) => {
            let group = column.group.rsplit('／').next().unwrap_or_default();
            if headings.vocabulary.is_makeshift(headings.sheet, group) {
                column.about = About::Beside;
            }
        }
        _ => {}
    }
}

/// Whether a heading under a group only asks how it is with the group's matter.
fn asks_generally(word: &str) -> bool {
    ["区分", "別", "種別", "状況", "分類"].iter().any(|other| is_same_word(other, word))
}

fn is_other(word: &str) -> bool {
    fold(word).starts_with(&fold("その他")) || fold(word).starts_with("other")
}

/// 個人情報 beside another column of names, and nothing but marks below, with or without a remark: whether it is any.
fn marks_or_name(rows: &[Row], columns: &mut [Column], headings: &Headings<'_>) {
    let named = columns.iter().filter(|column| column.only() == Some(Concept::Name)).count();
    let says_whether = |text: &str| {
        let mark = cell::mark(text, headings.vocabulary, &Legend::default());
        mark.doubts.is_empty() && mark.value.stated != Stated::NotStated
    };
    for column in columns.iter_mut().filter(|column| named >= 2 && column.only() == Some(Concept::Name)) {
        let loose = headings.vocabulary.beside_name(headings.sheet, leaf(column)).is_some();
        let mut texts = rows.iter().filter_map(|row| row.value(column.index)).filter_map(words);
        let told = Told::new(rows, column, headings.vocabulary);
        if loose && (matches!(told, Told::Marked | Told::Unmarked) || told == Told::Mixed && texts.all(says_whether)) {
            column.about = About::Beside;
        }
    }
}

/// Personal data, beside another column of names: lists of what is held are items, and the other column names the records.
fn items_or_name(rows: &[Row], columns: &mut [Column], headings: &Headings<'_>) {
    if columns.iter().any(|column| column.concerns(Concept::Items)) {
        return;
    }
    let is_name = |column: &Column| column.only() == Some(Concept::Name);
    let named = columns.iter().filter(|column| is_name(column)).count();
    let is_list =
        |text: &&str| text.split(['、', '，', ',', ';', '；', '・', '\n', '／']).filter(|part| !part.trim().is_empty()).count() >= 2;
    let may_be_items = |column: &&mut Column| {
        let own = leaf(column);
        let loose = headings.vocabulary.beside_name(headings.sheet, own) == Some(Concept::Items)
            || headings.vocabulary.names_in_one_language(headings.sheet, own, Concept::Items);
        let texts: Vec<&str> = rows.iter().filter_map(|row| row.value(column.index)).filter_map(words).collect();
        // データ, where it is no mark of a medium, is what is held too.
        let may = is_name(column) && named >= 2 || column.only() == Some(Concept::MediumElectronic) && named >= 1;
        may && loose && texts.iter().filter(|text| is_list(text)).count() * 2 > texts.len()
    };
    if let Some(column) = columns.iter_mut().find(may_be_items) {
        column.about = About::One(Concept::Items);
    }
}

/// Whether a column holds nothing but short running values, such as `12` and `ST-001`, so that it numbers the rows and does not name them.
pub(super) fn is_running(rows: &[&Row], column: u32) -> bool {
    let mut values = rows.iter().filter_map(|row| row.value(column)).map(|value| fold(&value.text())).peekable();
    let running = |value: &String| {
        value.chars().count() <= LONGEST_NUMBER
            && value.contains(|letter: char| letter.is_ascii_digit())
            && value.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_./#()".contains(letter))
    };
    values.peek().is_some() && values.all(|value| running(&value))
}

/// Whether a column counts the rows: 1, 2, 3 and so on, in every row.
pub(super) fn counts_rows(rows: &[&Row], column: u32) -> bool {
    let numbers: Option<Vec<u32>> = rows.iter().map(|row| fold(&row.value(column)?.text()).parse().ok()).collect();
    numbers.is_some_and(|numbers| {
        numbers.first() == Some(&1)
            && numbers.windows(2).all(|pair| pair[0] < pair[1])
            && numbers.iter().collect::<BTreeSet<_>>().len() == rows.len()
    })
}
