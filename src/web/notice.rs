//! `GET /notice/CODE`: the public notice of an organization, as it would be printed.

use std::sync::LazyLock;

use async_graphql::{Request, Variables};
use axum::extract::{Path, State};
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{Html, IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::House;
use super::pages;
use super::sign_in::identify;
use crate::graphql::Caller;
use crate::notice::STYLE;

const QUESTION: &str = "query($code: String!) { ledger { notice(organization: $code) { html } } }";

/// The document has a style of its own, which the browser knows by its digest; nothing else in it may act.
static POLICY: LazyLock<HeaderValue> = LazyLock::new(|| {
    let digest = STANDARD.encode(Sha256::digest(STYLE));
    let policy = format!("default-src 'none'; style-src 'sha256-{digest}'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'");
    HeaderValue::from_str(&policy).expect("a policy is ASCII")
});

/// The notice of an organization that the one who asks may read.
pub(super) async fn show(State(house): State<House>, headers: HeaderMap, Path(code): Path<String>) -> Response {
    let identity = match identify(&house, &headers).await {
        Ok(Some(identity)) => identity,
        Ok(None) => return pages::sign_in_first(&headers),
        Err(response) => return response,
    };
    let variables = Variables::from_json(json!({ "code": code }));
    let request = Request::new(QUESTION).variables(variables).data(Caller::everywhere(identity.name));
    let answer = serde_json::to_value(house.schema.execute(request).await).unwrap_or_default();
    match answer.pointer("/data/ledger/notice/html").and_then(Value::as_str) {
        Some(html) => ([(CONTENT_SECURITY_POLICY, POLICY.clone())], Html(html.to_owned())).into_response(),
        None if answer.pointer("/errors/0/extensions/code").is_some_and(|code| code == "UNKNOWN_ORGANIZATION") => {
            pages::not_found(headers).await
        }
        None => pages::unreadable(&headers),
    }
}
