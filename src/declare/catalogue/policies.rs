//! 方針: published policies.

use crate::ledger::{Field, Organization, Policy};
use crate::vocabulary::Concept;

use super::{Found, Row};

pub(super) fn read(rows: &[Row<'_>], of: &mut Organization, found: &mut Found) {
    for row in rows {
        let Some(name) = row.named(Concept::Name, Field::Policies, of, found) else {
            row.lacks("名称", found);
            continue;
        };
        of.policies.push(Policy {
            name,
            established: row.date(Concept::Established, found),
            revised: row.date(Concept::Revised, found),
            citations: row.sentences(Concept::Citations, found),
            text: row.note(Concept::Text, found),
        });
    }
}
