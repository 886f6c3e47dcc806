//! Giving data to a party abroad rests on its equivalent system, and that was not checked within a year.
//!
//! Whoever relies on a recipient's equivalent system checks regularly, about once a year, that the recipient keeps it up and that nothing in
//! its country's system stands against it, acts where it falters, stops where it cannot be kept up, and informs the person on request (APPI
//! 28(3), Rules 18). For an entrustee the day of the check stands in 確認日 of the sheet 委託先; for a recipient, which has no such column, the
//! 確認日 of its country in the sheet 外国制度 counts. Where the country is designated the system is not needed, and nothing is found.
//!
//! To mend it, check, and write the day.
//!
//! # 日本語
//!
//! 相当措置の体制を根拠に外国へ提供しているのに、1年以内に確認した記録がありません。
//!
//! 相手の相当措置の体制による場合は、その実施状況と、実施に影響を及ぼすおそれのある外国の制度の有無・内容を定期的に（年に1回程度）確認し、支障が生じたときは
//! 必要な措置を講じ、継続が困難なときは提供を停止し、本人の求めに応じて情報を提供しなければなりません（個人情報保護法第28条第3項、施行規則第18条）。
//! 委託先はシート「委託先」の「確認日」、提供先はその国についてのシート「外国制度」の「確認日」で確かめます。指定国にある相手は指摘しません。
//!
//! 直すには、確認を行い、その日を記入してください。

use super::super::{Look, Rule};
use super::transfer::transfers;
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::law::transfer::Verdict;
use crate::ledger::{Law, Stated};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::EquivalentSystemUnchecked,
    severity: Severity::Warning,
    message: [
        "{0}（台帳の{2}件に記載）への提供は相当措置の体制によるとされていますが、1年以内の確認の記録がありません（{3}）。",
        "Giving data to the {1} (entries that name it: {2}) rests on its equivalent system, which was not checked within a year ({4}).",
    ],
    advice: [
        "相手の措置の実施状況とその国の制度を確認し、委託先はシート「委託先」の「確認日」に、提供先はシート「外国制度」のその国の「確認日」に記入してください。",
        "Check the party's measures and its country's system, and write the day in 確認日 of the sheet 委託先 or, for a recipient, of its country in 外国制度.",
    ],
    basis: &[(Law::Appi, "28(3)"), (Law::AppiRules, "18(1)(i)")],
    look: Look::Organization(look),
    file: include_str!("equivalent_system_unchecked.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    for transfer in transfers(company) {
        if transfer.case.verdict() != Verdict::EquivalentSystem {
            continue;
        }
        let evidence = transfer.evidence(company);
        if evidence.checked_within_a_year(company.today) == Stated::Yes {
            continue;
        }
        let [japanese, english] = &transfer.called;
        let when = evidence.last_check().map_or_else(
            || ["確認日の記載なし".to_owned(), "no day is stated".to_owned()],
            |day| [format!("最後の確認日は{day}"), format!("last on {day}")],
        );
        let words = [japanese, english, &transfer.named.entries(), &when[0], &when[1]];
        found.say(&words.map(String::as_str), transfer.named.cells(company));
    }
}
