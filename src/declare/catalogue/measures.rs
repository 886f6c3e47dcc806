//! 安全管理措置: measures of security, by kind. A row without a kind goes on with the kind above it.

use crate::declare::cell;
use crate::ledger::{Field, Organization, SafetyMeasure};
use crate::vocabulary::Concept;

use super::{Found, Row};

pub(super) fn read(rows: &[Row<'_>], of: &mut Organization, found: &mut Found) {
    let mut last = None;
    for row in rows {
        if row.value(Concept::Kind).is_some() {
            last = row.read(Concept::Kind, found, cell::safety_measure);
        }
        let measures = row.sentences(Concept::Measures, found);
        let (Some(kind), Some(_)) = (last, row.named(Concept::Measures, Field::SafetyMeasures, of, found)) else {
            row.lacks(if last.is_none() { "区分" } else { "措置" }, found);
            continue;
        };
        of.safety_measures.extend(measures.into_iter().map(|text| SafetyMeasure { kind, text }));
    }
}
