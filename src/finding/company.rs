//! An organization as rules of law look at it: what it states, its entries, and how they name its parties.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use chrono::{Months, NaiveDate};

use super::Finding;
use super::naming::{Naming, Namings};
use super::rule::Rule;
use crate::law;
use crate::ledger::{EntryNo, Field, Held, Law, Ledger, Organization, Source, Text};

/// An organization as rules of law look at it, on a day.
#[derive(Debug)]
pub struct Company<'a> {
    /// What it states.
    pub organization: &'a Organization,
    /// The day on which it is looked at.
    pub today: NaiveDate,
    ledger: &'a Ledger,
    namings: OnceCell<Namings<'a>>,
    judged: RefCell<HashMap<(usize, usize, usize), bool>>,
}

impl<'a> Company<'a> {
    /// An organization of a ledger on a day.
    pub(super) fn new(ledger: &'a Ledger, organization: &'a Organization, today: NaiveDate) -> Self {
        Self { organization, today, ledger, namings: OnceCell::new(), judged: RefCell::default() }
    }

    /// Its entries, in order.
    pub fn entries(&self) -> impl Iterator<Item = Held<'a>> + use<'a, '_> {
        self.numbers().map(|no| self.ledger.held(no))
    }

    /// The places of its entries in the ledger.
    pub(super) fn numbers(&self) -> impl Iterator<Item = EntryNo> + use<'a> {
        self.ledger.entries_of(&self.organization.code)
    }

    /// Whether a day lies more than a year back.
    #[must_use]
    pub fn is_over_a_year_ago(&self, day: NaiveDate) -> bool {
        day.checked_add_months(Months::new(12)).is_some_and(|anniversary| anniversary < self.today)
    }

    /// What a judgement makes of a text of the ledger. It is made once for each text, however many entries share it. The text must be one
    /// of the ledger's own, which stays where it is.
    #[must_use]
    pub fn judged(&self, text: &Text, judge: fn(&str) -> bool) -> bool {
        // Two judgements at one address are one and the same.
        let place = (judge as usize, text.as_ptr() as usize, text.len());
        *self.judged.borrow_mut().entry(place).or_insert_with(|| judge(text))
    }

    /// How its entries name each party; counted when first asked for.
    #[must_use]
    pub fn namings(&self) -> &Namings<'a> {
        self.namings.get_or_init(|| Namings::of(self.ledger, self.numbers()))
    }

    /// The cell that names a party: its catalogue's, else those of the first entries that name it.
    #[must_use]
    pub fn cells_of_party(&self, field: Field, name: &str, naming: Option<&Naming>) -> Vec<Source> {
        let in_catalogue = self.cell_named(field, name);
        if !in_catalogue.is_empty() {
            return in_catalogue;
        }
        let entries = naming.into_iter().flat_map(|naming| &naming.first).map(|no| self.ledger.held(*no).entry);
        entries.flat_map(|entry| entry.sources.iter().filter(|source| source.field == field)).cloned().collect()
    }

    /// The cells of a field of the organization; of a catalogue sheet, the cells that name its rows.
    #[must_use]
    pub fn cells(&self, field: Field) -> Vec<Source> {
        self.organization.sources.iter().filter(|source| source.field == field).cloned().collect()
    }

    /// The cell that names a row of a catalogue sheet.
    #[must_use]
    pub fn cell_named(&self, field: Field, name: &str) -> Vec<Source> {
        let name = name.trim();
        self.organization.sources.iter().filter(|source| source.field == field && source.text.trim() == name).cloned().collect()
    }

    /// The cell that names a catalogue sheet's row by its place in the sheet, from 0.
    #[must_use]
    pub fn cell_at(&self, field: Field, row: usize) -> Vec<Source> {
        self.organization.sources.iter().filter(|source| source.field == field).nth(row).cloned().into_iter().collect()
    }
}

/// Takes down what a rule finds at one organization.
#[derive(Debug)]
pub struct FoundOfCompany<'a> {
    pub(super) rule: &'static Rule,
    pub(super) organization: &'a Organization,
    pub(super) findings: &'a mut Vec<Finding>,
}

impl FoundOfCompany<'_> {
    /// Says that the rule finds something, with the message's words and the cells that it is about. The first word tells it from
    /// other findings of the rule.
    pub fn say(&mut self, words: &[&str], sources: Vec<Source>) {
        self.say_by(words, sources, &[]);
    }

    /// Says so, resting on further provisions than the rule itself.
    pub fn say_by(&mut self, words: &[&str], sources: Vec<Source>, further: &[(Law, &str)]) {
        let mut basis = self.rule.provisions();
        for reference in further.iter().map(|(law, article)| law::cite(*law, article)) {
            if !basis.contains(&reference) {
                basis.push(reference);
            }
        }
        self.findings.push(Finding {
            code: self.rule.code,
            organization: self.organization.code.clone(),
            entry: None,
            words: words.iter().map(|word| Text::from(*word)).collect(),
            sources,
            basis,
        });
    }
}
