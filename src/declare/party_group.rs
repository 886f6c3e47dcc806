//! Columns under a group whose heading is not known, while a word in it tells that it is about parties: する・しない｜会社名 under
//! 協力会社への再委託.

use std::collections::BTreeMap;

use crate::ledger::Text;
use crate::sheet::table::{Row, Value};
use crate::vocabulary::{Concept, Sheet, Vocabulary, parties_of};

use super::below::Below;
use super::column::{About, Column, Likeness, heading};
use super::grouped::under_group;
use super::settle::concepts;
use super::tell::leaf;

/// Reads the columns of a table so, where nothing else is about that. What is read so is said.
pub(super) fn tell(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    let about = concepts(columns.iter());
    let family = |concept: Concept| parties_of(concept).map(|(whether, _)| whether);
    let mut groups: BTreeMap<Text, Vec<usize>> = BTreeMap::new();
    for (at, column) in columns.iter().enumerate().filter(|(_, column)| !column.group.is_empty() && column.chosen_of.is_none()) {
        groups.entry(column.group.clone()).or_default().push(at);
    }
    let mut meant: Vec<Meant> = Vec::new();
    for (group, members) in groups.into_iter().filter(|(_, members)| members.len() > 1) {
        let Some((word, concept)) = vocabulary.by_telling_words(Sheet::Ledger, &group) else { continue };
        let Some(whether) = family(concept).filter(|whether| !about.iter().any(|other| family(*other) == Some(*whether))) else {
            continue;
        };
        let told = members.into_iter().filter_map(|at| {
            let column = &columns[at];
            let values: Vec<&Value> = rows.iter().filter_map(|row| row.value(column.index)).collect();
            match under_group(whether, leaf(column), heading(leaf(column), Sheet::Ledger, vocabulary)) {
                Some(About::One(of)) if Below::new(&values, column, vocabulary).confirm(whether) => Some((at, of)),
                _ => None,
            }
        });
        meant.push(Meant { whether, word, columns: told.collect() });
    }
    for group in &meant {
        // Of two groups that may be about one matter, neither is.
        let is_only = meant.iter().filter(|other| other.whether == group.whether).count() == 1;
        for (at, concept) in group.columns.iter().filter(|_| is_only) {
            columns[*at].about = About::One(*concept);
            columns[*at].likeness = Some(Likeness::Taken(group.word.clone()));
        }
    }
}

/// What a group is meant for.
struct Meant {
    /// The matter, as it is asked with yes or no.
    whether: Concept,
    /// The word that tells.
    word: Text,
    /// Its columns, by their places, with what each asks.
    columns: Vec<(usize, Concept)>,
}

#[cfg(test)]
mod tests {
    use super::super::drawn::told;
    use crate::ledger::Entry;

    #[test]
    fn a_word_of_the_group_tells_of_which_parties_its_columns_are() {
        let drawing = "
            ~ A1:A2 B1:B2 C1:C2 D1:D2 E1:F1
            番号 | 名称       | 対象   | 項目 | 協力会社への再委託 |
                 |            |        |      | する・しない       | 会社名
            1    | 清掃員名簿 | 従業員 | 氏名 | しない             |
            2    | 打刻データ | 従業員 | 氏名 | する               | 株式会社ダコク";
        let said = |entry: &Entry| format!("{:?} {}", entry.entrusted, entry.entrustees.join("+"));
        assert_eq!(told(drawing, said), ["No ", "Yes 株式会社ダコク"]);
    }
}
