//! The parent's side: starts a reading process, feeds it, watches it, and says by what it died if it did.

use std::ffi::OsStr;
use std::fmt;
use std::io::{Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use serde::Serialize;

use super::assemble::{Outcome, Rows, assemble};
use super::frame::{self, Order, Source};
use super::kind::Named;
use super::refusal::{Reason, Refusal, printable};
use super::table::Workbook;
use super::{SUBCOMMAND, child, limits};

/// How much of what the child says on standard error is kept, in bytes; enough for the runtime's last words.
const LAST_WORDS: u64 = 4096;

/// How a workbook is read.
#[derive(Clone)]
pub struct Options {
    /// The program to start as the reading process; by default the running one.
    pub program: PathBuf,
    /// The password of a protected workbook.
    pub password: Option<String>,
    /// How long reading may take in all.
    pub wall: Duration,
    /// Is told how many rows were read so far, every thousand rows and at the end.
    pub progress: Option<Arc<dyn Fn(Rows) + Send + Sync>>,
}

impl Default for Options {
    fn default() -> Self {
        // The kernel's own name for the running program stays right when the file is replaced by a newer one.
        Self { program: PathBuf::from("/proc/self/exe"), password: None, wall: limits::WALL, progress: None }
    }
}

impl fmt::Debug for Options {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options").field("program", &self.program).field("wall", &self.wall).finish_non_exhaustive()
    }
}

/// Reads a workbook: a file, or a folder of CSV files with a table a file.
///
/// # Errors
///
/// [`Refusal`] with one named reason. No file makes the calling process fail, wait longer than [`Options::wall`], or hold more than
/// the [limits](super::limits) allow.
pub fn read(path: &Path, options: &Options) -> Result<Workbook, Refusal> {
    let name = name_of(path);
    let workbook = read_in_child(Source::path(path.to_owned()), &[], options);
    finish(&name, workbook)
}

/// Reads a workbook that was handed over as bytes. The name is whatever the sender says: only its last part is kept, and of its
/// ending only `.tsv`, `.yml` and `.yaml` matter. The bytes are never written to a file.
///
/// # Errors
///
/// As [`read`].
pub fn read_bytes(name: &str, bytes: &[u8], options: &Options) -> Result<Workbook, Refusal> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let (size, limit) = (bytes.len() as u64, limits::TEXT_FILE_BYTES);
    let workbook = if size > limit {
        Err((None, Reason::TooLarge { bytes: size, limit }))
    } else {
        read_in_child(Source::Input(Named::of(Path::new(last))), bytes, options)
    };
    finish(last, workbook)
}

/// The last part of a path, as the name of what is there.
pub(super) fn name_of(path: &Path) -> String {
    let absolute = std::path::absolute(path);
    let name = path.file_name().or_else(|| absolute.as_ref().ok().and_then(|path| path.file_name()));
    name.unwrap_or(OsStr::new("/")).to_string_lossy().into_owned()
}

fn finish(name: &str, workbook: Result<Workbook, (Option<String>, Reason)>) -> Result<Workbook, Refusal> {
    match workbook {
        Ok(workbook) => Ok(Workbook { name: printable(name).into(), ..workbook }),
        Err((None, reason)) => Err(Refusal::new(name, reason)),
        Err((Some(file), reason)) => Err(Refusal::new(&format!("{name}/{file}"), reason)),
    }
}

/// Has a workbook read.
fn read_in_child(source: Source, bytes: &[u8], options: &Options) -> Result<Workbook, (Option<String>, Reason)> {
    let order = Order { source, password: options.password.clone() };
    let tell = |rows| {
        if let Some(progress) = &options.progress {
            progress(rows);
        }
    };
    run(SUBCOMMAND, &order, bytes, options, |answers| assemble(answers, &tell))
}

/// Starts the program as a process that takes one order and then those bytes, and takes in what it answers.
pub(super) fn run<T>(
    subcommand: &str,
    order: &impl Serialize,
    bytes: &[u8],
    options: &Options,
    take: impl FnOnce(ChildStdout) -> Outcome<T>,
) -> Result<T, (Option<String>, Reason)> {
    let failed = || (None, Reason::ReaderFailed);
    let mut child = Command::new(&options.program)
        .arg(subcommand)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|_| failed())?;
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (Some(mut stdin), Some(stdout), Some(stderr)) = (stdin, stdout, stderr) else { return Err(failed()) };
    let child = Mutex::new(child);
    let is_late = AtomicBool::new(false);
    thread::scope(|scope| {
        let (is_over, over) = mpsc::channel::<()>();
        scope.spawn(|| {
            let over = over;
            if over.recv_timeout(options.wall) == Err(mpsc::RecvTimeoutError::Timeout) {
                is_late.store(true, Ordering::Relaxed);
                kill(&child);
            }
        });
        let last_words = scope.spawn(|| last_words(stderr));
        let fed = frame::write(order, &mut Vec::new(), &mut stdin).and_then(|()| stdin.write_all(bytes));
        // Why a child does not take its order shows in how it ended.
        drop((fed, stdin));
        let outcome = take(stdout);
        drop(is_over);
        match outcome {
            Outcome::Whole(answer) => {
                kill(&child);
                wait(&child);
                Ok(answer)
            }
            Outcome::Refused(file, reason) => {
                kill(&child);
                wait(&child);
                Err((file, reason))
            }
            Outcome::BrokeOff => {
                // A child whose messages make no sense may still be running; one whose pipe has ended is ending.
                let status = end(&child);
                let words = last_words.join().unwrap_or_default();
                Err((None, if is_late.load(Ordering::Relaxed) { Reason::TooSlow } else { cause(status, &words) }))
            }
        }
    })
}

fn lock(child: &Mutex<Child>) -> std::sync::MutexGuard<'_, Child> {
    child.lock().unwrap_or_else(PoisonError::into_inner)
}

fn kill(child: &Mutex<Child>) {
    // It may have ended by itself.
    drop(lock(child).kill());
}

fn wait(child: &Mutex<Child>) -> Option<ExitStatus> {
    lock(child).wait().ok()
}

/// Waits a moment for the child to end by itself, so that its own cause of death is seen, and ends it otherwise.
fn end(child: &Mutex<Child>) -> Option<ExitStatus> {
    for _ in 0..100 {
        if let Ok(Some(status)) = lock(child).try_wait() {
            return Some(status);
        }
        thread::sleep(Duration::from_millis(10));
    }
    kill(child);
    wait(child)
}

/// What the child says on standard error, all of it taken so that it does not wait, the beginning kept.
fn last_words(mut stderr: impl Read) -> Vec<u8> {
    let mut words = Vec::new();
    drop(stderr.by_ref().take(LAST_WORDS).read_to_end(&mut words));
    drop(std::io::copy(&mut stderr, &mut std::io::sink()));
    words
}

/// Why a child died.
fn cause(status: Option<ExitStatus>, words: &[u8]) -> Reason {
    const ABORTED: i32 = 6;
    const SEGMENT: i32 = 11;
    const PROCESSOR: i32 = 24;
    let Some(status) = status else { return Reason::ReaderFailed };
    let said = |what: &[u8]| words.windows(what.len()).any(|window| window == what);
    match (status.signal(), status.code()) {
        (Some(PROCESSOR), _) => Reason::TooMuchProcessor,
        (Some(ABORTED), _) if said(b"memory allocation of") => Reason::OutOfMemory,
        (Some(ABORTED | SEGMENT), _) => Reason::Broken(None),
        (None, Some(code)) if code == i32::from(child::PANICKED) => Reason::Broken(None),
        _ => Reason::ReaderFailed,
    }
}
