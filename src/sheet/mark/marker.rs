//! The marking process: takes one order, confines itself, edits one workbook, and answers with the bytes of the copy.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufWriter, Cursor, Write};
use std::process::ExitCode;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::splice::Edited;
use super::styles::Styles;
use super::{Answer, Colour, Order, Unmarkable, boxes, cells, notes, ties};
use crate::sheet::child::{content_of, take_order};
use crate::sheet::frame::{self, Source};
use crate::sheet::kind::{self, Kind};
use crate::sheet::ole::Ole;
use crate::sheet::package::{Package, Relation, folded, of_zip, split};
use crate::sheet::refusal::Reason;
use crate::sheet::table::Address;
use crate::sheet::{limits, xlsx};

/// Says which kind each part of a package is of.
const TYPES: &str = "[Content_Types].xml";

/// How many bytes of the copy go into a message.
const MORE_BYTES: usize = 4 << 20;

/// Marks the workbook that the parent orders on standard input, and sends the copy on standard output; for the hidden subcommand
/// [`SUBCOMMAND`](super::SUBCOMMAND) and nothing else.
#[must_use]
pub fn child() -> ExitCode {
    let Some(order) = take_order::<Order>(&mut io::stdin().lock(), limits::FRAME_BYTES) else { return ExitCode::FAILURE };
    let copy = copy(order);
    #[expect(clippy::disallowed_methods, reason = "the parent takes the copy from this process's standard output")]
    let out = io::stdout();
    match answer(copy, &mut BufWriter::new(out.lock())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn answer(copy: Result<(Vec<u8>, u32), Unmarkable>, out: &mut impl Write) -> io::Result<()> {
    let mut scratch = Vec::new();
    let last = match copy {
        Ok((bytes, unnoted)) => {
            for bytes in bytes.chunks(MORE_BYTES) {
                frame::write(&Answer::More { bytes }, &mut scratch, out)?;
            }
            Answer::Done { unnoted }
        }
        Err(reason) => Answer::Refused(reason),
    };
    frame::write(&last, &mut scratch, out)?;
    out.flush()
}

/// The marked copy, and how many cells could not be given a note.
fn copy(order: Order) -> Result<(Vec<u8>, u32), Unmarkable> {
    let Source::Path(path) = order.source else { return Err(Unmarkable::OtherFormat) };
    let path = Source::as_path(path);
    if fs::metadata(&path).is_ok_and(|about| about.is_dir()) {
        return Err(Unmarkable::OtherFormat);
    }
    let bytes = content_of(&path)?;
    match kind::of(&bytes)? {
        Kind::Compound if Ole::open(&bytes)?.has("EncryptedPackage") => return Err(Unmarkable::Protected),
        Kind::Compound | Kind::Text => return Err(Unmarkable::OtherFormat),
        Kind::Package => {}
    }
    let mut marking = Marking::open(&bytes, order.macros)?;
    let mut sheets: BTreeMap<String, Marks> = BTreeMap::new();
    for mark in order.marks {
        let marks = sheets.entry(mark.sheet).or_default();
        marks.colours.insert(mark.at, mark.fill);
        marks.notes.insert(mark.at, mark.note);
    }
    for (sheet, marks) in sheets {
        marking.mark(&sheet, &marks)?;
    }
    marking.finish()
}

/// What is done to a sheet.
#[derive(Default)]
struct Marks {
    colours: BTreeMap<Address, Colour>,
    notes: BTreeMap<Address, String>,
}

/// A package on its way to its copy.
struct Marking<'a> {
    package: Package<'a>,
    /// The parts that are sheets, by their names.
    sheets: BTreeMap<String, String>,
    styles_part: String,
    styles: Styles,
    types: String,
    /// The parts that are edited or new, by the names that the package goes by.
    written: BTreeMap<String, (String, Edited)>,
    /// The parts with notes that are new.
    new_notes: Vec<String>,
    /// The next block of numbers for shapes.
    block: usize,
    unnoted: u32,
}

impl<'a> Marking<'a> {
    fn open(bytes: &'a [u8], macros: bool) -> Result<Self, Unmarkable> {
        let mut package = Package::open(bytes)?;
        let is_binary = |part: &str| part.rsplit('.').next() == Some("bin");
        let workbook = package.workbook()?.filter(|part| !is_binary(part)).ok_or(Unmarkable::OtherFormat)?;
        let types = package.text(TYPES)?.ok_or(Unmarkable::Unusual)?;
        let about = package.text(&workbook)?.ok_or(Unmarkable::Unusual)?;
        if package.has_within("_xmlsignatures/") {
            return Err(Unmarkable::Signed);
        }
        if about.contains("http://purl.oclc.org/ooxml/") {
            return Err(Unmarkable::Strict);
        }
        if types.contains("macroEnabled") != macros {
            return Err(Unmarkable::Macros);
        }
        let sheets = xlsx::list(&mut package, &workbook)?;
        let sheets = sheets.into_iter().filter(|sheet| sheet.kind.is_none()).map(|sheet| (sheet.name, sheet.part)).collect();
        let (folder, _) = split(&workbook);
        let relations = package.relations(&relations_of(&workbook))?;
        let styles_part = leads_to(&relations, "styles", folder).ok_or(Unmarkable::Unusual)?;
        let styles = Styles::read(package.text(&styles_part)?.ok_or(Unmarkable::Unusual)?)?;
        let (written, new_notes) = (BTreeMap::new(), Vec::new());
        Ok(Self { package, sheets, styles_part, styles, types, written, new_notes, block: 1, unnoted: 0 })
    }

    /// Marks cells of one sheet.
    fn mark(&mut self, sheet: &str, Marks { colours, notes }: &Marks) -> Result<(), Unmarkable> {
        let part = self.sheets.get(sheet).cloned().ok_or(Unmarkable::Unusual)?;
        let xml = self.package.text(&part)?.ok_or(Unmarkable::Unusual)?;
        let mut coloured = cells::colour(&xml, colours, &mut self.styles)?;
        let relations_part = relations_of(&part);
        let relations = self.package.relations(&relations_part)?;
        let (folder, _) = split(&part);
        let mut new_relations: Vec<(String, &str, String)> = Vec::new();

        let (notes_part, noted) = if let Some(name) = leads_to(&relations, "comments", folder) {
            let text = self.package.text(&name)?.ok_or(Unmarkable::Unusual)?;
            (name, notes::add(text, notes)?)
        } else {
            let name = self.free("xl/comments", "xml");
            new_relations.push((free_id(&relations, "daichoNotes"), "comments", name.clone()));
            self.new_notes.push(name.clone());
            (name, notes::new(notes))
        };
        self.unnoted += noted.unnoted;
        let boxed: Vec<(Address, &str)> = noted.fresh.iter().filter_map(|at| notes.get(at).map(|note| (*at, note.as_str()))).collect();
        self.write(notes_part, noted.part)?;
        if !boxed.is_empty() {
            match coloured.boxes.as_ref().and_then(|id| relations.get(id)) {
                Some(relation) => {
                    let name = ties::resolved(folder, &relation.target);
                    let text = self.package.text(&name)?.ok_or(Unmarkable::Unusual)?;
                    self.write(name, boxes::add(text, &boxed)?)?;
                }
                None if coloured.boxes.is_some() => return Err(Unmarkable::Unusual),
                None => {
                    let name = self.free("xl/drawings/vmlDrawing", "vml");
                    let id = free_id(&relations, "daichoBoxes");
                    let tie = format!(
                        "<{}legacyDrawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"{id}\"/>",
                        coloured.prefix
                    );
                    coloured.edits.push((coloured.boxes_at..coloured.boxes_at, tie));
                    new_relations.push((id, "vmlDrawing", name.clone()));
                    let shapes = boxes::new(&boxed, self.block);
                    self.block += 1 + boxed.len() / boxes::BLOCK;
                    self.write(name, shapes)?;
                }
            }
        }
        if !new_relations.is_empty() {
            let text = self.package.text(&relations_part)?;
            let new: Vec<ties::Relation<'_>> = new_relations.iter().map(|(id, kind, part)| (id.as_str(), *kind, part.as_str())).collect();
            self.write(relations_part, ties::related(text, &new)?)?;
        }
        self.write(part, Edited::new(xml, coloured.edits))
    }

    /// Writes the copy.
    fn finish(mut self) -> Result<(Vec<u8>, u32), Unmarkable> {
        let styles = self.styles.edited()?;
        self.written.insert(folded(&self.styles_part), (self.styles_part, styles));
        self.written.insert(folded(TYPES), (TYPES.to_owned(), ties::typed(self.types, &self.new_notes)?));
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let mut written = self.written;
        self.package.copy(&mut zip, |name, zip| match written.remove(&folded(name)) {
            Some((_, edited)) => put(zip, name, &edited).map(|()| true),
            None => Ok(false),
        })?;
        for (name, edited) in written.into_values() {
            put(&mut zip, &name, &edited)?;
        }
        Ok((zip.finish().map_err(of_zip)?.into_inner(), self.unnoted))
    }

    /// Takes in an edited part; one that is edited already is the part of two sheets, which no program writes.
    fn write(&mut self, name: String, edited: Edited) -> Result<(), Unmarkable> {
        match self.written.insert(folded(&name), (name, edited)) {
            Some(_) => Err(Unmarkable::Unusual),
            None => Ok(()),
        }
    }

    /// A name that no part has.
    fn free(&self, beginning: &str, ending: &str) -> String {
        let names = (1_u32..).map(|number| format!("{beginning}{number}.{ending}"));
        let mut free = names.filter(|name| !self.package.has(name) && !self.written.contains_key(&folded(name)));
        free.next().unwrap_or_default()
    }
}

fn put(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, part: &Edited) -> Result<(), Reason> {
    zip.start_file(name, SimpleFileOptions::default()).map_err(of_zip)?;
    part.write(zip).map_err(|_| Reason::Broken(None))
}

/// The part with a part's relations.
fn relations_of(part: &str) -> String {
    let (folder, name) = split(part);
    format!("{folder}_rels/{name}.rels")
}

fn leads_to(relations: &BTreeMap<String, Relation>, kind: &str, folder: &str) -> Option<String> {
    relations.values().find(|relation| relation.kind == kind).map(|relation| ties::resolved(folder, &relation.target))
}

/// An id that no relation has.
fn free_id(relations: &BTreeMap<String, Relation>, beginning: &str) -> String {
    let mut id = beginning.to_owned();
    while relations.contains_key(&id) {
        id.push('x');
    }
    id
}
