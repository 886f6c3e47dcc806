//! What answers cost at 1,000, 10,000 and 100,000 entries, beside the floor: writing the same answer down from memory.
//!
//! `cargo bench --bench answers` prints criterion's figures, then the ratios. A first page must not cost more at 100,000 entries than
//! 1.5 times what it costs at 1,000; where it does, the run fails.

mod ledgers;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use async_graphql::{Request, Response};
use criterion::Criterion;
use daicho::graphql::{Caller, Schema, schema};
use daicho::store::{At, Store};
use ledgers::{ORGANIZATION, REQUESTER};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// How many times dearer the largest may be than the smallest.
const MOST_TIMES: f64 = 1.5;

fn questions() -> [(&'static str, String); 2] {
    let abroad = "{ ledger { abroad {
        countries { country { code name } entries roles }
        entries { totalCount pageInfo { hasNextPage endCursor } nodes { organization { name } controlNo name department storage { certainty countries { code name } } } }
        undetermined { totalCount pageInfo { hasNextPage endCursor } nodes { controlNo name storage { certainty text } } }
        flows { totalCount nodes { role counterpart country { code } certainty transfer } } } } }";
    let view = format!(
        "{{ ledger {{ requesterView(input: {{ organization: \"{ORGANIZATION}\", subjects: [\"{REQUESTER}\"] }}) {{
            accepted entries {{ decision reasons basis {{ law article }} entry {{ controlNo name items retention {{ text }} }} }}
            fee {{ kind amount }} documents {{ name }} refusalGrounds {{ kind }} contact {{ name }} basis {{ law article title }} }} }} }}"
    );
    [("abroad, first page", abroad.to_owned()), ("requester's view", view)]
}

async fn ask(schema: &Schema, document: &str) -> Response {
    schema.execute(Request::new(document).data(Caller::everywhere("bench".to_owned()))).await
}

/// Kilobytes of memory that the process holds.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or_default()
}

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let folder = tempfile::tempdir().expect("a folder");
    let mut criterion = Criterion::default().sample_size(30).measurement_time(Duration::from_secs(3)).configure_from_args();
    let best: RefCell<BTreeMap<(String, usize), Duration>> = RefCell::default();
    let mut measure = |name: &str, entries: usize, run: &dyn Fn()| {
        criterion.bench_function(&format!("{name}/{entries}"), |bencher| {
            bencher.iter_custom(|times| {
                let start = Instant::now();
                (0..times).for_each(|_| run());
                let took = start.elapsed();
                let each = took / u32::try_from(times).unwrap_or(u32::MAX);
                let mut best = best.borrow_mut();
                let least = best.entry((name.to_owned(), entries)).or_insert(each);
                *least = each.min(*least);
                took
            });
        });
    };
    for entries in SIZES {
        let database = folder.path().join(format!("{entries}.db"));
        drop(runtime.block_on(ledgers::store(&database, entries)));
        let before = resident();
        let store = runtime.block_on(Store::open(&format!("sqlite:{}", database.display()))).expect("the database again");
        let start = Instant::now();
        runtime.block_on(store.snapshot(At::Head)).expect("a ledger");
        let (took, held) = (start.elapsed(), resident() - before);
        eprintln!(
            "{entries} entries: loaded in {took:.0?}; {:.0} kB more, {:.0} kB a thousand entries",
            held,
            held / f64::from(u32::try_from(entries / 1_000).unwrap_or(u32::MAX))
        );
        let schema = schema(store);
        for (name, document) in questions() {
            let answer = runtime.block_on(ask(&schema, &document));
            assert!(answer.errors.is_empty(), "{:?}", answer.errors);
            measure(name, entries, &|| {
                black_box(serde_json::to_vec(&runtime.block_on(ask(&schema, &document))).expect("JSON"));
            });
            measure(&format!("{name}, floor"), entries, &|| {
                black_box(serde_json::to_vec(&answer).expect("JSON"));
            });
        }
    }
    report(&best.into_inner())
}

/// Prints the ratios, and fails where the largest ledger is too dear.
fn report(best: &BTreeMap<(String, usize), Duration>) -> ExitCode {
    let mut dear = false;
    for (name, _) in questions() {
        let time = |name: &str, entries: usize| best.get(&(name.to_owned(), entries)).map_or(f64::NAN, |time| time.as_secs_f64() * 1e6);
        for entries in SIZES {
            let (answer, floor) = (time(name, entries), time(&format!("{name}, floor"), entries));
            let times = answer / time(name, SIZES[0]);
            eprintln!(
                "{name}, {entries} entries: {answer:.0} µs, {:.1} times the floor of {floor:.0} µs, {times:.2} times the smallest ledger",
                answer / floor
            );
            dear |= times > MOST_TIMES;
        }
    }
    if dear { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
