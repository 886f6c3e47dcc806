//! A fee is asked for a right for which the Act allows none.
//!
//! A fee may be asked for the notice of the purpose of use (APPI 32(2)), for disclosure (33(1)) and for the disclosure of provision
//! records (33(5)), and for nothing else (38(1)): correction, addition and deletion (34) and suspension of use, erasure and stop of
//! provision (35) put right what is wrong, and are free. A procedure that foresees a fee for one of these, even by an estimate or
//! "where costs arise", is found here; so is a fee stated once for all requests together.
//!
//! To mend it, state the fee on rows of its own for the rights that may cost something, and 無料 on the others.
//!
//! # 日本語
//!
//! 手数料を徴収できない請求に手数料を定めています。
//!
//! 手数料を徴収できるのは、利用目的の通知（個人情報保護法第32条第2項）、開示（第33条第1項）及び第三者提供記録の開示（同条第5項）に限られます
//! （第38条第1項）。訂正・追加・削除（第34条）、利用停止・消去・第三者提供の停止（第35条）は無料です。見積りや「実費を頂く場合があります」という定め、
//! 全ての請求に共通の手数料も、ここで指摘します。
//!
//! 直すには、シート「開示等手続」で手数料を徴収できる請求の行を分け、ほかの請求の手数料は「無料」としてください。

use super::super::{Look, Rule};
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::language::Language;
use crate::ledger::{Fee, FeeKind, Field, Law, Right, Stated};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::FeeNotAllowed,
    severity: Severity::Error,
    message: [
        "「{0}」に手数料「{1}」を定めていますが、この請求に手数料を徴収することはできません。",
        "A fee ({1}) is asked for {2}, for which the Act allows none.",
    ],
    advice: [
        "手数料を徴収できるのは利用目的の通知、開示、第三者提供記録の開示だけです。行を分け、ほかは「無料」としてください。",
        "Only notice of purpose, disclosure and disclosure of provision records may cost anything. Give the others rows of their own, with 無料.",
    ],
    basis: &[(Law::Appi, "38(1)")],
    look: Look::Organization(look),
    file: include_str!("fee_not_allowed.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    for (row, procedure) in company.organization.procedures.iter().enumerate() {
        let free: Vec<Right> = procedure.rights.iter().copied().filter(|right| !right.may_cost()).collect();
        if free.is_empty() || procedure.accepted == Stated::No || !asks(&procedure.fee) {
            continue;
        }
        let names = |language: Language| free.iter().map(|right| right.name(language)).collect::<Vec<_>>();
        let (japanese, english) = (names(Language::Ja).join("、"), names(Language::En).join(", "));
        let bases: Vec<_> = free.iter().map(|right| right.basis()).collect();
        let further: Vec<_> = bases.iter().map(|basis| (basis.law, basis.article.as_ref())).collect();
        let fee = procedure.fee.text.as_deref().unwrap_or_default();
        found.say_by(&[&japanese, fee, &english], company.cell_at(Field::Procedures, row), &further);
    }
}

/// Whether a fee is asked or foreseen. A sentence of which the reader made no amount, such as 「手数料を頂戴する場合があります」, foresees one.
fn asks(fee: &Fee) -> bool {
    match fee.kind {
        FeeKind::Fixed => fee.amount != Some(0),
        FeeKind::Estimated | FeeKind::AtCost => true,
        FeeKind::Free => false,
        FeeKind::NotStated => fee.text.is_some(),
    }
}
