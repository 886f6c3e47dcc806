//! What one text says under labels: `管理部門：総務部　管理責任者：総務部長`.

use crate::ledger::fold;
use crate::sheet::table::{Address, Value};
use crate::vocabulary::{Concept, TitleWord, parties_of};

use super::cell::Legend;
use super::column::{Column, heading};
use super::department::headed_unit;
use super::header::Headings;
use super::once::{AllSaid, Said, is_of_one_record};
use super::title::in_title;

/// What may stand directly before a label.
const BEFORE_LABELS: [char; 17] = [' ', '\u{3000}', '、', '，', '（', '(', '【', '】', '）', ')', '〕', '］', ']', '\n', '／', '※', '■'];

/// Labels and values within one text, and what the words before them say as a title: `【総務部】管理責任者：総務部長`. Nothing where no
/// label is known.
pub(super) fn in_words(text: &str, place: Option<Address>, headings: &mut Headings<'_>) -> AllSaid {
    let mut labels: Vec<(usize, usize, Option<Concept>, &str)> = Vec::new();
    for (colon, letter) in text.char_indices().filter(|(_, letter)| matches!(letter, '：' | ':')) {
        let before = &text[..colon];
        let start = before.rfind(BEFORE_LABELS);
        let start = start.map_or(0, |start| start + before[start..].chars().next().map_or(0, char::len_utf8));
        // 保存期間：A：1年 has one label.
        if labels.last().is_some_and(|(_, end, ..)| start < *end) {
            continue;
        }
        let label = before[start..].trim();
        let known = heading(label, headings.sheet, headings.vocabulary);
        // 提出先：監査室 is said of the document.
        let of_document =
            |concept| parties_of(concept).is_some() && headings.vocabulary.titles.meaning(label) == Some(TitleWord::OtherLabel);
        let known = known.filter(|concept| !is_of_one_record(*concept) && !of_document(*concept));
        if known.is_some() || is_label_apart(&before[..start], label) {
            labels.push((start, colon + letter.len_utf8(), known, label));
        }
    }
    let Some((first, ..)) = labels.iter().find(|(_, _, concept, _)| concept.is_some()).and(labels.first()) else {
        return AllSaid::new();
    };
    let mut said = in_title(&text[..*first], place, headings.vocabulary);
    for (nth, (_, from, concept, label)) in labels.iter().enumerate() {
        let Some(concept) = concept else { continue };
        let until = labels.get(nth + 1).map_or(text.len(), |next| next.0);
        let value = text[*from..until].trim().trim_matches(|letter: char| matches!(letter, '、' | '，' | '／' | '（' | '】' | '　'));
        let value = without_document(value);
        let value = if value.contains(['（', '(']) { value } else { value.trim_end_matches(['）', ')']) };
        // 開示：○＝見せる　×＝見せない explains signs, and says nothing of the records.
        if !value.is_empty() && !Legend::default().explain_codes(value) {
            if let (Concept::Manager, false) = (concept, said.contains_key(&Concept::Department))
                && let Some(unit) = headed_unit(&text[..*first], value, headings.vocabulary)
            {
                let column = Column::once(Concept::Department, "");
                said.insert(Concept::Department, Said { column, value: Value::Text(unit.into()), at: place });
            }
            let column = Column::once(*concept, label).asking(label, headings.vocabulary);
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
