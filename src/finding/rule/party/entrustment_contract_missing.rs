//! Of an entrustee the ledger knows no contract.
//!
//! Supervising an entrustee is choosing it well, making a contract on its security measures, and following how it handles the data (APPI 25,
//! guideline 3-4-4). The day of the contract stands in the sheet 委託先. Terms of service that were accepted, or a contract that renews itself,
//! may have no day; where 備考 tells of them nothing is found. A provider that does not handle the data is not entrusted with any.
//!
//! To mend it, make the contract and write its day in 契約日, or name in 備考 the terms that apply.
//!
//! # 日本語
//!
//! 委託先との契約が確認できません。
//!
//! 委託先の監督は、適切な委託先の選定、安全管理措置を定めた委託契約の締結、取扱状況の把握からなります（個人情報保護法第25条、ガイドライン（通則編）3-4-4）。
//! 契約日はシート「委託先」に記入します。利用規約への同意や自動更新のように日付で示せない場合は、「備考」にその旨の記載があれば指摘しません。個人データを
//! 取り扱わない事業者は委託先に当たりません。
//!
//! 直すには、契約を締結して「契約日」に記入するか、適用される規約等を「備考」に記入してください。

use super::super::{Look, Rule};
use super::named::entrustees;
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::law::phrases;
use crate::ledger::{Law, TransferBasis};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::EntrustmentContractMissing,
    severity: Severity::Warning,
    message: [
        "委託先「{0}」（台帳の{1}件に記載）との契約日が記載されていません。",
        "The day of the contract with the entrustee {0} (entries that name it: {1}) is not stated.",
    ],
    advice: [
        "シート「委託先」の「契約日」に委託契約の締結日を記入してください。利用規約などによるときは、その旨を「備考」に記入してください。",
        "Write the day of the contract in 契約日 of the sheet 委託先; where terms of service apply, name them in 備考.",
    ],
    basis: &[(Law::Appi, "25"), (Law::Guideline, "3-4-4")],
    look: Look::Organization(look),
    file: include_str!("entrustment_contract_missing.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    for party in entrustees(company) {
        let told = party.said.contracted_on.is_some() || party.said.notes.iter().any(|notes| phrases::tells_contract(notes));
        if !told && party.said.transfer != TransferBasis::NotAProvision {
            found.say(&[party.named.name, &party.named.entries()], party.named.cells(company));
        }
    }
}
