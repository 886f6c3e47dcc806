//! `daicho ask`: a GraphQL document, run in process as the local operator.

use std::fs;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use async_graphql::{Request, Variables};
use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};

use super::apply::LOCAL_OPERATOR;
use super::question::{QUESTIONS, Question};
use super::{Failure, Surroundings, answer, output};
use crate::graphql::{Caller, Schema, schema};
use crate::language::Language;
use crate::store::Store;

#[derive(Args)]
pub(super) struct Arguments {
    /// A ready-made question; without it and without --document, they are listed
    name: Option<String>,
    /// A GraphQL document to run; - reads it from standard input
    #[arg(long, value_name = "FILE", conflicts_with = "name")]
    document: Option<PathBuf>,
    /// The document's variables, a JSON object
    #[arg(long, value_name = "JSON")]
    variables: Option<String>,
    /// Ask the ledger as it stood at a revision; the document takes it as its variable $at
    #[arg(long, value_name = "REVISION")]
    at: Option<i32>,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Table,
    Json,
    Csv,
}

pub(super) async fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<ExitCode, Failure> {
    let language = surroundings.language;
    let Some(document) = document(arguments, language)? else {
        return list(language);
    };
    let variables = variables(arguments, &document, language)?;
    let store = Store::open(&surroundings.database).await?;
    let response = execute(&schema(store), &document, variables).await?;
    let failed = response.get("errors").is_some();
    let mut out = output::answers();
    match arguments.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &response)?;
            writeln!(out)?;
        }
        _ if failed => return Err(Failure(sentences(&response, language))),
        Format::Table => answer::write_tables(&response["data"], language, output::width(), &mut out)?,
        Format::Csv => answer::write_csv(&response["data"], &mut out)?,
    }
    out.flush()?;
    Ok(if failed { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

/// Runs a document as the local operator and gives the whole response as JSON.
pub(super) async fn execute(schema: &Schema, document: &str, variables: Value) -> Result<Value, Failure> {
    let request =
        Request::new(document).variables(Variables::from_json(variables)).data(Caller::everywhere(LOCAL_OPERATOR.to_owned()).at_desk(true));
    Ok(serde_json::to_value(schema.execute(request).await)?)
}

fn document(arguments: &Arguments, language: Language) -> Result<Option<String>, Failure> {
    match (&arguments.name, &arguments.document) {
        (Some(name), _) => {
            let known = || QUESTIONS.iter().map(|question| question.name).collect::<Vec<_>>().join(", ");
            let unknown = || {
                Failure(language.pick(
                    format!("「{name}」という質問はありません。あるのは {} です。", known()),
                    format!("there is no question named {name}; there are {}", known()),
                ))
            };
            Question::named(name).map(|question| Some(question.document.to_owned())).ok_or_else(unknown)
        }
        (None, Some(path)) if path.as_os_str() == "-" => {
            let mut document = String::new();
            io::stdin().read_to_string(&mut document)?;
            Ok(Some(document))
        }
        (None, Some(path)) => fs::read_to_string(path).map(Some).map_err(|error| Failure(format!("{}: {error}", path.display()))),
        (None, None) => Ok(None),
    }
}

fn variables(arguments: &Arguments, document: &str, language: Language) -> Result<Value, Failure> {
    let stated: Map<String, Value> = match &arguments.variables {
        Some(text) => serde_json::from_str(text).map_err(|error| {
            Failure(language.pick(
                format!("--variables は JSON のオブジェクトで書いてください：{error}"),
                format!("--variables must be a JSON object: {error}"),
            ))
        })?,
        None => Map::new(),
    };
    let mut variables = stated;
    if let Some(revision) = arguments.at {
        if !document.contains("$at") {
            return Err(Failure(language.pick(
                "この質問は過去の版を指定できません（変数 $at がありません）。".to_owned(),
                "this document cannot be asked of an earlier revision: it has no variable $at".to_owned(),
            )));
        }
        variables.insert("at".to_owned(), json!({ "revision": revision }));
    }
    if document.contains("$language") {
        variables.entry("language").or_insert_with(|| json!(language.as_ref()));
    }
    Ok(Value::Object(variables))
}

/// What the API says went wrong, on one line, with the way out where a variable is missing.
pub(super) fn sentences(response: &Value, language: Language) -> String {
    let errors = response["errors"].as_array().into_iter().flatten();
    let on_one_line = |message: &str| message.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = |error: &Value| {
        let in_japanese = error["extensions"]["ja"].as_str().filter(|_| language == Language::Ja);
        in_japanese.or_else(|| error["message"].as_str()).map(on_one_line)
    };
    let told: Vec<_> = errors.filter_map(told).collect();
    let mut told = told.join("; ").trim_end_matches('.').to_owned();
    if told.contains("Variable") {
        told.push_str(
            language.pick("。変数は --variables '{\"名前\": 値}' で渡します。", "; give variables with --variables '{\"name\": value}'"),
        );
    }
    told
}

fn list(language: Language) -> Result<ExitCode, Failure> {
    let mut out = output::answers();
    writeln!(out, "{}", language.pick("すぐに使える質問：", "Ready-made questions:"))?;
    for question in QUESTIONS {
        writeln!(out, "  {:<16}{}", question.name, question.about(language))?;
    }
    let example =
        r#"daicho ask requester-view --variables '{"organization":"arrow-trust","subjects":["退職者"],"requester":"AUTHORIZED_AGENT"}'"#;
    writeln!(out, "{}\n  {example}", language.pick("例：", "For example:"))?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
