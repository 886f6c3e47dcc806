//! No security measures are stated.
//!
//! The operator takes what measures the security of personal data needs (APPI 23), and makes available to the person which it has taken
//! for retained personal data, save what would itself endanger the data (32(1)(iv), Order 10(i)). A ledger that states none cannot
//! answer the question, and shows no measure at all.
//!
//! To mend it, list the measures in the sheet 安全管理措置, each with its kind: the basic policy, rules, organizational, human, physical,
//! technical measures, supervision of entrustees, and what was ascertained of foreign countries (guideline 10).
//!
//! # 日本語
//!
//! 安全管理措置の記載が一つもありません。
//!
//! 個人情報取扱事業者は、個人データの安全管理のために必要かつ適切な措置を講じ（個人情報保護法第23条）、保有個人データの安全管理のために講じた措置を、
//! 公表により安全管理に支障を及ぼすおそれがあるものを除き、本人の知り得る状態に置かなければなりません（第32条第1項第4号、施行令第10条第1号）。
//!
//! 直すには、シート「安全管理措置」に、基本方針の策定、規律の整備、組織的・人的・物理的・技術的措置、委託先の監督、外的環境の把握の区分ごとに
//! 記入してください（ガイドライン通則編10）。

use super::super::{Look, Rule};
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::ledger::{Field, Law};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::SafetyMeasuresMissing,
    severity: Severity::Warning,
    message: ["安全管理措置が記載されていません。", "No security measures are stated."],
    advice: [
        "シート「安全管理措置」に、講じている措置を区分ごとに記入してください。公表により安全管理に支障を及ぼすおそれがある細目は不要です。",
        "List the measures taken in the sheet 安全管理措置, by kind. Details whose publication would endanger the data are not needed.",
    ],
    basis: &[(Law::Appi, "23"), (Law::Appi, "32(1)(iv)"), (Law::AppiOrder, "10(i)")],
    look: Look::Organization(look),
    file: include_str!("safety_measures_missing.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    if company.organization.safety_measures.is_empty() {
        found.say(&[], company.cells(Field::Name));
    }
}
