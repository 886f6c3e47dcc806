//! An entry with Individual Numbers is provided to a recipient to which the Number Act does not seem to allow it.
//!
//! Specific personal information may be provided in the cases of Number Act 19 alone, whatever the person consents to. Tax offices,
//! municipalities, pension offices, health insurance societies and the like are recipients of these cases and are not found here; nor are
//! recipients of which the sheet 提供先, or the row's notes, state such a ground: withholding reports, a change of employer with consent
//! (19(iv)), and so on. Only recipients that the row itself names are looked at. A row that names none is found by recipient-unnamed.
//!
//! To mend it, stop the provision, or state in 提供の根拠 which item of Number Act 19 allows it. A processor of payroll is an entrustee:
//! name it in 委託先.
//!
//! # 日本語
//!
//! 個人番号を含む情報を、番号法が認める相手とは見られない者に提供するとする行です。
//!
//! 特定個人情報は、本人の同意があっても、番号法第19条各号の場合にしか提供できません。税務署、市区町村、年金事務所、健康保険組合などへの提供は各号に当たるため
//! 指摘しません。シート「提供先」の「提供の根拠」又は行の「備考」に、法定調書の提出、出向・転籍（同条第4号、本人の同意が必要）などの根拠がある場合も同じです。
//! 行自身が挙げる提供先だけを見ます。提供先の記載がない行は recipient-unnamed が指摘します。
//!
//! 直すには、提供をやめるか、番号法第19条のどの号に当たるかを「提供の根拠」に記入してください。給与計算などの委託であれば、「委託先」に記入します。

use super::super::{Look, Rule};
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::law::phrases;
use crate::ledger::{Field, Law, Stated, Text, TransferBasis};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::IndividualNumberProvided,
    severity: Severity::Error,
    message: [
        "個人番号を含む情報を「{0}」に提供するとしていますが、番号法第19条のどの場合に当たるのか分かりません。",
        "Individual Numbers are provided to {0}, and no case of Number Act 19 is stated that allows it.",
    ],
    advice: [
        "提供をやめるか、番号法第19条のどの号に当たるかをシート「提供先」の「提供の根拠」に記入してください。委託であれば「委託先」に記入してください。",
        "Stop it, or state in 提供の根拠 of the sheet 提供先 which item of Number Act 19 allows it. An entrustee belongs in 委託先.",
    ],
    basis: &[(Law::NumberAct, "19")],
    look: Look::Entry(look),
    file: include_str!("individual_number_provided.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    if row.individual_number != Stated::Yes || row.provided == Stated::No || row.recipients.is_empty() {
        return;
    }
    let not_allowed: Vec<&str> = row.recipients.iter().filter(|name| !is_allowed(row, name)).map(AsRef::as_ref).collect();
    if !not_allowed.is_empty() && !row.notes.iter().any(|note| row.company.judged(note, phrases::is_ground_of_number_act)) {
        found.say_of(vec![not_allowed.join("、").into()], &[Field::IndividualNumber, Field::Provided, Field::Provisions]);
    }
}

fn is_allowed(row: &Row<'_>, name: &Text) -> bool {
    let catalogued = row.company.organization.recipients.get(name);
    let grounded = catalogued.is_some_and(|party| {
        party.transfer == TransferBasis::LegalException || party.legal_basis.iter().any(|basis| phrases::is_ground_of_number_act(basis))
    });
    grounded || row.company.judged(name, phrases::is_public_body)
}
