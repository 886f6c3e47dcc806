//! What the reader makes of sheets before they are written to a file.

use crate::declare::{Options, declare};
use crate::ledger::{Entry, Text};
use crate::sheet::table::{Cell, Row, Table, Value, Workbook};
use crate::vocabulary::Vocabulary;

use super::sheets::Sheet;

/// The entries that the reader takes from the rows of 台帳, none where it takes none or several from one.
pub(super) fn read_back(organization: &Sheet, ledger: &Sheet, code: &Text, vocabulary: &Vocabulary) -> Vec<Option<Entry>> {
    let workbook = Workbook { tables: vec![table(organization), table(ledger)], ..Workbook::default() };
    let options = Options { organization: Some(code), vocabulary };
    let (declared, _) = declare(&[workbook], &options);
    let mut rows: Vec<Option<Entry>> = vec![None; ledger.rows.len()];
    let mut taken = vec![0_usize; ledger.rows.len()];
    for entry in declared.into_iter().flat_map(|declared| declared.entries) {
        let mut of_ledger = entry.sources.iter().filter(|source| &*source.sheet.sheet == ledger.name);
        let Some((row, _)) = of_ledger.find_map(|source| source.cell.place()) else { continue };
        let Some(at) = (row as usize).checked_sub(2).filter(|at| *at < rows.len()) else { continue };
        taken[at] += 1;
        rows[at] = (taken[at] == 1).then_some(entry);
    }
    rows
}

/// A sheet as it is read from a CSV file: every cell is words.
fn table(sheet: &Sheet) -> Table {
    let headings = (!sheet.headings.is_empty()).then(|| sheet.headings.clone());
    let rows = headings.into_iter().chain(sheet.rows.iter().map(|row| row.iter().map(ToString::to_string).collect()));
    let rows = (1..).zip(rows).map(|(number, cells): (u32, Vec<String>)| {
        let filled = (0..).zip(cells).filter(|(_, text)| !text.trim().is_empty());
        Row { number, hidden: false, cells: filled.map(|(column, text)| Cell { column, value: Value::Text(text.into()) }).collect() }
    });
    Table { name: sheet.name.into(), rows: rows.filter(|row| !row.cells.is_empty()).collect(), ..Table::default() }
}
