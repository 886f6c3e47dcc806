//! A cell of an `.ods` sheet: its attributes, its words, and the value that follows from both.

use std::borrow::Cow;
use std::io::Read;

use quick_xml::events::{BytesStart, Event};

use super::frame::WireValue;
use super::limits;
use super::moment;
use super::ods::repeated;
use super::package::{Xml, value};
use super::refusal::Reason;
use super::shown;

/// What a cell's attributes say.
#[derive(Default)]
pub(super) struct Attributes {
    /// The kind of value, e.g. `float`.
    kind: String,
    /// The value as it is stored.
    stored: Option<String>,
    /// The formula, without its `=`.
    formula: Option<String>,
    /// Whether the value is an error.
    is_error: bool,
    /// How many times the cell stands beside itself.
    pub repeated: u32,
    /// How many rows the cell covers; 0 or 1 for one.
    pub rows_spanned: u32,
    /// How many columns the cell covers; 0 or 1 for one.
    pub columns_spanned: u32,
}

impl Attributes {
    /// The cell's value; nothing where nothing stands in it. `text` is what it shows.
    pub(super) fn value(self, text: String) -> Option<WireValue<'static>> {
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

/// Takes a cell's attributes.
pub(super) fn attributes(element: &BytesStart<'_>) -> Result<Attributes, Reason> {
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

/// The words of the cell that was just begun, a paragraph a line; notes, furigana and drawings are not among them.
pub(super) fn text(xml: &mut Xml<impl Read>) -> Result<String, Reason> {
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
