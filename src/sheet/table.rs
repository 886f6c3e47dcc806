//! What a workbook is to the rest of the house: tables of located cells, without any idea of a ledger.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use chrono::{NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

use super::remark::Remark;

/// A workbook as it was read: a file, or a folder of CSV files with a table a file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Workbook {
    /// The file's or folder's own name, without the path that leads to it.
    pub name: Arc<str>,
    /// The sheets in the workbook's order, hidden ones included.
    pub tables: Vec<Table>,
    /// What could not be taken over as it stands, in the order it was met.
    pub remarks: Vec<Remark>,
}

/// One sheet: its filled cells, row by row.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// The sheet's name. A CSV file has the file's name without its ending inside a folder, and `""` when it stands alone.
    pub name: Arc<str>,
    /// Whether the sheet is hidden from the person who opens the workbook.
    pub hidden: bool,
    /// Whether it is no sheet but a tree of values: a row is one value, and before it the steps that lead to it, a key as words and a
    /// place in a list, from 0, as a number.
    pub tree: bool,
    /// Columns hidden from the person who opens the workbook.
    pub hidden_columns: BTreeSet<u32>,
    /// Merged areas, in reading order. Only their first cell holds a value.
    pub merges: Vec<Area>,
    /// Rows with at least one filled cell, ascending.
    pub rows: Vec<Row>,
}

/// One row of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The row's number as the spreadsheet shows it, from 1. In a CSV file a record is a row, and so is a blank line.
    pub number: u32,
    /// Whether the row is hidden, by hand or by a filter.
    pub hidden: bool,
    /// Filled cells, ascending by column. A cell of white space alone is not filled.
    pub cells: Vec<Cell>,
}

/// One filled cell of a row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// The column, from 0.
    pub column: u32,
    /// What stands in the cell.
    pub value: Value,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// Words, as written, line breaks kept.
    Text(Arc<str>),
    /// A number without a date's format.
    Number(f64),
    /// A truth value.
    Boolean(bool),
    /// A day, or a day with a time.
    Date(NaiveDateTime),
    /// An error such as `#REF!`.
    Error(Arc<str>),
    /// A formula of which the workbook stores no value; the formula itself.
    Formula(Arc<str>),
}

/// Where a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Address {
    /// The row's number, from 1.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
}

/// A rectangle of cells, both corners included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Area {
    /// The upper left corner.
    pub first: Address,
    /// The lower right corner.
    pub last: Address,
}

impl Table {
    /// What stands at an address, if anything.
    #[must_use]
    pub fn value(&self, at: Address) -> Option<&Value> {
        let row = self.rows.binary_search_by_key(&at.row, |row| row.number).ok()?;
        self.rows[row].value(at.column)
    }

    /// The merged area that covers an address, if any.
    #[must_use]
    pub fn merged(&self, at: Address) -> Option<Area> {
        self.merges.iter().copied().find(|area| area.contains(at))
    }
}

impl Row {
    /// What stands in a column of this row, if anything.
    #[must_use]
    pub fn value(&self, column: u32) -> Option<&Value> {
        let cell = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        Some(&self.cells[cell].value)
    }
}

impl Value {
    /// The cell as a person reads it: an integer without `.0`, a day without midnight, a formula with its `=`.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) | Self::Error(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Boolean(truth) => Cow::Borrowed(if *truth { "TRUE" } else { "FALSE" }),
            Self::Date(at) if at.time() == NaiveTime::MIN => Cow::Owned(at.date().to_string()),
            Self::Date(at) => Cow::Owned(at.to_string()),
            Self::Formula(formula) => Cow::Owned(format!("={formula}")),
        }
    }
}

impl Area {
    /// Whether an address lies within.
    #[must_use]
    pub fn contains(&self, at: Address) -> bool {
        (self.first.row..=self.last.row).contains(&at.row) && (self.first.column..=self.last.column).contains(&at.column)
    }
}

impl Address {
    /// An address in A1 notation, with or without `$`; nothing where it is none that a spreadsheet can have.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        super::outline::address(text)
    }
}

impl fmt::Display for Address {
    /// A1 notation, e.g. `F12`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = [0_u8; 7];
        let mut start = letters.len();
        let mut rest = u64::from(self.column) + 1;
        while rest > 0 {
            rest -= 1;
            start -= 1;
            letters[start] = b'A' + u8::try_from(rest % 26).expect("a remainder of 26 is below 26");
            rest /= 26;
        }
        let letters = std::str::from_utf8(&letters[start..]).expect("capital letters are UTF-8");
        write!(f, "{letters}{}", self.row)
    }
}
