//! A letter as JSON, for a program to read.

use crate::request::letter::Letter;

/// The letter as an object: `title`, `number`, `date`, `addressee`, `sender`, `opening`, `sections` and `contact`; a block of a section
/// is a `paragraph`, a `list`, `facts` or a `table`.
///
/// # Errors
/// Never for a letter, which is made of texts alone; the type is that of the library.
pub fn json(letter: &Letter) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(letter)
}
