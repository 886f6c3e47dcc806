//! The boxes for stamps and signatures below a table: 承認｜審査｜作成 over 部長｜課長｜係員. They are no records.

use rayon::prelude::*;

use crate::sheet::table::{Row, Value};
use crate::vocabulary::{TitleWord, Vocabulary};

use super::cell;
use super::grid::words;

/// The most boxes side by side.
const MOST_BOXES: usize = 12;

/// The most letters of the name of a post.
const LONGEST_POST: usize = 10;

/// Which of the rows below a heading are such boxes.
pub(super) fn signatures(rows: &[Row], vocabulary: &Vocabulary) -> Vec<bool> {
    let heads: Vec<bool> = rows.par_iter().map(|row| is_heading(row, vocabulary)).collect();
    let mut are: Vec<bool> = Vec::with_capacity(rows.len());
    let mut boxes: Option<&Row> = None;
    for (nth, row) in rows.iter().enumerate() {
        let goes_on = nth > 0 && are[nth - 1] && rows[nth - 1].number + 1 == row.number && boxes.is_some_and(|boxes| is_within(row, boxes));
        if !goes_on {
            boxes = heads[nth].then_some(row);
        }
        are.push(boxes.is_some());
    }
    are
}

/// Whether a cell says who signs, or has otherwise to do with the document: 作成者, 承認印, 問合せ先：.
pub(super) fn is_signing(value: &Value, vocabulary: &Vocabulary) -> bool {
    let word = words(value).map(|text| text.trim_matches(|letter: char| !letter.is_alphanumeric()).trim_end_matches(['印', '欄']));
    word.is_some_and(|word| vocabulary.titles.meaning(word) == Some(TitleWord::OtherLabel))
}

/// Whether a row heads such boxes: each of its cells says who signs, and as what.
fn is_heading(row: &Row, vocabulary: &Vocabulary) -> bool {
    let signs = |value: &Value| is_signing(value, vocabulary);
    let is_post = |value: &Value| {
        let ends = ["長", "員", "役", "者", "主任", "担当", "印"];
        words(value).is_some_and(|text| {
            text.chars().count() <= LONGEST_POST && ends.iter().any(|end| text.trim_end_matches(['）', ')']).ends_with(end))
        })
    };
    // Of most rows the first cell is neither, so no other is looked at. Posts alone may be what a record says: 応募者｜会員｜人事部長.
    (2..=MOST_BOXES).contains(&row.cells.len())
        && row.cells.iter().all(|cell| is_post(&cell.value) || signs(&cell.value) || cell::date(&cell.value, vocabulary).value.is_some())
        && row.cells.iter().any(|cell| signs(&cell.value))
}

/// Whether a row has nothing beside the boxes.
fn is_within(row: &Row, boxes: &Row) -> bool {
    let [Some(first), Some(last)] = [boxes.cells.first(), boxes.cells.last()] else {
        return false;
    };
    row.cells.iter().all(|cell| (first.column..=last.column).contains(&cell.column))
}
