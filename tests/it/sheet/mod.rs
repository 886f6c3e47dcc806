//! Reading through the real reading process, the built program itself.

mod corpus;
mod formats;
mod hostile;
mod make;
mod text;

use std::path::{Path, PathBuf};

use daicho::sheet::refusal::Reason;
use daicho::sheet::table::{Table, Workbook};
use daicho::sheet::{self, Options};

/// Options that start the built program.
fn options() -> Options {
    Options { program: PathBuf::from(env!("CARGO_BIN_EXE_daicho")), ..Options::default() }
}

fn read(path: &Path) -> Result<Workbook, Reason> {
    sheet::read(path, &options()).map_err(|refusal| refusal.reason)
}

fn read_bytes(name: &str, bytes: &[u8]) -> Result<Workbook, Reason> {
    sheet::read_bytes(name, bytes, &options()).map_err(|refusal| refusal.reason)
}

/// The reason a file of those bytes is refused for.
#[track_caller]
fn refused(bytes: &[u8]) -> Reason {
    match read_bytes("台帳.xlsx", bytes) {
        Ok(workbook) => panic!("read: {} tables", workbook.tables.len()),
        Err(reason) => reason,
    }
}

/// A table's cells as `A1=text`, dates and all as people read them.
fn cells(table: &Table) -> Vec<String> {
    let of_row = |row: &sheet::table::Row| {
        let number = row.number;
        let text = move |cell: &sheet::table::Cell| {
            format!("{}={}", sheet::table::Address { row: number, column: cell.column }, cell.value.text())
        };
        row.cells.iter().map(text).collect::<Vec<_>>()
    };
    table.rows.iter().flat_map(of_row).collect()
}

/// A folder of test data beside the repository; says so when it is not there.
fn shared(folder: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(folder);
    if !path.is_dir() {
        eprintln!("skipped: there is no {}", path.display());
        return None;
    }
    Some(path)
}
