//! The sheet 台帳.

use std::collections::BTreeMap;

use crate::declare::cell::in_marks;
use crate::declare::is_heading_of_nothing;
use crate::ledger::{Entry, Text};

use super::super::pen::{Care, Pen};
use super::super::proof::read_back;
use super::super::words::{Word, lines};
use super::{Sheet, Written, blank, day, number};

/// The sheet's name.
pub(super) const NAME: &str = "台帳";

const HEADINGS: [&str; 31] = [
    "管理番号",
    "個人情報の名称",
    "本人の区分",
    "情報の性質",
    "項目",
    "利用目的",
    "取得方法",
    "取得元",
    "自社・受託の別",
    "管理部門",
    "管理責任者",
    "アクセス権者",
    "件数",
    "媒体",
    "保管場所",
    "保管国",
    "保存期間",
    "保存の例外",
    "廃棄方法",
    "委託の有無",
    "委託先",
    "第三者提供の有無",
    "第三者提供先",
    "共同利用の有無",
    "共同利用",
    "要配慮個人情報",
    "特定個人情報",
    "開示対象",
    "非開示の理由",
    "見直し日",
    "備考",
];

/// 台帳, with a column for each heading that no field takes. What the reader does not take back as itself is written with more care.
pub(super) fn ledger(entries: &[&Entry], organization: &Sheet, code: &Text, pen: Pen<'_>) -> Sheet {
    let mut cares = vec![Care::Plain; entries.len()];
    let mut headings_in_marks = false;
    loop {
        let sheet = written(entries, &cares, headings_in_marks, pen);
        let read = read_back(organization, &sheet, code, pen.vocabulary);
        let mut is_proven = true;
        if !entries.is_empty() && !headings_in_marks && read.iter().all(Option::is_none) {
            headings_in_marks = true;
            is_proven = false;
        }
        for ((care, entry), read) in cares.iter_mut().zip(entries).zip(&read) {
            if read.as_ref().is_none_or(|read| statements(read) != statements(entry))
                && let Some(more) = more(*care)
            {
                *care = more;
                is_proven = false;
            }
        }
        if is_proven {
            return sheet;
        }
    }
}

/// The next degree of care.
fn more(care: Care) -> Option<Care> {
    match care {
        Care::Plain => Some(Care::EachCell),
        Care::EachCell => Some(Care::WholeRow),
        Care::WholeRow => None,
    }
}

/// All that a row states. In which order columns stand that no field takes is no statement.
fn statements(entry: &Entry) -> Entry {
    let mut statements = Entry { occurrence: 0, sources: Vec::new(), ..entry.clone() };
    statements.other_columns.sort_by(|a, b| a.heading.cmp(&b.heading));
    statements
}

fn written(entries: &[&Entry], cares: &[Care], headings_in_marks: bool, pen: Pen<'_>) -> Sheet {
    let others = others(entries);
    let rows = entries.iter().zip(cares).map(|(entry, care)| {
        let pen = Pen { care: *care, ..pen };
        let mut row = row(entry, &pen);
        let mut of_entry = entry.other_columns.clone();
        row.extend(others.iter().map(|heading| {
            let found = of_entry.iter().position(|column| column.heading.as_ref() == *heading);
            found.map_or_else(blank, |at| pen.other(&of_entry.remove(at).text))
        }));
        row
    });
    let rows = rows.collect();
    let mut sheet = Sheet::table(NAME, &HEADINGS, rows);
    let heading = |heading: &str| {
        let is_plain = !headings_in_marks && !heading.starts_with('\'') && is_heading_of_nothing(heading, pen.vocabulary);
        if is_plain { heading.to_owned() } else { in_marks(heading) }
    };
    sheet.headings.extend(others.into_iter().map(heading));
    sheet
}

/// The headings that no field takes, each as often as one entry has it.
fn others<'a>(entries: &[&'a Entry]) -> Vec<&'a str> {
    let mut most: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in entries {
        let mut of_entry: BTreeMap<&str, usize> = BTreeMap::new();
        for column in &entry.other_columns {
            *of_entry.entry(&column.heading).or_default() += 1;
        }
        for (heading, times) in of_entry {
            let known = most.entry(heading).or_default();
            *known = times.max(*known);
        }
    }
    most.into_iter().flat_map(|(heading, times)| std::iter::repeat_n(heading, times)).collect()
}

/// What 台帳 says of an entry, with its headings; columns that no field takes are not among them.
pub(in crate::export) fn entry_row(entry: &Entry, pen: &Pen<'_>) -> impl Iterator<Item = (&'static str, Written)> {
    HEADINGS.into_iter().zip(row(entry, pen))
}

fn row(entry: &Entry, pen: &Pen<'_>) -> Vec<Written> {
    vec![
        pen.number(&entry.control_no),
        if entry.name.is_empty() { blank() } else { pen.name(&entry.name) },
        pen.list(&entry.subjects),
        entry.nature.word().into(),
        pen.list(&entry.items),
        pen.sentences(&entry.purposes),
        pen.sentences(&entry.acquisition),
        lines(&entry.acquired_from).into(),
        entry.capacity.word().into(),
        pen.note(entry.department.as_ref()),
        pen.note(entry.manager.as_ref()),
        pen.list(&entry.accessors),
        number(entry.count),
        lines(&entry.media).into(),
        pen.list(&entry.places),
        pen.whereabouts(&entry.storage, false),
        pen.retention(&entry.retention),
        pen.sentences(&entry.retention.exceptions),
        pen.note(entry.disposal.as_ref()),
        entry.entrusted.word().into(),
        pen.parties(&entry.entrustees),
        entry.provided.word().into(),
        pen.parties(&entry.recipients),
        entry.jointly_used.word().into(),
        pen.parties(&entry.joint_uses),
        entry.special_care.word().into(),
        entry.individual_number.word().into(),
        pen.disclosure(&entry.disclosure),
        lines(&entry.disclosure.reasons).into(),
        day(entry.reviewed_on),
        pen.note(entry.notes.as_ref()),
    ]
}
