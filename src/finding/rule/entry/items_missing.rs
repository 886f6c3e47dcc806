//! An entry does not say which items of data it holds.
//!
//! Security measures (APPI 23) fit what is held, and the PPC's guideline 10-3(3) names the items of personal data among what an operator
//! sets down so as to see how data is handled; JIS Q 15001 has them among the least that a ledger holds. Without them nobody can tell
//! whether special-care data is in it or what a leak would expose.
//!
//! To mend it, list the items in the column 項目: name, address, purchase history and so on.
//!
//! # 日本語
//!
//! どの項目を保有しているのかが記載されていない行です。
//!
//! 安全管理措置（個人情報保護法第23条）は保有する内容に応じて講ずるものであり、ガイドライン（通則編）10-3(3)は取扱状況を確認する手段に
//! 定めておく事項として個人データの項目を挙げています。JIS Q 15001も台帳の必須の記載としています。項目が分からないと、要配慮個人情報の有無も、
//! 漏えいした場合の影響も判断できません。
//!
//! 直すには、「項目」の列に、氏名、住所、購買履歴などの項目を記入してください。

use super::super::{Look, Rule};
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::ledger::{Field, Law};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::ItemsMissing,
    severity: Severity::Warning,
    message: ["個人データの項目が記載されていません。", "The items of data are not stated."],
    advice: [
        "「項目」に、氏名、住所、購買履歴などの項目を記入してください。",
        "List in 項目 what is held, such as 氏名, 住所 or 購買履歴.",
    ],
    basis: &[(Law::Guideline, "10-3(3)"), (Law::JisQ15001, "A.3.3.1")],
    look: Look::Entry(look),
    file: include_str!("items_missing.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    if row.items.is_empty() && row.is_personal_data() {
        found.say(&[Field::Items]);
    }
}
