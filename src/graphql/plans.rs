//! Plans that wait to be applied: kept in memory, a while and not too many.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Duration, Utc};

use crate::declare::Declared;
use crate::finding::{Finding, Severity};
use crate::ledger::Text;
use crate::plan::Plan;

/// How many plans wait at most; the oldest goes.
const MOST_PLANS: usize = 64;

/// How many entries the waiting plans hold at most, together; the oldest goes, the newest stays however large it is.
const MOST_ENTRIES: usize = 300_000;

/// How many minutes a plan waits.
const MINUTES: i64 = 60;

/// What workbooks would change, and what it was made from.
#[derive(Debug)]
pub struct Proposal {
    /// The plan.
    pub plan: Plan,
    /// What the workbooks declare, to plan again where the ledger has moved.
    pub declared: Vec<Declared>,
    /// What was found in them.
    pub findings: Vec<Finding>,
    /// Their names.
    pub workbooks: Vec<Text>,
}

impl Proposal {
    /// Whether nothing must be mended before it can be applied.
    #[must_use]
    pub fn applicable(&self) -> bool {
        self.findings.iter().all(|finding| finding.code.severity() != Severity::Error)
    }

    fn entries(&self) -> usize {
        self.declared.iter().map(|declared| declared.entries.len()).sum()
    }
}

struct Waiting {
    id: String,
    since: DateTime<Utc>,
    proposal: Arc<Proposal>,
}

/// The plans that wait, the oldest first.
#[derive(Default)]
pub struct Plans(Mutex<VecDeque<Waiting>>);

impl Plans {
    /// Keeps a plan and gives the name by which it is applied: 128 random bits.
    ///
    /// # Errors
    /// Where the operating system has no randomness.
    pub fn keep(&self, proposal: Arc<Proposal>, now: DateTime<Utc>) -> Result<String, getrandom::Error> {
        let mut bits = [0_u8; 16];
        getrandom::fill(&mut bits)?;
        let id = URL_SAFE_NO_PAD.encode(bits);
        let mut waiting = self.waiting(now);
        waiting.push_back(Waiting { id: id.clone(), since: now, proposal });
        let entries = |waiting: &VecDeque<Waiting>| waiting.iter().map(|one| one.proposal.entries()).sum::<usize>();
        while waiting.len() > MOST_PLANS || (waiting.len() > 1 && entries(&waiting) > MOST_ENTRIES) {
            waiting.pop_front();
        }
        Ok(id)
    }

    /// The plan of a name, if it still waits.
    #[must_use]
    pub fn find(&self, id: &str, now: DateTime<Utc>) -> Option<Arc<Proposal>> {
        self.waiting(now).iter().find(|waiting| waiting.id == id).map(|waiting| Arc::clone(&waiting.proposal))
    }

    /// Forgets a plan.
    pub fn forget(&self, id: &str, now: DateTime<Utc>) {
        self.waiting(now).retain(|waiting| waiting.id != id);
    }

    /// Those that have not waited too long.
    fn waiting(&self, now: DateTime<Utc>) -> MutexGuard<'_, VecDeque<Waiting>> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|waiting| now - waiting.since < Duration::minutes(MINUTES));
        waiting
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposal() -> Arc<Proposal> {
        let plan = Plan { base: 0, prune: false, organizations: Vec::new() };
        Arc::new(Proposal { plan, declared: Vec::new(), findings: Vec::new(), workbooks: Vec::new() })
    }

    #[test]
    fn a_plan_waits_an_hour_and_no_more_than_sixty_four_wait() {
        let plans = Plans::default();
        let start = DateTime::UNIX_EPOCH;
        let first = plans.keep(proposal(), start).expect("randomness");
        assert!(plans.find(&first, start + Duration::minutes(59)).is_some());
        assert!(plans.find(&first, start + Duration::minutes(60)).is_none());
        let kept: Vec<_> = (0..65).map(|_| plans.keep(proposal(), start).expect("randomness")).collect();
        let still: Vec<_> = kept.iter().map(|id| plans.find(id, start).is_some()).collect();
        assert_eq!(still.iter().filter(|here| **here).count(), 64);
        assert!(!still[0], "the oldest went");
        plans.forget(&kept[64], start);
        assert!(plans.find(&kept[64], start).is_none());
    }
}
