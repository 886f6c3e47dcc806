//! Personal data is or may be kept or handled in a foreign country, and what was ascertained of its system is not stated.
//!
//! Who handles personal data abroad takes security measures in view of the country's system for the protection of personal information
//! (APPI 23, guideline 10-7). This holds for a cloud service, too, by the country of the provider and by that of the server, even where
//! the provider does not handle the data, and for an entrustee abroad. Designation and certification do not excuse from it. What was
//! ascertained has to be at hand: whether there is a general law, which of the OECD's eight principles it lacks, and what may gravely
//! affect the person, such as access by the government or a duty to keep data in the country. A row that says only that the system was
//! ascertained tells nothing of it.
//!
//! To mend it, fill in 制度の概要 of the country's row in the sheet 外国制度. The Commission publishes surveys of many countries' systems.
//!
//! # 日本語
//!
//! 個人データを外国で保管し、又は取り扱っている（可能性がある）のに、その国の制度について把握した内容の記載がありません。
//!
//! 外国において個人データを取り扱う場合は、その国の個人情報の保護に関する制度等を把握した上で、安全管理措置を講じなければなりません（個人情報保護法
//! 第23条、ガイドライン通則編10-7）。クラウドサービスでは、提供事業者が個人データを取り扱わないときも、その国とサーバの国の制度が対象です。
//! 外国の委託先も同じです。「制度を把握した」と書くだけでは、把握した内容は分かりません。
//!
//! 直すには、シート「外国制度」のその国の行の「制度の概要」に、包括的な法令の有無、OECDプライバシーガイドライン8原則に照らした不足、
//! 「権利利益に影響する制度」に政府による情報収集やデータの国内保存義務などを記入してください。個人情報保護委員会が各国の制度の調査結果を公表しています。

use super::super::{Look, Rule};
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::language::Language;
use crate::ledger::{Country, CountryRegime, Field, Law, SafetyMeasure, SafetyMeasureKind, Source};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::AbroadRegimeMissing,
    severity: Severity::Warning,
    message: [
        "{0}で個人データを保管し、又は取り扱って{1}が、その個人情報の保護に関する制度の内容が記載されていません{2}。",
        "Personal data {4} kept or handled abroad ({3}), and what was ascertained of that country's system is not stated{5}.",
    ],
    advice: [
        "シート「外国制度」の{0}の行の「制度の概要」に、把握した制度の内容と確認日、出典を記入してください。個人情報保護委員会が公表する各国の制度の調査が参考になります。",
        "Write what was ascertained of the system, when and from which source, in the sheet 外国制度 ({3}). The Commission's surveys of foreign systems help.",
    ],
    basis: &[(Law::Appi, "23"), (Law::Guideline, "10-7")],
    look: Look::Organization(look),
    file: include_str!("abroad_regime_missing.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    let organization = company.organization;
    let claims: Vec<&SafetyMeasure> = organization.safety_measures.iter().filter(|measure| claims_ascertained(measure)).collect();
    let handled = company.handled_abroad();
    for (country, handled) in &handled {
        if organization.regimes.iter().any(|regime| regime.country == *country && tells(regime)) {
            continue;
        }
        let names = [Language::Ja, Language::En].map(|language| country.name(language));
        let cells = [handled.cells.clone(), cells_of_regime(company, *country), cells_of_claims(company, &claims)].concat();
        say(found, names, handled.certain, !claims.is_empty(), cells);
    }
    if handled.is_empty() && !claims.is_empty() && !organization.regimes.iter().any(tells) {
        let nameless = ["外国（国名の記載なし）", "no country is named"];
        say(found, nameless, false, true, cells_of_claims(company, &claims));
    }
}

fn say(found: &mut FoundOfCompany<'_>, [ja, en]: [&str; 2], certain: bool, claimed: bool, cells: Vec<Source>) {
    let (is_ja, is_en) = if certain { ("います", "is") } else { ("いる可能性があります", "may be") };
    let claim = ["（安全管理措置には、制度を把握したとあります）", ", though the security measures say that it was ascertained"];
    let [claim_ja, claim_en] = if claimed { claim } else { ["", ""] };
    found.say(&[ja, is_ja, claim_ja, en, is_en, claim_en], cells);
}

/// Whether the row says something of the country's system itself.
fn tells(regime: &CountryRegime) -> bool {
    regime.summary.is_some() || regime.concerns.is_some()
}

/// Whether the measure says that systems of foreign countries were ascertained, and not only what is done where the case occurs.
fn claims_ascertained(measure: &SafetyMeasure) -> bool {
    let conditional = ["場合", "際は", "ときは", "ありません", "おりません", "いません"].iter().any(|word| measure.text.contains(word));
    measure.kind == SafetyMeasureKind::ExternalEnvironment && measure.text.contains("把握") && !conditional
}

fn cells_of_claims(company: &Company<'_>, claims: &[&SafetyMeasure]) -> Vec<Source> {
    let cells = company.cells(Field::SafetyMeasures).into_iter();
    cells.filter(|cell| claims.iter().any(|measure| cell.text.contains(measure.text.as_ref()))).collect()
}

/// The cell of the country's row, which says nothing of the system. One cell may name several countries.
fn cells_of_regime(company: &Company<'_>, country: Country) -> Vec<Source> {
    let has_row = company.organization.regimes.iter().any(|regime| regime.country == country);
    let cells = company.cells(Field::Regimes).into_iter();
    cells.filter(|cell| has_row && country.is_named_in(&cell.text)).collect()
}
