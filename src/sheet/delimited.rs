//! `.csv` and `.tsv`: records to rows. Every cell is text; what is a number is for the reader of ledgers to say.
//!
//! Split here and not by a library, because a row's number is what the people who wrote the file count, blank lines included, and
//! because a quotation mark that is never closed must be told.

use std::borrow::Cow;
use std::io::Write;

use super::frame::{Ending, WireValue};
use super::limits;
use super::refusal::Reason;
use super::remark::RemarkKind;
use super::sink::Sink;
use super::table::Address;

/// How much of a file is looked at to tell its separator, in bytes.
const SAMPLE: usize = 64 << 10;

/// Reads a text as one table of that name. `tabs` says that the file's name promises tabs.
pub(super) fn read(text: &str, name: &str, tabs: bool, sink: &mut Sink<impl Write>) -> Result<(), Reason> {
    sink.begin(name, false)?;
    let (separator, text) = match announced(text) {
        Some((separator, rest)) => (separator, rest),
        None => (separator(text, tabs), text),
    };
    sink.foresee(text.bytes().filter(|byte| *byte == b'\n').count())?;
    let mut fields = Fields { rest: text, separator, row: 1, column: 0, is_over: text.is_empty() };
    while let Some((at, field, is_closed)) = fields.next() {
        if at.column >= limits::COLUMNS || at.row > limits::ROWS {
            return Err(Reason::TooManyCells);
        }
        if !is_closed {
            sink.remark(Some(at), RemarkKind::UnclosedQuote)?;
        }
        if field.contains('\u{FFFD}') {
            sink.remark(Some(at), RemarkKind::UndecodableBytes)?;
        }
        sink.cell(at, WireValue::Text(without_guard(field)))?;
    }
    sink.end(Ending::default())
}

/// A field without the apostrophe by which what a spreadsheet would take for a formula is kept from it: `'=1+1` is `=1+1`.
fn without_guard(field: Cow<'_, str>) -> Cow<'_, str> {
    let guarded = field.strip_prefix('\'').is_some_and(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r']));
    match field {
        Cow::Borrowed(field) if guarded => Cow::Borrowed(&field[1..]),
        Cow::Owned(field) if guarded => Cow::Owned(field[1..].to_owned()),
        field => field,
    }
}

/// The separator that a first line `sep=;` announces, and the text after that line, which is no row.
fn announced(text: &str) -> Option<(u8, &str)> {
    let (line, rest) = text.split_once('\n')?;
    let line = line.trim_end_matches('\r');
    // In quotation marks as a whole, or without; one mark alone opens a cell that goes on in the next line.
    let line = line.strip_prefix('"').and_then(|line| line.strip_suffix('"')).unwrap_or(line);
    let separator = line.strip_prefix("sep=").or_else(|| line.strip_prefix("SEP="))?;
    match separator.as_bytes() {
        [separator] => Some((*separator, rest)),
        _ => None,
    }
}

/// The separator that stands in most of the first lines; of equals the more frequent, then the comma.
fn separator(text: &str, tabs: bool) -> u8 {
    let mut counts = [(0_u32, 0_u32); 3];
    let mut in_line = [0_u32; 3];
    let mut is_quoted = false;
    let candidates = [b',', b'\t', b';'];
    for byte in text.bytes().take(SAMPLE).chain([b'\n']) {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' | b'\r' if !is_quoted => {
                for (count, here) in counts.iter_mut().zip(&mut in_line) {
                    count.0 += u32::from(*here > 0);
                    count.1 += std::mem::take(here);
                }
            }
            _ if is_quoted => {}
            _ => {
                if let Some(place) = candidates.iter().position(|candidate| *candidate == byte) {
                    in_line[place] += 1;
                }
            }
        }
    }
    if tabs && counts[1].0 > 0 {
        return b'\t';
    }
    // The last of equals is taken, so the comma stands last.
    let best = [2, 1, 0].into_iter().max_by_key(|place| counts[*place]).unwrap_or(0);
    if counts[best].0 == 0 { b',' } else { candidates[best] }
}

/// The fields of a text, each with its place and whether its quotation was closed.
struct Fields<'a> {
    rest: &'a str,
    separator: u8,
    row: u32,
    column: u32,
    is_over: bool,
}

impl<'a> Fields<'a> {
    fn next(&mut self) -> Option<(Address, Cow<'a, str>, bool)> {
        if self.is_over {
            return None;
        }
        let at = Address { row: self.row, column: self.column };
        let (field, is_closed) = if self.rest.starts_with('"') { self.quoted() } else { (Cow::Borrowed(self.plain()), true) };
        self.pass_separator();
        Some((at, field, is_closed))
    }

    /// A field up to the separator or the line's end.
    fn plain(&mut self) -> &'a str {
        let bytes = self.rest.as_bytes();
        let end = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r') || *byte == self.separator).unwrap_or(bytes.len());
        let (field, rest) = self.rest.split_at(end);
        self.rest = rest;
        field
    }

    /// A field in quotation marks, of which a doubled one is one; what follows the closing one belongs to the field.
    fn quoted(&mut self) -> (Cow<'a, str>, bool) {
        let inside = &self.rest[1..];
        let mut from = 0;
        let mut field = Cow::Borrowed("");
        while let Some(mark) = inside[from..].find('"').map(|mark| from + mark) {
            add(&mut field, &inside[from..mark]);
            if inside[mark + 1..].starts_with('"') {
                field.to_mut().push('"');
                from = mark + 2;
                continue;
            }
            self.rest = &inside[mark + 1..];
            let after = self.plain();
            add(&mut field, after);
            return (field, true);
        }
        add(&mut field, &inside[from..]);
        self.rest = "";
        (field, false)
    }

    fn pass_separator(&mut self) {
        let mut bytes = self.rest.bytes();
        let passed = match bytes.next() {
            None => {
                self.is_over = true;
                return;
            }
            Some(byte) if byte == self.separator => {
                self.column = self.column.saturating_add(1);
                self.rest = &self.rest[1..];
                return;
            }
            Some(b'\r') if bytes.next() == Some(b'\n') => 2,
            Some(_) => 1,
        };
        self.rest = &self.rest[passed..];
        self.row = self.row.saturating_add(1);
        self.column = 0;
        self.is_over = self.rest.is_empty();
    }
}

fn add<'a>(field: &mut Cow<'a, str>, more: &'a str) {
    if field.is_empty() {
        *field = Cow::Borrowed(more);
    } else if !more.is_empty() {
        field.to_mut().push_str(more);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> Vec<(String, String)> {
        let mut fields = Fields { rest: text, separator: separator(text, false), row: 1, column: 0, is_over: text.is_empty() };
        let mut found = Vec::new();
        while let Some((at, field, _)) = fields.next() {
            if !field.is_empty() {
                found.push((at.to_string(), field.into_owned()));
            }
        }
        found
    }

    fn expected(cells: &[(&str, &str)]) -> Vec<(String, String)> {
        cells.iter().map(|(at, text)| ((*at).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn rows_are_records_and_blank_lines() {
        assert_eq!(
            fields("a,b\r\n\r\n\"c\nd\",e,\"f\"\"g\"\n\nh\n"),
            expected(&[("A1", "a"), ("B1", "b"), ("A3", "c\nd"), ("B3", "e"), ("C3", "f\"g"), ("A5", "h")])
        );
        assert_eq!(fields("a\rb\rc"), expected(&[("A1", "a"), ("A2", "b"), ("A3", "c")]));
    }

    #[test]
    fn quotation_marks_astray() {
        assert_eq!(fields("a\"b,\"c\"d,e"), expected(&[("A1", "a\"b"), ("B1", "cd"), ("C1", "e")]));
        assert_eq!(fields("a,\"b\nc"), expected(&[("A1", "a"), ("B1", "b\nc")]));
        assert_eq!(fields("\"\",\"\"\"\""), expected(&[("B1", "\"")]));
    }

    #[test]
    fn an_apostrophe_before_a_sign_of_formulas_is_no_part_of_the_words() {
        for (field, words) in [("'=1+1", "=1+1"), ("'-", "-"), ("'甲", "'甲"), ("''=1", "''=1"), ("", "")] {
            assert_eq!(without_guard(Cow::Borrowed(field)), words);
            assert_eq!(without_guard(Cow::Owned(field.to_owned())), words);
        }
    }

    #[test]
    fn separators_by_content() {
        assert_eq!(separator("a;b;c\n1,5;2;3\n", false), b';');
        assert_eq!(separator("a\tb\n1\t2,3\n", false), b'\t');
        assert_eq!(separator("名前\n顧客\n", false), b',');
        assert_eq!(separator("a,b\n\"x;y;z\",c\n", false), b',');
        assert_eq!(announced("sep=;\r\na;b"), Some((b';', "a;b")));
        assert_eq!(announced("\"sep=;\"\na;b"), Some((b';', "a;b")));
        assert_eq!(announced("sep=ab\na;b"), None);
        assert_eq!(announced("\"sep=;\na\",b"), None);
    }
}
