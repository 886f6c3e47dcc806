//! Rules at organizations: standards and articles that are cited as they were.

use daicho::finding::{Code, Severity};
use daicho::ledger::{Law, LawReference, ProvisionCondition, RefusalGround, RefusalGroundKind, SafetyMeasureKind};

use super::made::{Made, none, one, source};

#[test]
fn a_standard_is_cited_in_the_edition_in_force() {
    let code = Code::StandardSuperseded;
    let old = || {
        Made::in_order().but(|made| {
            made.organization.standard = Some("JISQ15001:2006".into());
            made.policy("当社方針", &["日本工業規格JISQ15001-2006"], "ISO/IEC 27001:2013の認証を受けています。");
        })
    };
    let found = old().found(code);
    let told = |message: &str, cells: &[&str]| (message.to_owned(), cells.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert_eq!(code.severity(), Severity::Warning);
    assert_eq!(
        found,
        [
            told("ISO/IEC 27001:2013を引用していますが、現行の版はISO/IEC 27001:2022です。", &["方針!A3"]),
            told("JIS Q 15001:2006を引用していますが、現行の版はJIS Q 15001:2023です。", &["事業者!B8", "方針!A3"]),
        ],
        "an edition is told once, with every place where it is cited"
    );
    let mended = old().but(|made| {
        made.organization.standard = Some("JIS Q 15001:2023".into());
        made.organization.policies[1].citations = vec!["日本産業規格JIS Q 15001".into()];
        made.organization.policies[1].text = Some("ISO/IEC 27001:2022の認証を受けています。".into());
    });
    none(&mended, code);
    let in_a_measure = Made::in_order().but(|made| made.measure(SafetyMeasureKind::Rules, "JIS Q 15001:2017に適合する規程を整備します。"));
    let message = "JIS Q 15001:2017を引用していますが、現行の版はJIS Q 15001:2023です。";
    one(&in_a_measure, code, Severity::Warning, message, &["安全管理措置!B3"]);
}

#[test]
fn articles_are_cited_by_their_numbers_of_today() {
    let code = Code::ArticleOutdated;
    let message = "個人情報保護法第18条第1項を「取得に際しての利用目的の通知・公表」の条文として引用していますが、現在の条番号は第21条第1項です（2022年3月31日まで第18条第1項）。";
    let citing = |citation: &str, text: &str| Made::in_order().but(|made| made.policy("個人情報の利用目的", &[citation], text));
    let old = citing("個人情報の保護に関する法律第18条第1項", "個人情報保護法第18条第1項に基づき利用目的を公表します。");
    one(&old, code, Severity::Warning, message, &["方針!A3"]);
    let basis: Vec<_> = old.findings(code)[0].basis.iter().map(|basis| basis.article.to_string()).collect();
    assert_eq!(basis, ["32(1)", "21(1)"]);
    none(&citing("個人情報の保護に関する法律第21条第1項", "個人情報保護法第21条第1項に基づき利用目的を公表します。"), code);
    none(&citing("個人情報保護法第18条第3項", "個人情報保護法第18条第3項各号の場合を除き、目的外の利用をしません。"), code);
    none(&citing("電気通信事業法第4条", "通信の秘密を守ります。"), code);
}

#[test]
fn conditions_and_grounds_are_read_for_old_numbers_too() {
    let code = Code::ArticleOutdated;
    let appi = |article: &str| LawReference { law: Law::Appi, article: article.into() };
    let condition = |article: &str| {
        Made::in_order().but(|made| {
            made.organization.sources.push(source(daicho::ledger::Field::ProvisionConditions, "提供の条件", "A2", "法令に基づく場合"));
            made.organization.provision_conditions =
                vec![ProvisionCondition { text: "法令に基づく場合".into(), basis: vec![appi(article)] }];
        })
    };
    assert_eq!(condition("23(1)(i)").about(code), ["第23条第1項"]);
    none(&condition("27(1)(i)"), code);
    let ground = |article: &str| {
        Made::in_order().but(|made| {
            let kind = RefusalGroundKind::HindranceToBusiness;
            made.organization.procedures[0].refusal_grounds = vec![RefusalGround {
                kind,
                text: "業務の適正な実施に著しい支障を及ぼすおそれがある場合".into(),
                basis: vec![appi(article)],
            }];
        })
    };
    assert_eq!(ground("28(2)(ii)").about(code), ["第28条第2項"]);
    none(&ground("33(2)(ii)"), code);
}
