//! The name of a cell.

use std::fmt;
use std::str::FromStr;

/// A cell of a sheet by its row and column, or none, where it is the sheet's name that says something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellName {
    /// From 1; 0 where there is no cell.
    row: u32,
    column: u32,
}

impl CellName {
    /// No cell.
    pub const NONE: Self = Self { row: 0, column: 0 };

    /// The cell of a row, from 1, and a column, from 0.
    #[must_use]
    pub fn new(row: u32, column: u32) -> Self {
        if row == 0 { Self::NONE } else { Self { row, column } }
    }

    /// The row, from 1, and the column, from 0, if there is a cell.
    #[must_use]
    pub fn place(self) -> Option<(u32, u32)> {
        (self.row > 0).then_some((self.row, self.column))
    }
}

impl fmt::Display for CellName {
    /// A1 notation, e.g. `F12`; nothing where there is no cell.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((row, column)) = self.place() else { return Ok(()) };
        let mut letters = [0_u8; 7];
        let mut start = letters.len();
        let mut rest = u64::from(column) + 1;
        while rest > 0 {
            rest -= 1;
            start -= 1;
            letters[start] = b'A' + u8::try_from(rest % 26).expect("a remainder of 26 is below 26");
            rest /= 26;
        }
        write!(f, "{}{row}", std::str::from_utf8(&letters[start..]).expect("capital letters are UTF-8"))
    }
}

/// The text is no cell in A1 notation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no cell in A1 notation")]
pub struct NotACell;

impl FromStr for CellName {
    type Err = NotACell;

    /// A cell in A1 notation; no cell where nothing is written.
    fn from_str(text: &str) -> Result<Self, NotACell> {
        if text.is_empty() {
            return Ok(Self::NONE);
        }
        let (letters, digits) = text.split_at(text.bytes().take_while(u8::is_ascii_uppercase).count());
        let number = letters.bytes().try_fold(0_u32, |number, letter| number.checked_mul(26)?.checked_add(u32::from(letter - b'A') + 1));
        let column = number.and_then(|number| number.checked_sub(1)).ok_or(NotACell)?;
        if digits.starts_with(['0', '+']) {
            return Err(NotACell);
        }
        Ok(Self { row: digits.parse().map_err(|_| NotACell)?, column })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_are_written() {
        for (name, place) in [("", None), ("A1", Some((1, 0))), ("Z9", Some((9, 25))), ("AA10", Some((10, 26))), ("XFD1048576", Some((1_048_576, 16_383)))] {
            let cell: CellName = name.parse().unwrap();
            assert_eq!((cell.place(), cell.to_string().as_str()), (place, name));
        }
        for wrong in ["A", "1", "A0", "A01", "a1", "A+1", "A1 ", "$A$1", "A-1", "AAAAAAAAA1", "A4294967296"] {
            assert_eq!(wrong.parse::<CellName>(), Err(NotACell), "{wrong}");
        }
    }
}
