//! Persons' requests over the API, on both back ends: each company's procedure played through, and what must never happen.

mod desk;
mod kept_apart;
mod killed;
mod played;
mod sent;
mod table;

use std::collections::BTreeSet;
use std::path::PathBuf;

use async_graphql::{Request, Variables};
use daicho::declare::{self, Declared, Part, declare};
use daicho::graphql::{Caller, Schema, schema};
use daicho::plan::plan;
use daicho::sheet;
use daicho::store::{Applied, At, Store};
use daicho::vocabulary::Vocabulary;
use serde_json::{Value, json};

use crate::back_end::BackEnd;
use crate::program::{EXAMPLES, examples};

/// What the tests look at of a request.
const SEEN: &str = "status message(language: EN) request { number state missing(language: EN) feeYen feeReceived feeWarnings(language: EN)
  grant grounds { kind text basis { article } } explanation dueOn daysLeft overdue duplicates
  documents { document { requester name group choose issuedWithin } receivedOn } events { kind by } }";

/// A registry with the five example ledgers, and a desk that handles requests to them.
pub struct House {
    pub schema: Schema,
    pub store: Store,
}

impl House {
    /// With the five example ledgers.
    pub async fn new(back_end: &BackEnd) -> Self {
        let store = back_end.open().await;
        let options = sheet::Options { program: PathBuf::from(env!("CARGO_BIN_EXE_daicho")), ..sheet::Options::default() };
        let workbooks = EXAMPLES.map(|(_, workbook)| examples().join(workbook));
        let books: Vec<_> = workbooks.iter().map(|path| sheet::read(path, &options).unwrap()).collect();
        let (declared, _) = declare(&books, &declare::Options { organization: None, vocabulary: Vocabulary::built_in() });
        let head = store.snapshot(At::Head).await.unwrap();
        let applied = store.apply(&plan(&head.ledger, declared, false), &[], "tester", &["台帳.xlsx".into()]).await.unwrap();
        assert!(matches!(applied, Applied::Applied(_)), "{applied:?}");
        Self { schema: schema(store.clone()), store }
    }

    /// Another process's handle to the same registry.
    pub async fn beside(back_end: &BackEnd) -> Self {
        let store = back_end.open().await;
        Self { schema: schema(store.clone()), store }
    }

    /// Abolishes every entry of an organization, as a later revision.
    pub async fn empty(&self, organization: &str) {
        let head = self.store.snapshot(At::Head).await.unwrap();
        let organization = head.ledger.organization(organization).unwrap().as_ref().clone();
        let nothing = Declared { organization, entries: Vec::new(), parts: BTreeSet::from([Part::Ledger]) };
        let applied = self.store.apply(&plan(&head.ledger, vec![nothing], true), &[], "tester", &["台帳.xlsx".into()]).await.unwrap();
        assert!(matches!(applied, Applied::Applied(_)), "{applied:?}");
    }

    /// Asks as a caller, and gives the whole response.
    pub async fn ask_as(&self, caller: Caller, document: &str, variables: Value) -> Value {
        let request = Request::new(document).variables(Variables::from_json(variables)).data(caller);
        serde_json::to_value(self.schema.execute(request).await).unwrap()
    }

    /// Asks as the desk, and gives the data.
    pub async fn ask(&self, document: &str, variables: Value) -> Value {
        let response = self.ask_as(Caller::everywhere("窓口".to_owned()).at_desk(true), document, variables).await;
        assert!(response.get("errors").is_none_or(Value::is_null), "{document}: {response}");
        response["data"].clone()
    }

    /// Receives a request, and gives the outcome.
    pub async fn receive(&self, input: Value) -> Value {
        let document = format!("mutation ($input: ReceiveRequestInput!) {{ outcome: receiveRequest(input: $input) {{ {SEEN} }} }}");
        self.ask(&document, json!({ "input": input })).await["outcome"].clone()
    }

    /// Does an act, written as in a document but without braces, and gives the outcome.
    pub async fn act(&self, act: &str) -> Value {
        self.ask(&format!("mutation {{ outcome: {act} {{ {SEEN} }} }}"), Value::Null).await["outcome"].clone()
    }
}

/// A request of a right by someone of a category of person.
pub fn application(organization: &str, right: &str, requester: &str, subject: &str) -> Value {
    json!({
        "organization": organization,
        "rights": [right],
        "requester": requester,
        "subjects": [subject],
        "principalName": "請求者",
        "requesterName": if requester == "PRINCIPAL" { Value::Null } else { json!("代理人") },
    })
}

/// The number of the request of an outcome.
pub fn number(outcome: &Value) -> &str {
    outcome["request"]["number"].as_str().unwrap_or_else(|| panic!("a request: {outcome}"))
}

/// Where the request of an outcome stands.
pub fn state(outcome: &Value) -> &str {
    outcome["request"]["state"].as_str().unwrap_or_else(|| panic!("a request: {outcome}"))
}
