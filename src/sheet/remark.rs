//! What was read, but not as it stands in the file: said with its place, so that nothing is lost in silence.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::limits;
use super::table::Address;
use crate::language::Language;

/// Something in a workbook that was not taken over as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Remark {
    /// The sheet's name, as in [`Table::name`](super::table::Table::name).
    pub table: Arc<str>,
    /// The cell, where it is about one.
    pub address: Option<Address>,
    /// What it is.
    pub kind: RemarkKind,
}

/// What was not taken over as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RemarkKind {
    /// Bytes that stand for no character of the file's encoding; each is U+FFFD in the cell.
    UndecodableBytes,
    /// A text longer than a cell can be; the rest was cut off.
    TruncatedCell,
    /// A quotation mark that is never closed; the cell took in everything to the file's end.
    UnclosedQuote,
    /// A sheet that has no cells, or none to read.
    SkippedSheet(SheetKind),
    /// Further remarks, this many, that were not kept.
    Further(u32),
}

/// Sheets that are not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SheetKind {
    /// A sheet that is one chart.
    Chart,
    /// A dialog of an old workbook.
    Dialog,
    /// A sheet of macro commands.
    Macro,
    /// A sheet of program text.
    Module,
    /// A sheet of a kind that this program does not know.
    Unknown,
}

impl RemarkKind {
    /// The remark as one clear sentence.
    #[must_use]
    pub fn message(self, language: Language) -> String {
        match language {
            Language::Ja => self.japanese(),
            Language::En => self.english(),
        }
    }

    fn japanese(self) -> String {
        match self {
            Self::UndecodableBytes => "文字として読めないバイトがあり、「\u{FFFD}」に置き換えました。".to_owned(),
            Self::TruncatedCell => format!("文字数が{}字を超えるため、以降を切り捨てました。", limits::CELL_CHARACTERS),
            Self::UnclosedQuote => "引用符（\"）が閉じられておらず、ファイルの終わりまでを一つのセルとして読みました。".to_owned(),
            Self::SkippedSheet(kind) => format!("{}なので、読み飛ばしました。", kind.japanese()),
            Self::Further(count) => format!("ほかに{count}件の注記がありますが、省略しました。"),
        }
    }

    fn english(self) -> String {
        match self {
            Self::UndecodableBytes => "Some bytes stand for no character and were replaced by \"\u{FFFD}\".".to_owned(),
            Self::TruncatedCell => format!("The text is longer than {} characters; the rest was cut off.", limits::CELL_CHARACTERS),
            Self::UnclosedQuote => "A quotation mark is never closed; everything to the end of the file was read as one cell.".to_owned(),
            Self::SkippedSheet(kind) => format!("This is {}; it was passed over.", kind.english()),
            Self::Further(count) => format!("{count} further remarks were left out."),
        }
    }
}

impl SheetKind {
    fn japanese(self) -> &'static str {
        match self {
            Self::Chart => "グラフシート",
            Self::Dialog => "ダイアログシート",
            Self::Macro => "マクロシート",
            Self::Module => "モジュールシート",
            Self::Unknown => "種類のわからないシート",
        }
    }

    fn english(self) -> &'static str {
        match self {
            Self::Chart => "a chart sheet",
            Self::Dialog => "a dialog sheet",
            Self::Macro => "a macro sheet",
            Self::Module => "a module sheet",
            Self::Unknown => "a sheet of an unknown kind",
        }
    }
}
