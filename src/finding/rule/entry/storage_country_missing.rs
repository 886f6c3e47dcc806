//! Neither an entry nor anything above it tells in which country its data is kept.
//!
//! Whoever handles personal data in a foreign country takes security measures with a grasp of that country's system (APPI 23, guideline
//! 10-7), and makes its name available to the person (32(1)(iv), Order 10(i)). So the country must be known. It is told by the row, by the
//! place that the row names, or by the organization for the whole company; where it cannot be told, by the reason. A row that names a place
//! is not found here: the place is, once, by server-country-missing, unless the row itself says 海外 and no more. Nor is a row that is kept
//! on paper alone: paper is taken to lie where the company works.
//!
//! To mend it, write the country in the column 保管国, or once for all in 保管国 of the sheet 事業者.
//!
//! # 日本語
//!
//! 行からも、保管場所や事業者の記載からも、保管国が分からない行です。
//!
//! 外国で個人データを取り扱う場合は、その国の制度を把握した上で安全管理措置を講じ（個人情報保護法第23条、ガイドライン（通則編）10-7）、国の名称を
//! 本人の知り得る状態に置かなければなりません（第32条第1項第4号、施行令第10条第1号）。保管国は、行、行が挙げる保管場所、又は事業者全体の記載のいずれかで
//! 分かればよく、特定できない場合は理由の記載があれば足ります。保管場所を挙げている行は、server-country-missing が保管場所ごとに一度指摘するため、
//! 行自身が「海外」とだけ書いている場合を除き、指摘しません。紙だけで保管する行も指摘しません。
//!
//! 直すには、「保管国」の列に国名を記入するか、シート「事業者」の「保管国」に会社全体について記入してください。

use super::super::{Look, Rule};
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::ledger::{Certainty, Field, Law, Medium, Whereabouts};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::StorageCountryMissing,
    severity: Severity::Warning,
    message: ["保管国の国名が記載されていません。", "The country in which the data is kept is not named."],
    advice: [
        "「保管国」に国名を記入してください。会社全体について言えるときは、シート「事業者」の「保管国」に一度だけ記入すれば足ります。特定できないときは、シート「保管場所」にその理由を記入してください。",
        "Name the country in 保管国; what holds for the whole company may be said once, in 保管国 of the sheet 事業者. Where it cannot be told, give the reason in the sheet 保管場所.",
    ],
    basis: &[(Law::Appi, "23"), (Law::Guideline, "10-7"), (Law::AppiOrder, "10(i)")],
    look: Look::Entry(look),
    file: include_str!("storage_country_missing.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    if !is_open(&row.storage) || !row.is_personal_data() {
        return;
    }
    let says_abroad = row.storage.is_stated();
    let on_paper = !row.media.is_empty() && row.media.iter().all(|medium| *medium == Medium::Paper);
    let told_elsewhere = !row.places.is_empty() || !is_open(&row.company.organization.storage) || on_paper;
    if says_abroad || !told_elsewhere {
        found.say(&[Field::Storage]);
    }
}

/// Whether no country is named, and no reason given why not.
fn is_open(storage: &Whereabouts) -> bool {
    storage.certainty == Certainty::NotStated && storage.reason.is_none()
}
