//! The few pages that there are so far: who one is here, and how to ask.

use askama::Template;
use axum::extract::State;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, HOST};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};

use super::House;
use super::sign_in::identify;
use crate::language::Language;

#[derive(Template)]
#[template(path = "welcome.html")]
struct Welcome {
    language: Language,
    name: Option<String>,
    /// The address by which the browser reached the service, for the example.
    address: String,
}

#[derive(Template)]
#[template(path = "message.html")]
struct Message {
    language: Language,
    title: &'static str,
    sentence: &'static str,
}

/// The first page: for those signed in how to ask, for others how to sign in.
pub(super) async fn welcome(State(house): State<House>, headers: HeaderMap) -> Response {
    match identify(&house, &headers).await {
        Ok(identity) => {
            let status = if identity.is_some() { StatusCode::OK } else { StatusCode::UNAUTHORIZED };
            page(
                status,
                &Welcome { language: language(&headers), name: identity.map(|identity| identity.name), address: address(&headers) },
            )
        }
        Err(response) => response,
    }
}

/// A one-time link that was used before, or is too old.
pub(super) fn link_spent(headers: &HeaderMap) -> Response {
    let language = language(headers);
    let title = language.pick("このリンクは使えません", "This link no longer works");
    let sentence = language.pick(
        "サインイン用のリンクは一度だけ、15分以内に使えます。端末で daicho token sign-in を実行して、新しいリンクを作ってください。",
        "A sign-in link works once, within 15 minutes. Make a new one on the terminal with: daicho token sign-in",
    );
    page(StatusCode::FORBIDDEN, &Message { language, title, sentence })
}

/// A page for those signed in alone.
pub(super) fn sign_in_first(headers: &HeaderMap) -> Response {
    page(StatusCode::UNAUTHORIZED, &Welcome { language: language(headers), name: None, address: address(headers) })
}

/// A page whose content cannot be read now; the log says why.
pub(super) fn unreadable(headers: &HeaderMap) -> Response {
    let language = language(headers);
    let title = language.pick("台帳を読めません", "The ledger cannot be read");
    let sentence = language.pick("しばらくしてからもう一度お試しください。", "Try again later.");
    page(StatusCode::SERVICE_UNAVAILABLE, &Message { language, title, sentence })
}

/// A letter, asked for by one who is not of the desk.
pub(super) fn for_the_desk(headers: &HeaderMap) -> Response {
    let language = language(headers);
    let title = language.pick("窓口の担当者だけが見られます", "For the requests desk alone");
    let sentence = language.pick(
        "この書面には請求者の情報があります。管理者に、窓口用のサインイン用リンク（daicho token sign-in --desk）を求めてください。",
        "This letter tells who the person is. Ask the operator for a sign-in link of the desk (daicho token sign-in --desk).",
    );
    page(StatusCode::FORBIDDEN, &Message { language, title, sentence })
}

/// The answer to a request that has none.
pub(super) fn not_decided(headers: &HeaderMap) -> Response {
    let language = language(headers);
    let title = language.pick("回答書はまだありません", "There is no answer yet");
    let sentence = language.pick(
        "この請求は決定されていないか、取り下げられています。決定すると、回答書を作れます。",
        "This request is not decided, or was withdrawn. There is an answer once it is decided.",
    );
    page(StatusCode::NOT_FOUND, &Message { language, title, sentence })
}

/// How the pages look.
pub(super) async fn style() -> Response {
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("../../templates/style.css")).into_response()
}

/// A path that leads nowhere.
pub(super) async fn not_found(headers: HeaderMap) -> Response {
    let language = language(&headers);
    let title = language.pick("ページがありません", "No such page");
    let sentence = language.pick("アドレスを確かめてください。", "Check the address.");
    page(StatusCode::NOT_FOUND, &Message { language, title, sentence })
}

fn address(headers: &HeaderMap) -> String {
    headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or("127.0.0.1:8080").to_owned()
}

/// Japanese, unless the browser asks for English before it.
pub(super) fn language(headers: &HeaderMap) -> Language {
    let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let first = wanted.split(',').map(str::trim).find(|language| language.starts_with("ja") || language.starts_with("en"));
    if first.is_some_and(|language| language.starts_with("en")) { Language::En } else { Language::Ja }
}

/// A page as an answer.
pub(super) fn page(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => {
            tracing::error!(%error, "a page could not be drawn");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
