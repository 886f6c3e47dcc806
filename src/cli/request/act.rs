//! Acts of the desk.

use std::io::Write;
use std::process::ExitCode;

use serde_json::{Value, json};

use super::super::ask::{execute, sentences};
use super::super::{Failure, output};
use super::{Asked, Task, person};
use crate::graphql::Schema;
use crate::language::Language;

/// What is printed of a request once an act was done.
const SEEN: &str = "status message(language: $language) request { number state missing(language: $language) }";

/// Does an act, and says where the request then stands.
pub(super) async fn act(schema: &Schema, language: Language, task: &Task) -> Result<ExitCode, Failure> {
    let (call, mut variables) = call(task, language)?;
    variables["language"] = json!(language.as_ref());
    let response = execute(schema, &document(&call), variables).await?;
    told(&response, language)
}

/// A mutation's name with its arguments, each the name of a variable and its type.
struct Call {
    mutation: &'static str,
    arguments: &'static [(&'static str, &'static str)],
}

fn document(call: &Call) -> String {
    let declared: Vec<String> = call.arguments.iter().map(|(name, kind)| format!("${name}: {kind}")).collect();
    let given: Vec<String> = call.arguments.iter().map(|(name, _)| format!("{name}: ${name}")).collect();
    format!("mutation ({}, $language: Language) {{ outcome: {}({}) {{ {SEEN} }} }}", declared.join(", "), call.mutation, given.join(", "))
}

const NUMBER: (&str, &str) = ("number", "String!");

fn call(task: &Task, language: Language) -> Result<(Call, Value), Failure> {
    let plain = |mutation, number: &String| (Call { mutation, arguments: &[NUMBER] }, json!({ "number": number }));
    Ok(match task {
        Task::Receive { asked, received_on, key, person } => {
            let mut input = input(asked);
            for (name, value) in person::person(person.as_deref(), asked.requester, language)? {
                input[name] = value;
            }
            input["receivedOn"] = json!(received_on);
            input["idempotencyKey"] = json!(key);
            (Call { mutation: "receiveRequest", arguments: &[("input", "ReceiveRequestInput!")] }, json!({ "input": input }))
        }
        Task::Document { number, name, of, issued_on, received_on } => (
            Call {
                mutation: "recordDocument",
                arguments: &[NUMBER, ("document", "String!"), ("of", "RequesterKind"), ("issuedOn", "Date"), ("receivedOn", "Date")],
            },
            json!({ "number": number, "document": name, "of": of, "issuedOn": issued_on, "receivedOn": received_on }),
        ),
        Task::Estimate { number, yen } => {
            (Call { mutation: "estimateFee", arguments: &[NUMBER, ("amount", "Int!")] }, json!({ "number": number, "amount": yen }))
        }
        Task::Fee { number, yen } => {
            (Call { mutation: "recordFee", arguments: &[NUMBER, ("amount", "Int!")] }, json!({ "number": number, "amount": yen }))
        }
        Task::Decide { number, grant, ground, explanation } => (
            Call { mutation: "decideRequest", arguments: &[NUMBER, ("input", "DecisionInput!")] },
            json!({ "number": number, "input": { "grant": grant.as_ref(), "grounds": ground, "explanation": explanation } }),
        ),
        Task::Reopen { number, reason } => {
            (Call { mutation: "reopenRequest", arguments: &[NUMBER, ("reason", "String!")] }, json!({ "number": number, "reason": reason }))
        }
        Task::Guide { number } => plain("guideRequest", number),
        Task::Reply { number } => plain("replyToRequest", number),
        Task::Withdraw { number } => plain("withdrawRequest", number),
        Task::WhatIf { .. }
        | Task::List { .. }
        | Task::Show { .. }
        | Task::Guidance { .. }
        | Task::Answer { .. }
        | Task::Register { .. }
        | Task::Terms { .. }
        | Task::Erase => {
            unreachable!("questions are asked elsewhere")
        }
    })
}

/// Who asks whom for what, as the API takes it.
pub(super) fn input(asked: &Asked) -> Value {
    json!({
        "organization": asked.organization,
        "rights": asked.right,
        "requester": asked.requester,
        "subjects": asked.subject,
        "items": asked.items,
    })
}

fn told(response: &Value, language: Language) -> Result<ExitCode, Failure> {
    let outcome = &response["data"]["outcome"];
    let message = outcome["message"].as_str();
    if outcome["status"] != "DONE" {
        return Err(Failure(message.map_or_else(|| sentences(response, language), str::to_owned)));
    }
    let request = &outcome["request"];
    let mut out = output::answers();
    let state = super::super::answer::wording(request["state"].as_str().unwrap_or_default(), language);
    writeln!(out, "{}\t{state}", request["number"].as_str().unwrap_or_default())?;
    for missing in request["missing"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        writeln!(out, "  {}{missing}", language.pick("未着: ", "missing: "))?;
    }
    out.flush()?;
    if let Some(message) = message {
        eprintln!("daicho: {message}");
    }
    Ok(ExitCode::SUCCESS)
}
