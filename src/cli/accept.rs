//! `daicho accept`: findings that someone answers for leaving as they are, until a day.

use std::io::Write;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::Args;
use serde_json::{Value, json};

use super::ask::execute;
use super::{Failure, Surroundings, output};
use crate::graphql::schema;
use crate::language::Language;
use crate::store::Store;

/// Accepts a finding.
const ACCEPT: &str = "mutation ($input: AcceptFindingInput!, $language: Language) {
  outcome: acceptFinding(input: $input) { status message(language: $language) acceptance { id code until } }
}";

/// Withdraws an acceptance.
const WITHDRAW: &str = "mutation ($id: ID!, $language: Language) {
  outcome: withdrawAcceptance(id: $id) { status message(language: $language) acceptance { id code until } }
}";

#[derive(Args)]
pub(super) struct Arguments {
    /// The code of the finding, such as review-overdue
    #[arg(required_unless_present_any = ["list", "withdraw"])]
    code: Option<String>,
    /// The organization's code
    #[arg(long, value_name = "CODE", required_unless_present_any = ["list", "withdraw"])]
    organization: Option<String>,
    /// The control number of the entry that the finding is about
    #[arg(long, value_name = "NUMBER")]
    entry: Option<String>,
    /// Which of the entries of that number, from 1
    #[arg(long, value_name = "N", default_value_t = 1)]
    occurrence: u32,
    /// The word that tells the finding from others of its kind, such as the name of a party
    #[arg(long, value_name = "WORD")]
    about: Option<String>,
    /// Why it may stay as it is
    #[arg(long, required_unless_present_any = ["list", "withdraw"])]
    reason: Option<String>,
    /// The day on which it comes back, such as 2027-04-01
    #[arg(long, value_name = "DATE", required_unless_present_any = ["list", "withdraw"])]
    until: Option<NaiveDate>,
    /// List what was accepted, that which was withdrawn or has come back included
    #[arg(long, conflicts_with_all = ["code", "withdraw"])]
    list: bool,
    /// Withdraw an acceptance by its number, so that its finding comes back at once
    #[arg(long, value_name = "NUMBER", conflicts_with = "code")]
    withdraw: Option<i64>,
}

pub(super) async fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<ExitCode, Failure> {
    let store = Store::open(&surroundings.database).await?;
    if arguments.list {
        return list(&store, surroundings.language).await;
    }
    let language = surroundings.language.as_ref();
    let (document, variables) = match arguments.withdraw {
        Some(id) => (WITHDRAW, json!({ "id": id.to_string(), "language": language })),
        None => (ACCEPT, json!({ "input": input(arguments), "language": language })),
    };
    let response = execute(&schema(store), document, variables).await?;
    told(&response, surroundings.language)
}

fn input(arguments: &Arguments) -> Value {
    json!({
        "organization": arguments.organization,
        "code": arguments.code,
        "controlNo": arguments.entry,
        "occurrence": arguments.occurrence,
        "about": arguments.about,
        "reason": arguments.reason,
        "until": arguments.until,
    })
}

fn told(response: &Value, language: Language) -> Result<ExitCode, Failure> {
    let outcome = &response["data"]["outcome"];
    if outcome["status"] != "DONE" {
        let refused = || outcome["message"].as_str().map(str::to_owned);
        return Err(Failure(refused().unwrap_or_else(|| super::ask::sentences(response, language))));
    }
    let acceptance = &outcome["acceptance"];
    let [id, code, until] = ["id", "code", "until"].map(|field| acceptance[field].as_str().unwrap_or_default());
    let mut out = output::answers();
    writeln!(out, "{}", language.pick(format!("{id}\t{code}\t{until}まで"), format!("{id}\t{code}\tuntil {until}")))?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

async fn list(store: &Store, language: Language) -> Result<ExitCode, Failure> {
    let today = crate::clock::today();
    let mut out = output::answers();
    for acceptance in store.acceptances(None).await? {
        let state = match &acceptance.withdrawn {
            Some((by, at)) => language.pick(format!("取消 {at} {by}"), format!("withdrawn {at} by {by}")),
            None if acceptance.holds(today) => language.pick("有効".to_owned(), "in force".to_owned()),
            None => language.pick("期限到来".to_owned(), "come back".to_owned()),
        };
        let key = &acceptance.key;
        let entry = key.entry.as_ref().map(|(control_no, _)| control_no.as_ref()).unwrap_or_default();
        let about = key.about.as_deref().unwrap_or_default();
        let fields =
            [&key.organization, key.code.as_ref(), entry, about, &acceptance.until.to_string(), &acceptance.by, &state, &acceptance.reason];
        let fields = fields.map(super::excerpt::one_line);
        writeln!(out, "{}\t{}", acceptance.id, fields.join("\t"))?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
