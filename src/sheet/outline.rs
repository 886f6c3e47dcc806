//! What the reading library does not tell of an `.xlsx` sheet: hidden rows and columns, merged areas, and the formulas that have no
//! stored value. One pass over the sheet's XML, which keeps nothing else.

use std::collections::BTreeMap;
use std::io::Read;

use quick_xml::events::{BytesStart, Event};

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

/// Where the reading stands. A sheet has millions of cells and few formulas without a value, so a cell's attributes are kept as they
/// are and looked at only when one is found.
#[derive(Default)]
struct Here {
    row: u32,
    column: u32,
    attributes: String,
    has_value: bool,
    formula: Option<Formula>,
    inside: Inside,
}

#[derive(Clone, Copy, Default)]
enum Inside {
    #[default]
    Nothing,
    Value,
    Formula,
}

#[derive(Default)]
struct Formula {
    text: String,
    shared: Option<String>,
}

/// Reads a sheet's outline.
pub(super) fn read(mut xml: Xml<impl Read>) -> Result<Outline, Reason> {
    let mut outline = Outline::default();
    let mut shared = BTreeMap::new();
    let mut here = Here::default();
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => begin(&element, &mut here, &mut outline.ending)?,
            Event::Empty(element) => {
                begin(&element, &mut here, &mut outline.ending)?;
                end(element.local_name().as_ref(), &mut here, &mut shared, &mut outline.formulas)?;
            }
            Event::End(element) => end(element.local_name().as_ref(), &mut here, &mut shared, &mut outline.formulas)?,
            Event::Text(text) => match (here.inside, &mut here.formula) {
                (Inside::Value, _) => {
                    here.has_value |= !text.is_empty();
                    // The reading library takes a number that is padded with white space for another one, without a word.
                    if text.trim() != &*text && !here.is_text()? {
                        return Err(Reason::Broken(None));
                    }
                }
                (Inside::Formula, Some(formula)) => formula.text.push_str(&text),
                _ => {}
            },
            Event::GeneralRef(name) => {
                if let (Inside::Formula, Some(formula)) = (here.inside, &mut here.formula) {
                    formula.text.push_str(&quick_xml::escape::unescape(&format!("&{};", &*name)).unwrap_or_default());
                }
            }
            _ => {}
        }
    }
    Ok(outline)
}

fn begin(element: &BytesStart<'_>, here: &mut Here, ending: &mut Ending) -> Result<(), Reason> {
    match element.local_name().as_ref() {
        "row" => {
            here.row = attribute(element, "r")?.and_then(|r| r.parse().ok()).unwrap_or(here.row.saturating_add(1));
            here.column = 0;
            // A list longer than all rows only repeats itself.
            if ending.hidden_rows.len() < limits::ROWS as usize && attribute(element, "hidden")?.is_some_and(|hidden| is_true(&hidden)) {
                ending.hidden_rows.push(here.row);
            }
        }
        "c" => {
            here.attributes.clear();
            here.attributes.push_str(element.attributes_raw());
            here.has_value = false;
            here.formula = None;
        }
        "f" => {
            let is_shared = attribute(element, "t")?.is_some_and(|kind| kind == "shared");
            let shared = if is_shared { attribute(element, "si")? } else { None };
            here.formula = Some(Formula { text: String::new(), shared });
            here.inside = Inside::Formula;
        }
        "v" => here.inside = Inside::Value,
        "is" => here.has_value = true,
        "col" => hide_columns(element, &mut ending.hidden_columns)?,
        "mergeCell" => {
            ending.merges.extend(attribute(element, "ref")?.as_deref().and_then(area));
            if ending.merges.len() > limits::MERGES {
                return Err(Reason::TooManyMerges);
            }
        }
        _ => {}
    }
    Ok(())
}

fn end(
    name: &str,
    here: &mut Here,
    shared: &mut BTreeMap<String, (Address, String)>,
    formulas: &mut Vec<(Address, String)>,
) -> Result<(), Reason> {
    match name {
        "v" | "f" => here.inside = Inside::Nothing,
        "c" => {
            let at = here.address()?;
            if let Some(formula) = here.formula.take() {
                // A formula whose value is an empty text has a value.
                let has_value = here.has_value || here.is_text()?;
                let text = expand(formula, at, shared);
                if !has_value {
                    formulas.push((at, text));
                }
            }
            here.column = at.column.saturating_add(1);
        }
        _ => {}
    }
    Ok(())
}

impl Here {
    fn attribute(&self, name: &str) -> Result<Option<String>, Reason> {
        attribute(&BytesStart::from_content(format!("c{}", self.attributes), 1), name)
    }

    /// The open cell's address; cells without one follow one another.
    fn address(&self) -> Result<Address, Reason> {
        let stated = self.attribute("r")?;
        Ok(stated.as_deref().and_then(address).unwrap_or(Address { row: self.row, column: self.column }))
    }

    /// Whether the open cell is the text that a formula comes to.
    fn is_text(&self) -> Result<bool, Reason> {
        Ok(self.attribute("t")?.is_some_and(|kind| kind == "str"))
    }
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

fn hide_columns(element: &BytesStart<'_>, hidden: &mut Vec<u32>) -> Result<(), Reason> {
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
    (row > 0 && row <= limits::ROWS && column <= limits::COLUMNS).then_some(Address { row, column: column.checked_sub(1)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_address_is_none() {
        assert_eq!(address("$XFD$1048576"), Some(Address { row: limits::ROWS, column: limits::COLUMNS - 1 }));
        for text in ["", "12", "A", "A0", "A1B", "XFE1", "A1048577", "ABCDEFGHIJ1", "$", "あ1"] {
            assert_eq!(address(text), None, "{text}");
        }
    }
}
