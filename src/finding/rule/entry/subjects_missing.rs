//! An entry does not say whose data it holds.
//!
//! A person may ask for disclosure of retained personal data about itself (APPI 33(1)), and after a leak the persons concerned are
//! notified (26(2)). Without the category of person nobody can tell from the ledger which rows concern a customer, an applicant or an
//! employee. The Act asks for no such column, so this is a note. Data held for another company is not looked at: whose it is, the
//! entrustor knows.
//!
//! To mend it, write the category in the column 本人の区分.
//!
//! # 日本語
//!
//! 誰の情報なのかが記載されていない行です。
//!
//! 本人は自己が識別される保有個人データの開示を請求でき（個人情報保護法第33条第1項）、漏えい等の際には本人に通知しなければなりません（第26条第2項）。
//! 本人の区分がないと、顧客・応募者・従業者のどの請求にどの行が関わるのかを台帳から判断できません。法律が求める欄ではないため、参考としての指摘です。
//! 受託した情報は、本人を把握しているのが委託元であるため、指摘しません。
//!
//! 直すには、「本人の区分」の列に、顧客、応募者、従業者などの区分を記入してください。

use super::super::{Look, Rule};
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::ledger::{Field, Law};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::SubjectsMissing,
    severity: Severity::Note,
    message: ["本人の区分が記載されていません。", "It is not stated whose data this is."],
    advice: [
        "「本人の区分」に、顧客、応募者、従業者などの区分を記入してください。",
        "Write in 本人の区分 whose data it is, such as 顧客, 応募者 or 従業者.",
    ],
    basis: &[(Law::Appi, "33(1)"), (Law::Appi, "26(2)")],
    look: Look::Entry(look),
    file: include_str!("subjects_missing.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    if row.subjects.is_empty() && row.is_personal_information() && !row.is_entrusted_to_us() {
        found.say(&[Field::Subjects]);
    }
}
