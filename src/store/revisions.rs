//! The revisions of the registry.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{Store, StoreError};
use crate::ledger::Text;

/// One apply of what workbooks declare of one organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its number through the registry, from 1.
    pub number: i32,
    /// The organization's code.
    pub organization: Text,
    /// The organization's name, as it stood at this revision.
    pub organization_name: Text,
    /// When it was applied.
    pub applied_at: DateTime<Utc>,
    /// Who applied it.
    pub applied_by: Text,
    /// The names of the workbooks that it was read from.
    pub workbooks: Vec<Text>,
    /// How many entries came.
    pub added: u32,
    /// How many entries state something else.
    pub amended: u32,
    /// How many entries went.
    pub retired: u32,
}

/// Some of the revisions, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionPage {
    /// The revisions.
    pub revisions: Vec<Revision>,
    /// How many there are of the organizations that were asked for.
    pub total: u64,
    /// Whether there are older ones.
    pub has_next: bool,
}

impl Store {
    /// The number of the newest revision; 0 where there is none.
    pub async fn head(&self) -> Result<i32, StoreError> {
        newest(&self.database, None).await
    }

    /// The revisions of some organizations, or of all, newest first: at most `first`, of those before the number `after`.
    pub async fn revisions(&self, organizations: Option<&[Text]>, first: u64, after: Option<i32>) -> Result<RevisionPage, StoreError> {
        use entity::revision::{Column, Entity};
        let codes = codes(&self.database).await?;
        let asked = organizations.map(|asked| codes.iter().filter(|(_, code)| asked.contains(code)).map(|(id, _)| *id));
        let among = Condition::all().add_option(asked.map(|ids| Column::OrganizationId.is_in(ids)));
        let total = Entity::find().filter(among.clone()).count(&self.database).await?;
        let select = Entity::find().filter(among.add_option(after.map(|after| Column::Number.lt(after))));
        let mut rows = select.order_by_desc(Column::Number).limit(first + 1).all(&self.database).await?;
        let has_next = u64::try_from(rows.len()).is_ok_and(|found| found > first);
        rows.truncate(usize::try_from(first).unwrap_or(usize::MAX));
        Ok(RevisionPage { revisions: self.named(&codes, rows).await?, total, has_next })
    }

    /// Rows of revisions with the names of their organizations and workbooks.
    async fn named(&self, codes: &BTreeMap<i64, Text>, rows: Vec<entity::revision::Model>) -> Result<Vec<Revision>, StoreError> {
        use entity::organization_version::Column as Version;
        use entity::revision_workbook::Column as Workbook;
        let numbers = rows.iter().map(|row| row.number);
        let select = entity::revision_workbook::Entity::find().filter(Workbook::Revision.is_in(numbers));
        let mut workbooks: BTreeMap<i32, Vec<Text>> = BTreeMap::new();
        for row in select.order_by_asc(Workbook::Position).all(&self.database).await? {
            workbooks.entry(row.revision).or_default().push(row.name.into());
        }
        let of = rows.iter().map(|row| row.organization_id);
        let versions = entity::organization_version::Entity::find().filter(Version::OrganizationId.is_in(of)).select_only();
        let versions =
            versions.columns([Version::OrganizationId, Version::SinceRevision, Version::Name]).order_by_asc(Version::SinceRevision);
        let versions: Vec<(i64, i32, String)> = versions.into_tuple().all(&self.database).await?;
        let name_at = |id: i64, number: i32| versions.iter().rfind(|(of, since, _)| *of == id && *since <= number).map(|(_, _, name)| name);
        let revisions = rows.into_iter().map(|row| {
            let refuse = |column, value: i32| StoreError::row("revision", column, row.number, value);
            let count = |column, value: i32| u32::try_from(value).map_err(|_| refuse(column, value));
            let code = codes.get(&row.organization_id).cloned().unwrap_or_default();
            let name = name_at(row.organization_id, row.number).map_or_else(|| code.clone(), |name| name.as_str().into());
            Ok(Revision {
                number: row.number,
                organization: code,
                organization_name: name,
                applied_at: row.applied_at,
                workbooks: workbooks.remove(&row.number).unwrap_or_default(),
                added: count("added", row.added)?,
                amended: count("amended", row.amended)?,
                retired: count("retired", row.retired)?,
                applied_by: row.applied_by.into(),
            })
        });
        revisions.collect()
    }
}

/// The number of the newest revision, of those applied by a moment where one is given; 0 where there is none.
pub(super) async fn newest(connection: &impl ConnectionTrait, by: Option<DateTime<Utc>>) -> Result<i32, StoreError> {
    use entity::revision::{Column, Entity};
    let select = Entity::find().filter(Condition::all().add_option(by.map(|by| Column::AppliedAt.lte(by))));
    let newest = select.order_by_desc(Column::Number).select_only().column(Column::Number).into_tuple::<i32>().one(connection).await?;
    Ok(newest.unwrap_or_default())
}

/// The organizations' codes by the ids of their rows.
pub(super) async fn codes(connection: &impl ConnectionTrait) -> Result<BTreeMap<i64, Text>, StoreError> {
    let rows = entity::organization::Entity::find().all(connection).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.code.into())).collect())
}
