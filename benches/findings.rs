//! What the findings of law cost, beside the floor: one pass that only touches each entry of the same ledger.
//!
//! `cargo bench --bench findings [-- ENTRIES]` prints both and their ratio. All findings of a ledger must not cost more than ten times
//! the pass; where they do, the run fails.

mod ledgers;

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use daicho::finding::check;
use daicho::ledger::{Entry, Ledger};
use daicho::store::At;

/// How many times dearer than the pass the findings may be.
const MOST_TIMES: f64 = 10.0;

/// How often each is measured; the least counts.
const ROUNDS: usize = 15;

/// Touches all that an entry states: every word, and every cell that it was read from.
fn touch(entry: &Entry) -> usize {
    let lists = [
        &entry.subjects,
        &entry.items,
        &entry.purposes,
        &entry.acquisition,
        &entry.accessors,
        &entry.places,
        &entry.entrustees,
        &entry.recipients,
        &entry.joint_uses,
    ];
    let words: usize = lists.into_iter().flatten().map(|word| word.len()).sum();
    let cells: usize = entry.sources.iter().map(|source| source.text.len()).sum();
    let notes = [&entry.department, &entry.manager, &entry.disposal, &entry.notes, &entry.storage.text, &entry.retention.text];
    entry.name.len() + words + cells + notes.into_iter().flatten().map(|note| note.len()).sum::<usize>()
}

fn least(mut run: impl FnMut() -> usize) -> (Duration, usize) {
    let mut result = 0;
    let times = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        result = black_box(run());
        start.elapsed()
    });
    (times.min().unwrap_or_default(), result)
}

fn pass(ledger: &Ledger) -> usize {
    ledger.entries().map(|no| touch(ledger.held(no).entry)).sum()
}

fn main() -> ExitCode {
    let entries = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(100_000);
    let today = "2026-11-25".parse().expect("a day");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let folder = tempfile::tempdir().expect("a folder");
    let store = runtime.block_on(ledgers::store(&folder.path().join("bench.db"), entries));
    let snapshot = runtime.block_on(store.snapshot(At::Head)).expect("a ledger");
    let (floor, _) = least(|| pass(&snapshot.ledger));
    let (found, findings) = least(|| check(&snapshot.ledger, today).iter().count());
    let times = found.as_secs_f64() / floor.as_secs_f64();
    eprintln!("{entries} entries, {findings} findings in {found:.1?}: {times:.1} times the pass that touches each entry ({floor:.1?})");
    let (kept, _) = least(|| snapshot.checked(today).iter().count());
    eprintln!("asked again of the same revision and day: {kept:.1?}");
    if times > MOST_TIMES { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
