//! The country of an entrustee or a recipient is not stated.
//!
//! Giving personal data to a third party in a foreign country needs the person's consent, an equivalent system of the recipient or an
//! exception of 27(1), even where it is entrusted (APPI 28(1)); and what an entrustee handles abroad is handled with a grasp of that country's
//! system (23, guideline 10-7). Without the country none of this can be told. A party is not found here where its basis says that it is
//! domestic, where it collects the data from the person itself, where an exception of 27(1) covers it, where a reason is given, or where
//! its name tells: a public body of Japan, or a legal person in a form of Japanese law such as 株式会社, is no third party in a foreign
//! country. Where it rests on consent, consent-information-missing asks for the country; of a storage place's provider,
//! provider-country-missing does.
//!
//! To mend it, write the country in the sheet 委託先 or 提供先.
//!
//! # 日本語
//!
//! 委託先又は提供先の国が記載されていません。
//!
//! 外国にある第三者に個人データを提供するには、委託であっても、本人の同意、相手の相当措置の体制又は第27条第1項各号のいずれかが必要です（個人情報保護法
//! 第28条第1項）。外国の委託先で取り扱う場合は、その国の制度の把握も必要です（第23条、ガイドライン（通則編）10-7）。国が分からなければ、これらを判断
//! できません。越境移転の根拠が「国内」である場合、相手が本人から直接取得する場合、第27条第1項各号による場合、特定できない理由がある場合は指摘しません。
//! 国内の公的機関や、株式会社など日本法による法人であることが名称から分かる相手も、外国にある第三者ではないため指摘しません。同意によるものは
//! consent-information-missing が、保管場所の提供事業者は provider-country-missing が指摘します。
//!
//! 直すには、シート「委託先」又は「提供先」の「国」に国名を記入してください。

use super::super::{Look, Rule};
use super::named::is_open;
use super::transfer::transfers;
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::law::phrases;
use crate::law::transfer::{Verdict, Way};
use crate::ledger::Law;

pub(in super::super) const RULE: Rule = Rule {
    code: Code::PartyCountryMissing,
    severity: Severity::Warning,
    message: ["{0}（台帳の{2}件に記載）の国が記載されていません。", "The country of the {1} (entries that name it: {2}) is not stated."],
    advice: [
        "シート「委託先」又は「提供先」の「国」に、相手が所在する国を記入してください。",
        "Name in 国 of the sheet 委託先 or 提供先 the country in which it is.",
    ],
    basis: &[(Law::Appi, "28(1)"), (Law::Guideline, "10-7")],
    look: Look::Organization(look),
    file: include_str!("party_country_missing.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    for transfer in transfers(company) {
        let not_asked = match (transfer.case.way, transfer.case.verdict()) {
            (Way::Provider, _) | (_, Verdict::Domestic | Verdict::Consent | Verdict::LegalException) => true,
            (way, Verdict::NotAProvision) => way == Way::Recipient,
            _ => false,
        };
        let name = transfer.named.name;
        let name_tells = phrases::is_public_body(name) || phrases::has_japanese_form(name);
        if is_open(&transfer.whereabouts) && !not_asked && !name_tells {
            let [japanese, english] = &transfer.called;
            found.say(&[japanese, english, &transfer.named.entries()], transfer.named.cells(company));
        }
    }
}
