//! Where in a sheet something stands.

use std::fmt;

use super::Text;

/// The name of a cell or, in a file that has no cells, a path such as `system[2].privacy_declarations[0].data_use`; no name, where it
/// is the sheet's name that says something.
///
/// A ledger of 100,000 rows has three million of them, so that a cell is two numbers and not a text of its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellName(Name);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Name {
    /// The row from 1, the column from 0. Row 0 is no name: with a third variant for that each name would be half as large again.
    At { row: u32, column: u32 },
    /// A path.
    Path(Text),
}

impl CellName {
    /// No name.
    pub const NONE: Self = Self(Name::At { row: 0, column: 0 });

    /// The name of the cell in a row, from 1, and a column, from 0.
    #[must_use]
    pub fn at(row: u32, column: u32) -> Self {
        if row == 0 { Self::NONE } else { Self(Name::At { row, column }) }
    }

    /// The row, from 1, and the column, from 0, if it is a cell.
    #[must_use]
    pub fn place(&self) -> Option<(u32, u32)> {
        match self.0 {
            Name::At { row, column } => (row > 0).then_some((row, column)),
            Name::Path(_) => None,
        }
    }
}

impl fmt::Display for CellName {
    /// A1 notation, e.g. `F12`; a path as it is; nothing where there is no cell.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (row, column) = match &self.0 {
            Name::Path(path) => return f.write_str(path),
            Name::At { row: 0, .. } => return Ok(()),
            Name::At { row, column } => (*row, *column),
        };
        // Written from behind and handed over at once: an import writes millions.
        let mut name = [0_u8; 17];
        let mut start = name.len();
        let mut put = |byte: u32| {
            start -= 1;
            name[start] = u8::try_from(byte).expect("letters and digits are ASCII");
        };
        let mut rest = row;
        while rest > 0 {
            put(u32::from(b'0') + rest % 10);
            rest /= 10;
        }
        let mut rest = u64::from(column) + 1;
        while rest > 0 {
            rest -= 1;
            put(u32::from(b'A') + u32::try_from(rest % 26).expect("a remainder of 26 is below 26"));
            rest /= 26;
        }
        f.write_str(std::str::from_utf8(&name[start..]).expect("letters and digits are ASCII"))
    }
}

impl From<&str> for CellName {
    /// What is written so: a cell where it is one in A1 notation, none where it is empty, and a path else.
    fn from(text: &str) -> Self {
        if text.is_empty() {
            return Self::NONE;
        }
        in_a1_notation(text).unwrap_or_else(|| Self(Name::Path(text.into())))
    }
}

/// The cell of a name that is written as [`CellName`] writes it, so that no name changes by being read.
fn in_a1_notation(text: &str) -> Option<CellName> {
    let (letters, digits) = text.split_at(text.bytes().take_while(u8::is_ascii_uppercase).count());
    let number = letters.bytes().try_fold(0_u32, |number, letter| number.checked_mul(26)?.checked_add(u32::from(letter - b'A') + 1));
    let column = number?.checked_sub(1)?;
    if !digits.starts_with(|digit: char| ('1'..='9').contains(&digit)) {
        return None;
    }
    Some(CellName::at(digits.parse().ok()?, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_they_were_read() {
        let cells = [
            ("A1", (1, 0)),
            ("Z9", (9, 25)),
            ("AA10", (10, 26)),
            ("XFD1048576", (1_048_576, 16_383)),
            ("MWLQKWU4294967295", (u32::MAX, u32::MAX - 1)),
        ];
        for (name, place) in cells {
            let cell = CellName::from(name);
            assert_eq!((cell.place(), cell.to_string().as_str()), (Some(place), name));
        }
        let others = ["", "A", "1", "A0", "A01", "a1", "A+1", "A1 ", "$A$1", "A-1", "AAAAAAAAA1", "A4294967296", "system[0].name"];
        for name in others {
            let cell = CellName::from(name);
            assert_eq!((cell.place(), cell.to_string().as_str()), (None, name));
        }
    }

    #[test]
    fn a_name_is_as_large_as_a_text_without_its_letters() {
        assert_eq!(size_of::<CellName>(), size_of::<Text>());
    }
}
