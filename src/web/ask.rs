//! A page's question to the schema: what a page shows is what the API answers to the one who looks.

use async_graphql::{Request, Variables};
use axum::http::HeaderValue;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::House;
use crate::access::Holder;
use crate::graphql::Caller;

/// The whole answer, as a client would get it.
pub(super) async fn ask(house: &House, holder: Holder, document: &str, variables: Value) -> Value {
    let caller = Caller::everywhere(holder.name).at_desk(holder.desk);
    let request = Request::new(document).variables(Variables::from_json(variables)).data(caller);
    serde_json::to_value(house.schema.execute(request).await).unwrap_or_default()
}

/// The code of the first error of an answer.
pub(super) fn refusal(answer: &Value) -> Option<&str> {
    answer.pointer("/errors/0/extensions/code")?.as_str()
}

/// The policy of a document that stands alone: the browser knows its style by a digest, and nothing else in it may act.
pub(super) fn alone(style: &str) -> HeaderValue {
    let digest = STANDARD.encode(Sha256::digest(style));
    let policy = format!("default-src 'none'; style-src 'sha256-{digest}'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'");
    HeaderValue::from_str(&policy).expect("a policy is ASCII")
}
