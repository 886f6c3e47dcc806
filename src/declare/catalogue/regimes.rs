//! 外国制度: what the organization has ascertained of a foreign country's system.

use crate::ledger::{CountryRegime, Field, Organization};
use crate::vocabulary::Concept;

use super::{Found, Row};

pub(super) fn read(rows: &[Row<'_>], of: &mut Organization, found: &mut Found) {
    for row in rows {
        let countries = row.whereabouts(Concept::Country, found).countries;
        if countries.is_empty() || row.named(Concept::Country, Field::Regimes, of, found).is_none() {
            row.lacks("国", found);
            continue;
        }
        for country in countries {
            of.regimes.push(CountryRegime {
                country,
                summary: row.note(Concept::Summary, found),
                concerns: row.note(Concept::Concerns, found),
                measures: row.note(Concept::Measures, found),
                checked_on: row.date(Concept::CheckedOn, found),
                source: row.note(Concept::Source, found),
            });
        }
    }
}
