//! What a file is, by its content; its name only tells tabs from commas.

use super::ole;
use super::refusal::{Looks, Reason};

/// A file that may be a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A zip file.
    Package,
    /// A compound file.
    Compound,
    /// Neither; text, if it can be decoded.
    Text,
}

/// What a file's first bytes say it is.
pub(super) fn of(bytes: &[u8]) -> Result<Kind, Reason> {
    if bytes.is_empty() {
        return Err(Reason::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Package);
    }
    if bytes.starts_with(&ole::MAGIC) {
        return Ok(Kind::Compound);
    }
    match looks(bytes) {
        Some(looks) => Err(Reason::NotAWorkbook(looks)),
        None => Ok(Kind::Text),
    }
}

fn looks(bytes: &[u8]) -> Option<Looks> {
    const BEGINNINGS: [(&[u8], Looks); 22] = [
        (b"%PDF", Looks::Pdf),
        (b"\x89PNG", Looks::Picture),
        (b"\xFF\xD8\xFF", Looks::Picture),
        (b"GIF87a", Looks::Picture),
        (b"GIF89a", Looks::Picture),
        (b"II*\0", Looks::Picture),
        (b"MM\0*", Looks::Picture),
        (b"{\\rtf", Looks::TextDocument),
        (b"\x1F\x8B", Looks::Archive),
        (b"7z\xBC\xAF\x27\x1C", Looks::Archive),
        (b"Rar!\x1A", Looks::Archive),
        (b"\xFD7zXZ", Looks::Archive),
        (b"\x28\xB5\x2F\xFD", Looks::Archive),
        (b"SQLite format 3\0", Looks::Database),
        (b"\0\x01\0\0Standard ", Looks::Database),
        (b"\x7FELF", Looks::Program),
        (b"MZ\x90", Looks::Program),
        // The four forms of a worksheet without a container.
        (b"\x09\0\x04\0", Looks::OldExcel),
        (b"\x09\x02\x06\0", Looks::OldExcel),
        (b"\x09\x04\x06\0", Looks::OldExcel),
        (b"\x09\x08\x08\0", Looks::OldExcel),
        (b"\x09\x08\x10\0", Looks::OldExcel),
    ];
    if let Some((_, looks)) = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
        return Some(*looks);
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let begins = |word: &[u8]| text.get(..word.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(word));
    if begins(b"<!doctype html") || begins(b"<html") || begins(b"<table") || begins(b"<meta") {
        Some(Looks::WebPage)
    } else if begins(b"<?xml") {
        // A web page may also be written as XML.
        let beginning = text[..text.len().min(1024)].to_ascii_lowercase();
        Some(if beginning.windows(5).any(|window| window == b"<html") { Looks::WebPage } else { Looks::Xml })
    } else {
        None
    }
}
