//! How long a ledger takes into the store and out of it, how much memory it holds, and how large the database is.
//!
//! `cargo bench --bench store -- 100000`: the number of entries, each with ten words of lists and 25 cells that it was read from.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Instant;

use daicho::declare::{Declared, Part};
use daicho::ledger::{
    CellName, Country, Entry, Field, Ledger, Organization, Retention, RetentionKind, SheetName, Source, Stated, Text, Whereabouts,
};
use daicho::plan::plan;
use daicho::store::{Applied, At, Store};
use strum::VariantArray;

/// Asks for the second half, with the database's URL.
const LOAD: &str = "--load";

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    if let Some(at) = arguments.iter().position(|argument| argument == LOAD) {
        return runtime.block_on(load(&arguments[at + 1]));
    }
    let count = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(100_000);
    runtime.block_on(measure(count));
}

/// Loads the ledger of a database in this process, which has held none, so that its memory can be told.
async fn load(url: &str) {
    let store = Store::open(url).await.expect("the store opens");
    let before = resident();
    let watch = start();
    let snapshot = store.snapshot(At::Head).await.expect("a ledger");
    say("load", &watch);
    let held = resident() - before;
    eprintln!("memory: {held} MB, {} KB an entry; {} MB at the peak", held * 1_000 / snapshot.ledger.len().max(1), peak() - before);
}

async fn measure(count: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("daicho.db");
    let url = server().unwrap_or_else(|| format!("sqlite:{}", file.display()));
    let store = Store::open(&url).await.expect("the store opens");
    let base = store.head().await.expect("a number");
    let declared = Declared {
        organization: Organization::new(format!("acme-{base}").into()),
        entries: entries(count, ""),
        parts: BTreeSet::from([Part::Organization, Part::Ledger]),
    };
    let (made, peak) = (resident(), peak());
    let watch = start();
    let planned = plan(&Ledger::new(base, vec![]), vec![declared], false);
    say("plan", &watch);
    let watch = start();
    let applied = store.apply(&planned, &[], "bench", &["台帳.xlsx".into()]).await.expect("applied or not");
    assert!(matches!(applied, Applied::Applied(_)));
    say("apply", &watch);
    drop(planned);
    eprintln!("peak while applying: {} MB above the {made} MB of the declared entries", peak_since(made, peak));
    let files: u64 =
        ["daicho.db", "daicho.db-wal"].iter().filter_map(|name| folder.path().join(name).metadata().ok()).map(|file| file.len()).sum();
    eprintln!("database: {} MB", files / 1_000_000);
    drop(store);

    let itself = std::env::current_exe().expect("the program knows itself");
    std::process::Command::new(itself).args([LOAD, &url]).status().expect("the program starts");

    let store = Store::open(&url).await.expect("the store opens");
    let snapshot = store.snapshot(At::Head).await.expect("a ledger");
    let one = Declared {
        organization: Organization::new(format!("acme-{base}").into()),
        entries: entries(count, "改"),
        parts: BTreeSet::from([Part::Organization, Part::Ledger]),
    };
    let changed = Declared { entries: one.entries.into_iter().take(100).collect(), ..one };
    let watch = start();
    let planned = plan(&snapshot.ledger, vec![changed], false);
    say("plan of 100 changes", &watch);
    let watch = start();
    store.apply(&planned, &[], "bench", &[]).await.expect("applied");
    say("apply of 100 changes", &watch);
    let watch = start();
    store.snapshot(At::Head).await.expect("a ledger");
    say("load of what came since", &watch);
}

/// What the clock shows, and how long processors have worked for this process.
struct Start(Instant, f64);

fn start() -> Start {
    Start(Instant::now(), worked())
}

fn say(what: &str, start: &Start) {
    eprintln!("{what}: {:.2} s, of processors {:.2} s", start.0.elapsed().as_secs_f64(), worked() - start.1);
}

/// Seconds, from the kernel's hundredths: the 14th and 15th words of its line, counted behind the program's name.
fn worked() -> f64 {
    let line = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks = line.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2);
    ticks.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// Entries as companies have them: few departments, places and purposes, said thousands of times; names and texts of their own.
fn entries(count: usize, mark: &str) -> Vec<Entry> {
    let sheet = Arc::new(SheetName { workbook: "台帳.xlsx".into(), sheet: "台帳".into() });
    let said = |words: &[&str]| -> Vec<Text> { words.iter().map(|word| (*word).into()).collect() };
    let shared: Vec<Text> = (0..200).map(|number| format!("部門{number}の業務遂行のため").into()).collect();
    let entry = |number: usize| {
        let source = |at: usize| Source {
            field: Field::VARIANTS[at],
            sheet: sheet.clone(),
            cell: CellName::at(u32::try_from(number).expect("few rows") + 2, u32::try_from(at).expect("few columns")),
            text: if at < 3 { format!("個人情報{number}-{at}").into() } else { shared[(number + at) % shared.len()].clone() },
        };
        Entry {
            control_no: format!("R-{number}").into(),
            occurrence: 1,
            name: format!("個人情報{number}{mark}").into(),
            subjects: said(&["お客様", "従業員"]),
            items: said(&["氏名", "住所", "電話番号"]),
            purposes: vec![shared[number % shared.len()].clone()],
            acquisition: said(&["書面"]),
            department: Some(shared[number % 40].clone()),
            accessors: said(&["部門長"]),
            places: said(&["本社サーバー"]),
            count: u32::try_from(number).ok(),
            storage: Whereabouts::known(vec![Country::JAPAN], Country::JAPAN, Some("日本".into())),
            retention: Retention {
                kind: RetentionKind::Period,
                period: "P5Y".parse().ok(),
                text: Some("5年".into()),
                ..Retention::default()
            },
            disposal: Some("溶解".into()),
            entrusted: Stated::No,
            sources: (0..25).map(source).collect(),
            ..Entry::default()
        }
    };
    (0..count).map(entry).collect()
}

/// A PostgreSQL database to measure instead of a file.
#[expect(clippy::disallowed_methods, reason = "a benchmark is told by the environment where a server is")]
fn server() -> Option<String> {
    std::env::var("DAICHO_BENCH_DATABASE").ok()
}

/// Megabytes in memory.
fn resident() -> usize {
    status("VmRSS")
}

/// The most megabytes that were in memory.
fn peak() -> usize {
    status("VmHWM")
}

fn peak_since(before: usize, peak_before: usize) -> usize {
    peak().max(peak_before).saturating_sub(before)
}

fn status(field: &str) -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(field)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<usize>().ok()).unwrap_or_default() / 1_024
}
