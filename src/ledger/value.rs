//! The ledger as a value.

use std::cmp::Ordering;
use std::sync::Arc;

use super::index::Index;
use super::{Country, Entry, FlowRole, Held, Organization, Reach, Roles, Stated, Text, compare_naturally, fold};

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

impl EntryNo {
    /// The place of a ledger's first entry.
    pub const FIRST: Self = Self(0);

    /// The place after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

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

    /// The entries from a place on, in order.
    pub fn entries_from(&self, no: EntryNo) -> impl Iterator<Item = EntryNo> + use<> {
        (no.0..u32::try_from(self.entries.len()).unwrap_or(u32::MAX)).map(EntryNo)
    }

    /// The entries before a place, the nearest first.
    pub fn entries_before(&self, no: EntryNo) -> impl Iterator<Item = EntryNo> + use<> {
        (0..no.0.min(u32::try_from(self.entries.len()).unwrap_or(u32::MAX))).rev().map(EntryNo)
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
        self.range_of(code).map(EntryNo)
    }

    /// The positions of an organization's entries.
    fn range_of(&self, code: &str) -> std::ops::Range<u32> {
        let place = |no: usize| u32::try_from(no).unwrap_or(u32::MAX);
        let start = self.entries.partition_point(|(of, _)| self.organizations[*of as usize].code.as_ref() < code);
        let end = self.entries.partition_point(|(of, _)| self.organizations[*of as usize].code.as_ref() <= code);
        place(start)..place(end)
    }

    /// The entry of a control number and an occurrence of it, from 1.
    #[must_use]
    pub fn find(&self, code: &str, control_no: &str, occurrence: u32) -> Option<EntryNo> {
        self.seat(code, control_no, occurrence).ok()
    }

    /// Where an entry of this control number stands or, as an error, the place before which it would stand.
    ///
    /// # Errors
    /// The place before which it would stand, where there is none; it may be the place after the last.
    pub fn seat(&self, code: &str, control_no: &str, occurrence: u32) -> Result<EntryNo, EntryNo> {
        let compare = |(of, entry): &(u32, Arc<Entry>)| -> Ordering {
            let organization = self.organizations[*of as usize].code.as_ref().cmp(code);
            let number = || compare_naturally(&entry.control_no, control_no);
            organization.then_with(number).then_with(|| entry.occurrence.cmp(&occurrence))
        };
        let at = |place: usize| EntryNo(u32::try_from(place).unwrap_or(u32::MAX));
        self.entries.binary_search_by(compare).map(at).map_err(at)
    }

    /// Whether an entry reaches abroad by one of these roles: YES by one, NO where by none, else it cannot be told.
    #[must_use]
    pub fn reaches_abroad(&self, no: EntryNo, roles: &[FlowRole]) -> Stated {
        self.reach(no).by(roles.iter().copied().collect())
    }

    /// How far an entry reaches.
    #[must_use]
    pub fn reach(&self, no: EntryNo) -> Reach {
        self.index.reach[no.0 as usize]
    }

    /// How many entries reach as far as `is` asks.
    pub fn count_reaching(&self, is: impl Fn(Reach) -> bool) -> usize {
        self.index.reaching.iter().filter(|(reach, _)| is(**reach)).map(|(_, entries)| entries).sum()
    }

    /// How many flows leave home by each role to each country, or to none that is named.
    pub fn flows_abroad(&self) -> impl Iterator<Item = (FlowRole, Option<Country>, usize)> {
        self.index.flows_abroad.iter().map(|((role, country), flows)| (*role, *country, *flows))
    }

    /// The entries that reach a country, known or as a candidate, and by which roles.
    pub fn reaching(&self, country: Country) -> impl Iterator<Item = (EntryNo, Roles)> {
        self.index.by_country.get(&country).into_iter().flatten().map(|(at, roles)| (EntryNo(*at), *roles))
    }

    /// How many entries a country is abroad to, and reach it, known or as a candidate, by exactly these roles; by code of country.
    pub fn abroad_in(&self) -> impl Iterator<Item = (Country, Roles, usize)> {
        self.index.abroad_in.iter().map(|((country, roles), entries)| (*country, *roles, *entries))
    }

    /// The countries that some entry reaches, ascending by code.
    pub fn countries(&self) -> impl Iterator<Item = Country> {
        self.index.by_country.keys().copied()
    }

    /// The categories of person that entries of an organization are about, each as its first entry writes it, and those entries; in
    /// the order of the folded words.
    pub fn subjects_of(&self, code: &str) -> impl Iterator<Item = (&Text, impl Iterator<Item = EntryNo>)> {
        let range = self.range_of(code);
        self.index.by_subject.iter().filter_map(move |(folded, positions)| {
            let of_code = positions.partition_point(|at| *at < range.start)..positions.partition_point(|at| *at < range.end);
            let of_code = &positions[of_code];
            let (_, first) = &self.entries[*of_code.first()? as usize];
            let written = first.subjects.iter().find(|subject| fold(subject) == *folded)?;
            Some((written, of_code.iter().copied().map(EntryNo)))
        })
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
