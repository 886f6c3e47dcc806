//! What applying workbooks would change, as a value; and what changed between two ledgers, by the same code.
//!
//! A [`Plan`] knows the revision it was made against, so that applying it can be refused where the ledger has moved since. Where a
//! statement was read (its [`crate::ledger::Source`]) is no difference; every statement is, also the cell as written.
//!
//! Entries keep their identity: organization, control number and the occurrence that they were first given. Among rows that bear one
//! number, those that say the same are one entry, then those of one name, then the rest in order; so the first of two can go without
//! the second being amended. What an organization states apart from its rows is replaced part by part, a part being a sheet.

mod compare;
mod display;
mod entry;
mod enum_words;
mod label;
mod ledgers;
mod merge;
mod organization;
mod pairing;
mod planning;
mod words;

use std::sync::Arc;

use serde::Serialize;
use strum::{AsRefStr, EnumString, VariantArray};

use crate::ledger::{Entry, Organization, Text};

pub use display::Told;
pub use ledgers::{change, changes};
pub use planning::plan;

/// What applying workbooks would change.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The revision of the ledger that it was made against.
    pub base: i32,
    /// Whether entries that the workbooks do not name are retired.
    pub prune: bool,
    /// The organizations that the workbooks declare, by code.
    pub organizations: Vec<OrganizationPlan>,
}

/// What applying workbooks would change of one organization.
#[derive(Debug, Clone, PartialEq)]
pub struct OrganizationPlan {
    /// The organization as it would stand: parts that no workbook has a sheet for are as they were.
    pub after: Arc<Organization>,
    /// The organization as it stands; none where it is new.
    pub before: Option<Arc<Organization>>,
    /// What changes of the organization apart from its entries.
    pub organization_fields: Vec<FieldChange>,
    /// The entries that change, by control number as a person lists them.
    pub changes: Vec<Change>,
    /// How many entries the workbooks state as they stand.
    pub unchanged: usize,
    /// Entries that the workbooks, though they have a ledger, do not name. Also among the changes where the plan prunes.
    pub missing: Vec<Arc<Entry>>,
}

/// An entry that comes, changes or goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Which of the three.
    pub kind: ChangeKind,
    /// The organization's code.
    pub organization: Text,
    /// The entry's control number.
    pub control_no: Text,
    /// Which of the entries that bear this number, from 1.
    pub occurrence: u32,
    /// The entry as it was; none where it is added.
    pub before: Option<Arc<Entry>>,
    /// The entry as it is after; none where it is retired.
    pub after: Option<Arc<Entry>>,
}

/// What happens to an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum ChangeKind {
    /// It was not there before.
    Added,
    /// It states something else.
    Amended,
    /// It is no longer in force; its history stays.
    Retired,
}

/// A field that states something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// The field by its name in the API; within an organization a path, e.g. `places[NAME].serverCountry`.
    pub field: String,
    /// What it stated, in Japanese as a person reads it; none where it stated nothing.
    pub before: Option<Text>,
    /// What it states after; none where it states nothing.
    pub after: Option<Text>,
}

/// What of an organization differs apart from its entries, in the order of the workbook's sheets; all that it states where it is new.
#[must_use]
pub fn organization_fields(before: Option<&Organization>, after: &Organization) -> Vec<FieldChange> {
    organization::differences(before, after)
}

impl Plan {
    /// Whether there is nothing to do. Entries that are only missing are nothing to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.organizations.iter().all(OrganizationPlan::is_empty)
    }

    /// How many entries change in this way, in all organizations.
    #[must_use]
    pub fn count(&self, kind: ChangeKind) -> usize {
        self.organizations.iter().map(|organization| organization.count(kind)).sum()
    }

    /// How many entries the workbooks state as they stand.
    #[must_use]
    pub fn unchanged(&self) -> usize {
        self.organizations.iter().map(|organization| organization.unchanged).sum()
    }

    /// How many entries the workbooks do not name, retired or not.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.organizations.iter().map(|organization| organization.missing.len()).sum()
    }

    /// Every change of an entry, by organization.
    pub fn changes(&self) -> impl Iterator<Item = &Change> {
        self.organizations.iter().flat_map(|organization| &organization.changes)
    }
}

impl OrganizationPlan {
    /// Whether nothing changes of this organization.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.before.is_some() && self.organization_fields.is_empty() && self.changes.is_empty()
    }

    /// How many of its entries change in this way.
    #[must_use]
    pub fn count(&self, kind: ChangeKind) -> usize {
        self.changes.iter().filter(|change| change.kind == kind).count()
    }
}

impl Change {
    /// The fields that differ, in the order of the ledger's columns: all that the entry states where it is added or retired.
    ///
    /// Told from the entries when asked, since a plan of 100,000 new entries would else hold each statement twice.
    #[must_use]
    pub fn fields(&self) -> Vec<FieldChange> {
        entry::differences(self.before.as_deref(), self.after.as_deref())
    }
}

#[cfg(test)]
mod tests;
