//! Data that is held as an entrustee is marked as disclosed on request.
//!
//! Retained personal data is what an operator has the authority to disclose, correct, erase and so on (APPI 16(4)). An entrustee has that
//! authority only where the entrustor gave it by contract; without it, whoever discloses acts beyond what was entrusted. So one of the two
//! statements is doubtful.
//!
//! To mend it, write 対象外 with the reason 受託, and pass requests on to the entrustor; or, where the contract gives the authority, accept
//! the finding and say so.
//!
//! # 日本語
//!
//! 受託した情報が開示の対象とされている行です。
//!
//! 保有個人データは、開示、訂正、消去等の権限を有する個人データです（個人情報保護法第16条第4項）。受託者がその権限を有するのは、契約により委託元から
//! 与えられた場合に限られ、権限なく開示すれば委託の範囲を超えます。「受託」と「対象」のどちらかが疑わしい記載です。
//!
//! 直すには、「開示対象」を「対象外」、「非開示の理由」を「受託」とし、請求は委託元に取り次いでください。契約で権限を与えられているときは、その旨を理由に
//! この指摘を承認してください。

use super::super::{Look, Rule};
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::ledger::{Capacity, Field, Law, Stated};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::EntrustedMarkedDisclosable,
    severity: Severity::Warning,
    message: [
        "受託した情報が開示の対象とされています。受託者には通常、開示等の権限がありません。",
        "Data held as an entrustee is marked as disclosed on request; an entrustee normally has no authority to disclose it.",
    ],
    advice: [
        "「開示対象」を「対象外」、「非開示の理由」を「受託」としてください。契約で開示等の権限を与えられているか、自社の情報であるときは、そのことを確かめてください。",
        "Write 対象外 in 開示対象 and 受託 in 非開示の理由; or make sure that the contract gives you the authority, or that the data is your own.",
    ],
    basis: &[(Law::Appi, "16(4)")],
    look: Look::Entry(look),
    file: include_str!("entrusted_marked_disclosable.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    if row.capacity == Capacity::EntrustedToUs && row.disclosure.eligible == Stated::Yes && row.is_personal_information() {
        found.say(&[Field::Capacity, Field::Disclosure]);
    }
}
