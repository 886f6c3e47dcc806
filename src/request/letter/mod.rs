//! The letters that a desk sends, as values: what they say, drawn from the case and the ledger, and nothing of how they look.
//!
//! ```text
//! case, ledger, views, person, today ─▶ answer   ─▶ Letter ─▶ export: HTML for A4, .docx, JSON, CSV, plain text
//! what was received, procedures      ─▶ guidance ─▶ Letter
//! ```
//!
//! They are in Japanese alone: they go to people in Japan, under procedures that are published in Japanese, and what they quote of the
//! ledger is Japanese. What the ledger does not state is said to be not stated in it; nothing is filled in. What only the desk can
//! settle stands in [`Letter::open`], which the person never gets.

mod answer;
mod content;
mod fee;
mod frame;
mod guidance;
mod papers;
mod refusal;
mod wording;

use chrono::NaiveDate;
use serde::Serialize;

pub use answer::answer;
pub use guidance::guidance;

/// A letter of the desk to one who asks, in the order of a Japanese business letter: number and date, addressee, sender, title,
/// opening words, 記, numbered sections, 以上, and whom to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Letter {
    /// 標題.
    pub title: String,
    /// 受付番号 of the case; none for a guidance that is sent before there is one.
    pub number: Option<String>,
    /// The day of the letter.
    pub date: NaiveDate,
    /// 宛名, a line each.
    pub addressee: Vec<String>,
    /// 差出人, a line each: address, name, post.
    pub sender: Vec<String>,
    /// What stands before 記, a paragraph each.
    pub opening: Vec<String>,
    /// What stands between 記 and 以上.
    pub sections: Vec<Section>,
    /// お問い合わせ先.
    pub contact: Vec<Fact>,
    /// What the desk must settle before it sends the letter. It is no part of the letter.
    #[serde(skip)]
    pub open: Vec<String>,
}

/// A numbered section of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Its heading, without the number.
    pub heading: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Block {
    /// A paragraph.
    Paragraph(String),
    /// 箇条書き.
    List(Vec<String>),
    /// Labels and what they stand for, in two columns.
    Facts(Facts),
    /// A table with headings.
    Table(Table),
}

/// Labels and what they stand for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facts {
    /// What they are about.
    pub caption: Option<String>,
    /// The rows.
    pub rows: Vec<Fact>,
}

/// A label and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// What it stands for; several lines are a list.
    pub lines: Vec<String>,
}

/// A table with headings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// The headings of its columns.
    pub headings: Vec<String>,
    /// Its rows; each has a cell for each heading, of lines.
    pub rows: Vec<Vec<Vec<String>>>,
}

impl Section {
    fn new(heading: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self { heading: heading.into(), blocks }
    }
}

impl Block {
    fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph(text.into())
    }

    fn facts(rows: Vec<Fact>) -> Self {
        Self::Facts(Facts { caption: None, rows })
    }

    /// Every text in it, in order.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::Paragraph(text) => vec![text],
            Self::List(lines) => lines.iter().map(String::as_str).collect(),
            Self::Facts(facts) => facts.caption.iter().map(String::as_str).chain(facts.rows.iter().flat_map(Fact::texts)).collect(),
            Self::Table(table) => {
                let cells = table.rows.iter().flatten().flatten();
                table.headings.iter().chain(cells).map(String::as_str).collect()
            }
        }
    }
}

impl Fact {
    fn new<S: Into<String>>(label: impl Into<String>, lines: impl IntoIterator<Item = S>) -> Self {
        Self { label: label.into(), lines: lines.into_iter().map(Into::into).collect() }
    }

    /// The label, and the lines.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.label.as_str()).chain(self.lines.iter().map(String::as_str))
    }
}

impl Letter {
    /// The day of the letter, as a Japanese letter writes it: `2026年11月25日`.
    #[must_use]
    pub fn day(&self) -> String {
        wording::day(self.date)
    }

    /// Every text that the person gets, in order; what is open is none of it.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        let head = self.number.iter().chain(&self.addressee).chain(&self.sender).chain([&self.title]).chain(&self.opening);
        let sections = self
            .sections
            .iter()
            .flat_map(|section| std::iter::once(section.heading.as_str()).chain(section.blocks.iter().flat_map(Block::texts)));
        head.map(String::as_str).chain(sections).chain(self.contact.iter().flat_map(Fact::texts)).collect()
    }
}
