//! Workbooks with sheets of macro commands, which the reading library refuses whole: handed to it as if those were dialog sheets,
//! which it passes over.

use std::borrow::Cow;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::limits;
use super::package::of_zip;
use super::refusal::Reason;

/// What stands in the workbook's relations, and what the reading library can pass over.
const INSTEAD: [(&str, &str); 3] = [
    ("/relationships/xlMacrosheet\"", "/relationships/dialogsheet\""),
    ("/relationships/xlIntlMacrosheet\"", "/relationships/dialogsheet\""),
    // Of `.xlsb` the library looks at the folder instead.
    ("\"macrosheets/", "\"dialogsheets/"),
];

/// The package as it is, or a copy with other relations of the workbook if it has sheets of macro commands.
pub(super) fn passable<'a>(bytes: &'a [u8], has_macros: bool, relations: &str) -> Result<Cow<'a, [u8]>, Reason> {
    if !has_macros {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut from = ZipArchive::new(Cursor::new(bytes)).map_err(of_zip)?;
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..from.len() {
        let part = from.by_index_raw(place).map_err(of_zip)?;
        let name = part.name().map_err(of_zip)?.into_owned();
        if !name.eq_ignore_ascii_case(relations) {
            to.raw_copy_file(part).map_err(of_zip)?;
            continue;
        }
        drop(part);
        let mut text = String::new();
        from.by_index(place).map_err(of_zip)?.take(limits::RATIO_FLOOR_BYTES).read_to_string(&mut text)?;
        for (word, instead) in INSTEAD {
            text = text.replace(word, instead);
        }
        to.start_file(name, SimpleFileOptions::default()).map_err(of_zip)?;
        to.write_all(text.as_bytes())?;
    }
    Ok(Cow::Owned(to.finish().map_err(of_zip)?.into_inner()))
}
