//! The service over HTTP: who may come in, what form a question has, and what a hostile one gets.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use ureq::Agent;

use crate::program::Desk;

/// A running service, ended when dropped.
pub struct Service {
    child: Child,
    address: String,
    link: Option<String>,
}

impl Drop for Service {
    fn drop(&mut self) {
        self.child.kill().expect("the service can be ended");
        self.child.wait().expect("the service ends");
    }
}

impl Service {
    pub fn start(desk: &Desk) -> Self {
        let mut child = desk
            .command(&["serve", "--listen", "127.0.0.1:0", "--language", "en"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the service starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let mut next = || lines.next().expect("a line").expect("a line in UTF-8");
        let first = next();
        let address = first.split_once("http://").and_then(|(_, rest)| rest.split_once('/')).expect("an address").0.to_owned();
        let link = next().split_once("http://").map(|(_, link)| format!("http://{link}"));
        Self { child, address, link }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

/// What a service gives at an address.
pub struct Got {
    pub status: u16,
    /// Content-Security-Policy.
    pub policy: String,
    /// Content-Disposition.
    pub disposition: String,
    pub body: Vec<u8>,
}

impl Got {
    /// The body as a page.
    pub fn page(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Gets an address, with a token or without.
pub fn get(service: &Service, path: &str, token: Option<&str>) -> Got {
    let mut request = client().get(service.url(path));
    if let Some(token) = token {
        request = request.header("Authorization", format!("Bearer {token}"));
    }
    let mut response = request.call().expect("an answer");
    let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let (policy, disposition) = (header("content-security-policy"), header("content-disposition"));
    Got { status: response.status().as_u16(), policy, disposition, body: response.body_mut().read_to_vec().expect("a body") }
}

/// A client that follows no redirect and takes refusals as answers.
pub fn client() -> Agent {
    Agent::config_builder().http_status_as_error(false).max_redirects(0).timeout_global(Some(Duration::from_secs(30))).build().into()
}

pub fn ask(service: &Service, token: &str, body: &str) -> (u16, Value) {
    let mut response = client()
        .post(service.url("/graphql"))
        .header("Authorization", &format!("Bearer {token}"))
        .header("Content-Type", "application/json")
        .send(body)
        .expect("an answer");
    let text = response.body_mut().read_to_string().expect("a body");
    (response.status().as_u16(), serde_json::from_str(&text).unwrap_or_else(|_| panic!("no JSON: {text}")))
}

pub fn token(desk: &Desk) -> String {
    desk.run(&["token", "new", "dashboard"]).succeeded().out.trim().to_owned()
}

#[test]
fn nothing_is_readable_without_signing_in() {
    let desk = Desk::new();
    let service = Service::start(&desk);
    let post = |header: Option<&str>| {
        let mut request = client().post(service.url("/graphql")).header("Content-Type", "application/json");
        if let Some(header) = header {
            request = request.header("Authorization", header);
        }
        request.send(r#"{"query":"{ lawDate }"}"#).expect("an answer").status().as_u16()
    };
    assert_eq!(post(None), 401);
    assert_eq!(post(Some("Bearer wrong")), 401);
    assert_eq!(client().get(service.url("/schema.graphql")).call().expect("an answer").status().as_u16(), 401);
    assert_eq!(client().get(service.url("/")).call().expect("an answer").status().as_u16(), 401);
    assert_eq!(client().get(service.url("/health")).call().expect("an answer").status().as_u16(), 200);
}

#[test]
fn a_sign_in_link_works_once_and_its_session_ends_at_sign_out() {
    let desk = Desk::new();
    let service = Service::start(&desk);
    let link = service.link.clone().expect("the first start prints a link");
    let signed_in = client().get(&link).call().expect("an answer");
    assert_eq!(signed_in.status().as_u16(), 303);
    let cookie = signed_in.headers().get("set-cookie").expect("a cookie").to_str().expect("a cookie in ASCII").to_owned();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
    let cookie = cookie.split(';').next().expect("a cookie has a value").to_owned();
    assert_eq!(client().get(&link).call().expect("an answer").status().as_u16(), 403, "once");

    let page = || client().get(service.url("/")).header("Cookie", &cookie).call().expect("an answer");
    assert_eq!(page().status().as_u16(), 200);
    let csp = page().headers().get("content-security-policy").cloned().expect("a policy of content");
    assert!(csp.to_str().expect("ASCII").contains("default-src 'none'"));
    client().post(service.url("/sign-out")).header("Cookie", &cookie).send_empty().expect("an answer");
    assert_eq!(page().status().as_u16(), 401);
}

#[test]
fn a_revoked_token_no_longer_opens() {
    let desk = Desk::new();
    let token = token(&desk);
    let service = Service::start(&desk);
    assert_eq!(ask(&service, &token, r#"{"query":"{ lawDate }"}"#), (200, json!({ "data": { "lawDate": "2025-09-24" } })));
    desk.run(&["token", "revoke", "dashboard"]).succeeded();
    assert_eq!(ask(&service, &token, r#"{"query":"{ lawDate }"}"#).0, 401);
}

#[test]
fn questions_come_one_at_a_time_as_json_by_post() {
    let desk = Desk::new();
    let token = token(&desk);
    let service = Service::start(&desk);
    let bearer = format!("Bearer {token}");
    let get = client().get(service.url("/graphql?query={lawDate}")).header("Authorization", &bearer).call().expect("an answer");
    assert_eq!(get.status().as_u16(), 405);
    for kind in ["text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"] {
        let response = client()
            .post(service.url("/graphql"))
            .header("Authorization", &bearer)
            .header("Content-Type", kind)
            .send("{}")
            .expect("an answer");
        assert_eq!(response.status().as_u16(), 415, "{kind}");
    }
    assert_eq!(ask(&service, &token, r#"[{"query":"{ lawDate }"}]"#).0, 400, "no batch");
    assert_eq!(ask(&service, &token, "not json").0, 400);
    assert_eq!(ask(&service, &token, r#""{ lawDate }""#).0, 400);
    let (status, schema) = ask(&service, &token, r#"{"query":"{ __schema { queryType { name } } }"}"#);
    assert_eq!((status, &schema["data"]["__schema"]["queryType"]["name"]), (200, &json!("Query")));
}

/// Fragments that each double the next: a short text that stands for 2ⁿ selections.
fn doubling(bytes: usize) -> String {
    let mut query = String::from("{...A}");
    for (fragment, next) in ('A'..='Z').zip('B'..='Z') {
        query.push_str(&format!("fragment {fragment} on Query{{...{next} ...{next}}}"));
        if query.len() > bytes {
            query.push_str(&format!("fragment {next} on Query{{lawDate}}"));
            break;
        }
    }
    query
}

#[test]
fn a_hostile_question_is_refused_and_the_service_goes_on() {
    let desk = Desk::new();
    let token = token(&desk);
    let service = Service::start(&desk);
    let cycle = "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }".to_owned();
    let deep = format!("{{ {} lawDate {} }}", "ledger { organizations { home {".repeat(400), "} } }".repeat(400));
    let brackets = format!("{{ ledger(organizations: {}{}) {{ revision }} }}", "[".repeat(100_000), "]".repeat(100_000));
    let directives = format!("{{ lawDate {} }}", "@include(if: true) ".repeat(5_000));
    let wide = format!("{{ {} }}", (0..20_000).map(|alias| format!("a{alias}: lawDate ")).collect::<String>());
    for query in [doubling(700), cycle, deep, brackets, directives, wide] {
        let (status, answer) = ask(&service, &token, &json!({ "query": query }).to_string());
        assert!(answer.get("errors").is_some_and(|errors| !errors.as_array().expect("a list").is_empty()), "{status} {answer}");
        assert!(answer.get("data").is_none_or(Value::is_null), "{answer}");
    }
    assert_eq!(ask(&service, &token, r#"{"query":"{ lawDate }"}"#).0, 200);
}

#[test]
fn workbooks_come_in_over_the_api_as_well() {
    use base64::Engine;
    let desk = Desk::new();
    let token = token(&desk);
    let service = Service::start(&desk);
    let content = "管理番号,個人情報の名称,本人の区分,利用目的\nK-1,顧客名簿,お客様,連絡\n";
    let upload = json!({ "name": "台帳.csv", "content": base64::engine::general_purpose::STANDARD.encode(content) });
    let plan = json!({
        "query": "mutation($files: [Upload!]!) { planImport(organization: \"kou\", files: $files) { id base added applicable changes { controlNo kind } } }",
        "variables": { "files": [upload] },
    });
    let (_, answer) = ask(&service, &token, &plan.to_string());
    let planned = &answer["data"]["planImport"];
    assert_eq!((&planned["base"], &planned["added"], &planned["applicable"]), (&json!(0), &json!(1), &json!(true)), "{answer}");
    let apply = json!({ "query": "mutation($id: ID!) { applyPlan(id: $id) { status revision { number added appliedBy } } }", "variables": { "id": planned["id"] } });
    let (_, answer) = ask(&service, &token, &apply.to_string());
    assert_eq!(
        answer["data"]["applyPlan"],
        json!({ "status": "APPLIED", "revision": { "number": 1, "added": 1, "appliedBy": "dashboard" } }),
        "{answer}"
    );
    let (_, answer) = ask(&service, &token, &plan.to_string());
    let id = answer["data"]["planImport"]["id"].clone();
    let apply = json!({ "query": "mutation($id: ID!) { applyPlan(id: $id) { status } }", "variables": { "id": id } });
    assert_eq!(ask(&service, &token, &apply.to_string()).1["data"]["applyPlan"]["status"], "NOTHING_TO_DO");
    let broken = json!({
        "query": "mutation($files: [Upload!]!) { planImport(organization: \"kou\", files: $files) { id } }",
        "variables": { "files": [{ "name": "../../etc/台帳.xlsx", "content": "JVBERi0xLjc=" }] },
    });
    let (_, answer) = ask(&service, &token, &broken.to_string());
    assert!(answer["errors"][0]["message"].as_str().is_some_and(|message| message.contains("台帳.xlsx")), "{answer}");
}
