//! A ledger with what was found when it was read.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::entry::LedgerEntry;
use super::finding::Finding;
use crate::finding;
use crate::ledger::{Held, Ledger, Organization, Text};

/// A ledger as it stood, and the findings of reading it.
pub struct Snapshot {
    /// The ledger.
    pub ledger: Arc<Ledger>,
    /// What was found when the workbooks were read that it stands in, in a stable order.
    pub findings: Arc<Vec<finding::Finding>>,
    /// The findings of each entry, by organization, control number and occurrence.
    by_entry: OnceLock<BTreeMap<(Text, Text, u32), Vec<usize>>>,
}

impl Snapshot {
    /// A ledger with its findings.
    #[must_use]
    pub fn new(ledger: Arc<Ledger>, findings: Arc<Vec<finding::Finding>>) -> Self {
        Self { ledger, findings, by_entry: OnceLock::new() }
    }

    /// The findings about an entry.
    pub fn findings_of(self: &Arc<Self>, held: Held<'_>) -> Vec<Finding> {
        let by_entry = self.by_entry.get_or_init(|| {
            let mut by_entry: BTreeMap<_, Vec<usize>> = BTreeMap::new();
            for (at, finding) in self.findings.iter().enumerate() {
                if let Some((control_no, occurrence)) = &finding.entry {
                    by_entry.entry((finding.organization.clone(), control_no.clone(), *occurrence)).or_default().push(at);
                }
            }
            by_entry
        });
        let key = (held.organization.code.clone(), held.entry.control_no.clone(), held.entry.occurrence);
        by_entry.get(&key).into_iter().flatten().map(|at| self.finding(&self.findings[*at])).collect()
    }

    /// A finding about this ledger, or about workbooks that may become part of it.
    pub fn finding(self: &Arc<Self>, finding: &finding::Finding) -> Finding {
        let organization = self.organization(&finding.organization);
        let entry = finding.entry.as_ref().and_then(|(control_no, occurrence)| {
            let no = self.ledger.find(&finding.organization, control_no, *occurrence)?;
            Some(LedgerEntry { snapshot: Arc::clone(self), no })
        });
        Finding { organization, entry, finding: finding.clone() }
    }

    /// The organization of a code; one of which nothing but the code is known where the ledger does not have it.
    pub fn organization(&self, code: &Text) -> Arc<Organization> {
        self.ledger.organization(code).map_or_else(|| Arc::new(Organization::new(code.clone())), Arc::clone)
    }
}
