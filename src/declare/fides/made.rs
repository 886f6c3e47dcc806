//! Sheets made of a manifest, in the reader's own headings, and what each of their cells stands for.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::ledger::{SheetName, Source, Text};
use crate::sheet::table::{Address, Cell, Row, Table, Value};

/// What a cell of a made sheet stands for.
#[derive(Debug, Clone)]
pub(super) struct Said {
    /// The words for the reader.
    pub words: String,
    /// Where they stand in the manifest.
    pub path: String,
    /// How they stand there.
    pub written: String,
}

impl Said {
    /// Words that are said as they are written.
    pub(super) fn plain(words: &str, path: String) -> Self {
        Self { words: words.to_owned(), path, written: words.to_owned() }
    }
}

/// Where the cells of made sheets stand in truth: by workbook, sheet and cell.
#[derive(Debug, Default)]
pub(in crate::declare) struct Places(BTreeMap<(Text, Text, Text), Truth>);

#[derive(Debug)]
struct Truth {
    sheet: Arc<SheetName>,
    path: Text,
    written: Text,
}

impl Places {
    /// Makes a source of a made cell one of the manifest.
    pub(in crate::declare) fn correct(&self, source: &mut Source) {
        if self.0.is_empty() {
            return;
        }
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
    headings: Vec<String>,
    rows: Vec<BTreeMap<usize, Said>>,
}

impl Made {
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, headings: Vec::new(), rows: Vec::new() }
    }

    pub(super) fn begin_row(&mut self) {
        self.rows.push(BTreeMap::new());
    }

    /// Says something in the row begun last. What is said again under a heading stands in place of what was said before.
    pub(super) fn say(&mut self, heading: &str, said: Said) {
        let column = self.column(heading);
        if let Some(row) = self.rows.last_mut().filter(|_| !said.words.trim().is_empty()) {
            row.insert(column, said);
        }
    }

    /// Says something beside what already stands under the heading, on a line of its own.
    pub(super) fn say_more(&mut self, heading: &str, said: Said) {
        let column = self.column(heading);
        let Some(row) = self.rows.last_mut() else { return };
        match row.get_mut(&column) {
            Some(before) => {
                before.words = format!("{}\n{}", before.words, said.words);
                before.written = format!("{}\n{}", before.written, said.written);
            }
            None => {
                row.insert(column, said);
            }
        }
    }

    fn column(&mut self, heading: &str) -> usize {
        self.headings.iter().position(|known| known == heading).unwrap_or_else(|| {
            self.headings.push(heading.to_owned());
            self.headings.len() - 1
        })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The sheet, and where its cells stand in truth. With labels, a row is a label and a value instead.
    pub(super) fn finish(self, workbook: &Text, sheet: &Arc<SheetName>, labels: bool, places: &mut Places) -> Table {
        let mut table = Table { name: self.name.into(), ..Table::default() };
        let mut cell = |table: &mut Table, row: usize, column: usize, words: &str, said: &Said| {
            let at = Address { row: number(row) + 1, column: number(column) };
            if table.rows.last().is_none_or(|last| last.number != at.row) {
                table.rows.push(Row { number: at.row, hidden: false, cells: Vec::new() });
            }
            if let Some(last) = table.rows.last_mut() {
                last.cells.push(Cell { column: at.column, value: Value::Text(words.into()) });
            }
            let truth = Truth { sheet: sheet.clone(), path: said.path.as_str().into(), written: said.written.as_str().into() };
            places.0.insert((workbook.clone(), table.name.clone(), at.to_string().into()), truth);
        };
        let first = |column: usize| self.rows.iter().find_map(|row| row.get(&column));
        if labels {
            for (column, heading) in self.headings.iter().enumerate() {
                if let Some(said) = first(column) {
                    cell(&mut table, column, 0, heading, said);
                    cell(&mut table, column, 1, &said.words, said);
                }
            }
            return table;
        }
        for (column, heading) in self.headings.iter().enumerate() {
            if let Some(said) = first(column) {
                cell(&mut table, 0, column, heading, &Said { written: heading.clone(), ..said.clone() });
            }
        }
        for (row, said) in self.rows.iter().enumerate() {
            for (column, said) in said {
                cell(&mut table, row + 1, *column, &said.words, said);
            }
        }
        table
    }
}

/// A sheet that is only named, so that the reader tells that it was passed over.
pub(super) fn named_only(name: &str, workbook: &Text, sheet: &Arc<SheetName>, places: &mut Places) -> Table {
    let row = Row { number: 1, hidden: false, cells: vec![Cell { column: 0, value: Value::Text(name.into()) }] };
    let truth = Truth { sheet: sheet.clone(), path: name.into(), written: name.into() };
    places.0.insert((workbook.clone(), name.into(), "A1".into()), truth);
    Table { name: name.into(), rows: vec![row], ..Table::default() }
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX - 1)
}
