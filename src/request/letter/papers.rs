//! お送りいただくもの: the papers in groups, with what no longer exists marked and what has taken its place.

use chrono::NaiveDate;

use crate::language::Language;
use crate::law::documents::{Document, all_obsolete};
use crate::ledger::RequiredDocument;

use super::super::{Case, Owed, PaperGroup, groups};
use super::wording::{asker, lines};
use super::{Block, Section, Table};

/// The papers that the procedure asks for; those that came in are marked.
pub(super) fn section(owed: &Owed, case: Option<&Case>, today: NaiveDate) -> Section {
    let groups = groups(&owed.papers);
    if groups.is_empty() {
        let said = "お送りいただく書類は、当社の個人情報管理台帳に定めがありません。お手数ですが、末尾の窓口までお問い合わせください。";
        return Section::new("お送りいただくもの", vec![Block::paragraph(said)]);
    }
    let missing = case.map(Case::missing_papers);
    let row = |group| {
        let done = missing.as_ref().is_some_and(|missing| !missing.contains(group));
        row(group, done, today)
    };
    let mut headings = ["提出する方", "書類", "必要な数", "条件"].map(str::to_owned).to_vec();
    let mut rows: Vec<Vec<Vec<String>>> = groups.iter().map(row).collect();
    if rows.iter().all(|row| row.last().is_none_or(Vec::is_empty)) {
        headings.pop();
        for row in &mut rows {
            row.pop();
        }
    }
    Section::new("お送りいただくもの", vec![Block::Table(Table { headings, rows })])
}

fn row(group: &PaperGroup, done: bool, today: NaiveDate) -> Vec<Vec<String>> {
    let number = match group.lines.as_slice() {
        [_] => format!("{}点", group.choose),
        _ => format!("左のうち{}点", group.choose),
    };
    let number = if done { vec![number, "受領済み".to_owned()] } else { vec![number] };
    let papers = group.lines.iter().map(|line| named(line, today)).collect();
    vec![vec![asker(group.requester).to_owned()], papers, number, conditions(group)]
}

/// The paper's name, with what a reader must know where it is no longer issued.
fn named(line: &RequiredDocument, today: NaiveDate) -> String {
    let obsolete = all_obsolete(&line.name, today);
    let note = |document: &&Document| {
        // A line that names several says which is meant.
        let of = if obsolete.len() > 1 { format!("{}は、", document.name.text(Language::Ja)) } else { String::new() };
        let now = document.now.join("、");
        if document.expired(today) {
            format!("{of}現在、有効なものがありません。代わりに{now}をお送りください。")
        } else {
            format!("{of}新たに発行されていません（現在は{now}）。お手元に有効なものがあれば、お使いいただけます。")
        }
    };
    let notes: String = obsolete.iter().map(note).collect();
    if notes.is_empty() { line.name.to_string() } else { format!("{}（※{notes}）", line.name) }
}

/// The limits and conditions of a group, each once; with the papers that they are for where not all have them.
fn conditions(group: &PaperGroup) -> Vec<String> {
    let mut of_lines: Vec<(String, Vec<&str>)> = Vec::new();
    for line in &group.lines {
        for condition in of(line) {
            match of_lines.iter_mut().find(|(known, _)| *known == condition) {
                Some((_, names)) => names.push(&line.name),
                None => of_lines.push((condition, vec![&line.name])),
            }
        }
    }
    let worded = |(condition, names): (String, Vec<&str>)| {
        if names.len() == group.lines.len() { condition } else { format!("{}：{condition}", names.join("、")) }
    };
    of_lines.into_iter().map(worded).collect()
}

/// The conditions of a paper; its limit of age as read, where they do not word it themselves.
fn of(line: &RequiredDocument) -> Vec<String> {
    let worded: Vec<String> = line.conditions.iter().flat_map(|conditions| lines(conditions)).map(str::to_owned).collect();
    let limit = line.issued_within.filter(|_| !worded.iter().any(|condition| condition.contains("以内")));
    limit.map(|limit| format!("発行後{}以内のもの", limit.in_japanese())).into_iter().chain(worded).collect()
}
