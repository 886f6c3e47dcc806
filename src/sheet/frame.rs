//! What the reading process and its parent say to each other: length-prefixed postcard messages over the child's pipes.
//!
//! The parent trusts none of it: lengths, counts and order are checked where they are taken in, in `assemble`.

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;

use serde::{Deserialize, Serialize, Serializer};

use super::kind::Named;
use super::limits;
use super::refusal::Reason;
use super::remark::RemarkKind;
use super::table::{Address, Area};

/// What the parent orders; the first and only message to the child, on its standard input.
#[derive(Serialize, Deserialize)]
pub(super) struct Order {
    /// Where the workbook comes from.
    pub source: Source,
    /// The password, if one was given.
    pub password: Option<String>,
}

/// Where the workbook comes from.
#[derive(Clone, Serialize, Deserialize)]
pub(super) enum Source {
    /// A file or folder; the path's own bytes, since a path need not be UTF-8.
    Path(Vec<u8>),
    /// The bytes that follow the order until the input ends, and what the name says of a text.
    Input(Named),
}

impl Source {
    /// A path as a source.
    pub(super) fn path(path: PathBuf) -> Self {
        Self::Path(path.into_os_string().into_vec())
    }

    /// The path of bytes that were one.
    pub(super) fn as_path(bytes: Vec<u8>) -> PathBuf {
        PathBuf::from(OsString::from_vec(bytes))
    }
}

/// A message from the child.
#[derive(Serialize, Deserialize)]
pub(super) enum Frame<'a> {
    /// A sheet begins.
    Table { name: &'a str, hidden: bool, tree: bool },
    /// About how many rows the sheet that began last will have. It may be wrong.
    Foreseen { rows: u32 },
    /// Cells of one row, each a [`WireCell`], one after the other.
    Cells {
        row: u32,
        count: u32,
        #[serde(serialize_with = "as_bytes")]
        cells: &'a [u8],
    },
    /// The sheet ends.
    End(Ending),
    /// Something that was not taken over as it stands, in the sheet that began last or, before any, in the workbook.
    Remark { table: &'a str, address: Option<Address>, kind: RemarkKind },
    /// The workbook was not read; nothing follows. `file` is the one file of a folder that is to blame.
    Refused { file: Option<String>, reason: Reason },
    /// The workbook was read; nothing follows.
    Done,
}

/// What is known of a sheet once its cells are over.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Ending {
    /// Numbers of hidden rows.
    pub hidden_rows: Vec<u32>,
    /// Hidden columns.
    pub hidden_columns: Vec<u32>,
    /// Merged areas.
    pub merges: Vec<Area>,
}

/// A cell on its way.
#[derive(Serialize, Deserialize)]
pub(super) struct WireCell<'a> {
    /// The column, from 0.
    pub column: u32,
    /// What stands in the cell.
    #[serde(borrow)]
    pub value: WireValue<'a>,
}

/// What stands in a cell, on its way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum WireValue<'a> {
    /// Words.
    Text(#[serde(borrow)] Cow<'a, str>),
    /// Words that later cells name by their number: how many others were kept before.
    Kept(#[serde(borrow)] Cow<'a, str>),
    /// The words of this number.
    Again(u32),
    /// A number.
    Number(f64),
    /// A truth value.
    Boolean(bool),
    /// A day and time, in milliseconds since 1970-01-01T00:00.
    Date(i64),
    /// An error.
    Error(#[serde(borrow)] Cow<'a, str>),
    /// A formula without a value.
    Formula(#[serde(borrow)] Cow<'a, str>),
}

/// As one piece; by itself a slice is written number by number.
pub(super) fn as_bytes<S: Serializer>(bytes: &&[u8], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_bytes(bytes)
}

/// Writes a message after its length.
pub(super) fn write(message: &impl Serialize, scratch: &mut Vec<u8>, to: &mut impl Write) -> io::Result<()> {
    scratch.clear();
    let mut bytes = postcard::to_extend(message, std::mem::take(scratch)).map_err(io::Error::other)?;
    let length = u32::try_from(bytes.len()).ok().filter(|length| *length <= limits::FRAME_BYTES);
    let written = match length {
        Some(length) => to.write_all(&length.to_le_bytes()).and_then(|()| to.write_all(&bytes)),
        None => Err(io::Error::other("a message longer than any may be")),
    };
    std::mem::swap(scratch, &mut bytes);
    written
}

/// Reads the next message's bytes into `buffer`; `false` at the end. More than `most` bytes are refused before any is stored.
pub(super) fn read(from: &mut impl Read, most: u32, buffer: &mut Vec<u8>) -> io::Result<bool> {
    let mut length = [0; 4];
    match from.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
        other => other?,
    }
    let length = u32::from_le_bytes(length);
    if length > most {
        return Err(io::Error::other("a message longer than any may be"));
    }
    buffer.clear();
    if from.take(u64::from(length)).read_to_end(buffer)? < length as usize {
        return Ok(false);
    }
    Ok(true)
}
