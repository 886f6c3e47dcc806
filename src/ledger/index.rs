//! What makes questions cheap: entries by country, subject and department, and how far each reaches.

use std::collections::BTreeMap;

use strum::VariantArray;

use super::{Country, FlowRole, Held, Stated, Text, fold};

/// Lookups into a ledger's entries. Lists of positions are ascending.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Per entry, whether it reaches abroad by each role, in the order of [`FlowRole::VARIANTS`].
    pub(super) reach: Vec<[Stated; FlowRole::VARIANTS.len()]>,
    /// Per country, the entries that reach it, or may, and by which roles.
    pub(super) by_country: BTreeMap<Country, Vec<(u32, Vec<FlowRole>)>>,
    /// Per category of person, folded.
    pub(super) by_subject: BTreeMap<String, Vec<u32>>,
    /// Entries that do not say whom they are about.
    pub(super) without_subject: Vec<u32>,
    /// Per department, as written.
    pub(super) by_department: BTreeMap<Text, Vec<u32>>,
}

impl Index {
    /// Takes in the next entry; entries come in the ledger's order.
    pub(super) fn take_in(&mut self, position: u32, held: Held<'_>) {
        let flows = held.flows();
        let mut reach = [Stated::NotStated; FlowRole::VARIANTS.len()];
        for (reached, role) in reach.iter_mut().zip(FlowRole::VARIANTS) {
            *reached = held.reaches_abroad(*role, &flows);
        }
        self.reach.push(reach);
        let mut roles: BTreeMap<Country, Vec<FlowRole>> = BTreeMap::new();
        for flow in flows {
            if let Some(country) = flow.country {
                let roles = roles.entry(country).or_default();
                if !roles.contains(&flow.role) {
                    roles.push(flow.role);
                }
            }
        }
        for (country, roles) in roles {
            self.by_country.entry(country).or_default().push((position, roles));
        }
        for subject in &held.entry.subjects {
            let positions = self.by_subject.entry(fold(subject)).or_default();
            if positions.last() != Some(&position) {
                positions.push(position);
            }
        }
        if held.entry.subjects.is_empty() {
            self.without_subject.push(position);
        }
        if let Some(department) = &held.entry.department {
            self.by_department.entry(department.clone()).or_default().push(position);
        }
    }
}
