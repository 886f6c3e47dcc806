//! Packages (`.xlsx`, `.xlsb`, `.ods`) changed within: one part is unpacked, changed and packed again, so that the change reaches the
//! reader of that part and does not end at a checksum.

use std::io::{Cursor, Read, Write};

use libfuzzer_sys::fuzzer_mutate;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::xml;

/// The most parts of a package that is changed within.
const PARTS: usize = 64;
/// The largest part that is changed within, in bytes.
const PART_BYTES: u64 = 1 << 20;
/// How much a part may grow by at once, in bytes.
const GROWTH: usize = 256;
/// One in so many changes is one of the zip file itself.
const RAW: u32 = 16;
/// One in so many changes takes a part away, or makes it two.
const WHOLE: u32 = 24;

/// A part's name and content.
pub type Part = (String, Vec<u8>);

/// Changes a package of `size` bytes in place, as libFuzzer asks of a mutator; what is no package becomes `seed`.
pub fn mutate(data: &mut [u8], size: usize, most: usize, random: u32, seed: impl FnOnce() -> Vec<u8>) -> usize {
    let Some(mut parts) = unpack(&data[..size]) else { return put(data, &seed(), most).unwrap_or(size) };
    if random.is_multiple_of(RAW) || parts.is_empty() {
        return fuzzer_mutate(data, size, most);
    }
    let mut numbers = xml::Random::new(random);
    let place = pick(&parts, &mut numbers);
    if numbers.one_in(WHOLE) {
        let part = parts.remove(place);
        if numbers.one_in(2) {
            let name = parts.get(numbers.below(parts.len().max(1))).map_or_else(|| part.0.clone(), |other| other.0.clone());
            parts.push((name, part.1));
        }
    } else {
        let content = &mut parts[place].1;
        let is_xml = content.first() == Some(&b'<') || content.starts_with(b"\xEF\xBB\xBF<");
        if is_xml && !numbers.one_in(3) {
            xml::change(content, &mut numbers);
        } else {
            let length = content.len();
            content.resize(length + GROWTH, 0);
            let length = fuzzer_mutate(content, length, length + GROWTH);
            content.truncate(length);
        }
    }
    // What no longer fits is changed as it is.
    pack(&parts).and_then(|bytes| put(data, &bytes, most)).unwrap_or_else(|| fuzzer_mutate(data, size, most))
}

/// A part to change: one that holds cells or names them, more often than one that does not.
fn pick(parts: &[Part], numbers: &mut xml::Random) -> usize {
    const READ: [&str; 8] = ["sheet", "workbook", "sharedstrings", "styles", "content.xml", "manifest", ".rels", "mimetype"];
    let read: Vec<usize> = (0..parts.len()).filter(|place| READ.iter().any(|word| parts[*place].0.to_lowercase().contains(word))).collect();
    if read.is_empty() || numbers.one_in(8) { numbers.below(parts.len()) } else { read[numbers.below(read.len())] }
}

/// The parts of a package; nothing where it is none, or one too large to be changed within.
pub fn unpack(bytes: &[u8]) -> Option<Vec<Part>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    if zip.len() > PARTS {
        return None;
    }
    let mut parts = Vec::with_capacity(zip.len());
    for place in 0..zip.len() {
        // A part that cannot be unpacked is left out; the others are still a package.
        let Ok(part) = zip.by_index(place) else { continue };
        let Ok(name) = part.name().map(std::borrow::Cow::into_owned) else { continue };
        let mut content = Vec::new();
        if part.take(PART_BYTES).read_to_end(&mut content).is_ok() {
            parts.push((name, content));
        }
    }
    Some(parts)
}

/// The package of those parts.
pub fn pack(parts: &[Part]) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        // The writer takes no name twice.
        if zip.start_file(name.as_str(), SimpleFileOptions::default()).is_ok() {
            zip.write_all(content).ok()?;
        }
    }
    Some(zip.finish().ok()?.into_inner())
}

fn put(data: &mut [u8], bytes: &[u8], most: usize) -> Option<usize> {
    if bytes.len() > most {
        return None;
    }
    data[..bytes.len()].copy_from_slice(bytes);
    Some(bytes.len())
}

/// Whether a package names such a part; the names stand in it as they are.
pub fn names(bytes: &[u8], part: &[u8]) -> bool {
    bytes.starts_with(b"PK") && bytes.windows(part.len()).any(|window| window == part)
}
