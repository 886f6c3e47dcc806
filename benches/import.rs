//! What an import costs: a ledger of 100,000 rows and 31 columns (what stands in them: `workbooks`), as xlsx and as CSV, to an applied
//! revision on `SQLite`; beside the floor, which is to read the same file's cells and count them.
//!
//! `cargo bench --bench import -- 100000 3`: the number of rows, and how often each is measured, of which the least counts. Each
//! measurement is a process of its own, watched from outside for its memory and that of the process that it has the workbook read by.
//!
//! Aims: reading and understanding at twice the floor, the whole import at four times, neither process above 400 MB.

mod workbooks;

use std::hint::black_box;
use std::io::Seek as _;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use calamine::{DataRef, Xlsx};
use daicho::declare::{Options, declare};
use daicho::sheet;
use daicho::store::Store;
use daicho::vocabulary::Vocabulary;
use workbooks::LEDGER;

/// Under these words this program is the process to be measured.
const MAKE: &str = "make";
const COUNT: &str = "count";
const UNDERSTAND: &str = "understand";

/// How often a process's memory is looked at. The kernel keeps the most that it was, so little is missed.
const GLANCE: Duration = Duration::from_millis(5);

/// What one way took.
#[derive(Clone, Copy)]
struct Cost {
    /// On the clock.
    seconds: f64,
    /// Of processors, in this process and those that it started: what it takes also where others keep the machine busy.
    worked: f64,
    /// Megabytes at the most.
    parent: u64,
    /// The same of the process that it started, if any.
    child: u64,
    /// The same of both at one moment.
    together: u64,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        [sheet::SUBCOMMAND] => return sheet::child(),
        [MAKE, folder, rows] => workbooks::make(Path::new(folder), rows.parse().expect("a number of rows")),
        [COUNT, path] => count(Path::new(path)),
        [UNDERSTAND, path] => understand(Path::new(path)),
        _ => {
            let number = |at: usize| words.get(at).and_then(|word| word.parse().ok());
            measure(number(0).unwrap_or(100_000), number(1).unwrap_or(3));
        }
    }
    ExitCode::SUCCESS
}

fn measure(rows: usize, times: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let itself = std::env::current_exe().expect("the program knows itself");
    watch(Command::new(&itself).args([MAKE, &text(folder.path()), &rows.to_string()]));
    let database = folder.path().join("daicho.db");
    for (format, path) in [("xlsx", folder.path().join(workbooks::XLSX)), ("CSV", folder.path().join(workbooks::CSV))] {
        eprintln!("{rows} rows as {format}");
        let floor = least(times, || watch(Command::new(&itself).args([COUNT, &text(&path)])));
        say("the floor, cells counted", floor, floor);
        say("read and understood", least(times, || watch(Command::new(&itself).args([UNDERSTAND, &text(&path)]))), floor);
        let import = least(times, || {
            for ending in ["db", "db-wal", "db-shm"] {
                drop(std::fs::remove_file(database.with_extension(ending)));
            }
            watch(Command::new(env!("CARGO_BIN_EXE_daicho")).args(["--database", &url(&database), "apply", "--yes", &text(&path)]))
        });
        assert_eq!(revision(&database), 1, "the import is applied");
        say("imported, to an applied revision", import, floor);
        eprintln!("  database: {} MB", database.metadata().map(|file| file.len() >> 20).unwrap_or_default());
    }
}

fn url(database: &Path) -> String {
    format!("sqlite:{}", database.display())
}

/// The newest revision of a database.
fn revision(database: &Path) -> i32 {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async { Store::open(&url(database)).await.expect("the store opens").head().await.expect("a number") })
}

fn text(path: &Path) -> String {
    path.to_str().expect("a path in UTF-8").to_owned()
}

/// The least time that runs took, and the most memory.
fn least(times: usize, run: impl FnMut() -> Cost) -> Cost {
    let runs = std::iter::repeat_with(run).take(times.max(1));
    let least = |one: Cost, other: Cost| Cost {
        seconds: one.seconds.min(other.seconds),
        worked: one.worked.min(other.worked),
        parent: one.parent.max(other.parent),
        child: one.child.max(other.child),
        together: one.together.max(other.together),
    };
    runs.reduce(least).expect("there is one at least")
}

fn say(what: &str, cost: Cost, floor: Cost) {
    let Cost { seconds, worked, parent, child, together } = cost;
    let reader = if child > 0 { format!(", {child} MB its reading process, {together} MB both at one moment") } else { String::new() };
    let times = [seconds / floor.seconds, worked / floor.worked];
    eprintln!(
        "  {what}: {seconds:.2} s, {:.1} times the floor; {worked:.2} s of processors, {:.1} times; at most {parent} MB{reader}",
        times[0], times[1]
    );
}

/// Runs a process to its end.
fn watch(command: &mut Command) -> Cost {
    let (start, worked) = (Instant::now(), worked_by_children());
    let mut said = tempfile::tempfile().expect("a temporary file");
    let errors = said.try_clone().expect("the file again");
    let mut process = command.stdout(Stdio::null()).stderr(errors).spawn().expect("the program starts");
    let (mut parent, mut child, mut together) = (0, 0, 0);
    let status = loop {
        let started = children(process.id());
        parent = parent.max(megabytes(process.id(), PEAK));
        child = started.iter().map(|of| megabytes(*of, PEAK)).fold(child, u64::max);
        together = together.max(started.iter().chain([&process.id()]).map(|of| megabytes(*of, NOW)).sum());
        match process.try_wait().expect("the process can be waited for") {
            Some(status) => break status,
            None => std::thread::sleep(GLANCE),
        }
    };
    let seconds = start.elapsed().as_secs_f64();
    if !status.success() {
        said.rewind().expect("the file is read from its beginning");
        panic!("{command:?}: {status}: {}", std::io::read_to_string(said).unwrap_or_default());
    }
    Cost { seconds, worked: worked_by_children() - worked, parent, child, together }
}

/// How long processors have worked for the processes that this one has started and that have ended, and for those that these started,
/// in seconds.
fn worked_by_children() -> f64 {
    /// What the kernel counts in.
    const TICKS_A_SECOND: f64 = 100.0;
    let own = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The second field is a name in brackets, which may hold anything; the 16th and the 17th are the time of its children.
    let fields = own.rsplit_once(')').map_or("", |(_, fields)| fields).split_whitespace();
    fields.skip(13).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / TICKS_A_SECOND
}

/// The processes that a process has started and that still run.
fn children(of: u32) -> Vec<u32> {
    let threads = std::fs::read_dir(format!("/proc/{of}/task")).into_iter().flatten().filter_map(Result::ok);
    let lists = threads.filter_map(|thread| std::fs::read_to_string(thread.path().join("children")).ok());
    lists.flat_map(|list| list.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<u32>>()).collect()
}

/// Under this word the kernel says the most that a process has held.
const PEAK: &str = "VmHWM:";

/// And under this, what it holds.
const NOW: &str = "VmRSS:";

/// The megabytes that the kernel says of a process under a word; 0 when it has ended.
fn megabytes(of: u32, word: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{of}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(word)).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or_default() >> 10
}

/// The floor: every filled cell of the ledger counted.
fn count(path: &Path) {
    let cells = if path.is_dir() {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(path.join(LEDGER).with_extension("csv")).expect("a file");
        let (mut record, mut cells) = (csv::ByteRecord::new(), 0);
        while reader.read_byte_record(&mut record).expect("a record") {
            cells += record.iter().filter(|field| !field.is_empty()).count();
        }
        cells
    } else {
        let mut book: Xlsx<_> = calamine::open_workbook(path).expect("a workbook");
        let mut reader = book.worksheet_cells_reader(LEDGER).expect("a sheet");
        let mut cells = 0;
        while let Some(cell) = reader.next_cell().expect("a cell") {
            cells += usize::from(!matches!(cell.get_value(), DataRef::Empty));
        }
        cells
    };
    assert!(black_box(cells) > 0, "there are cells");
}

/// Reads the ledger to a declaration.
fn understand(path: &Path) {
    // As the program does, the words are learned while the file is read.
    rayon::spawn(|| {
        black_box(Vocabulary::built_in());
    });
    let workbook = sheet::read(path, &sheet::Options::default()).expect("a workbook that can be read");
    let (declared, findings) = declare(&[workbook], &Options { organization: None, vocabulary: Vocabulary::built_in() });
    assert!(declared.iter().any(|of| !of.entries.is_empty()), "{findings:?}");
    // Who understands a ledger goes on with it; to take it apart is none of what is measured.
    std::mem::forget(black_box(declared));
}
