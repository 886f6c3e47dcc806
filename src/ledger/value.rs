//! The ledger as a value.

use std::sync::Arc;

use strum::VariantArray;

use super::index::Index;
use super::{Country, Entry, FlowRole, Held, Organization, Stated, Text, compare_naturally, fold};

/// Everything that the organizations declared, as it stood at one revision: immutable, ordered, indexed, shared by `Arc`.
///
/// Organizations stand by code; entries by organization, control number as a person lists them, and occurrence.
#[derive(Debug, Default)]
pub struct Ledger {
    revision: i32,
    organizations: Vec<Arc<Organization>>,
    /// Each with the position of its organization.
    entries: Vec<(u32, Arc<Entry>)>,
    index: Index,
}

/// Where an entry stands in one ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryNo(u32);

impl Ledger {
    /// The ledger of these organizations, with `revision` the newest that it includes; 0 is a registry without any.
    ///
    /// # Panics
    /// Where there are more than 2³² entries.
    #[must_use]
    pub fn new(revision: i32, mut declared: Vec<(Arc<Organization>, Vec<Arc<Entry>>)>) -> Self {
        declared.sort_by(|(a, _), (b, _)| a.code.cmp(&b.code));
        let mut ledger = Self { revision, ..Self::default() };
        for (organization, mut entries) in declared {
            let of = u32::try_from(ledger.organizations.len()).expect("organizations are fewer than 2³²");
            entries.sort_by(|a, b| compare_naturally(&a.control_no, &b.control_no).then(a.occurrence.cmp(&b.occurrence)));
            for entry in entries {
                let position = u32::try_from(ledger.entries.len()).expect("entries are fewer than 2³²");
                ledger.index.take_in(position, Held { organization: &organization, entry: &entry });
                ledger.entries.push((of, entry));
            }
            ledger.organizations.push(organization);
        }
        ledger
    }

    /// The newest revision that this ledger includes.
    #[must_use]
    pub fn revision(&self) -> i32 {
        self.revision
    }

    /// The organizations by code.
    #[must_use]
    pub fn organizations(&self) -> &[Arc<Organization>] {
        &self.organizations
    }

    /// The organization of a code.
    #[must_use]
    pub fn organization(&self, code: &str) -> Option<&Arc<Organization>> {
        let at = self.organizations.binary_search_by(|organization| organization.code.as_ref().cmp(code)).ok()?;
        Some(&self.organizations[at])
    }

    /// How many entries it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it has no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Every entry, in order.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = EntryNo> + DoubleEndedIterator + use<> {
        (0..u32::try_from(self.entries.len()).unwrap_or(u32::MAX)).map(EntryNo)
    }

    /// The entry at a place in this ledger.
    #[must_use]
    pub fn held(&self, no: EntryNo) -> Held<'_> {
        let (of, entry) = &self.entries[no.0 as usize];
        Held { organization: &self.organizations[*of as usize], entry }
    }

    /// The same, shared.
    #[must_use]
    pub fn shared(&self, no: EntryNo) -> (&Arc<Organization>, &Arc<Entry>) {
        let (of, entry) = &self.entries[no.0 as usize];
        (&self.organizations[*of as usize], entry)
    }

    /// The entries of an organization, in order.
    pub fn entries_of(&self, code: &str) -> impl Iterator<Item = EntryNo> + use<> {
        let start = self.entries.partition_point(|(of, _)| self.organizations[*of as usize].code.as_ref() < code);
        let end = self.entries.partition_point(|(of, _)| self.organizations[*of as usize].code.as_ref() <= code);
        (start..end).filter_map(|at| u32::try_from(at).ok()).map(EntryNo)
    }

    /// The entry of a control number and an occurrence of it, from 1.
    #[must_use]
    pub fn find(&self, code: &str, control_no: &str, occurrence: u32) -> Option<EntryNo> {
        let found = self.entries.binary_search_by(|(of, entry)| {
            let organization = self.organizations[*of as usize].code.as_ref().cmp(code);
            let number = || compare_naturally(&entry.control_no, control_no);
            organization.then_with(number).then_with(|| entry.occurrence.cmp(&occurrence))
        });
        found.ok().and_then(|at| u32::try_from(at).ok()).map(EntryNo)
    }

    /// Whether an entry reaches abroad by one of these roles: YES by one, NO where by none, else it cannot be told.
    #[must_use]
    pub fn reaches_abroad(&self, no: EntryNo, roles: &[FlowRole]) -> Stated {
        let reach = &self.index.reach[no.0 as usize];
        let of_roles = || FlowRole::VARIANTS.iter().zip(reach).filter(|(role, _)| roles.contains(role)).map(|(_, stated)| *stated);
        if of_roles().any(|stated| stated == Stated::Yes) {
            Stated::Yes
        } else if of_roles().all(|stated| stated == Stated::No) {
            Stated::No
        } else {
            Stated::NotStated
        }
    }

    /// The entries that reach a country, known or as a candidate, and by which roles.
    pub fn reaching(&self, country: Country) -> impl Iterator<Item = (EntryNo, &[FlowRole])> {
        self.index.by_country.get(&country).into_iter().flatten().map(|(at, roles)| (EntryNo(*at), roles.as_slice()))
    }

    /// The countries that an entry reaches, ascending by code.
    pub fn countries(&self) -> impl Iterator<Item = Country> {
        self.index.by_country.keys().copied()
    }

    /// The entries about a category of person, compared folded.
    pub fn about(&self, subject: &str) -> impl Iterator<Item = EntryNo> {
        self.index.by_subject.get(&fold(subject)).into_iter().flatten().copied().map(EntryNo)
    }

    /// The entries that do not say whom they are about.
    pub fn without_subject(&self) -> impl Iterator<Item = EntryNo> {
        self.index.without_subject.iter().copied().map(EntryNo)
    }

    /// The departments and how many entries each has, in the order of their names.
    pub fn departments(&self) -> impl Iterator<Item = (&Text, usize)> {
        self.index.by_department.iter().map(|(department, entries)| (department, entries.len()))
    }
}
