//! An entry with Individual Numbers is, or may be, used jointly.
//!
//! Specific personal information may be provided in the cases of Number Act 19 alone; joint use (APPI 27(5)(iii)) is not one of them, not
//! even within a group of companies or with consent. Only what the row itself says is found here: a joint use that is said for the whole
//! company is not a statement that Individual Numbers are part of it.
//!
//! To mend it, take the Individual Numbers out of the joint use and keep them in an entry of their own.
//!
//! # 日本語
//!
//! 個人番号を含む情報を共同利用している、又はすることがあるとする行です。
//!
//! 特定個人情報を提供できるのは番号法第19条各号の場合に限られ、共同利用（個人情報保護法第27条第5項第3号）は、グループ会社の間でも、本人の同意があっても
//! 認められません。行自身の記載だけを指摘します。事業者全体について「共同利用 有」とあることは、個人番号を共同利用するという意味ではありません。
//!
//! 直すには、個人番号を共同利用の対象から除き、別の行で管理してください。

use super::super::{Look, Rule};
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::ledger::{Field, Law, Stated};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::IndividualNumberJointlyUsed,
    severity: Severity::Error,
    message: [
        "個人番号を含む情報を共同利用するとしていますが、特定個人情報の共同利用は認められません。",
        "Individual Numbers are used jointly, which the Number Act does not allow.",
    ],
    advice: [
        "個人番号を共同利用の対象から除き、別の行に分けて「共同利用の有無」を「無」としてください。",
        "Take the Individual Numbers out of the joint use: give them a row of their own with 無 in 共同利用の有無.",
    ],
    basis: &[(Law::NumberAct, "19")],
    look: Look::Entry(look),
    file: include_str!("individual_number_jointly_used.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    if row.individual_number == Stated::Yes && matches!(row.jointly_used, Stated::Yes | Stated::Possible) {
        found.say(&[Field::IndividualNumber, Field::JointlyUsed, Field::JointUses]);
    }
}
