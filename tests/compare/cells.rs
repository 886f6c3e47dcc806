//! The cells that the reading process sees, as JSON: for each workbook named on the command line a line of
//! `{"file", "refused"}` or `{"file", "sheets": [{"name", "cells": {"A1": [kind, value]}}]}`.
//!
//! Told to be the reading process, it is that, so that every file is read as the program reads it.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use daicho::sheet::table::{Address, Table, Value};
use daicho::sheet::{Options, SUBCOMMAND, child, read};
use serde_json::{Map, json};

fn main() -> ExitCode {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    if paths.first().is_some_and(|first| first == SUBCOMMAND) {
        return child();
    }
    #[expect(clippy::disallowed_methods, reason = "standard output is what this program is for")]
    let mut out = io::stdout().lock();
    for path in paths {
        let told = match read(Path::new(&path), &Options::default()) {
            Ok(workbook) => json!({ "file": path, "sheets": workbook.tables.iter().map(sheet).collect::<Vec<_>>() }),
            Err(refusal) => json!({ "file": path, "refused": format!("{:?}", refusal.reason) }),
        };
        if writeln!(out, "{told}").is_err() {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn sheet(table: &Table) -> serde_json::Value {
    let mut cells = Map::new();
    for row in &table.rows {
        for cell in &row.cells {
            cells.insert(Address { row: row.number, column: cell.column }.to_string(), value(&cell.value));
        }
    }
    json!({ "name": &*table.name, "cells": cells })
}

fn value(value: &Value) -> serde_json::Value {
    match value {
        Value::Text(text) => json!(["text", &**text]),
        Value::Number(number) => json!(["number", number]),
        Value::Boolean(truth) => json!(["boolean", truth]),
        Value::Date(at) => json!(["date", at.format("%Y-%m-%dT%H:%M:%S%.3f").to_string()]),
        Value::Error(error) => json!(["error", &**error]),
        Value::Formula(formula) => json!(["formula", &**formula]),
    }
}
