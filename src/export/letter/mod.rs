//! A letter of the desk written down: to be printed, to be edited, to be sent by mail, or to be read by a program (APPI 33(1) lets a
//! person ask for an electronic record).
//!
//! None of them loses a word of it, and none but the page on the screen shows what is still open to the desk.

mod csv;
mod docx;
mod format;
mod html;
mod json;
mod text;

pub use csv::csv;
pub use docx::docx;
pub use format::{Format, Unwritten, written};
pub use html::{STYLE, html};
pub use json::json;
pub use text::text;

/// What heads the number of a case.
const NUMBER: &str = "受付番号";
/// What heads the window at the end.
const CONTACT: &str = "お問い合わせ先";
