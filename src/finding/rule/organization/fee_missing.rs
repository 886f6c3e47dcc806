//! Whether a right costs anything, or how much, is not stated.
//!
//! A fee may be asked for the notice of the purpose of use, for disclosure and for the disclosure of provision records (APPI 38(1)), within
//! what is reasonable in view of the cost (38(2)). Where the operator sets one, its amount is part of the procedure that it makes
//! available to the person (32(1)(iii)). A sentence such as "a fee may be asked" foresees one and sets no amount: it cannot be asked as
//! long as the amount is not stated. A row that says nothing leaves the person, and the desk, in doubt; no fee can be asked then, either.
//! 実費, and an estimate that is given first, are taken as stated.
//!
//! To mend it, write the amount, or 無料, in 手数料 of the row in the sheet 開示等手続.
//!
//! # 日本語
//!
//! 手数料を徴収できる請求について、手数料の有無又は額の記載がありません。
//!
//! 利用目的の通知、開示及び第三者提供記録の開示には、手数料を徴収することができ（個人情報保護法第38条第1項）、実費を勘案して合理的な範囲内で額を
//! 定めます（同条第2項）。額を定めたときは、その額も、請求に応じる手続として本人の知り得る状態に置かなければなりません（第32条第1項第3号）。
//! 「手数料を頂戴する場合があります」という定めは、額を定めたことになりません。「実費」や事前の見積りによる定めは、記載があるものとしています。
//!
//! 直すには、シート「開示等手続」のその行の「手数料」に、額又は「無料」を記入してください。

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Look, Rule};
use super::{accepting, cells_of_procedures, named};
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::ledger::{Fee, FeeKind, Law, Right};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::FeeMissing,
    severity: Severity::Warning,
    message: ["「{0}」の請求について、手数料{1}。", "Requests for {2}: {3}."],
    advice: [
        "シート「開示等手続」の「手数料」に、実費を勘案した合理的な額を記入するか、徴収しないのであれば「無料」と記入してください。",
        "Write an amount that is reasonable in view of the cost in 手数料 of the sheet 開示等手続, or 無料 where nothing is asked.",
    ],
    basis: &[(Law::Appi, "32(1)(iii)"), (Law::Appi, "38(2)")],
    look: Look::Organization(look),
    file: include_str!("fee_missing.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    let of = |is: fn(&Fee) -> bool| -> BTreeSet<Right> {
        accepting(company).filter(|(_, procedure)| is(&procedure.fee)).flat_map(|(_, procedure)| procedure.rights.clone()).collect()
    };
    let (stated, foreseen) = (of(is_stated), of(is_foreseen));
    let mut without_amount: BTreeMap<Vec<Right>, (Vec<&str>, Vec<usize>)> = BTreeMap::new();
    let (mut silent, mut silent_rows) = (BTreeSet::new(), Vec::new());
    for (row, procedure) in accepting(company) {
        let rights = procedure.rights.iter().copied().filter(|right| right.may_cost() && !stated.contains(right));
        if let Some(text) = procedure.fee.text.as_deref() {
            let (texts, rows) = without_amount.entry(rights.collect()).or_default();
            rows.push(row);
            if !texts.contains(&text) {
                texts.push(text);
            }
        } else {
            let before = silent.len();
            silent.extend(rights.filter(|right| !foreseen.contains(right)));
            silent_rows.extend((silent.len() > before).then_some(row));
        }
    }
    for (rights, (texts, rows)) in without_amount.into_iter().filter(|(rights, _)| !rights.is_empty()) {
        let [japanese, english] = named(&rights);
        let how_ja = format!("を「{}」とするだけで、額の記載がありません", texts.join("」「"));
        let how_en = format!("no amount is stated, only 「{}」", texts.join("」「"));
        found.say(&[&japanese, &how_ja, &english, &how_en], cells_of_procedures(company, rows));
    }
    if !silent.is_empty() {
        let [japanese, english] = named(&silent.into_iter().collect::<Vec<_>>());
        let how = ["の有無が記載されていません", "it is not stated whether they cost anything"];
        found.say(&[&japanese, how[0], &english, how[1]], cells_of_procedures(company, silent_rows));
    }
}

/// Whether words foresee a fee without setting it.
fn is_foreseen(fee: &Fee) -> bool {
    !is_stated(fee) && fee.text.is_some()
}

fn is_stated(fee: &Fee) -> bool {
    match fee.kind {
        FeeKind::Fixed => fee.amount.is_some(),
        FeeKind::Free | FeeKind::Estimated | FeeKind::AtCost => true,
        FeeKind::NotStated => false,
    }
}
