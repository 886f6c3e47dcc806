//! What the API answers, at which point of the registry's history, and to whom.

use daicho::graphql::Caller;
use daicho::ledger::{Organization, Whereabouts};
use serde_json::{Value, json};

use super::registry::{Registry, entry, kept_in};

/// Two organizations in three revisions: kou comes with two entries, otsu with one, then kou amends one and retires the other.
async fn registry() -> Registry {
    let registry = Registry::new().await;
    registry.apply(Organization::new("kou".into()), vec![entry("K-1", kept_in("SG")), entry("K-2", Whereabouts::default())]).await;
    registry.apply(Organization::new("otsu".into()), vec![entry("O-1", kept_in("JP"))]).await;
    let renamed = Organization { name: "甲株式会社".into(), ..Organization::new("kou".into()) };
    registry.apply(renamed, vec![entry("K-1", kept_in("US"))]).await;
    registry
}

fn error(response: &Value) -> (&str, &str) {
    let error = &response["errors"][0];
    let said = |value: &'static str| error.pointer(value).and_then(Value::as_str).unwrap_or_default();
    assert!(said("/extensions/ja").chars().any(|letter| letter as u32 > 0x3000), "said in Japanese as well: {response}");
    (said("/extensions/code"), said("/message"))
}

#[tokio::test]
async fn the_past_is_as_easy_to_ask_as_the_present() {
    let registry = registry().await;
    let response = registry
        .ask(
            r#"{ now: ledger { ...view } one: ledger(at: { revision: 1 }) { ...view } none: ledger(at: { revision: 0 }) { ...view }
                 part: ledger(organizations: ["otsu"]) { ...view } before: ledger(at: { time: "2000-01-01T09:00:00+09:00" }) { ...view } }
               fragment view on Ledger { revision organizations { code } entries { totalCount } abroad { countries { country { code } entries } } }"#,
        )
        .await;
    let view = |revision: i32, codes: &[&str], entries: i32, country: Option<&str>| {
        let organizations: Vec<_> = codes.iter().map(|code| json!({ "code": code })).collect();
        let countries: Vec<_> = country.iter().map(|code| json!({ "country": { "code": code }, "entries": 1 })).collect();
        json!({ "revision": revision, "organizations": organizations, "entries": { "totalCount": entries }, "abroad": { "countries": countries } })
    };
    let expected = json!({
        "now": view(3, &["kou", "otsu"], 2, Some("US")), "one": view(1, &["kou"], 2, Some("SG")), "none": view(0, &[], 0, None),
        "part": view(2, &["otsu"], 1, None), "before": view(0, &[], 0, None),
    });
    assert_eq!(response["data"], expected, "{response}");
}

#[tokio::test]
async fn what_changed_is_told_with_the_revision_that_changed_it() {
    let registry = registry().await;
    let response = registry
        .ask(
            r#"{ ledger { changes(since: 1) { kind revision controlNo organization { code } fields { field before after } }
                   organizationChanges(since: 1) { organization { code } fields { field after } }
                   none: changes(since: 3) { kind }
                   entry(organization: "kou", controlNo: "K-1") { history { kind revision } } }
                 past: ledger(at: { revision: 2 }) { changes(since: 1) { controlNo } entry(organization: "kou", controlNo: "K-1") { history { kind revision } } }
                 revisions(organizations: ["kou"], first: 1) { totalCount nodes { number organization { name } appliedBy workbooks added amended retired }
                   pageInfo { hasNextPage hasPreviousPage endCursor } } }"#,
        )
        .await;
    let data = &response["data"];
    let changes = data["ledger"]["changes"].as_array().unwrap_or_else(|| panic!("{response}"));
    let told: Vec<_> = changes.iter().map(|change| (&change["kind"], &change["revision"], &change["controlNo"])).collect();
    assert_eq!(
        told,
        [
            (&json!("AMENDED"), &json!(3), &json!("K-1")),
            (&json!("RETIRED"), &json!(3), &json!("K-2")),
            (&json!("ADDED"), &json!(2), &json!("O-1"))
        ]
    );
    assert_eq!(changes[0]["fields"].as_array().map(Vec::len), Some(1), "{response}");
    assert_eq!(changes[0]["fields"][0]["field"], "storage");
    assert_eq!(data["ledger"]["organizationChanges"][0]["fields"], json!([{ "field": "name", "after": "甲株式会社" }]));
    assert_eq!(data["ledger"]["none"], json!([]));
    assert_eq!(data["ledger"]["entry"]["history"], json!([{ "kind": "ADDED", "revision": 1 }, { "kind": "AMENDED", "revision": 3 }]));
    assert_eq!(data["past"]["entry"]["history"], json!([{ "kind": "ADDED", "revision": 1 }]));
    assert_eq!(data["past"]["changes"], json!([{ "controlNo": "O-1" }]));
    let page = &data["revisions"];
    let newest = json!({ "number": 3, "organization": { "name": "甲株式会社" }, "appliedBy": "tester", "workbooks": ["台帳.xlsx"], "added": 0, "amended": 1, "retired": 1 });
    assert_eq!((&page["totalCount"], &page["nodes"][0]), (&json!(2), &newest));
    assert_eq!((&page["pageInfo"]["hasNextPage"], &page["pageInfo"]["hasPreviousPage"]), (&json!(true), &json!(false)));
    let cursor = page["pageInfo"]["endCursor"].as_str().expect("a cursor");
    let next = registry.ask(&format!(r#"{{ revisions(organizations: ["kou"], after: "{cursor}") {{ nodes {{ number }} pageInfo {{ hasNextPage hasPreviousPage }} }} }}"#)).await;
    assert_eq!(
        next["data"]["revisions"],
        json!({ "nodes": [{ "number": 1 }], "pageInfo": { "hasNextPage": false, "hasPreviousPage": true } })
    );
}

#[tokio::test]
async fn an_entry_is_found_by_its_number_and_keeps_its_identity() {
    let registry = registry().await;
    let document = r#"query($at: LedgerAt) { ledger(at: $at) { entry(organization: "kou", controlNo: "K-1") { id occurrence storage { countries { name(language: EN) } text } }
        none: entry(organization: "kou", controlNo: "K-9") { id } } }"#;
    let ask = async |revision: i32| {
        let variables = json!({ "at": { "revision": revision } });
        registry.ask_as(Caller::everywhere("tester".to_owned()), document, variables).await["data"]["ledger"].clone()
    };
    let (then, now) = (ask(1).await, ask(3).await);
    assert_eq!((&then["entry"]["id"], &then["none"]), (&now["entry"]["id"], &Value::Null));
    assert_eq!(now["entry"]["storage"], json!({ "countries": [{ "name": "United States" }], "text": "US" }));
}

#[tokio::test]
async fn a_wrong_question_is_told_what_is_wrong_and_the_limit() {
    let registry = registry().await;
    let cases = [
        (r#"{ ledger(organizations: ["hei"]) { revision } }"#, "UNKNOWN_ORGANIZATION", "hei"),
        (r#"{ ledger { requesterView(input: { organization: "hei", subjects: [] }) { accepted } } }"#, "UNKNOWN_ORGANIZATION", "hei"),
        (r#"{ ledger { abroad(countries: ["XX"]) { countries { entries } } } }"#, "UNKNOWN_COUNTRY", "XX"),
        (r#"{ ledger { entries(filter: { not: { storedIn: ["Japan"] } }) { totalCount } } }"#, "UNKNOWN_COUNTRY", "Japan"),
        ("{ ledger { entries(first: 501) { totalCount } } }", "PAGE_SIZE", "500"),
        ("{ ledger { abroad { flows(first: -1) { totalCount } } } }", "PAGE_SIZE", "-1"),
        (r#"{ ledger { entries(after: "nonsense") { totalCount } } }"#, "BAD_CURSOR", "endCursor"),
        (r#"{ revisions(after: "eyJsaW5lIjpbMSwxXX0") { totalCount } }"#, "BAD_CURSOR", "endCursor"),
        ("{ ledger(at: { revision: 4 }) { revision } }", "UNKNOWN_REVISION", "3"),
        ("{ ledger(at: { revision: -1 }) { revision } }", "UNKNOWN_REVISION", "3"),
        ("{ ledger { changes(since: 9) { kind } } }", "UNKNOWN_REVISION", "3"),
    ];
    for (document, code, named) in cases {
        let response = registry.ask(document).await;
        let (told, message) = error(&response);
        assert_eq!(told, code, "{document}: {response}");
        assert!(message.contains(named), "{message} names {named}");
    }
    let both = registry.ask(r#"{ ledger(at: { revision: 1, time: "2000-01-01T00:00:00Z" }) { revision } }"#).await;
    assert!(both["errors"].is_array(), "one of both: {both}");
}

#[tokio::test]
async fn nobody_learns_of_what_is_not_theirs() {
    let registry = registry().await;
    let caller = Caller { name: "clerk".to_owned(), organizations: Some(vec!["otsu".to_owned()]), desk: false };
    let response = registry
        .ask_as(
            caller.clone(),
            r#"{ organizations { code } organization(code: "kou") { name } revisions { totalCount }
                 ledger { revision organizations { code } entries { totalCount } changes(since: 0) { organization { code } } organizationChanges(since: 0) { organization { code } } } }"#,
            Value::Null,
        )
        .await;
    let otsu = json!([{ "code": "otsu" }]);
    let of_otsu = json!([{ "organization": { "code": "otsu" } }]);
    let expected = json!({
        "organizations": otsu, "organization": null, "revisions": { "totalCount": 1 },
        "ledger": { "revision": 2, "organizations": otsu, "entries": { "totalCount": 1 }, "changes": of_otsu, "organizationChanges": of_otsu },
    });
    assert_eq!(response["data"], expected, "{response}");
    let response = registry.ask_as(caller, r#"{ ledger(organizations: ["kou"]) { revision } }"#, Value::Null).await;
    assert_eq!(error(&response).0, "UNKNOWN_ORGANIZATION", "as one that does not exist");
    let nobody = serde_json::to_value(registry.schema.execute("{ __typename }").await).expect("a response is JSON");
    assert_eq!(error(&nobody).0, "NOT_SIGNED_IN");
}
