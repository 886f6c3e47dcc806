//! What changed between two ledgers of one registry.

use std::cmp::Ordering;
use std::sync::Arc;

use super::entry::same;
use super::{Change, ChangeKind};
use crate::ledger::{Entry, EntryNo, Ledger, Text, compare_naturally};

/// The entries that came, changed or went from one ledger to another, by organization and control number.
///
/// Both are ledgers of one registry, where an entry keeps its number and occurrence.
#[must_use]
pub fn changes(before: &Ledger, after: &Ledger) -> Vec<Change> {
    let (mut old, mut new) = (before.entries().peekable(), after.entries().peekable());
    let mut changes = Vec::new();
    loop {
        let order = match (old.peek(), new.peek()) {
            (None, None) => return changes,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(one), Some(other)) => compare_identity(before, *one, after, *other),
        };
        let gone = if order.is_le() { old.next().map(|no| before.shared(no)) } else { None };
        let here = if order.is_ge() { new.next().map(|no| after.shared(no)) } else { None };
        let organization = gone.or(here).map(|(organization, _)| organization.code.clone());
        let (gone, here) = (gone.map(|(_, entry)| entry), here.map(|(_, entry)| entry));
        changes.extend(organization.and_then(|organization| change(&organization, gone, here)));
    }
}

/// The change from one state of an entry to another, if they differ.
#[must_use]
pub fn change(organization: &Text, before: Option<&Arc<Entry>>, after: Option<&Arc<Entry>>) -> Option<Change> {
    let kind = match (before, after) {
        (Some(before), Some(after)) if Arc::ptr_eq(before, after) || same(before, after) => return None,
        (Some(_), Some(_)) => ChangeKind::Amended,
        (None, Some(_)) => ChangeKind::Added,
        (Some(_), None) => ChangeKind::Retired,
        (None, None) => return None,
    };
    let entry = before.or(after)?;
    Some(Change {
        kind,
        organization: organization.clone(),
        control_no: entry.control_no.clone(),
        occurrence: entry.occurrence,
        before: before.cloned(),
        after: after.cloned(),
    })
}

fn compare_identity(before: &Ledger, one: EntryNo, after: &Ledger, other: EntryNo) -> Ordering {
    let (one, other) = (before.held(one), after.held(other));
    let organizations = one.organization.code.cmp(&other.organization.code);
    let numbers = || compare_naturally(&one.entry.control_no, &other.entry.control_no);
    organizations.then_with(numbers).then_with(|| one.entry.occurrence.cmp(&other.entry.occurrence))
}
