//! What the reading library does not tell of an `.xlsx` sheet: hidden rows and columns, merged areas, and the formulas that have no
//! stored value. One pass over the sheet's XML, which keeps nothing else.

use std::collections::BTreeMap;
use std::io::Read;

use quick_xml::events::Event;

use super::frame::Ending;
use super::limits;
use super::package::{Xml, attribute, is_true};
use super::refusal::Reason;
use super::table::{Address, Area};

/// What a sheet is beside its values.
#[derive(Default)]
pub(super) struct Outline {
    /// Hidden rows and columns, and merged areas.
    pub ending: Ending,
    /// Formulas of which no value is stored, without their `=`.
    pub formulas: Vec<(Address, String)>,
}

/// The cell that is being read.
#[derive(Default)]
struct Open {
    reference: Option<String>,
    is_text: bool,
    has_value: bool,
    formula: Option<Formula>,
}

#[derive(Default)]
struct Formula {
    text: String,
    shared: Option<String>,
}

/// Reads a sheet's outline.
pub(super) fn read(mut xml: Xml<impl Read>) -> Result<Outline, Reason> {
    let mut outline = Outline::default();
    let mut shared: BTreeMap<String, (Address, String)> = BTreeMap::new();
    let mut here = Address { row: 0, column: 0 };
    let mut open = Open::default();
    let mut inside = Inside::Nothing;
    while let Some(event) = xml.next()? {
        let is_empty = matches!(event, Event::Empty(_));
        match event {
            Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                "row" => {
                    here = Address { row: here.row.saturating_add(1), column: 0 };
                    if let Some(number) = attribute(&element, "r")?.and_then(|r| r.parse().ok()) {
                        here.row = number;
                    }
                    if attribute(&element, "hidden")?.is_some_and(|hidden| is_true(&hidden)) {
                        outline.ending.hidden_rows.push(here.row);
                    }
                }
                "c" => {
                    open = Open::default();
                    for attribute in element.attributes().with_checks(false).flatten() {
                        match attribute.key.as_ref() {
                            "r" => open.reference = Some(attribute.value.into_owned()),
                            "t" => open.is_text = attribute.value == "str",
                            _ => {}
                        }
                    }
                    // Cells without a reference follow one another.
                    match open.reference.as_deref().and_then(address) {
                        Some(at) => here = at,
                        None => open.reference = None,
                    }
                    if is_empty {
                        here.column += 1;
                    }
                }
                "f" => {
                    open.formula = Some(Formula {
                        text: String::new(),
                        shared: attribute(&element, "si")?.filter(|_| attribute(&element, "t") == Ok(Some("shared".to_owned()))),
                    });
                    inside = if is_empty { Inside::Nothing } else { Inside::Formula };
                }
                "v" => {
                    open.has_value |= open.is_text;
                    inside = if is_empty { Inside::Nothing } else { Inside::Value };
                }
                "is" => open.has_value = true,
                "col" => hide_columns(&element, &mut outline.ending.hidden_columns)?,
                "mergeCell" => {
                    if let Some(area) = attribute(&element, "ref")?.as_deref().and_then(area) {
                        outline.ending.merges.push(area);
                    }
                    if outline.ending.merges.len() > limits::MERGES {
                        return Err(Reason::TooManyMerges);
                    }
                }
                _ => {}
            },
            Event::Text(text) => match (inside, &mut open.formula) {
                (Inside::Value, _) => open.has_value |= !text.trim().is_empty(),
                (Inside::Formula, Some(formula)) => formula.text.push_str(&text),
                _ => {}
            },
            Event::GeneralRef(name) => {
                if let (Inside::Formula, Some(formula)) = (inside, &mut open.formula) {
                    formula.text.push_str(&quick_xml::escape::unescape(&format!("&{};", &*name)).unwrap_or_default());
                }
            }
            Event::End(element) => match element.local_name().as_ref() {
                "v" | "f" => inside = Inside::Nothing,
                "c" => {
                    let open = std::mem::take(&mut open);
                    if let Some(formula) = open.formula {
                        let text = expand(formula, here, &mut shared);
                        if !open.has_value {
                            outline.formulas.push((here, text));
                        }
                    }
                    here.column += 1;
                }
                _ => {}
            },
            _ => {}
        }
    }
    Ok(outline)
}

#[derive(Clone, Copy)]
enum Inside {
    Nothing,
    Value,
    Formula,
}

/// The formula's text; one that is shared stands in the first cell, and the others shift it.
fn expand(formula: Formula, here: Address, shared: &mut BTreeMap<String, (Address, String)>) -> String {
    let Some(index) = formula.shared else { return formula.text };
    if !formula.text.is_empty() {
        shared.insert(index, (here, formula.text.clone()));
        return formula.text;
    }
    match shared.get(&index) {
        Some((from, text)) => {
            let at = |address: Address| (address.row.saturating_sub(1), address.column);
            calamine::expand_shared_formula(text, at(*from), at(here)).unwrap_or_else(|_| text.clone())
        }
        None => String::new(),
    }
}

fn hide_columns(element: &quick_xml::events::BytesStart<'_>, hidden: &mut Vec<u32>) -> Result<(), Reason> {
    if !attribute(element, "hidden")?.is_some_and(|hidden| is_true(&hidden)) {
        return Ok(());
    }
    let number = |name| attribute(element, name).map(|number| number?.parse::<u32>().ok());
    if let (Some(first), Some(last)) = (number("min")?, number("max")?) {
        // A list longer than all columns only repeats itself.
        if hidden.len() < limits::COLUMNS as usize {
            hidden.extend(first.saturating_sub(1)..last.min(limits::COLUMNS));
        }
    }
    Ok(())
}

/// An area in A1 notation, `B2:D5` or `B2`.
pub(super) fn area(text: &str) -> Option<Area> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let (first, last) = (address(first)?, address(last)?);
    (first.row <= last.row && first.column <= last.column).then_some(Area { first, last })
}

/// An address in A1 notation, with or without `$`.
pub(super) fn address(text: &str) -> Option<Address> {
    let text = text.trim().trim_start_matches('$');
    let letters = text.find(|c: char| !c.is_ascii_alphabetic())?;
    let mut column = 0_u32;
    for letter in text[..letters].bytes() {
        column = column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)?;
    }
    let row = text[letters..].trim_start_matches('$').parse().ok()?;
    (column > 0 && column <= limits::COLUMNS && row > 0 && row <= limits::ROWS).then_some(Address { row, column: column - 1 })
}
