//! A registry as it stood at a revision, kept in memory as long as it is asked for.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, NaiveDate, Utc};

use super::load::load;
use super::revisions::newest;
use super::{Store, StoreError};
use crate::finding::{Checked, Finding, check};
use crate::ledger::{Ledger, Text};

/// How many ledgers of older revisions are kept.
const OLDER: usize = 3;

/// How many parts of ledgers, as callers may read them, are kept.
const SELECTIONS: usize = 16;

/// When to look at the registry.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum At {
    /// Now.
    #[default]
    Head,
    /// After a revision; 0 is before the first.
    Revision(i32),
    /// At a moment: after the newest revision that was applied by then.
    Time(DateTime<Utc>),
}

/// The registry as it stood at a revision.
#[derive(Debug)]
pub struct Snapshot {
    /// The ledgers of the organizations.
    pub ledger: Arc<Ledger>,
    /// What the reading of each organization's newest revision found, by organization, in the order found.
    pub findings: Vec<Finding>,
    /// What the rules of law found on the last day that was asked about.
    checked: Mutex<Option<(NaiveDate, Arc<Checked>)>>,
}

impl Snapshot {
    pub(super) fn new(ledger: Ledger, findings: Vec<Finding>) -> Self {
        Self { ledger: Arc::new(ledger), findings, checked: Mutex::default() }
    }

    /// What the rules of law find on a day. It is found once and kept as long as that day is asked about.
    pub fn checked(&self, today: NaiveDate) -> Arc<Checked> {
        let mut kept = self.checked.lock().unwrap_or_else(PoisonError::into_inner);
        match kept.as_ref() {
            Some((day, checked)) if *day == today => checked.clone(),
            _ => {
                let checked = Arc::new(check(&self.ledger, today));
                *kept = Some((today, checked.clone()));
                checked
            }
        }
    }
}

/// The snapshots that are kept.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// The newest that was loaded.
    head: Option<Arc<Snapshot>>,
    /// Older ones, the last used last.
    older: VecDeque<Arc<Snapshot>>,
    /// Parts, by the organizations that they are restricted to; the last used last.
    selections: VecDeque<(Vec<Text>, Arc<Snapshot>)>,
}

impl Store {
    /// The registry as it stands, or stood. What stands now is checked against the database each time, so that it is never stale.
    ///
    /// Refuses a revision that does not exist yet.
    pub async fn snapshot(&self, at: At) -> Result<Arc<Snapshot>, StoreError> {
        let head = self.head().await?;
        let number = match at {
            At::Head => head,
            At::Revision(asked) if !(0..=head).contains(&asked) => return Err(StoreError::NoSuchRevision { asked, head }),
            At::Revision(asked) => asked,
            At::Time(moment) => newest(&self.database, Some(moment)).await?,
        };
        if let Some(kept) = self.kept().find(number) {
            return Ok(kept);
        }
        let _turn = self.shared.loading.lock().await;
        if let Some(kept) = self.kept().find(number) {
            return Ok(kept);
        }
        let earlier = self.kept().head.clone().filter(|kept| kept.ledger.revision() < number);
        let snapshot = Arc::new(load(&self.database, number, earlier).await?);
        self.kept().keep(snapshot.clone(), number == head);
        Ok(snapshot)
    }

    /// The part of a snapshot that is of these organizations: its ledger holds no other, nor do its findings.
    pub async fn select(&self, snapshot: &Arc<Snapshot>, organizations: &[Text]) -> Arc<Snapshot> {
        let mut chosen: Vec<Text> = organizations.to_vec();
        chosen.sort();
        chosen.dedup();
        chosen.retain(|code| snapshot.ledger.organization(code).is_some());
        if chosen.len() == snapshot.ledger.organizations().len() {
            return snapshot.clone();
        }
        if let Some(kept) = self.kept().find_selection(&chosen, snapshot.ledger.revision()) {
            return kept;
        }
        let (whole, of) = (snapshot.clone(), chosen.clone());
        let build = tokio::task::spawn_blocking(move || Arc::new(restrict(&whole, &of)));
        let part = build.await.unwrap_or_else(|panic| std::panic::resume_unwind(panic.into_panic()));
        self.kept().keep_selection(chosen, part.clone());
        part
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.shared.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn restrict(whole: &Snapshot, organizations: &[Text]) -> Snapshot {
    let entries = |code: &Text| whole.ledger.entries_of(code).map(|no| whole.ledger.shared(no).1.clone()).collect();
    let of = organizations.iter().filter_map(|code| Some((whole.ledger.organization(code)?.clone(), entries(code))));
    let ledger = Ledger::new(whole.ledger.revision(), of.collect());
    let findings = whole.findings.iter().filter(|finding| organizations.contains(&finding.organization)).cloned().collect();
    Snapshot::new(ledger, findings)
}

impl Kept {
    fn find(&mut self, number: i32) -> Option<Arc<Snapshot>> {
        if let Some(head) = self.head.as_ref().filter(|head| head.ledger.revision() == number) {
            return Some(head.clone());
        }
        let at = self.older.iter().position(|kept| kept.ledger.revision() == number)?;
        let kept = self.older.remove(at)?;
        self.older.push_back(kept.clone());
        Some(kept)
    }

    fn keep(&mut self, snapshot: Arc<Snapshot>, is_head: bool) {
        if is_head {
            self.selections.clear();
            self.head = Some(snapshot);
            return;
        }
        self.older.push_back(snapshot);
        while self.older.len() > OLDER {
            self.older.pop_front();
        }
    }

    fn find_selection(&mut self, organizations: &[Text], number: i32) -> Option<Arc<Snapshot>> {
        let is = |(of, kept): &(Vec<Text>, Arc<Snapshot>)| kept.ledger.revision() == number && of == organizations;
        let at = self.selections.iter().position(is)?;
        let kept = self.selections.remove(at)?;
        self.selections.push_back(kept);
        self.selections.back().map(|(_, kept)| kept.clone())
    }

    fn keep_selection(&mut self, organizations: Vec<Text>, part: Arc<Snapshot>) {
        self.selections.push_back((organizations, part));
        while self.selections.len() > SELECTIONS {
            self.selections.pop_front();
        }
    }
}
