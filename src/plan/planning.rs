//! The plan: a ledger beside what workbooks declare.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use foldhash::HashMap;
use rayon::prelude::*;

use super::entry::same;
use super::ledgers::change;
use super::merge::merge;
use super::organization::differences;
use super::pairing::{Pair, pair};
use super::{Change, OrganizationPlan, Plan};
use crate::declare::{Declared, Part};
use crate::ledger::{Entry, Ledger, Organization, Text, compare_naturally};

/// What applying what workbooks declare would change of a ledger. Entries that they do not name are retired only with `prune`.
///
/// Several declarations of one organization count as one: their entries together, and of a part that two state, the later.
#[must_use]
pub fn plan(ledger: &Ledger, declared: Vec<Declared>, prune: bool) -> Plan {
    let mut by_code: BTreeMap<Text, Vec<Declared>> = BTreeMap::new();
    for declared in declared {
        by_code.entry(declared.organization.code.clone()).or_default().push(declared);
    }
    let organizations = by_code.into_iter().map(|(code, declared)| plan_organization(ledger, &code, declared, prune)).collect();
    Plan { base: ledger.revision(), prune, organizations }
}

fn plan_organization(ledger: &Ledger, code: &Text, declared: Vec<Declared>, prune: bool) -> OrganizationPlan {
    let before = ledger.organization(code).cloned();
    let mut after = before.as_ref().map_or_else(|| Organization::new(code.clone()), |before| Organization::clone(before));
    let mut entries = Vec::new();
    let mut has_ledger = false;
    for declared in declared {
        has_ledger |= declared.parts.contains(&Part::Ledger) || !declared.entries.is_empty();
        // By this thread alone: what it has freed of the workbook is taken for them, which others cannot.
        entries.extend(declared.entries.into_iter().map(Arc::new));
        after = merge(after, declared.organization, &declared.parts);
    }
    let organization_fields = differences(before.as_deref(), &after);
    let after = match &before {
        Some(before) if organization_fields.is_empty() => before.clone(),
        _ => Arc::new(after),
    };
    let mut plan = OrganizationPlan { after, before, organization_fields, changes: Vec::new(), unchanged: 0, missing: Vec::new() };
    if has_ledger {
        plan_entries(&mut plan, ledger, entries, prune);
    }
    plan
}

fn plan_entries(plan: &mut OrganizationPlan, ledger: &Ledger, mut declared: Vec<Arc<Entry>>, prune: bool) {
    // As those of a ledger do, the rows of one number stand together, in their order.
    declared.par_sort_by(|a, b| a.control_no.cmp(&b.control_no));
    let standing: Vec<&Arc<Entry>> = ledger.entries_of(&plan.after.code).map(|no| ledger.shared(no).1).collect();
    let mut by_number: HashMap<&str, &[&Arc<Entry>]> =
        standing.chunk_by(|a, b| a.control_no == b.control_no).map(|of_number| (&*of_number[0].control_no, of_number)).collect();
    let mut numbers: Vec<Number<'_>> = declared
        .chunk_by(|a, b| a.control_no == b.control_no)
        .map(|declared| Number { standing: by_number.remove(&*declared[0].control_no).unwrap_or_default(), declared })
        .collect();
    numbers.extend(by_number.into_values().map(|standing| Number { standing, declared: &[] }));
    let code = &plan.after.code;
    let planned = numbers.par_iter().fold(Planned::default, |planned, number| planned.with(number, code, prune));
    let Planned { mut changes, unchanged, mut missing } = planned.reduce(Planned::default, Planned::and);
    changes.par_sort_by(|a, b| compare_naturally(&a.control_no, &b.control_no).then(a.occurrence.cmp(&b.occurrence)));
    missing.sort_by(|a, b| compare_naturally(&a.control_no, &b.control_no).then(a.occurrence.cmp(&b.occurrence)));
    (plan.changes, plan.unchanged, plan.missing) = (changes, unchanged, missing);
}

/// The entries of one number: as they stand, and as declared.
struct Number<'e> {
    standing: &'e [&'e Arc<Entry>],
    declared: &'e [Arc<Entry>],
}

/// What is planned of the entries of some numbers.
#[derive(Default)]
struct Planned {
    changes: Vec<Change>,
    unchanged: usize,
    missing: Vec<Arc<Entry>>,
}

impl Planned {
    /// What is planned of these numbers and of one more.
    fn with(mut self, number: &Number<'_>, organization: &Text, prune: bool) -> Self {
        for (before, after) in identify(number.standing, number.declared) {
            match (&before, &after) {
                (Some(before), None) => {
                    self.missing.push(before.clone());
                    if !prune {
                        continue;
                    }
                }
                (Some(before), Some(after)) if same(before, after) => self.unchanged += 1,
                _ => {}
            }
            self.changes.extend(change(organization, before.as_ref(), after.as_ref()));
        }
        self
    }

    /// What is planned of these numbers and of others.
    fn and(mut self, mut others: Self) -> Self {
        self.changes.append(&mut others.changes);
        self.unchanged += others.unchanged;
        self.missing.append(&mut others.missing);
        self
    }
}

/// Which rows of one number are which entries; a row keeps the occurrence of the entry that it is, and a new one takes the next free.
fn identify(standing: &[&Arc<Entry>], declared: &[Arc<Entry>]) -> Vec<Pair<Arc<Entry>>> {
    let declared: Vec<&Arc<Entry>> = declared.iter().collect();
    let pairs = pair(standing, &declared, &[|entry| statements(entry), |entry| entry.name.to_string(), |_| String::new()]);
    let taken: BTreeSet<u32> = standing.iter().map(|entry| entry.occurrence).collect();
    let mut free = (1..).filter(|occurrence| !taken.contains(occurrence));
    let numbered = pairs.into_iter().map(|(before, after)| {
        let of_before = before.map(|before| before.occurrence);
        let after = after.map(|after| match of_before.or_else(|| free.next()) {
            Some(occurrence) if occurrence != after.occurrence => Arc::new(Entry { occurrence, ..Entry::clone(after) }),
            _ => after.clone(),
        });
        (before.cloned(), after)
    });
    numbered.collect()
}

/// All that a row states, as a key.
fn statements(entry: &Entry) -> String {
    format!("{:?}", Entry { occurrence: 0, sources: Vec::new(), ..entry.clone() })
}
