//! The ledger does not say whether an entrustee may entrust the data further.
//!
//! Part of supervising an entrustee is to know beforehand to whom it entrusts further and how that party handles the data, as the guideline
//! 3-4-4 finds desirable (APPI 25). It is a wish of the guideline and no duty of its own, so this is a note.
//!
//! To mend it, write 有 or 無 in the column 再委託 of the sheet 委託先.
//!
//! # 日本語
//!
//! 委託先が再委託をするかどうかが記載されていません。
//!
//! 委託先の監督（個人情報保護法第25条）として、ガイドライン（通則編）3-4-4は、再委託の相手方、業務の内容、取扱方法等について事前報告を受け、又は承認を行うこと
//! などが望ましいとしています。望ましい事項であるため、参考としての指摘です。
//!
//! 直すには、シート「委託先」の「再委託」に「有」又は「無」を記入してください。

use super::super::{Look, Rule};
use super::named::entrustees;
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::ledger::{Law, Stated, TransferBasis};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::SubcontractingUnknown,
    severity: Severity::Note,
    message: [
        "委託先「{0}」（台帳の{1}件に記載）が再委託をするかどうか記載されていません。",
        "It is not stated whether the entrustee {0} (entries that name it: {1}) may entrust the data further.",
    ],
    advice: [
        "委託契約を確かめ、シート「委託先」の「再委託」に「有」又は「無」を記入してください。",
        "Look into the contract, and write 有 or 無 in 再委託 of the sheet 委託先.",
    ],
    basis: &[(Law::Appi, "25"), (Law::Guideline, "3-4-4")],
    look: Look::Organization(look),
    file: include_str!("subcontracting_unknown.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    for party in entrustees(company) {
        if party.said.subcontracting == Stated::NotStated && party.said.transfer != TransferBasis::NotAProvision {
            found.say(&[party.named.name, &party.named.entries()], party.named.cells(company));
        }
    }
}
