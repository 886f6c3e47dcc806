//! Answers of the API as a person reads them on a terminal, or a spreadsheet takes them.

mod flatten;
mod labels;

use std::io::{self, Write};

use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{ContentArrangement, LineStyle, Table};
use serde_json::Value;

use crate::export::harmless;
use crate::language::Language;
use crate::ledger::Ledger;

pub use flatten::{Part, parts};
use labels::label;
pub use labels::wording;

/// Narrower than this, a table's columns are too narrow to read; what is no terminal has no width.
const NARROWEST: u16 = 60;

/// More columns than this, and one row is read from top to bottom.
const MOST_COLUMNS: usize = 12;

/// Writes the answer's `data` as tables with headings in a language.
pub fn write_tables(data: &Value, language: Language, width: Option<u16>, out: &mut impl Write) -> io::Result<()> {
    for part in parts(data) {
        writeln!(out, "{}", title(&part, language))?;
        if part.rows.is_empty() {
            writeln!(out, "  {}", language.pick("（なし）", "(none)"))?;
        } else {
            writeln!(out, "{}", if is_one_thing(&part) { upright(&part, language, width) } else { table(&part, language, width) })?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// Writes the largest table of the answer's `data` as CSV, with the API's names as headings.
pub fn write_csv(data: &Value, out: &mut impl Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    if let Some(part) = parts(data).into_iter().max_by_key(|part| part.rows.len()) {
        writer.write_record(part.headings.iter().map(|path| path.join(".")))?;
        for row in &part.rows {
            writer.write_record(row.iter().map(|cell| harmless(cell)))?;
        }
    }
    writer.flush()
}

fn title(part: &Part, language: Language) -> String {
    let path: Vec<_> = part.path.iter().filter(|step| step.as_str() != "ledger").map(|step| label(step, language)).collect();
    let count = part.total.map(|total| language.pick(format!("（{total}件）"), format!(" ({total})"))).unwrap_or_default();
    let path = if path.is_empty() { language.pick("回答", "answer").to_owned() } else { path.join(" › ") };
    format!("■ {path}{count}")
}

/// Whether a part tells of one thing, and more of it than a line can hold.
fn is_one_thing(part: &Part) -> bool {
    part.rows.len() == 1 && part.headings.len() > MOST_COLUMNS
}

/// One thing, a line for each that is said of it.
fn upright(part: &Part, language: Language, width: Option<u16>) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
    table.style_mut().row_separator = LineStyle::none();
    if let Some(width) = width {
        table.set_width(width.max(NARROWEST));
    }
    let cells = part.rows.iter().flatten().map(|cell| wording(cell, language));
    let lines = part.headings.iter().map(|path| heading(path, language)).zip(cells);
    table.add_rows(lines.filter(|(_, cell)| !cell.is_empty()).map(|(heading, cell)| vec![heading, cell]));
    table
}

fn table(part: &Part, language: Language, width: Option<u16>) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
    let rows: Vec<Vec<String>> = part.rows.iter().map(|row| row.iter().map(|cell| wording(cell, language)).collect()).collect();
    let several_lines = rows.iter().flatten().any(|cell| cell.contains('\n'));
    if !several_lines {
        table.style_mut().row_separator = LineStyle::none();
    }
    if let Some(width) = width {
        table.set_width(width.max(NARROWEST));
    }
    table.set_header(part.headings.iter().map(|path| heading(path, language)));
    table.add_rows(rows);
    table
}

/// The last step of a path, with the one before it where that says what it belongs to.
fn heading(path: &[String], language: Language) -> String {
    match path {
        [] => String::new(),
        [only] => label(only, language),
        [.., of, last] if matches!(last.as_str(), "name" | "code") => label(of, language),
        [.., last] => label(last, language),
    }
}

/// Writes every entry of a ledger as one table: what a person looks at first.
pub fn write_entries(ledger: &Ledger, language: Language, width: Option<u16>, out: &mut impl Write) -> io::Result<()> {
    let columns = ["organization", "controlNo", "name", "subjects", "purposes", "department", "storage", "retention"];
    let row = |no| {
        let held = ledger.held(no);
        let entry = held.entry;
        let storage = held.storage();
        let countries: Vec<_> = storage.countries.iter().map(|country| country.name(language)).collect();
        vec![
            held.organization.code.to_string(),
            entry.control_no.to_string(),
            entry.name.to_string(),
            entry.subjects.join("\n"),
            entry.purposes.join("\n"),
            entry.department.as_deref().unwrap_or_default().to_owned(),
            countries.join("\n"),
            entry.retention.text.as_deref().unwrap_or_default().to_owned(),
        ]
    };
    let part = Part {
        path: vec!["entries".to_owned()],
        total: i64::try_from(ledger.len()).ok(),
        headings: columns.iter().map(|column| vec![(*column).to_owned()]).collect(),
        rows: ledger.entries().map(row).collect(),
    };
    writeln!(out, "{}\n{}", title(&part, language), table(&part, language, width))
}
