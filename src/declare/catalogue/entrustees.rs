//! 委託先: parties that data is entrusted to.

use crate::declare::cell;
use crate::ledger::{Entrustment, Field, Organization};
use crate::vocabulary::Concept;

use super::{Found, Row, repeated};

pub(super) fn read(rows: &[Row<'_>], of: &mut Organization, found: &mut Found) {
    for row in rows {
        let Some(name) = row.named(Concept::Name, Field::Entrustments, of, found) else {
            row.lacks("名称", found);
            continue;
        };
        let entrustment = Entrustment {
            entrustee: name.clone(),
            country: row.whereabouts(Concept::Country, found),
            work: row.note(Concept::Work, found),
            contracted_on: row.date(Concept::ContractedOn, found),
            subcontracting: row.stated(Concept::Subcontracting, found),
            transfer: row.read(Concept::Transfer, found, cell::transfer),
            checked_on: row.date(Concept::CheckedOn, found),
            notes: row.note(Concept::Notes, found),
        };
        if of.entrustees.insert(name.clone(), entrustment).is_some() {
            repeated(row, &name, found);
        }
    }
}
