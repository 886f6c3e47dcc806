//! The organization's representative is not stated.
//!
//! A legal entity that holds retained personal data makes the name of its representative available to the person, beside its own name
//! and address (APPI 32(1)(i)). The ledger holds the post, such as 代表取締役社長; the name of whoever holds it belongs on the published
//! statement. An operator who is a natural person has no representative.
//!
//! To mend it, write the post at 代表者 of the sheet 事業者, or 「個人事業主」 where the operator is a natural person.
//!
//! # 日本語
//!
//! 代表者の記載がありません。
//!
//! 法人である個人情報取扱事業者は、保有個人データに関し、名称及び住所とともに代表者の氏名を、本人の知り得る状態に置かなければなりません
//! （個人情報保護法第32条第1項第1号）。台帳には役職（「代表取締役社長」など）を記入し、氏名は公表文に記載します。個人事業主には代表者がありません。
//!
//! 直すには、シート「事業者」の「代表者」に役職を記入してください。個人事業主であれば「個人事業主」と記入します。

use super::super::{Look, Rule};
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::ledger::{Field, Law};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::RepresentativeMissing,
    severity: Severity::Warning,
    message: ["代表者が記載されていません。", "The organization's representative is not stated."],
    advice: [
        "シート「事業者」の「代表者」に、「代表取締役社長」などの役職を記入してください。氏名は公表文に記載します。個人事業主であれば「個人事業主」と記入します。",
        "Write the post, such as 代表取締役社長, at 代表者 of the sheet 事業者; the name belongs on the published statement. A sole proprietor writes 個人事業主.",
    ],
    basis: &[(Law::Appi, "32(1)(i)")],
    look: Look::Organization(look),
    file: include_str!("representative_missing.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    if company.organization.representative.is_none() && super::may_hold_retained_data(company) {
        found.say(&[], company.cells(Field::Name));
    }
}
