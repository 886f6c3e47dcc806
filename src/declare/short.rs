//! Headings of a letter or two that no legend explains, as they head narrow columns: 委 and 提 beside each other with ○ and × below them. What
//! is read so is said; what stands alone, or has no cells that confirm it, is only asked about.

use crate::ledger::{Stated, fold};
use crate::sheet::table::Row;
use crate::vocabulary::{Concept, Sheet, Sign, Vocabulary};

use super::cell::{self, Legend};
use super::column::{About, Column, Likeness, bare, heading};
use super::likely::{keeps, most, take, texts};
use super::settle::concepts;
use super::tell::leaf;

/// Such headings, what they are about, and the word that they shorten.
static SHORT: [(&str, Concept, &str); 19] = [
    ("委", Concept::Entrusted, "委託"),
    ("提", Concept::Provided, "第三者提供"),
    ("三", Concept::Provided, "第三者提供"),
    ("共", Concept::JointlyUsed, "共同利用"),
    ("要配", Concept::SpecialCare, "要配慮個人情報"),
    ("機", Concept::SpecialCare, "機微情報"),
    ("特", Concept::IndividualNumber, "特定個人情報"),
    ("個番", Concept::IndividualNumber, "個人番号"),
    ("番", Concept::IndividualNumber, "個人番号"),
    ("マイ", Concept::IndividualNumber, "マイナンバー"),
    ("マ", Concept::IndividualNumber, "マイナンバー"),
    ("開", Concept::Disclosure, "開示対象"),
    ("期", Concept::Retention, "保存期間"),
    ("媒", Concept::Media, "媒体"),
    ("廃", Concept::Disposal, "廃棄方法"),
    ("目", Concept::Purposes, "利用目的"),
    ("項", Concept::Items, "項目"),
    ("場", Concept::Places, "保管場所"),
    ("部", Concept::Department, "部門"),
];

/// Whether words are such a heading.
pub(super) fn is_short(text: &str) -> bool {
    let bare = bare(text);
    SHORT.iter().any(|(short, ..)| bare == *short)
}

/// What cells make of such columns.
pub(super) fn tell(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    let known = concepts(columns.iter().filter(|column| !matches!(column.about, About::Choice(..))));
    let meant = |column: &Column| {
        let own = bare(leaf(column));
        let short = SHORT.iter().find(|(short, ..)| own == *short)?;
        let is_open = match &column.about {
            About::Beside => heading(&own, Sheet::Ledger, vocabulary).is_none(),
            // 委 under 外部への提供 is no choice of it.
            About::Choice(_, option) => **option == *leaf(column),
            _ => false,
        };
        (is_open && !known.contains(&short.1)).then_some(short)
    };
    let likely: Vec<(usize, &(&str, Concept, &str), bool)> = columns
        .iter()
        .enumerate()
        .filter_map(|(at, column)| {
            let short = meant(column)?;
            Some((at, short, fits(short.1, rows, column, vocabulary)))
        })
        .collect();
    let is_of_marks = |concept: Concept| !matches!(concept, Concept::Retention | Concept::Media | Concept::Disposal);
    let marked = likely.iter().filter(|(_, (_, concept, _), fits)| *fits && is_of_marks(*concept)).count();
    for (at, (_, concept, word), fits) in &likely {
        let is_only = likely.iter().filter(|(_, (_, other, _), _)| other == concept).count() == 1;
        let column = &mut columns[*at];
        if *fits && is_only && (marked > 1 || !is_of_marks(*concept)) {
            take(column, *concept, (*word).into());
        } else if column.about == About::Beside && !texts(rows, column, vocabulary).is_empty() {
            column.likeness = Some(Likeness::Offered((*word).into()));
        }
    }
}

/// Whether the cells below a heading say what it would have them say.
fn fits(concept: Concept, rows: &[Row], column: &Column, vocabulary: &Vocabulary) -> bool {
    let texts = texts(rows, column, vocabulary);
    match concept {
        Concept::Retention => most(&texts, |text| keeps(text, column, vocabulary)),
        Concept::Media => most(&texts, |text| cell::list(text, vocabulary).iter().all(|word| cell::is_nothing_but_media(word, vocabulary))),
        Concept::Disposal => most(&texts, |text| cell::disposes(text) && !keeps(text, column, vocabulary)),
        Concept::Purposes | Concept::Items | Concept::Places | Concept::Department => false,
        _ => {
            let says = |text: &str| {
                let mark = cell::mark(text, vocabulary, &Legend::default());
                let is_body = || cell::list(text, vocabulary).iter().all(|name| cell::is_body(name));
                mark.doubts.is_empty() && mark.value.stated != Stated::NotStated || is_body()
            };
            let is_open = |text: &str| vocabulary.signs.whole(&fold(text)) == Some(Sign::Unsettled);
            // A dash is no here, and texts has none.
            let dashes = rows.iter().filter_map(|row| row.value(column.index)).any(|value| cell::is_nothing(&value.text(), vocabulary));
            most(&texts, |text| says(text) || is_open(text)) || texts.is_empty() && dashes
        }
    }
}
