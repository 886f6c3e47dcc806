//! Words among what stands beside a label that are none of what it says: the groups of boxes to tick, and labels of the second order, such
//! as （部署名） and （電話） beside 所管する組織.

use crate::ledger::fold;
use crate::sheet::table::{Address, Value};
use crate::vocabulary::Concept;

use super::block::{Block, Labelled};
use super::column::{About, Column};
use super::grid::words;

/// Boxes, ticked or not.
const BOXES: [char; 8] = ['■', '□', '☑', '☐', '☒', '✅', '✓', '✔'];
/// How a unit or a party is reached, beside its name.
const REACHED: [&str; 12] =
    ["電話", "内線", "fax", "ファックス", "所在地", "住所", "郵便番号", "メール", "メールアドレス", "e-mail", "url", "連絡先"];

/// Takes from what stands beside the labels of a record the words that are none of it. How a unit or a party is reached is kept beside.
pub(super) fn take_from(block: &mut Block) {
    let mut reached = Vec::new();
    for labelled in block.iter_mut() {
        drop_groups_of_boxes(&mut labelled.values);
        if matches!(labelled.column.only(), Some(Concept::Department | Concept::Entrustees | Concept::Recipients)) {
            reached.extend(take_sub_labels(labelled));
        }
    }
    block.extend(reached);
}

/// Drops a word that leads a line of boxes: 経済状況 before `□収入 □資産` is not ticked.
fn drop_groups_of_boxes(values: &mut Vec<(Address, Value)>) {
    let has_boxes =
        |value: &Value| words(value).is_some_and(|text| text.trim_start().starts_with(BOXES) && text.trim().chars().count() > 1);
    let leads = |nth: usize, values: &[(Address, Value)]| {
        let (at, value) = &values[nth];
        let is_first = nth == 0 || values[nth - 1].0.row < at.row;
        let is_word = words(value).is_some_and(|text| !text.contains(BOXES));
        is_first && is_word && values.get(nth + 1).is_some_and(|(next, text)| next.row == at.row && has_boxes(text))
    };
    let kept: Vec<bool> = (0..values.len()).map(|nth| !leads(nth, values)).collect();
    let mut kept = kept.into_iter();
    values.retain(|_| kept.next().unwrap_or(true));
}

/// Drops labels in brackets, where each line begins with one, and takes out the lines that say how the unit or the party is reached, each
/// as a label of its own.
fn take_sub_labels(labelled: &mut Labelled) -> Vec<Labelled> {
    let label = |value: &Value| {
        let text = words(value)?.trim();
        let within = text.strip_prefix(['（', '(', '［', '['])?.strip_suffix(['）', ')', '］', ']'])?;
        Some(fold(within).replace([' ', '\u{3000}'], ""))
    };
    let lines: Vec<&[(Address, Value)]> = labelled.values.chunk_by(|one, next| one.0.row == next.0.row).collect();
    let is_labelled = |line: &&[(Address, Value)]| line.first().is_some_and(|(_, value)| label(value).is_some());
    if !lines.iter().all(is_labelled) || !lines.iter().any(|line| line.len() >= 2) {
        return Vec::new();
    }
    let tells_name = |line: &&[(Address, Value)]| {
        let of = line.first().and_then(|(_, value)| label(value)).unwrap_or_default();
        !REACHED.iter().any(|word| fold(word) == of)
    };
    let (named, others): (Vec<_>, Vec<_>) = lines.into_iter().partition(tells_name);
    let beside = |line: &[(Address, Value)]| {
        let (at, label) = line.first()?;
        let label = format!("{}{}", labelled.label, label.text().trim());
        let column = Column { about: About::Beside, heading: label.as_str().into(), ..labelled.column.clone() };
        Some(Labelled { column, at: *at, label, values: line[1..].to_vec() })
    };
    let reached = others.into_iter().filter(|line| line.len() > 1).filter_map(beside).collect();
    labelled.values = named.into_iter().flat_map(|line| line.iter().skip(1).cloned()).collect();
    reached
}
