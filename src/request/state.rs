//! The states of a case, the acts of a desk, and which act each state allows: the whole table.

use strum::{AsRefStr, EnumString, VariantArray};

use crate::language::Language;

/// Where a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsRefStr, EnumString, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum State {
    /// Received; papers or a fee are owed, and nothing has been done yet.
    Received,
    /// Papers are missing.
    AwaitingDocuments,
    /// The papers are here; the fee, or its estimate, is missing.
    AwaitingFee,
    /// Nothing is missing: what is held is looked up, and decided on.
    Investigating,
    /// Decided; the person has not been told.
    Decided,
    /// The person has been told. The case is closed.
    Replied,
    /// Withdrawn by the person, or deemed to be. The case is closed.
    Withdrawn,
}

/// What a desk does with a case that it has received.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsRefStr, EnumString, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Act {
    /// Sends the guidance letter: what to send and what to pay.
    Guide,
    /// Records a paper that came in.
    RecordDocument,
    /// Records the estimate of the fee that was given to the person.
    EstimateFee,
    /// Records a payment.
    RecordFee,
    /// Decides.
    Decide,
    /// Takes a decision back before the person is told.
    Reopen,
    /// Records that the person was told.
    Reply,
    /// Records that the person withdrew, or is deemed to have.
    Withdraw,
}

/// Whether a state allows an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It does, and the case then stands where what is still owed says.
    Open,
    /// It does, and the case then stands here.
    Leads(State),
    /// It does not as long as something is missing; but a request whose papers do not come may be refused for want of them.
    Incomplete,
    /// It does not.
    Refused,
}

/// The table: every state and every act.
#[must_use]
pub fn verdict(state: State, act: Act) -> Verdict {
    use Verdict::{Incomplete, Leads, Open, Refused};
    match (state, act) {
        // Nothing happens to a closed case, and nobody is to be guided who owes nothing.
        (State::Replied | State::Withdrawn, _) | (State::Investigating, Act::Guide) => Refused,
        (_, Act::Withdraw) => Leads(State::Withdrawn),
        (State::Decided, Act::Reply) => Leads(State::Replied),
        (State::Decided, Act::Reopen) => Leads(State::Investigating),
        (State::Decided, _) | (_, Act::Reply | Act::Reopen) => Refused,
        (State::Investigating, Act::Decide) => Leads(State::Decided),
        (_, Act::Decide) => Incomplete,
        (_, Act::Guide | Act::RecordDocument | Act::EstimateFee | Act::RecordFee) => Open,
    }
}

impl State {
    /// Whether nothing can happen any more.
    #[must_use]
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Replied | Self::Withdrawn)
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, language: Language) -> &'static str {
        let (ja, en) = match self {
            Self::Received => ("受付済み", "received"),
            Self::AwaitingDocuments => ("書類待ち", "awaiting documents"),
            Self::AwaitingFee => ("手数料待ち", "awaiting the fee"),
            Self::Investigating => ("調査中", "investigating"),
            Self::Decided => ("決定済み", "decided"),
            Self::Replied => ("回答済み", "replied"),
            Self::Withdrawn => ("取下げ", "withdrawn"),
        };
        language.pick(ja, en)
    }
}

impl Act {
    /// What it is called.
    #[must_use]
    pub fn name(self, language: Language) -> &'static str {
        let (ja, en) = match self {
            Self::Guide => ("案内書の送付", "sending the guidance"),
            Self::RecordDocument => ("書類の受領", "recording a document"),
            Self::EstimateFee => ("手数料の見積り", "estimating the fee"),
            Self::RecordFee => ("手数料の受領", "recording the fee"),
            Self::Decide => ("決定", "deciding"),
            Self::Reopen => ("決定の取消し", "reopening"),
            Self::Reply => ("回答", "replying"),
            Self::Withdraw => ("取下げ", "withdrawing"),
        };
        language.pick(ja, en)
    }
}
