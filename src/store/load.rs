//! Loading a ledger as it stood at a revision, whole or by what came since another.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter, QuerySelect};

use super::read::entries::{entry_rows, versions};
use super::read::findings::findings;
use super::read::organizations::organizations;
use super::read::words::Words;
use super::revisions::codes;
use super::{Snapshot, StoreError};
use crate::finding::Finding;
use crate::ledger::{Entry, Ledger, Organization, Text};

/// The organizations with their entries, by code.
type Declared = BTreeMap<Text, (Arc<Organization>, Vec<Arc<Entry>>)>;

/// The ledger as it stood at a revision. With an earlier one at hand only what came or went since is read.
pub(super) async fn load(database: &DatabaseConnection, number: i32, earlier: Option<Arc<Snapshot>>) -> Result<Snapshot, StoreError> {
    let from = earlier.as_ref().map_or(0, |earlier| earlier.ledger.revision());
    let mut words = Words::load(database).await?;
    let codes = codes(database).await?;
    let mut declared = match &earlier {
        Some(earlier) => still_in_force(database, &earlier.ledger, number, &codes).await?,
        None => Declared::new(),
    };
    for (_, organization) in organizations(database, organizations_since(from, number), &codes, &mut words).await? {
        let (stands, _) = declared.entry(organization.code.clone()).or_insert_with(|| (organization.clone(), Vec::new()));
        *stands = organization;
    }
    for version in versions(database, entries_since(from, number), &mut words).await? {
        let code = codes.get(&version.organization_id);
        let of = code.and_then(|code| declared.get_mut(code));
        let (_, entries) = of.ok_or_else(|| {
            let entry = &version.entry;
            StoreError::row("entry", "organization_id", format!("{}, {}", entry.control_no, entry.occurrence), version.organization_id)
        })?;
        entries.push(version.entry);
    }
    let findings = newest_findings(database, number, earlier.as_deref(), &codes, &mut words).await?;
    let build = move || Ledger::new(number, declared.into_values().collect());
    let ledger = tokio::task::spawn_blocking(build).await.unwrap_or_else(|panic| std::panic::resume_unwind(panic.into_panic()));
    Ok(Snapshot::new(ledger, findings))
}

/// Versions of organizations that are in force at a revision and were not at an earlier one.
fn organizations_since(from: i32, number: i32) -> Condition {
    use entity::organization_version::Column;
    let not_ended = Condition::any().add(Column::UntilRevision.is_null()).add(Column::UntilRevision.gt(number));
    Condition::all().add(Column::SinceRevision.gt(from)).add(Column::SinceRevision.lte(number)).add(not_ended)
}

/// Versions of entries that are in force at a revision and were not at an earlier one.
pub(super) fn entries_since(from: i32, number: i32) -> Condition {
    use entity::entry_version::Column;
    let not_ended = Condition::any().add(Column::UntilRevision.is_null()).add(Column::UntilRevision.gt(number));
    Condition::all().add(Column::SinceRevision.gt(from)).add(Column::SinceRevision.lte(number)).add(not_ended)
}

/// Versions of entries that were in force at an earlier revision and are not at a later one.
pub(super) fn entries_ended(from: i32, number: i32) -> Condition {
    use entity::entry_version::Column;
    Condition::all().add(Column::SinceRevision.lte(from)).add(Column::UntilRevision.gt(from)).add(Column::UntilRevision.lte(number))
}

/// What of an earlier ledger is in force at a later revision.
async fn still_in_force(
    connection: &impl ConnectionTrait,
    earlier: &Ledger,
    number: i32,
    codes: &BTreeMap<i64, Text>,
) -> Result<Declared, StoreError> {
    let ended = entity::entry_version::Entity::find().filter(entries_ended(earlier.revision(), number)).select_only();
    let ended: Vec<i64> = ended.column(entity::entry_version::Column::EntryId).into_tuple().all(connection).await?;
    let ended: BTreeSet<(Text, String, i64)> = entry_rows(connection, &ended)
        .await?
        .into_values()
        .map(|row| (codes.get(&row.organization_id).cloned().unwrap_or_default(), row.control_no, row.occurrence))
        .collect();
    let mut declared = Declared::new();
    for organization in earlier.organizations() {
        declared.insert(organization.code.clone(), (organization.clone(), Vec::new()));
    }
    for no in earlier.entries() {
        let (organization, entry) = earlier.shared(no);
        let goes =
            !ended.is_empty() && ended.contains(&(organization.code.clone(), entry.control_no.to_string(), i64::from(entry.occurrence)));
        if !goes && let Some((_, entries)) = declared.get_mut(&organization.code) {
            entries.push(entry.clone());
        }
    }
    Ok(declared)
}

/// The findings of each organization's newest revision, by organization.
async fn newest_findings(
    connection: &impl ConnectionTrait,
    number: i32,
    earlier: Option<&Snapshot>,
    codes: &BTreeMap<i64, Text>,
    words: &mut Words,
) -> Result<Vec<Finding>, StoreError> {
    use entity::revision::{Column, Entity};
    let newest = Entity::find().filter(Column::Number.lte(number)).select_only().column(Column::OrganizationId);
    let newest = newest.column_as(Column::Number.max(), "newest").group_by(Column::OrganizationId);
    let newest: Vec<(i64, i32)> = newest.into_tuple().all(connection).await?;
    let newest: BTreeMap<&Text, i32> = newest.iter().filter_map(|(id, number)| Some((codes.get(id)?, *number))).collect();
    let mut found = Vec::new();
    for (organization, revision) in newest {
        match earlier {
            Some(earlier) if revision <= earlier.ledger.revision() => {
                found.extend(earlier.findings.iter().filter(|finding| finding.organization == *organization).cloned());
            }
            _ => found.extend(findings(connection, revision, organization, words).await?),
        }
    }
    Ok(found)
}
