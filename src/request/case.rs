//! A case: what was received, and all that happened since.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Decision, DueFee, PaperGroup, State, groups};
use crate::ledger::{RequesterKind, RequiredDocument, Right, Text};

/// A person's request, and all that happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// What was received.
    pub receipt: Receipt,
    /// What the procedure asks for, as it stood on receipt.
    pub owed: Owed,
    /// What happened, oldest first; the receipt is the first.
    pub events: Vec<Event>,
    /// The papers that came in, in the order in which they did; none any more once the person's data is erased.
    pub papers: Vec<Shown>,
}

/// What was received, without the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The case's number, e.g. `arrow-trust-2026-0001`: the organization, the year of receipt, and a count.
    pub number: Text,
    /// The organization's code.
    pub organization: Text,
    /// What is asked for.
    pub rights: Vec<Right>,
    /// Who asks.
    pub requester: RequesterKind,
    /// 本人の区分 that the person says it belongs to.
    pub subjects: Vec<Text>,
    /// How many items are asked about, where the fee is an item's.
    pub items: u32,
    /// The day on which the request reached the organization.
    pub received_on: NaiveDate,
    /// The day by which the organization means to answer.
    pub due_on: NaiveDate,
    /// The ledger's revision on receipt.
    pub revision: i32,
}

/// What a procedure asks for before anything is looked up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Owed {
    /// The lines of the list of documents for this requester; lines of one group are alternatives.
    pub papers: Vec<RequiredDocument>,
    /// The fee.
    pub fee: DueFee,
}

/// Something that happened to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When it was recorded.
    pub at: DateTime<Utc>,
    /// Who recorded it.
    pub by: Text,
    /// What happened.
    pub what: Happening,
}

/// What can happen to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happening {
    /// The request was received.
    Received,
    /// The guidance letter was sent.
    Guided,
    /// A paper was accepted.
    DocumentAccepted,
    /// A paper was not accepted.
    DocumentRefused,
    /// The person was told what it will cost, in yen with tax.
    FeeEstimated(u32),
    /// So many yen came in.
    FeeReceived(u32),
    /// It was decided.
    Decided(Decision),
    /// A decision was taken back, for a reason.
    Reopened(Text),
    /// The person was told.
    Replied,
    /// The person withdrew, or is deemed to have.
    Withdrawn,
    /// What told who the person is was erased.
    PersonErased,
}

/// A paper that came in. It is the person's own data, and erased with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The line of the list that it is for.
    pub line: RequiredDocument,
    /// The day on which it was issued, where it was looked at.
    pub issued_on: Option<NaiveDate>,
    /// The day on which it came in.
    pub received_on: NaiveDate,
    /// Whether it was accepted.
    pub accepted: bool,
}

/// Who the person is. It is personal data itself: kept apart from the case and the ledger, and erased after a time.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// The person whose data is asked about.
    pub principal: Text,
    /// The one who asks, where that is another.
    pub requester: Option<Text>,
    /// Where to answer.
    pub contact: Option<Text>,
}

impl std::fmt::Debug for Person {
    /// A person's name is never printed by accident.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Person(…)")
    }
}

/// A case as its events leave it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Whether anything was done since receipt.
    pub begun: bool,
    /// The estimate that holds, in yen with tax.
    pub estimate: Option<u32>,
    /// What was paid, in yen.
    pub paid: u32,
    /// The decision that holds.
    pub decision: Option<Decision>,
    /// When the person was told.
    pub replied: Option<DateTime<Utc>>,
    /// When it was withdrawn.
    pub withdrawn: Option<DateTime<Utc>>,
    /// When what told who the person is was erased.
    pub erased: Option<DateTime<Utc>>,
}

impl Case {
    /// The events, taken together.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let mut progress = Progress::default();
        for event in &self.events {
            match &event.what {
                Happening::Received => continue,
                Happening::Guided | Happening::DocumentAccepted | Happening::DocumentRefused => {}
                Happening::FeeEstimated(yen) => progress.estimate = Some(*yen),
                Happening::FeeReceived(yen) => progress.paid = progress.paid.saturating_add(*yen),
                Happening::Decided(decision) => progress.decision = Some(decision.clone()),
                Happening::Reopened(_) => progress.decision = None,
                Happening::Replied => progress.replied = Some(event.at),
                Happening::Withdrawn => progress.withdrawn = Some(event.at),
                Happening::PersonErased => progress.erased = Some(event.at),
            }
            progress.begun = true;
        }
        progress
    }

    /// Where it stands: where its last closing event left it, else at what is still owed.
    #[must_use]
    pub fn state(&self) -> State {
        let progress = self.progress();
        if progress.withdrawn.is_some() {
            return State::Withdrawn;
        }
        if progress.replied.is_some() {
            return State::Replied;
        }
        if progress.decision.is_some() {
            return State::Decided;
        }
        let papers_missing = !self.missing_papers().is_empty();
        let fee_missing = self.owed.fee.is_open(progress.estimate, progress.paid);
        match (papers_missing, fee_missing) {
            (false, false) => State::Investigating,
            _ if !progress.begun => State::Received,
            (true, _) => State::AwaitingDocuments,
            (false, true) => State::AwaitingFee,
        }
    }

    /// The groups of papers of which not enough were accepted.
    #[must_use]
    pub fn missing_papers(&self) -> Vec<PaperGroup> {
        let accepted = |line: &RequiredDocument| self.papers.iter().any(|shown| shown.accepted && shown.line == *line);
        groups(&self.owed.papers)
            .into_iter()
            .filter(|group| group.lines.iter().filter(|line| accepted(line)).count() < group.choose)
            .collect()
    }
}
