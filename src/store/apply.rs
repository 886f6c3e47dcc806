//! Applying a plan: one transaction, one revision an organization that changes.

use std::collections::BTreeMap;
use std::sync::Arc;

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

use super::open::log_ahead;
use super::revisions::newest;
use super::write::entries::{EntryRows, version};
use super::write::findings::FindingRows;
use super::write::organizations::OrganizationRows;
use super::write::sheets::Sheets;
use super::writing::{Ready, Writing};
use super::{Revision, Store, StoreError};
use crate::clock;
use crate::finding::Finding;
use crate::ledger::{Entry, Text};
use crate::plan::{Change, ChangeKind, OrganizationPlan, Plan};

/// How many entries are looked up or ended by one statement, and gathered at a time.
const AT_A_TIME: usize = 1_000;

/// What became of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Applied {
    /// It was applied, as these revisions: one an organization that changes, by code.
    Applied(Vec<Revision>),
    /// It changes nothing, so there is no revision; what its reading found is not kept either.
    NothingToDo,
    /// The ledger has moved since the plan was made. Nothing was changed.
    Stale {
        /// The newest revision.
        head: i32,
    },
}

impl Store {
    /// Applies a plan: all of it, or nothing. `by` is who applies it, and `workbooks` are the names of what it was read from.
    ///
    /// Of the findings of the reading, those of organizations that change are kept with their revision.
    pub async fn apply(&self, plan: &Plan, findings: &[Finding], by: &str, workbooks: &[Text]) -> Result<Applied, StoreError> {
        let _turn = self.shared.writing.lock().await;
        let writing = Writing::begin(&self.database).await?;
        let head = newest(&writing, None).await?;
        if head != plan.base {
            return Ok(Applied::Stale { head });
        }
        if plan.is_empty() {
            return Ok(Applied::NothingToDo);
        }
        let mut applying = Applying::begin(&writing, head).await?;
        let mut revisions = Vec::new();
        for organization in plan.organizations.iter().filter(|organization| !organization.is_empty()) {
            let of = findings.iter().filter(|finding| finding.organization == organization.after.code);
            revisions.push(applying.organization(organization, of, by, workbooks).await?);
        }
        writing.commit().await?;
        if head == 0 {
            log_ahead(&self.database).await;
        }
        Ok(Applied::Applied(revisions))
    }
}

/// A plan on its way into the database.
struct Applying<'a> {
    writing: &'a Writing,
    /// The newest revision so far, and when it was applied.
    head: i32,
    applied_at: chrono::DateTime<chrono::Utc>,
    sheets: Sheets,
    next: Next,
}

/// The ids of entries by their control number and its occurrence.
type Known = BTreeMap<(String, i64), i64>;

/// The first ids that are free. There is one writer, so it may number rows itself.
struct Next {
    organization: i64,
    organization_version: i64,
    entry: i64,
    entry_version: i64,
    finding: i64,
}

/// The first id of a table that is free.
macro_rules! next_id {
    ($table:ident, $writing:expr) => {{
        use entity::$table::{Column, Entity};
        let last = Entity::find().order_by_desc(Column::Id).select_only().column(Column::Id).into_tuple::<i64>().one($writing).await?;
        last.unwrap_or_default() + 1
    }};
}

/// Takes an id and leaves the next.
fn take(next: &mut i64) -> i64 {
    *next += 1;
    *next - 1
}

impl<'a> Applying<'a> {
    async fn begin(writing: &'a Writing, head: i32) -> Result<Self, StoreError> {
        let next = Next {
            organization: next_id!(organization, writing),
            organization_version: next_id!(organization_version, writing),
            entry: next_id!(entry, writing),
            entry_version: next_id!(entry_version, writing),
            finding: next_id!(finding, writing),
        };
        // A clock that is put back must not make a revision older than the one before it.
        let last = entity::revision::Entity::find_by_id(head).one(writing).await?;
        let applied_at = last.map_or_else(clock::now, |last| last.applied_at.max(clock::now()));
        Ok(Self { writing, head, applied_at, sheets: Sheets::load(writing).await?, next })
    }

    /// Writes the revision of one organization.
    async fn organization<'f>(
        &mut self,
        plan: &OrganizationPlan,
        findings: impl Iterator<Item = &'f Finding>,
        by: &str,
        workbooks: &[Text],
    ) -> Result<Revision, StoreError> {
        let (organization_id, is_new) = self.organization_id(plan).await?;
        let revision = self.revision(plan, organization_id, by, workbooks).await?;
        if is_new || !plan.organization_fields.is_empty() {
            self.organization_version(plan, organization_id).await?;
        }
        self.entries(plan, organization_id, is_new).await?;
        let mut rows = FindingRows::new(self.next.finding);
        rows.add(&mut self.sheets, self.head, findings)?;
        rows.write(self.writing, &mut self.sheets).await?;
        self.next.finding = rows.next();
        Ok(revision)
    }

    /// The row of the organization, and whether it is new.
    async fn organization_id(&mut self, plan: &OrganizationPlan) -> Result<(i64, bool), StoreError> {
        use entity::organization::{Column, Entity, Model};
        let code = plan.after.code.to_string();
        let known = Entity::find().filter(Column::Code.eq(code.as_str())).one(self.writing).await?;
        match known {
            Some(_) if plan.before.is_none() => Err(StoreError::OrganizationExists { code }),
            Some(known) => Ok((known.id, false)),
            None => {
                let id = take(&mut self.next.organization);
                Entity::insert(Model { id, code }.into_active_model()).exec_without_returning(self.writing).await?;
                Ok((id, true))
            }
        }
    }

    async fn revision(
        &mut self,
        plan: &OrganizationPlan,
        organization_id: i64,
        by: &str,
        workbooks: &[Text],
    ) -> Result<Revision, StoreError> {
        self.head += 1;
        let number = self.head;
        let count = |kind| i32::try_from(plan.count(kind)).unwrap_or(i32::MAX);
        let row = entity::revision::Model {
            number,
            organization_id,
            applied_at: self.applied_at,
            applied_by: by.to_owned(),
            added: count(ChangeKind::Added),
            amended: count(ChangeKind::Amended),
            retired: count(ChangeKind::Retired),
        };
        let revision = Revision {
            number,
            organization: plan.after.code.clone(),
            organization_name: plan.after.name.clone(),
            applied_at: row.applied_at,
            applied_by: by.into(),
            workbooks: workbooks.to_vec(),
            added: row.added.unsigned_abs(),
            amended: row.amended.unsigned_abs(),
            retired: row.retired.unsigned_abs(),
        };
        entity::revision::Entity::insert(row.into_active_model()).exec_without_returning(self.writing).await?;
        for (position, name) in (0..).zip(workbooks) {
            let row = entity::revision_workbook::Model { revision: number, position, name: name.to_string() };
            entity::revision_workbook::Entity::insert(row.into_active_model()).exec_without_returning(self.writing).await?;
        }
        Ok(revision)
    }

    async fn organization_version(&mut self, plan: &OrganizationPlan, organization_id: i64) -> Result<(), StoreError> {
        use entity::organization_version::{Column, Entity};
        let ending = Entity::update_many().col_expr(Column::UntilRevision, Expr::value(self.head));
        let in_force = ending.filter(Column::OrganizationId.eq(organization_id)).filter(Column::UntilRevision.is_null());
        in_force.exec(self.writing).await?;
        let id = take(&mut self.next.organization_version);
        let rows = OrganizationRows::new(&mut self.sheets, id, organization_id, self.head, &plan.after)?;
        rows.write(self.writing, &mut self.sheets).await
    }

    async fn entries(&mut self, plan: &OrganizationPlan, organization_id: i64, is_new: bool) -> Result<(), StoreError> {
        let (writing, backend) = (self.writing, self.writing.get_database_backend());
        let mut gathered = Vec::new();
        for changes in plan.changes.chunks(AT_A_TIME) {
            let known = if is_new { BTreeMap::new() } else { self.known(organization_id, changes).await? };
            self.end(changes, &known).await?;
            let numbered = self.numbered(organization_id, changes, &known);
            let mut sheets = std::mem::take(&mut self.sheets);
            // The database takes what was gathered while the next is gathered, beside who hands it over.
            let gathering = tokio::task::spawn_blocking(move || gather(numbered, &mut sheets, backend).map(|ready| (ready, sheets)));
            put_all(writing, gathered).await?;
            (gathered, self.sheets) = gathering.await.expect("gathering rows does not panic")?;
        }
        put_all(writing, gathered).await
    }

    /// The entries that are new or amended, with the rows that they are.
    fn numbered(&mut self, organization_id: i64, changes: &[Change], known: &Known) -> Vec<Numbered> {
        let mut numbered = Vec::with_capacity(changes.len());
        for change in changes {
            let Some(after) = &change.after else { continue };
            let (control_no, occurrence) = identity(change);
            let standing = known.get(&(control_no.clone(), occurrence)).copied();
            let id = standing.unwrap_or_else(|| take(&mut self.next.entry));
            let new = standing.is_none().then_some(entity::entry::Model { id, organization_id, control_no, occurrence });
            let version_id = take(&mut self.next.entry_version);
            numbered.push(Numbered { new, id, version_id, since_revision: self.head, after: after.clone() });
        }
        numbered
    }

    /// The rows of the entries that change, those that were retired among them.
    async fn known(&self, organization_id: i64, changes: &[Change]) -> Result<Known, StoreError> {
        use entity::entry::{Column, Entity};
        let numbers = changes.iter().map(|change| change.control_no.to_string());
        let occurrences = || changes.iter().map(|change| i64::from(change.occurrence));
        let (least, most) = (occurrences().min().unwrap_or_default(), occurrences().max().unwrap_or_default());
        let select = Entity::find().filter(Column::OrganizationId.eq(organization_id)).filter(Column::ControlNo.is_in(numbers));
        let select = select.filter(Column::Occurrence.between(least, most));
        let rows = select.all(self.writing).await?;
        Ok(rows.into_iter().map(|row| ((row.control_no, row.occurrence), row.id)).collect())
    }

    /// Ends the versions of the entries that are amended or retired.
    async fn end(&self, changes: &[Change], known: &Known) -> Result<(), StoreError> {
        use entity::entry_version::{Column, Entity};
        let ended = changes.iter().filter(|change| change.before.is_some());
        let ids: Vec<i64> = ended.filter_map(|change| known.get(&identity(change)).copied()).collect();
        if ids.is_empty() {
            return Ok(());
        }
        let ending = Entity::update_many().col_expr(Column::UntilRevision, Expr::value(self.head));
        ending.filter(Column::EntryId.is_in(ids)).filter(Column::UntilRevision.is_null()).exec(self.writing).await?;
        Ok(())
    }
}

/// An entry on its way, with the ids of its rows.
struct Numbered {
    /// Its own row, where it has none yet.
    new: Option<entity::entry::Model>,
    id: i64,
    version_id: i64,
    since_revision: i32,
    after: Arc<Entry>,
}

async fn put_all(writing: &Writing, gathered: Vec<Ready>) -> Result<(), StoreError> {
    for ready in gathered {
        writing.put(ready).await?;
    }
    Ok(())
}

/// The rows of entries that are new or amended, as statements.
fn gather(numbered: Vec<Numbered>, sheets: &mut Sheets, backend: DbBackend) -> Result<Vec<Ready>, StoreError> {
    let mut rows = EntryRows::new();
    for Numbered { new, id, version_id, since_revision, after } in numbered {
        if let Some(new) = new {
            rows.add_entry(new)?;
        }
        rows.add(sheets, version(version_id, id, since_revision, &after), &after)?;
    }
    rows.take_sheets(sheets);
    Ok(rows.ready(backend))
}

fn identity(change: &Change) -> (String, i64) {
    (change.control_no.to_string(), i64::from(change.occurrence))
}
