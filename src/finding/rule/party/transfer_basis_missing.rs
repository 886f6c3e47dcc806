//! A party in a foreign country gets personal data, and on what that rests is not stated.
//!
//! Giving personal data to a third party in a foreign country needs the person's consent given before, a recipient that keeps an equivalent
//! system, or an exception of 27(1), unless the Commission has designated the country (APPI 28(1)). In a country that is not designated
//! Article 27 does not apply, so entrustment and joint use are no way around it. A storage provider that handles the data is an entrustee;
//! one that does not handle it gets nothing. A joint use with users in foreign countries is found here unless its range says on what that
//! rests. Where the country is not named, party-country-missing comes first.
//!
//! To mend it, write the basis in the column 越境移転の根拠 of the sheet 委託先 or 提供先; for a storage provider, add it to the sheet 委託先;
//! for a joint use, say in 範囲 where the foreign users are and on what it rests.
//!
//! # 日本語
//!
//! 外国にある相手に個人データを提供しているのに、その根拠が記載されていません。
//!
//! 外国にある第三者への個人データの提供には、あらかじめの本人の同意、相手の相当措置の体制又は第27条第1項各号のいずれかが必要です。ただし、個人情報保護委員会が
//! 定める国にある相手を除きます（個人情報保護法第28条第1項）。この場合に第27条は適用されないため、委託や共同利用であっても根拠が必要です。保管する
//! 個人データを取り扱う提供事業者は委託先に当たり、取り扱わない事業者への提供はありません。外国の利用者を含む共同利用は、「範囲」に根拠の記載がなければ
//! 指摘します。国の記載がないものは、先に party-country-missing が指摘します。
//!
//! 直すには、シート「委託先」又は「提供先」の「越境移転の根拠」に記入してください。保管場所の提供事業者はシート「委託先」に加え、共同利用は「範囲」に外国の
//! 利用者の国と根拠を記入します。

use super::super::{Look, Rule};
use super::named::joint_uses;
use super::transfer::transfers;
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::law::phrases;
use crate::law::transfer::Verdict;
use crate::ledger::{Law, Stated};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::TransferBasisMissing,
    severity: Severity::Warning,
    message: [
        "{0}（台帳の{2}件に記載）は外国にあり、個人データを提供する根拠が記載されていません。",
        "The {1} (entries that name it: {2}) is in a foreign country, and on what giving it personal data rests is not stated.",
    ],
    advice: [
        "シート「委託先」又は「提供先」の「越境移転の根拠」に、本人の同意、相当措置の体制などを記入してください。保管場所の提供事業者はシート「委託先」に加え、共同利用は「範囲」に外国の利用者の国と根拠を記入してください。",
        "State consent, an equivalent system or an exception in 越境移転の根拠 of the sheet 委託先 or 提供先. Add a place's provider to the sheet 委託先; of a joint use, say in 範囲 where the foreign users are and on what it rests.",
    ],
    basis: &[(Law::Appi, "28(1)")],
    look: Look::Organization(look),
    file: include_str!("transfer_basis_missing.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    for transfer in transfers(company) {
        if transfer.case.verdict() == Verdict::BasisMissing {
            let [japanese, english] = &transfer.called;
            found.say(&[japanese, english, &transfer.named.entries()], transfer.named.cells(company));
        }
    }
    for joint in joint_uses(company) {
        let told = joint.said.scope.iter().any(|scope| phrases::tells_transfer_ground(scope));
        if joint.said.includes_foreign == Stated::Yes && !told {
            let called = [format!("共同利用「{}」の利用者", joint.named.name), format!("users of the joint use {}", joint.named.name)];
            found.say(&[&called[0], &called[1], &joint.named.entries()], joint.named.cells(company));
        }
    }
}
