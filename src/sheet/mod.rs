//! From a file to located cells. Knows spreadsheets, knows no ledger.
//!
//! A workbook is read in a process of its own: the program starts itself with the hidden subcommand [`SUBCOMMAND`], hands over an
//! order on standard input and takes cells on standard output. The reading libraries can be made to abort, to loop or to eat memory
//! by files of a kilobyte, and nothing within one process stops that. The child confines itself ([`limits`]), has no environment and
//! no database, and the password never stands in its arguments.
//!
//! What was read can be given back with cells marked, in a process of the same kind ([`mark`]).
//!
//! ```text
//! parent: reader ──order──▶ child: kind ─▶ package ─▶ xlsx (outline) │ xlsb │ ods
//!            │                              ole ─▶ xls (biff)        │
//!            │                              ole ─▶ protected ─▶ package
//!            │                              encoding ─▶ delimited    ├─▶ sink
//!            │                                         └ yaml        │
//!         assemble ◀──────────────frames─────────────────────────────┘
//! ```

mod assemble;
mod biff;
mod child;
mod delimited;
mod encoding;
mod folder;
mod frame;
#[cfg(fuzzing)]
pub mod here;
pub mod kind;
pub mod limits;
pub mod mark;
mod moment;
mod ods;
mod ods_cell;
mod ole;
mod outline;
mod package;
mod passable;
mod protected;
mod reader;
pub mod refusal;
pub mod remark;
mod shown;
mod sieve;
mod sink;
pub mod table;
mod xls;
mod xlsb;
mod xlsx;
mod yaml;

pub use assemble::Rows;
pub use child::child;
pub use folder::workbooks_under;
pub use reader::{Options, read, read_bytes};
pub use refusal::Refusal;

use reader::name_of;

/// The hidden subcommand under which the program is its own reading process.
pub const SUBCOMMAND: &str = "read-sheet";
