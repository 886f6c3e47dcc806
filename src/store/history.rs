//! What became of entries: one entry's history, and what changed between two revisions.

use std::collections::BTreeMap;
use std::sync::Arc;

use sea_orm::{ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationTrait};

use super::load::{entries_ended, entries_since};
use super::read::entries::versions;
use super::read::words::Words;
use super::revisions::codes;
use super::{Store, StoreError};
use crate::ledger::{Entry, Ledger, Text, compare_naturally};
use crate::plan::{Change, change};

/// A change and the revision that brought it.
#[derive(Debug, Clone, PartialEq)]
pub struct Dated {
    /// The revision.
    pub revision: i32,
    /// The change.
    pub change: Change,
}

impl Store {
    /// All that became of an entry up to a revision, oldest first: that it came, each amendment, that it was retired and came back.
    pub async fn history(&self, organization: &str, control_no: &str, occurrence: u32, up_to: i32) -> Result<Vec<Dated>, StoreError> {
        use entity::{entry, organization as owner};
        let select = entry::Entity::find().join(JoinType::InnerJoin, entry::Relation::Organization.def());
        let select = select.filter(owner::Column::Code.eq(organization)).filter(entry::Column::ControlNo.eq(control_no));
        let Some(row) = select.filter(entry::Column::Occurrence.eq(i64::from(occurrence))).one(&self.database).await? else {
            return Ok(Vec::new());
        };
        let mut words = Words::load(&self.database).await?;
        let of = Condition::all().add(entity::entry_version::Column::EntryId.eq(row.id));
        let of = of.add(entity::entry_version::Column::SinceRevision.lte(up_to));
        let organization: Text = organization.into();
        let mut history = Vec::new();
        let mut before: Option<(Arc<Entry>, Option<i32>)> = None;
        for version in versions(&self.database, of, &mut words).await? {
            let amended = before.take().and_then(|(entry, until)| {
                let ended = until?;
                if ended == version.since {
                    return Some(entry);
                }
                history.push((ended, Some(entry), None));
                None
            });
            history.push((version.since, amended, Some(version.entry.clone())));
            before = Some((version.entry, version.until));
        }
        if let Some((entry, Some(ended))) = before
            && ended <= up_to
        {
            history.push((ended, Some(entry), None));
        }
        let dated = history.into_iter().filter_map(|(revision, before, after)| {
            Some(Dated { revision, change: change(&organization, before.as_ref(), after.as_ref())? })
        });
        Ok(dated.collect())
    }

    /// What changed of a ledger's organizations after a revision, up to the ledger's own: each entry once, as it stood then and as it
    /// stands, with the last revision that changed it. An entry that states the same again is not among them.
    ///
    /// By organization and control number.
    pub async fn changes(&self, since: i32, up_to: &Ledger) -> Result<Vec<Dated>, StoreError> {
        let number = up_to.revision();
        let mut words = Words::load(&self.database).await?;
        let codes = codes(&self.database).await?;
        let mut touched: BTreeMap<(Text, Text, u32), Touched> = BTreeMap::new();
        let (ended, came) = (entries_ended(since, number), entries_since(since, number));
        for (condition, is_after) in [(ended, false), (came, true)] {
            for version in versions(&self.database, condition, &mut words).await? {
                let code = codes.get(&version.organization_id).filter(|code| up_to.organization(code).is_some());
                let Some(code) = code else { continue };
                let key = (code.clone(), version.entry.control_no.clone(), version.entry.occurrence);
                let touched = touched.entry(key).or_default();
                let revision = if is_after { version.since } else { version.until.unwrap_or(number) };
                touched.revision = touched.revision.max(revision);
                let side = if is_after { &mut touched.after } else { &mut touched.before };
                *side = Some(version.entry);
            }
        }
        let mut dated: Vec<Dated> = touched
            .into_iter()
            .filter_map(|((code, ..), touched)| {
                let change = change(&code, touched.before.as_ref(), touched.after.as_ref())?;
                Some(Dated { revision: touched.revision, change })
            })
            .collect();
        dated.sort_by(|a, b| {
            let (a, b) = (&a.change, &b.change);
            let organizations = a.organization.cmp(&b.organization);
            organizations.then_with(|| compare_naturally(&a.control_no, &b.control_no)).then(a.occurrence.cmp(&b.occurrence))
        });
        Ok(dated)
    }
}

/// An entry that changed between two revisions.
#[derive(Default)]
struct Touched {
    revision: i32,
    before: Option<Arc<Entry>>,
    after: Option<Arc<Entry>>,
}
