//! 提供先: third parties that data is provided to.

use crate::declare::cell;
use crate::ledger::{Field, Organization, Provision};
use crate::vocabulary::Concept;

use super::{Found, Row, repeated};

pub(super) fn read(rows: &[Row<'_>], of: &mut Organization, found: &mut Found) {
    for row in rows {
        let Some(name) = row.named(Concept::Name, Field::Provisions, of, found) else {
            row.lacks("名称", found);
            continue;
        };
        let provision = Provision {
            recipient: name.clone(),
            country: row.whereabouts(Concept::Country, found),
            legal_basis: row.note(Concept::LegalBasis, found),
            transfer: row.read(Concept::Transfer, found, cell::transfer),
            collected_directly: row.stated(Concept::CollectedDirectly, found),
            opt_out: row.note(Concept::OptOut, found),
            notes: row.note(Concept::Notes, found),
        };
        if of.recipients.insert(name.clone(), provision).is_some() {
            repeated(row, &name, found);
        }
    }
}
