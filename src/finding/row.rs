//! An entry as rules of law look at it.

use std::ops::Deref;

use super::checked::Sighting;
use super::company::Company;
use super::rule::Rule;
use crate::law::transfer::Data;
use crate::ledger::{Capacity, Entry, EntryNo, ExclusionReason, Field, Held, Nature, Text};

/// An entry as rules of law look at it: its row, and the organization that holds it.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// The organization, with what is known of it on that day.
    pub company: &'a Company<'a>,
    /// The entry within it.
    pub held: Held<'a>,
}

impl Row<'_> {
    /// Whether it holds personal information, pseudonymized or not. 個人関連情報 and 匿名加工情報 are none (APPI 2(1), 2(6), 2(7)), and a row
    /// that does not say otherwise is taken for one.
    #[must_use]
    pub fn is_personal_information(&self) -> bool {
        is_personal_information(self.held.entry)
    }

    /// Whether it holds personal data, to which APPI 22 to 30 apply.
    #[must_use]
    pub fn is_personal_data(&self) -> bool {
        is_personal_data(self.held.entry)
    }

    /// Whether it is held as an entrustee alone.
    #[must_use]
    pub fn is_entrusted_to_us(&self) -> bool {
        is_entrusted_to_us(self.held.entry)
    }
}

pub(super) fn is_personal_information(entry: &Entry) -> bool {
    !matches!(entry.nature, Nature::PersonallyReferable | Nature::Anonymized)
}

pub(super) fn is_personal_data(entry: &Entry) -> bool {
    Data::of(entry) == Data::PersonalData
}

/// Data that is held as an entrustee alone is not retained (APPI 16(4)). Where the row does not say in what capacity it is held, the
/// reason for which it is not disclosed may tell.
pub(super) fn is_entrusted_to_us(entry: &Entry) -> bool {
    match entry.capacity {
        Capacity::Own => false,
        Capacity::EntrustedToUs => true,
        Capacity::NotStated => entry.disclosure.reasons.contains(&ExclusionReason::EntrustedToUs),
    }
}

impl Deref for Row<'_> {
    type Target = Entry;

    fn deref(&self) -> &Entry {
        self.held.entry
    }
}

/// Takes down what a rule finds at one entry.
#[derive(Debug)]
pub struct FoundOfRow<'a> {
    pub(super) rule: &'static Rule,
    pub(super) entry: EntryNo,
    pub(super) sightings: &'a mut Vec<Sighting>,
}

impl FoundOfRow<'_> {
    /// Says that the rule finds something in the cells of these fields; where they are blank, at the entry's name.
    pub fn say(&mut self, fields: &'static [Field]) {
        self.say_of(Vec::new(), fields);
    }

    /// Says so with words for the message, the first of which tells it from other findings of the rule at this entry.
    pub fn say_of(&mut self, words: Vec<Text>, fields: &'static [Field]) {
        self.sightings.push(Sighting { rule: self.rule, entry: self.entry, words, fields });
    }
}
