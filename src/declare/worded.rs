//! Columns and labels whose headings are not known as a whole, while words in them tell what they are about and the cells confirm it:
//! どのくらい残すか with 卒園後5年 below it, 捨てるとき with シュレッダー. What is read so is said.

use std::collections::{BTreeMap, BTreeSet};

use crate::ledger::Text;
use crate::sheet::table::{Row, Value};
use crate::vocabulary::{Concept, Sheet, Vocabulary, parties_of};

use super::below::Below;
use super::block::Block;
use super::cell::is_nothing_but_media;
use super::column::{About, Column};
use super::likely::{is_open, take};
use super::settle::concepts;
use super::tell::leaf;

/// Headings that are all but too short to tell.
const SHORT: [(&str, Concept); 4] =
    [("番", Concept::ControlNo), ("記号", Concept::ControlNo), ("場所", Concept::Places), ("保有", Concept::Disclosure)];

/// Reads the columns of a table so.
pub(super) fn tell(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    name_by_records(rows, columns, vocabulary);
    entrusted_on(rows, columns, vocabulary);
    let about: BTreeSet<Concept> = concepts(columns.iter().filter(|column| !names_by_makeshift(column, vocabulary)));
    let meant: Vec<Option<(Text, Concept)>> =
        columns.iter().map(|column| meant(column, &values(rows, column), &about, vocabulary)).collect();
    for (column, (word, concept)) in columns.iter_mut().zip(once_each(&meant)).filter_map(|(column, meant)| Some((column, meant?))) {
        take(column, concept, word);
    }
}

/// What stands below a heading, but in rows of a cell or two, which are titles and totals.
fn values<'r>(rows: &'r [Row], column: &Column) -> Vec<&'r Value> {
    rows.iter().filter(|row| row.cells.len() > 2).filter_map(|row| row.value(column.index)).collect()
}

/// 取扱情報 beside 項目, with 契約者データ and 通話録音 below it, and 書類・データ with these: of what may as well be what is held, or what it is
/// kept on, a column that calls records as they are called names those that nothing else does.
fn name_by_records(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    if columns.iter().any(|column| column.concerns(Concept::Name) && !names_by_makeshift(column, vocabulary)) {
        return;
    }
    let holds = columns.iter().filter(|column| column.only() == Some(Concept::Items)).count();
    let names = |column: &&mut Column| {
        let below = Below::new(&values(rows, column), column, vocabulary);
        let may_name = match column.only() {
            Some(Concept::Items) => holds > 1,
            Some(Concept::Media | Concept::MediumElectronic) => !below.confirm(Concept::Media),
            _ => false,
        };
        may_name && column.group.is_empty() && below.are_names()
    };
    let mut found: Vec<&mut Column> = columns.iter_mut().filter(names).collect();
    if let [only] = found.as_mut_slice() {
        take(only, Concept::Name, "個人情報の名称".into());
    }
}

/// 再委託先 where no column is about entrusting: of what others entrusted to the company, it is to whom that is entrusted on.
fn entrusted_on(rows: &[Row], columns: &mut [Column], vocabulary: &Vocabulary) {
    if columns.iter().any(|column| [Concept::Entrusted, Concept::Entrustees].iter().any(|of| column.concerns(*of))) {
        return;
    }
    let is_meant = |column: &&mut Column| {
        let names = column.about == About::Beside && column.group.is_empty() && is_entrusted_on(column);
        names && Below::new(&values(rows, column), column, vocabulary).confirm(Concept::Entrusted)
    };
    let mut found: Vec<&mut Column> = columns.iter_mut().filter(is_meant).collect();
    if let [only] = found.as_mut_slice() {
        take(only, Concept::Entrusted, "委託先".into());
    }
}

/// Reads the labels of forms so. What a label is read as holds for each of its forms.
pub(super) fn tell_labels<'b>(blocks: impl Iterator<Item = &'b mut Block>, vocabulary: &Vocabulary) {
    let mut blocks: Vec<&mut Block> = blocks.collect();
    let labels = || blocks.iter().flat_map(|block| block.iter());
    let about: BTreeSet<Concept> = concepts(labels().map(|labelled| &labelled.column));
    let mut columns: BTreeMap<&str, (&Column, Vec<&Value>)> = BTreeMap::new();
    for labelled in labels().filter(|labelled| is_open(&labelled.column, vocabulary)) {
        let (_, values) = columns.entry(&labelled.label).or_insert_with(|| (&labelled.column, Vec::new()));
        values.extend(labelled.values.iter().map(|(_, value)| value));
    }
    let meant: Vec<Option<(Text, Concept)>> = columns.values().map(|(column, values)| meant(column, values, &about, vocabulary)).collect();
    let meant: BTreeMap<String, (Text, Concept)> =
        columns.keys().zip(once_each(&meant)).filter_map(|(label, meant)| Some(((*label).to_owned(), meant?))).collect();
    for labelled in blocks.iter_mut().flat_map(|block| block.iter_mut()) {
        if let Some((word, concept)) = meant.get(&labelled.label) {
            take(&mut labelled.column, *concept, word.clone());
        }
    }
}

/// Whether a column is about those who are entrusted on.
pub(super) fn is_entrusted_on(column: &Column) -> bool {
    leaf(column).contains("再委託")
}

/// Of columns that may be meant for the same matter, none is.
fn once_each(meant: &[Option<(Text, Concept)>]) -> Vec<Option<(Text, Concept)>> {
    let is_only = |concept: &Concept| meant.iter().flatten().filter(|(_, other)| family(*other) == family(*concept)).count() == 1;
    meant.iter().map(|meant| meant.clone().filter(|(_, concept)| is_only(concept))).collect()
}

/// Whether a column names the records for want of a better one: 業務内容.
fn names_by_makeshift(column: &Column, vocabulary: &Vocabulary) -> bool {
    column.only() == Some(Concept::Name) && vocabulary.is_makeshift(Sheet::Ledger, leaf(column))
}

/// A matter of which the names or the marks may be asked for: 委託 and 委託先 are of one.
fn family(concept: Concept) -> Concept {
    parties_of(concept).map_or(concept, |(whether, _)| whether)
}

/// What a column is meant for, with the word of its heading that tells; nothing where its heading is known, where another column is about
/// that, or where the cells do not confirm it.
fn meant(column: &Column, values: &[&Value], about: &BTreeSet<Concept>, vocabulary: &Vocabulary) -> Option<(Text, Concept)> {
    if !is_open(column, vocabulary) {
        return None;
    }
    let too_short = || SHORT.iter().find(|(short, _)| *short == leaf(column)).map(|(short, concept)| (Text::from(*short), *concept));
    let (word, concept) = vocabulary.by_telling_words(Sheet::Ledger, leaf(column)).or_else(too_short)?;
    // 紙のしまい場所 beside データの入っている所: where it is on each medium.
    let is_of_medium = concept == Concept::Places && of_medium(leaf(column), vocabulary);
    let is_said = !is_of_medium && about.iter().any(|other| family(*other) == family(concept));
    let below = Below::new(values, column, vocabulary);
    (!is_said && below.confirm(concept)).then_some((word, concept))
}

/// Whether a heading begins with a medium of which it asks: 紙のしまい場所.
fn of_medium(heading: &str, vocabulary: &Vocabulary) -> bool {
    heading.split_once('の').is_some_and(|(medium, _)| is_nothing_but_media(medium, vocabulary))
}

#[cfg(test)]
mod tests {
    use super::super::drawn::{cells, read, sheet, told};
    use crate::finding::Code;
    use crate::ledger::Entry;

    fn said(entry: &Entry) -> String {
        let retention = entry.retention.text.as_deref().unwrap_or_default();
        let disposal = entry.disposal.as_deref().unwrap_or_default();
        let acquisition = entry.acquisition.join("+");
        format!("{}|{acquisition}|{retention}|{disposal}|{:?}|{:?}", entry.name, entry.special_care, entry.jointly_used)
    }

    #[test]
    fn plain_words_of_headings_tell_where_the_cells_confirm_them() {
        let drawing = "
            番号 | 名称   | 対象者 | 項目       | だれからどうやって | どのくらい残すか | 捨てるとき   | 病気・アレルギーのことが入っているか | 本部との共同利用
            1    | 入園願書 | 園児   | 氏名、住所 | 保護者が提出       | 卒園後5年            | シュレッダー | いいえ                               | ○
            2    | 健康カード | 園児 | 氏名、病歴 | 保護者が提出       | 卒園まで             | 溶解         | はい                                 | ×";
        assert_eq!(
            told(drawing, said),
            ["入園願書|保護者が提出|卒園後5年|シュレッダー|No|Yes", "健康カード|保護者が提出|卒園まで|溶解|Yes|No",]
        );
        let (_, findings) = read(vec![sheet("台帳", drawing)]);
        assert!(cells(&findings, Code::ColumnTakenFor).len() >= 3);
    }

    #[test]
    fn a_column_of_records_names_them_and_those_entrusted_on_are_entrusted() {
        let drawing = "
            番号 | 取扱情報     | 対象   | 項目       | 業務内容（利用目的） | 再委託先   | 受託
            1    | 契約者データ | 契約者 | 氏名・住所 | 開閉栓の受付         | 株式会社東 | －
            2    | 通話録音     | 契約者 | 音声       | 品質の確認           | なし       | ○
            3    | 社員名簿     | 社員   | 氏名       | 労務                 | なし       |";
        let tell = |entry: &Entry| format!("{}|{}|{}|{:?}", entry.name, entry.items.join("+"), entry.purposes.join("+"), entry.entrusted);
        assert_eq!(
            told(drawing, tell),
            ["契約者データ|氏名+住所|開閉栓の受付|Yes", "通話録音|音声|品質の確認|No", "社員名簿|氏名|労務|NotStated"]
        );
    }

    #[test]
    fn none_entrusted_is_no_where_the_heading_asks_for_all_of_them() {
        let drawing = "番号|名称|利用目的|対象者|再委託を含む委託の有無\n1|名簿|連絡|社員|なし";
        assert_eq!(told(drawing, |entry| format!("{:?}", entry.entrusted)), ["No"]);
    }

    #[test]
    fn words_of_headings_tell_nothing_that_the_cells_do_not_confirm() {
        let drawing = "
            番号 | 名称     | 対象者 | 項目 | どのくらい残すか | 捨てるとき | アレルギーのことが入っているか
            1    | 入園願書 | 園児   | 氏名 | 園長に聞く           | 5年        | 卵
            2    | 名簿     | 園児   | 氏名 | 園長に聞く           | 1年        | 卵";
        assert_eq!(told(drawing, said), ["入園願書||||NotStated|NotStated", "名簿||||NotStated|NotStated"]);
    }
}
