//! What the reading library does not tell of an `.xls` workbook: whether it is protected, hidden rows and columns, and numbers whose
//! format is part of what is written. Source: MS-XLS.

use std::collections::BTreeMap;

use super::frame::Ending;
use super::limits;
use super::ole::{u16_at, u32_at};
use super::refusal::Reason;
use super::shown::Shown;
use super::table::Address;

const END: u16 = 0x000A;
const PROTECTION: u16 = 0x002F;
const CONTINUED: u16 = 0x003C;
const COLUMNS: u16 = 0x007D;
const SHEET: u16 = 0x0085;
const NUMBERS: u16 = 0x00BD;
const STYLE: u16 = 0x00E0;
const NUMBER: u16 = 0x0203;
const PACKED_NUMBER: u16 = 0x027E;
const FORMULA: u16 = 0x0006;
const ROW: u16 = 0x0208;
const FORMAT: u16 = 0x041E;
const BEGIN: u16 = 0x0809;

/// What a sheet is beside its values.
#[derive(Default)]
pub(super) struct Outline {
    /// Hidden rows and columns; merged areas are not looked for here.
    pub ending: Ending,
    styles: BTreeMap<u16, Shown>,
    styled: BTreeMap<Address, u16>,
}

impl Outline {
    /// The number format at an address, where its outcome is taken as text.
    pub(super) fn shown(&self, at: Address) -> Option<&Shown> {
        self.styled.get(&at).and_then(|style| self.styles.get(style))
    }
}

/// Reads the outlines of all sheets, in the workbook's order; a protected workbook is refused.
pub(super) fn read(stream: &[u8]) -> Result<Vec<Outline>, Reason> {
    let mut sheets = Vec::new();
    let mut formats: BTreeMap<u16, Shown> = BTreeMap::new();
    let mut styles = BTreeMap::new();
    let mut style = 0_u16;
    let mut wide = true;
    for (kind, record) in Records(stream) {
        match kind {
            END => break,
            PROTECTION => return Err(Reason::UnknownProtection),
            BEGIN => wide = u16_at(record, 0)? >= 0x0600,
            SHEET => sheets.push(u32_at(record, 0)? as usize),
            FORMAT => {
                if let (Ok(number), Some(shown)) = (u16_at(record, 0), format_code(record, wide).as_deref().and_then(Shown::of)) {
                    formats.insert(number, shown);
                }
            }
            STYLE => {
                if let Some(shown) = u16_at(record, 2).ok().and_then(|format| formats.get(&format)) {
                    styles.insert(style, shown.clone());
                }
                style = style.saturating_add(1);
            }
            _ => {}
        }
        if sheets.len() > limits::SHEETS {
            return Err(Reason::TooManySheets(sheets.len() as u64));
        }
    }
    sheets.into_iter().map(|place| read_sheet(stream.get(place..).unwrap_or_default(), &styles)).collect()
}

fn read_sheet(stream: &[u8], styles: &BTreeMap<u16, Shown>) -> Result<Outline, Reason> {
    let mut outline = Outline { styles: styles.clone(), ..Outline::default() };
    // Charts within the sheet are whole streams of their own between a beginning and an end.
    let mut depth = 0_usize;
    for (kind, record) in Records(stream) {
        match kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            _ if depth > 1 => {}
            ROW if u16_at(record, 12)? & 0x20 != 0 => outline.ending.hidden_rows.push(u32::from(u16_at(record, 0)?) + 1),
            COLUMNS if u16_at(record, 8)? & 1 != 0 && outline.ending.hidden_columns.len() < limits::COLUMNS as usize => {
                let (first, last) = (u32::from(u16_at(record, 0)?), u32::from(u16_at(record, 2)?));
                outline.ending.hidden_columns.extend(first..=last.min(limits::COLUMNS));
            }
            NUMBER | PACKED_NUMBER | FORMULA => style(&mut outline, record, 2, 4)?,
            NUMBERS => {
                // A row, a first column, then six bytes a number beginning with its style, then the last column.
                for place in 0..record.len().saturating_sub(6) / 6 {
                    let at = Address {
                        row: u32::from(u16_at(record, 0)?) + 1,
                        column: u32::from(u16_at(record, 2)?) + u32::try_from(place).unwrap_or(u32::MAX),
                    };
                    let style = u16_at(record, 4 + 6 * place)?;
                    if outline.styles.contains_key(&style) {
                        outline.styled.insert(at, style);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(outline)
}

fn style(outline: &mut Outline, record: &[u8], column: usize, style: usize) -> Result<(), Reason> {
    let number = u16_at(record, style)?;
    if outline.styles.contains_key(&number) {
        let at = Address { row: u32::from(u16_at(record, 0)?) + 1, column: u32::from(u16_at(record, column)?) };
        outline.styled.insert(at, number);
    }
    Ok(())
}

/// The code of a number format. One of an old workbook is read where it is plain ASCII only.
fn format_code(record: &[u8], wide: bool) -> Option<String> {
    if !wide {
        let length = usize::from(*record.get(2)?);
        return std::str::from_utf8(record.get(3..3 + length)?).ok().map(str::to_owned);
    }
    let length = usize::from(u16_at(record, 2).ok()?);
    if record.get(4)? & 1 == 0 {
        // One byte a character, those of Latin-1.
        return Some(record.get(5..5 + length)?.iter().map(|byte| char::from(*byte)).collect());
    }
    let units: Vec<u16> = record.get(5..5 + 2 * length)?.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
    Some(String::from_utf16_lossy(&units))
}

/// The records of a stream; what continues a record is passed over. A record that is cut short is the last.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let kind = u16_at(self.0, 0).ok()?;
            let length = usize::from(u16_at(self.0, 2).ok()?);
            let record = self.0.get(4..4 + length)?;
            self.0 = &self.0[4 + length..];
            if kind != CONTINUED {
                return Some((kind, record));
            }
        }
    }
}
