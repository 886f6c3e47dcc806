//! `.ods`, read by our own pass over its XML.
//!
//! The reading library lays an OpenDocument sheet out densely before it hands out a cell, knows neither merges nor hidden rows, and
//! runs for ever on a table that is cut short. Here a run of a million empty rows is one step. Source: OpenDocument 1.3, part 3.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{Read, Write};

use quick_xml::events::{BytesStart, Event};

use super::frame::{Ending, WireValue};
use super::limits;
use super::moment;
use super::package::{Package, Xml, attribute, value};
use super::refusal::Reason;
use super::shown;
use super::sink::Sink;
use super::table::{Address, Area};

/// Reads every sheet.
pub(super) fn read(mut package: Package<'_>, sink: &mut Sink<impl Write>) -> Result<(), Reason> {
    if is_protected(&mut package)? {
        return Err(Reason::UnknownProtection);
    }
    let mut xml = package.xml("content.xml")?.ok_or(Reason::Broken(None))?;
    let mut hidden_styles = BTreeSet::new();
    let mut style = String::new();
    let mut sheets = 0;
    while let Some(event) = xml.next()? {
        let (Event::Start(element) | Event::Empty(element)) = &event else { continue };
        match element.name().as_ref() {
            "style:style" => style = attribute(element, "name")?.unwrap_or_default(),
            "style:table-properties" if attribute(element, "display")?.as_deref() == Some("false") => {
                hidden_styles.insert(std::mem::take(&mut style));
            }
            "table:table" if matches!(event, Event::Start(_)) => {
                sheets += 1;
                if sheets > limits::SHEETS {
                    return Err(Reason::TooManySheets(sheets as u64));
                }
                let name = attribute(element, "name")?.unwrap_or_default();
                let hidden = attribute(element, "style-name")?.is_some_and(|style| hidden_styles.contains(&style));
                sink.begin(&name, hidden)?;
                let broken = |reason| if reason == Reason::Broken(None) { Reason::Broken(Some(name.as_str().into())) } else { reason };
                Sheet::default().read(&mut xml, sink).map_err(broken)?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn is_protected(package: &mut Package<'_>) -> Result<bool, Reason> {
    let Some(mut xml) = package.xml("META-INF/manifest.xml")? else { return Ok(false) };
    while let Some(event) = xml.next()? {
        if let Event::Start(element) | Event::Empty(element) = event
            && element.local_name().as_ref() == "encryption-data"
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A sheet as far as it is read.
#[derive(Default)]
struct Sheet {
    ending: Ending,
    rows: u32,
    columns: u32,
}

/// A row, as often as it is repeated.
struct Row {
    repeated: u32,
    hidden: bool,
    columns: u32,
    filled: Vec<Filled>,
}

/// A filled cell, as often as it is repeated.
struct Filled {
    column: u32,
    repeated: u32,
    value: WireValue<'static>,
}

/// What a cell's attributes say.
#[derive(Default)]
struct Attributes {
    kind: String,
    stored: Option<String>,
    formula: Option<String>,
    is_error: bool,
    repeated: u32,
    rows_spanned: u32,
    columns_spanned: u32,
}

impl Sheet {
    fn read(mut self, xml: &mut Xml<impl Read>, sink: &mut Sink<impl Write>) -> Result<(), Reason> {
        loop {
            let event = xml.next()?.ok_or(Reason::Broken(None))?;
            let is_empty = matches!(event, Event::Empty(_));
            match event {
                Event::Start(element) | Event::Empty(element) => match element.name().as_ref() {
                    "table:table-column" => self.column(&element)?,
                    "table:table-row" => {
                        let row = Row {
                            repeated: repeated(&element, "number-rows-repeated")?,
                            hidden: is_hidden(&element)?,
                            columns: 0,
                            filled: Vec::new(),
                        };
                        let row = if is_empty { row } else { self.cells(row, xml)? };
                        self.row(&row, sink)?;
                    }
                    // Pictures, buttons and scenarios have words of their own, which are not the sheet's.
                    "table:shapes" | "office:forms" | "table:scenario" | "table:table" if !is_empty => xml.skip()?,
                    _ => {}
                },
                Event::End(element) if element.name().as_ref() == "table:table" => return sink.end(self.ending),
                _ => {}
            }
        }
    }

    fn column(&mut self, element: &BytesStart<'_>) -> Result<(), Reason> {
        let first = self.columns;
        self.columns = first.saturating_add(repeated(element, "number-columns-repeated")?).min(limits::COLUMNS);
        if is_hidden(element)? {
            self.ending.hidden_columns.extend(first..self.columns);
        }
        Ok(())
    }

    fn cells(&mut self, mut row: Row, xml: &mut Xml<impl Read>) -> Result<Row, Reason> {
        loop {
            let event = xml.next()?.ok_or(Reason::Broken(None))?;
            let is_empty = matches!(event, Event::Empty(_));
            match event {
                Event::Start(element) | Event::Empty(element) => {
                    let covered = match element.name().as_ref() {
                        "table:table-cell" => false,
                        "table:covered-table-cell" => true,
                        _ => continue,
                    };
                    let attributes = attributes(&element)?;
                    let text = if is_empty { String::new() } else { text(xml)? };
                    let column = row.columns;
                    row.columns = column.saturating_add(attributes.repeated).min(limits::COLUMNS);
                    if !covered && (attributes.rows_spanned > 1 || attributes.columns_spanned > 1) {
                        self.merge(column, &attributes)?;
                    }
                    let repeated = row.columns - column;
                    if let Some(value) = attributes.value(text).filter(|_| repeated > 0) {
                        row.filled.push(Filled { column, repeated, value });
                    }
                }
                Event::End(element) if element.name().as_ref() == "table:table-row" => return Ok(row),
                _ => {}
            }
        }
    }

    fn row(&mut self, row: &Row, sink: &mut Sink<impl Write>) -> Result<(), Reason> {
        let first = self.rows;
        self.rows = first.saturating_add(row.repeated).min(limits::ROWS);
        if row.hidden {
            self.ending.hidden_rows.extend(first + 1..=self.rows);
        }
        if row.filled.is_empty() {
            return Ok(());
        }
        for number in first + 1..=self.rows {
            for Filled { column, repeated, value } in &row.filled {
                for column in *column..column + repeated {
                    sink.cell(Address { row: number, column }, value.clone())?;
                }
            }
        }
        Ok(())
    }

    fn merge(&mut self, column: u32, attributes: &Attributes) -> Result<(), Reason> {
        if self.ending.merges.len() >= limits::MERGES {
            return Err(Reason::TooManyMerges);
        }
        let first = Address { row: self.rows.saturating_add(1), column };
        let last = Address {
            row: self.rows.saturating_add(attributes.rows_spanned.max(1)).min(limits::ROWS),
            column: column.saturating_add(attributes.columns_spanned.max(1) - 1).min(limits::COLUMNS - 1),
        };
        self.ending.merges.push(Area { first, last });
        Ok(())
    }
}

impl Attributes {
    /// The cell's value; nothing where nothing stands in it. `text` is what it shows.
    fn value(self, text: String) -> Option<WireValue<'static>> {
        // Older programs write an error as a number 0 that shows it.
        if self.is_error || self.formula.is_some() && (text.starts_with('#') || text.starts_with("Err:")) {
            return Some(WireValue::Error(Cow::Owned(text)));
        }
        let value = match (self.kind.as_str(), self.stored) {
            ("float", Some(stored)) => match stored.parse() {
                Ok(number) if shown::is_shown(&text, number) => WireValue::Text(Cow::Owned(text)),
                Ok(number) => WireValue::Number(number),
                Err(_) => WireValue::Text(Cow::Owned(text)),
            },
            ("percentage" | "currency", Some(stored)) => match stored.parse() {
                Ok(number) => WireValue::Number(number),
                Err(_) => WireValue::Text(Cow::Owned(text)),
            },
            ("date", Some(stored)) => moment::of_iso(&stored),
            ("time", Some(stored)) => moment::of_iso_duration(&stored),
            ("boolean", Some(stored)) => WireValue::Boolean(stored == "true"),
            (_, Some(stored)) if text.is_empty() => WireValue::Text(Cow::Owned(stored)),
            ("", None) if text.is_empty() => return self.formula.map(|formula| WireValue::Formula(Cow::Owned(formula))),
            _ => WireValue::Text(Cow::Owned(text)),
        };
        Some(value)
    }
}

fn attributes(element: &BytesStart<'_>) -> Result<Attributes, Reason> {
    let mut found = Attributes { repeated: 1, ..Attributes::default() };
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Reason::Broken(None))?;
        let number = || attribute.value.parse().unwrap_or(1);
        match attribute.key.as_ref() {
            "office:value-type" => found.kind = value(&attribute)?,
            "office:value" | "office:date-value" | "office:time-value" | "office:boolean-value" | "office:string-value" => {
                found.stored = Some(value(&attribute)?);
            }
            "calcext:value-type" => found.is_error = attribute.value == "error",
            "table:formula" => found.formula = Some(plain_formula(&value(&attribute)?).to_owned()),
            "table:number-columns-repeated" => found.repeated = number(),
            "table:number-rows-spanned" => found.rows_spanned = number(),
            "table:number-columns-spanned" => found.columns_spanned = number(),
            _ => {}
        }
    }
    Ok(found)
}

/// A formula without its language's prefix and its `=`.
fn plain_formula(formula: &str) -> &str {
    let formula = formula.strip_prefix("of:").or_else(|| formula.strip_prefix("oooc:")).unwrap_or(formula);
    formula.strip_prefix('=').unwrap_or(formula)
}

fn repeated(element: &BytesStart<'_>, name: &str) -> Result<u32, Reason> {
    Ok(attribute(element, name)?.and_then(|number| number.parse().ok()).unwrap_or(1))
}

fn is_hidden(element: &BytesStart<'_>) -> Result<bool, Reason> {
    Ok(attribute(element, "visibility")?.is_some_and(|visibility| visibility != "visible"))
}

/// The words of the cell that was just begun, a paragraph a line; notes, furigana and drawings are not among them.
fn text(xml: &mut Xml<impl Read>) -> Result<String, Reason> {
    let mut text = String::new();
    let mut paragraphs = 0;
    let mut is_inside = false;
    let mut depth = 1_usize;
    while depth > 0 {
        let event = xml.next()?.ok_or(Reason::Broken(None))?;
        let is_empty = matches!(event, Event::Empty(_));
        match event {
            Event::Start(element) | Event::Empty(element) => {
                let mut skipped = false;
                match element.name().as_ref() {
                    "office:annotation" | "text:ruby-text" | "draw:frame" | "draw:custom-shape" | "table:table" => skipped = true,
                    "text:p" | "text:h" => {
                        paragraphs += 1;
                        is_inside = !is_empty;
                        if paragraphs > 1 {
                            text.push('\n');
                        }
                    }
                    "text:s" => {
                        let spaces = repeated(&element, "c")? as usize;
                        text.extend(std::iter::repeat_n(' ', spaces.min(limits::CELL_CHARACTERS)));
                    }
                    "text:tab" => text.push('\t'),
                    "text:line-break" => text.push('\n'),
                    _ => {}
                }
                match (skipped, is_empty) {
                    (_, true) => {}
                    (true, false) => xml.skip()?,
                    (false, false) => depth += 1,
                }
            }
            Event::End(element) => {
                depth -= 1;
                is_inside &= !matches!(element.name().as_ref(), "text:p" | "text:h");
            }
            // A line's end within a paragraph is the XML's, not the text's.
            Event::Text(words) if is_inside => text.push_str(&words.xml10_content().replace('\n', " ")),
            Event::CData(words) if is_inside => text.push_str(&words.xml10_content()),
            Event::GeneralRef(name) if is_inside => {
                let escape = format!("&{};", &*name);
                text.push_str(&quick_xml::escape::unescape(&escape).map_err(|_| Reason::Entities)?);
            }
            _ => {}
        }
    }
    Ok(text)
}
