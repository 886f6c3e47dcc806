//! Why a file was not read: one named reason, said in one sentence with the file, the value, the limit and the way out.
//!
//! A reason never holds what stands in a cell; of the file's own words it has at most a sheet's name.

use std::fmt;
use std::io;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::kind::Looks;
use super::limits;
use crate::language::Language;

/// A file that was not read, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Refusal {
    /// The file as it was named, made safe to print.
    pub file: Arc<str>,
    /// Why it was not read.
    pub reason: Reason,
}

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// There is no such file.
    NotFound,
    /// The file is there and may not be read, or the system failed to read it.
    NotReadable,
    /// A device, a pipe or the like.
    NotAFile,
    /// A folder without any workbook or CSV file.
    NothingInFolder,
    /// A file of no bytes.
    Empty,
    /// A file that is no workbook.
    NotAWorkbook(Looks),
    /// A workbook without a single filled cell.
    NoCells,
    /// A workbook that needs a password, and none was given.
    Protected,
    /// A workbook that the given password does not open.
    WrongPassword,
    /// A workbook protected in a way that this program cannot open even with the password.
    UnknownProtection,
    /// A file larger than is read, both in bytes.
    TooLarge {
        /// How large it is, as far as known.
        bytes: u64,
        /// How large it may be.
        limit: u64,
    },
    /// A packaged workbook of too many parts.
    TooManyParts(u64),
    /// A part that unpacks to more than is read, in bytes as far as known.
    PartTooLarge(u64),
    /// A part that unpacks to suspiciously many times its size.
    RatioTooHigh(u64),
    /// Too many sheets, or CSV files in a folder.
    TooManySheets(u64),
    /// More filled cells than are read.
    TooManyCells,
    /// A YAML document of more values than are read, or whose aliases make more of them.
    TooManyNodes,
    /// A YAML document whose lists and mappings lie deeper in one another than is read.
    TooDeep,
    /// No YAML from this line on.
    NotYaml {
        /// The line, from 1.
        line: u64,
    },
    /// A YAML mapping that has a key twice.
    RepeatedKey {
        /// The line of the second, from 1.
        line: u64,
    },
    /// More merged areas than are read.
    TooManyMerges,
    /// More text than is read.
    TooMuchText,
    /// A document type declaration, which no spreadsheet program writes and which is used to make text explode.
    Entities,
    /// Not what its format demands, in the named sheet or, with none, in the file as a whole.
    Broken(Option<Arc<str>>),
    /// Reading took longer than it may.
    TooSlow,
    /// Reading took more processor time than it may.
    TooMuchProcessor,
    /// Reading took more memory than it may.
    OutOfMemory,
    /// The reading process could not be started, or failed without saying why.
    ReaderFailed,
}

impl Refusal {
    /// A refusal of the file of that name; characters that would disturb a terminal are replaced.
    #[must_use]
    pub fn new(file: &str, reason: Reason) -> Self {
        Self { file: printable(file).into(), reason }
    }

    /// The refusal as one clear sentence.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let why = self.reason.message(language);
        match language {
            Language::Ja => format!("「{}」を読めません：{why}", self.file),
            Language::En => format!("cannot read \"{}\": {why}", self.file),
        }
    }
}

impl fmt::Display for Refusal {
    /// The message in Japanese.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::Ja))
    }
}

/// A name with control characters and marks of writing direction replaced, so that it cannot disturb what it is printed in.
#[must_use]
pub fn printable(name: &str) -> String {
    name.chars()
        .map(|c| match c {
            '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
            c if c.is_control() => '\u{FFFD}',
            c => c,
        })
        .collect()
}

const MIB: u64 = 1 << 20;

impl Reason {
    /// The reason as one clear clause.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match language {
            Language::Ja => self.japanese(),
            Language::En => self.english(),
        }
    }

    fn japanese(&self) -> String {
        match self {
            Self::NotFound => "ファイルが見つかりません。パスを確かめてください。".to_owned(),
            Self::NotReadable => "ファイルを開けません。読み取りの権限を確かめてください。".to_owned(),
            Self::NotAFile => "通常のファイルでもフォルダーでもありません。ファイルのパスを指定してください。".to_owned(),
            Self::NothingInFolder => "フォルダーに台帳のファイル（.xlsx .xlsm .xlsb .xls .ods .csv .tsv）がありません。".to_owned(),
            Self::Empty => "ファイルが空（0バイト）です。保存し直すか、コピーし直してください。".to_owned(),
            Self::NotAWorkbook(looks) => format!("表計算のファイルではありません。{}", looks.japanese()),
            Self::NoCells => "値の入ったセルが一つもありません。台帳のあるファイルを指定してください。".to_owned(),
            Self::Protected => "パスワードで保護されています。パスワードを指定してください。".to_owned(),
            Self::WrongPassword => "パスワードが違います。正しいパスワードを指定してください。".to_owned(),
            Self::UnknownProtection => {
                "この方式のパスワード保護は解除できません。表計算ソフトで開き、パスワードを外して保存し直してください。".to_owned()
            }
            Self::TooLarge { bytes, limit } => {
                format!("大きさが{}MiBあり、上限の{}MiBを超えています。ファイルを分けてください。", bytes.div_ceil(MIB), limit / MIB)
            }
            Self::TooManyParts(parts) => {
                format!("内部の部品が{parts}個あり、上限の{}個を超えています。保存し直してください。", limits::PARTS)
            }
            Self::PartTooLarge(bytes) => format!(
                "展開すると{}MiB以上になり、上限の{}MiBを超えています。ファイルを分けてください。",
                bytes / MIB,
                limits::PART_BYTES / MIB
            ),
            Self::RatioTooHigh(ratio) => format!(
                "展開すると{ratio}倍になる部分があり、上限の{}倍を超えています。表計算ソフトで開き、保存し直してください。",
                limits::RATIO
            ),
            Self::TooManySheets(sheets) => {
                format!("シートが{sheets}枚あり、上限の{}枚を超えています。ファイルを分けてください。", limits::SHEETS)
            }
            Self::TooManyCells => format!("値の入ったセルが上限の{}個を超えています。ファイルを分けてください。", limits::CELLS),
            Self::TooManyNodes => format!(
                "YAMLの値が別名（*）による繰り返しを含めて{}個を超えています。ファイルを分けるか、別名を減らしてください。",
                limits::NODES
            ),
            Self::TooDeep => format!("YAMLの入れ子が{}段を超えています。入れ子を浅くしてください。", limits::DEPTH),
            Self::NotYaml { line } => format!("{line}行目から先をYAMLとして読めません。その行の字下げと記号を確かめてください。"),
            Self::RepeatedKey { line } => {
                format!("{line}行目のキーが同じ階層に二度あります。どちらかを消すか、名前を変えてください。")
            }
            Self::TooManyMerges => {
                format!("一つのシートの結合セルが上限の{}か所を超えています。結合を減らしてください。", limits::MERGES)
            }
            Self::TooMuchText => {
                format!("文字の量が上限の{}MiBを超えています。ファイルを分けてください。", limits::TEXT_BYTES / MIB)
            }
            Self::Entities => {
                "表計算ソフトが書かない文書型宣言（DTD）が含まれています。表計算ソフトで開き、保存し直してください。".to_owned()
            }
            Self::Broken(None) => "ファイルが壊れています。コピーし直すか、表計算ソフトで開いて修復し、保存し直してください。".to_owned(),
            Self::Broken(Some(sheet)) => {
                format!("シート「{}」が壊れています。表計算ソフトで開いて修復し、保存し直してください。", printable(sheet))
            }
            Self::TooSlow => format!("{}秒以内に読み終わりませんでした。ファイルを分けてください。", limits::WALL.as_secs()),
            Self::TooMuchProcessor => {
                format!("計算時間が上限の{}秒を超えました。表計算ソフトで開き、保存し直してください。", limits::PROCESSOR_SECONDS)
            }
            Self::OutOfMemory => format!(
                "メモリーが上限の{}MiBを超えました。ファイルを分けるか、表計算ソフトで開いて保存し直してください。",
                limits::MEMORY_BYTES / MIB
            ),
            Self::ReaderFailed => {
                "読み取りの処理が途中で終わりました。もう一度試し、続くようならファイルを保存し直してください。".to_owned()
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::NotFound => "there is no such file; check the path.".to_owned(),
            Self::NotReadable => "the file cannot be opened; check the permission to read it.".to_owned(),
            Self::NotAFile => "this is neither a file nor a folder; name a file.".to_owned(),
            Self::NothingInFolder => {
                "the folder has no ledger file (.xlsx .xlsm .xlsb .xls .ods .csv .tsv).".to_owned()
            }
            Self::Empty => "the file is empty (0 bytes); save or copy it again.".to_owned(),
            Self::NotAWorkbook(looks) => format!("this is not a spreadsheet; {}", looks.english()),
            Self::NoCells => "not one cell is filled; name the file that holds the ledger.".to_owned(),
            Self::Protected => "it is protected by a password; give the password.".to_owned(),
            Self::WrongPassword => "the password is wrong; give the right one.".to_owned(),
            Self::UnknownProtection => {
                "this kind of password protection cannot be opened; open it in a spreadsheet program, remove the password and save it again."
                    .to_owned()
            }
            Self::TooLarge { bytes, limit } => format!(
                "it has {} MiB, and at most {} MiB are read; divide the file.",
                bytes.div_ceil(MIB),
                limit / MIB
            ),
            Self::TooManyParts(parts) => {
                format!("it has {parts} parts inside, and at most {} are read; save it again.", limits::PARTS)
            }
            Self::PartTooLarge(bytes) => format!(
                "it unpacks to {} MiB or more, and at most {} MiB are read; divide the file.",
                bytes / MIB,
                limits::PART_BYTES / MIB
            ),
            Self::RatioTooHigh(ratio) => format!(
                "a part unpacks to {ratio} times its size, and at most {} times are read; open it in a spreadsheet program and save it again.",
                limits::RATIO
            ),
            Self::TooManySheets(sheets) => {
                format!("it has {sheets} sheets, and at most {} are read; divide the file.", limits::SHEETS)
            }
            Self::TooManyCells => format!("more than {} cells are filled; divide the file.", limits::CELLS),
            Self::TooManyNodes => format!(
                "its YAML has more than {} values, those that aliases (*) repeat included; divide the file, or use fewer aliases.",
                limits::NODES
            ),
            Self::TooDeep => format!("its YAML lies more than {} levels deep; make it shallower.", limits::DEPTH),
            Self::NotYaml { line } => format!("it is no YAML from line {line} on; check that line's indentation and signs."),
            Self::RepeatedKey { line } => {
                format!("the key in line {line} stands twice in one mapping; take one of them out, or rename it.")
            }
            Self::TooManyMerges => format!("a sheet has more than {} merged areas; undo some merges.", limits::MERGES),
            Self::TooMuchText => format!("it has more than {} MiB of text; divide the file.", limits::TEXT_BYTES / MIB),
            Self::Entities => {
                "it has a document type declaration, which no spreadsheet program writes; open it in a spreadsheet program and save it again."
                    .to_owned()
            }
            Self::Broken(None) => {
                "the file is damaged; copy it again, or open it in a spreadsheet program, repair and save it.".to_owned()
            }
            Self::Broken(Some(sheet)) => format!(
                "the sheet \"{}\" is damaged; open the file in a spreadsheet program, repair and save it.",
                printable(sheet)
            ),
            Self::TooSlow => format!("reading took more than {} seconds; divide the file.", limits::WALL.as_secs()),
            Self::TooMuchProcessor => format!(
                "reading took more than {} seconds of processor time; open it in a spreadsheet program and save it again.",
                limits::PROCESSOR_SECONDS
            ),
            Self::OutOfMemory => format!(
                "reading took more than {} MiB of memory; divide the file, or open it in a spreadsheet program and save it again.",
                limits::MEMORY_BYTES / MIB
            ),
            Self::ReaderFailed => "the reading process ended early; try again, and save the file anew if it goes on.".to_owned(),
        }
    }
}

impl From<io::Error> for Reason {
    /// What a failure of reading means; a failure inside a file's content is not told apart here and is [`Reason::Broken`].
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::NotReadable,
            io::ErrorKind::OutOfMemory => Self::OutOfMemory,
            _ => match error.downcast::<super::package::Overrun>() {
                Ok(overrun) => Self::PartTooLarge(overrun.0),
                Err(_) => Self::Broken(None),
            },
        }
    }
}
