//! Packaged workbooks (`.xlsx .xlsm .xlsb .ods`): the zip file, weighed before anything in it is unpacked.
//!
//! What the zip's directory declares is checked first, and since it may lie, every part that is read here is counted as it
//! unpacks. The parts that the reading library loads whole are unpacked once just to be counted.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, BufReader, Cursor, Read, Seek, Write};

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use zip::result::ZipError;
use zip::{ZipArchive, ZipWriter};

use super::limits;
use super::refusal::Reason;
use super::sieve::Sieve;

/// A packaged workbook of which every part may be read.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Places by the name that the reading library goes by: small letters, `/` between folders.
    places: BTreeMap<String, usize>,
}

impl<'a> Package<'a> {
    /// Opens a package, and refuses one that declares more than is read.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Reason> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(of_zip)?;
        if zip.len() > limits::PARTS {
            return Err(Reason::TooManyParts(zip.len() as u64));
        }
        let mut places = BTreeMap::new();
        let mut total = 0_u64;
        for place in 0..zip.len() {
            let part = zip.by_index_raw(place).map_err(of_zip)?;
            let (size, packed) = (part.size(), part.compressed_size());
            total = total.saturating_add(size);
            if size > limits::PART_BYTES || total > limits::PACKAGE_BYTES {
                return Err(Reason::PartTooLarge(size.max(total)));
            }
            let ratio = size / packed.max(1);
            if size > limits::RATIO_FLOOR_BYTES && ratio > limits::RATIO {
                return Err(Reason::RatioTooHigh(ratio));
            }
            let name = part.name().map_err(of_zip)?;
            places.insert(folded(&name), place);
        }
        Ok(Self { zip, places })
    }

    /// A part's content as it unpacks, counted; nothing where there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<impl Read + use<'_, 'a>>, Reason> {
        let Some(place) = self.places.get(&folded(name)) else { return Ok(None) };
        let part = self.zip.by_index(*place).map_err(of_zip)?;
        Ok(Some(Counted { inner: part, left: limits::PART_BYTES }))
    }

    /// A part as XML; nothing where there is no such part.
    pub(super) fn xml(&mut self, name: &str) -> Result<Option<Xml<impl Read + use<'_, 'a>>>, Reason> {
        Ok(self.part(name)?.map(Xml::new))
    }

    /// A sheet of an `.xlsx` as XML, without the values of its cells as far as they are nothing else; nothing where there is no such part.
    pub(super) fn beside_values(&mut self, name: &str) -> Result<Option<Xml<impl Read + use<'_, 'a>>>, Reason> {
        Ok(self.part(name)?.map(|part| Xml::new(Sieve::new(part))))
    }

    /// Whether there is such a part.
    pub(super) fn has(&self, name: &str) -> bool {
        self.places.contains_key(&folded(name))
    }

    /// Whether there is a part in such a folder, named with its `/`.
    pub(super) fn has_within(&self, folder: &str) -> bool {
        self.places.keys().any(|name| name.starts_with(&folded(folder)))
    }

    /// A part as text, whole; nothing where there is no such part.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Reason> {
        let Some(mut part) = self.part(name)? else { return Ok(None) };
        let mut text = String::new();
        part.read_to_string(&mut text)?;
        Ok(Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)))
    }

    /// Copies every part as it is packed, in order, but for those of which the writer says that it has written them itself.
    pub(super) fn copy<W: Write + Seek>(
        &mut self,
        to: &mut ZipWriter<W>,
        mut written: impl FnMut(&str, &mut ZipWriter<W>) -> Result<bool, Reason>,
    ) -> Result<(), Reason> {
        for place in 0..self.zip.len() {
            let part = self.zip.by_index_raw(place).map_err(of_zip)?;
            let name = part.name().map_err(of_zip)?.into_owned();
            if !written(&name, to)? {
                to.raw_copy_file(part).map_err(of_zip)?;
            }
        }
        Ok(())
    }

    /// Unpacks parts to nowhere, so that one that is larger than declared is found before it is loaded whole, and looks for a
    /// document type where they begin.
    pub(super) fn weigh(&mut self, names: &[&str]) -> Result<(), Reason> {
        for name in names {
            if let Some(mut part) = self.part(name)? {
                let mut beginning = Vec::new();
                part.by_ref().take(4096).read_to_end(&mut beginning)?;
                if beginning.windows(9).any(|window| window == b"<!DOCTYPE") {
                    return Err(Reason::Entities);
                }
                io::copy(&mut part, &mut io::sink())?;
            }
        }
        Ok(())
    }

    /// The targets of a part's relations by their ids, each with the last word of the relation's type.
    pub(super) fn relations(&mut self, name: &str) -> Result<BTreeMap<String, Relation>, Reason> {
        let mut relations = BTreeMap::new();
        let Some(mut xml) = self.xml(name)? else { return Ok(relations) };
        while let Some(event) = xml.next()? {
            if let Event::Start(element) | Event::Empty(element) = event
                && element.local_name().as_ref() == "Relationship"
            {
                let kind = attribute(&element, "Type")?.unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let target = attribute(&element, "Target")?.unwrap_or_default();
                relations.insert(attribute(&element, "Id")?.unwrap_or_default(), Relation { kind, target });
            }
        }
        Ok(relations)
    }

    /// The part that is the workbook, as the package's own relations name it, e.g. `xl/workbook.xml`.
    pub(super) fn workbook(&mut self) -> Result<Option<String>, Reason> {
        let relations = self.relations("_rels/.rels")?;
        let document = relations.into_values().find(|relation| relation.kind == "officeDocument");
        Ok(document.map(|relation| relation.target.trim_start_matches('/').to_owned()))
    }
}

/// A relation of a part to another.
pub(super) struct Relation {
    /// The last word of the type, e.g. `worksheet`.
    pub kind: String,
    /// The other part's name, relative to the folder of the first unless it begins with `/`.
    pub target: String,
}

impl Relation {
    /// The other part's name within the package, seen from a folder that ends with `/` or is empty.
    pub(super) fn part(&self, folder: &str) -> String {
        match self.target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => format!("{folder}{}", self.target),
        }
    }
}

/// The folder of a part, with its `/`, and the part's name within it.
pub(super) fn split(part: &str) -> (&str, &str) {
    part.split_at(part.rfind('/').map_or(0, |at| at + 1))
}

/// XML events of a part. A document type declaration, with which text could be made to explode, is refused.
pub(super) struct Xml<R: Read> {
    reader: Reader<BufReader<R>>,
    buffer: Vec<u8>,
}

impl<R: Read> Xml<R> {
    fn new(part: R) -> Self {
        let mut reader = Reader::from_reader(BufReader::with_capacity(1 << 16, part));
        let config = reader.config_mut();
        config.check_end_names = false;
        config.check_comments = false;
        Self { reader, buffer: Vec::new() }
    }

    /// The next event; nothing at the end.
    pub(super) fn next(&mut self) -> Result<Option<Event<'_>>, Reason> {
        self.buffer.clear();
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(Event::Eof) => Ok(None),
            Ok(Event::DocType(_)) => Err(Reason::Entities),
            Ok(event) => Ok(Some(event)),
            Err(error) => Err(of_xml(&error)),
        }
    }

    /// Passes over everything to the end of the element that was just begun.
    pub(super) fn skip(&mut self) -> Result<(), Reason> {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.next()?.ok_or(Reason::Broken(None))? {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
        }
        Ok(())
    }
}

/// An attribute by its name without a prefix, unescaped.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, Reason> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Reason::Broken(None))?;
        if attribute.key.local_name().as_ref() == name {
            return value(&attribute).map(Some);
        }
    }
    Ok(None)
}

/// An attribute's value, unescaped.
pub(super) fn value(attribute: &Attribute<'_>) -> Result<String, Reason> {
    quick_xml::escape::unescape(&attribute.value).map(std::borrow::Cow::into_owned).map_err(|_| Reason::Broken(None))
}

/// Whether an attribute of XML says yes.
pub(super) fn is_true(value: &str) -> bool {
    value == "1" || value == "true"
}

/// What a failure of the zip library means.
pub(super) fn of_zip(error: ZipError) -> Reason {
    match error {
        ZipError::Io(error) => of_io(error),
        ZipError::InvalidPassword => Reason::UnknownProtection,
        ZipError::UnsupportedArchive(why) if why == ZipError::PASSWORD_REQUIRED => Reason::UnknownProtection,
        _ => Reason::Broken(None),
    }
}

fn of_xml(error: &quick_xml::Error) -> Reason {
    let quick_xml::Error::Io(error) = error else { return Reason::Broken(None) };
    match error.get_ref().and_then(|inner| inner.downcast_ref::<Overrun>()) {
        Some(overrun) => Reason::PartTooLarge(overrun.0),
        None if error.kind() == io::ErrorKind::OutOfMemory => Reason::OutOfMemory,
        None => Reason::Broken(None),
    }
}

/// A failure of reading from memory; none of those of the file system can be meant.
fn of_io(error: io::Error) -> Reason {
    match Reason::from(error) {
        reason @ (Reason::PartTooLarge(_) | Reason::OutOfMemory) => reason,
        _ => Reason::Broken(None),
    }
}

/// A part's name as the reading library goes by it.
pub(super) fn folded(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

/// A part that unpacked to more than it may; the bytes so far.
#[derive(Debug)]
pub(super) struct Overrun(pub u64);

impl fmt::Display for Overrun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "more than {} bytes", self.0)
    }
}

impl std::error::Error for Overrun {}

struct Counted<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(read as u64).ok_or_else(|| io::Error::other(Overrun(limits::PART_BYTES)))?;
        Ok(read)
    }
}
