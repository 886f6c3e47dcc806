//! What of a published text is no longer true, as the program, the API and the page tell it.

use daicho::graphql::Caller;
use daicho::ledger::{Entry, Fee, FeeKind, Organization, Procedure, Right, Stated};
use serde_json::{Value, json};

use super::read;
use crate::graphql::registry::{Registry, entry, kept_in};
use crate::program::Desk;
use crate::server::{Service, get, token};

fn organization(fee: u32, address: Option<&str>) -> Organization {
    let fee = Fee { kind: FeeKind::Fixed, amount: Some(fee), ..Fee::default() };
    let procedure = Procedure { rights: vec![Right::Disclosure], accepted: Stated::Yes, fee, ..Procedure::default() };
    let name = "甲株式会社".into();
    Organization { name, address: address.map(Into::into), procedures: vec![procedure], ..Organization::new("kou".into()) }
}

fn with_purposes(control_no: &str, purposes: &[&str]) -> Entry {
    Entry { purposes: purposes.iter().map(|purpose| (*purpose).into()).collect(), ..entry(control_no, kept_in("JP")) }
}

/// Three revisions: otsu comes, kou comes, kou states other things.
async fn registry() -> Registry {
    let registry = Registry::new().await;
    registry.apply(Organization::new("otsu".into()), vec![entry("O-1", kept_in("JP"))]).await;
    let entries = vec![with_purposes("K-1", &["発送", "連絡"]), with_purposes("K-2", &[]), with_purposes("K-3", &[])];
    registry.apply(organization(500, None), entries).await;
    let entries = vec![with_purposes("K-1", &["発送"]), with_purposes("K-2", &["選考"])];
    registry.apply(organization(800, Some("東京都")), entries).await;
    registry
}

const COMPARE: &str = r#"query($since: Int!, $at: LedgerAt) { ledger(at: $at) { notice(organization: "kou") { comparedWith(revision: $since) {
    same markdown sections { matter code noLonger new nowStated { text required } nowMissing { text } noLongerAsked { text } } } } } }"#;

async fn compared(registry: &Registry, variables: Value) -> Value {
    let response = registry.ask_as(Caller::everywhere("tester".to_owned()), COMPARE, variables).await;
    assert!(response.get("errors").is_none(), "{response}");
    response["data"]["ledger"]["notice"]["comparedWith"].clone()
}

#[tokio::test]
async fn what_no_longer_holds_is_told_statement_by_statement() {
    let registry = registry().await;
    let comparison = compared(&registry, json!({ "since": 2 })).await;
    let of = |code: &str| {
        let sections = comparison["sections"].as_array().expect("sections");
        sections.iter().find(|section| section["code"] == code).cloned().unwrap_or_else(|| panic!("{code}: {comparison}"))
    };
    let texts = |list: &Value| -> Vec<String> {
        let texts = list.as_array().expect("a list").iter().map(|gap| gap["text"].as_str().expect("a text").to_owned());
        texts.map(|text| text.split('（').next().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(of("OPERATOR")["new"], json!(["住所 › 東京都"]));
    assert_eq!(texts(&of("OPERATOR")["nowStated"]), ["住所"]);
    assert_eq!(of("PROCEDURES")["noLonger"], json!(["開示 › 手数料 › 500円"]));
    assert_eq!(of("PROCEDURES")["new"], json!(["開示 › 手数料 › 800円"]));
    let purposes = of("PURPOSES");
    assert_eq!(purposes["noLonger"], json!(["お客様 › K-1 の名簿 › 連絡"]));
    assert_eq!(purposes["new"], json!(["お客様 › K-2 の名簿 › 選考"]));
    assert_eq!(texts(&purposes["nowStated"]), ["K-2「K-2 の名簿」：利用目的"], "not of K-3, which is gone");
    assert_eq!(texts(&purposes["noLongerAsked"]), ["K-3「K-3 の名簿」：利用目的", "K-3「K-3 の名簿」：自社・受託の別"]);
    assert!(comparison["sections"].as_array().expect("sections").iter().all(|section| section["code"] != "MEASURES"), "{comparison}");
    read(comparison["markdown"].as_str().expect("Markdown"));

    let first = compared(&registry, json!({ "since": 1 })).await;
    let nothing_before = first["sections"].as_array().expect("sections").iter().all(|section| section["noLonger"] == json!([]));
    assert!(nothing_before && first["same"] == false, "kou was not there: {first}");
    for variables in [json!({ "since": 3 }), json!({ "since": 2, "at": { "revision": 2 } })] {
        let same = compared(&registry, variables).await;
        assert_eq!((&same["same"], &same["sections"]), (&json!(true), &json!([])), "{same}");
    }
}

#[tokio::test]
async fn a_notice_is_read_by_those_who_may_read_the_ledger() {
    let registry = registry().await;
    let document = r#"{ ledger { notice(organization: "kou") { title markdown html withheld { controlNo }
        sections { matter code basis { law article title } text missing gaps { text required } } } } }"#;
    let response = registry.ask(document).await;
    let notice = &response["data"]["ledger"]["notice"];
    assert_eq!(notice["title"], "甲株式会社　個人情報の取扱いに関する公表事項", "{response}");
    let sections = notice["sections"].as_array().expect("sections");
    let operator = json!({ "matter": "事業者の名称、住所及び代表者", "code": "OPERATOR", "text": "- 名称：甲株式会社\n- 住所：東京都", "missing": true,
        "basis": [{ "law": "APPI", "article": "32(1)(i)", "title": "保有個人データに関する事項の公表等" }] });
    for (field, value) in operator.as_object().expect("fields") {
        assert_eq!(&sections[0][field], value, "{field}");
    }
    let otsu = Caller { name: "clerk".to_owned(), organizations: Some(vec!["otsu".to_owned()]), desk: false };
    let cases = [
        (otsu.clone(), r#"{ ledger { notice(organization: "kou") { title } } }"#, "UNKNOWN_ORGANIZATION"),
        (Caller::everywhere("tester".to_owned()), r#"{ ledger { notice(organization: "hei") { title } } }"#, "UNKNOWN_ORGANIZATION"),
        (otsu, r#"{ ledger { notice(organization: "otsu") { comparedWith(revision: 9) { same } } } }"#, "UNKNOWN_REVISION"),
    ];
    for (caller, document, code) in cases {
        let response = registry.ask_as(caller, document, Value::Null).await;
        assert_eq!(response["errors"][0]["extensions"]["code"], code, "{response}");
    }
}

const HEADINGS: &str = "管理番号,個人情報の名称,本人の区分,利用目的,自社・受託の別\n";

fn desk() -> Desk {
    let desk = Desk::new();
    for rows in ["K-1,顧客名簿,お客様,発送,自社\nK-2,名刺,取引先,,自社", "K-1,顧客名簿,お客様,*配達*,自社\nK-2,名刺,取引先,連絡,自社"]
    {
        desk.write("甲社/事業者.csv", "事業者コード,kou\n名称,甲株式会社\n所在国,日本\n");
        desk.write("甲社/台帳.csv", format!("{HEADINGS}{rows}\n"));
        desk.run(&["apply", "--yes", desk.path("甲社").to_str().expect("a path in UTF-8")]).succeeded();
    }
    desk
}

#[test]
fn the_program_prints_what_no_longer_holds() {
    let desk = desk();
    let since = desk.run(&["notice", "--organization", "kou", "--since", "1"]).succeeded().out;
    insta::assert_snapshot!("since", since);
    read(&since);
    let json = desk.run(&["notice", "--organization", "kou", "--since", "1", "--format", "json"]).succeeded().out;
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!((&json["since"], &json["revision"], &json["same"]), (&json!(1), &json!(2), &json!(false)));
    assert_eq!(json["sections"][0]["noLonger"], json!(["お客様 › 顧客名簿 › 発送"]));
    let same = desk.run(&["notice", "--organization", "kou", "--since", "2"]).succeeded().out;
    assert!(same.contains("公表した内容は、台帳の記載と一致しています。"), "{same}");
    let past = desk.run(&["notice", "--organization", "kou", "--at", "1"]).succeeded().out;
    assert!(past.contains("| 発送 |") && !past.contains("配達"), "{past}");
    for arguments in [&["--since", "1", "--format", "html"][..], &["--since", "2", "--at", "1"], &["--since", "-1"], &["--since", "3"]] {
        let refused = desk.run(&[&["notice", "--organization", "kou"], arguments].concat());
        assert_eq!(refused.code, Some(2), "{arguments:?}: {}", refused.out);
    }
}

#[test]
fn the_page_is_the_document_for_those_signed_in() {
    let desk = desk();
    let token = token(&desk);
    let service = Service::start(&desk);
    let shown = get(&service, "/notice/kou", Some(&token));
    assert_eq!(shown.status, 200);
    assert!(shown.page().contains("*配達*") && shown.page().contains("<html lang=\"ja\">"), "{}", shown.page());
    assert!(shown.policy.contains("default-src 'none'; style-src 'sha256-"), "{}", shown.policy);
    let refused = get(&service, "/notice/kou", None);
    assert!(refused.status == 401 && !refused.page().contains("配達"), "{}", refused.page());
    let unknown = get(&service, "/notice/%3Cb%3E", Some(&token));
    assert!(unknown.status == 404 && !unknown.page().contains("<b>"), "{}", unknown.page());
}
