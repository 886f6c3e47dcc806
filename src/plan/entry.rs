//! What of an entry differs.

use super::FieldChange;
use super::compare::compare;
use crate::ledger::Entry;

/// The fields that differ, in the order of the ledger's columns. Which row it was and where it was read are no fields.
pub(super) fn differences(before: Option<&Entry>, after: Option<&Entry>) -> Vec<FieldChange> {
    compare(before, after)
        .field("name", |entry| &entry.name)
        .field("subjects", |entry| &entry.subjects)
        .field("nature", |entry| &entry.nature)
        .field("items", |entry| &entry.items)
        .field("purposes", |entry| &entry.purposes)
        .field("acquisition", |entry| &entry.acquisition)
        .field("acquiredFrom", |entry| &entry.acquired_from)
        .field("capacity", |entry| &entry.capacity)
        .field("department", |entry| &entry.department)
        .field("manager", |entry| &entry.manager)
        .field("accessors", |entry| &entry.accessors)
        .field("count", |entry| &entry.count)
        .field("media", |entry| &entry.media)
        .field("places", |entry| &entry.places)
        .field("storage", |entry| &entry.storage)
        .field("retention", |entry| &entry.retention)
        .field("disposal", |entry| &entry.disposal)
        .field("entrusted", |entry| &entry.entrusted)
        .field("entrustments", |entry| &entry.entrustees)
        .field("provided", |entry| &entry.provided)
        .field("provisions", |entry| &entry.recipients)
        .field("jointlyUsed", |entry| &entry.jointly_used)
        .field("jointUses", |entry| &entry.joint_uses)
        .field("specialCare", |entry| &entry.special_care)
        .field("individualNumber", |entry| &entry.individual_number)
        .field("disclosure", |entry| &entry.disclosure)
        .field("reviewedOn", |entry| &entry.reviewed_on)
        .field("notes", |entry| &entry.notes)
        .headed("otherColumns", |entry| entry.other_columns.iter().map(|column| (&column.heading, &column.text)).collect())
        .found()
}

/// Whether two rows state the same.
pub(super) fn same(before: &Entry, after: &Entry) -> bool {
    differences(Some(before), Some(after)).is_empty()
}
