//! What the ledger leaves out.

use crate::ledger::{Country, Right, SafetyMeasureKind, Text};

/// Something that the notice would say, and that the ledger does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What it is missing of.
    pub about: About,
    /// How that is called; nothing where it is the organization as a whole.
    pub name: String,
    /// What is missing.
    pub lacks: &'static str,
    /// Why it matters, or when it may be left out.
    pub why: &'static str,
    /// Whether the law asks for it whatever else holds.
    pub required: bool,
}

/// What a statement is about, so that a gap which is gone can be told from one that was filled.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The organization.
    Organization,
    /// An entry, by control number and occurrence.
    Entry(Text, u32),
    /// A joint use, by name.
    JointUse(Text),
    /// A recipient of data, by name.
    Recipient(Text),
    /// A country.
    Country(Country),
    /// What a person may ask for.
    Right(Right),
    /// A procedure, by the rights and persons that it is for.
    Procedure(String),
    /// A kind of measure.
    Measures(SafetyMeasureKind),
}

impl Gap {
    /// Something of the organization that the law asks for.
    pub(super) fn required(lacks: &'static str, why: &'static str) -> Self {
        Self { about: About::Organization, name: String::new(), lacks, why, required: true }
    }

    /// Something of the organization that may be left out in some cases.
    pub(super) fn optional(lacks: &'static str, why: &'static str) -> Self {
        Self { required: false, ..Self::required(lacks, why) }
    }

    /// The same gap, of something else than the organization.
    pub(super) fn of(self, about: About, name: impl Into<String>) -> Self {
        Self { about, name: name.into(), ..self }
    }

    /// What it is to a comparison: what is missing of what.
    pub(super) fn key(&self) -> (&About, &'static str) {
        (&self.about, self.lacks)
    }

    /// The mark that it bears in a text.
    pub(super) fn mark(&self) -> &'static str {
        if self.required { "【記載なし・要補充】" } else { "【記載なし】" }
    }
}

impl std::fmt::Display for Gap {
    /// In a sentence: `A-01「お客様の個人情報」の利用目的：…`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if !self.name.is_empty() {
            write!(f, "{}：", self.name.split_whitespace().collect::<Vec<_>>().join(" "))?;
        }
        write!(f, "{}（{}）", self.lacks, self.why)
    }
}
