//! The organization's address is not stated.
//!
//! Whoever holds retained personal data makes its name and address available to the person, with the name of its representative where
//! it is a legal entity (APPI 32(1)(i)); an answer on request without delay is enough. The address is that of the operator itself: the
//! address of a window does not tell it, unless the ledger says that it is the same.
//!
//! To mend it, write the address of the head office at 住所 of the sheet 事業者.
//!
//! # 日本語
//!
//! 事業者の住所の記載がありません。
//!
//! 個人情報取扱事業者は、保有個人データに関し、氏名又は名称及び住所（法人にあっては代表者の氏名も）を、本人の知り得る状態（本人の求めに応じて
//! 遅滞なく回答する場合を含む。）に置かなければなりません（個人情報保護法第32条第1項第1号）。窓口の住所だけでは、事業者の住所は分かりません。
//!
//! 直すには、シート「事業者」の「住所」に、本店又は主たる事務所の所在地を記入してください。

use super::super::{Look, Rule};
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::ledger::{Field, Law};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::AddressMissing,
    severity: Severity::Warning,
    message: ["事業者の住所が記載されていません。", "The organization's address is not stated."],
    advice: [
        "シート「事業者」の「住所」に、本店又は主たる事務所の所在地を記入してください。窓口と同じ所在地であれば、それを記入します。",
        "Write the address of the head office at 住所 of the sheet 事業者; where a window has the same address, write it there too.",
    ],
    basis: &[(Law::Appi, "32(1)(i)")],
    look: Look::Organization(look),
    file: include_str!("address_missing.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    if company.organization.address.is_none() && super::may_hold_retained_data(company) {
        found.say(&[], company.cells(Field::Name));
    }
}
