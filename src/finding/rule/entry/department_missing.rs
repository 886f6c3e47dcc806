//! An entry states neither a department nor a responsible post.
//!
//! The PPC's guideline 10-3(3) names the responsible person or the handling department among what an operator sets down so as to see how
//! data is handled, as part of the organizational security measures (APPI 23). Without either nobody answers for the row. A row that names
//! a post, such as the head of personnel, is not found here: the post tells the department.
//!
//! To mend it, write the department in the column 管理部門.
//!
//! # 日本語
//!
//! 管理部門も管理責任者も記載されていない行です。
//!
//! ガイドライン（通則編）10-3(3)は、組織的安全管理措置（個人情報保護法第23条）として取扱状況を確認する手段に定めておく事項に「責任者・取扱部署」を
//! 挙げています。どちらもなければ、その行に責任を負う者が分かりません。「人事部長」のように管理責任者の役職が記載されていれば部署も分かるため、
//! 指摘しません。
//!
//! 直すには、「管理部門」の列に部署名を記入してください。

use super::super::{Look, Rule};
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::ledger::{Field, Law};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::DepartmentMissing,
    severity: Severity::Warning,
    message: ["管理部門が記載されていません。", "No department is stated."],
    advice: ["「管理部門」に、この個人情報を取り扱う部署を記入してください。", "Write in 管理部門 the department that handles this data."],
    basis: &[(Law::Guideline, "10-3(3)"), (Law::Appi, "23")],
    look: Look::Entry(look),
    file: include_str!("department_missing.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    if row.department.is_none() && row.manager.is_none() && row.is_personal_data() {
        found.say(&[Field::Department]);
    }
}
