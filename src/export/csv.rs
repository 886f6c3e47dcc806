//! A sheet as a CSV file.

use csv::{Terminator, WriterBuilder};

use super::sheets::Sheet;

/// A cell that a spreadsheet would take for a formula gets an apostrophe before it, which the reader of CSV files takes off again.
#[must_use]
pub fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

/// The sheet as the bytes of a CSV file in UTF-8, its headings first.
///
/// # Errors
/// Never for a sheet whose rows have a cell for each heading; the type is that of the library.
pub fn csv(sheet: &Sheet) -> Result<Vec<u8>, csv::Error> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    if !sheet.headings.is_empty() {
        writer.write_record(sheet.headings.iter().map(|heading| harmless(heading)))?;
    }
    for row in &sheet.rows {
        writer.write_record(row.iter().map(|cell| harmless(&cell.to_string())))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}
