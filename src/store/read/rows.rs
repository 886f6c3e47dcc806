//! Where entries were read, from the rows of sheets.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

use super::super::StoreError;
use super::lists::Listed;
use super::words::{Key, Row, Words};
use crate::ledger::{CellName, Field, Source};

/// Of a row of a sheet, its position, the sheet, its number, and of each field that it says the column, from 1, and the text.
pub(super) struct SheetRow<'a> {
    position: i32,
    sheet_id: i64,
    row: Option<u32>,
    cells: Vec<(Field, Option<u32>, Cow<'a, str>)>,
}

impl SheetRow<'_> {
    /// How many cells it has.
    pub(super) fn cells(&self) -> usize {
        self.cells.len()
    }

    /// Adds where the fields of a version were read.
    pub(super) fn sources(&self, version_id: i64, words: &mut Words, to: &mut Vec<Source>) -> Result<(), StoreError> {
        let sheet = words.sheet(Row { table: "entry_row", key: &Key(&[&version_id, &self.position]) }, self.sheet_id)?;
        for (field, column, text) in &self.cells {
            let place = self.row.zip(column.and_then(|column| column.checked_sub(1)));
            let cell = place.map_or(CellName::NONE, |(row, column)| CellName::new(row, column));
            to.push(Source { field: *field, sheet: sheet.clone(), cell, text: words.text(text) });
        }
        Ok(())
    }
}

impl Listed for SheetRow<'_> {
    fn position(&self) -> i32 {
        self.position
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for SheetRow<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_seq(Columns)
    }
}

/// A text of the list, not copied where it stands there as it is.
#[derive(serde::Deserialize)]
struct Borrowed<'a>(#[serde(borrow)] Cow<'a, str>);

/// The table's columns behind the version, in their order.
struct Columns;

impl<'de> Visitor<'de> for Columns {
    type Value = SheetRow<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the columns of entry_row")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut columns: A) -> Result<SheetRow<'de>, A::Error> {
        let missing = |column| A::Error::missing_field(column);
        let position = columns.next_element()?.ok_or_else(|| missing("position"))?;
        let sheet_id = columns.next_element()?.ok_or_else(|| missing("sheet_id"))?;
        let row = columns.next_element()?.ok_or_else(|| missing("row"))?;
        let mut cells = Vec::with_capacity(Field::of_entries().len());
        for field in Field::of_entries() {
            let column: Option<u32> = columns.next_element()?.ok_or_else(|| missing("column"))?;
            let text: Option<Borrowed<'de>> = columns.next_element()?.ok_or_else(|| missing("text"))?;
            if let Some(Borrowed(text)) = text {
                cells.push((*field, column, text));
            }
        }
        Ok(SheetRow { position, sheet_id, row, cells })
    }
}
