//! Every odd and broken workbook that is at hand, and damaged copies of whole ones: read, or refused for a named reason.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use daicho::language::Language;
use daicho::sheet::refusal::{Reason, Refusal};
use daicho::sheet::table::Workbook;
use daicho::sheet::{self};

use super::{options, shared};

#[test]
fn every_file_is_read_or_refused() {
    let mut files = Vec::new();
    for folder in ["corpus", "practice", "real"] {
        files.extend(shared(folder).into_iter().flat_map(|folder| files_under(&folder)));
    }
    if files.is_empty() {
        return;
    }
    let refused = AtomicUsize::new(0);
    in_parallel(&files, |path| {
        let begun = Instant::now();
        let result = sheet::read(path, &options());
        assert!(begun.elapsed() < Duration::from_secs(30), "{}", path.display());
        check(&path.display().to_string(), &result);
        refused.fetch_add(usize::from(result.is_err()), Ordering::Relaxed);
    });
    let refused = refused.into_inner();
    // Most of those have no cells at all: drawings, page setups, hidden sheets.
    assert!(refused * 5 < files.len(), "{refused} of {} refused", files.len());
}

#[test]
fn damaged_files_are_read_or_refused() {
    let Some(practice) = shared("practice") else { return };
    let mut damaged = Vec::new();
    for name in ["a1-hospital.xlsx", "a2-gym.csv", "a4-city-files.ods", "a5-staffing.xls"] {
        let bytes = fs::read(practice.join(name)).unwrap();
        // A generator of numbers that are the same at every run.
        let mut state = 0x2545_F491_4F6C_DD1D_u64;
        let mut next = |below: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state % below as u64).unwrap()
        };
        for turn in 0..40 {
            let mut copy = bytes.clone();
            if turn % 4 == 0 {
                copy.truncate(next(bytes.len()));
            } else {
                for _ in 0..=turn {
                    let at = next(copy.len());
                    copy[at] = u8::try_from(next(256)).unwrap();
                }
            }
            damaged.push((name, copy));
        }
    }
    in_parallel(&damaged, |(name, bytes)| check(name, &sheet::read_bytes(name, bytes, &options())));
}

/// Holds for every file: what is read is in order, and what is refused is refused for a reason of the file's.
#[track_caller]
fn check(name: &str, result: &Result<Workbook, Refusal>) {
    match result {
        Ok(workbook) => {
            for table in &workbook.tables {
                assert!(table.rows.is_sorted_by(|a, b| a.number < b.number), "{name}");
                for row in &table.rows {
                    assert!(!row.cells.is_empty() && row.cells.is_sorted_by(|a, b| a.column < b.column), "{name}");
                    assert!(row.cells.iter().all(|cell| !cell.value.text().trim().is_empty()), "{name}");
                }
            }
        }
        Err(refusal) => {
            assert_ne!(refusal.reason, Reason::ReaderFailed, "{name}");
            for language in [Language::Ja, Language::En] {
                assert_eq!(refusal.message(language).lines().count(), 1, "{name}");
            }
        }
    }
}

fn in_parallel<T: Sync>(items: &[T], work: impl Fn(&T) + Sync) {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
                    work(item);
                }
            });
        }
    });
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_under(&path));
        } else if path.extension().is_some_and(|ending| ending != "md" && ending != "json") {
            files.push(path);
        }
    }
    files.sort();
    files
}
