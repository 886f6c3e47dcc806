//! A ledger as a workbook that a manager is glad to receive, and the empty one to begin with.

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Note, Workbook, Worksheet, XlsxError,
};

use unicode_width::UnicodeWidthStr;

use super::columns::{ColumnGuide, column, guide};
use super::sheets::{Sheet, Written};

/// A font for Japanese that Excel and LibreOffice have, or replace by one of their own.
pub(super) const FONT: &str = "Yu Gothic";

/// The widest column that the ledger's own headings get, in letters.
const OTHER_WIDTH: f64 = 20.0;

/// The width of the values of 事業者, in letters.
const LABELLED_WIDTH: f64 = 60.0;

/// How many lines a row shows at most before it has to be pulled down.
pub(super) const MOST_LINES: f64 = 16.0;

/// The height of a line, in points.
pub(super) const LINE: f64 = 18.0;

/// Rows below an empty template's heading that have drop-downs.
const TEMPLATE_ROWS: u32 = 1000;

/// How cells look.
pub(super) struct Looks {
    pub(super) heading: Format,
    label: Format,
    pub(super) words: Format,
    quoted: Format,
    day: Format,
    example: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let base = Format::new().set_font_name(FONT).set_font_size(10).set_align(FormatAlign::Top);
        let words = base.clone().set_text_wrap().set_border(FormatBorder::Hair);
        let heading = base.clone().set_bold().set_text_wrap().set_background_color("#E7E2D6").set_border(FormatBorder::Thin);
        Self {
            label: heading.clone(),
            heading: heading.set_align(FormatAlign::VerticalCenter),
            quoted: words.clone().set_quote_prefix(),
            day: words.clone().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            example: words.clone().set_italic().set_font_color("#808080"),
            words,
        }
    }
}

/// The workbook of these sheets, as the bytes of an `.xlsx` file.
///
/// # Errors
/// Where a cell holds more than the 32,767 letters that the format allows, or a sheet more than 1,048,576 rows.
pub fn workbook(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let mut workbook = new_workbook();
    for sheet in sheets {
        let page = workbook.add_worksheet().set_name(sheet.name)?;
        if sheet.headings.is_empty() {
            labels(page, sheet, &looks)?;
        } else {
            table(page, sheet, &looks)?;
        }
    }
    workbook.save_to_buffer()
}

/// The empty workbook: every sheet, heading, drop-down and note, with an example row. Nothing in it is protected.
///
/// # Errors
/// Never for the template as it stands; the type is that of the library.
pub fn template() -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let mut workbook = new_workbook();
    let first = workbook.add_worksheet().set_name("記入要領")?;
    first.set_column_width(0, 16)?.set_column_width(1, 90)?;
    for (row, sheet) in (0..).zip(guide()) {
        first.write_with_format(row, 0, sheet.name.as_str(), &looks.label)?.write_with_format(
            row,
            1,
            sheet.about.as_str(),
            &looks.words,
        )?;
    }
    for sheet in guide() {
        let page = workbook.add_worksheet().set_name(&sheet.name)?;
        if sheet.name == "事業者" {
            template_labels(page, &sheet.column, &looks)?;
        } else {
            template_table(page, &sheet.column, &looks)?;
        }
    }
    workbook.save_to_buffer()
}

/// A workbook whose bytes depend on what is written alone, not on when.
pub(super) fn new_workbook() -> Workbook {
    let mut workbook = Workbook::new();
    if let Ok(epoch) = ExcelDateTime::from_ymd(2000, 1, 1) {
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&epoch));
    }
    workbook
}

fn labels(page: &mut Worksheet, sheet: &Sheet, looks: &Looks) -> Result<(), XlsxError> {
    page.set_column_width(0, 22)?.set_column_width(1, LABELLED_WIDTH)?;
    for (at, row) in (0..).zip(&sheet.rows) {
        let lines = row.iter().map(|cell| lines(&cell.to_string(), LABELLED_WIDTH)).fold(1.0, f64::max);
        page.set_row_height(at, LINE * lines)?;
        for (column, cell) in (0..).zip(row) {
            write(page, at, column, cell, looks, column == 0)?;
        }
    }
    Ok(())
}

fn table(page: &mut Worksheet, sheet: &Sheet, looks: &Looks) -> Result<(), XlsxError> {
    let last_row = u32::try_from(sheet.rows.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
    for (at, heading) in (0..).zip(&sheet.headings) {
        let guide = column(sheet.name, heading);
        page.set_column_width(at, guide.map_or(OTHER_WIDTH, |guide| guide.width))?;
        page.write_with_format(0, at, heading.as_str(), &looks.heading)?;
        if let Some(guide) = guide {
            drop_down(page, guide, at, 1, last_row)?;
        }
    }
    let widths: Vec<f64> =
        sheet.headings.iter().map(|heading| column(sheet.name, heading).map_or(OTHER_WIDTH, |guide| guide.width)).collect();
    for (at, row) in (1..).zip(&sheet.rows) {
        let lines = row.iter().zip(&widths).map(|(cell, width)| lines(&cell.to_string(), *width)).fold(1.0, f64::max);
        page.set_row_height(at, LINE * lines.min(MOST_LINES))?;
        for (column, cell) in (0..).zip(row) {
            write(page, at, column, cell, looks, false)?;
        }
    }
    finish_table(page, sheet.headings.len(), last_row)
}

/// How many lines a cell takes up, wrapped at the width of its column.
pub(super) fn lines(cell: &str, width: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a cell has 32,767 letters at most")]
    let wrapped = |line: &str| (line.width() as f64 / width).ceil().max(1.0);
    cell.lines().map(wrapped).sum()
}

fn template_labels(page: &mut Worksheet, lines: &[ColumnGuide], looks: &Looks) -> Result<(), XlsxError> {
    page.set_column_width(0, 22)?.set_column_width(1, 50)?;
    for (at, line) in (0..).zip(lines) {
        page.write_with_format(at, 0, line.heading.as_str(), &looks.label)?;
        page.write_with_format(at, 1, "", &looks.words)?;
        note(page, line, at, 0)?;
        if !line.choices.is_empty() {
            page.add_data_validation(at, 1, at, 1, &choices(line)?)?;
        }
    }
    Ok(())
}

fn template_table(page: &mut Worksheet, columns: &[ColumnGuide], looks: &Looks) -> Result<(), XlsxError> {
    for (at, column) in (0..).zip(columns) {
        page.set_column_width(at, column.width)?;
        page.write_with_format(0, at, column.heading.as_str(), &looks.heading)?;
        note(page, column, 0, at)?;
        drop_down(page, column, at, 1, TEMPLATE_ROWS)?;
        // The first cell says that the row is an example; the reader passes over such a row.
        let example = column.example.as_deref().unwrap_or_default();
        let example = if at == 0 && example != EXAMPLE { format!("{EXAMPLE}：{example}") } else { example.to_owned() };
        page.write_with_format(1, at, example, &looks.example)?;
    }
    finish_table(page, columns.len(), TEMPLATE_ROWS)
}

/// What the first cell of an example row begins with.
const EXAMPLE: &str = "記入例";

pub(super) fn finish_table(page: &mut Worksheet, columns: usize, last_row: u32) -> Result<(), XlsxError> {
    let last_column = u16::try_from(columns.saturating_sub(1)).map_err(|_| XlsxError::RowColumnLimitError)?;
    page.set_row_height(0, 2.0 * LINE)?.set_freeze_panes(1, 2.min(last_column))?;
    page.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    page.autofilter(0, 0, last_row.max(1), last_column)?;
    Ok(())
}

pub(super) fn write(page: &mut Worksheet, row: u32, column: u16, cell: &Written, looks: &Looks, label: bool) -> Result<(), XlsxError> {
    let words = if label { &looks.label } else { &looks.words };
    match cell {
        Written::Words(text) if text.starts_with(['=', '+', '-', '@']) => {
            page.write_string_with_format(row, column, text, &looks.quoted)?
        }
        Written::Words(text) if text.is_empty() => page.write_blank(row, column, words)?,
        Written::Words(text) => page.write_string_with_format(row, column, text, words)?,
        Written::Number(number) => page.write_number_with_format(row, column, *number, words)?,
        Written::Day(day) => match ExcelDateTime::parse_from_str(&day.to_string()) {
            Ok(date) => page.write_datetime_with_format(row, column, date, &looks.day)?,
            // Days before 1900 have no number in the format.
            Err(_) => page.write_string_with_format(row, column, day.to_string(), words)?,
        },
    };
    Ok(())
}

fn note(page: &mut Worksheet, guide: &ColumnGuide, row: u32, column: u16) -> Result<(), XlsxError> {
    let words = match &guide.example {
        Some(example) if example != EXAMPLE => format!("{}\n例：{}", guide.note, example.replace('\n', "、")),
        _ => guide.note.clone(),
    };
    page.insert_note(row, column, &Note::new(words).add_author_prefix(false))?;
    Ok(())
}

fn drop_down(page: &mut Worksheet, guide: &ColumnGuide, column: u16, first: u32, last: u32) -> Result<(), XlsxError> {
    if !guide.choices.is_empty() && first <= last {
        page.add_data_validation(first, column, last, column, &choices(guide)?)?;
    }
    Ok(())
}

/// A drop-down that offers and does not forbid: what a ledger says may need other words.
fn choices(guide: &ColumnGuide) -> Result<DataValidation, XlsxError> {
    Ok(DataValidation::new().allow_list_strings(&guide.choices)?.show_error_message(false))
}
