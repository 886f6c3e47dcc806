//! What ties a package's parts together: relations, and which kind each part is of.

use quick_xml::events::Event;

use super::splice::{Edit, Edited, Walk, escaped, prefix};
use crate::sheet::package::attribute;
use crate::sheet::refusal::Reason;

/// The beginning of every relation's type.
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const NO_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

/// A relation that a part is to have: its id, the last word of its type, and the other part's name.
pub(super) type Relation<'a> = (&'a str, &'a str, &'a str);

/// A part with relations, with some added.
pub(super) fn related(part: Option<String>, relations: &[Relation<'_>]) -> Result<Edited, Reason> {
    let part = part.unwrap_or_else(|| NO_RELATIONS.to_owned());
    let added = |p: &str| {
        let relation = |(id, kind, target): &Relation<'_>| {
            format!("<{p}Relationship Id=\"{id}\" Type=\"{RELATION}/{kind}\" Target=\"/{}\"/>", escaped(target))
        };
        relations.iter().map(relation).collect()
    };
    at_the_end(part, &added)
}

/// The list of which kind each part is of, with those notes and with the kind that boxes have.
pub(super) fn typed(part: String, notes: &[String]) -> Result<Edited, Reason> {
    let mut has_boxes = false;
    let mut walk = Walk::new(&part);
    while let Some(step) = walk.next()? {
        if let Event::Start(element) | Event::Empty(element) = &step.event
            && element.local_name().as_ref() == "Default"
        {
            has_boxes |= attribute(element, "Extension")?.is_some_and(|ending| ending.eq_ignore_ascii_case("vml"));
        }
    }
    let added = |p: &str| {
        let kind = "application/vnd.openxmlformats-officedocument";
        let note =
            |name: &String| format!("<{p}Override PartName=\"/{}\" ContentType=\"{kind}.spreadsheetml.comments+xml\"/>", escaped(name));
        let boxes = format!("<{p}Default Extension=\"vml\" ContentType=\"{kind}.vmlDrawing\"/>");
        let notes: String = notes.iter().map(note).collect();
        if has_boxes { notes } else { boxes + &notes }
    };
    at_the_end(part, &added)
}

/// A part with more at the end of its root.
fn at_the_end(part: String, added: &dyn Fn(&str) -> String) -> Result<Edited, Reason> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut root = String::new();
    let mut walk = Walk::new(&part);
    while let Some(step) = walk.next()? {
        match &step.event {
            Event::Start(element) if step.depth == 0 => root = prefix(element),
            Event::End(_) if step.depth == 0 => edits.push((step.range.start..step.range.start, added(&root))),
            Event::Empty(element) if step.depth == 0 => {
                let tag = super::splice::tag(element, &[], false)?;
                let end = format!("</{}>", element.name().into_inner());
                edits.push((step.range, tag + &added(&prefix(element)) + &end));
            }
            _ => {}
        }
    }
    if edits.len() == 1 { Ok(Edited::new(part, edits)) } else { Err(Reason::Broken(None)) }
}

/// The name of a part that a relation of another leads to, seen from the other's folder.
pub(super) fn resolved(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    let whole = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}{target}"),
    };
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::super::splice::written;
    use super::*;

    #[test]
    fn relations_lead_to_parts() {
        for (target, name) in [("../comments1.xml", "xl/comments1.xml"), ("/xl/a.vml", "xl/a.vml"), ("./b.xml", "xl/worksheets/b.xml")] {
            assert_eq!(resolved("xl/worksheets/", target), name);
        }
        let relation = "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"/xl/c.xml\"/>";
        assert!(written(&related(None, &[("r1", "comments", "xl/c.xml")]).unwrap()).ends_with(&format!("{relation}</Relationships>")));
        let empty = related(Some("<Relationships/>".to_owned()), &[("r1", "comments", "xl/c.xml")]).unwrap();
        assert_eq!(written(&empty), format!("<Relationships>{relation}</Relationships>"));
    }

    #[test]
    fn kinds_are_said_once() {
        let typed = |part: &str| written(&typed(part.to_owned(), &["xl/c.xml".to_owned()]).unwrap());
        assert_eq!(typed("<Types></Types>").matches("vmlDrawing").count(), 1);
        assert!(!typed("<Types><Default Extension=\"VML\"/></Types>").contains("vmlDrawing"));
    }
}
