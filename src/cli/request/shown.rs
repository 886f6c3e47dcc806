//! What is asked about requests, as tables.

use std::io::Write;
use std::process::ExitCode;

use serde_json::{Value, json};

use super::super::ask::{execute, sentences};
use super::super::{Failure, answer, output};
use super::Asked;
use super::act::input;
use crate::graphql::Schema;
use crate::language::Language;
use crate::request::State;

/// The requests, a line each.
const LIST: &str = "query ($filter: RequestFilter) {
  requests(filter: $filter, first: 500) {
    totalCount
    nodes { number state receivedOn dueOn daysLeft rights requester subjects }
  }
}";

/// One request.
const SHOW: &str = "query ($number: String!, $language: Language, $person: Boolean!) {
  request(number: $number) {
    number state receivedOn dueOn daysLeft suitFrom rights requester subjects itemCount: items
    stillOwed: missing(language: $language) feeYen feeReceived feeWarnings(language: $language) grant explanation duplicates
    person @include(if: $person) { principalName requesterName answerTo: contact }
    documents { document { requester name group choose issuedWithin } receivedOn }
    views { right matched { asked written why } nearlyMatched { asked written why } unmatched entries { entry { controlNo name } decision reasons } }
    grounds { kind text basis { title(language: $language) article } }
    events { at by what(language: $language) }
    viewings { at by what }
  }
}";

/// What a request would need.
const WHAT_IF: &str = "query ($input: WhatIfInput!, $language: Language) {
  requestWhatIf(input: $input) {
    dueOn feeYen feeWarnings(language: $language) stillOwed: missing(language: $language)
    documents { requester name group choose issuedWithin conditions }
    views { right accepted matched { asked written why } nearlyMatched { asked written why } unmatched entries { entry { controlNo name } decision reasons } }
  }
}";

const TERMS: &str = "query ($organization: String!) { requestTerms(organization: $organization) { targetDays keepPerson } }";

const SET_TERMS: &str = "mutation ($input: RequestTermsInput!) { requestTerms: setRequestTerms(input: $input) { targetDays keepPerson } }";

const ERASE: &str = "mutation { erasePersons }";

/// Runs a document, and gives its data.
pub(super) async fn data(schema: &Schema, document: &str, variables: Value, language: Language) -> Result<Value, Failure> {
    let response = execute(schema, document, variables).await?;
    if response.get("errors").is_some_and(|errors| !errors.is_null()) {
        return Err(Failure(sentences(&response, language)));
    }
    Ok(response["data"].clone())
}

fn print(data: &Value, language: Language) -> Result<ExitCode, Failure> {
    let mut out = output::answers();
    answer::write_tables(data, language, output::width(), &mut out)?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn list(
    schema: &Schema,
    language: Language,
    organization: Option<&str>,
    states: &[State],
    overdue: bool,
) -> Result<ExitCode, Failure> {
    let states: Option<Vec<&str>> = (!states.is_empty()).then(|| states.iter().map(AsRef::as_ref).collect());
    let filter = json!({ "organizations": organization.map(|code| [code]), "states": states, "overdue": overdue.then_some(true) });
    print(&data(schema, LIST, json!({ "filter": filter }), language).await?, language)
}

pub(super) async fn show(schema: &Schema, language: Language, number: &str, person: bool) -> Result<ExitCode, Failure> {
    let variables = json!({ "number": number, "language": language.as_ref(), "person": person });
    let data = data(schema, SHOW, variables, language).await?;
    if data["request"].is_null() {
        return Err(no_such_request(number, language));
    }
    print(&data, language)
}

/// That there is no request of a number.
pub(super) fn no_such_request(number: &str, language: Language) -> Failure {
    Failure(language.pick(
        format!("{number} という番号の請求はありません。daicho request list で番号を確かめてください。"),
        format!("there is no request {number}; see the numbers with daicho request list"),
    ))
}

pub(super) async fn what_if(schema: &Schema, language: Language, asked: &Asked) -> Result<ExitCode, Failure> {
    let variables = json!({ "input": input(asked), "language": language.as_ref() });
    print(&data(schema, WHAT_IF, variables, language).await?, language)
}

pub(super) async fn terms(
    schema: &Schema,
    language: Language,
    organization: &str,
    days: Option<u32>,
    keep: Option<&str>,
) -> Result<ExitCode, Failure> {
    let shown = if days.is_some() || keep.is_some() {
        let input = json!({ "organization": organization, "targetDays": days, "keepPerson": keep });
        data(schema, SET_TERMS, json!({ "input": input }), language).await?
    } else {
        data(schema, TERMS, json!({ "organization": organization }), language).await?
    };
    print(&shown, language)
}

pub(super) async fn erase(schema: &Schema, language: Language) -> Result<ExitCode, Failure> {
    let data = data(schema, ERASE, Value::Null, language).await?;
    let mut out = output::answers();
    for number in data["erasePersons"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        writeln!(out, "{number}")?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
