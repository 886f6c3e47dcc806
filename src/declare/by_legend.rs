//! Columns whose headings say too little, while the legend of the workbook explains the codes below them: 保存 with `保存　a：6ヶ月　b：3年`,
//! 区分 with `区分　受：委託元から受託　自：自社の個人情報`.

use super::cell::{self, Asked};
use super::column::{About, Column};
use super::likely::{is_open, keeps, take};
use super::signs::Signs;
use super::tell::leaf;
use crate::ledger::{Capacity, Text, fold};
use crate::vocabulary::{Concept, Sheet, Vocabulary};

/// What the legend makes of the columns of a table that are not about anything yet, or only for want of a better one.
pub(super) fn tell(columns: &mut [Column], signs: &Signs, vocabulary: &Vocabulary) {
    for at in 0..columns.len() {
        let column = &columns[at];
        let loose = is_open(column, vocabulary) || column.group.is_empty() && vocabulary.is_makeshift(Sheet::Ledger, leaf(column));
        if !loose || matches!(column.about, About::Two(..) | About::Choice(..)) {
            continue;
        }
        let said = signs.of_column.get(&fold(&column.heading));
        let meanings: Vec<&Text> = said.iter().flat_map(|(_, legend)| legend.all_meanings()).collect();
        if let Some((concept, like)) = concept_of(&meanings, column, vocabulary)
            && !columns.iter().any(|other| other.concerns(concept))
        {
            take(&mut columns[at], concept, like.into());
        }
    }
}

/// What the meanings of codes are about, with the heading that asks for it.
fn concept_of(meanings: &[&Text], column: &Column, vocabulary: &Vocabulary) -> Option<(Concept, &'static str)> {
    let all = |does: &dyn Fn(&str) -> bool| meanings.len() > 1 && meanings.iter().all(|meaning| does(meaning));
    let is_capacity = |text: &str| {
        let read = cell::capacity(text, Asked::Which, vocabulary);
        read.doubts.is_empty() && read.value != Capacity::NotStated
    };
    let is_medium = |text: &str| {
        let outside = text.split(['（', '(']).next().unwrap_or_default();
        cell::list(outside, vocabulary).iter().all(|word| cell::is_nothing_but_media(word, vocabulary))
    };
    if all(&|text| keeps(text, column, vocabulary)) {
        Some((Concept::Retention, "保存期間"))
    } else if all(&is_capacity) {
        Some((Concept::Capacity, "自社・受託の別"))
    } else if all(&is_medium) {
        Some((Concept::Media, "媒体"))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::drawn::{cells, read, sheet};
    use crate::finding::Code;
    use crate::ledger::{Capacity, RetentionKind};

    #[test]
    fn a_legend_tells_what_its_column_is_about() {
        let drawing = "
            【コード】区分　受：委託元から受託　自：自社の個人情報
            保存　a：契約終了後1ヶ月　b：6ヶ月　c：3年

            番号 | 区分 | 名称       | 対象   | 項目 | 保管場所 | 保存
            1    | 受   | 契約者台帳 | 契約者 | 氏名 | 金庫     | a
            2    | 自   | 社員名簿   | 社員   | 氏名 | 金庫     | c";
        let (declared, findings) = read(vec![sheet("台帳", drawing)]);
        let entries = &declared.entries;
        let capacities: Vec<Capacity> = entries.iter().map(|entry| entry.capacity).collect();
        assert_eq!(capacities, [Capacity::EntrustedToUs, Capacity::Own]);
        let kinds: Vec<RetentionKind> = entries.iter().map(|entry| entry.retention.kind).collect();
        assert_eq!(kinds, [RetentionKind::AfterEvent, RetentionKind::Period]);
        assert_eq!(&*entries[0].subjects, ["契約者".into()]);
        assert_eq!(cells(&findings, Code::ColumnTakenFor), ["B4", "G4"].map(String::from).into());
    }
}
