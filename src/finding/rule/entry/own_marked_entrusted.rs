//! Data that is held in the organization's own right is excluded from disclosure as entrusted.
//!
//! Data is outside retained personal data for want of authority where it is held only as an entrustee (APPI 16(4)). Data that the
//! organization holds in its own right is disclosed on request (33(2)) unless another ground applies; to refuse it as entrusted breaks that
//! duty. A row that gives another reason beside is not found here.
//!
//! To mend it, write 対象 in 開示対象, or give the true reason; where the data is in truth entrusted, write 受託 in 自社・受託の別.
//!
//! # 日本語
//!
//! 自社の情報が、「受託」を理由に開示の対象外とされている行です。
//!
//! 権限がないことを理由に保有個人データから外れるのは、受託者としてのみ保有するものです（個人情報保護法第16条第4項）。自社の情報は、ほかの事由がなければ
//! 請求に応じて開示しなければならず（第33条第2項）、受託を理由に拒めばこれに反します。ほかの理由が併せて記載されている行は指摘しません。
//!
//! 直すには、「開示対象」を「対象」とするか、正しい理由を記入してください。実際には受託した情報であれば、「自社・受託の別」を「受託」とします。

use super::super::{Look, Rule};
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::ledger::{Capacity, ExclusionReason, Field, Law, Stated};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::OwnMarkedEntrusted,
    severity: Severity::Error,
    message: [
        "自社の情報が、「受託」を理由に開示の対象外とされています。",
        "Data held in the organization's own right is excluded from disclosure as entrusted.",
    ],
    advice: [
        "「開示対象」を「対象」とするか、「非開示の理由」に正しい理由を記入してください。受託した情報であれば「自社・受託の別」を「受託」としてください。",
        "Write 対象 in 開示対象, or the true reason in 非開示の理由. Where the data is entrusted, write 受託 in 自社・受託の別.",
    ],
    basis: &[(Law::Appi, "16(4)"), (Law::Appi, "33(2)")],
    look: Look::Entry(look),
    file: include_str!("own_marked_entrusted.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    let reasons = &row.disclosure.reasons;
    let only_entrusted = reasons.contains(&ExclusionReason::EntrustedToUs)
        && reasons.iter().all(|reason| matches!(reason, ExclusionReason::EntrustedToUs | ExclusionReason::NoReasonGiven));
    if row.capacity == Capacity::Own && row.disclosure.eligible == Stated::No && only_entrusted {
        found.say(&[Field::Capacity, Field::Disclosure]);
    }
}
