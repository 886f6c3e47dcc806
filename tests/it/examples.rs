//! The five companies' ledgers, through the program: what each charges, what is abroad, who may see what.

use serde_json::{Value, json};

use crate::program::{Desk, EXAMPLES, examples};

fn strings<'a>(list: &'a Value, path: &str) -> Vec<&'a str> {
    list.as_array().expect("a list").iter().map(|item| item.pointer(path).and_then(Value::as_str).unwrap_or_default()).collect()
}

#[test]
fn each_company_charges_what_its_policy_says() {
    let desk = Desk::with_examples();
    let mut document = String::from("{ ledger {");
    for (code, _) in EXAMPLES {
        let alias = code.replace('-', "_");
        document.push_str(&format!(
            r#" {alias}: requesterView(input: {{ organization: "{code}", subjects: ["お客様"], right: DISCLOSURE }}) {{
                accepted fee {{ kind amount tax per payment refundable estimateByEffort }} }}"#
        ));
    }
    document.push_str(
        r#" correction: requesterView(input: { organization: "arrow-trust", subjects: ["お客様"], right: CORRECTION }) { accepted fee { kind amount } } } }"#,
    );
    let data = desk.ask(&document, &[]);
    let fee = |alias: &str| data["ledger"][alias]["fee"].clone();
    let stated = |fee: &Value| (fee["kind"].clone(), fee["amount"].clone(), fee["tax"].clone(), fee["per"].clone());
    assert_eq!(stated(&fee("rubato")), (json!("FIXED"), json!(1200), json!("INCLUDED"), json!("REQUEST")));
    let payment = fee("rubato")["payment"].to_string();
    assert!(payment.contains("切手") && payment.contains("小為替"), "{payment}");
    assert_eq!(stated(&fee("libra_plus")), (json!("FIXED"), json!(1600), json!("NOT_STATED"), json!("REQUEST")));
    assert_eq!(stated(&fee("ruft")), (json!("FIXED"), json!(1000), json!("EXCLUDED"), json!("REQUEST")));
    assert_eq!(fee("ruft")["estimateByEffort"], "YES");
    assert_eq!(stated(&fee("rocketworks")), (json!("NOT_STATED"), Value::Null, json!("NOT_STATED"), json!("NOT_STATED")));
    assert_eq!(stated(&fee("arrow_trust")), (json!("FIXED"), json!(800), json!("INCLUDED"), json!("ITEM")));
    assert_eq!(fee("arrow_trust")["refundable"], "NO");
    assert!(fee("arrow_trust")["payment"].to_string().contains("銀行振込"));
    assert_eq!(fee("correction")["kind"], "FREE");
    for (code, _) in EXAMPLES {
        assert_eq!(data["ledger"][code.replace('-', "_")]["accepted"], "YES", "{code} accepts requests for disclosure");
    }
}

#[test]
fn abroad_names_arrow_trust_alone_and_lists_the_others_as_undetermined() {
    let desk = Desk::with_examples();
    let data = desk.ask(
        "{ ledger { abroad(roles: [STORAGE]) {
            countries { country { code name } entries roles }
            entries(first: 100) { totalCount nodes { organization { code } storage { certainty } } }
            undetermined(first: 100) { totalCount nodes { organization { code } } } } } }",
        &[],
    );
    let abroad = &data["ledger"]["abroad"];
    assert_eq!(strings(&abroad["countries"], "/country/name"), ["シンガポール", "アメリカ"]);
    let codes = |list: &Value| {
        let mut codes: Vec<_> = strings(&list["nodes"], "/organization/code").into_iter().map(str::to_owned).collect();
        codes.dedup();
        codes
    };
    assert_eq!(codes(&abroad["entries"]), ["arrow-trust"]);
    assert_eq!(strings(&abroad["entries"]["nodes"], "/storage/certainty").iter().find(|certainty| **certainty != "CANDIDATES"), None);
    assert_eq!(codes(&abroad["undetermined"]), ["libra-plus", "rocketworks", "rubato", "ruft"]);
    let printed = desk.run(&["ask", "abroad"]).succeeded().out;
    assert!(printed.contains("シンガポール") && printed.contains("アメリカ") && printed.contains("判断できない"), "{printed}");
}

#[test]
fn a_former_employees_agent_sees_what_arrow_trust_may_show() {
    let desk = Desk::with_examples();
    let data = desk.ask(
        r#"{ ledger { requesterView(input: { organization: "arrow-trust", subjects: ["元従業員"], requester: AUTHORIZED_AGENT }) {
            accepted entries { decision reasons entry { name } } documents { requester name issuedWithin } refusalGrounds { kind basis { law article } }
            contact { name phones } basis { law article title } } } }"#,
        &[],
    );
    let view = &data["ledger"]["requesterView"];
    assert_eq!(view["accepted"], "YES");
    let decisions: Vec<_> = view["entries"]
        .as_array()
        .expect("entries")
        .iter()
        .map(|entry| (entry["entry"]["name"].as_str(), entry["decision"].as_str()))
        .collect();
    assert!(decisions.contains(&(Some("退職者の個人情報"), Some("MAY_SEE"))), "{decisions:?}");
    assert!(decisions.contains(&(Some("委託された個人情報"), Some("MAY_NOT_SEE"))), "{decisions:?}");
    assert!(decisions.contains(&(Some("上記以外"), Some("CANNOT_TELL"))), "{decisions:?}");
    let documents = view["documents"].as_array().expect("documents");
    let agent_only: Vec<_> = documents.iter().filter(|document| document["requester"] == "AUTHORIZED_AGENT").collect();
    assert!(agent_only.iter().any(|document| document["name"].as_str().is_some_and(|name| name.contains("委任状"))));
    assert!(documents.iter().any(|document| document["issuedWithin"] == "P3M"), "the seal certificate is three months old at most");
    assert!(documents.iter().any(|document| document["requester"] == "PRINCIPAL"), "the principal's papers are asked as well");
    assert!(documents.iter().all(|document| document["requester"] != "LEGAL_REPRESENTATIVE"));
    assert!(view["refusalGrounds"].to_string().contains("33(2)(i)"), "{}", view["refusalGrounds"]);
    assert!(view["contact"]["phones"].to_string().contains("06-6441-2611"));
}

#[test]
fn applying_an_example_again_is_nothing_to_do() {
    let desk = Desk::with_examples();
    for (code, workbook) in EXAMPLES {
        let path = examples().join(workbook);
        let outcome = desk.run(&["apply", path.to_str().expect("a path in UTF-8")]).succeeded();
        assert!(outcome.out.contains("変更はありません"), "{code}: {}", outcome.out);
    }
    let data = desk.ask("{ revisions { totalCount } }", &[]);
    assert_eq!(data["revisions"]["totalCount"], 5);
}
