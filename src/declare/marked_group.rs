//! Columns of marks under a group whose heading is not known, while what they are called tells what they are the choices of:
//! 氏名｜電話番号｜顔画像 under 取り扱うデータ.

use std::collections::BTreeMap;

use crate::ledger::Text;
use crate::sheet::table::{Row, Value};
use crate::vocabulary::{Concept, Sheet, Vocabulary};

use super::below::Below;
use super::column::{About, Column, Likeness};
use super::grouped::has_choices;
use super::settle::concepts;
use super::tell::{Told, leaf};

/// How many columns make a group of choices.
const FEWEST: usize = 3;

/// Reads the columns of a table so. What is read so is said.
pub(super) fn tell(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    let about = concepts(columns.iter());
    let mut groups: BTreeMap<Text, Vec<usize>> = BTreeMap::new();
    for (at, column) in columns.iter().enumerate().filter(|(_, column)| !column.group.is_empty()) {
        if column.about == About::Beside && column.chosen_of.is_none() {
            groups.entry(column.group.clone()).or_default().push(at);
        }
    }
    for (group, mut choices) in groups.into_iter().filter(|(_, choices)| choices.len() >= FEWEST) {
        choices.retain(|at| matches!(Told::new(rows, &columns[*at], vocabulary), Told::Marked | Told::Unmarked | Told::Blank));
        let is_marked = choices.iter().any(|at| Told::new(rows, &columns[*at], vocabulary) == Told::Marked);
        if choices.len() < FEWEST || !is_marked {
            continue;
        }
        let leaves: Vec<Value> = choices.iter().map(|at| Value::Text(leaf(&columns[*at]).into())).collect();
        let meant = meant(&group, &leaves, vocabulary).filter(|(_, concept)| !about.contains(concept));
        let Some((word, concept)) = meant else { continue };
        for at in choices {
            let column = &mut columns[at];
            column.about = About::Choice(concept, leaf(column).into());
            column.likeness = Some(Likeness::Taken(word.clone()));
        }
    }
}

/// What choices are of, with the word that tells: what the words of their group tell, if they are called so; or what they are called alone.
fn meant(group: &str, leaves: &[Value], vocabulary: &Vocabulary) -> Option<(Text, Concept)> {
    let leaves: Vec<&Value> = leaves.iter().collect();
    let column = Column::beside(group.into());
    let called = Below::new(&leaves, &column, vocabulary);
    let told = vocabulary.by_telling_words(Sheet::Ledger, group).filter(|(_, concept)| has_choices(*concept));
    let alone = [("項目", Concept::Items), ("対象者", Concept::Subjects)].map(|(word, concept)| (word.into(), concept));
    told.into_iter().chain(alone).find(|(_, concept)| called.confirm(*concept))
}

#[cfg(test)]
mod tests {
    use super::super::drawn::{cells, read, sheet, told};
    use crate::finding::Code;
    use crate::ledger::Entry;

    fn said(entry: &Entry) -> String {
        [&entry.items, &entry.subjects, &entry.accessors].map(|list| list.join("+")).join("|")
    }

    #[test]
    fn what_marked_columns_are_called_tells_what_they_are_of() {
        let drawing = "
            ~ A1:A2 B1:B2 C1:E1 F1:H1 I1:K1 L1:L2 M1:M2
            ID | データセット名 | もとの人 |      |        | 取り扱うデータ |          |        | 見える人 |        |        | 利用目的 | 保管場所
               |                | 会員     | 社員 | 応募者 | 氏名           | 電話番号 | 顔画像 | 店長     | 本部長 | 受付係 |          |
            1  | 会員名簿       | ○            |      |        | ●               | ●       |        | ○ | ○ | ○ | 連絡 | 事務室
            2  | 社員証         |               | ○   |        | ●               |          | ●     |  | ○ |  | 入館 | 事務室";
        let read_so = told(drawing, said);
        assert_eq!(read_so, ["氏名+電話番号|会員|店長+本部長+受付係", "氏名+顔画像|社員|本部長"]);
        let (_, findings) = read(vec![sheet("台帳", drawing)]);
        assert!(cells(&findings, Code::ColumnTakenFor).contains("F2"), "{findings:?}");
    }

    #[test]
    fn marked_columns_of_other_matters_stay_beside() {
        let drawing = "
            ~ A1:A2 B1:B2 C1:C2 D1:F1 G1:G2
            ID | データセット名 | 本人 | 安全対策 |      |      | 保管場所
               |                |      | 施錠     | 暗号 | 記録 |
            1  | 会員名簿       | 会員 | ○        |      | ○   | 事務室
            2  | 社員証         | 社員 | ○        | ○   |      | 事務室";
        let beside = |entry: &Entry| entry.other_columns.iter().map(|column| column.heading.to_string()).collect::<Vec<_>>().join("+");
        assert_eq!(told(drawing, said), ["|会員|", "|社員|"]);
        assert_eq!(told(drawing, beside), ["安全対策／施錠+安全対策／記録", "安全対策／施錠+安全対策／暗号"]);
    }

    #[test]
    fn choices_below_a_group_without_merged_cells_are_headings() {
        let drawing = "
            番号 | 名称     | 利用目的 | 対象者 | 取扱うデータ |      |      | 保管場所
                 |          |          |        | 氏名         | 電話 | 住所 |
            1    | 社員名簿 | 連絡     | 社員   | ○           |      | ○   | 金庫
            2    | 顧客台帳 | 受付     | 顧客   | ○           | ○   |      | 書庫";
        assert_eq!(told(drawing, said), ["氏名+住所|社員|", "氏名+電話|顧客|"]);
    }
}
