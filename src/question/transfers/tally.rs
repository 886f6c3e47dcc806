//! Transfers counted by country and by what Article 28 makes of them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::met::met;
use super::{Question, reached};
use crate::law::transfer::{Destination, Duty, Verdict, Way};
use crate::ledger::{Certainty, Country, Ledger, Stated};

/// Transfers to the same countries, or the same candidates, of which Article 28 makes the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Where they go, as Article 28 tells places apart.
    pub destination: Destination,
    /// The country, or the candidates; empty where none is named.
    pub countries: Vec<Country>,
    /// How far the country can be told.
    pub certainty: Certainty,
    /// What Article 28 makes of them.
    pub verdict: Verdict,
    /// In what ways the data gets there.
    pub ways: BTreeSet<Way>,
    /// How many they are.
    pub transfers: usize,
    /// How many entries have one.
    pub entries: usize,
    /// The duties that they leave.
    pub duties: BTreeMap<Duty, DutyCount>,
}

/// How many transfers leave a duty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DutyCount {
    /// How many leave it.
    pub owed: usize,
    /// Of how many the ledger does not show it met.
    pub unmet: usize,
}

/// The transfers of a ledger that are asked about, counted: the designated countries first, as [`Destination`] has them but for home, which
/// comes last; then by country and verdict.
#[must_use]
pub fn tally(ledger: &Ledger, question: &Question, today: NaiveDate) -> Vec<Group> {
    let mut groups = BTreeMap::new();
    for no in ledger.entries() {
        let held = ledger.held(no);
        let mut of_entry = BTreeSet::new();
        reached::each(held, &mut |reached| {
            if !question.asks(reached) {
                return;
            }
            let (case, certainty) = (reached.case, reached.whereabouts.certainty);
            let verdict = case.verdict();
            let at_home = case.destination == Destination::Home;
            let key = (at_home, case.destination, reached.countries.to_vec(), certainty, verdict);
            let group = groups.entry(key.clone()).or_insert_with(|| Group {
                destination: case.destination,
                countries: reached.countries.to_vec(),
                certainty,
                verdict,
                ways: BTreeSet::new(),
                transfers: 0,
                entries: 0,
                duties: BTreeMap::new(),
            });
            group.ways.insert(case.way);
            group.transfers += 1;
            group.entries += usize::from(of_entry.insert(key));
            for duty in case.duties() {
                let count = group.duties.entry(duty).or_default();
                count.owed += 1;
                count.unmet += usize::from(met(duty, held, reached, today) != Stated::Yes);
            }
        });
    }
    groups.into_values().collect()
}
