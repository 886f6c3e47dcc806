//! What is sent in.

use async_graphql::{Enum, InputObject};
use chrono::NaiveDate;

use super::RequestState;
use crate::graphql::procedure::{RefusalGroundKind, RequesterKind, Right};
use crate::graphql::scalars::Day;
use crate::request::{Application, Case, Decision, Grant, Target};

/// Which requests are asked for.
#[derive(InputObject, Default)]
pub struct RequestFilter {
    /// Those to these organizations.
    pub organizations: Option<Vec<String>>,
    /// Those that stand at one of these.
    states: Option<Vec<RequestState>>,
    /// Those that are, or are not, open and past the day by which they were to be answered.
    overdue: Option<bool>,
}

impl RequestFilter {
    /// Whether it asks for a case, but for its organization.
    pub fn asks(&self, case: &Case, today: NaiveDate) -> bool {
        let state = case.state();
        let in_state = self.states.as_ref().is_none_or(|states| states.iter().any(|asked| *asked == state.into()));
        in_state && self.overdue.is_none_or(|overdue| Target::of(case, state, today).overdue() == overdue)
    }
}

/// A request that came in.
#[derive(InputObject)]
pub struct ReceiveRequestInput {
    /// The code of the organization.
    pub organization: String,
    /// What is asked for.
    rights: Vec<Right>,
    /// Who asks.
    pub requester: RequesterKind,
    /// The categories of person that the person says it belongs to.
    subjects: Vec<String>,
    /// How many items are asked about, where the fee is an item's.
    #[graphql(default = 1)]
    items: u32,
    /// The person whose data is asked about.
    pub principal_name: String,
    /// The one who asks, where that is another.
    pub requester_name: Option<String>,
    /// Where to answer.
    pub contact: Option<String>,
    /// The day on which it reached the organization; today where none is given.
    received_on: Option<Day>,
    /// Any text of at most 200 letters that tells this request from others: sent again with it, the request is not received twice.
    pub idempotency_key: Option<String>,
}

impl ReceiveRequestInput {
    /// What is asked for, without the person.
    pub fn application(&self, today: NaiveDate) -> Application {
        Application {
            rights: self.rights.iter().copied().map(Into::into).collect(),
            requester: self.requester.into(),
            subjects: self.subjects.iter().map(|subject| subject.trim().into()).collect(),
            items: self.items,
            received_on: self.received_on.map_or(today, |day| day.0),
        }
    }
}

/// How much of a request is granted.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Grant")]
pub enum GrantKind {
    /// All of it.
    Whole,
    /// A part.
    Part,
    /// Nothing.
    None,
}

/// What is decided.
#[derive(InputObject)]
pub struct DecisionInput {
    /// How much is granted.
    grant: GrantKind,
    /// On which grounds of the law the rest is refused; needed unless all is granted.
    grounds: Option<Vec<RefusalGroundKind>>,
    /// The sentence for the person that gives the reason (APPI 36), in at most 2,000 letters; needed likewise.
    explanation: Option<String>,
}

impl DecisionInput {
    /// The decision, resting on a revision of the ledger.
    pub fn decision(self, revision: i32) -> Decision {
        let mut grounds: Vec<_> = self.grounds.unwrap_or_default().into_iter().map(Into::into).collect();
        grounds.sort_unstable();
        grounds.dedup();
        let explanation = self.explanation.map(|text| text.trim().into()).filter(|text: &crate::ledger::Text| !text.is_empty());
        Decision { grant: self.grant.into(), grounds, explanation, revision }
    }
}
