//! `POST /graphql`: who asks, what form, how much, and then the question.

use async_graphql::Request;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::header::{CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::House;
use super::sign_in::identify;
use crate::graphql::{Caller, sdl as schema_text};

/// The largest request, in bytes: an uploaded workbook of about 24 MiB in base64.
const LARGEST_REQUEST: usize = 32 * 1024 * 1024;

/// Answers one GraphQL request in `application/json` from someone signed in.
pub(super) async fn answer(State(house): State<House>, headers: HeaderMap, body: Body) -> Response {
    let identity = match identify(&house, &headers).await {
        Ok(Some(identity)) => identity,
        Ok(None) => return not_signed_in(),
        Err(response) => return response,
    };
    if !is_json(&headers) {
        return refusal(StatusCode::UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE", "Content-Type must be application/json");
    }
    let Ok(bytes) = to_bytes(body, LARGEST_REQUEST).await else {
        let sentence = format!("the request is larger than {LARGEST_REQUEST} bytes, or broke off; use `daicho apply` for larger workbooks");
        return refusal(StatusCode::PAYLOAD_TOO_LARGE, "PAYLOAD_TOO_LARGE", &sentence);
    };
    let request: Request = match serde_json::from_slice::<Value>(&bytes) {
        Ok(Value::Array(_)) => return refusal(StatusCode::BAD_REQUEST, "NO_BATCH", "one request at a time: batches are not taken"),
        Ok(value) => match serde_json::from_value(value) {
            Ok(request) => request,
            Err(_) => {
                return refusal(
                    StatusCode::BAD_REQUEST,
                    "BAD_REQUEST",
                    "the body must be an object with `query`, and at will `variables` and `operationName`",
                );
            }
        },
        Err(error) => {
            let sentence = format!("the body is no JSON: line {}, column {}", error.line(), error.column());
            return refusal(StatusCode::BAD_REQUEST, "BAD_REQUEST", &sentence);
        }
    };
    let response = house.schema.execute(request.data(Caller::everywhere(identity.name).at_desk(identity.desk))).await;
    match serde_json::to_vec(&response) {
        Ok(body) => ([(CONTENT_TYPE, "application/json; charset=utf-8")], body).into_response(),
        Err(error) => {
            tracing::error!(%error, "an answer could not be written as JSON");
            refusal(StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL", "the answer could not be written")
        }
    }
}

/// The schema as SDL, for those signed in.
pub(super) async fn sdl(State(house): State<House>, headers: HeaderMap) -> Response {
    match identify(&house, &headers).await {
        Ok(Some(_)) => ([(CONTENT_TYPE, "text/plain; charset=utf-8")], schema_text()).into_response(),
        Ok(None) => not_signed_in(),
        Err(response) => response,
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let stated = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    stated.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json")
}

fn not_signed_in() -> Response {
    let sentence = "not signed in: send `Authorization: Bearer TOKEN` (see `daicho token new`), or open a sign-in link";
    let mut response = refusal(StatusCode::UNAUTHORIZED, "NOT_SIGNED_IN", sentence);
    response.headers_mut().insert(WWW_AUTHENTICATE, axum::http::HeaderValue::from_static("Bearer"));
    response
}

/// A refusal in the shape of a GraphQL answer, so that a client needs to know one shape only.
fn refusal(status: StatusCode, code: &str, sentence: &str) -> Response {
    let body = json!({ "errors": [{ "message": sentence, "extensions": { "code": code } }] });
    (status, [(CONTENT_TYPE, "application/json; charset=utf-8")], body.to_string()).into_response()
}
