//! On what each way rests in which an entry reaches a party or a country (APPI 28), and which duties remain.
//!
//! [`crate::law::transfer`] decides; here is what the ledger says of each way, and how far it shows a duty met. What the ledger does not
//! say is NOT_STATED, which is not no.

mod met;
mod reached;
mod tally;

use chrono::NaiveDate;

use self::reached::Reached;
pub use self::tally::{DutyCount, Group, tally};
use super::page::Cursor;
use super::{Page, Refusal, Window};
use crate::law::transfer::{Case, Destination, Duty, Row, Verdict, Way, decide};
use crate::ledger::{Certainty, Country, EntryNo, Held, Ledger, Stated, Text};

/// One way in which an entry reaches a party or a country, what Article 28 makes of it, and what remains to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    /// The place, provider, entrustee, recipient or joint use; empty where the ledger names none.
    pub counterpart: Text,
    /// The place that the provider provides, or the entrustee that entrusts further.
    pub through: Option<Text>,
    /// YES where the ledger says that it happens, POSSIBLE where it foresees it.
    pub stated: Stated,
    /// The country, or the candidates.
    pub countries: Vec<Country>,
    /// How far the country can be told.
    pub certainty: Certainty,
    /// Why no country can be named, where the ledger gives a reason.
    pub reason: Option<Text>,
    /// What the decision table was asked.
    pub case: Case,
    /// The duties that it leaves, each with whether the ledger shows it met.
    pub duties: Vec<(Duty, Stated)>,
}

impl Transfer {
    /// The row of the decision table that it falls under.
    #[must_use]
    pub fn row(&self) -> &'static Row {
        decide(self.case)
    }

    /// The duties that the ledger does not show met.
    pub fn remaining(&self) -> impl Iterator<Item = Duty> {
        self.duties.iter().filter(|(_, met)| *met != Stated::Yes).map(|(duty, _)| *duty)
    }

    /// What Article 28 makes of it.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.row().verdict
    }

    fn of(held: Held<'_>, reached: &Reached<'_>, today: NaiveDate) -> Self {
        Self {
            counterpart: reached.counterpart.into(),
            through: reached.through.map(Text::from),
            stated: reached.stated,
            countries: reached.countries.to_vec(),
            certainty: reached.whereabouts.certainty,
            reason: reached.whereabouts.reason.clone(),
            case: reached.case,
            duties: reached.case.duties().map(|duty| (duty, met::met(duty, held, reached, today))).collect(),
        }
    }
}

/// Every way in which an entry reaches a party or a country, or may: where it is kept (each place, and each party that provides one,
/// apart), to whom it is entrusted and entrusted further, provided, and with whom it is used jointly. A way that the ledger affirms
/// without naming anyone is one too. Where it names several countries as known, each is a transfer; several candidates are one.
#[must_use]
pub fn transfers(held: Held<'_>, today: NaiveDate) -> Vec<Transfer> {
    let mut transfers = Vec::new();
    reached::each(held, &mut |reached| transfers.push(Transfer::of(held, reached, today)));
    transfers
}

/// Which transfers of a ledger are asked about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// Of these verdicts; of all, where none is named.
    pub verdicts: Vec<Verdict>,
    /// By these ways; by all, where none is named.
    pub ways: Vec<Way>,
    /// To these places, as Article 28 tells them apart; to all, where none is named.
    pub destinations: Vec<Destination>,
    /// To these countries, each candidate counting as one; to any or none, where none is named.
    pub countries: Vec<Country>,
}

impl Question {
    fn asks(&self, reached: &Reached<'_>) -> bool {
        (self.ways.is_empty() || self.ways.contains(&reached.case.way))
            && (self.destinations.is_empty() || self.destinations.contains(&reached.case.destination))
            && (self.countries.is_empty() || reached.countries.iter().any(|country| self.countries.contains(country)))
            && (self.verdicts.is_empty() || self.verdicts.contains(&reached.case.verdict()))
    }

    /// How many of an entry's transfers are asked about.
    fn count(&self, held: Held<'_>) -> usize {
        let mut count = 0;
        reached::each(held, &mut |reached| count += usize::from(self.asks(reached)));
        count
    }

    /// An entry's transfers that are asked about, each with its place among all of the entry's.
    fn of_entry(&self, held: Held<'_>, today: NaiveDate) -> Vec<(usize, Transfer)> {
        let (mut found, mut at) = (Vec::new(), 0);
        reached::each(held, &mut |reached| {
            if self.asks(reached) {
                found.push((at, Transfer::of(held, reached, today)));
            }
            at += 1;
        });
        found
    }
}

/// A page of the transfers of a ledger that are asked about, by entry.
///
/// # Errors
/// Where the cursor is of another list.
pub fn list(ledger: &Ledger, question: &Question, today: NaiveDate, window: &Window) -> Result<Page<(EntryNo, Transfer)>, Refusal> {
    let (from, passed) = match &window.after {
        None => (EntryNo::FIRST, 0),
        Some(Cursor::Transfer(organization, control_no, occurrence, transfer)) => {
            match ledger.seat(organization, control_no, *occurrence) {
                Ok(at) => (at, transfer.saturating_add(1)),
                Err(at) => (at, 0),
            }
        }
        Some(_) => return Err(Refusal::BadCursor),
    };
    let total = ledger.entries().map(|no| question.count(ledger.held(no))).sum();
    let of_entry = |no: EntryNo| question.of_entry(ledger.held(no), today).into_iter().map(move |(at, transfer)| (no, at, transfer));
    let before = |(no, at, _): &(EntryNo, usize, Transfer)| *no == from && *at < passed;
    let earlier = ledger.entries_before(from).any(|no| question.count(ledger.held(no)) > 0);
    let has_previous = earlier || (passed > 0 && ledger.entries_from(from).next().is_some_and(|no| of_entry(no).any(|line| before(&line))));
    let following = ledger.entries_from(from).flat_map(of_entry).filter(|line| !before(line));
    let lines = following.map(|(no, at, transfer)| (Cursor::of_transfer(ledger, no, at), (no, transfer)));
    Ok(Page::of(total, window, has_previous, lines))
}

#[cfg(test)]
mod tests;
