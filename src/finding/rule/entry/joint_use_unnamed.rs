//! Data is said to be used jointly, and no joint use is named.
//!
//! A joint user is no third party only where the fact, the items, the range of users, their purpose and the responsible party were made
//! known before (APPI 27(5)(iii)). Where the ledger does not say which joint use it is, nobody can tell whether the row's data is within
//! what was made known. What the organization says for the whole company counts for a row that is silent, but only where no joint use is
//! named anywhere.
//!
//! To mend it, name the joint use in the column 共同利用 and describe it once in the sheet 共同利用, or write 無 in 共同利用の有無.
//!
//! # 日本語
//!
//! 共同利用するとしながら、どの共同利用なのかの記載がない行です。
//!
//! 共同利用者が第三者に当たらないのは、共同利用する旨、項目、利用する者の範囲、利用目的、管理責任者の名称等をあらかじめ本人に通知し、又は本人が容易に
//! 知り得る状態に置いている場合に限られます（個人情報保護法第27条第5項第3号）。どの共同利用か分からなければ、その範囲内かどうかを判断できません。
//! 会社全体について「共同利用 有」とあるときは、台帳と一覧のどこにも共同利用の名称がない場合に限り、記載のない行も指摘します。
//!
//! 直すには、「共同利用」の列に名称を記入してシート「共同利用」に内容を記入するか、共同利用していないときは「共同利用の有無」に「無」と記入してください。

use super::super::{Look, Rule};
use super::goes_unnamed;
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::ledger::{Field, Law};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::JointUseUnnamed,
    severity: Severity::Warning,
    message: ["共同利用するとしていますが、どの共同利用なのかが記載されていません。", "Data is used jointly, and no joint use is named."],
    advice: [
        "「共同利用」に名称を記入し、シート「共同利用」にその内容を記入してください。共同利用していないときは「共同利用の有無」に「無」と記入してください。",
        "Name the joint use in 共同利用 and describe it in the sheet 共同利用, or write 無 in 共同利用の有無 where there is none.",
    ],
    basis: &[(Law::Appi, "27(5)(iii)")],
    look: Look::Entry(look),
    file: include_str!("joint_use_unnamed.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    let company = row.company;
    let anywhere = !company.namings().joint_uses.is_empty() || !company.organization.joint_uses.is_empty();
    if goes_unnamed(row.jointly_used, company.organization.jointly_used, !row.joint_uses.is_empty(), anywhere) && row.is_personal_data() {
        found.say(&[Field::JointlyUsed]);
    }
}
