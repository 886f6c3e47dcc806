//! Columns of which the heading names in its bracket a second matter, and most cells say it in theirs: 保管場所（保存年限） with 書庫（10年）.

use crate::sheet::table::{Row, Value};
use crate::vocabulary::{Concept, Sheet, Vocabulary};

use super::below::Below;
use super::column::{About, Column, Likeness, bare, bracket};
use super::settle::concepts;
use super::tell::leaf;

/// Reads the columns of a table so. What is read so is said.
pub(super) fn tell(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    let about = concepts(columns.iter());
    for column in columns.iter_mut() {
        let heading = bare(leaf(column));
        let (before, within) = bracket(&heading);
        let of = |words: &str| {
            let told = || vocabulary.by_telling_words(Sheet::Ledger, words).map(|(_, concept)| concept);
            vocabulary.heading(Sheet::Ledger, words).or_else(told)
        };
        let (Some(known), Some(one), Some(other)) = (column.only(), of(before), of(within)) else { continue };
        let may_stand_together = matches!((one, other), (Concept::Places, Concept::Retention) | (Concept::Department, Concept::Manager));
        let is_said = [one, other].iter().any(|of| *of != known && about.contains(of));
        if may_stand_together && [one, other].contains(&known) && !is_said && say_both(rows, column, other, vocabulary) {
            column.likeness = Some(Likeness::Taken(within.into()));
            column.about = About::Two(one, other);
        }
    }
}

/// Whether most cells end with a bracket, and what stands in these is what one would find under a heading of that matter.
fn say_both(rows: &[Row], column: &Column, other: Concept, vocabulary: &Vocabulary) -> bool {
    let texts: Vec<String> = rows.iter().filter_map(|row| row.value(column.index)).map(|value| value.text().trim().to_owned()).collect();
    let filled = texts.iter().filter(|text| !text.is_empty()).count();
    let bracketed: Vec<Value> = texts.iter().filter_map(|text| last_bracket(text)).map(|(_, within)| Value::Text(within.into())).collect();
    let values: Vec<&Value> = bracketed.iter().collect();
    filled > 0 && bracketed.len() * 3 >= filled * 2 && Below::new(&values, column, vocabulary).confirm(other)
}

/// What stands before the bracket that a text ends with, and what within it, brackets and all: 金庫 and 10年（法定） of 金庫（10年（法定））.
pub(super) fn last_bracket(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_suffix(['）', ')'])?;
    let mut depth = 1;
    let (open, sign) = inner.char_indices().rev().find(|(_, letter)| {
        depth += i32::from(matches!(letter, '）' | ')')) - i32::from(matches!(letter, '（' | '('));
        depth == 0
    })?;
    let (before, within) = (inner[..open].trim(), inner[open + sign.len_utf8()..].trim());
    (!before.is_empty() && !within.is_empty()).then_some((before, within))
}

#[cfg(test)]
mod tests {
    use super::super::drawn::told;
    use crate::ledger::Entry;

    #[test]
    fn a_bracket_says_what_the_bracket_of_the_heading_asks() {
        let drawing = "
            番号 | 名称     | 対象   | 項目 | 保管場所（保存年限）     | 取扱係（責任者）
            1    | 原簿     | 組合員 | 氏名 | 金庫室（永年）           | 庶務係（庶務係長）
            2    | 賦課台帳 | 組合員 | 氏名 | 金庫、システム（10年）   | 賦課係（賦課係長）
            3    | 整理票   | 組合員 | 氏名 | キャビネット（完納後５年（法定）） | 賦課係（賦課係長）";
        let said = |entry: &Entry| {
            let manager = entry.manager.as_deref().unwrap_or_default();
            format!("{} {:?} {} {manager}", entry.places.join("+"), entry.retention.kind, entry.department.as_deref().unwrap_or_default())
        };
        assert_eq!(
            told(drawing, said),
            ["金庫室 Permanent 庶務係 庶務係長", "金庫+システム Period 賦課係 賦課係長", "キャビネット AfterEvent 賦課係 賦課係長"]
        );
    }

    #[test]
    fn a_bracket_that_says_something_else_belongs_to_the_place() {
        let drawing = "
            番号 | 名称     | 対象   | 項目 | 保管場所（保存年限）
            1    | 原簿     | 組合員 | 氏名 | 金庫室（2階）
            2    | 賦課台帳 | 組合員 | 氏名 | 書庫（施錠）";
        let said = |entry: &Entry| format!("{} {:?}", entry.places.join("+"), entry.retention.kind);
        assert_eq!(told(drawing, said), ["金庫室（2階） NotStated", "書庫（施錠） NotStated"]);
    }
}
