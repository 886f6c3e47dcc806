//! Columns whose headings say too little, while the legend of the workbook explains the codes below them: 保存 with `保存　a：6ヶ月　b：3年`,
//! 区分 with `区分　受：委託元から受託　自：自社の個人情報`.

use super::cell::{self, Asked};
use super::column::{About, Column, Likeness};
use super::department::{department, is_unit};
use super::likely::{is_open, keeps, take};
use super::signs::Signs;
use super::tell::leaf;
use crate::ledger::{Capacity, Text, fold};
use crate::vocabulary::{Concept, Sheet, Vocabulary};

/// How many columns of units make a choice of them.
const FEWEST_UNITS: usize = 3;

/// Reads columns that are called as parts of the organization are, 総務部｜人事部｜研究所, where the legend says of a sign in them that it is whose
/// department the record is, or who may look at it: ●：主管部署　○：閲覧してよい部署.
fn tell_units(columns: &mut [Column], signs: &Signs, vocabulary: &Vocabulary) {
    let names_unit = |name: &str| department(name, vocabulary).is_some() || is_unit(name, vocabulary);
    let is_choice = |column: &Column| is_open(column, vocabulary) && names_unit(&column.heading);
    let choices: Vec<usize> = (0..columns.len()).filter(|at| is_choice(&columns[*at])).collect();
    if choices.len() < FEWEST_UNITS || columns.iter().any(|column| column.concerns(Concept::Department)) {
        return;
    }
    if signs.of(&columns[choices[0]]).all_meanings().any(|said| speaks_of_owner(said)) {
        for at in choices {
            let column = &mut columns[at];
            column.about = About::Choice(Concept::Department, column.heading.clone());
            column.likeness = Some(Likeness::Taken("部署".into()));
        }
    }
}

/// Whether the meaning of a sign is that a department has the record in its charge.
fn speaks_of_owner(meaning: &str) -> bool {
    ["主管", "所管", "主担当", "管理部署", "管理部門", "責任部署", "責任部門", "Owner", "owner"].iter().any(|word| meaning.contains(word))
}

/// Whether the meaning of a sign is that a department may look at the record.
pub(super) fn speaks_of_access(meaning: &str) -> bool {
    ["閲覧", "参照", "アクセス", "利用", "見てよい", "見られる", "Access", "access"].iter().any(|word| meaning.contains(word))
}

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
    tell_units(columns, signs, vocabulary);
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
    use crate::ledger::{Capacity, Entry, RetentionKind};

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

    #[test]
    fn columns_called_as_departments_are_read_by_what_their_signs_mean() {
        let drawing = "
            ●：主管部署　○：閲覧してよい部署
            番号 | 名称     | 対象   | 項目 | 保管場所 | 総務部 | 人事部 | 研究所
            1    | 社員台帳 | 従業員 | 氏名 | 書庫     | ○     | ●     |
            2    | 応募者   | 応募者 | 氏名 | システム |        | ●     | ○";
        let (declared, findings) = read(vec![sheet("台帳", drawing)]);
        let said = |entry: &Entry| format!("{} {}", entry.department.as_deref().unwrap_or_default(), entry.accessors.join("+"));
        assert_eq!(declared.entries.iter().map(said).collect::<Vec<_>>(), ["人事部 総務部", "人事部 研究所"]);
        assert_eq!(cells(&findings, Code::ColumnTakenFor).len(), 3);
    }
}
