//! Rules at organizations: which requests are accepted, of whom, for what fee, with which papers, at which window.

use daicho::finding::{Code, Severity};
use daicho::ledger::{Capacity, ContactRole, Fee, FeeKind, RequesterKind, Right, Stated};

use super::made::{Made, none, one, today};

/// The procedures of the company in order: the first is for the rights that may cost something, the second for the others.
const PAID: usize = 0;
const FREE: usize = 1;

fn without(right: Right) -> Made {
    Made::in_order().but(|made| made.organization.procedures.iter_mut().for_each(|procedure| procedure.rights.retain(|of| *of != right)))
}

fn worded(text: &str) -> Fee {
    Fee { text: Some(text.into()), ..Fee::default() }
}

#[test]
fn every_right_of_the_act_is_accepted() {
    let code = Code::RightNotAccepted;
    let message = |right: &str| format!("「{right}」の請求を受け付ける手続が記載されていません。");
    let records = without(Right::DisclosureOfProvisionRecords);
    one(&records, code, Severity::Warning, &message("第三者提供記録の開示"), &["開示等手続!A2", "開示等手続!A3"]);
    let basis: Vec<_> = records.findings(code)[0].basis.iter().map(|basis| basis.article.to_string()).collect();
    assert_eq!(basis, ["32(1)(iii)", "33(5)"]);
    none(&records.but(|made| made.procedure(vec![Right::DisclosureOfProvisionRecords], worded("800"))), code);
    let bare = Made::in_order().but(|made| made.organization.procedures.truncate(1));
    assert_eq!(bare.about(code), ["訂正、追加、削除", "利用停止、消去、第三者提供の停止"], "the rights of one article are told together");
}

#[test]
fn a_right_that_is_refused_is_told_apart_from_one_that_is_not_named() {
    let code = Code::RightNotAccepted;
    let refused = || {
        without(Right::DisclosureOfProvisionRecords).but(|made| {
            made.procedure(vec![Right::DisclosureOfProvisionRecords], Fee::default());
            made.organization.procedures[2].accepted = Stated::No;
        })
    };
    let message = "「第三者提供記録の開示」の請求を受け付ける手続がなく、受け付けないとされています。";
    one(&refused(), code, Severity::Warning, message, &["開示等手続!A4"]);
    none(&refused().but(|made| made.organization.procedures[2].accepted = Stated::Yes), code);
    none(&refused().but(|made| made.organization.procedures[PAID].rights.push(Right::DisclosureOfProvisionRecords)), code);
}

#[test]
fn an_organization_without_any_procedure_is_told_so_once() {
    let code = Code::RightNotAccepted;
    let silent = || Made::in_order().but(|made| made.organization.procedures.clear());
    one(&silent(), code, Severity::Warning, "「開示等」の請求を受け付ける手続が記載されていません。", &["事業者!B2"]);
    for other in [Code::AgentProcedureMissing, Code::FeeMissing, Code::FeeNotAllowed] {
        none(&silent(), other);
    }
    none(&silent().but(|made| made.entries.iter_mut().for_each(|entry| entry.capacity = Capacity::EntrustedToUs)), code);
    assert_eq!(silent().but(|made| made.entries.clear()).about(code), ["開示等"], "a ledger without rows holds what it holds elsewhere");
}

#[test]
fn only_three_rights_may_cost_anything() {
    let code = Code::FeeNotAllowed;
    let charged = |fee: Fee| Made::in_order().but(|made| made.organization.procedures[FREE].fee = fee);
    let message = |fee: &str| {
        format!(
            "「訂正、追加、削除、利用停止、消去、第三者提供の停止」に手数料「{fee}」を定めていますが、この請求に手数料を徴収することはできません。"
        )
    };
    let fixed = || Fee { kind: FeeKind::Fixed, amount: Some(500), text: Some("500".into()), ..Fee::default() };
    one(&charged(fixed()), code, Severity::Error, &message("500円"), &["開示等手続!A3"]);
    one(&charged(worded("手数料を頂く場合があります")), code, Severity::Error, &message("手数料を頂く場合があります"), &["開示等手続!A3"]);
    none(&charged(Fee::default()), code);
    none(&charged(fixed()).but(|made| made.organization.procedures[FREE].accepted = Stated::No), code);
    let twice = charged(fixed()).but(|made| {
        let again = made.organization.procedures[FREE].clone();
        made.procedure(again.rights, again.fee);
    });
    one(&twice, code, Severity::Error, &message("500円"), &["開示等手続!A3", "開示等手続!A4"]);
}

#[test]
fn what_may_cost_something_says_whether_and_how_much() {
    let code = Code::FeeMissing;
    let stating = |fee: Fee| Made::in_order().but(|made| made.organization.procedures[PAID].fee = fee);
    let rights = "利用目的の通知、開示、第三者提供記録の開示";
    let message = format!("「{rights}」の請求について、手数料の有無が記載されていません。");
    one(&stating(Fee::default()), code, Severity::Warning, &message, &["開示等手続!A2"]);
    let message = format!("「{rights}」の請求について、手数料を「手数料を頂く場合があります」とするだけで、額の記載がありません。");
    one(&stating(worded("手数料を頂く場合があります")), code, Severity::Warning, &message, &["開示等手続!A2"]);
    for kind in [FeeKind::Free, FeeKind::AtCost, FeeKind::Estimated] {
        none(&stating(Fee { kind, text: Some("…".into()), ..Fee::default() }), code);
    }
    let of_another_row = stating(Fee::default()).but(|made| {
        let rights = made.organization.procedures[PAID].rights.clone();
        made.procedure(rights, Fee { kind: FeeKind::Free, ..Fee::default() });
    });
    none(&of_another_row, code);
    let both = stating(Fee::default()).but(|made| made.procedure(vec![Right::Disclosure], worded("頂く場合があります")));
    assert_eq!(both.about(code), ["開示", "利用目的の通知、第三者提供記録の開示"], "a right is told once");
    none(&Made::in_order().but(|made| made.organization.procedures[FREE].fee = Fee::default()), code);
}

#[test]
fn agents_may_ask_too() {
    let code = Code::AgentProcedureMissing;
    let open_to =
        |requesters: &[RequesterKind]| Made::in_order().but(|made| made.organization.procedures[FREE].requesters = requesters.to_vec());
    let rights = "訂正、追加、削除、利用停止、消去、第三者提供の停止";
    let message = |agents: &str| format!("{agents}による請求を受け付ける手続が記載されていません：{rights}。");
    let both = message("法定代理人及び任意代理人（本人が委任した代理人）");
    one(&open_to(&[RequesterKind::Principal]), code, Severity::Warning, &both, &["開示等手続!A3"]);
    one(&open_to(&[]), code, Severity::Warning, &both, &["開示等手続!A3"]);
    let legal_alone = open_to(&[RequesterKind::Principal, RequesterKind::LegalRepresentative]);
    one(&legal_alone, code, Severity::Warning, &message("任意代理人（本人が委任した代理人）"), &["開示等手続!A3"]);
    let of_their_own = open_to(&[RequesterKind::Principal]).but(|made| {
        let rights = made.organization.procedures[FREE].rights.clone();
        made.procedure(rights, Fee::default());
        made.organization.procedures[2].requesters = vec![RequesterKind::LegalRepresentative, RequesterKind::AuthorizedAgent];
    });
    none(&of_their_own, code);
}

#[test]
fn papers_that_are_gone_are_not_asked_for() {
    let code = Code::DocumentObsolete;
    assert!(today() > super::made::day(2025, 12, 31));
    let asking = |papers: &[&str]| Made::in_order().but(|made| papers.iter().for_each(|paper| made.paper(paper, Some("本人確認書類"))));
    let message = "必要書類の「健康保険証の写し」は、有効なものがもうありません（健康保険証（被保険者証）は2025年12月1日まで）。";
    let gone = asking(&["運転免許証の写し", "健康保険証の写し"]);
    one(&gone, code, Severity::Warning, message, &["必要書類!B3"]);
    none(&asking(&["運転免許証の写し", "資格確認書の写し", "在留カードの写し"]), code);
    none(&asking(&["運転免許証の写し", "年金手帳の写し"]), code);
    let message = "必要書類の「年金手帳の写し」は、新たに発行されていません（年金手帳の発行は2022年3月31日まで）。";
    one(&Made::in_order().but(|made| made.paper("年金手帳の写し", None)), code, Severity::Warning, message, &["必要書類!B2"]);
    let of_both = asking(&["健康保険証の写し"]).but(|made| {
        let papers = made.organization.procedures[PAID].documents.clone();
        made.organization.procedures[FREE].documents = papers;
    });
    assert_eq!(of_both.about(code), ["健康保険証の写し"], "a paper is told once, however many procedures ask for it");
    none(&gone.but(|made| made.organization.procedures[PAID].accepted = Stated::No), code);
}

#[test]
fn one_window_keeps_one_set_of_hours() {
    let code = Code::ContactsContradict;
    let second = |name: &str, phones: &[&str], hours: Option<&str>| Made::in_order().but(|made| made.contact(name, phones, hours));
    let message =
        |word: &str| format!("同じ窓口（{word}）に、異なる受付時間が記載されています：「平日 9:00~17:00」と「平日 10:00~19:00」。");
    let other = Some("平日 10:00~19:00");
    one(
        &second("お問合せ係", &["０３（００００）０００１"], other),
        code,
        Severity::Warning,
        &message("03-0000-0001"),
        &["窓口!B2", "窓口!B3"],
    );
    one(&second("お問合せ係", &["+81-3-0000-0001"], other), code, Severity::Warning, &message("03-0000-0001"), &["窓口!B2", "窓口!B3"]);
    one(&second("個人情報 相談窓口", &[], other), code, Severity::Warning, &message("個人情報相談窓口"), &["窓口!B2", "窓口!B3"]);
    let three = second("お問合せ係", &["03-0000-0001"], other).but(|made| made.contact("電話係", &["03-0000-0001"], Some("終日")));
    assert_eq!(three.about(code), ["03-0000-0001"], "one window, one finding");
    for silent in [
        second("お問合せ係", &["03-0000-0001"], Some("平日　９：００～１７：００")),
        second("お問合せ係", &["03-0000-0001"], None),
        second("お問合せ係", &["03-0000-0002"], other),
        second("個人情報相談窓口", &["03-0000-0002"], other),
        second("個人情報保護管理者", &["03-0000-0001"], other).but(|made| made.organization.contacts[1].roles = vec![ContactRole::Manager]),
    ] {
        none(&silent, code);
    }
}
