//! Letters and the register, as files. What the desk must settle before it sends a letter is told on standard error.

use std::path::Path;
use std::process::ExitCode;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::super::export::write;
use super::super::{Failure, output};
use super::act::input;
use super::shown::{data, no_such_request};
use super::{Asked, Format, LetterFile, RegisterFormat};
use crate::graphql::Schema;
use crate::language::Language;

const ANSWER: &str = "query ($number: String!, $format: LetterFormat!) {
  request(number: $number) { letter: answer { open file(format: $format) { content } } }
}";

const GUIDANCE: &str = "query ($number: String!, $format: LetterFormat!) {
  request(number: $number) { letter: guidance { open file(format: $format) { content } } }
}";

const AHEAD: &str = "query ($input: WhatIfInput!, $format: LetterFormat!) {
  requestWhatIf(input: $input) { letter: guidance { open file(format: $format) { content } } }
}";

const REGISTER: &str = "query ($filter: RequestFilter, $format: RegisterFormat!) {
  requestRegister(filter: $filter, format: $format) { content }
}";

pub(super) async fn answer(schema: &Schema, language: Language, number: &str, file: &LetterFile) -> Result<ExitCode, Failure> {
    let request = request(schema, language, ANSWER, number, file).await?;
    if request["letter"].is_null() {
        return Err(Failure(language.pick(
            format!("{number} の回答書はまだ作れません。決定されていないか、取り下げられています。daicho request show {number} で状態を確かめてください。"),
            format!("there is no answer to {number}: it is not decided, or was withdrawn; see where it stands with daicho request show {number}"),
        )));
    }
    give(&request["letter"], language, file.format, file.output.as_deref())
}

pub(super) async fn guidance(schema: &Schema, language: Language, number: &str, file: &LetterFile) -> Result<ExitCode, Failure> {
    let request = request(schema, language, GUIDANCE, number, file).await?;
    give(&request["letter"], language, file.format, file.output.as_deref())
}

/// The guidance for one who asks how to ask.
pub(super) async fn ahead(
    schema: &Schema,
    language: Language,
    asked: &Asked,
    format: Format,
    output: Option<&Path>,
) -> Result<ExitCode, Failure> {
    let data = data(schema, AHEAD, json!({ "input": input(asked), "format": format.as_ref() }), language).await?;
    give(&data["requestWhatIf"]["letter"], language, format, output)
}

pub(super) async fn register(
    schema: &Schema,
    language: Language,
    organization: Option<&str>,
    format: RegisterFormat,
    output: Option<&Path>,
) -> Result<ExitCode, Failure> {
    let filter = json!({ "organizations": organization.map(|code| [code]) });
    let data = data(schema, REGISTER, json!({ "filter": filter, "format": format.as_ref() }), language).await?;
    keep(&data["requestRegister"], language, format == RegisterFormat::Xlsx, output)
}

async fn request(schema: &Schema, language: Language, document: &str, number: &str, file: &LetterFile) -> Result<Value, Failure> {
    let data = data(schema, document, json!({ "number": number, "format": file.format.as_ref() }), language).await?;
    if data["request"].is_null() { Err(no_such_request(number, language)) } else { Ok(data["request"].clone()) }
}

fn give(letter: &Value, language: Language, format: Format, output: Option<&Path>) -> Result<ExitCode, Failure> {
    let code = keep(&letter["file"], language, format == Format::Docx, output)?;
    let open: Vec<&str> = letter["open"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if !open.is_empty() {
        eprintln!("{}", language.pick("送付の前に確かめること：", "to be settled before it is sent (in Japanese, as the letter is):"));
        for point in open {
            eprintln!("  ・{point}");
        }
    }
    Ok(code)
}

/// Writes what came as base64. What is no text is not for a terminal.
fn keep(file: &Value, language: Language, binary: bool, output: Option<&Path>) -> Result<ExitCode, Failure> {
    if binary && output.is_none() && output::is_terminal() {
        let sentence = language.pick(
            "このファイルは画面には表示できません。--output で書き出し先を指定してください。",
            "this file is not for the screen; say where to write it with --output",
        );
        return Err(Failure(sentence.to_owned()));
    }
    let content = file["content"].as_str().unwrap_or_default();
    let bytes = STANDARD.decode(content).map_err(|error| Failure(error.to_string()))?;
    write(&bytes, output)?;
    Ok(ExitCode::SUCCESS)
}
