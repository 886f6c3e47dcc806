//! The purposes of an entry that concern a person: its own, and those of its joint uses for the person's categories.

use std::collections::BTreeSet;
use std::slice;

use super::subjects::Found;
use crate::ledger::{Held, Text};

/// A purpose that concerns the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purpose {
    /// The purpose as worded.
    pub text: Text,
    /// The joint use that it is of; none where it is the entry's own.
    pub joint_use: Option<Text>,
    /// The category of person that the joint use names for it; none where it names none.
    pub subject: Option<Text>,
}

/// The entry's purposes, then those of its joint uses that name no category of person, or one of these: the words asked for that the
/// entry is about; all that were asked for, where it does not say whom it is about.
pub(super) fn purposes(held: Held<'_>, subjects: &Found) -> Vec<Purpose> {
    let entry = held.entry;
    let own = entry.purposes.iter().map(|text| Purpose { text: text.clone(), joint_use: None, subject: None });
    let mut purposes: Vec<Purpose> = own.collect();
    let of_entry = subjects.meeting(&entry.subjects);
    let concerns = |words: &BTreeSet<usize>| !words.is_empty() && (entry.subjects.is_empty() || !words.is_disjoint(&of_entry));
    for joint in held.joint_uses() {
        for purpose in &joint.purposes {
            let subject = purpose.subject.as_ref();
            if subject.is_none_or(|subject| concerns(&subjects.meeting(slice::from_ref(subject)))) {
                let (text, subject) = (purpose.text.clone(), subject.cloned());
                purposes.push(Purpose { text, joint_use: Some(joint.name.clone()), subject });
            }
        }
    }
    purposes
}
