//! An entry states no responsible post.
//!
//! Among the organizational security measures (APPI 23) the PPC's guideline 10-3(1) has a responsible person appointed for handling
//! personal data, with the responsibility made clear. A department may answer for the row through its head, so this is a note.
//!
//! To mend it, write the post, not a person's name, in the column 管理責任者.
//!
//! # 日本語
//!
//! 管理責任者が記載されていない行です。
//!
//! 組織的安全管理措置（個人情報保護法第23条）として、ガイドライン（通則編）10-3(1)は個人データの取扱いに関する責任者の設置と責任の明確化を挙げています。
//! 管理部門の長が責任を負う場合もあるため、参考としての指摘です。
//!
//! 直すには、「管理責任者」の列に、個人名ではなく役職を記入してください。

use super::super::{Look, Rule};
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::ledger::{Field, Law};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::ManagerMissing,
    severity: Severity::Note,
    message: ["管理責任者が記載されていません。", "No responsible post is stated."],
    advice: ["「管理責任者」に、責任を負う者の役職を記入してください。", "Write in 管理責任者 the post that answers for this data."],
    basis: &[(Law::Guideline, "10-3(1)"), (Law::Appi, "23")],
    look: Look::Entry(look),
    file: include_str!("manager_missing.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    if row.manager.is_none() && row.is_personal_data() {
        found.say(&[Field::Manager]);
    }
}
