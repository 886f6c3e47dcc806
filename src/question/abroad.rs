//! Which data is kept, entrusted, provided or jointly used abroad, and of which that cannot be told.
//!
//! An entry reaches abroad by a flow whose every possible country is another than its organization's home. Where one possibility
//! is home, or nothing is said, it cannot be told: such entries are listed beside the others, since an answer that left them out
//! would be taken for a no. Counts come from the ledger's index, so that a first page costs the same however many entries there are.

use std::collections::BTreeMap;

use crate::ledger::{Country, EntryNo, Flow, FlowRole, Ledger, Reach, Roles, Stated};

use super::page::{self, Cursor};
use super::{Page, Refusal, Window};

/// Which roles and which countries are asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    roles: Roles,
    countries: Vec<Country>,
}

impl Question {
    /// The question about these roles (all, where none is named) and these countries (any abroad, where none is named).
    #[must_use]
    pub fn new(roles: &[FlowRole], mut countries: Vec<Country>) -> Self {
        countries.sort_unstable();
        countries.dedup();
        let roles = if roles.is_empty() { Roles::ALL } else { roles.iter().copied().collect() };
        Self { roles, countries }
    }

    fn asks(&self, country: Country) -> bool {
        self.countries.is_empty() || self.countries.binary_search(&country).is_ok()
    }

    /// The entries to which one of the countries asked about is abroad, and that reach it, known or as a candidate; ascending.
    fn reaching(&self, ledger: &Ledger) -> Vec<EntryNo> {
        let of = |country: Country| {
            let there = ledger.reaching(country).filter(|(_, by)| by.meets(self.roles)).map(|(no, _)| no);
            there.filter(move |no| ledger.held(*no).organization.home != country)
        };
        let mut reaching: Vec<EntryNo> = self.countries.iter().flat_map(|country| of(*country)).collect();
        reaching.sort_unstable();
        reaching.dedup();
        reaching
    }

    /// Whether it cannot be told of an entry that does not reach the countries asked about for certain. Where countries are
    /// asked about, an entry that reaches abroad to a country without a name may be there; one that is at home or in another
    /// candidate alone is not.
    fn undetermined(&self, reach: Reach, may_be_there: bool) -> bool {
        match reach.by(self.roles) {
            Stated::No => false,
            Stated::Yes => !self.countries.is_empty() && !may_be_there && reach.unnamed.meets(self.roles),
            Stated::Possible | Stated::NotStated => {
                self.countries.is_empty() || may_be_there || reach.open.meets(self.roles) || reach.unnamed.meets(self.roles)
            }
        }
    }
}

/// The entries of which the ledger says that they reach abroad, or the countries asked about (each candidate counting as one).
///
/// # Errors
/// Where the cursor is of another list.
pub fn entries(ledger: &Ledger, question: &Question, window: &Window) -> Result<Page<EntryNo>, Refusal> {
    let abroad = |reach: Reach| reach.by(question.roles) == Stated::Yes;
    if question.countries.is_empty() {
        return page::of_ledger(ledger, ledger.count_reaching(abroad), window, |no| abroad(ledger.reach(no)));
    }
    let mut there = question.reaching(ledger);
    there.retain(|no| abroad(ledger.reach(*no)));
    page::of_ascending(ledger, &there, window)
}

/// The entries of which it cannot be told from the ledger.
///
/// # Errors
/// Where the cursor is of another list.
pub fn undetermined(ledger: &Ledger, question: &Question, window: &Window) -> Result<Page<EntryNo>, Refusal> {
    if question.countries.is_empty() {
        let open = |reach: Reach| question.undetermined(reach, false);
        return page::of_ledger(ledger, ledger.count_reaching(open), window, |no| open(ledger.reach(no)));
    }
    let there = question.reaching(ledger);
    let open = |no: EntryNo| question.undetermined(ledger.reach(no), there.binary_search(&no).is_ok());
    let open: Vec<EntryNo> = ledger.entries().filter(|no| open(*no)).collect();
    page::of_ascending(ledger, &open, window)
}

/// How many entries reach a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryTally {
    /// The country.
    pub country: Country,
    /// How many entries reach it, known or as a candidate.
    pub entries: usize,
    /// By which roles.
    pub roles: Roles,
}

/// The foreign countries that entries reach, known or as candidates; most entries first.
#[must_use]
pub fn countries(ledger: &Ledger, question: &Question) -> Vec<CountryTally> {
    let mut by_country: BTreeMap<Country, (usize, Roles)> = BTreeMap::new();
    for (country, by, entries) in ledger.abroad_in() {
        if by.meets(question.roles) && question.asks(country) {
            let (so_far, roles) = by_country.entry(country).or_default();
            *so_far += entries;
            *roles = roles.or(by.and(question.roles));
        }
    }
    let tallies = by_country.into_iter().map(|(country, (entries, roles))| CountryTally { country, entries, roles });
    let mut tallies: Vec<_> = tallies.collect();
    tallies.sort_by(|a, b| b.entries.cmp(&a.entries).then(a.country.cmp(&b.country)));
    tallies
}

/// The flows that leave home, one a candidate where the country is one of several.
///
/// # Errors
/// Where the cursor is of another list.
pub fn flows(ledger: &Ledger, question: &Question, window: &Window) -> Result<Page<(EntryNo, Flow)>, Refusal> {
    let asked = |role: FlowRole, country: Option<Country>| {
        question.roles.contains(role) && country.map_or(question.countries.is_empty(), |country| question.asks(country))
    };
    let total = ledger.flows_abroad().filter(|(role, country, _)| asked(*role, *country)).map(|(_, _, flows)| flows).sum();
    let (from, passed) = match &window.after {
        None => (EntryNo::FIRST, 0),
        Some(Cursor::Flow(organization, control_no, occurrence, flow)) => match ledger.seat(organization, control_no, *occurrence) {
            Ok(at) => (at, flow + 1),
            Err(at) => (at, 0),
        },
        Some(_) => return Err(Refusal::BadCursor),
    };
    let there = question.reaching(ledger);
    let leaves = |no: &EntryNo| {
        let reach = ledger.reach(*no);
        if question.countries.is_empty() { reach.named.or(reach.unnamed).meets(question.roles) } else { there.binary_search(no).is_ok() }
    };
    let of_entry = |no: EntryNo| {
        let held = ledger.held(no);
        let flows = held.flows().into_iter().enumerate();
        flows.filter(move |(_, flow)| flow.leaves(held.organization.home) && asked(flow.role, flow.country)).map(move |flow| (no, flow))
    };
    let before = |(no, (at, _)): &(EntryNo, (usize, Flow))| *no == from && *at < passed;
    let has_previous = ledger.entries_before(from).filter(leaves).any(|no| of_entry(no).next().is_some())
        || (passed > 0 && of_entry(from).any(|line| before(&line)));
    let following = ledger.entries_from(from).filter(leaves).flat_map(of_entry).filter(|line| !before(line));
    let lines = following.map(|(no, (at, flow))| (Cursor::of_flow(ledger, no, at), (no, flow)));
    Ok(Page::of(total, window, has_previous, lines))
}
