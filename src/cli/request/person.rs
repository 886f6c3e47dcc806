//! Who the person is. It comes from a file or from the keyboard: an argument would stay in the shell's history and in the list of
//! processes.

use std::fs;
use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::path::Path;

use serde_json::{Map, Value, json};

use super::super::Failure;
use crate::language::Language;
use crate::ledger::RequesterKind;

/// The fields that tell who the person is.
const FIELDS: [&str; 3] = ["principalName", "requesterName", "contact"];

/// Reads who the person is.
pub(super) fn person(file: Option<&Path>, requester: RequesterKind, language: Language) -> Result<Vec<(&'static str, Value)>, Failure> {
    let Some(file) = file else { return ask(requester, language) };
    let wrong = |reason: &str| {
        Failure(language.pick(
            format!("--person は {} を持つ JSON のオブジェクトで書いてください（{reason}）。", FIELDS.join("、")),
            format!("--person must be a JSON object with {} ({reason})", FIELDS.join(", ")),
        ))
    };
    let mut text = String::new();
    if file.as_os_str() == "-" {
        io::stdin().read_to_string(&mut text)?;
    } else {
        text = fs::read_to_string(file).map_err(|error| Failure(format!("{}: {error}", file.display())))?;
    }
    // What the parser says would repeat a part of the text.
    let mut read: Map<String, Value> =
        serde_json::from_str(&text).map_err(|error| wrong(&format!("{}:{}", error.line(), error.column())))?;
    let known = FIELDS.iter().map(|field| (*field, read.remove(*field).unwrap_or(Value::Null))).collect();
    match read.keys().next() {
        None => Ok(known),
        Some(other) => Err(wrong(other)),
    }
}

fn ask(requester: RequesterKind, language: Language) -> Result<Vec<(&'static str, Value)>, Failure> {
    if !io::stdin().is_terminal() {
        return Err(Failure(language.pick(
            "本人の氏名などを --person ファイル名（または -）で渡してください。".to_owned(),
            "give who the person is with --person FILE (or -)".to_owned(),
        )));
    }
    let mut asked = vec![("principalName", answer(language.pick("本人の氏名", "the person's name"))?)];
    if requester != RequesterKind::Principal {
        asked.push(("requesterName", answer(language.pick("代理人の氏名", "the agent's name"))?));
    }
    asked.push(("contact", answer(language.pick("回答の送付先（省略可）", "where to answer (may be left out)"))?));
    Ok(asked)
}

fn answer(question: &str) -> Result<Value, Failure> {
    eprint!("{question}: ");
    io::stderr().flush()?;
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    Ok(json!(line.trim()))
}
