//! On what a provision to a third party rests is not stated.
//!
//! Personal data is provided to a third party only with the person's consent given before, in the cases of APPI 27(1)(i) to (vii), or by
//! opt-out that was notified to the Commission (27(2)). It applies at home and, beside Article 28, for recipients in designated countries or
//! with an equivalent system. A recipient that collects the data from the person itself is provided with nothing. Where 越境移転の根拠 names
//! consent or an exception of 27(1), that is the ground. A public body gets data by statute as a rule (27(1)(i)), and is not found here.
//!
//! To mend it, write the ground in the column 提供の根拠 of the sheet 提供先.
//!
//! # 日本語
//!
//! 第三者提供の根拠が記載されていません。
//!
//! 個人データの第三者提供には、あらかじめの本人の同意、個人情報保護法第27条第1項各号に当たること、又は個人情報保護委員会に届け出たオプトアウト（同条第2項）が
//! 必要です。指定国にある提供先や相当措置の体制による提供先にも適用されます。提供先が本人から直接取得する場合は提供に当たりません。「越境移転の根拠」が同意又は
//! 第27条第1項各号であるときは、それが根拠になります。税務署などの公的機関への提供は、通常、法令に基づくものである（同項第1号）ため指摘しません。
//!
//! 直すには、シート「提供先」の「提供の根拠」に記入してください。

use super::super::{Look, Rule};
use super::named::recipients;
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::law::phrases;
use crate::ledger::{Law, Stated, TransferBasis};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::ProvisionGroundMissing,
    severity: Severity::Warning,
    message: [
        "提供先「{0}」（台帳の{1}件に記載）への第三者提供の根拠が記載されていません。",
        "On what providing data to {0} (entries that name it: {1}) rests is not stated.",
    ],
    advice: [
        "シート「提供先」の「提供の根拠」に、本人の同意、法令（第27条第1項第1号）などを記入してください。提供先が本人から直接取得するときは「本人からの直接収集」に「有」と記入してください。",
        "State consent, a statute (27(1)(i)) or another ground in 提供の根拠 of the sheet 提供先; where the recipient collects from the person itself, write 有 in 本人からの直接収集.",
    ],
    basis: &[(Law::Appi, "27(1)"), (Law::Appi, "27(2)")],
    look: Look::Organization(look),
    file: include_str!("provision_ground_missing.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    for party in recipients(company) {
        let by_transfer = matches!(party.said.transfer, TransferBasis::Consent | TransferBasis::LegalException);
        let told = party.said.legal_basis.is_some() || by_transfer || phrases::is_public_body(party.named.name);
        if !told && party.said.collected_directly != Stated::Yes {
            found.say(&[party.named.name, &party.named.entries()], party.named.cells(company));
        }
    }
}
