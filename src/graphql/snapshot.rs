//! A ledger with what was found when it was read.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::entry::LedgerEntry;
use super::finding::Finding;
use crate::ledger::{Held, Ledger, Organization, Text};
use crate::{finding, store};

/// Findings of each entry, by organization, control number and occurrence, as places in the list of all.
type ByEntry = BTreeMap<(Text, Text, u32), Vec<usize>>;

/// A ledger as it stood, and the findings of reading it.
pub struct Snapshot {
    stored: Arc<store::Snapshot>,
    by_entry: OnceLock<ByEntry>,
}

impl Snapshot {
    /// What the store has, ready to be asked.
    #[must_use]
    pub fn new(stored: Arc<store::Snapshot>) -> Arc<Self> {
        Arc::new(Self { stored, by_entry: OnceLock::new() })
    }

    /// The ledger.
    #[must_use]
    pub fn ledger(&self) -> &Arc<Ledger> {
        &self.stored.ledger
    }

    /// What was found when the workbooks were read that it stands in, by organization, in the order found.
    #[must_use]
    pub fn findings(&self) -> &[finding::Finding] {
        &self.stored.findings
    }

    /// The findings about an entry.
    #[must_use]
    pub fn findings_of(self: &Arc<Self>, held: Held<'_>) -> Vec<Finding> {
        let by_entry = self.by_entry.get_or_init(|| {
            let mut by_entry = ByEntry::new();
            for (at, finding) in self.findings().iter().enumerate() {
                if let Some((control_no, occurrence)) = &finding.entry {
                    by_entry.entry((finding.organization.clone(), control_no.clone(), *occurrence)).or_default().push(at);
                }
            }
            by_entry
        });
        let key = (held.organization.code.clone(), held.entry.control_no.clone(), held.entry.occurrence);
        by_entry.get(&key).into_iter().flatten().map(|at| self.finding(&self.findings()[*at])).collect()
    }

    /// A finding about this ledger, or about workbooks that may become part of it.
    #[must_use]
    pub fn finding(self: &Arc<Self>, finding: &finding::Finding) -> Finding {
        let entry = finding.entry.as_ref().and_then(|(control_no, occurrence)| {
            let no = self.ledger().find(&finding.organization, control_no, *occurrence)?;
            Some(LedgerEntry { snapshot: Arc::clone(self), no })
        });
        Finding { organization: self.organization(&finding.organization), entry, what: finding.clone() }
    }

    /// The organization of a code; one of which nothing but the code is known where the ledger does not have it.
    #[must_use]
    pub fn organization(&self, code: &Text) -> Arc<Organization> {
        self.ledger().organization(code).map_or_else(|| Arc::new(Organization::new(code.clone())), Arc::clone)
    }
}
