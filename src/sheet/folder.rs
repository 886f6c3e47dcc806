//! Which workbooks there are in a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::limits;
use super::refusal::{Reason, Refusal};

const DELIMITED: [&str; 2] = ["csv", "tsv"];
const WORKBOOKS: [&str; 5] = ["xlsx", "xlsm", "xlsb", "xls", "ods"];

/// The workbooks that a path stands for, each to be given to [`read`](super::read): a file is one; a folder that holds CSV or TSV
/// files is one, with a table a file; and every workbook in a folder or the folders within is one.
///
/// The order is that of the names, a folder's own CSV files before what else is in it. Hidden files and folders, and the lock files
/// of spreadsheet programs (`~$…`, `.~lock…`), are passed over; links to folders are not followed.
///
/// # Errors
///
/// [`Refusal`] where the path is not there or may not be read, or where a folder has nothing to read.
pub fn workbooks_under(path: &Path) -> Result<Vec<PathBuf>, Refusal> {
    let refuse = |reason| Refusal::new(&super::name_of(path), reason);
    let of_system = |error: &io::Error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => refuse(Reason::NotFound),
        _ => refuse(Reason::NotReadable),
    };
    if !fs::metadata(path).map_err(|error| of_system(&error))?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    search(path, limits::FOLDER_DEPTH, &mut found).map_err(|error| of_system(&error))?;
    if found.is_empty() { Err(refuse(Reason::NothingInFolder)) } else { Ok(found) }
}

fn search(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> io::Result<()> {
    if !delimited_files(folder)?.is_empty() {
        found.push(folder.to_owned());
    }
    for path in entries(folder)? {
        let about = fs::symlink_metadata(&path)?;
        if about.is_dir() {
            if depth > 0 {
                search(&path, depth - 1, found)?;
            }
        } else if has_ending(&path, &WORKBOOKS) && path.is_file() {
            found.push(path);
        }
    }
    Ok(())
}

/// The CSV and TSV files directly in a folder, in the order of their names.
pub(super) fn delimited_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = entries(folder)?;
    files.retain(|path| has_ending(path, &DELIMITED) && path.is_file());
    Ok(files)
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if !name.starts_with('.') && !name.starts_with("~$") {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}
