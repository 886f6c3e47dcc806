//! One-time links, the cookie that they give, and who a request comes from.

use axum::extract::{Query, State};
use axum::http::header::{AUTHORIZATION, COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::House;
use super::pages;
use crate::access::{Holder, SESSION_HOURS};
use crate::clock;

/// The cookie's name. It is sent to this host alone, and by no other site's doing.
const COOKIE_NAME: &str = "daicho_session";

/// The one-time link of a code, for a service at an address such as `127.0.0.1:8080`.
#[must_use]
pub fn link(address: &str, code: &str) -> String {
    format!("http://{address}/sign-in?code={code}")
}

#[derive(Deserialize)]
pub(super) struct Code {
    #[serde(default)]
    code: String,
}

/// Takes a one-time code and gives a session for it.
pub(super) async fn redeem(State(house): State<House>, headers: HeaderMap, Query(Code { code }): Query<Code>) -> Response {
    match house.access.redeem(&code, clock::now()).await {
        Ok(Some(session)) => {
            let age = SESSION_HOURS * 60 * 60;
            let cookie = format!("{COOKIE_NAME}={session}; Path=/; HttpOnly; SameSite=Strict; Max-Age={age}");
            ([(SET_COOKIE, cookie)], Redirect::to("/")).into_response()
        }
        Ok(None) => pages::link_spent(&headers),
        Err(error) => unavailable(&error),
    }
}

/// Ends the session.
pub(super) async fn leave(State(house): State<House>, headers: HeaderMap) -> Response {
    if let Some(session) = cookie(&headers)
        && let Err(error) = house.access.end(session, clock::now()).await
    {
        return unavailable(&error);
    }
    let cookie = format!("{COOKIE_NAME}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
    ([(SET_COOKIE, cookie)], Redirect::to("/")).into_response()
}

/// Who a request comes from: by `Authorization: Bearer …`, else by the cookie.
///
/// # Errors
/// The answer to give where nobody is signed in, or where it cannot be told.
pub(super) async fn identify(house: &House, headers: &HeaderMap) -> Result<Option<Holder>, Response> {
    let Some(secret) = bearer(headers).or_else(|| cookie(headers)) else { return Ok(None) };
    house.access.identify(secret, clock::now()).await.map_err(|error| unavailable(&error))
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

fn cookie(headers: &HeaderMap) -> Option<&str> {
    let pairs = headers.get_all(COOKIE).iter().filter_map(|header| header.to_str().ok()).flat_map(|header| header.split(';'));
    pairs.filter_map(|pair| pair.trim().split_once('=')).find_map(|(name, value)| (name == COOKIE_NAME).then_some(value))
}

/// The store does not answer: the log says why, the client only that it is so.
pub(super) fn unavailable(error: &dyn std::error::Error) -> Response {
    tracing::error!(error = %error, "the store does not answer");
    (
        StatusCode::SERVICE_UNAVAILABLE,
        "台帳を読めません。しばらくしてからもう一度お試しください。 / The ledger cannot be read; try again later.\n",
    )
        .into_response()
}
