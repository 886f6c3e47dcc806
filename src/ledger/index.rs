//! What makes questions cheap: entries by country, subject and department, and how far each reaches.

use std::collections::BTreeMap;

use super::{Country, FlowRole, Held, Reach, Roles, Text, fold};

/// Lookups into a ledger's entries. Lists of positions are ascending.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Per entry, how far it reaches.
    pub(super) reach: Vec<Reach>,
    /// How many entries reach how far. Few ways differ, so that counting them is cheap however many entries there are.
    pub(super) reaching: BTreeMap<Reach, usize>,
    /// How many flows leave home by a role to a country, or to none that is named.
    pub(super) flows_abroad: BTreeMap<(FlowRole, Option<Country>), usize>,
    /// Per country, the entries that reach it, or may, and by which roles.
    pub(super) by_country: BTreeMap<Country, Vec<(u32, Roles)>>,
    /// How many entries a country is abroad to, and reach it, or may, by exactly these roles.
    pub(super) abroad_in: BTreeMap<(Country, Roles), usize>,
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
        let reach = Reach::of(held, &flows);
        self.reach.push(reach);
        *self.reaching.entry(reach).or_default() += 1;
        for flow in flows.iter().filter(|flow| flow.leaves(held.organization.home)) {
            *self.flows_abroad.entry((flow.role, flow.country)).or_default() += 1;
        }
        let mut by: BTreeMap<Country, Roles> = BTreeMap::new();
        for flow in flows {
            if let Some(country) = flow.country {
                by.entry(country).or_default().put(flow.role);
            }
        }
        for (country, roles) in by {
            self.by_country.entry(country).or_default().push((position, roles));
            if country != held.organization.home {
                *self.abroad_in.entry((country, roles)).or_default() += 1;
            }
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
