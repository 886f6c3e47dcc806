//! The public notice: of the five companies, of nothing, of anything, and compared with an earlier one.

mod arrow_trust;
mod examples;
mod rendering;
mod revisions;

use comrak::nodes::NodeValue;
use comrak::{Arena, Options, parse_document};

/// The words of a Markdown text as GitHub reads it, without white space.
///
/// # Panics
/// Where the text holds markup that a notice never makes: emphasis, links, images, code blocks, HTML other than a break.
pub(super) fn read(markdown: &str) -> String {
    let arena = Arena::new();
    let mut options = Options::default();
    let extension = &mut options.extension;
    (extension.strikethrough, extension.table, extension.autolink, extension.tasklist) = (true, true, true, true);
    (extension.footnotes, extension.description_lists, extension.math_dollars, extension.alerts) = (true, true, true, true);
    let mut words = String::new();
    for node in parse_document(&arena, markdown, &options).descendants() {
        match &node.data.borrow().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::HtmlInline(html) => assert_eq!(html, "<br>", "{markdown}"),
            NodeValue::HtmlBlock(html) => assert_eq!(html.literal.trim(), "<!-- -->", "{markdown}"),
            NodeValue::Heading(heading) => assert!((1..=3).contains(&heading.level) && !heading.setext, "{markdown}"),
            NodeValue::List(list) => assert_eq!(list.list_type, comrak::nodes::ListType::Bullet, "{markdown}"),
            NodeValue::Document
            | NodeValue::Paragraph
            | NodeValue::Item(_)
            | NodeValue::LineBreak
            | NodeValue::Table(_)
            | NodeValue::TableRow(_)
            | NodeValue::TableCell => {}
            other => panic!("{other:?} in {markdown}"),
        }
    }
    tight(&words)
}

/// The words of an HTML text, without white space.
///
/// # Panics
/// Where it holds another tag than a notice makes.
pub(super) fn read_html(html: &str) -> String {
    const TAGS: &[&str] = &[
        "h1",
        "/h1",
        "section",
        "/section",
        "h2",
        "/h2",
        "h3",
        "/h3",
        "p",
        "p class=\"basis\"",
        "/p",
        "ul",
        "/ul",
        "li",
        "/li",
        "dl",
        "/dl",
        "dt",
        "/dt",
        "dd",
        "/dd",
        "table",
        "/table",
        "thead",
        "/thead",
        "tbody",
        "/tbody",
        "tr",
        "/tr",
        "th",
        "/th",
        "td",
        "/td",
        "br",
        "div class=\"gaps\"",
        "/div",
        "footer",
        "/footer",
    ];
    let body = html.split_once("<body>").and_then(|(_, body)| body.split_once("</body>")).expect("a document with a body").0;
    let mut words = String::new();
    for (at, part) in body.split('<').enumerate() {
        let text = if at == 0 {
            part
        } else {
            let (tag, text) = part.split_once('>').unwrap_or_else(|| panic!("an open tag: {part}"));
            assert!(TAGS.contains(&tag), "<{tag}>");
            text
        };
        assert!(!text.contains('>'), "{text}");
        words.push_str(text);
    }
    for (entity, letter) in [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")] {
        words = words.replace(entity, letter);
    }
    tight(&words)
}

/// A text without white space, and with one mark for letters that control.
pub(super) fn tight(text: &str) -> String {
    let letters = text.chars().filter(|letter| !letter.is_whitespace());
    letters.map(|letter| if letter.is_control() { char::REPLACEMENT_CHARACTER } else { letter }).collect()
}
