//! What is wrong, missing or out of date, said so that a person can act on it.
//!
//! A [`Finding`] is data: a code, the words that fill its message, and the cells that it is about. What reading a workbook finds is
//! worded in [`reading`]; what the law finds in a ledger, [`check`] tells, by the rules in [`rule`].

mod abroad;
mod acceptance;
mod checked;
mod code;
mod company;
mod message;
mod naming;
mod reading;
mod row;
pub mod rule;

use crate::ledger::{LawReference, Source, Text};

pub use abroad::HandledAbroad;
pub use acceptance::{Acceptance, Accepted, FindingKey, Unacceptable, acceptable};
pub use checked::{Checked, Seen, Sighting, check};
pub use code::Code;
pub use company::{Company, FoundOfCompany};
pub use naming::{Naming, Namings};
pub use row::{FoundOfRow, Row};

use serde::Serialize;
use strum::{AsRefStr, EnumString, VariantArray};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Severity {
    /// It must be mended: nothing can be applied until then, or the law is broken.
    Error,
    /// Something was not understood, is doubtful or lacks what the law asks for; a person should look.
    Warning,
    /// Worth knowing.
    Note,
}

/// Something in a ledger that is wrong, missing, doubtful or out of date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind.
    pub code: Code,
    /// The organization's code.
    pub organization: Text,
    /// The entry's control number and occurrence, where it is about one entry.
    pub entry: Option<(Text, u32)>,
    /// What fills the `{0}`, `{1}` … of the message and the advice: words of the ledger, limits, suggestions.
    pub words: Vec<Text>,
    /// The cells that it is about.
    pub sources: Vec<Source>,
    /// The provisions that it rests on.
    pub basis: Vec<LawReference>,
}
