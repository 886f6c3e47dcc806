//! `.ods`, read by our own pass over its XML.
//!
//! The reading library lays a sheet out densely before it hands out a cell, knows neither merges nor hidden rows, and
//! runs for ever on a table that is cut short. Here a run of a million empty rows is one step. Source: ODF 1.3, part 3.

use std::collections::BTreeSet;
use std::io::{Read, Write};

use quick_xml::events::{BytesStart, Event};

use super::frame::{Ending, WireValue};
use super::limits;
use super::ods_cell::{self, Attributes};
use super::package::{Package, Xml, attribute};
use super::refusal::Reason;
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
                    let attributes = ods_cell::attributes(&element)?;
                    let text = if is_empty { String::new() } else { ods_cell::text(xml)? };
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
        let in_row: u64 = row.filled.iter().map(|filled| u64::from(filled.repeated)).sum();
        sink.expect(in_row * u64::from(self.rows - first))?;
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

/// How often an element is repeated, or another number of it, which is 1 if it is not said.
pub(super) fn repeated(element: &BytesStart<'_>, name: &str) -> Result<u32, Reason> {
    Ok(attribute(element, name)?.and_then(|number| number.parse().ok()).unwrap_or(1))
}

fn is_hidden(element: &BytesStart<'_>) -> Result<bool, Reason> {
    Ok(attribute(element, "visibility")?.is_some_and(|visibility| visibility != "visible"))
}
