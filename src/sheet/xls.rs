//! `.xls`: values, merged areas and formulas by the reading library, hidden rows and columns and number formats by [`biff`].
//!
//! The library lays a sheet out densely; what that costs is bounded by the process this runs in.

use std::borrow::Cow;
use std::io::{Cursor, Write};

use calamine::{Data, Reader as _, SheetType, SheetVisible, Xls};

use super::biff::{self, Outline};
use super::frame::WireValue;
use super::limits;
use super::moment;
use super::ole::Ole;
use super::refusal::Reason;
use super::remark::{RemarkKind, SheetKind};
use super::sink::Sink;
use super::table::{Address, Area};

/// Reads every sheet.
pub(super) fn read(bytes: &[u8], ole: &Ole<'_>, sink: &mut Sink<impl Write>) -> Result<(), Reason> {
    let stream = ole.stream(if ole.has("Workbook") { "Workbook" } else { "Book" })?;
    let mut outlines = biff::read(&stream)?;
    if outlines.len() > limits::SHEETS {
        return Err(Reason::TooManySheets(outlines.len() as u64));
    }
    drop(stream);
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|_| Reason::Broken(None))?;
    let sheets = book.sheets_metadata().to_vec();
    outlines.resize_with(sheets.len(), Outline::default);
    for (place, (sheet, outline)) in sheets.iter().zip(outlines).enumerate() {
        let skipped = match sheet.typ {
            SheetType::WorkSheet => None,
            SheetType::DialogSheet => Some(SheetKind::Dialog),
            SheetType::MacroSheet => Some(SheetKind::Macro),
            SheetType::ChartSheet => Some(SheetKind::Chart),
            SheetType::Vba => Some(SheetKind::Module),
        };
        if let Some(kind) = skipped {
            sink.remark_on(&sheet.name, None, RemarkKind::SkippedSheet(kind))?;
            continue;
        }
        sink.begin(&sheet.name, sheet.visible != SheetVisible::Visible)?;
        read_sheet(&mut book, place, &sheet.name, outline, sink)?;
    }
    Ok(())
}

fn read_sheet(
    book: &mut Xls<Cursor<&[u8]>>,
    place: usize,
    name: &str,
    outline: Outline,
    sink: &mut Sink<impl Write>,
) -> Result<(), Reason> {
    let broken = || Reason::Broken(Some(name.into()));
    let formulas = book.worksheet_formula(name).map_err(|_| broken())?;
    let values = book.worksheet_range(name).map_err(|_| broken())?;
    let (first_row, first_column) = values.start().unwrap_or_default();
    for (row, column, value) in values.used_cells() {
        let at = address(first_row, row, first_column, column)?;
        let number = |number: f64| match outline.shown(at).and_then(|format| format.text(number)) {
            Some(text) => WireValue::Text(Cow::Owned(text)),
            None => WireValue::Number(number),
        };
        let value = match value {
            Data::Empty => continue,
            #[expect(clippy::cast_precision_loss, reason = "a spreadsheet's integers are of 32 bits")]
            Data::Int(integer) => number(*integer as f64),
            Data::Float(float) => number(*float),
            Data::String(text) => WireValue::Text(Cow::Borrowed(text)),
            Data::Bool(truth) => WireValue::Boolean(*truth),
            Data::DateTime(serial) => moment::of_serial(*serial),
            Data::DateTimeIso(text) => moment::of_iso(text),
            Data::DurationIso(text) => moment::of_iso_duration(text),
            Data::Error(error) => WireValue::Error(Cow::Owned(error.to_string())),
        };
        sink.cell(at, value)?;
    }
    let (first_row, first_column) = formulas.start().unwrap_or_default();
    for (row, column, formula) in formulas.used_cells() {
        let at = address(first_row, row, first_column, column)?;
        if values.get_value((at.row - 1, at.column)).is_none_or(|value| *value == Data::Empty) {
            sink.cell(at, WireValue::Formula(Cow::Borrowed(formula)))?;
        }
    }
    let mut ending = outline.ending;
    let merges = book.merge_cells_by_sheet_id(place).map_err(|_| broken())?;
    let corner = |(row, column): (u32, u32)| Address { row: row.saturating_add(1), column };
    ending.merges = merges.into_iter().map(|merge| Area { first: corner(merge.start), last: corner(merge.end) }).collect();
    sink.end(ending)
}

fn address(first_row: u32, row: usize, first_column: u32, column: usize) -> Result<Address, Reason> {
    let add = |first: u32, next: usize| u32::try_from(next).ok().and_then(|next| first.checked_add(next));
    match (add(first_row, row).and_then(|row| row.checked_add(1)), add(first_column, column)) {
        (Some(row), Some(column)) => Ok(Address { row, column }),
        _ => Err(Reason::Broken(None)),
    }
}
