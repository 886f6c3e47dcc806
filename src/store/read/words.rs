//! The words of rows: shared where they are the same, and turned into what they mean.

use std::collections::{BTreeMap, HashSet};
use std::fmt::{self, Display};
use std::str::FromStr;
use std::sync::Arc;

use sea_orm::{ConnectionTrait, EntityTrait};
use serde::Deserialize;

use super::super::StoreError;
use crate::ledger::{Country, SheetName, Source, Text, Whereabouts};

/// Words that were read, each kept once; and the sheets.
#[derive(Default)]
pub(in super::super) struct Words {
    texts: HashSet<Text>,
    sheets: BTreeMap<i64, Arc<SheetName>>,
}

impl Words {
    /// No words, and the sheets that the database knows.
    pub(in super::super) async fn load(connection: &impl ConnectionTrait) -> Result<Self, StoreError> {
        let mut words = Self::default();
        for row in entity::sheet::Entity::find().all(connection).await? {
            let name = SheetName { workbook: words.text(&row.workbook), sheet: words.text(&row.sheet) };
            words.sheets.insert(row.id, Arc::new(name));
        }
        Ok(words)
    }

    /// The text, shared with the same texts read before.
    pub(in super::super) fn text(&mut self, text: &str) -> Text {
        if let Some(known) = self.texts.get(text) {
            return known.clone();
        }
        let text: Text = text.into();
        self.texts.insert(text.clone());
        text
    }

    /// The same of a column that may be empty.
    pub(super) fn optional(&mut self, text: Option<&String>) -> Option<Text> {
        text.map(|text| self.text(text))
    }

    /// Where a statement was read.
    pub(super) fn source(&mut self, row: Row<'_>, sheet_id: i64, field: &str, cell: &str, text: &str) -> Result<Source, StoreError> {
        let sheet = self.sheet(row, sheet_id)?;
        Ok(Source { field: row.word("field", field)?, sheet, cell: cell.into(), text: self.text(text) })
    }

    /// A sheet by its row.
    pub(super) fn sheet(&self, row: Row<'_>, sheet_id: i64) -> Result<Arc<SheetName>, StoreError> {
        self.sheets.get(&sheet_id).cloned().ok_or_else(|| row.refuse("sheet_id", sheet_id))
    }

    /// Where something is, but for the countries, which are a list.
    pub(super) fn whereabouts(
        &mut self,
        row: Row<'_>,
        [certainty, abroad]: [(&'static str, &str); 2],
        [reason, text]: [Option<&String>; 2],
    ) -> Result<Whereabouts, StoreError> {
        Ok(Whereabouts {
            certainty: row.word(certainty.0, certainty.1)?,
            abroad: row.word(abroad.0, abroad.1)?,
            countries: Vec::new(),
            reason: self.optional(reason),
            text: self.optional(text),
        })
    }
}

/// A row that is being read: its table and its key, for the message where it cannot be.
#[derive(Clone, Copy)]
pub(in super::super) struct Row<'a> {
    pub(in super::super) table: &'static str,
    pub(in super::super) key: &'a (dyn Display + Sync),
}

impl Row<'_> {
    /// A word of an enum, or another value that is written as text.
    pub(in super::super) fn word<T: FromStr>(self, column: &'static str, word: &str) -> Result<T, StoreError> {
        word.parse().map_err(|_| self.refuse(column, word))
    }

    /// The same of a column that may be empty.
    pub(in super::super) fn optional<T: FromStr>(self, column: &'static str, word: Option<&String>) -> Result<Option<T>, StoreError> {
        word.map(|word| self.word(column, word)).transpose()
    }

    /// A list that is written as JSON.
    pub(super) fn json<'a, T: Deserialize<'a>>(self, column: &'static str, json: &'a str) -> Result<T, StoreError> {
        serde_json::from_str(json).map_err(|error| self.refuse(column, error))
    }

    /// A country by its code.
    pub(super) fn country(self, column: &'static str, code: &str) -> Result<Country, StoreError> {
        Country::from_code(code).ok_or_else(|| self.refuse(column, code))
    }

    /// A number that is not negative.
    pub(in super::super) fn number(self, column: &'static str, number: i64) -> Result<u32, StoreError> {
        u32::try_from(number).map_err(|_| self.refuse(column, number))
    }

    /// The same of a column that may be empty.
    pub(in super::super) fn optional_number(self, column: &'static str, number: Option<i64>) -> Result<Option<u32>, StoreError> {
        number.map(|number| self.number(column, number)).transpose()
    }

    /// The row cannot be understood.
    pub(in super::super) fn refuse(self, column: &'static str, value: impl Display) -> StoreError {
        StoreError::row(self.table, column, self.key, value)
    }
}

/// A key of several columns, written only where a message needs it.
pub(in super::super) struct Key<'a>(pub(in super::super) &'a [&'a (dyn Display + Sync)]);

impl Display for Key<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, part) in self.0.iter().enumerate() {
            write!(f, "{}{part}", if position == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}
