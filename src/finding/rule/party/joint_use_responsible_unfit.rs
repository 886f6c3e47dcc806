//! The responsible party of a joint use is not one operator.
//!
//! The party responsible for the data is the one among the users that first takes complaints and handles them, discloses and corrects, and
//! answers for security; it is not a person or department within one of them (APPI 27(5)(iii), guideline 3-6-3). A person must be able to tell to
//! whom to turn. "Each company of the group", "the company that acquired the data" or "head of personnel" do not tell. A company named with
//! its department is one operator, and is not found here.
//!
//! To mend it, name one of the users, with its address and representative.
//!
//! # 日本語
//!
//! 共同利用の管理責任者が、一つの事業者として特定されていません。
//!
//! 「個人データの管理について責任を有する者」とは、共同して利用する全ての事業者の中で、第一次的に苦情の受付・処理、開示・訂正等を行う権限を有し、安全管理等に
//! 責任を有する事業者をいい、一事業者の内部の担当責任者をいうものではありません（個人情報保護法第27条第5項第3号、ガイドライン（通則編）3-6-3）。
//! 「グループ各社」「データを取得した会社」「人事部長」では、本人はどこに申し出ればよいか分かりません。会社名に部署を添えたものは指摘しません。
//!
//! 直すには、共同利用者のうちの一社の名称を、住所、代表者とともに記入してください。

use super::super::{Look, Rule};
use super::named::joint_uses;
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::law::phrases::{self, Unfit};
use crate::ledger::Law;

pub(in super::super) const RULE: Rule = Rule {
    code: Code::JointUseResponsibleUnfit,
    severity: Severity::Warning,
    message: [
        "共同利用「{0}」（台帳の{2}件に記載）の管理責任者「{1}」は、{3}。",
        "The responsible party of the joint use {0} (entries that name it: {2}), {1}, {4}.",
    ],
    advice: [
        "共同して利用する者のうち、苦情や開示等の請求を第一次的に受け付ける一事業者の名称を、住所、代表者とともに記入してください。",
        "Name the one operator among the users that first takes complaints and requests, with its address and representative.",
    ],
    basis: &[(Law::Appi, "27(5)(iii)"), (Law::Guideline, "3-6-3")],
    look: Look::Organization(look),
    file: include_str!("joint_use_responsible_unfit.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    for joint in joint_uses(company) {
        let Some(responsible) = &joint.said.responsible else { continue };
        let [japanese, english] = match phrases::unfit_as_responsible(responsible, &company.organization.name) {
            Some(Unfit::Several) => ["一つの事業者を特定していません", "does not single out one operator"],
            Some(Unfit::Inside) => ["事業者ではなく、その内部の役職・部署です", "is a post or a department, not an operator"],
            None => continue,
        };
        found.say(&[joint.named.name, responsible, &joint.named.entries(), japanese, english], joint.named.cells(company));
    }
}
