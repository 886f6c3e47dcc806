//! A case: what was received, and all that happened since.

use chrono::{DateTime, NaiveDate, Utc};
use strum::{AsRefStr, EnumString, VariantArray};

use super::{Application, Decision, DueFee, Grant, PaperGroup, State, groups};
use crate::language::Language;
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

impl Receipt {
    /// What was asked for.
    #[must_use]
    pub fn application(&self) -> Application {
        Application {
            rights: self.rights.clone(),
            requester: self.requester,
            subjects: self.subjects.clone(),
            items: self.items,
            received_on: self.received_on,
        }
    }
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

/// The kinds of what can happen to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, AsRefStr, EnumString, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum EventKind {
    /// The request was received.
    Received,
    /// The guidance letter was sent.
    Guided,
    /// A paper was accepted.
    DocumentAccepted,
    /// A paper was not accepted.
    DocumentRefused,
    /// The person was told what it will cost.
    FeeEstimated,
    /// Money came in.
    FeeReceived,
    /// It was decided.
    Decided,
    /// A decision was taken back.
    Reopened,
    /// The person was told.
    Replied,
    /// The person withdrew, or is deemed to have.
    Withdrawn,
    /// What told who the person is was erased.
    PersonErased,
}

impl Happening {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> EventKind {
        match self {
            Self::Received => EventKind::Received,
            Self::Guided => EventKind::Guided,
            Self::DocumentAccepted => EventKind::DocumentAccepted,
            Self::DocumentRefused => EventKind::DocumentRefused,
            Self::FeeEstimated(_) => EventKind::FeeEstimated,
            Self::FeeReceived(_) => EventKind::FeeReceived,
            Self::Decided(_) => EventKind::Decided,
            Self::Reopened(_) => EventKind::Reopened,
            Self::Replied => EventKind::Replied,
            Self::Withdrawn => EventKind::Withdrawn,
            Self::PersonErased => EventKind::PersonErased,
        }
    }
}

impl Happening {
    /// What happened, in words; nothing of who the person is.
    #[must_use]
    pub fn name(&self, language: Language) -> String {
        let plain = |ja: &str, en: &str| language.pick(ja, en).to_owned();
        match self {
            Self::Received => plain("請求を受け付けました", "the request was received"),
            Self::Guided => plain("手続の案内書を送りました", "the guidance letter was sent"),
            Self::DocumentAccepted => plain("書類を受領しました", "a document was accepted"),
            Self::DocumentRefused => plain("書類を受け付けられませんでした", "a document was not accepted"),
            Self::FeeEstimated(yen) => {
                language.pick(format!("手数料を{yen}円と見積りました"), format!("the fee was estimated at {yen} yen"))
            }
            Self::FeeReceived(yen) => language.pick(format!("手数料{yen}円を受領しました"), format!("{yen} yen were received")),
            Self::Decided(decision) => match decision.grant {
                Grant::Whole => plain("全部に応じると決定しました", "it was decided to grant all of it"),
                Grant::Part => plain("一部に応じると決定しました", "it was decided to grant a part"),
                Grant::None => plain("応じないと決定しました", "it was decided to refuse"),
            },
            Self::Reopened(reason) => {
                language.pick(format!("決定を取り消しました({reason})"), format!("the decision was taken back ({reason})"))
            }
            Self::Replied => plain("回答しました", "the person was told"),
            Self::Withdrawn => plain("取り下げられました", "it was withdrawn"),
            Self::PersonErased => plain("本人に関する情報を消去しました", "who the person is was erased"),
        }
    }
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

    /// How many yen more came in than is due; nothing where none did, or where nobody knows yet.
    #[must_use]
    pub fn over_paid(&self) -> Option<u32> {
        let progress = self.progress();
        progress.paid.checked_sub(self.owed.fee.total(progress.estimate)?).filter(|over| *over > 0)
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
