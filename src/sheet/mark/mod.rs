//! A person's own workbook given back with cells coloured and noted, and with everything else in it as it was.
//!
//! No library writes the workbook anew: one that did would lose whatever it does not know, charts, macros and pivot tables among
//! them. The package is copied part by part as it is packed, and only the few parts that colours and notes touch are edited, by
//! putting text in at places ([`splice`]): cells in their sheets ([`cells`]), colours in the styles ([`styles`]), notes ([`notes`]) with
//! their boxes ([`boxes`]), and what ties the parts together ([`ties`]).
//!
//! It is done where workbooks are read, in a bounded process of its own: the order names the file and the marks, the answer is the
//! new file's bytes.

mod boxes;
mod cells;
mod marker;
mod notes;
mod parent;
mod splice;
mod styles;
mod ties;

use serde::{Deserialize, Serialize};

use super::frame::{Source, as_bytes};
use super::refusal::Reason;
use super::table::Address;
use crate::language::Language;

pub use marker::child;
pub use parent::mark;

/// The hidden subcommand under which the program is its own marking process.
pub const SUBCOMMAND: &str = "mark-workbook";

/// A colour, as red, green and blue.
pub type Colour = [u8; 3];

/// What is to be done to one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The sheet's name.
    pub sheet: String,
    /// The cell. Of a merged area it must be the first, since no other is seen.
    pub at: Address,
    /// The colour that the cell is filled with.
    pub fill: Colour,
    /// What the cell's note says, below what a note of it says already.
    pub note: String,
}

/// A workbook with marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The file.
    pub bytes: Vec<u8>,
    /// Marks that were left out, since a workbook can only take so many.
    pub left_out: usize,
    /// Cells that were coloured, but have a conversation of comments that no note can be added to.
    pub unnoted: u32,
}

/// Why a workbook cannot be given back with marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unmarkable {
    /// It is not in the format of `.xlsx`.
    OtherFormat,
    /// It is protected by a password, which a copy with marks would not be.
    Protected,
    /// It has macros, and the copy's name does not say so, or the other way round; spreadsheet programs refuse such a file.
    Macros,
    /// It is signed, and a mark would break the signature.
    Signed,
    /// It is in the strict variant of the format.
    Strict,
    /// A part that must be edited is missing, or not as the format has it.
    Unusual,
    /// It could not be read.
    Unread(Reason),
}

impl From<Reason> for Unmarkable {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::Broken(_) | Reason::Entities => Self::Unusual,
            Reason::NotAWorkbook(_) => Self::OtherFormat,
            reason => Self::Unread(reason),
        }
    }
}

impl Unmarkable {
    /// The reason as a clause that follows what was done instead.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let [ja, en] = match self {
            Self::OtherFormat => ["印を付けられるのは.xlsx（.xlsm）のファイルだけです", "only .xlsx (and .xlsm) can be marked"],
            Self::Protected => [
                "パスワードで保護されており、印を付けた写しは保護のないファイルになります",
                "it is protected by a password, and a marked copy would not be",
            ],
            Self::Macros => [
                "マクロの有無がファイル名と合わないと開けなくなります。マクロのあるブックは .xlsm の名前を指定してください",
                "a workbook with macros must be written under a name that ends with .xlsm, and one without must not",
            ],
            Self::Signed => ["電子署名があり、印を付けると署名が無効になります", "it is signed, and marks would break the signature"],
            Self::Strict => [
                "Strict Open XML形式です。「Excel ブック（.xlsx）」として保存し直してください",
                "it is Strict Open XML; save it as an ordinary Excel workbook",
            ],
            Self::Unusual => [
                "ファイルの内部が通常と異なります。表計算ソフトで開いて保存し直してください",
                "it is not built as usual inside; open it in a spreadsheet program and save it again",
            ],
            Self::Unread(reason) => return reason.message(language),
        };
        language.pick(ja, en).to_owned()
    }
}

/// What the parent orders.
#[derive(Serialize, Deserialize)]
struct Order {
    source: Source,
    /// Whether the copy's name says that it has macros.
    macros: bool,
    /// The marks, by sheet, row and column.
    marks: Vec<Mark>,
}

/// A message from the marking process.
#[derive(Serialize, Deserialize)]
enum Answer<'a> {
    /// The next bytes of the file.
    More {
        #[serde(serialize_with = "as_bytes")]
        bytes: &'a [u8],
    },
    /// The file is whole.
    Done { unnoted: u32 },
    /// It cannot be marked.
    Refused(Unmarkable),
}
