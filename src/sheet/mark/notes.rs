//! The notes of a sheet's cells. What a note says already stays; more is said below it.

use std::collections::BTreeMap;

use quick_xml::events::Event;

use super::splice::{Edit, Edited, Walk, escaped, prefix};
use crate::sheet::outline::address;
use crate::sheet::package::attribute;
use crate::sheet::refusal::Reason;
use crate::sheet::table::Address;

/// Who the notes are by.
const AUTHOR: &str = "daicho";

/// How the author of a note is named that only stands for a conversation of comments, which older programs cannot show.
const CONVERSATION: &str = "tc=";

/// The part with the notes, and what became of each.
pub(super) struct Noted {
    /// The part.
    pub part: Edited,
    /// Cells that had no note before, and need a box.
    pub fresh: Vec<Address>,
    /// Cells with a conversation, to which no note can be added.
    pub unnoted: u32,
}

/// A part with those notes, for a sheet that has none yet.
pub(super) fn new(notes: &BTreeMap<Address, String>) -> Noted {
    let list: String = notes.iter().map(|(at, note)| comment("", *at, 0, note)).collect();
    let part = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors><author>{AUTHOR}</author></authors><commentList>{list}</commentList></comments>"
    );
    Noted { part: part.into(), fresh: notes.keys().copied().collect(), unnoted: 0 }
}

/// The part with the notes that a sheet has, with those notes added.
pub(super) fn add(part: String, notes: &BTreeMap<Address, String>) -> Result<Noted, Reason> {
    let mut missing = notes.clone();
    let mut unnoted = 0;
    let mut edits: Vec<Edit> = Vec::new();
    let mut authors: Vec<String> = Vec::new();
    let (mut p, mut authored, mut listed) = (String::new(), false, None);
    let mut walk = Walk::new(&part);
    while let Some(step) = walk.next()? {
        match &step.event {
            Event::Start(element) if step.depth == 0 => p = prefix(element),
            Event::Start(element) if step.depth == 2 && element.local_name().as_ref() == "author" => {
                let end = walk.pass()?;
                authors.push(walk.text(step.range.end..end.start).to_owned());
            }
            Event::Empty(element) if step.depth == 2 && element.local_name().as_ref() == "author" => authors.push(String::new()),
            Event::End(element) if step.depth == 1 && element.local_name().as_ref() == "authors" => {
                edits.push((step.range.start..step.range.start, format!("<{p}author>{AUTHOR}</{p}author>")));
                authored = true;
            }
            Event::Start(element) if step.depth == 2 && element.local_name().as_ref() == "comment" => {
                let at = attribute(element, "ref")?.as_deref().and_then(address).ok_or(Reason::Broken(None))?;
                let author = attribute(element, "authorId")?.and_then(|id| id.parse::<usize>().ok()).and_then(|id| authors.get(id));
                if let Some(note) = missing.remove(&at) {
                    if author.is_some_and(|author| author.starts_with(CONVERSATION)) {
                        unnoted += 1;
                    } else {
                        edits.extend(more(&mut walk, &p, &note)?);
                    }
                }
            }
            Event::End(element) if step.depth == 1 && element.local_name().as_ref() == "commentList" => {
                listed = Some((step.range.start..step.range.start, true));
            }
            Event::Empty(element) if step.depth == 1 && element.local_name().as_ref() == "commentList" => {
                listed = Some((step.range, false));
            }
            _ => {}
        }
    }
    let (at, has_end) = listed.filter(|_| authored).ok_or(Reason::Broken(None))?;
    let list: String = missing.iter().map(|(at, note)| comment(&p, *at, authors.len(), note)).collect();
    edits.push((at, if has_end { list } else { format!("<{p}commentList>{list}</{p}commentList>") }));
    Ok(Noted { part: Edited::new(part, edits), fresh: missing.into_keys().collect(), unnoted })
}

/// Edits of the note that just began, so that it says more.
fn more(walk: &mut Walk<'_>, p: &str, note: &str) -> Result<Vec<Edit>, Reason> {
    let mut edits = Vec::new();
    let mut end = None;
    while let Some(step) = walk.next()? {
        match &step.event {
            // Text is either plain or in runs; plain text becomes a run, so that another can follow.
            Event::Start(element) if step.depth == 4 && element.local_name().as_ref() == "t" => {
                edits.push((step.range.start..step.range.start, format!("<{p}r>")));
                let after = walk.pass()?.end;
                edits.push((after..after, format!("</{p}r>")));
            }
            // How words are pronounced comes after all of them.
            Event::Start(element) | Event::Empty(element)
                if step.depth == 4 && matches!(element.local_name().as_ref(), "rPh" | "phoneticPr") =>
            {
                end = end.or(Some(step.range.start));
            }
            Event::End(element) if step.depth == 3 && element.local_name().as_ref() == "text" => {
                end = end.or(Some(step.range.start));
            }
            Event::End(_) if step.depth == 2 => {
                let at = end.ok_or(Reason::Broken(None))?;
                edits.push((at..at, run(p, &format!("\n\n{note}"))));
                return Ok(edits);
            }
            _ => {}
        }
    }
    Err(Reason::Broken(None))
}

fn comment(p: &str, at: Address, author: usize, note: &str) -> String {
    format!("<{p}comment ref=\"{at}\" authorId=\"{author}\"><{p}text>{}</{p}text></{p}comment>", run(p, note))
}

fn run(p: &str, text: &str) -> String {
    format!(
        "<{p}r><{p}rPr><{p}sz val=\"9\"/><{p}color indexed=\"81\"/><{p}rFont val=\"Yu Gothic\"/><{p}family val=\"3\"/><{p}charset val=\"128\"/></{p}rPr><{p}t xml:space=\"preserve\">{}</{p}t></{p}r>",
        escaped(text)
    )
}

#[cfg(test)]
mod tests {
    use super::super::splice::written;
    use super::*;

    fn notes(notes: &[(&str, &str)]) -> BTreeMap<Address, String> {
        notes.iter().map(|(at, note)| (address(at).unwrap(), (*note).to_owned())).collect()
    }

    #[test]
    fn what_a_note_says_stays_and_more_is_said_below() {
        let part = "<comments><authors><author>経理</author><author>tc={1}</author></authors><commentList><comment ref=\"A1\" authorId=\"0\"><text><t>前の<!-- --></t><phoneticPr fontId=\"1\"/></text></comment><comment ref=\"B1\" authorId=\"1\"><text><t>会話</t></text></comment><comment ref=\"C1\" authorId=\"0\"><text><r><t>別</t></r></text></comment></commentList></comments>";
        let noted = add(part.to_owned(), &notes(&[("A1", "a<b"), ("B1", "b"), ("D4", "d")])).unwrap();
        assert_eq!((noted.fresh, noted.unnoted), (vec![address("D4").unwrap()], 1));
        let text = written(&noted.part);
        for expected in [
            "<author>daicho</author></authors>",
            "<text><r><t>前の<!-- --></t></r><r><rPr>",
            "\n\na&lt;b</t></r><phoneticPr fontId=\"1\"/></text>",
            "<comment ref=\"B1\" authorId=\"1\"><text><t>会話</t></text></comment>",
            "<text><r><t>別</t></r></text>",
            "<comment ref=\"D4\" authorId=\"2\"><text><r>",
        ] {
            assert!(text.contains(expected), "{expected} in {text}");
        }
    }

    #[test]
    fn a_new_part_is_one_that_can_be_added_to() {
        let first = new(&notes(&[("B2", "最初")]));
        let again = add(written(&first.part), &notes(&[("B2", "次"), ("C3", "新")])).unwrap();
        let text = written(&again.part);
        assert!(text.contains("最初") && text.contains("\n\n次") && text.contains("ref=\"C3\" authorId=\"1\""), "{text}");
        assert!(add("<comments/>".to_owned(), &notes(&[("A1", "x")])).is_err());
    }
}
