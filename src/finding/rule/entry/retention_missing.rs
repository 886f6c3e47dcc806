//! An entry does not say how long its data is kept.
//!
//! What is no longer needed is to be erased without delay (APPI 22); whoever sets no period cannot tell when that is. JIS Q 15001 has the
//! period among the least that a ledger holds, and the PPC's guideline 3-4-1 suggests setting one. Individual Numbers may not be kept at all
//! beyond their statutory need (Number Act 20). A period that is stated in words that the reader did not understand is stated, and not found
//! here.
//!
//! To mend it, write in the column 保存期間 a period, an event or the law that sets it.
//!
//! # 日本語
//!
//! 保存期間が記載されていない行です。
//!
//! 利用する必要がなくなった個人データは遅滞なく消去するよう努めなければならず（個人情報保護法第22条）、期間を定めなければその時期を判断できません。
//! ガイドライン（通則編）3-4-1とJIS Q 15001も保存期間の設定を求めています。個人番号は、法定の必要を超えて保管すること自体が禁じられています
//! （番号法第20条）。記載はあるが読み取れない場合は、ここでは指摘しません。
//!
//! 直すには、「保存期間」の列に、「5年」「退職後5年」「法定保存期間」など、期間、起算の出来事又は根拠の法令を記入してください。

use super::super::{Look, Rule};
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::ledger::{Field, Law, RetentionKind};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::RetentionMissing,
    severity: Severity::Warning,
    message: ["保存期間が記載されていません。", "It is not stated how long the data is kept."],
    advice: [
        "「保存期間」に、「5年」「退職後5年」「法定保存期間」のように記入してください。",
        "Write in 保存期間 how long it is kept, such as 5年, 退職後5年 or 法定保存期間.",
    ],
    basis: &[(Law::Appi, "22"), (Law::Guideline, "3-4-1"), (Law::JisQ15001, "A.3.3.1")],
    look: Look::Entry(look),
    file: include_str!("retention_missing.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    if row.retention.kind == RetentionKind::NotStated && row.is_personal_data() {
        found.say(&[Field::Retention]);
    }
}
