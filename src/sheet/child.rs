//! The reading process: takes one order, confines itself, reads one workbook, and says how it went. It never outlives that.

use std::fs::{self, File};
use std::io::{self, Read, StdinLock, Write};
use std::path::Path;
use std::process::ExitCode;

use serde::de::DeserializeOwned;

use super::frame::{self, Order, Source};
use super::kind::{self, Kind, Looks, Named};
use super::ole::Ole;
use super::package::Package;
use super::refusal::Reason;
use super::sink::Sink;
use super::{delimited, encoding, folder, limits, ods, protected, xls, xlsb, xlsx, yaml};

/// The exit status of a reading process that failed inside, where a library panicked.
pub(super) const PANICKED: u8 = 101;

/// How much of a file is read to tell what it is, in bytes.
const BEGINNING: u64 = 4096;

/// Reads the workbook that the parent orders on standard input, and sends it on standard output; for the hidden subcommand
/// [`SUBCOMMAND`](super::SUBCOMMAND) and nothing else.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the child's standard output is its channel to the parent, no one's terminal")]
pub fn child() -> ExitCode {
    let mut input = io::stdin().lock();
    // A password may be long, a path longer; neither is longer than this.
    let Some(order) = take_order::<Order>(&mut input, 1 << 20) else { return ExitCode::FAILURE };
    let mut sink = Sink::new(io::stdout().lock());
    let result = read(order, input, &mut sink);
    match sink.finish(result) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Confines this process, and takes the parent's order; nothing where there is none of that many bytes at most.
pub(super) fn take_order<O: DeserializeOwned>(input: &mut impl Read, most: u32) -> Option<O> {
    // What a library says when it panics may quote a cell.
    std::panic::set_hook(Box::new(|_| {}));
    limits::confine().ok()?;
    let mut bytes = Vec::new();
    match frame::read(input, most, &mut bytes) {
        Ok(true) => postcard::from_bytes(&bytes).ok(),
        _ => None,
    }
}

type Blamed = (Option<String>, Reason);

fn read(order: Order, input: StdinLock<'_>, sink: &mut Sink<impl Write>) -> Result<(), Blamed> {
    let whole = |reason| (None, reason);
    let password = order.password.as_deref();
    match order.source {
        Source::Input(named) => {
            let bytes = content(input).map_err(whole)?;
            read_file(&bytes, "", named, password, sink).map_err(whole)?;
        }
        Source::Path(path) => {
            let path = Source::as_path(path);
            if fs::metadata(&path).map_err(|error| whole(of_system(&error)))?.is_dir() {
                read_folder(&path, sink)?;
            } else {
                let bytes = content_of(&path).map_err(whole)?;
                read_file(&bytes, "", Named::of(&path), password, sink).map_err(whole)?;
            }
        }
    }
    if sink.is_filled() { Ok(()) } else { Err(whole(Reason::NoCells)) }
}

/// A folder of CSV files, a table a file.
fn read_folder(folder: &Path, sink: &mut Sink<impl Write>) -> Result<(), Blamed> {
    let files = folder::delimited_files(folder).map_err(|error| (None, of_system(&error)))?;
    if files.is_empty() {
        return Err((None, Reason::NothingInFolder));
    }
    if files.len() > limits::SHEETS {
        return Err((None, Reason::TooManySheets(files.len() as u64)));
    }
    let mut total = 0;
    for path in files {
        let name = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
        let blame = |reason| (Some(name(path.file_name())), reason);
        let bytes = match content_of(&path) {
            // An empty file among others is no reason to refuse them all.
            Err(Reason::Empty) => continue,
            other => other.map_err(blame)?,
        };
        total += bytes.len() as u64;
        if total > limits::TEXT_FILE_BYTES {
            return Err((None, Reason::TooLarge { bytes: total, limit: limits::TEXT_FILE_BYTES }));
        }
        match kind::of(&bytes).map_err(blame)? {
            Kind::Text => read_text(&bytes, &name(path.file_stem()), Named::of(&path), sink).map_err(blame)?,
            _ => return Err(blame(Reason::NotAWorkbook(Looks::Unknown))),
        }
    }
    Ok(())
}

fn read_file(bytes: &[u8], name: &str, named: Named, password: Option<&str>, sink: &mut Sink<impl Write>) -> Result<(), Reason> {
    match kind::of(bytes)? {
        Kind::Package => read_package(bytes, sink),
        Kind::Compound => {
            let ole = Ole::open(bytes)?;
            if ole.has("EncryptedPackage") {
                return read_package(&protected::open(&ole, password)?, sink);
            }
            if ole.has("Workbook") || ole.has("Book") {
                return xls::read(bytes, &ole, sink);
            }
            Err(Reason::NotAWorkbook(match () {
                () if ole.has("WordDocument") => Looks::TextDocument,
                () if ole.has("PowerPoint Document") => Looks::Presentation,
                () if ole.has("__properties_version1.0") => Looks::Message,
                () => Looks::Unknown,
            }))
        }
        Kind::Text => read_text(bytes, name, named, sink),
    }
}

fn read_package(bytes: &[u8], sink: &mut Sink<impl Write>) -> Result<(), Reason> {
    let mut package = Package::open(bytes)?;
    if let Some(workbook) = package.workbook()? {
        let ending = workbook.rsplit('.').next().unwrap_or_default();
        return match workbook.rsplit('/').next().unwrap_or_default() {
            name if name.starts_with("document") => Err(Reason::NotAWorkbook(Looks::TextDocument)),
            name if name.starts_with("presentation") => Err(Reason::NotAWorkbook(Looks::Presentation)),
            _ if ending == "bin" => xlsb::read(bytes, package, &workbook, sink),
            _ => xlsx::read(bytes, package, &workbook, sink),
        };
    }
    let mut media = String::new();
    if let Some(part) = package.part("mimetype")? {
        part.take(256).read_to_string(&mut media)?;
    }
    match media.trim() {
        kind if kind.starts_with("application/vnd.oasis.opendocument.spreadsheet") => ods::read(package, sink),
        kind if kind.contains("opendocument.text") => Err(Reason::NotAWorkbook(Looks::TextDocument)),
        kind if kind.contains("opendocument.presentation") => Err(Reason::NotAWorkbook(Looks::Presentation)),
        _ => Err(Reason::NotAWorkbook(Looks::Archive)),
    }
}

fn read_text(bytes: &[u8], name: &str, named: Named, sink: &mut Sink<impl Write>) -> Result<(), Reason> {
    let text = encoding::decode(bytes).ok_or(Reason::NotAWorkbook(Looks::Unknown))?;
    match named {
        Named::Yaml => yaml::read(&text, name, sink),
        table => delimited::read(&text, name, table == Named::Tabs, sink),
    }
}

/// The content of a regular file of no more than may be read.
pub(super) fn content_of(path: &Path) -> Result<Vec<u8>, Reason> {
    let about = fs::metadata(path).map_err(|error| of_system(&error))?;
    if !about.is_file() {
        return Err(Reason::NotAFile);
    }
    let content = content(File::open(path).map_err(|error| of_system(&error))?);
    match content {
        // Of a file it is known how large it is in all.
        Err(Reason::TooLarge { limit, .. }) => Err(Reason::TooLarge { bytes: about.len(), limit }),
        other => other,
    }
}

/// What there is to read, as far as its beginning allows: more of a text than of what is packed.
fn content(mut from: impl Read) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::new();
    from.by_ref().take(BEGINNING).read_to_end(&mut bytes).map_err(|error| of_system(&error))?;
    let limit = match kind::of(&bytes)? {
        Kind::Text => limits::TEXT_FILE_BYTES,
        Kind::Package | Kind::Compound => limits::FILE_BYTES,
    };
    from.take(limit + 1 - bytes.len() as u64).read_to_end(&mut bytes).map_err(|error| of_system(&error))?;
    if bytes.len() as u64 > limit {
        return Err(Reason::TooLarge { bytes: bytes.len() as u64, limit });
    }
    Ok(bytes)
}

/// What a failure of the file system means.
fn of_system(error: &io::Error) -> Reason {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Reason::NotFound,
        io::ErrorKind::OutOfMemory => Reason::OutOfMemory,
        _ => Reason::NotReadable,
    }
}
