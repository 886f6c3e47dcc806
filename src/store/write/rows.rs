//! The cells that an entry was read from, a row of a sheet a row.

use sea_orm::{DatabaseTransaction, Value};

use super::super::StoreError;
use super::super::batch::Batch;
use super::sheets::Sheets;
use crate::ledger::{Field, Source};

/// Rows of sheets on their way into the database.
pub(super) struct Rows(Batch<entity::entry_row::Entity>);

impl Rows {
    /// No rows yet.
    pub(super) fn new() -> Self {
        Self(Batch::new())
    }

    /// Takes what a version was read from. Refuses a field that no entry has.
    pub(super) fn add(&mut self, sheets: &mut Sheets, version_id: i64, sources: &[Source]) -> Result<(), StoreError> {
        if let Some(other) = sources.iter().find(|source| source.field > Field::OtherColumns) {
            return Err(StoreError::row("entry_row", "*", version_id, other.field.as_ref()));
        }
        let (mut rest, mut position) = (sources, 0);
        while let Some(first) = rest.first() {
            let (row, after) = rest.split_at(of_one_row(rest));
            let number = first.cell.place().map(|(row, _)| row);
            let place = [version_id.into(), position.into(), sheets.id(&first.sheet)?.into(), integer(number)];
            let mut row = row.iter().peekable();
            let cells = Field::of_entries().iter().flat_map(|field| {
                let source = row.next_if(|source| source.field == *field);
                let column = source.and_then(|source| source.cell.place()).map(|(_, column)| column + 1);
                [integer(column), Value::String(source.map(|source| source.text.to_string()))]
            });
            self.0.add_values(place.into_iter().chain(cells))?;
            (rest, position) = (after, position + 1);
        }
        Ok(())
    }

    /// Writes every row.
    pub(super) async fn write(&mut self, transaction: &DatabaseTransaction) -> Result<(), StoreError> {
        self.0.write(transaction).await
    }
}

/// How many of the first sources stand in one row of one sheet, their fields in order.
fn of_one_row(sources: &[Source]) -> usize {
    let row = |source: &Source| source.cell.place().map(|(row, _)| row);
    let goes_on = |pair: &&[Source]| pair[0].sheet == pair[1].sheet && row(&pair[0]) == row(&pair[1]) && pair[0].field < pair[1].field;
    1 + sources.windows(2).take_while(goes_on).count()
}

/// A number that a spreadsheet can have.
fn integer(number: Option<u32>) -> Value {
    Value::Int(number.and_then(|number| i32::try_from(number).ok()))
}
