//! An `.xlsx` sheet's XML without the cells that hold a value and nothing else, or nothing. The reading library tells these; who asks what is
//! beside values need not read millions of them as XML.

use std::io::{self, Read};

use memchr::memmem::{self, Finder};
use memchr::{memchr, memchr_iter};

/// How much is taken in at a time, in bytes.
const PIECE: u64 = 1 << 16;

/// How long a cell may be to be taken out, in bytes.
const LONGEST: usize = 1 << 16;

/// What a cell begins with, where it has attributes and its name no prefix.
const CELL: &[u8] = b"<c ";

/// What stays of a cell that is taken out and does not say where it is: its place in the row. Of neighbours that say where they are the last
/// stays as its address, from which the next may count.
const PLACE: &[u8] = b"<c/>";

/// How a cell says where it is.
const ADDRESS: &[u8] = b"r=\"";

/// What comes out of the sieve; whatever is in any way out of the ordinary passes as it is.
pub(super) struct Sieve<R> {
    inner: R,
    /// Where a cell begins. Made once, since there are millions to be found.
    cells: Finder<'static>,
    piece: u64,
    is_over: bool,
    /// What was taken in and not yet gone through.
    input: Vec<u8>,
    output: Vec<u8>,
    /// How much of the output was handed on.
    handed: usize,
    /// The address of the cell that was taken out last, where nothing was put out since.
    address: Vec<u8>,
}

/// What stands where a cell begins.
enum Found<'a> {
    /// A value and nothing else, or nothing, in so many bytes; and its address, if it says one.
    Value(usize, Option<&'a [u8]>),
    /// Anything else.
    Other,
    /// What may become a value.
    Unfinished,
}

impl<R: Read> Sieve<R> {
    pub(super) fn new(inner: R) -> Self {
        Self::in_pieces(inner, PIECE)
    }

    fn in_pieces(inner: R, piece: u64) -> Self {
        Self {
            inner,
            cells: Finder::new(CELL),
            piece,
            is_over: false,
            input: Vec::new(),
            output: Vec::new(),
            handed: 0,
            address: Vec::new(),
        }
    }

    /// Takes in more, and puts out what has become certain.
    fn sift(&mut self) -> io::Result<()> {
        let before = self.input.len();
        self.inner.by_ref().take(self.piece).read_to_end(&mut self.input)?;
        self.is_over = self.input.len() == before;
        (self.handed, self.output) = (0, Vec::with_capacity(self.input.len()));
        let mut rest = self.input.as_slice();
        while let Some(at) = self.cells.find(rest) {
            let (passing, cell) = rest.split_at(at);
            put(passing, &mut self.address, &mut self.output);
            rest = match look(cell) {
                Found::Value(length, Some(address)) => {
                    self.address.clear();
                    self.address.extend_from_slice(address);
                    &cell[length..]
                }
                Found::Value(length, None) => {
                    put(PLACE, &mut self.address, &mut self.output);
                    &cell[length..]
                }
                Found::Unfinished if !self.is_over && cell.len() < LONGEST => {
                    rest = cell;
                    break;
                }
                Found::Other | Found::Unfinished => {
                    put(CELL, &mut self.address, &mut self.output);
                    &cell[CELL.len()..]
                }
            };
        }
        // The last bytes may begin a cell.
        let kept =
            if rest.starts_with(CELL) { rest.len() } else { (1..CELL.len()).rev().find(|of| rest.ends_with(&CELL[..*of])).unwrap_or(0) };
        let kept = if self.is_over { 0 } else { kept };
        put(&rest[..rest.len() - kept], &mut self.address, &mut self.output);
        let gone = self.input.len() - kept;
        self.input.drain(..gone);
        Ok(())
    }
}

impl<R: Read> Read for Sieve<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.handed == self.output.len() && !self.is_over {
            self.sift()?;
        }
        let mut left = &self.output[self.handed..];
        let read = left.read(buffer)?;
        self.handed += read;
        Ok(read)
    }
}

/// Puts out what passes, behind the address of the cell before it if that was taken out.
fn put(passing: &[u8], address: &mut Vec<u8>, output: &mut Vec<u8>) {
    if passing.is_empty() {
        return;
    }
    if !address.is_empty() {
        for part in [CELL, ADDRESS, address, b"\"/>"] {
            output.extend_from_slice(part);
        }
        address.clear();
    }
    output.extend_from_slice(passing);
}

/// Tells a cell of a value from others, by what it begins with.
fn look(cell: &[u8]) -> Found<'_> {
    let Some(end) = memchr(b'>', cell) else { return Found::Unfinished };
    let (attributes, content) = (&cell[..end], &cell[end + 1..]);
    // A `>` may stand within quotation marks.
    let marks = memchr_iter(b'"', attributes).count();
    if !marks.is_multiple_of(2) || attributes.contains(&b'\'') {
        return Found::Other;
    }
    if attributes.ends_with(b"/") {
        return Found::Value(end + 1, address(attributes));
    }
    match value(content).or_else(|| inline(content)) {
        Some(Found::Value(length, _)) => Found::Value(end + 1 + length, address(attributes)),
        Some(other) => other,
        None if content.len() < 4 && (b"<v>".starts_with(content) || b"<is>".starts_with(content)) => Found::Unfinished,
        None => Found::Other,
    }
}

/// The address of a cell whose first attribute it is, as programs write it.
fn address(attributes: &[u8]) -> Option<&[u8]> {
    let rest = attributes.strip_prefix(CELL)?.strip_prefix(ADDRESS)?;
    rest.split(|byte| *byte == b'"').next().filter(|address| !address.is_empty())
}

/// A number, the number of a shared text, or a word of a single script without white space.
fn value(content: &[u8]) -> Option<Found<'_>> {
    const END: &[u8] = b"</v></c>";
    let rest = content.strip_prefix(b"<v>")?;
    let length = rest.iter().take_while(|byte| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'&')).count();
    let after = &rest[length..];
    Some(match after {
        _ if after.starts_with(END) => Found::Value(3 + length + END.len(), None),
        _ if END.starts_with(after) => Found::Unfinished,
        _ => Found::Other,
    })
}

/// A text that stands in the cell itself.
fn inline(content: &[u8]) -> Option<Found<'_>> {
    const END: &[u8] = b"</is></c>";
    let rest = content.strip_prefix(b"<is>")?;
    let Some(length) = memmem::find(rest, END) else { return Some(Found::Unfinished) };
    let is_odd = [&b"<f"[..], b"<v", b"<c", b"<!"].iter().any(|odd| memmem::find(&rest[..length], odd).is_some());
    Some(if is_odd { Found::Other } else { Found::Value(4 + length + END.len(), None) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sieved(xml: &str, piece: u64) -> String {
        let mut sieved = String::new();
        Sieve::in_pieces(xml.as_bytes(), piece).read_to_string(&mut sieved).unwrap();
        sieved
    }

    #[test]
    fn values_are_taken_out_and_all_else_stays() {
        for (xml, left) in [
            (r#"<row><c r="A1" s="2"/><c r="B1"><f>1+1</f></c><c s="1" /></row>"#, r#"<row><c r="A1"/><c r="B1"><f>1+1</f></c><c/></row>"#),
            (r#"<row r="1"><c r="A1" s="1" t="s"><v>12</v></c><c r="B1"/></row>"#, r#"<row r="1"><c r="B1"/></row>"#),
            (r#"<row><c r="A1" t="inlineStr"><is><t>氏 名</t></is></c><c r="B1"><v>-1.5E-7</v></c></row>"#, r#"<row><c r="B1"/></row>"#),
            (r#"<c r="A1"><v></v></c><c t="n"><v>1</v></c><c s="1"><v>2</v></c> "#, r#"<c r="A1"/><c/><c/> "#),
        ] {
            assert_eq!(sieved(xml, 7), left, "{xml}");
        }
        for whole in [
            "",
            "<",
            "<c",
            "<c ",
            r#"<c r="A1"><f>1+1</f><v>2</v></c>"#,
            r#"<c r="A1"><v>2</v><f>1+1</f></c>"#,
            r#"<c r="A1"><v> 2</v></c>"#,
            "<c r=\"A1\"><v>2\n</v></c>",
            r#"<c r="A1" t="str"><v>氏名</v></c>"#,
            r#"<c r="A1" t="str"><v>A&amp;B</v></c>"#,
            r#"<c r="A1" x="><v>1</v></c>"/>"#,
            "<c r='A1'/>",
            r"<c r='A1'><v>1</v></c>",
            r#"<c r="A1"><is><f/></is></c>"#,
            r#"<c r="A1"><is><t><![CDATA[</is></c>]]></t></is></c>"#,
            r#"<c r="A1"><v>1</v>"#,
            r#"<c r="A1"><is><t>氏名"#,
        ] {
            assert_eq!(sieved(whole, 3), whole);
        }
    }

    #[test]
    fn a_cell_longer_than_what_is_looked_at_passes() {
        let long = format!(r#"<c r="A1"><is><t>{}</t></is></c>"#, "あ".repeat(LONGEST));
        assert_eq!(sieved(&format!(r#"<c r="A1"><v>1</v></c>{long}"#), PIECE), format!(r#"<c r="A1"/>{long}"#));
    }

    proptest! {
        #[test]
        fn what_comes_out_does_not_hang_on_how_it_comes_in(
            pieces in prop::collection::vec(prop::sample::select(&[
                "<c ", "<c", "r=\"A1\"", ">", "<v>", "12", "</v>", "</c>", "<is>", "<t>氏</t>", "</is>", "<f>", "<row>", " ", "/>", "\"",
            ][..]), 0..40),
            piece in 1..9_u64,
        ) {
            let xml = pieces.concat();
            prop_assert_eq!(sieved(&xml, piece), sieved(&xml, PIECE));
        }
    }
}
