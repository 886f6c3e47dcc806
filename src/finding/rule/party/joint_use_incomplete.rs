//! Of a joint use one of the matters is missing that must be made known.
//!
//! A joint user is no third party only where it was made known before: that data is used jointly, which items, the range of users, their
//! purpose, and the name, address and, of a legal person, representative of the party responsible (APPI 27(5)(iii)). Where one is missing the
//! users are third parties, and consent is needed. Address and representative of the organization itself are taken over from the sheet
//! 事業者.
//!
//! To mend it, fill in the sheet 共同利用, and see that the same is published.
//!
//! # 日本語
//!
//! 共同利用について、あらかじめ本人に知らせるべき事項の一部が記載されていません。
//!
//! 共同利用者が第三者に当たらないのは、共同利用する旨、項目、利用する者の範囲、利用目的、管理について責任を有する者の名称・住所・代表者を、あらかじめ本人に
//! 通知し、又は本人が容易に知り得る状態に置いている場合に限られます（個人情報保護法第27条第5項第3号）。欠けていれば第三者提供となり、本人の同意が必要です。
//! 管理責任者が自社であるときの住所と代表者は、シート「事業者」の記載によります。
//!
//! 直すには、シート「共同利用」に記入し、公表内容も確かめてください。

use super::super::{Look, Rule};
use super::named::joint_uses;
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::law::joint_use::missing_matters;
use crate::ledger::Law;

pub(in super::super) const RULE: Rule = Rule {
    code: Code::JointUseIncomplete,
    severity: Severity::Warning,
    message: [
        "共同利用「{0}」（台帳の{1}件に記載）について、本人に知らせるべき事項（{2}）が記載されていません。",
        "Of the joint use {0} (entries that name it: {1}) matters that must be made known are missing: {3}.",
    ],
    advice: [
        "シート「共同利用」に記入し、公表している内容にも含まれているか確かめてください。",
        "Fill them in on the sheet 共同利用, and see that they are published as well.",
    ],
    basis: &[(Law::Appi, "27(5)(iii)")],
    look: Look::Organization(look),
    file: include_str!("joint_use_incomplete.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    for joint in joint_uses(company) {
        let missing = missing_matters(&joint.said, company.organization);
        if !missing.is_empty() {
            let [japanese, english] = [0, 1].map(|language| missing.iter().map(|matter| matter[language]).collect::<Vec<_>>());
            let words = [joint.named.name, &joint.named.entries(), &japanese.join("、"), &english.join(", ")];
            found.say(&words, joint.named.cells(company));
        }
    }
}
