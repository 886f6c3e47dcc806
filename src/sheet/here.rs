//! A door for the fuzz targets alone, built under `--cfg fuzzing`: this program's own passes over a file, in the process that calls.
//!
//! The reading library is left out, since no process survives all that it can be made to do.

use std::io::Write;

use super::assemble::{Outcome, assemble};
use super::kind::{self, Kind, Looks};
use super::ole::Ole;
use super::package::Package;
use super::refusal::Reason;
use super::sink::Sink;
use super::table::Workbook;
use super::{biff, delimited, encoding, ods, protected, xlsb, xlsx, yaml};

const UNKNOWN: Reason = Reason::NotAWorkbook(Looks::Unknown);

/// Reads a text or an `.ods` file as the child would, and takes in what the child would send.
///
/// # Panics
///
/// Where what this program sends is not what it takes in.
pub fn read_here(bytes: &[u8], tabs: bool) -> Result<Workbook, Reason> {
    taken_in(|sink| read(bytes, tabs, sink))
}

/// The same of a YAML document.
///
/// # Panics
///
/// As [`read_here`].
pub fn read_yaml_here(bytes: &[u8]) -> Result<Workbook, Reason> {
    taken_in(|sink| match kind::of(bytes)? {
        Kind::Text => yaml::read(&encoding::decode(bytes).ok_or(UNKNOWN)?, "", sink),
        Kind::Package | Kind::Compound => Err(UNKNOWN),
    })
}

fn taken_in(read: impl FnOnce(&mut Sink<&mut Vec<u8>>) -> Result<(), Reason>) -> Result<Workbook, Reason> {
    let mut sent = Vec::new();
    let mut sink = Sink::new(&mut sent);
    let read = read(&mut sink);
    let read = if sink.is_filled() { read } else { read.and(Err(Reason::NoCells)) };
    sink.finish(read.map_err(|reason| (None, reason))).expect("memory takes all that is written");
    match assemble(sent.as_slice(), &|_| {}) {
        Outcome::Whole(workbook) => Ok(workbook),
        Outcome::Refused(_, reason) => Err(reason),
        Outcome::BrokeOff => panic!("the child's messages make no sense to its parent"),
    }
}

fn read(bytes: &[u8], tabs: bool, sink: &mut Sink<impl Write>) -> Result<(), Reason> {
    match kind::of(bytes)? {
        Kind::Package => ods::read(Package::open(bytes)?, sink),
        Kind::Compound => Err(UNKNOWN),
        Kind::Text => delimited::read(&encoding::decode(bytes).ok_or(UNKNOWN)?, "", tabs, sink),
    }
}

/// Takes all that this program looks at by itself in a workbook of Office: the container, the encryption, the sheets' outlines.
pub fn outline_here(bytes: &[u8], password: Option<&str>) -> Result<(), Reason> {
    let mut sink = Sink::new(std::io::sink());
    match kind::of(bytes)? {
        Kind::Package => outline(bytes, &mut sink),
        Kind::Compound => {
            let ole = Ole::open(bytes)?;
            if ole.has("EncryptedPackage") {
                return outline(&protected::open(&ole, password)?, &mut sink);
            }
            let stream = ole.stream(if ole.has("Workbook") { "Workbook" } else { "Book" })?;
            biff::read(&stream).map(drop)
        }
        Kind::Text => Err(Reason::NotAWorkbook(Looks::Unknown)),
    }
}

fn outline(bytes: &[u8], sink: &mut Sink<impl Write>) -> Result<(), Reason> {
    let mut package = Package::open(bytes)?;
    let Some(workbook) = package.workbook()? else { return Err(Reason::NotAWorkbook(Looks::Archive)) };
    if workbook.ends_with(".bin") { xlsb::outlines(&mut package, &workbook, sink) } else { xlsx::outlines(&mut package, &workbook) }
}
