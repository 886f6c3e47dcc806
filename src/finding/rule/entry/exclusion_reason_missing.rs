//! An entry is excluded from disclosure, and the ledger does not say why.
//!
//! Personal data that an operator may disclose, correct, erase and so on is retained personal data and is disclosed on request; out are data
//! without that authority, as an entrustee has it, and the four cases of Order 5 (APPI 16(4)). Whoever refuses explains the reason as far as
//! possible (36). Data held as an entrustee, pseudonymized information (41(9)) and what is no personal information are out by their nature
//! and not found here.
//!
//! To mend it, write the reason in the column 非開示の理由, or 対象 in 開示対象 where none applies.
//!
//! # 日本語
//!
//! 開示の対象外とされ、その理由が記載されていない行です。
//!
//! 開示、訂正、消去等の権限を有する個人データは保有個人データとして開示等の対象になります。対象外となるのは、受託のように権限を有しないものと、施行令第5条各号に
//! 当たるものに限られます（個人情報保護法第16条第4項）。請求に応じない場合は理由の説明に努めなければなりません（第36条）。受託した情報、仮名加工情報
//! （第41条第9項）、個人情報に当たらないものは性質上対象外であるため、指摘しません。
//!
//! 直すには、「非開示の理由」に理由を記入するか、理由がないときは「開示対象」を「対象」としてください。

use super::super::{Look, Rule};
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::ledger::{ExclusionReason, Field, Law, Nature, Stated};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::ExclusionReasonMissing,
    severity: Severity::Warning,
    message: ["開示の対象外とされていますが、理由が記載されていません。", "The data is excluded from disclosure, and no reason is given."],
    advice: [
        "「非開示の理由」に、受託、施行令第5条の該当する号などを記入してください。理由がないときは「開示対象」を「対象」としてください。",
        "State in 非開示の理由 that it is entrusted, or which item of Order 5 applies. Where none does, write 対象 in 開示対象.",
    ],
    basis: &[(Law::Appi, "16(4)"), (Law::AppiOrder, "5"), (Law::Appi, "36")],
    look: Look::Entry(look),
    file: include_str!("exclusion_reason_missing.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    let unreasoned = row.disclosure.reasons.iter().all(|reason| *reason == ExclusionReason::NoReasonGiven);
    let retained = row.is_personal_information() && row.nature != Nature::Pseudonymized && !row.is_entrusted_to_us();
    if row.disclosure.eligible == Stated::No && unreasoned && retained {
        found.say(&[Field::Disclosure]);
    }
}
