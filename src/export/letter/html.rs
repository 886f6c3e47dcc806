//! A letter as a page for the screen, and for A4 paper from the browser.

use askama::Template;

use super::{CONTACT, NUMBER};
use crate::request::letter::{Block, Letter};

/// How the page looks, on the screen and on paper.
pub const STYLE: &str = include_str!("../../../templates/letter.css");

#[derive(Template)]
#[template(path = "letter.html")]
struct Page<'a> {
    letter: &'a Letter,
}

/// The letter as an HTML page that stands alone. What is open to the desk stands above it, on the screen alone.
///
/// # Errors
/// Never for the template as it stands; the type is that of the library.
pub fn html(letter: &Letter) -> Result<String, askama::Error> {
    Page { letter }.render()
}
