//! A file through the real reading process, and what must hold of its parent whatever the file is.

use std::path::PathBuf;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use daicho::declare::{self, declare};
use daicho::language::Language;
use daicho::sheet::refusal::{Reason, Refusal};
use daicho::sheet::table::Workbook;
use daicho::sheet::{self, Options};
use daicho::vocabulary::Vocabulary;

use crate::{memory, sound};

/// How long the child may take; shorter than in the product, so that slow files do not use up the time for others.
const WALL: Duration = Duration::from_secs(8);
/// How much longer the parent may take, on a machine that does other things too.
const SLACK: Duration = Duration::from_secs(8);
/// How much the parent may hold of one file beyond what it held before, in bytes: what all cells that are read take up, and as much
/// again while lists grow.
const MEMORY: u64 = 2 << 30;
/// The most cells with which a workbook is handed on to the reader of ledgers.
const CELLS: usize = 50_000;

/// The program whose hidden subcommand reads; named by `DAICHO`.
static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| {
    let named = std::env::var_os("DAICHO").map(PathBuf::from);
    let program = named.unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/../target/debug/daicho").into());
    assert!(program.is_file(), "build the program first, or name it by DAICHO: {}", program.display());
    program
});

/// Reads a file through the child.
///
/// # Panics
///
/// Where the parent waits longer than its wall, holds too much, gives a workbook that is none, or refuses without a name for it; and
/// where the reader of ledgers falls over what was read.
pub fn read(name: &str, bytes: &[u8], password: Option<&str>) -> Result<Workbook, Refusal> {
    let options = Options { program: PROGRAM.clone(), password: password.map(str::to_owned), wall: WALL, progress: None };
    let before = memory::begin();
    let begun = Instant::now();
    let read = sheet::read_bytes(name, bytes, &options);
    let took = begun.elapsed();
    let held = memory::most().saturating_sub(before);
    assert!(took <= WALL + SLACK, "the parent waited {took:?} where its wall is {WALL:?}");
    assert!(held <= MEMORY, "the parent held {held} bytes of a file of {}", bytes.len());
    match &read {
        Ok(workbook) => {
            sound::workbook(workbook);
            understand(workbook);
        }
        Err(refusal) => refused(refusal),
    }
    read
}

/// Hands a workbook on to the reader of ledgers, which never fails.
pub fn understand(workbook: &Workbook) {
    let cells: usize = workbook.tables.iter().flat_map(|table| &table.rows).map(|row| row.cells.len()).sum();
    if cells > CELLS {
        return;
    }
    let options = declare::Options { organization: Some("kou"), vocabulary: Vocabulary::built_in() };
    let (declared, findings) = declare(std::slice::from_ref(workbook), &options);
    assert!(!declared.is_empty() || !findings.is_empty(), "a workbook is an organization, or something is found");
    for finding in &findings {
        for language in [Language::Ja, Language::En] {
            assert!(!finding.message(language).trim().is_empty(), "a finding says something: {finding:?}");
        }
    }
}

/// A refusal names what is wrong with the file, in both languages, and nothing of it disturbs a terminal.
fn refused(refusal: &Refusal) {
    let impossible = matches!(
        refusal.reason,
        Reason::NotFound | Reason::NotReadable | Reason::NotAFile | Reason::NothingInFolder | Reason::ReaderFailed
    );
    assert!(!impossible, "that is no reason to refuse these bytes: {:?}", refusal.reason);
    for language in [Language::Ja, Language::En] {
        let message = refusal.message(language);
        assert!(!message.contains(char::is_control), "a message for a terminal: {message:?}");
    }
}
