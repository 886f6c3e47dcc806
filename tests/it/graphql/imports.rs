//! Plans over the API while someone else applies.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::program::Desk;
use crate::server::{Service, ask, token};

const PLAN: &str = "mutation($files: [Upload!]!, $prune: Boolean) { planImport(organization: \"kou\", files: $files, prune: $prune) {
    id base added amended retired unchanged missing applicable changes { controlNo kind revision organization { code } } findings { code severity organization { code } }
    organizationChanges { organization { code } } } }";
const APPLY: &str =
    "mutation($id: ID!) { applyPlan(id: $id) { status revision { number } revisions { number } plan { id base added missing } } }";

fn upload(content: &str) -> Value {
    json!({ "name": "台帳.csv", "content": STANDARD.encode(content) })
}

const HEADINGS: &str = "管理番号,個人情報の名称,本人の区分,利用目的\n";

#[test]
fn a_plan_that_is_overtaken_comes_back_fresh() {
    let desk = Desk::new();
    let token = token(&desk);
    let service = Service::start(&desk);
    let run = |query: &str, variables: Value| {
        let (status, answer) = ask(&service, &token, &json!({ "query": query, "variables": variables }).to_string());
        assert_eq!(status, 200, "{answer}");
        answer
    };
    let one = upload(&format!("{HEADINGS}K-1,顧客名簿,お客様,連絡\n"));
    let two = upload(&format!("{HEADINGS}K-2,社員名簿,社員,給与\n"));
    let first = run(PLAN, json!({ "files": [one] }))["data"]["planImport"].clone();
    let second = run(PLAN, json!({ "files": [two] }))["data"]["planImport"].clone();
    assert_eq!((&first["added"], &first["organizationChanges"][0]["organization"]["code"]), (&json!(1), &json!("kou")), "{first}");
    let applied = run(APPLY, json!({ "id": first["id"] }))["data"]["applyPlan"].clone();
    assert_eq!((&applied["status"], &applied["revisions"]), (&json!("APPLIED"), &json!([{ "number": 1 }])), "{applied}");
    let again = run(APPLY, json!({ "id": first["id"] }))["data"]["applyPlan"].clone();
    assert_eq!(again["status"], "REFUSED", "a plan is applied once");

    let stale = run(APPLY, json!({ "id": second["id"] }))["data"]["applyPlan"].clone();
    assert_eq!((&stale["status"], &stale["revision"]), (&json!("STALE"), &Value::Null), "{stale}");
    assert_eq!((&stale["plan"]["base"], &stale["plan"]["added"], &stale["plan"]["missing"]), (&json!(1), &json!(1), &json!(1)), "{stale}");
    assert_eq!(run(APPLY, json!({ "id": stale["plan"]["id"] }))["data"]["applyPlan"]["revision"]["number"], 2);

    let pruned = run(PLAN, json!({ "files": [two], "prune": true }))["data"]["planImport"].clone();
    assert_eq!((&pruned["retired"], &pruned["unchanged"], &pruned["missing"]), (&json!(1), &json!(1), &json!(1)), "{pruned}");
}

#[test]
fn what_is_no_ledger_is_planned_as_a_finding_and_never_applied() {
    let desk = Desk::new();
    let token = token(&desk);
    let service = Service::start(&desk);
    let run = |query: &str, variables: Value| ask(&service, &token, &json!({ "query": query, "variables": variables }).to_string()).1;
    let answer = run(PLAN, json!({ "files": [upload("商品,値段\n鉛筆,100\n")] }));
    let plan = &answer["data"]["planImport"];
    let findings = plan["findings"].as_array().expect("findings");
    assert!(findings.iter().any(|finding| finding["severity"] == "ERROR" && finding["organization"]["code"] == "kou"), "{answer}");
    assert_eq!(plan["applicable"], false);
    assert_eq!(run(APPLY, json!({ "id": plan["id"] }))["data"]["applyPlan"]["status"], "REFUSED");
    let cases = [
        (json!({ "files": [] }), "NUMBER_OF_FILES"),
        (json!({ "files": [{ "name": "台帳.xlsx", "content": STANDARD.encode("%PDF-1.7 nothing") }] }), "UNREADABLE_WORKBOOK"),
    ];
    for (variables, code) in cases {
        let answer = run(PLAN, variables);
        assert_eq!(answer["errors"][0]["extensions"]["code"], code, "{answer}");
    }
    for no_upload in [json!("台帳.xlsx"), json!({ "name": "a.csv", "content": "=" }), json!({ "name": "a.csv" })] {
        let answer = run(PLAN, json!({ "files": [no_upload] }));
        assert!(answer["data"].is_null() && answer["errors"].is_array(), "{answer}");
    }
    assert_eq!(run("{ revisions { totalCount } }", Value::Null)["data"]["revisions"]["totalCount"], 0);
}
