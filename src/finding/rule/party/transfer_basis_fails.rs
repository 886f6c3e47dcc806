//! The basis that the ledger states for giving data to a party abroad does not hold for what it says of the party.
//!
//! A country counts as designated where the Commission's rules name it (APPI 28(1), Rules 15); a party in a foreign country is not domestic; and
//! a party that gets or handles the data is provided with it, whatever the ledger calls that. A transfer whose basis fails has none, which
//! breaks Article 28 if the ledger tells the truth. The decision table of Article 28 tells which of these it is.
//!
//! To mend it, state the true country, or rest the transfer on consent, an equivalent system or an exception of 27(1).
//!
//! # 日本語
//!
//! 記載された越境移転の根拠が、相手や国についての記載と合いません。
//!
//! 「指定国」は個人情報保護委員会規則で定める国に限られ（個人情報保護法第28条第1項、施行規則第15条）、外国にある相手は「国内」に当たらず、個人データを
//! 受け取り又は取り扱う相手への提供は「提供に当たらない」とはいえません。根拠が成り立たなければ、記載のとおりである限り第28条に反します。
//!
//! 直すには、国の記載を確かめて直すか、本人の同意、相当措置の体制又は第27条第1項各号によるものとしてください。

use super::super::{Look, Rule};
use super::transfer::transfers;
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::law::transfer::{Verdict, decide};
use crate::ledger::Law;

pub(in super::super) const RULE: Rule = Rule {
    code: Code::TransferBasisFails,
    severity: Severity::Error,
    message: [
        "{0}（台帳の{2}件に記載）の越境移転の根拠が成り立ちません。{3}",
        "The basis stated for the {1} (entries that name it: {2}) does not hold. {4}",
    ],
    advice: [
        "国の記載を確かめてください。そのとおりであれば、本人の同意を得る、相当措置の体制を整備させるなどして、「越境移転の根拠」を改めてください。",
        "Check the country. If it is right, obtain consent, have the party keep an equivalent system or find an exception, and correct 越境移転の根拠.",
    ],
    basis: &[(Law::Appi, "28(1)")],
    look: Look::Organization(look),
    file: include_str!("transfer_basis_fails.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    for transfer in transfers(company) {
        let row = decide(transfer.case);
        if row.verdict == Verdict::BasisFails {
            let ([japanese, english], [why, in_english]) = (&transfer.called, row.why);
            let entries = transfer.named.entries();
            found.say_by(&[japanese, english, &entries, why, in_english], transfer.named.cells(company), row.rests_on);
        }
    }
}
