//! In which ways a letter can be written down.

use std::io;

use thiserror::Error;

use super::{csv, docx, html, json, text};
use crate::request::letter::Letter;

/// A way of writing a letter down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A page for the screen, and for A4 paper from the browser.
    Html,
    /// A Word document that the desk may still edit.
    Docx,
    /// Plain text, for a mail.
    Text,
    /// JSON, for a program.
    Json,
    /// CSV, for a spreadsheet.
    Csv,
}

impl Format {
    /// The ending of a file of this kind, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Text => "txt",
            Self::Json => "json",
            Self::Csv => "csv",
        }
    }

    /// Its media type, as IANA registers it.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Text => "text/plain; charset=utf-8",
            Self::Json => "application/json",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }
}

/// Why a letter could not be written down. None of these happens to a letter as it stands; the types are those of the libraries.
#[derive(Debug, Error)]
pub enum Unwritten {
    /// The page could not be drawn.
    #[error("the letter could not be drawn as a page: {0}")]
    Html(#[from] askama::Error),
    /// The document could not be packed.
    #[error("the letter could not be packed as a document: {0}")]
    Docx(#[from] io::Error),
    /// The JSON could not be written.
    #[error("the letter could not be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// The CSV could not be written.
    #[error("the letter could not be written as CSV: {0}")]
    Csv(#[from] ::csv::Error),
}

/// The letter as the bytes of a file.
///
/// # Errors
/// Never for a letter as it stands.
pub fn written(letter: &Letter, format: Format) -> Result<Vec<u8>, Unwritten> {
    Ok(match format {
        Format::Html => html(letter)?.into_bytes(),
        Format::Docx => docx(letter)?,
        Format::Text => text(letter).into_bytes(),
        Format::Json => json(letter)?.into_bytes(),
        Format::Csv => csv(letter)?,
    })
}
