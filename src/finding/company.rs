//! An organization as rules of law look at it: what it states, its entries, and how they name its parties.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use chrono::{Months, NaiveDate};

use super::Finding;
use super::rule::Rule;
use crate::law;
use crate::ledger::{EntryNo, Field, Held, Law, LawReference, Ledger, Organization, Source, Text, fold};

/// An organization as rules of law look at it, on a day.
#[derive(Debug)]
pub struct Company<'a> {
    /// What it states.
    pub organization: &'a Organization,
    /// The day on which it is looked at.
    pub today: NaiveDate,
    /// How many entries name each place, entrustee, recipient and joint use, those without a row in a catalogue too.
    pub named: Named<'a>,
    ledger: &'a Ledger,
    folded: RefCell<HashMap<(usize, usize), Text>>,
}

/// How many entries name each party.
#[derive(Debug, Default)]
pub struct Named<'a> {
    /// 保管場所.
    pub places: BTreeMap<&'a str, usize>,
    /// 委託先.
    pub entrustees: BTreeMap<&'a str, usize>,
    /// 第三者提供先.
    pub recipients: BTreeMap<&'a str, usize>,
    /// 共同利用.
    pub joint_uses: BTreeMap<&'a str, usize>,
}

impl<'a> Company<'a> {
    /// An organization of a ledger on a day.
    pub(super) fn new(ledger: &'a Ledger, organization: &'a Organization, today: NaiveDate) -> Self {
        let mut named = Named::default();
        for no in ledger.entries_of(&organization.code) {
            let entry = ledger.held(no).entry;
            let lists = [&entry.places, &entry.entrustees, &entry.recipients, &entry.joint_uses];
            let counts = [&mut named.places, &mut named.entrustees, &mut named.recipients, &mut named.joint_uses];
            for (list, counts) in lists.into_iter().zip(counts) {
                for name in list {
                    *counts.entry(name.as_ref()).or_default() += 1;
                }
            }
        }
        Self { organization, today, named, ledger, folded: RefCell::default() }
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

    /// A text of the ledger, folded. Ledgers say the same words thousands of times, sharing them, so each is folded once.
    #[must_use]
    pub fn folded(&self, text: &Text) -> Text {
        let place = (text.as_ptr() as usize, text.len());
        self.folded.borrow_mut().entry(place).or_insert_with(|| fold(text).into()).clone()
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

    /// The cells in which entries name a party, the first few of them.
    #[must_use]
    pub fn cells_naming(&self, field: Field, of: impl Fn(&'a crate::ledger::Entry) -> &'a [Text], name: &str) -> Vec<Source> {
        const FEW: usize = 20;
        let naming = self.entries().map(|held| held.entry).filter(|entry| of(entry).iter().any(|word| word.as_ref() == name));
        let cells = naming.flat_map(|entry| entry.sources.iter().filter(|source| source.field == field));
        cells.take(FEW).cloned().collect()
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
        let further = further.iter().map(|(law, article)| law::cite(*law, article));
        basis.extend(further.filter(|reference: &LawReference| !self.rule.provisions().contains(reference)));
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
