//! `.xlsx` and `.xlsm`: values by the reading library's stream of cells, the rest by [`outline`], both at once.

use std::borrow::Cow;
use std::io::{Cursor, Write};
use std::iter;
use std::sync::mpsc;

use calamine::{Cell, DataRef, Dimensions, Reader as _, Xlsx};
use quick_xml::events::Event;

use super::frame::WireValue;
use super::limits;
use super::moment;
use super::outline::{self, Outline};
use super::package::{Package, attribute, split};
use super::passable::passable;
use super::refusal::Reason;
use super::remark::{RemarkKind, SheetKind};
use super::shown::Shown;
use super::sink::{Shared, Sink};
use super::table::Address;

/// How many cells are handed over at once.
const BATCH: usize = 1_024;

/// How many times as many are read before they are put away.
const BATCHES_AHEAD: usize = 4;

/// A sheet as the workbook lists it.
pub(super) struct Listed {
    /// Its name.
    pub name: String,
    hidden: bool,
    /// The part that it is.
    pub part: String,
    /// What it is, unless a sheet of cells.
    pub kind: Option<SheetKind>,
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
    package.weigh(&[workbook, &format!("{folder}sharedStrings.xml"), &format!("{folder}styles.xml")])?;
    // The outline takes as long as the values, so they are read at once.
    std::thread::scope(|scope| {
        let (outlines, next_outline) = mpsc::sync_channel(1);
        let sheets = &sheets;
        scope.spawn(move || {
            for sheet in sheets.iter().filter(|sheet| sheet.kind.is_none()) {
                if outlines.send(outline_of(&mut package, sheet)).is_err() {
                    return;
                }
            }
        });
        let mut book = Xlsx::new(Cursor::new(&*bytes)).map_err(|_| Reason::Broken(None))?;
        let mut formats = None;
        for sheet in sheets {
            if let Some(kind) = sheet.kind {
                sink.remark_on(&sheet.name, None, RemarkKind::SkippedSheet(kind))?;
                continue;
            }
            sink.begin(&sheet.name, sheet.hidden)?;
            let values = values(&mut book, sheet, &mut formats, sink);
            if let Err(reason) = &values
                && !matches!(reason, Reason::Broken(_))
            {
                return values;
            }
            // Of a sheet that neither can read, the outline says more.
            let Outline { ending, formulas } = next_outline.recv().map_err(|_| Reason::Broken(None))??;
            values?;
            for (at, formula) in formulas {
                sink.cell(at, WireValue::Formula(Cow::Owned(formula)))?;
            }
            sink.end(ending)?;
        }
        Ok(())
    })
}

fn outline_of(package: &mut Package<'_>, sheet: &Listed) -> Result<Outline, Reason> {
    let broken = || Reason::Broken(Some(sheet.name.as_str().into()));
    let xml = package.beside_values(&sheet.part)?.ok_or_else(broken)?;
    outline::read(xml).map_err(|reason| if reason == Reason::Broken(None) { broken() } else { reason })
}

/// The outlines of all sheets, taken alone.
#[cfg(fuzzing)]
pub(super) fn outlines(package: &mut Package<'_>, workbook: &str) -> Result<(), Reason> {
    let sheets = list(package, workbook)?;
    sheets.iter().filter(|sheet| sheet.kind.is_none()).try_for_each(|sheet| outline_of(package, sheet).map(drop))
}

/// The sheets that the workbook lists, in its order.
pub(super) fn list(package: &mut Package<'_>, workbook: &str) -> Result<Vec<Listed>, Reason> {
    let (folder, name) = split(workbook);
    let relations = package.relations(&format!("{folder}_rels/{name}.rels"))?;
    let mut sheets = Vec::new();
    let mut xml = package.xml(workbook)?.ok_or(Reason::Broken(None))?;
    while let Some(event) = xml.next()? {
        let (Event::Start(element) | Event::Empty(element)) = event else { continue };
        if element.local_name().as_ref() != "sheet" {
            continue;
        }
        let relation = attribute(&element, "id")?.and_then(|id| relations.get(&id));
        sheets.push(Listed {
            name: attribute(&element, "name")?.unwrap_or_default(),
            hidden: attribute(&element, "state")?.is_some_and(|state| state != "visible"),
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

fn values(
    book: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &Listed,
    formats: &mut Option<Vec<Option<Shown>>>,
    sink: &mut Sink<impl Write>,
) -> Result<(), Reason> {
    let broken = || Reason::Broken(Some(sheet.name.as_str().into()));
    let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(|_| broken())?;
    let formats = formats.get_or_insert_with(|| {
        let code = |style: &calamine::Style| style.number_format.as_ref().and_then(|format| Shown::of(&format.format_code));
        cells.styles().iter().map(code).collect()
    });
    let Dimensions { start, end } = cells.dimensions();
    if end > start {
        sink.foresee(end.0.saturating_sub(start.0) as usize + 1)?;
    }
    // While cells are put away the next are read.
    std::thread::scope(|scope| {
        let (batches, next_batch) = mpsc::sync_channel(BATCHES_AHEAD);
        scope.spawn(move || {
            loop {
                let batch = iter::from_fn(|| cells.next_cell_with_style_id().transpose()).take(BATCH).collect::<Result<Vec<_>, _>>();
                // Beyond the end the stream takes a sheet for broken, so none is read after a batch that is not full.
                let is_last = batch.as_ref().map_or(true, |cells| cells.len() < BATCH);
                if batches.send(batch).is_err() || is_last {
                    return;
                }
            }
        });
        let mut shared = Shared::new();
        for batch in next_batch {
            for (cell, style) in batch.map_err(|_| broken())? {
                let format = formats.get(style).and_then(Option::as_ref);
                put(&cell, format, &mut shared, sink)?;
            }
        }
        Ok(())
    })
}

/// Hands on a cell of the reading library's streams, if anything stands in it.
pub(super) fn put<'a>(
    cell: &Cell<DataRef<'a>>,
    format: Option<&Shown>,
    shared: &mut Shared<'a>,
    sink: &mut Sink<impl Write>,
) -> Result<(), Reason> {
    let (row, column) = cell.get_position();
    let at = Address { row: row.saturating_add(1), column };
    let number = |number: f64| match format.and_then(|format| format.text(number)) {
        Some(text) => WireValue::Text(Cow::Owned(text)),
        None => WireValue::Number(number),
    };
    let value = match cell.get_value() {
        DataRef::Empty => return Ok(()),
        DataRef::SharedString(text) => return sink.shared(at, text, shared),
        DataRef::String(text) => WireValue::Text(Cow::Borrowed(text)),
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet's integers are of 32 bits")]
        DataRef::Int(integer) => number(*integer as f64),
        DataRef::Float(float) => number(*float),
        DataRef::Bool(truth) => WireValue::Boolean(*truth),
        DataRef::DateTime(serial) => moment::of_serial(*serial),
        DataRef::DateTimeIso(text) => moment::of_iso(text),
        DataRef::DurationIso(text) => moment::of_iso_duration(text),
        DataRef::Error(error) => WireValue::Error(Cow::Owned(error.to_string())),
    };
    sink.cell(at, value)
}
