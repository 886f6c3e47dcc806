//! A letter as a page for the screen, and for A4 paper from the browser.

use askama::Template;

use super::{CONTACT, NUMBER};
use crate::request::letter::{Block, Letter};

/// How the page looks, on the screen and on paper.
pub const STYLE: &str = include_str!("../../../templates/letter.css");

/// Where a page has its style from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style<'a> {
    /// From this address: a page that a server gives beside [`STYLE`].
    At(&'a str),
    /// From itself: a page that stands alone as a file.
    Inside,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct Page<'a> {
    letter: &'a Letter,
    style: Style<'a>,
}

/// The letter as an HTML page. What is open to the desk stands above it, on the screen alone.
///
/// # Errors
/// Never for the template as it stands; the type is that of the library.
pub fn html(letter: &Letter, style: Style<'_>) -> Result<String, askama::Error> {
    Page { letter, style }.render()
}
