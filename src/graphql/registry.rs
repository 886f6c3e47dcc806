//! Where ledgers come from: what this room needs of the store.

use std::sync::Arc;

use async_graphql::async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::snapshot::Snapshot;
use crate::finding::Finding;
use crate::ledger::Text;
use crate::plan::{Change, Plan};

/// A point in the registry's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// Now.
    Head,
    /// After a revision.
    Revision(i32),
    /// At a moment.
    Time(DateTime<Utc>),
}

/// One application of a plan to one organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its number in the whole registry, from 1.
    pub number: i32,
    /// The organization's code.
    pub organization: Text,
    /// When it was applied.
    pub applied_at: DateTime<Utc>,
    /// By whom.
    pub applied_by: Text,
    /// From which workbooks.
    pub workbooks: Vec<Text>,
    /// How many entries it added.
    pub added: i32,
    /// How many entries it amended.
    pub amended: i32,
    /// How many entries it retired.
    pub retired: i32,
}

/// What came of applying a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Applied {
    /// These revisions.
    Applied(Vec<Revision>),
    /// The registry already says so.
    NothingToDo,
    /// The registry has moved since the plan was made.
    Stale,
}

/// What went wrong inside.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// A registry of ledgers.
#[async_trait]
pub trait Registry: Send + Sync + 'static {
    /// The whole registry at a point of its history. A revision that does not exist yet gives the newest ledger.
    async fn snapshot(&self, at: At) -> Result<Arc<Snapshot>, Failure>;

    /// Every revision, the newest first.
    async fn revisions(&self) -> Result<Vec<Revision>, Failure>;

    /// What has happened to an entry, each with its revision, the oldest first.
    async fn history(&self, organization: &str, control_no: &str, occurrence: u32) -> Result<Vec<(i32, Change)>, Failure>;

    /// Applies a plan in one transaction, unless the registry has moved since it was made.
    async fn apply(&self, plan: &Plan, findings: &[Finding], by: &str, workbooks: &[Text]) -> Result<Applied, Failure>;
}
