//! 保管場所: places where data is kept, and the countries of the server and of its provider.

use crate::ledger::{Field, Organization, Place};
use crate::vocabulary::Concept;

use super::{Found, Row, repeated};

pub(super) fn read(rows: &[Row<'_>], of: &mut Organization, found: &mut Found) {
    for row in rows {
        let Some(name) = row.named(Concept::Name, Field::Places, of, found) else {
            row.lacks("名称", found);
            continue;
        };
        let mut server_country = row.whereabouts(Concept::Storage, found);
        server_country.reason = row.note(Concept::CountryReason, found);
        let place = Place {
            name: name.clone(),
            provider: row.note(Concept::Provider, found),
            provider_country: row.whereabouts(Concept::ProviderCountry, found),
            server_country,
            handles_data: row.stated(Concept::HandlesData, found),
            notes: row.note(Concept::Notes, found),
        };
        if of.places.insert(name.clone(), place).is_some() {
            repeated(row, &name, found);
        }
    }
}
