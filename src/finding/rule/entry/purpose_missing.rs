//! An entry states no purpose of use.
//!
//! A business operator specifies the purpose of use as far as possible (APPI 17(1)), handles the data only within it (18(1)), and
//! makes the purposes of all retained personal data available to the person (32(1)(ii)). A row without a purpose can meet none of
//! these. Data that is held only for another company has the purpose of the entrusted work. Personally referable and anonymized information
//! is no personal information and is not looked at.
//!
//! To mend it, write the purpose in the column 利用目的, in words from which a person can tell what becomes of its data.
//!
//! # 日本語
//!
//! 利用目的の記載がない行です。
//!
//! 個人情報を取り扱うに当たっては利用目的をできる限り特定しなければならず（個人情報保護法第17条第1項）、その範囲で取り扱い（第18条第1項）、
//! 全ての保有個人データの利用目的を本人の知り得る状態に置かなければなりません（第32条第1項第2号）。受託した情報には、受託業務の内容を記載します。
//! 個人関連情報と匿名加工情報は個人情報ではないため、指摘しません。
//!
//! 直すには、「利用目的」の列に、本人が自分の情報の使われ方を想定できる言葉で記入してください。

use super::super::{Look, Rule};
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::ledger::{Field, Law};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::PurposeMissing,
    severity: Severity::Error,
    message: ["利用目的が記載されていません。", "No purpose of use is stated."],
    advice: [
        "「利用目的」に、本人が自分の情報の使われ方を想定できるよう具体的に記入してください。",
        "Write in 利用目的 what the data is used for, so that a person can tell what becomes of it.",
    ],
    basis: &[(Law::Appi, "17(1)"), (Law::Appi, "32(1)(ii)")],
    look: Look::Entry(look),
    file: include_str!("purpose_missing.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    if row.purposes.is_empty() && row.is_personal_information() {
        found.say(&[Field::Purposes]);
    }
}
