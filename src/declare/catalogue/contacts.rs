//! 窓口: where a person turns to.

use crate::declare::cell;
use crate::ledger::{Contact, Field, Organization};
use crate::vocabulary::Concept;

use super::{Found, Row};

pub(super) fn read(rows: &[Row<'_>], of: &mut Organization, found: &mut Found) {
    for row in rows {
        let Some(name) = row.named(Concept::Name, Field::Contacts, of, found) else {
            row.lacks("名称", found);
            continue;
        };
        of.contacts.push(Contact {
            roles: row.read(Concept::Kind, found, cell::contact_roles),
            name,
            address: row.note(Concept::Address, found),
            phones: row.list(Concept::Phones, found),
            email: row.note(Concept::Email, found),
            hours: row.note(Concept::Hours, found),
            notes: row.note(Concept::Notes, found),
        });
    }
}
