//! `.xlsb`: values by the reading library's stream of cells; hidden rows and columns, merged areas and the errors of formulas, which
//! the library leaves out, by a pass of our own over the sheet's records. Source: MS-XLSB.
//!
//! A formula always has a stored value here, so none is told as lacking one. Number formats are not looked at.

use std::borrow::Cow;
use std::io::{BufReader, Cursor, Read, Write};

use calamine::{Dimensions, Reader as _, Xlsb};

use super::frame::{Ending, WireValue};
use super::limits;
use super::ole::{u16_at, u32_at};
use super::package::{Package, split};
use super::passable::passable;
use super::refusal::Reason;
use super::remark::{RemarkKind, SheetKind};
use super::sink::{Shared, Sink};
use super::table::{Address, Area};
use super::xlsx::put;

const ROW: u16 = 0x0000;
const FORMULA_ERROR: u16 = 0x000B;
const COLUMNS: u16 = 0x003C;
const SHEET: u16 = 0x009C;
const MERGE: u16 = 0x00B0;

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    hidden: bool,
    part: String,
    kind: Option<SheetKind>,
}

/// Reads every sheet; `workbook` is the part that lists them.
pub(super) fn read(bytes: &[u8], mut package: Package<'_>, workbook: &str, sink: &mut Sink<impl Write>) -> Result<(), Reason> {
    let sheets = list(&mut package, workbook)?;
    if sheets.len() > limits::SHEETS {
        return Err(Reason::TooManySheets(sheets.len() as u64));
    }
    let (folder, name) = split(workbook);
    let has_macros = sheets.iter().any(|sheet| sheet.kind == Some(SheetKind::Macro));
    let bytes = passable(bytes, has_macros, &format!("{folder}_rels/{name}.rels"))?;
    package.weigh(&[workbook, &format!("{folder}sharedStrings.bin"), &format!("{folder}styles.bin")])?;
    let mut book = Xlsb::new(Cursor::new(&*bytes)).map_err(|_| Reason::Broken(None))?;
    for sheet in &sheets {
        if let Some(kind) = sheet.kind {
            sink.remark_on(&sheet.name, None, RemarkKind::SkippedSheet(kind))?;
            continue;
        }
        let broken = || Reason::Broken(Some(sheet.name.as_str().into()));
        sink.begin(&sheet.name, sheet.hidden)?;
        let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(|_| broken())?;
        let Dimensions { start, end } = cells.dimensions();
        if end > start {
            sink.foresee(end.0.saturating_sub(start.0) as usize + 1)?;
        }
        let mut shared = Shared::new();
        while let Some(cell) = cells.next_cell().map_err(|_| broken())? {
            put(&cell, None, &mut shared, sink)?;
        }
        let part = package.part(&sheet.part)?.ok_or_else(broken)?;
        let ending = outline(Records::new(part), sink)?;
        sink.end(ending)?;
    }
    Ok(())
}

/// The outlines of all sheets, taken alone.
#[cfg(fuzzing)]
pub(super) fn outlines(package: &mut Package<'_>, workbook: &str, sink: &mut Sink<impl Write>) -> Result<(), Reason> {
    for sheet in list(package, workbook)? {
        if let Some(part) = package.part(&sheet.part)? {
            outline(Records::new(part), sink)?;
        }
    }
    Ok(())
}

fn list(package: &mut Package<'_>, workbook: &str) -> Result<Vec<Listed>, Reason> {
    let (folder, name) = split(workbook);
    let relations = package.relations(&format!("{folder}_rels/{name}.rels"))?;
    let part = package.part(workbook)?.ok_or(Reason::Broken(None))?;
    let mut records = Records::new(part);
    let mut sheets = Vec::new();
    while let Some(kind) = records.next()? {
        if kind != SHEET {
            continue;
        }
        let record = &records.content;
        let (relation, next) = wide_text(record, 8)?;
        let (name, _) = wide_text(record, next)?;
        let relation = relations.get(&relation);
        sheets.push(Listed {
            name,
            hidden: u32_at(record, 0)? != 0,
            part: relation.map(|relation| relation.part(folder)).unwrap_or_default(),
            kind: match relation.map(|relation| relation.kind.as_str()) {
                Some("worksheet") => None,
                Some("chartsheet") => Some(SheetKind::Chart),
                Some("dialogsheet") => Some(SheetKind::Dialog),
                Some("xlMacrosheet" | "xlIntlMacrosheet") => Some(SheetKind::Macro),
                _ => Some(SheetKind::Unknown),
            },
        });
    }
    Ok(sheets)
}

fn outline(mut records: Records<impl Read>, sink: &mut Sink<impl Write>) -> Result<Ending, Reason> {
    let mut ending = Ending::default();
    let mut row = 0;
    while let Some(kind) = records.next()? {
        let record = &records.content;
        match kind {
            ROW => {
                row = u32_at(record, 0)?.saturating_add(1);
                // The fourth bit of the byte of levels: a height of nothing.
                let is_hidden = record.get(11).is_some_and(|flags| flags & 0x10 != 0);
                // A list longer than all rows only repeats itself.
                if is_hidden && ending.hidden_rows.len() < limits::ROWS as usize {
                    ending.hidden_rows.push(row);
                }
            }
            FORMULA_ERROR => {
                let error = error(*record.get(8).ok_or(Reason::Broken(None))?);
                sink.cell(Address { row, column: u32_at(record, 0)? }, WireValue::Error(Cow::Borrowed(error)))?;
            }
            COLUMNS if u16_at(record, 16)? & 1 != 0 && ending.hidden_columns.len() < limits::COLUMNS as usize => {
                ending.hidden_columns.extend(u32_at(record, 0)?..u32_at(record, 4)?.saturating_add(1).min(limits::COLUMNS));
            }
            MERGE => {
                let address =
                    |row, column| Ok::<_, Reason>(Address { row: u32_at(record, row)?.saturating_add(1), column: u32_at(record, column)? });
                ending.merges.push(Area { first: address(0, 8)?, last: address(4, 12)? });
                if ending.merges.len() > limits::MERGES {
                    return Err(Reason::TooManyMerges);
                }
            }
            _ => {}
        }
    }
    Ok(ending)
}

/// How an error is written, by its number in the file.
pub(super) fn error(number: u8) -> &'static str {
    match number {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}

/// A text of 16-bit characters after its length, and where it ends.
fn wide_text(record: &[u8], at: usize) -> Result<(String, usize), Reason> {
    let length = u32_at(record, at)?;
    // A length of all ones stands for no text.
    if length == u32::MAX {
        return Ok((String::new(), at + 4));
    }
    let from = at + 4;
    let to = (length as usize).checked_mul(2).and_then(|bytes| from.checked_add(bytes)).ok_or(Reason::Broken(None))?;
    let units = record.get(from..to).ok_or(Reason::Broken(None))?.chunks_exact(2);
    let units: Vec<u16> = units.map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
    Ok((String::from_utf16_lossy(&units), to))
}

/// The records of a part: a kind, a length, a content.
struct Records<R: Read> {
    part: BufReader<R>,
    content: Vec<u8>,
}

impl<R: Read> Records<R> {
    fn new(part: R) -> Self {
        Self { part: BufReader::with_capacity(1 << 16, part), content: Vec::new() }
    }

    /// The next record's kind, its content being kept; nothing at the end.
    fn next(&mut self) -> Result<Option<u16>, Reason> {
        let mut byte = [0];
        if self.part.read(&mut byte)? == 0 {
            return Ok(None);
        }
        let mut kind = u16::from(byte[0]);
        if kind & 0x80 != 0 {
            kind = kind & 0x7F | u16::from(self.byte()? & 0x7F) << 7;
        }
        let mut length = 0_u64;
        for place in 0..4 {
            let byte = self.byte()?;
            length |= u64::from(byte & 0x7F) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        self.content.clear();
        // What is read is counted, not what is declared.
        if (&mut self.part).take(length).read_to_end(&mut self.content)? as u64 != length {
            return Err(Reason::Broken(None));
        }
        Ok(Some(kind))
    }

    fn byte(&mut self) -> Result<u8, Reason> {
        let mut byte = [0];
        self.part.read_exact(&mut byte)?;
        Ok(byte[0])
    }
}
