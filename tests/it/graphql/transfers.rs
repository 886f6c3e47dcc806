//! On what transfers rest, asked through the API.

use daicho::graphql::Caller;
use daicho::ledger::{Country, Entrustment, Entry, Organization, TransferBasis, Whereabouts};
use serde_json::{Value, json};

use super::registry::{Registry, entry, kept_in};

/// Three entries: one kept in Japan and entrusted to a party in India by consent, one kept in Singapore, one of which nothing is said.
async fn registry() -> Registry {
    let registry = Registry::new().await;
    let mut organization = Organization::new("kou".into());
    let country = Whereabouts::known(vec![Country::from_code("IN").unwrap()], Country::JAPAN, None);
    let party = Entrustment { entrustee: "印社".into(), country, transfer: TransferBasis::Consent, ..Entrustment::default() };
    organization.entrustees.insert("印社".into(), party);
    let entrusted = Entry { entrustees: vec!["印社".into()], ..entry("K-1", kept_in("JP")) };
    registry.apply(organization, vec![entrusted, entry("K-2", kept_in("SG")), entry("K-3", Whereabouts::default())]).await;
    registry
}

#[tokio::test]
async fn each_way_of_an_entry_is_told_with_its_verdict_its_provisions_and_its_duties() {
    let registry = registry().await;
    let response = registry
        .ask(
            r#"{ ledger { entry(organization: "kou", controlNo: "K-1") { transfers { way counterpart destination countries { code } transfer verdict
                 reason(language: EN) basis { law article } duties { kind met basis { article title(language: JA) } } } } } }"#,
        )
        .await;
    let transfers = &response["data"]["ledger"]["entry"]["transfers"];
    let ways: Vec<_> =
        transfers.as_array().unwrap_or_else(|| panic!("{response}")).iter().map(|one| (&one["way"], &one["verdict"])).collect();
    assert_eq!(ways, [(&json!("SERVER"), &json!("DOMESTIC")), (&json!("ENTRUSTEE"), &json!("CONSENT"))]);
    let entrustee = &transfers[1];
    let head = json!([entrustee["counterpart"], entrustee["destination"], entrustee["countries"], entrustee["transfer"]]);
    assert_eq!(head, json!(["印社", "NOT_DESIGNATED", [{ "code": "IN" }], "CONSENT"]));
    let basis = [("APPI", "28(1)"), ("APPI", "28(2)"), ("APPI_RULES", "17")];
    assert_eq!(entrustee["basis"], json!(basis.map(|(law, article)| json!({ "law": law, "article": article }))), "{response}");
    let duties: Vec<_> = entrustee["duties"].as_array().unwrap().iter().map(|duty| (&duty["kind"], &duty["met"])).collect();
    let expected = [
        ("TELL_COUNTRY", "YES"),
        ("TELL_SYSTEM", "NOT_STATED"),
        ("TELL_MEASURES", "NOT_STATED"),
        ("KNOW_SYSTEM", "NOT_STATED"),
        ("STATE_COUNTRY", "NOT_STATED"),
        ("SUPERVISE", "NOT_STATED"),
        ("KEEP_RECORD", "NOT_STATED"),
    ]
    .map(|(kind, met)| (json!(kind), json!(met)));
    assert_eq!(duties, expected.iter().map(|(kind, met)| (kind, met)).collect::<Vec<_>>(), "{response}");
    assert_eq!(entrustee["duties"][1]["basis"][1]["title"], "外国にある第三者への提供に係る同意取得時の情報提供");
}

#[tokio::test]
async fn transfers_of_a_ledger_are_filtered_and_paged() {
    let registry = registry().await;
    let ask = async |arguments: &str| {
        let document = format!(
            "{{ ledger {{ transfers{arguments} {{ totalCount nodes {{ entry {{ controlNo }} way }} pageInfo {{ hasNextPage hasPreviousPage endCursor }} }} }} }}"
        );
        let response = registry.ask(&document).await;
        let transfers = response["data"]["ledger"]["transfers"].clone();
        assert!(transfers.is_object(), "{response}");
        transfers
    };
    let of = |page: &Value| -> Vec<String> {
        let nodes = page["nodes"].as_array().unwrap();
        nodes.iter().map(|node| format!("{} {}", node["entry"]["controlNo"].as_str().unwrap(), node["way"].as_str().unwrap())).collect()
    };
    let whole = ask("").await;
    assert_eq!(of(&whole), ["K-1 SERVER", "K-1 ENTRUSTEE", "K-2 SERVER", "K-3 SERVER"]);
    let first = ask("(first: 1)").await;
    let cursor = first["pageInfo"]["endCursor"].as_str().unwrap();
    let rest = ask(&format!(r#"(first: 2, after: "{cursor}")"#)).await;
    assert_eq!(of(&rest), ["K-1 ENTRUSTEE", "K-2 SERVER"], "a page begins within an entry");
    assert_eq!(
        (&rest["totalCount"], &rest["pageInfo"]["hasNextPage"], &rest["pageInfo"]["hasPreviousPage"]),
        (&json!(4), &json!(true), &json!(true))
    );
    assert_eq!(of(&ask("(filter: { verdicts: [CANNOT_TELL, CONSENT] })").await), ["K-1 ENTRUSTEE", "K-3 SERVER"]);
    assert_eq!(of(&ask("(filter: { ways: [SERVER], countries: [\"SG\", \"IN\"] })").await), ["K-2 SERVER"]);
    assert_eq!(of(&ask("(filter: { destinations: [NOT_DESIGNATED] })").await), ["K-1 ENTRUSTEE", "K-2 SERVER"]);
    for (arguments, code) in
        [(r#"(filter: { countries: ["XX"] })"#, "UNKNOWN_COUNTRY"), ("(first: 501)", "PAGE_SIZE"), (r#"(after: "x")"#, "BAD_CURSOR")]
    {
        let response = registry.ask(&format!("{{ ledger {{ transfers{arguments} {{ totalCount }} }} }}")).await;
        assert_eq!(response.pointer("/errors/0/extensions/code"), Some(&json!(code)), "{response}");
    }
    let others = Caller { name: "clerk".to_owned(), organizations: Some(vec!["otsu".to_owned()]), desk: false };
    let response = registry.ask_as(others, "{ ledger { transfers { totalCount } } }", Value::Null).await;
    assert_eq!(response["data"]["ledger"]["transfers"]["totalCount"], 0, "what is not theirs to read is not there: {response}");
}

#[tokio::test]
async fn transfers_are_counted_by_country_with_the_duties_that_remain() {
    let registry = registry().await;
    let document = "{ ledger { transferTally(filter: { destinations: [NOT_DESIGNATED, NOT_STATED] }) { countries { code } certainty destination verdict ways
        transfers entries duties { kind owed unmet } } transfers(filter: { ways: [ENTRUSTEE] }) { nodes { remaining } } } }";
    let response = registry.ask(document).await;
    let ledger = &response["data"]["ledger"];
    let groups = ledger["transferTally"].as_array().unwrap_or_else(|| panic!("{response}"));
    let heads: Vec<_> = groups.iter().map(|group| json!([group["countries"], group["verdict"], group["ways"], group["entries"]])).collect();
    assert_eq!(
        heads,
        [
            json!([[{ "code": "IN" }], "CONSENT", ["ENTRUSTEE"], 1]),
            json!([[{ "code": "SG" }], "NOT_A_PROVISION", ["SERVER"], 1]),
            json!([[], "CANNOT_TELL", ["SERVER"], 1]),
        ]
    );
    assert_eq!(groups[0]["duties"][0], json!({ "kind": "TELL_COUNTRY", "owed": 1, "unmet": 0 }));
    assert_eq!(groups[0]["duties"][1], json!({ "kind": "TELL_SYSTEM", "owed": 1, "unmet": 1 }));
    let remaining = ["TELL_SYSTEM", "TELL_MEASURES", "KNOW_SYSTEM", "STATE_COUNTRY", "SUPERVISE", "KEEP_RECORD"];
    assert_eq!(ledger["transfers"]["nodes"][0]["remaining"], json!(remaining));
}
