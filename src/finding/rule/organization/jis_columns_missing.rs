//! Of the seven columns that JIS Q 15001 asks of a ledger, some are empty throughout.
//!
//! The standard names the least that a ledger tells of each kind of personal information (A.3.3.1): the items, the purpose of use, the
//! place and the way in which it is kept, who has access, the time until which it is used and the time until which it is kept. The
//! guideline asks for the items, the purpose and those with access as well, with the department in charge (10-3(3)).
//!
//! The way of keeping is read from the column 媒体, those with access from アクセス権者. One column 保存期間 tells until when the data is used
//! and kept, as what is no longer used is erased without delay (APPI 22); a ledger that tells the two apart may do so in columns of its
//! own. Only columns without a single word in any row are told here; what single rows lack, other rules tell.
//!
//! To mend it, add the columns, and ask the departments to fill them in.
//!
//! # 日本語
//!
//! JIS Q 15001が台帳に求める項目のうち、全ての行で空欄のものがあります。
//!
//! 規格は、少なくとも、個人情報の項目、利用目的、保管場所、保管方法、アクセス権を有する者、利用期限、保管期限を台帳で特定するよう求めています（A.3.3.1）。
//! ガイドライン通則編も、項目、利用目的、アクセス権を有する者などを明らかにすることを挙げています（10-3(3)）。
//!
//! 保管方法は「媒体」、アクセス権を有する者は「アクセス権者」の列によります。利用する必要がなくなったデータは遅滞なく消去する（個人情報保護法第22条）ので、
//! 利用期限と保管期限は「保存期間」の列一つで足りるものとしています。全ての行で空欄の列だけを指摘し、個々の行の空欄はほかの規則が指摘します。
//!
//! 直すには、台帳にその列を設け、各部門に記入を求めてください。

use super::super::{Look, Rule};
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::ledger::{Entry, Field, Law, RetentionKind, fold};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::JisColumnsMissing,
    severity: Severity::Warning,
    message: [
        "JIS Q 15001が台帳に求める項目のうち、全ての行で空欄のものがあります：{0}。",
        "Of the columns that JIS Q 15001 asks of a ledger these are empty in every row: {1}.",
    ],
    advice: [
        "台帳に{0}の列を設け、各部門に確かめて記入してください。",
        "Add these columns to the ledger and have the departments fill them in: {1}.",
    ],
    basis: &[(Law::JisQ15001, "A.3.3.1"), (Law::Guideline, "10-3(3)")],
    look: Look::Organization(look),
    file: include_str!("jis_columns_missing.rs"),
};

/// A column of the standard, and whether an entry says something of it.
struct Column {
    japanese: &'static str,
    english: &'static str,
    is_filled: fn(&Entry) -> bool,
}

/// The seven columns. The last two are read from one.
const COLUMNS: [Column; 6] = [
    Column { japanese: "項目", english: "items", is_filled: |entry| !entry.items.is_empty() },
    Column { japanese: "利用目的", english: "purpose of use", is_filled: |entry| !entry.purposes.is_empty() },
    Column { japanese: "保管場所", english: "place of keeping", is_filled: |entry| !entry.places.is_empty() },
    Column { japanese: "保管方法（媒体）", english: "way of keeping (medium)", is_filled: |entry| !entry.media.is_empty() },
    Column { japanese: "アクセス権を有する者", english: "those with access", is_filled: |entry| !entry.accessors.is_empty() },
    Column {
        japanese: "利用期限・保管期限（保存期間）", english: "time of use and of keeping (retention)", is_filled: tells_until_when
    },
];

fn tells_until_when(entry: &Entry) -> bool {
    let is_of_time = |heading: &str| ["利用期限", "保管期限", "利用期間", "保管期間"].contains(&fold(heading).as_str());
    entry.retention.kind != RetentionKind::NotStated || entry.other_columns.iter().any(|column| is_of_time(&column.heading))
}

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    let mut empty: Vec<&Column> = COLUMNS.iter().collect();
    let mut entries = company.entries().peekable();
    if entries.peek().is_none() {
        return;
    }
    for held in entries {
        empty.retain(|column| !(column.is_filled)(held.entry));
        if empty.is_empty() {
            return;
        }
    }
    let (japanese, english): (Vec<_>, Vec<_>) = empty.iter().map(|column| (column.japanese, column.english)).unzip();
    found.say(&[&japanese.join("、"), &english.join(", ")], company.cells(Field::Name));
}
