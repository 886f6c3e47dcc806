//! What the rules of law find in a ledger on a day.
//!
//! A large ledger may have more findings than entries, so what is found at an entry is kept in a few bytes and put into words and
//! cells when it is asked for.

use chrono::NaiveDate;

use super::company::{Company, FoundOfCompany};
use super::row::{FoundOfRow, Row};
use super::rule::{Look, RULES, Rule};
use super::{Code, Finding};
use crate::ledger::{Entry, EntryNo, Field, Ledger, Source, Text};

/// What the rules of law find in a ledger on a day.
#[derive(Debug, Default)]
pub struct Checked {
    /// What they find at organizations, by organization and kind.
    of_organizations: Vec<Finding>,
    /// What they find at entries, in the ledger's order, then by kind.
    of_entries: Vec<Sighting>,
}

/// What a rule finds at an entry. Its cells are drawn from the ledger when asked for.
#[derive(Debug)]
pub struct Sighting {
    pub(super) rule: &'static Rule,
    pub(super) entry: EntryNo,
    pub(super) words: Vec<Text>,
    pub(super) fields: &'static [Field],
}

/// One of the findings of law in a ledger.
#[derive(Debug, Clone, Copy)]
pub enum Seen<'a> {
    /// At an organization.
    Organization(&'a Finding),
    /// At an entry.
    Entry(&'a Sighting),
}

/// What the rules of law find in a ledger on a day.
#[must_use]
pub fn check(ledger: &Ledger, today: NaiveDate) -> Checked {
    let mut checked = Checked::default();
    for organization in ledger.organizations() {
        let company = Company::new(ledger, organization, today);
        let mut at_entries = Vec::new();
        for rule in RULES.iter().copied() {
            match rule.look {
                Look::Entry(look) => at_entries.push((rule, look)),
                Look::Organization(look) => {
                    look(&company, &mut FoundOfCompany { rule, organization, findings: &mut checked.of_organizations });
                }
            }
        }
        for entry in company.numbers() {
            let row = Row { company: &company, held: ledger.held(entry) };
            for (rule, look) in &at_entries {
                look(&row, &mut FoundOfRow { rule, entry, sightings: &mut checked.of_entries });
            }
        }
    }
    checked
}

impl Checked {
    /// Every finding: those of organizations, then those of entries.
    pub fn iter(&self) -> impl Iterator<Item = Seen<'_>> {
        let of_organizations = self.of_organizations.iter().map(Seen::Organization);
        of_organizations.chain(self.of_entries.iter().map(Seen::Entry))
    }

    /// The findings at an entry.
    pub fn at(&self, entry: EntryNo) -> impl Iterator<Item = Seen<'_>> {
        let from = self.of_entries.partition_point(|sighting| sighting.entry < entry);
        self.of_entries[from..].iter().take_while(move |sighting| sighting.entry == entry).map(Seen::Entry)
    }
}

impl Seen<'_> {
    /// What kind it is.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::Organization(finding) => finding.code,
            Self::Entry(sighting) => sighting.rule.code,
        }
    }

    /// The finding, with its words and cells, in the ledger in which it was found.
    #[must_use]
    pub fn finding(&self, ledger: &Ledger) -> Finding {
        match self {
            Self::Organization(finding) => (*finding).clone(),
            Self::Entry(sighting) => sighting.finding(ledger),
        }
    }
}

impl Sighting {
    fn finding(&self, ledger: &Ledger) -> Finding {
        let held = ledger.held(self.entry);
        Finding {
            code: self.rule.code,
            organization: held.organization.code.clone(),
            entry: Some((held.entry.control_no.clone(), held.entry.occurrence)),
            words: self.words.clone(),
            sources: cells(held.entry, self.fields),
            basis: self.rule.provisions(),
        }
    }
}

/// The cells of fields; where all are blank, those that name the row, so that a person finds it.
fn cells(entry: &Entry, fields: &[Field]) -> Vec<Source> {
    let of = |fields: &[Field]| entry.sources.iter().filter(|source| fields.contains(&source.field)).cloned().collect::<Vec<_>>();
    let cells = of(fields);
    if cells.is_empty() { of(&[Field::Name]) } else { cells }
}
