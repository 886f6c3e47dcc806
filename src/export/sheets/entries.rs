//! The sheet 台帳.

use std::collections::BTreeSet;

use crate::ledger::{Entry, Retention, RetentionKind};

use super::super::words::{Word, eligibility, lines, whereabouts};
use super::{Sheet, Written, day, joined, number, optional};

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

/// 台帳, with a column for each heading that no field takes.
pub(super) fn ledger<'a>(entries: impl Iterator<Item = &'a Entry>) -> Sheet {
    let entries: Vec<&Entry> = entries.collect();
    let others: BTreeSet<&str> = entries.iter().flat_map(|entry| &entry.other_columns).map(|column| column.heading.as_ref()).collect();
    let rows = entries.iter().map(|entry| {
        let mut row = row(entry);
        row.extend(others.iter().map(|heading| other(entry, heading)));
        row
    });
    let rows = rows.collect();
    let mut sheet = Sheet::table(NAME, &HEADINGS, rows);
    sheet.headings.extend(others.into_iter().map(str::to_owned));
    sheet
}

/// What 台帳 says of an entry, with its headings; columns that no field takes are not among them.
pub(in crate::export) fn entry_row(entry: &Entry) -> impl Iterator<Item = (&'static str, Written)> {
    HEADINGS.into_iter().zip(row(entry))
}

fn row(entry: &Entry) -> Vec<Written> {
    vec![
        (&entry.control_no).into(),
        (&entry.name).into(),
        joined(&entry.subjects),
        entry.nature.word().into(),
        joined(&entry.items),
        joined(&entry.purposes),
        joined(&entry.acquisition),
        lines(&entry.acquired_from).into(),
        entry.capacity.word().into(),
        optional(entry.department.as_ref()),
        optional(entry.manager.as_ref()),
        joined(&entry.accessors),
        number(entry.count),
        lines(&entry.media).into(),
        joined(&entry.places),
        whereabouts(&entry.storage).into(),
        retention(&entry.retention).into(),
        joined(&entry.retention.exceptions),
        optional(entry.disposal.as_ref()),
        entry.entrusted.word().into(),
        joined(&entry.entrustees),
        entry.provided.word().into(),
        joined(&entry.recipients),
        entry.jointly_used.word().into(),
        joined(&entry.joint_uses),
        entry.special_care.word().into(),
        entry.individual_number.word().into(),
        eligibility(&entry.disclosure).into(),
        lines(&entry.disclosure.reasons).into(),
        day(entry.reviewed_on),
        optional(entry.notes.as_ref()),
    ]
}

fn other(entry: &Entry, heading: &str) -> Written {
    let found = entry.other_columns.iter().find(|column| column.heading.as_ref() == heading);
    optional(found.map(|column| &column.text))
}

/// As written or, where no cell said it, in words that the reader takes back to the same.
pub(in crate::export) fn retention(of: &Retention) -> String {
    if let Some(text) = &of.text {
        return text.to_string();
    }
    let period = of.period.map(|period| period.in_japanese()).unwrap_or_default();
    let event = of.after.as_deref().unwrap_or_default();
    match of.kind {
        RetentionKind::Period => period,
        RetentionKind::AfterEvent => format!("{event}後{period}"),
        RetentionKind::UntilEvent => of.due_on.map_or_else(|| format!("{event}まで"), |day| format!("{day}まで")),
        RetentionKind::Statutory if period.is_empty() => "法定保存期間".to_owned(),
        RetentionKind::Statutory => format!("法定保存期間（{period}）"),
        RetentionKind::Permanent => "永年".to_owned(),
        RetentionKind::WhileNeeded => "利用目的に必要な範囲内".to_owned(),
        RetentionKind::NotStated | RetentionKind::Unreadable => String::new(),
    }
}
