//! `GET /notice/CODE`: the public notice of an organization, as it would be printed.

use std::sync::LazyLock;

use axum::extract::{Path, State};
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{Html, IntoResponse, Response};
use serde_json::{Value, json};

use super::House;
use super::ask::{alone, ask, refusal};
use super::pages;
use super::sign_in::identify;
use crate::notice::STYLE;

const QUESTION: &str = "query($code: String!) { ledger { notice(organization: $code) { html } } }";

static POLICY: LazyLock<HeaderValue> = LazyLock::new(|| alone(STYLE));

/// The notice of an organization that the one who asks may read.
pub(super) async fn show(State(house): State<House>, headers: HeaderMap, Path(code): Path<String>) -> Response {
    let holder = match identify(&house, &headers).await {
        Ok(Some(holder)) => holder,
        Ok(None) => return pages::sign_in_first(&headers),
        Err(response) => return response,
    };
    let answer = ask(&house, holder, QUESTION, json!({ "code": code })).await;
    match answer.pointer("/data/ledger/notice/html").and_then(Value::as_str) {
        Some(html) => ([(CONTENT_SECURITY_POLICY, POLICY.clone())], Html(html.to_owned())).into_response(),
        None if refusal(&answer) == Some("UNKNOWN_ORGANIZATION") => pages::not_found(headers).await,
        None => pages::unreadable(&headers),
    }
}
