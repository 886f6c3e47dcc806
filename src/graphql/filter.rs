//! Which entries, in which order.

use async_graphql::{Enum, InputObject};

use super::handling::{AcquisitionSource, Capacity, Medium, Nature, RetentionKind};
use super::scalars::Day;
use super::stated::Stated;
use crate::question::{self, Refusal, country};

/// Conditions on an entry. Those that are given must all hold; a list holds where one of its members does, so that an empty list
/// holds for no entry. Words are compared folded (width, kana, case, spaces) and whole.
#[derive(InputObject, Debug, Default)]
pub struct EntryFilter {
    /// All of these hold.
    and: Option<Vec<EntryFilter>>,
    /// One of these holds.
    or: Option<Vec<EntryFilter>>,
    /// This does not hold.
    not: Option<Box<EntryFilter>>,
    /// A part of the name, subjects, items, purposes, acquisition, department, places, parties or notes; folded.
    text: Option<String>,
    /// The control number is one of these.
    control_no: Option<Vec<String>>,
    /// A category of person is one of these, or the same by the vocabulary: a synonym, or the word with 当社, 様 or the like about it.
    subjects: Option<Vec<String>>,
    /// An item is one of these.
    items: Option<Vec<String>>,
    /// A purpose is one of these.
    purposes: Option<Vec<String>>,
    /// A way of acquisition is one of these.
    acquisition: Option<Vec<String>>,
    /// It is acquired from one of these.
    acquired_from: Option<Vec<AcquisitionSource>>,
    /// It is information of one of these kinds.
    nature: Option<Vec<Nature>>,
    /// The department is one of these.
    departments: Option<Vec<String>>,
    /// This is stated of whether it is entrusted.
    entrusted: Option<Stated>,
    /// This is stated of whether it is provided to third parties.
    provided: Option<Stated>,
    /// It is kept in one of the countries of these codes, known or as a candidate.
    stored_in: Option<Vec<String>>,
    /// This can be told of whether it is kept abroad: YES where every possible country of a place is abroad, NOT_STATED where one
    /// candidate is home or nothing is said.
    stored_abroad: Option<Stated>,
    /// It reaches one of the countries of these codes by any role, known or as a candidate.
    reaches: Option<Vec<String>>,
    /// A party to which it is entrusted is one of these.
    entrustees: Option<Vec<String>>,
    /// A third party to which it is provided is one of these.
    recipients: Option<Vec<String>>,
    /// This is stated of whether it is used jointly.
    jointly_used: Option<Stated>,
    /// This is stated of whether it holds special-care-required information.
    special_care: Option<Stated>,
    /// This is stated of whether it holds Individual Numbers.
    individual_number: Option<Stated>,
    /// This is stated of whether it is disclosed on request.
    disclosable: Option<Stated>,
    /// It is held in this capacity.
    capacity: Option<Capacity>,
    /// It is kept on one of these media.
    media: Option<Vec<Medium>>,
    /// Its retention is of one of these kinds.
    retention: Option<Vec<RetentionKind>>,
    /// It was last reviewed before this day; an entry without a day does not meet this.
    reviewed_before: Option<Day>,
}

impl EntryFilter {
    /// The filter as the question takes it.
    ///
    /// # Errors
    /// Where a code is no country's.
    pub fn ready(self) -> Result<question::EntryFilter, Refusal> {
        let parts = |parts: Option<Vec<Self>>| parts.map(|parts| parts.into_iter().map(Self::ready).collect()).transpose();
        let countries = |codes: Option<Vec<String>>| codes.map(|codes| codes.iter().map(|code| country(code)).collect()).transpose();
        Ok(question::EntryFilter {
            and: parts(self.and)?,
            or: parts(self.or)?,
            not: self.not.map(|not| not.ready().map(Box::new)).transpose()?,
            text: self.text,
            control_no: self.control_no,
            subjects: self.subjects,
            items: self.items,
            purposes: self.purposes,
            acquisition: self.acquisition,
            acquired_from: of_domain(self.acquired_from),
            nature: of_domain(self.nature),
            departments: self.departments,
            entrusted: self.entrusted.map(Into::into),
            provided: self.provided.map(Into::into),
            stored_in: countries(self.stored_in)?,
            stored_abroad: self.stored_abroad.map(Into::into),
            reaches: countries(self.reaches)?,
            entrustees: self.entrustees,
            recipients: self.recipients,
            jointly_used: self.jointly_used.map(Into::into),
            special_care: self.special_care.map(Into::into),
            individual_number: self.individual_number.map(Into::into),
            disclosable: self.disclosable.map(Into::into),
            capacity: self.capacity.map(Into::into),
            media: of_domain(self.media),
            retention: of_domain(self.retention),
            reviewed_before: self.reviewed_before.map(|day| day.0),
        })
    }
}

/// Values of the API as values of the domain.
pub fn of_domain<T: Into<U>, U>(values: Option<Vec<T>>) -> Option<Vec<U>> {
    values.map(|values| values.into_iter().map(Into::into).collect())
}

/// In which order entries are given. Entries that do not state what they are ordered by stand last.
#[derive(InputObject, Debug)]
pub struct EntryOrder {
    /// By what entries are ordered.
    field: EntryOrderField,
    /// Which way the order goes.
    #[graphql(default_with = "Some(Direction::Asc)")]
    direction: Option<Direction>,
}

impl From<EntryOrder> for question::EntryOrder {
    fn from(order: EntryOrder) -> Self {
        Self { field: order.field.into(), direction: order.direction.unwrap_or_default().into() }
    }
}

/// What entries can be ordered by.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "question::EntryOrderField")]
pub enum EntryOrderField {
    /// They are ordered by control number, as a person lists numbers: R-2 before R-10.
    ControlNo,
    /// They are ordered by name.
    Name,
    /// They are ordered by department.
    Department,
    /// They are ordered by the day of the last review.
    ReviewedOn,
    /// They are ordered by the number of persons.
    Count,
}

/// Which way an order goes.
#[derive(Enum, Debug, Clone, Copy, Default, PartialEq, Eq)]
#[graphql(remote = "question::Direction")]
pub enum Direction {
    /// The least comes first.
    #[default]
    Asc,
    /// The greatest comes first.
    Desc,
}
