//! `GET /requests`: persons' requests, the newest first, with their letters. Who the persons are is not on it.

use std::str::FromStr;

use askama::Template;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Value, json};

use super::House;
use super::ask::{ask, refusal};
use super::pages;
use super::sign_in::identify;
use crate::language::Language;
use crate::ledger::Right;
use crate::request::State as Standing;

const QUESTION: &str = "query($after: String, $language: Language) {
  requests(first: 100, after: $after) {
    totalCount
    nodes { number state receivedOn dueOn daysLeft overdue rights grant missing(language: $language) }
    pageInfo { hasNextPage endCursor }
  }
}";

#[derive(Template)]
#[template(path = "requests.html")]
struct Page {
    language: Language,
    /// Whether the one who looks may see letters.
    desk: bool,
    total: u64,
    requests: Vec<Line>,
    /// The cursor of the next page.
    next: Option<String>,
}

/// A request, in a line of the page.
struct Line {
    number: String,
    state: &'static str,
    rights: Vec<&'static str>,
    received_on: String,
    due_on: String,
    days_left: Option<i64>,
    overdue: bool,
    missing: Vec<String>,
    /// Whether there is an answer: it is decided, and not withdrawn.
    answered: bool,
}

#[derive(Deserialize)]
pub(super) struct After {
    after: Option<String>,
}

/// The requests that the one who looks may read.
pub(super) async fn list(State(house): State<House>, headers: HeaderMap, Query(After { after }): Query<After>) -> Response {
    let holder = match identify(&house, &headers).await {
        Ok(Some(holder)) => holder,
        Ok(None) => return pages::sign_in_first(&headers),
        Err(response) => return response,
    };
    let language = pages::language(&headers);
    let desk = holder.desk;
    let answer = ask(&house, holder, QUESTION, json!({ "after": after, "language": language.as_ref() })).await;
    let requests = &answer["data"]["requests"];
    let Some(nodes) = requests["nodes"].as_array() else {
        return match refusal(&answer) {
            Some("INTERNAL") | None => pages::unreadable(&headers),
            // Only an address that no page links to asks for what is refused.
            Some(_) => pages::not_found(headers).await,
        };
    };
    let next = requests["pageInfo"]["hasNextPage"] == true;
    let page = Page {
        language,
        desk,
        total: requests["totalCount"].as_u64().unwrap_or_default(),
        requests: nodes.iter().filter_map(|node| line(node, language)).collect(),
        next: requests["pageInfo"]["endCursor"].as_str().filter(|_| next).map(str::to_owned),
    };
    pages::page(StatusCode::OK, &page)
}

fn line(node: &Value, language: Language) -> Option<Line> {
    let state = Standing::from_str(node["state"].as_str()?).ok()?;
    let words = |field: &str| node[field].as_array().into_iter().flatten().filter_map(Value::as_str).collect::<Vec<_>>();
    let text = |field: &str| node[field].as_str().unwrap_or_default().to_owned();
    Some(Line {
        number: text("number"),
        state: state.name(language),
        rights: words("rights").into_iter().filter_map(|right| Some(Right::from_str(right).ok()?.name(language))).collect(),
        received_on: text("receivedOn"),
        due_on: text("dueOn"),
        days_left: node["daysLeft"].as_i64(),
        overdue: node["overdue"] == true,
        missing: words("missing").into_iter().map(str::to_owned).collect(),
        answered: matches!(state, Standing::Decided | Standing::Replied),
    })
}

impl Line {
    /// How many days are left, or by how many it is late.
    fn clock(&self, language: Language) -> String {
        match self.days_left {
            Some(days) if self.overdue => language.pick(format!("{}日超過", -days), format!("{} days late", -days)),
            Some(days) => language.pick(format!("残り{days}日"), format!("{days} days left")),
            None => String::new(),
        }
    }
}
