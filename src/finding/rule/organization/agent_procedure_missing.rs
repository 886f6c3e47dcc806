//! No procedure accepts requests by agents.
//!
//! Requests may be made by agents (APPI 37(3)): by the legal representative of a minor or of an adult under guardianship, and by an agent
//! whom the person authorized (Order 13). The operator may set how an agent shows its authority, without laying too heavy a burden on
//! the person (37(4)); it may not close the way. A right is found here where none of the procedures that accept it names the agent,
//! be it that they name the person alone or that they do not say who may ask.
//!
//! To mend it, add 法定代理人 and 任意代理人 to 請求できる者 in the sheet 開示等手続, and the papers by which they show who they are and
//! what they may do to 必要書類.
//!
//! # 日本語
//!
//! 代理人による請求を受け付ける手続の記載がありません。
//!
//! 開示等の請求等は、代理人によってすることができます（個人情報保護法第37条第3項）。代理人は、未成年者又は成年被後見人の法定代理人と、請求をすることに
//! つき本人が委任した代理人です（施行令第13条）。代理権を確認する方法は定められますが、本人に過重な負担を課してはならず（第37条第4項）、
//! 代理人による請求を閉ざすことはできません。請求できる者を本人に限る手続と、請求できる者の記載がない手続を指摘します。
//!
//! 直すには、シート「開示等手続」の「請求できる者」に「法定代理人」「任意代理人」を加え、シート「必要書類」に代理権と代理人本人を確認する書類を記入してください。

use super::super::{Look, Rule};
use super::{accepting, cells_of_procedures, named};
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::ledger::{Law, RequesterKind, Right};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::AgentProcedureMissing,
    severity: Severity::Warning,
    message: ["{0}による請求を受け付ける手続が記載されていません：{1}。", "No procedure for requests by {2} is stated: {3}."],
    advice: [
        "シート「開示等手続」の「請求できる者」に{0}を加え、シート「必要書類」に代理権を確認する書類を記入してください。",
        "Add {2} to 請求できる者 in the sheet 開示等手続, and the papers that show their authority to 必要書類.",
    ],
    basis: &[(Law::Appi, "37(3)"), (Law::AppiOrder, "13")],
    look: Look::Organization(look),
    file: include_str!("agent_procedure_missing.rs"),
};

const LEGAL: [&str; 2] = ["法定代理人", "legal representatives"];
const AUTHORIZED: [&str; 2] = ["任意代理人（本人が委任した代理人）", "agents whom the person authorized"];

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    let legal = without(company, RequesterKind::LegalRepresentative);
    let authorized = without(company, RequesterKind::AuthorizedAgent);
    if legal == authorized {
        let both = ["及び", " and "];
        let [japanese, english] = [0, 1].map(|language| [LEGAL[language], both[language], AUTHORIZED[language]].concat());
        say(found, company, [&japanese, &english], &legal);
    } else {
        say(found, company, LEGAL, &legal);
        say(found, company, AUTHORIZED, &authorized);
    }
}

/// The rights that some procedure accepts, and none of a requester of this kind.
fn without(company: &Company<'_>, requester: RequesterKind) -> Vec<Right> {
    let mut accepted: Vec<Right> = accepting(company).flat_map(|(_, procedure)| procedure.rights.clone()).collect();
    accepted.sort_unstable();
    accepted.dedup();
    let of_requester = |right: &Right| {
        accepting(company).any(|(_, procedure)| procedure.rights.contains(right) && procedure.requesters.contains(&requester))
    };
    accepted.retain(|right| !of_requester(right));
    accepted
}

fn say(found: &mut FoundOfCompany<'_>, company: &Company<'_>, [agent_ja, agent_en]: [&str; 2], rights: &[Right]) {
    if rights.is_empty() {
        return;
    }
    let [japanese, english] = named(rights);
    let of_these = accepting(company).filter(|(_, procedure)| procedure.rights.iter().any(|right| rights.contains(right)));
    let cells = cells_of_procedures(company, of_these.map(|(row, _)| row));
    found.say(&[agent_ja, &japanese, agent_en, &english], cells);
}
