//! A notice as HTML: a document that stands alone.

use askama::Template;
use askama::filters::{Html, escape};

use super::block::{Block, Item};
use super::words::{NOTHING, lines};
use super::{Notice, markdown};

/// The style of the document, as it stands in it.
pub const STYLE: &str = include_str!("../../templates/notice.css");

#[derive(Template)]
#[template(path = "notice.html")]
struct Document<'a> {
    title: &'a str,
    style: &'static str,
    sections: Vec<Part<'a>>,
    colophon: String,
}

/// A section as the template shows it.
struct Part<'a> {
    number: usize,
    title: &'static str,
    basis: String,
    text: &'a [Block],
    gaps: Vec<Item>,
}

/// The whole notice.
pub(super) fn notice(notice: &Notice) -> String {
    let parts = (1..).zip(&notice.sections).map(|(number, section)| Part {
        number,
        title: section.matter.title(),
        basis: markdown::basis(section),
        text: &section.text,
        gaps: markdown::gaps(&section.gaps),
    });
    let document = Document { title: &notice.title, style: STYLE, sections: parts.collect(), colophon: markdown::colophon(notice) };
    document.render().expect("a template of plain values can be rendered into a string")
}

/// Words as HTML, each of their lines escaped, a break between them. Where there are none, that is said.
fn shown(text: &str) -> String {
    let lines: Vec<String> = lines(text).map(|line| escape(line, Html).expect("letters can be escaped").to_string()).collect();
    if lines.is_empty() { NOTHING.to_owned() } else { lines.join("<br>") }
}
