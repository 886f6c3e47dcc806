//! The workbook's styles, with each cell's own look once more in each colour that is needed.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::events::{BytesStart, Event};

use super::Colour;
use super::splice::{Edit, Edited, Walk, prefix, tag};
use crate::sheet::refusal::Reason;

/// The styles, and the looks that are added to them.
pub(super) struct Styles {
    text: String,
    fills: List,
    looks: List,
    /// Each look of the workbook, as it is written.
    written: Vec<Range<usize>>,
    added_fills: Vec<Colour>,
    added_looks: BTreeMap<(u32, Colour), u32>,
    added: Vec<String>,
    prefix: String,
}

/// A list in the styles.
struct List {
    /// Its tag at the beginning.
    tag: Range<usize>,
    /// Its tag with room for the number of its members.
    counted: String,
    members: u32,
    /// Where its end stands.
    end: usize,
}

impl Styles {
    /// Reads the part with the styles.
    pub(super) fn read(text: String) -> Result<Self, Reason> {
        let (mut fills, mut looks, mut written, mut name_prefix) = (None, None, Vec::new(), String::new());
        let mut walk = Walk::new(&text);
        while let Some(step) = walk.next()? {
            let Event::Start(element) = &step.event else { continue };
            match (step.depth, element.local_name().as_ref()) {
                (0, _) => name_prefix = prefix(element),
                (1, "fills") => fills = Some(list(&mut walk, element, step.range.clone(), "fill", &mut Vec::new())?),
                (1, "cellXfs") => looks = Some(list(&mut walk, element, step.range.clone(), "xf", &mut written)?),
                _ => {}
            }
        }
        let (fills, looks) = (fills.ok_or(Reason::Broken(None))?, looks.ok_or(Reason::Broken(None))?);
        let (added_fills, added_looks, added) = (Vec::new(), BTreeMap::new(), Vec::new());
        Ok(Self { text, fills, looks, written, added_fills, added_looks, added, prefix: name_prefix })
    }

    /// The number of the look that is like another but for its colour.
    pub(super) fn coloured(&mut self, look: u32, colour: Colour) -> Result<u32, Reason> {
        if let Some(known) = self.added_looks.get(&(look, colour)) {
            return Ok(*known);
        }
        let place = self.added_fills.iter().position(|known| *known == colour).unwrap_or_else(|| {
            self.added_fills.push(colour);
            self.added_fills.len() - 1
        });
        let fill = self.fills.members + number(place)?;
        let written = self.written.get(look as usize).and_then(|range| self.text.get(range.clone())).unwrap_or_default();
        self.added.push(filled(written, fill, &self.prefix)?);
        let added = self.looks.members + number(self.added.len() - 1)?;
        self.added_looks.insert((look, colour), added);
        Ok(added)
    }

    /// The part with what was added.
    pub(super) fn edited(self) -> Result<Edited, Reason> {
        let p = &self.prefix;
        let fills = self.added_fills.iter().map(|[red, green, blue]| {
            format!(
                "<{p}fill><{p}patternFill patternType=\"solid\"><{p}fgColor rgb=\"FF{red:02X}{green:02X}{blue:02X}\"/><{p}bgColor indexed=\"64\"/></{p}patternFill></{p}fill>"
            )
        });
        let fills: String = fills.collect();
        let mut edits = self.fills.more(self.added_fills.len(), fills)?;
        edits.extend(self.looks.more(self.added.len(), self.added.concat())?);
        Ok(Edited::new(self.text, edits))
    }
}

impl List {
    fn more(&self, count: usize, members: String) -> Result<Vec<Edit>, Reason> {
        let total = self.members + number(count)?;
        Ok(vec![(self.tag.clone(), self.counted.replace("\"#\"", &format!("\"{total}\""))), (self.end..self.end, members)])
    }
}

fn number(count: usize) -> Result<u32, Reason> {
    u32::try_from(count).map_err(|_| Reason::Broken(None))
}

/// Walks to the end of a list that just began.
fn list(
    walk: &mut Walk<'_>,
    element: &BytesStart<'_>,
    at: Range<usize>,
    member: &str,
    written: &mut Vec<Range<usize>>,
) -> Result<List, Reason> {
    let counted = tag(element, &[("count", Some("#"))], false)?;
    let mut members = 0;
    while let Some(step) = walk.next()? {
        match &step.event {
            Event::End(_) if step.depth == 1 => return Ok(List { tag: at, counted, members, end: step.range.start }),
            Event::Empty(element) if element.local_name().as_ref() == member => {
                members += 1;
                written.push(step.range);
            }
            Event::Start(element) if element.local_name().as_ref() == member => {
                members += 1;
                let end = walk.pass()?.end;
                written.push(step.range.start..end);
            }
            _ => {}
        }
    }
    Err(Reason::Broken(None))
}

/// A look as it is written, with another fill. One that the workbook lacks is the plainest.
fn filled(written: &str, fill: u32, prefix: &str) -> Result<String, Reason> {
    let fill = fill.to_string();
    let set = [("fillId", Some(fill.as_str())), ("applyFill", Some("1"))];
    let mut walk = Walk::new(written);
    match walk.next()? {
        Some(step) => match &step.event {
            Event::Empty(element) => tag(element, &set, true),
            Event::Start(element) => Ok(format!("{}{}", tag(element, &set, false)?, walk.text(step.range.end..written.len()))),
            _ => Err(Reason::Broken(None)),
        },
        None => Ok(format!("<{prefix}xf numFmtId=\"0\" fontId=\"0\" fillId=\"{fill}\" borderId=\"0\" xfId=\"0\" applyFill=\"1\"/>")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::splice::written;
    use super::*;

    const STYLES: &str = r#"<styleSheet><fills count="2"><fill><patternFill/></fill><fill/></fills><cellStyleXfs><xf/></cellStyleXfs><cellXfs count="2"><xf fontId="1" fillId="0"/><xf fontId="2" fillId="1"><alignment wrapText="1"/></xf></cellXfs></styleSheet>"#;
    const RED: Colour = [255, 0, 0];
    const BLUE: Colour = [0, 0, 255];

    #[test]
    fn a_look_is_made_once_for_each_colour_and_keeps_the_rest() {
        let mut styles = Styles::read(STYLES.to_owned()).unwrap();
        let looks = [(1, RED), (0, BLUE), (1, RED), (9, BLUE)].map(|(look, colour)| styles.coloured(look, colour).unwrap());
        assert_eq!(looks, [2, 3, 2, 4]);
        let text = written(&styles.edited().unwrap());
        assert!(
            text.contains(
                r#"<fills count="4"><fill><patternFill/></fill><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/>"#
            ),
            "{text}"
        );
        assert!(text.contains(r#"<cellXfs count="5">"#), "{text}");
        assert!(
            text.contains(
                r#"<xf fontId="2" fillId="2" applyFill="1"><alignment wrapText="1"/></xf><xf fontId="1" fillId="3" applyFill="1"/>"#
            ),
            "{text}"
        );
    }

    #[test]
    fn nothing_added_changes_nothing_but_the_form_of_a_tag() {
        assert_eq!(written(&Styles::read(STYLES.to_owned()).unwrap().edited().unwrap()), STYLES);
        assert!(Styles::read("<styleSheet/>".to_owned()).is_err());
    }
}
