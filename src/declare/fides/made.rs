//! Sheets made of a manifest, in the reader's own headings, and what each of their cells stands for.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::allowance::Allowance;
use super::said::Said;
use crate::ledger::{CellName, SheetName, Source, Text};
use crate::sheet::table::{Address, Cell, Row, Table, Value};

/// The most headings of a made sheet; what would have further ones stands under one of them.
const MOST_HEADINGS: usize = 120;
/// The heading of what has none of its own.
const BEYOND: &str = "その他の記載";

/// Where the cells of made sheets stand in truth: by workbook, sheet and cell.
#[derive(Debug, Default)]
pub(in crate::declare) struct Places(BTreeMap<(Text, Text, CellName), Truth>);

#[derive(Debug)]
struct Truth {
    sheet: Arc<SheetName>,
    path: CellName,
    written: Text,
}

impl Places {
    /// Whether nothing was made.
    pub(in crate::declare) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Makes a source of a made cell one of the manifest.
    pub(in crate::declare) fn correct(&self, source: &mut Source) {
        let key = (source.sheet.workbook.clone(), source.sheet.sheet.clone(), source.cell.clone());
        if let Some(truth) = self.0.get(&key) {
            source.sheet = truth.sheet.clone();
            source.cell = truth.path.clone();
            source.text = truth.written.clone();
        }
    }
}

/// A sheet while it is made: a heading a column, a row a record.
#[derive(Debug)]
pub(super) struct Made {
    name: &'static str,
    kind: &'static str,
    headings: Vec<String>,
    columns: BTreeMap<String, usize>,
    rows: Vec<BTreeMap<usize, Said>>,
    allowance: Allowance,
}

impl Made {
    /// An empty sheet made of the resources of a kind. The headings are there whether anything is said under them or not, so that the
    /// reader meets the same table whatever a manifest leaves out.
    pub(super) fn new(name: &'static str, kind: &'static str, headings: &[&str], allowance: &Allowance) -> Self {
        let mut made = Self { name, kind, headings: Vec::new(), columns: BTreeMap::new(), rows: Vec::new(), allowance: allowance.clone() };
        for heading in headings {
            made.column(heading);
        }
        made
    }

    /// Whether there is a column of that heading.
    pub(super) fn has(&self, heading: &str) -> bool {
        self.columns.contains_key(heading)
    }

    pub(super) fn begin_row(&mut self) {
        self.rows.push(BTreeMap::new());
    }

    /// Says something in the row begun last. What is said again under a heading stands in place of what was said before.
    pub(super) fn say(&mut self, heading: &str, said: Said) {
        if said.is_empty() || !self.allowance.take(said.bytes()) {
            return;
        }
        match self.column(heading) {
            Some(column) => {
                if let Some(row) = self.rows.last_mut() {
                    row.insert(column, said);
                }
            }
            None => self.beyond(heading, said),
        }
    }

    /// Says something beside what already stands under the heading, on a line of its own.
    pub(super) fn say_more(&mut self, heading: &str, said: Said) {
        if !self.allowance.take(said.bytes()) {
            return;
        }
        let Some(column) = self.column(heading) else { return self.beyond(heading, said) };
        let Some(row) = self.rows.last_mut() else { return };
        match row.get_mut(&column) {
            Some(before) => before.extend(said),
            None => {
                row.insert(column, said);
            }
        }
    }

    /// The column of a heading; none where there are more headings than a ledger has.
    fn column(&mut self, heading: &str) -> Option<usize> {
        if let Some(known) = self.columns.get(heading) {
            return Some(*known);
        }
        let next = self.headings.len();
        if next >= MOST_HEADINGS && heading != BEYOND {
            return None;
        }
        self.headings.push(heading.to_owned());
        self.columns.insert(heading.to_owned(), next);
        Some(next)
    }

    /// Keeps what has no column of its own under one for all, with its heading.
    fn beyond(&mut self, heading: &str, said: Said) {
        self.say_more(BEYOND, said.under(heading));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether nothing more is taken.
    pub(super) fn is_full(&self) -> bool {
        self.allowance.is_used_up()
    }

    /// The sheet as a table under headings, and where its cells stand in truth.
    pub(super) fn table(&self, workbook: &Text, sheet: &Arc<SheetName>, places: &mut Places) -> Table {
        let mut filling = Filling::new(self.name, workbook, sheet, places);
        for (column, heading) in self.headings.iter().enumerate() {
            let path = self.first(column).map_or_else(|| self.kind.to_owned(), |said| said.path().to_owned());
            filling.cell(0, column, heading, &Said::plain(heading, path));
        }
        for (row, said) in self.rows.iter().enumerate() {
            for (column, said) in said {
                filling.cell(row + 1, *column, &said.cell(), said);
            }
        }
        filling.table
    }

    /// The sheet as labels and values, a line a heading.
    pub(super) fn labels(&self, workbook: &Text, sheet: &Arc<SheetName>, places: &mut Places) -> Table {
        let mut filling = Filling::new(self.name, workbook, sheet, places);
        for (row, heading) in self.headings.iter().enumerate() {
            if let Some(said) = self.first(row) {
                filling.cell(row, 0, heading, said);
                filling.cell(row, 1, &said.cell(), said);
            }
        }
        filling.table
    }

    fn first(&self, column: usize) -> Option<&Said> {
        self.rows.iter().find_map(|row| row.get(&column))
    }
}

/// A table while its cells are written, row by row.
struct Filling<'f> {
    table: Table,
    workbook: &'f Text,
    sheet: &'f Arc<SheetName>,
    places: &'f mut Places,
}

impl<'f> Filling<'f> {
    fn new(name: &str, workbook: &'f Text, sheet: &'f Arc<SheetName>, places: &'f mut Places) -> Self {
        Self { table: Table { name: name.into(), ..Table::default() }, workbook, sheet, places }
    }

    fn cell(&mut self, row: usize, column: usize, words: &str, said: &Said) {
        let at = Address { row: number(row) + 1, column: number(column) };
        if self.table.rows.last().is_none_or(|last| last.number != at.row) {
            self.table.rows.push(Row { number: at.row, hidden: false, cells: Vec::new() });
        }
        if let Some(last) = self.table.rows.last_mut() {
            last.cells.push(Cell { column: at.column, value: Value::Text(words.into()) });
        }
        let truth = Truth { sheet: self.sheet.clone(), path: said.path().into(), written: said.as_written() };
        self.places.0.insert((self.workbook.clone(), self.table.name.clone(), CellName::at(at.row, at.column)), truth);
    }
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX - 1)
}
