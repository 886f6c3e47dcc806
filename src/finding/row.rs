//! An entry as rules of law look at it.

use std::ops::Deref;

use super::checked::Sighting;
use super::company::Company;
use super::rule::Rule;
use crate::ledger::{Entry, EntryNo, Field, Held, Text};

/// An entry as rules of law look at it: its row, and the organization that holds it.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// The organization, with what is known of it on that day.
    pub company: &'a Company<'a>,
    /// The entry within it.
    pub held: Held<'a>,
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
