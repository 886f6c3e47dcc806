//! 提供の条件: on what conditions data is provided to others without asking again.

use crate::declare::cell::{self, Reading};
use crate::ledger::{Field, Organization, ProvisionCondition};
use crate::vocabulary::Concept;

use super::{Found, Row};

pub(super) fn read(rows: &[Row<'_>], of: &mut Organization, found: &mut Found) {
    for row in rows {
        let Some(text) = row.named(Concept::Conditions, Field::ProvisionConditions, of, found) else {
            row.lacks("条件", found);
            continue;
        };
        let basis = row.read(Concept::Article, found, |text, vocabulary| Reading::sure(cell::citations(text, vocabulary)));
        of.provision_conditions.push(ProvisionCondition { text, basis });
    }
}
