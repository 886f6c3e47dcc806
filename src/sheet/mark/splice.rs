//! A part's text with edits at places of it, and the places themselves, by walking through its XML.
//!
//! Everything between the edits stays as it is, byte by byte.

use std::io::{self, Write};
use std::ops::Range;

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::sheet::refusal::Reason;

/// Text that takes the place of what stands in a range; an empty range only puts text in.
pub(super) type Edit = (Range<usize>, String);

/// A part, and what is changed in it.
pub(super) struct Edited {
    text: String,
    edits: Vec<Edit>,
}

impl Edited {
    /// The part with those edits. Ranges may not overlap; of several at one place the earlier comes first.
    pub(super) fn new(text: String, mut edits: Vec<Edit>) -> Self {
        edits.sort_by_key(|(range, _)| (range.start, range.end));
        Self { text, edits }
    }

    /// Writes the part as it is now.
    pub(super) fn write(&self, to: &mut impl Write) -> io::Result<()> {
        let mut written = 0;
        for (range, put) in &self.edits {
            let between = self.text.get(written..range.start).ok_or_else(|| io::Error::other("edits that overlap"))?;
            to.write_all(between.as_bytes())?;
            to.write_all(put.as_bytes())?;
            written = range.end;
        }
        to.write_all(self.text.get(written..).unwrap_or_default().as_bytes())
    }
}

impl From<String> for Edited {
    fn from(text: String) -> Self {
        Self::new(text, Vec::new())
    }
}

/// Walks through XML, knowing where it is.
pub(super) struct Walk<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    depth: usize,
}

/// An element's beginning or end, or something else, with its place.
pub(super) struct Step<'a> {
    /// What it is.
    pub event: Event<'a>,
    /// Where it stands.
    pub range: Range<usize>,
    /// How many elements it stands in: 0 for the root.
    pub depth: usize,
}

impl<'a> Walk<'a> {
    /// A walk from the beginning.
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.check_comments = false;
        Self { reader, text, depth: 0 }
    }

    /// The next step; nothing at the end.
    pub(super) fn next(&mut self) -> Result<Option<Step<'a>>, Reason> {
        let broken = || Reason::Broken(None);
        let place = |reader: &Reader<&'a [u8]>| usize::try_from(reader.buffer_position()).map_err(|_| Reason::Broken(None));
        let start = place(&self.reader)?;
        let event = self.reader.read_event().map_err(|_| broken())?;
        let range = start..place(&self.reader)?;
        let depth = match &event {
            Event::Eof => return Ok(None),
            Event::DocType(_) => return Err(Reason::Entities),
            Event::Start(_) => {
                self.depth += 1;
                self.depth - 1
            }
            Event::End(_) => {
                self.depth = self.depth.checked_sub(1).ok_or_else(broken)?;
                self.depth
            }
            _ => self.depth,
        };
        Ok(Some(Step { event, range, depth }))
    }

    /// The text of a range.
    pub(super) fn text(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// Passes over what is left of the element that just began, and says where its end stands.
    pub(super) fn pass(&mut self) -> Result<Range<usize>, Reason> {
        let outside = self.depth.saturating_sub(1);
        while let Some(step) = self.next()? {
            if matches!(step.event, Event::End(_)) && step.depth == outside {
                return Ok(step.range);
            }
        }
        Err(Reason::Broken(None))
    }
}

/// The prefix of an element's name with its colon, to name further elements of the same kind; empty where it has none.
pub(super) fn prefix(element: &BytesStart<'_>) -> String {
    element.name().prefix().map(|prefix| format!("{}:", prefix.as_ref())).unwrap_or_default()
}

/// An element's tag with some attributes set to values, and those whose value is nothing taken away.
pub(super) fn tag(element: &BytesStart<'_>, set: &[(&str, Option<&str>)], is_empty: bool) -> Result<String, Reason> {
    let mut tag = format!("<{}", element.name().into_inner());
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Reason::Broken(None))?;
        let key = attribute.key.into_inner();
        if !set.iter().any(|(name, _)| *name == key) {
            tag.push_str(&format!(" {key}=\"{}\"", attribute.value.replace('"', "&quot;")));
        }
    }
    for (name, value) in set {
        if let Some(value) = value {
            tag.push_str(&format!(" {name}=\"{}\"", escaped(value)));
        }
    }
    tag.push_str(if is_empty { "/>" } else { ">" });
    Ok(tag)
}

/// Text for XML, without the characters that XML cannot have.
pub(super) fn escaped(text: &str) -> String {
    let allowed: String =
        text.chars().filter(|c| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')).collect();
    quick_xml::escape::escape(allowed).into_owned()
}

/// The part as it is now, as text.
#[cfg(test)]
pub(super) fn written(edited: &Edited) -> String {
    let mut bytes = Vec::new();
    edited.write(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_edited_stays_byte_by_byte() {
        let text = "<?xml version='1.0'?>\r\n<a  x='1'><!-- c --><b/>&amp;<![CDATA[<b>]]></a>\n";
        let mut walk = Walk::new(text);
        let mut edits = Vec::new();
        while let Some(step) = walk.next().unwrap() {
            if let Event::Empty(element) = &step.event {
                edits.push((step.range.clone(), tag(element, &[("s", Some("<2>"))], true).unwrap()));
            }
        }
        assert_eq!(written(&Edited::new(text.to_owned(), Vec::new())), text);
        assert_eq!(written(&Edited::new(text.to_owned(), edits)), text.replace("<b/>", "<b s=\"&lt;2&gt;\"/>"));
    }

    #[test]
    fn edits_that_overlap_are_no_file() {
        let edited = Edited::new("abcdef".to_owned(), vec![(1..4, String::new()), (2..3, String::new())]);
        assert!(edited.write(&mut Vec::new()).is_err());
    }

    #[test]
    fn attributes_are_set_and_taken_away() {
        let set_on = |text: &str, set: &[(&str, Option<&str>)]| match Walk::new(text).next().unwrap().unwrap().event {
            Event::Start(element) | Event::Empty(element) => tag(&element, set, false).unwrap(),
            _ => panic!("an element"),
        };
        assert_eq!(set_on("<x:c r='A\"1' s='3' t=\"s\">", &[("s", Some("9")), ("t", None)]), "<x:c r=\"A&quot;1\" s=\"9\">");
    }
}
