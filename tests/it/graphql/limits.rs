//! What a question may not be, and what it may.

use serde_json::Value;

use super::registry::Registry;

fn code(response: &Value) -> &str {
    response.pointer("/errors/0/extensions/code").and_then(Value::as_str).unwrap_or_default()
}

/// Fragments that each spread the next one twice.
fn doubling(fragments: usize) -> String {
    let mut query = String::from("{...f0}");
    for at in 0..fragments {
        query.push_str(&format!("fragment f{at} on Query{{...f{0} ...f{0}}}", at + 1));
    }
    query.push_str(&format!("fragment f{fragments} on Query{{lawDate}}"));
    query
}

/// Entries with their flows' entries' flows, and so on.
fn flows(start: &str, page: &str) -> String {
    format!("{start} ledger {{ entries({page}) {{ nodes {{ {} name {} }} }} }} }}", "flows { entry { ".repeat(5), "} } ".repeat(5))
}

#[tokio::test]
async fn hostile_questions_are_refused_at_once() {
    let registry = Registry::new().await;
    let nested =
        |open: &str, middle: &str, close: &str, times: usize| format!("{{ {}{middle}{} }}", open.repeat(times), close.repeat(times));
    let cases = [
        ("doubling fragments", doubling(16), "QUERY_TOO_LARGE"),
        ("more of them", doubling(40), "QUERY_TOO_LARGE"),
        (
            "a chain of fragments",
            (0..300).map(|at| format!("fragment f{at} on Query{{...f{}}}", at + 1)).collect::<String>()
                + "fragment f300 on Query{lawDate} {...f0}",
            "QUERY_TOO_DEEP",
        ),
        ("a fragment in itself", "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }".to_owned(), "FRAGMENT_CYCLE"),
        ("one that is not used", "{ lawDate } fragment a on Query { ...a }".to_owned(), "FRAGMENT_CYCLE"),
        ("brackets", "{".repeat(10_000), "QUERY_TOO_DEEP"),
        ("lists", format!("{{ ledger(organizations: {}) {{ revision }} }}", "[".repeat(10_000)), "QUERY_TOO_DEEP"),
        ("types", format!("query($a: {}Int{}) {{ lawDate }}", "[".repeat(10_000), "]".repeat(10_000)), "QUERY_TOO_DEEP"),
        (
            "depth",
            nested(
                "ledger { entries(first: 1) { nodes { flows { entry { flows { entry { flows { entry { flows { entry { flows { entry { flows { entry { flows { entry {",
                "name",
                "} } } } } } } } } } } } } } } } }",
                1,
            ),
            "QUERY_TOO_DEEP",
        ),
        ("inline fragments", nested("... on Query { ", "lawDate", " }", 47), "QUERY_TOO_DEEP"),
        ("aliases", format!("{{ {} }}", (0..101).map(|at| format!("a{at}: lawDate ")).collect::<String>()), "QUERY_TOO_LARGE"),
        ("directives", format!("{{ lawDate {} }}", "@include(if: true) ".repeat(51)), "QUERY_TOO_LARGE"),
        ("selections", format!("{{ {} }}", "lawDate ".repeat(3_001)), "QUERY_TOO_LARGE"),
        ("work", flows("{", "first: 500"), "QUERY_TOO_COMPLEX"),
        ("work by a variable", flows("query($first: Int = 500) {", "first: $first"), "QUERY_TOO_COMPLEX"),
        (
            "many questions",
            format!("{{ ledger {{ {} }} }}", (0..100).map(|at| format!("a{at}: changes(since: 0) {{ kind }} ")).collect::<String>()),
            "QUERY_TOO_COMPLEX",
        ),
        (
            "introspection of introspection",
            format!("{{ __schema {{ types {{ {} name {} }} }} }}", "fields { type { ".repeat(5), "} } ".repeat(5)),
            "QUERY_TOO_COMPLEX",
        ),
        ("bytes", format!("{{ lawDate }}{}", " ".repeat(70_000)), "QUERY_TOO_LONG"),
        ("tokens", format!("{{ ledger(organizations: [{}]) {{ revision }} }}", "1 ".repeat(9_000)), "QUERY_TOO_LONG"),
    ];
    for (name, document, expected) in cases {
        let response = registry.ask(&document).await;
        assert_eq!(code(&response), expected, "{name}: {response}");
        let message = response.pointer("/errors/0/message").and_then(Value::as_str).unwrap_or_default();
        assert!(
            expected == "FRAGMENT_CYCLE" || message.chars().any(|letter| letter.is_ascii_digit()),
            "the value and the limit: {message}"
        );
    }
}

#[tokio::test]
async fn what_is_no_question_is_told_so() {
    let registry = Registry::new().await;
    for document in [
        "",
        "{ lawDate",
        "{ nothing }",
        "{ ledger(at: {}) { revision } }",
        "subscription { lawDate }",
        "query A { lawDate } query B { lawDate }",
    ] {
        let response = registry.ask(document).await;
        assert_eq!(code(&response), "INVALID_QUERY", "{document}: {response}");
    }
}

/// What GraphiQL asks at its start.
const INTROSPECTION: &str = "
    query IntrospectionQuery { __schema { description queryType { name kind } mutationType { name kind } subscriptionType { name kind }
      types { ...FullType } directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } } } }
    fragment FullType on __Type { kind name description specifiedByURL isOneOf
      fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
      inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef }
      enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
    fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
    fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
      ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }";

#[tokio::test]
async fn honest_questions_pass() {
    let registry = Registry::new().await;
    let flow = "role counterpart country { code name standing } certainty transfer basis { law article title }";
    let whereabouts = "{ certainty abroad countries { code name standing } reason text }";
    let everything = format!(
        "{{ ledger {{ entries(first: 100) {{ totalCount pageInfo {{ hasNextPage endCursor }} edges {{ cursor node {{ id organization {{ code name contacts {{ name phones }} }}
            controlNo name subjects items purposes nature acquisition acquiredFrom capacity department manager accessors count media
            places {{ name provider providerCountry {whereabouts} serverCountry {whereabouts} handlesData }} storage {whereabouts}
            retention {{ kind period after dueOn exceptions text }} disposal
            entrustments {{ entrustee country {whereabouts} work contractedOn subcontracting transfer }} entrusted
            provisions {{ recipient country {whereabouts} legalBasis transfer collectedDirectly optOut }} provided
            jointUses {{ name items scope purposes {{ subject text }} responsible includesForeign }} jointlyUsed specialCare individualNumber
            disclosure {{ eligible reasons text }} reviewedOn notes otherColumns {{ heading text }} flows {{ {flow} }}
            transfers {{ way counterpart through stated countries {{ code }} certainty transfer verdict reason duties {{ kind met text basis {{ law article }} }} }}
            sources {{ field workbook sheet cell text }} findings {{ code severity message advice sources {{ cell }} basis {{ law }} }}
            history {{ kind revision fields {{ field before after }} }} }} }} }} }} }}"
    );
    for document in [INTROSPECTION, everything.as_str(), "{ __typename }", "mutation { applyPlan(id: \"none\") { status } }"] {
        let response = registry.ask(document).await;
        assert!(response.get("errors").is_none(), "{response}");
    }
}

#[tokio::test]
async fn limits_hold_for_what_comes_as_variables_too() {
    let registry = Registry::new().await;
    let filter = serde_json::json!({ "or": vec![serde_json::json!({ "text": "名簿" }); 600] });
    let variables = serde_json::json!({ "filter": filter });
    let caller = daicho::graphql::Caller::everywhere("tester".to_owned());
    let response =
        registry.ask_as(caller, "query($filter: EntryFilter) { ledger { entries(filter: $filter) { totalCount } } }", variables).await;
    assert_eq!(code(&response), "FILTER_TOO_LARGE", "{response}");
}
