//! Personal data is or may be kept or handled abroad, and the security measures do not name the countries.
//!
//! Among the measures that are made available to the person is what was ascertained of foreign countries in which personal data is
//! handled: the operator names the country, and states the measures taken in view of its system (APPI 32(1)(iv), Order 10(i), guideline
//! 3-8-1 and 10-7). For a cloud service these are the country of the provider and that of the server. The names stand elsewhere in the
//! ledger, so they are known, and only the published statement lacks them. Any measure that names the country will do.
//!
//! To mend it, name the countries in a row of the sheet 安全管理措置 whose kind is 外的環境の把握. Where a country cannot be told, say that
//! it cannot, why, and what would help the person instead.
//!
//! # 日本語
//!
//! 個人データを外国で保管し、又は取り扱っている（可能性がある）のに、安全管理措置にその国の名称がありません。
//!
//! 本人の知り得る状態に置く安全管理措置には、個人データを取り扱う外国の名称と、その国の制度を把握した上で講じた措置が含まれます（個人情報保護法第32条
//! 第1項第4号、施行令第10条第1号、ガイドライン通則編3-8-1、10-7）。クラウドサービスでは、提供事業者の国とサーバの国の両方です。
//!
//! 直すには、シート「安全管理措置」の区分「外的環境の把握」の行に、国の名称を記入してください。国を特定できないときは、特定できない旨とその理由、
//! 本人に参考となるべき情報を記入します。

use super::super::{Look, Rule};
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::language::Language;
use crate::ledger::{Country, Law};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::StorageCountryUnpublished,
    severity: Severity::Warning,
    message: [
        "個人データを取り扱う（可能性のある）外国の名称が安全管理措置に記載されていません：{0}。",
        "Personal data is or may be handled abroad, and the security measures do not name the country: {1}.",
    ],
    advice: [
        "シート「安全管理措置」の区分「外的環境の把握」の行に、「{0}において個人データを保管しており、同国の制度を把握した上で…」のように国名を記入してください。",
        "Name it in a row of the sheet 安全管理措置 whose kind is 外的環境の把握: {1}.",
    ],
    basis: &[(Law::Appi, "32(1)(iv)"), (Law::AppiOrder, "10(i)"), (Law::Guideline, "10-7")],
    look: Look::Organization(look),
    file: include_str!("storage_country_unpublished.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    let measures = &company.organization.safety_measures;
    let handled = company.handled_abroad();
    let unnamed = handled.iter().filter(|(country, _)| !measures.iter().any(|measure| country.is_named_in(&measure.text)));
    let (countries, handled): (Vec<Country>, Vec<_>) = unnamed.map(|(country, handled)| (*country, handled)).unzip();
    if countries.is_empty() {
        return;
    }
    let names = |language: Language| countries.iter().map(|country| country.name(language)).collect::<Vec<_>>();
    let mut cells = Vec::new();
    for cell in handled.into_iter().flat_map(|handled| &handled.cells) {
        if !cells.contains(cell) {
            cells.push(cell.clone());
        }
    }
    found.say(&[&names(Language::Ja).join("、"), &names(Language::En).join(", ")], cells);
}
