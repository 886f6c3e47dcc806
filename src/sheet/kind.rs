//! What a file is, by its content; its name only tells what a text is: commas, tabs or YAML.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::ole;
use super::refusal::Reason;

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

/// What a file's name says of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Named {
    /// A table, its separator to be found.
    Table,
    /// A table with tabs.
    Tabs,
    /// A YAML document.
    Yaml,
}

impl Named {
    /// What the ending of a name says.
    pub(super) fn of(name: &Path) -> Self {
        let is = |endings: &[&str]| name.extension().is_some_and(|of| endings.iter().any(|ending| of.eq_ignore_ascii_case(ending)));
        match () {
            () if is(&["tsv"]) => Self::Tabs,
            () if is(&["yml", "yaml"]) => Self::Yaml,
            () => Self::Table,
        }
    }
}

/// What a file that is no workbook looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Looks {
    /// A PDF document.
    Pdf,
    /// A web page; some systems name one `.xls`.
    WebPage,
    /// An XML document, among them the XML spreadsheets of 2003.
    Xml,
    /// A picture.
    Picture,
    /// A text document of a word processor.
    TextDocument,
    /// A presentation.
    Presentation,
    /// An e-mail message.
    Message,
    /// A compressed archive.
    Archive,
    /// A worksheet of Excel 4.0 or older.
    OldExcel,
    /// A database file.
    Database,
    /// A program.
    Program,
    /// Something else that is not text.
    Unknown,
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

impl Looks {
    /// The way out, in Japanese.
    pub(super) fn japanese(self) -> &'static str {
        match self {
            Self::Pdf => "PDFのようです。元の表計算のファイルを指定してください。",
            Self::WebPage => "Webページ（HTML）のようです。表計算ソフトで開き、.xlsxとして保存し直してください。",
            Self::Xml => "XMLのようです。表計算ソフトで開き、.xlsxとして保存し直してください。",
            Self::Picture => "画像のようです。元の表計算のファイルを指定してください。",
            Self::TextDocument => "ワープロの文書のようです。表を表計算ソフトに移して保存してください。",
            Self::Presentation => "プレゼンテーションのようです。表を表計算ソフトに移して保存してください。",
            Self::Message => "電子メールのようです。添付のファイルを取り出してください。",
            Self::Archive => "圧縮ファイルのようです。展開してから指定してください。",
            Self::OldExcel => "Excel 4.0以前の形式のようです。表計算ソフトで開き、.xlsxとして保存し直してください。",
            Self::Database => "データベースのファイルのようです。表計算のファイルに書き出してください。",
            Self::Program => "プログラムのようです。表計算のファイルを指定してください。",
            Self::Unknown => "文字でも知っている形式でもありません。ファイルを確かめてください。",
        }
    }

    /// The way out, in English.
    pub(super) fn english(self) -> &'static str {
        match self {
            Self::Pdf => "it looks like a PDF; name the spreadsheet it was made from.",
            Self::WebPage => "it looks like a web page; open it in a spreadsheet program and save it as .xlsx.",
            Self::Xml => "it looks like XML; open it in a spreadsheet program and save it as .xlsx.",
            Self::Picture => "it looks like a picture; name the spreadsheet it was made from.",
            Self::TextDocument => "it looks like a text document; move the table into a spreadsheet.",
            Self::Presentation => "it looks like a presentation; move the table into a spreadsheet.",
            Self::Message => "it looks like an e-mail message; take out the attached file.",
            Self::Archive => "it looks like an archive; unpack it first.",
            Self::OldExcel => "it looks like Excel 4.0 or older; open it in a spreadsheet program and save it as .xlsx.",
            Self::Database => "it looks like a database; export it as a spreadsheet.",
            Self::Program => "it looks like a program; name a spreadsheet.",
            Self::Unknown => "it is neither text nor any known format; check the file.",
        }
    }
}
