//! `GET /requests/NUMBER/answer` and `/guidance`: the letters of a request, for the desk. The page is to be printed; with an ending, as in
//! `answer.docx`, it is a file to be kept.

use std::sync::LazyLock;

use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::House;
use super::ask::{alone, ask, refusal};
use super::pages;
use super::sign_in::identify;
use crate::export::letter::STYLE;

const ANSWER: &str = "query($number: String!, $format: LetterFormat!) {
  request(number: $number) { state letter: answer { file(format: $format) { name mediaType content } } }
}";

const GUIDANCE: &str = "query($number: String!, $format: LetterFormat!) {
  request(number: $number) { state letter: guidance { file(format: $format) { name mediaType content } } }
}";

const REGISTER: &str = "query($format: RegisterFormat!) { requestRegister(format: $format) { name mediaType content } }";

static POLICY: LazyLock<HeaderValue> = LazyLock::new(|| alone(STYLE));

/// The letter of a request that the one who asks may read, as a page or as a file.
pub(super) async fn show(State(house): State<House>, headers: HeaderMap, Path((number, letter)): Path<(String, String)>) -> Response {
    let holder = match identify(&house, &headers).await {
        Ok(Some(holder)) => holder,
        Ok(None) => return pages::sign_in_first(&headers),
        Err(response) => return response,
    };
    let (kind, ending) = letter.split_once('.').unwrap_or((letter.as_str(), ""));
    let question = match kind {
        "answer" => ANSWER,
        "guidance" => GUIDANCE,
        _ => return pages::not_found(headers).await,
    };
    let format = match ending {
        "" | "html" => "HTML",
        "docx" => "DOCX",
        "txt" => "TEXT",
        "json" => "JSON",
        "csv" => "CSV",
        _ => return pages::not_found(headers).await,
    };
    let answer = ask(&house, holder, question, json!({ "number": number, "format": format })).await;
    match refusal(&answer) {
        Some("NOT_AT_THE_DESK") => return pages::for_the_desk(&headers),
        Some(_) => return pages::unreadable(&headers),
        None => {}
    }
    match answer.pointer("/data/request") {
        None | Some(Value::Null) => pages::not_found(headers).await,
        Some(request) if request["letter"].is_null() => pages::not_decided(&headers),
        Some(request) if ending.is_empty() => page(&request["letter"]["file"], &headers),
        Some(request) => file(&request["letter"]["file"], &headers),
    }
}

/// The register of the requests that the one who asks may read, as a workbook or a table.
pub(super) async fn register(State(house): State<House>, headers: HeaderMap, Path(name): Path<String>) -> Response {
    let holder = match identify(&house, &headers).await {
        Ok(Some(holder)) => holder,
        Ok(None) => return pages::sign_in_first(&headers),
        Err(response) => return response,
    };
    let format = match name.as_str() {
        "register.xlsx" => "XLSX",
        "register.csv" => "CSV",
        _ => return pages::not_found(headers).await,
    };
    let answer = ask(&house, holder, REGISTER, json!({ "format": format })).await;
    file(&answer["data"]["requestRegister"], &headers)
}

fn page(download: &Value, headers: &HeaderMap) -> Response {
    let Some((media_type, bytes)) = content(download) else { return pages::unreadable(headers) };
    ([(CONTENT_SECURITY_POLICY, POLICY.clone()), (CONTENT_TYPE, media_type)], bytes).into_response()
}

/// A file that the browser keeps under its name, and does not show.
fn file(download: &Value, headers: &HeaderMap) -> Response {
    let Some((media_type, bytes)) = content(download) else { return pages::unreadable(headers) };
    let name: String = download["name"].as_str().unwrap_or_default().chars().filter(|letter| is_plain(*letter)).collect();
    let Ok(disposition) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) else { return pages::unreadable(headers) };
    ([(CONTENT_DISPOSITION, disposition), (CONTENT_TYPE, media_type)], bytes).into_response()
}

/// Whether a letter may stand in a quoted name of a header (RFC 6266).
fn is_plain(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.')
}

fn content(download: &Value) -> Option<(HeaderValue, Vec<u8>)> {
    let media_type = HeaderValue::from_str(download["mediaType"].as_str()?).ok()?;
    Some((media_type, STANDARD.decode(download["content"].as_str()?).ok()?))
}
