//! Entries were not reviewed within a year, or never.
//!
//! JIS Q 15001 asks that the ledger is confirmed at least once a year and kept up to date (A.3.3.1). The guideline asks for means to
//! see how personal data is handled (10-3(3)), of which the ledger is one, and to assess and review it (10-3(5)); it sets no period. An
//! entry counts as reviewed on the day in its column 見直し日; one without a day was never reviewed, as far as the ledger says. One
//! finding tells of all entries together, with the first cells: the oldest days first, then the names of rows without one. Rows that hold no personal information do not count.
//!
//! To mend it, check the rows against what is done today, and write the day in 見直し日.
//!
//! # 日本語
//!
//! 1年以内に見直した記録のない行があります。
//!
//! JIS Q 15001は、台帳の内容を少なくとも年1回確認し、最新の状態に保つことを求めています（A.3.3.1）。ガイドライン通則編は、個人データの取扱状況を確認する
//! 手段の整備（10-3(3)）と、取扱状況の把握及び安全管理措置の見直し（10-3(5)）を求めています（期間の定めはありません）。「見直し日」が空欄の行は、
//! 見直しの記録がないものとして数えます。
//!
//! 直すには、各行が現在の取扱いと合っているかを確かめ、「見直し日」に確認した日を記入してください。

use chrono::NaiveDate;

use super::super::{Look, Rule};
use crate::finding::row::is_personal_information;
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::ledger::{Entry, Field, Law, Source};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::ReviewOverdue,
    severity: Severity::Warning,
    message: [
        "{2}件中{1}件に、1年以内の「{0}」の記載がありません（{3}）。",
        "{1} of {2} entries have no day of review ({0}) within a year ({4}).",
    ],
    advice: [
        "各行を現在の取扱いと照らし合わせ、「見直し日」に確認した日を記入してください。台帳は少なくとも年1回見直します。",
        "Check each row against what is done today, and write the day in 見直し日. A ledger is reviewed at least once a year.",
    ],
    basis: &[(Law::JisQ15001, "A.3.3.1"), (Law::Guideline, "10-3(3)"), (Law::Guideline, "10-3(5)")],
    look: Look::Organization(look),
    file: include_str!("review_overdue.rs"),
};

/// How many cells the finding shows.
const FEW: usize = 20;

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    let mut all = 0;
    let mut never: Vec<&Entry> = Vec::new();
    let mut overdue: Vec<(NaiveDate, &Entry)> = Vec::new();
    for entry in company.entries().map(|held| held.entry).filter(|entry| is_personal_information(entry)) {
        all += 1;
        match entry.reviewed_on {
            None => never.push(entry),
            Some(day) if company.is_over_a_year_ago(day) => overdue.push((day, entry)),
            Some(_) => {}
        }
    }
    let count = never.len() + overdue.len();
    if count == 0 {
        return;
    }
    overdue.sort_by_key(|(day, _)| *day);
    let (mut japanese, mut english) = (Vec::new(), Vec::new());
    if !never.is_empty() {
        japanese.push(format!("空欄{}件", never.len()));
        english.push(format!("{} without a day", never.len()));
    }
    if let Some((oldest, _)) = overdue.first() {
        japanese.push(format!("最も古いものは{}", oldest.format("%Y年%-m月%-d日")));
        english.push(format!("the oldest on {oldest}"));
    }
    let days = overdue.iter().flat_map(|(_, entry)| cells_of(entry, Field::ReviewedOn));
    let cells = days.chain(never.iter().flat_map(|entry| cells_of(entry, Field::Name))).take(FEW).cloned().collect();
    // The first word tells findings apart, and this one stays the same as the figures change.
    found.say(&["見直し日", &count.to_string(), &all.to_string(), &japanese.join("、"), &english.join(", ")], cells);
}

fn cells_of(entry: &Entry, field: Field) -> impl Iterator<Item = &Source> {
    entry.sources.iter().filter(move |source| source.field == field)
}
