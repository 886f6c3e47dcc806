//! Findings as a workbook of their own: a row a finding, to filter and to tick off.

use std::borrow::Cow;

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use crate::finding::{Finding, Severity};
use crate::language::Language;

/// The headings and how wide each column is, in letters.
const COLUMNS: [(&str, f64); 13] = [
    ("重さ", 8.0),
    ("ブック", 24.0),
    ("シート", 18.0),
    ("セル", 12.0),
    ("記載", 28.0),
    ("指摘", 48.0),
    ("対処", 48.0),
    ("Severity", 10.0),
    ("Finding", 48.0),
    ("What to do", 48.0),
    ("種類", 22.0),
    ("事業者コード", 16.0),
    ("管理番号", 14.0),
];

/// How many of the columns are printed: those in Japanese. The others are for reading on a screen.
const PRINTED: u16 = 7;

/// The most letters that a cell of a workbook can have.
const CELL_LETTERS: usize = 32_767;
/// The height of a line, in points.
const LINE: f64 = 15.0;
/// How many lines a row shows at most before it has to be pulled down.
const MOST_LINES: f64 = 12.0;
/// Cells of one finding that are named; more are counted.
const MOST_CELLS: usize = 50;

/// The findings as the bytes of an `.xlsx` file, the gravest first. Every cell is text, so that nothing in it is a formula or a link.
///
/// # Errors
/// Where there are more findings than a sheet has rows, 1,048,575.
pub fn findings_workbook(findings: &[Finding]) -> Result<Vec<u8>, XlsxError> {
    let base = Format::new().set_font_name(super::xlsx::FONT).set_font_size(10).set_text_wrap();
    let words = base.clone().set_align(FormatAlign::Top).set_border(FormatBorder::Hair);
    let heading = base.set_bold().set_align(FormatAlign::VerticalCenter).set_background_color("#E7E2D6").set_border(FormatBorder::Thin);
    let mut workbook = super::xlsx::new_workbook();
    let page = workbook.add_worksheet().set_name("指摘")?;
    for (column, (name, width)) in (0..).zip(COLUMNS) {
        page.set_column_width(column, width)?.write_string_with_format(0, column, name, &heading)?;
    }
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| finding.code.severity());
    for (row, finding) in (1..).zip(&sorted) {
        write(page, row, finding, &words)?;
    }
    let last_row = u32::try_from(sorted.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
    let last_column = u16::try_from(COLUMNS.len() - 1).map_err(|_| XlsxError::RowColumnLimitError)?;
    page.autofilter(0, 0, last_row.max(1), last_column)?.set_freeze_panes(1, 0)?;
    page.set_print_area(0, 0, last_row.max(1), PRINTED - 1)?.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    workbook.save_to_buffer()
}

fn write(page: &mut Worksheet, row: u32, finding: &Finding, words: &Format) -> Result<(), XlsxError> {
    let severity = finding.code.severity();
    let (word, colour) = match severity {
        Severity::Error => ("誤り", "#F8B4B4"),
        Severity::Warning => ("注意", "#FFE08A"),
        Severity::Note => ("参考", "#CFE4F7"),
    };
    let first = finding.sources.first();
    let mut cells: Vec<String> = finding.sources.iter().take(MOST_CELLS).map(|source| source.cell.to_string()).collect();
    if finding.sources.len() > MOST_CELLS {
        cells.push("…".to_owned());
    }
    let cells = cells.join(", ");
    let control_no = finding.entry.as_ref().map_or("", |(control_no, _)| control_no);
    let texts: [Cow<'_, str>; 13] = [
        word.into(),
        first.map_or("", |source| &source.sheet.workbook).into(),
        first.map_or("", |source| &source.sheet.sheet).into(),
        cells.into(),
        first.map_or("", |source| &source.text).into(),
        finding.message(Language::Ja).into(),
        finding.advice(Language::Ja).unwrap_or_default().into(),
        severity.as_ref().into(),
        finding.message(Language::En).into(),
        finding.advice(Language::En).unwrap_or_default().into(),
        finding.code.as_ref().into(),
        finding.organization.as_ref().into(),
        control_no.into(),
    ];
    page.set_row_height(row, LINE * height(&texts))?;
    let coloured = words.clone().set_background_color(colour);
    for (column, text) in (0..).zip(texts) {
        let text: String = text.chars().take(CELL_LETTERS).collect();
        page.write_string_with_format(row, column, text, if column == 0 || column == PRINTED { &coloured } else { words })?;
    }
    Ok(())
}

/// How many lines a row needs; programs do not all find out by themselves.
fn height(texts: &[Cow<'_, str>]) -> f64 {
    let lines = texts.iter().zip(COLUMNS).map(|(text, (_, width))| {
        let lines = text.lines().map(|line| (f64::from(u32::try_from(line.width()).unwrap_or(u32::MAX)) / width).ceil().max(1.0));
        lines.sum::<f64>()
    });
    lines.fold(1.0, f64::max).min(MOST_LINES)
}
