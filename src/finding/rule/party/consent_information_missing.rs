//! Giving data to a party abroad rests on consent, and the ledger does not hold what must be told for it.
//!
//! Before the person consents it is told the country, that country's system of protection, and what the recipient does for protection (APPI
//! 28(2), Rules 17(2)). Where the country cannot be told, that and why are told in the place of the country and its system (Rules 17(3)). The
//! ledger has the country beside the party, the system in 制度の概要 of the sheet 外国制度, and the recipient's measures in 備考 of the party
//! or 講ずる措置 of the country. Without them nobody can show that the consent is a good one.
//!
//! To mend it, fill in what is missing; the Commission publishes reports on many countries' systems.
//!
//! # 日本語
//!
//! 本人の同意を根拠に外国へ提供しているのに、同意に先立って知らせるべき情報が台帳にありません。
//!
//! 同意を得ようとする場合は、国の名称、その国の個人情報の保護に関する制度、提供先が講ずる措置をあらかじめ本人に提供しなければなりません（個人情報保護法
//! 第28条第2項、施行規則第17条第2項）。国を特定できないときは、その旨と理由を、国の名称と制度に代えて提供します（同条第3項）。台帳では、国は相手の行に、制度は
//! シート「外国制度」の「制度の概要」に、提供先が講ずる措置は相手の「備考」又は「外国制度」の「講ずる措置」に記入します。
//!
//! 直すには、欠けている事項を記入してください。各国の制度については、個人情報保護委員会が調査結果を公表しています。

use super::super::{Look, Rule};
use super::transfer::{Transfer, transfers};
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::law::transfer::Verdict;
use crate::ledger::Law;

pub(in super::super) const RULE: Rule = Rule {
    code: Code::ConsentInformationMissing,
    severity: Severity::Warning,
    message: [
        "{0}（台帳の{2}件に記載）への提供は本人の同意によるとされていますが、同意に先立って知らせる情報（{3}）が台帳にありません。",
        "What must be told before the person consents to giving data to the {1} (entries that name it: {2}) is not in the ledger: {4}.",
    ],
    advice: [
        "国は相手の「国」に、その国の制度はシート「外国制度」の「制度の概要」に、相手が講ずる措置はその「備考」又は「外国制度」の「講ずる措置」に記入してください。",
        "Name the country beside the party, describe its system in 制度の概要 of the sheet 外国制度, and the party's measures in its 備考 or in 講ずる措置.",
    ],
    basis: &[(Law::Appi, "28(2)"), (Law::AppiRules, "17(2)"), (Law::AppiRules, "17(3)")],
    look: Look::Organization(look),
    file: include_str!("consent_information_missing.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    for transfer in transfers(company) {
        if transfer.case.verdict() != Verdict::Consent {
            continue;
        }
        let missing = missing(company, &transfer);
        if missing.is_empty() {
            continue;
        }
        let [japanese, english] = &transfer.called;
        let [in_japanese, in_english] = [0, 1].map(|language| missing.iter().map(|matter| matter[language]).collect::<Vec<_>>());
        let words = [japanese, english, &transfer.named.entries(), &in_japanese.join("、"), &in_english.join(", ")];
        found.say(&words.map(String::as_str), transfer.named.cells(company));
    }
}

fn missing(company: &Company<'_>, transfer: &Transfer<'_>) -> Vec<[&'static str; 2]> {
    let evidence = transfer.evidence(company);
    let matters = [
        (evidence.tells_country(), ["国の名称又は特定できない理由", "the country, or why it cannot be told"]),
        (evidence.tells_system(), ["その国の個人情報の保護に関する制度", "that country's system of protection"]),
        (evidence.tells_measures(), ["相手が講ずる措置", "what the party does for protection"]),
    ];
    matters.into_iter().filter(|(told, _)| !told).map(|(_, matter)| matter).collect()
}
