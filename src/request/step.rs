//! One act on a case: what happens, or why not.

use chrono::NaiveDate;

use super::refused::MOST_YEN;
use super::{Act, Case, Decision, Fault, Happening, Missing, PaperFault, Refused, Shown, State, Verdict, judge, verdict};
use crate::law::documents::obsolete;
use crate::ledger::{RefusalGroundKind, RequesterKind, RequiredDocument, Text, fold, is_same_word};

/// What a desk does, with what it gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The guidance letter was sent.
    Guide,
    /// A paper came in.
    Document {
        /// As the list of documents names it, or a paper that has taken its place.
        name: String,
        /// Whose it is, where both an agent and the person owe one of this name.
        of: Option<RequesterKind>,
        /// The day of issue.
        issued_on: Option<NaiveDate>,
        /// The day on which it came in.
        received_on: NaiveDate,
    },
    /// The person was told what it will cost, in yen with tax.
    Estimate(i64),
    /// So many yen came in.
    Fee(i64),
    /// A decision.
    Decide(Decision),
    /// A decision is taken back, for this reason.
    Reopen(String),
    /// The person was told.
    Reply,
    /// The person withdrew.
    Withdraw,
}

/// What an act brought about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// What happened.
    pub what: Happening,
    /// The paper that came in.
    pub paper: Option<Shown>,
    /// Why the paper will not do; it is on record all the same.
    pub fault: Option<Refused>,
}

impl Step {
    /// Which act it is.
    #[must_use]
    pub fn act(&self) -> Act {
        match self {
            Self::Guide => Act::Guide,
            Self::Document { .. } => Act::RecordDocument,
            Self::Estimate(_) => Act::EstimateFee,
            Self::Fee(_) => Act::RecordFee,
            Self::Decide(_) => Act::Decide,
            Self::Reopen(_) => Act::Reopen,
            Self::Reply => Act::Reply,
            Self::Withdraw => Act::Withdraw,
        }
    }
}

/// What happens when this is done to a case.
///
/// # Errors
/// Where its state does not allow it, something is still owed, or what was given is wrong. Nothing happens then.
pub fn step(case: &Case, step: Step, today: NaiveDate) -> Result<Done, Refused> {
    let state = case.state();
    let act = step.act();
    match verdict(state, act) {
        Verdict::Refused => {
            let since = case.events.last().map(|event| (event.by.clone(), event.at));
            return Err(Refused::NotInThisState { state, act, since });
        }
        Verdict::Incomplete => {
            let missing = missing(case);
            if !matches!(&step, Step::Decide(decision) if refuses_unverified(decision, &missing)) {
                return Err(Refused::Incomplete { missing });
            }
        }
        Verdict::Open | Verdict::Leads(_) => {}
    }
    let what = match step {
        Step::Guide => Happening::Guided,
        Step::Document { name, of, issued_on, received_on } => return document(case, &name, of, issued_on, received_on, today),
        Step::Estimate(amount) => {
            if !case.owed.fee.estimate_allowed {
                return Err(Fault::NoEstimate.into());
            }
            Happening::FeeEstimated(yen(amount)?)
        }
        Step::Fee(amount) => {
            if !case.owed.fee.may_be_charged() {
                return Err(Fault::NoFee.into());
            }
            if case.owed.fee.total(case.progress().estimate).is_none() {
                return Err(Refused::Incomplete { missing: vec![Missing::Estimate] });
            }
            Happening::FeeReceived(yen(amount)?)
        }
        Step::Decide(decision) => {
            decision.check(&case.receipt.rights)?;
            Happening::Decided(decision)
        }
        Step::Reopen(reason) => Happening::Reopened(words("reason", &reason)?),
        Step::Reply => Happening::Replied,
        Step::Withdraw => Happening::Withdrawn,
    };
    Ok(Done { what, paper: None, fault: None })
}

/// What the case still lacks before anything is looked up.
#[must_use]
pub(super) fn missing(case: &Case) -> Vec<Missing> {
    let progress = case.progress();
    let fee = match case.owed.fee.total(progress.estimate) {
        None => Some(Missing::Estimate),
        Some(total) => total.checked_sub(progress.paid).filter(|rest| *rest > 0).map(Missing::Fee),
    };
    case.missing_papers().into_iter().map(Missing::Papers).chain(fee).collect()
}

/// A request whose papers do not come may be refused, since nobody knows that the one who asks is the person.
fn refuses_unverified(decision: &Decision, missing: &[Missing]) -> bool {
    let papers = missing.iter().any(|missing| matches!(missing, Missing::Papers(_)));
    papers && decision.grant == super::Grant::None && decision.grounds == [RefusalGroundKind::IdentityNotVerified]
}

fn document(
    case: &Case,
    name: &str,
    of: Option<RequesterKind>,
    issued_on: Option<NaiveDate>,
    received_on: NaiveDate,
    today: NaiveDate,
) -> Result<Done, Refused> {
    if received_on > today {
        return Err(Fault::InTheFuture { day: received_on, today }.into());
    }
    if received_on < case.receipt.received_on {
        return Err(Fault::BeforeReceipt { day: received_on, received_on: case.receipt.received_on }.into());
    }
    let Some((line, replaces)) = line(case, name, of, received_on) else {
        let known = case.missing_papers().into_iter().flat_map(|group| group.lines).map(|line| line.name).collect();
        return Err(Fault::UnknownPaper { known }.into());
    };
    let judged = match judge(line, issued_on, received_on) {
        Err(PaperFault::Abolished { .. }) if replaces => Ok(()),
        Err(fault @ PaperFault::IssueDayNeeded { .. }) => return Err(Fault::Paper { paper: line.name.clone(), fault }.into()),
        judged => judged,
    };
    let shown = Shown { line: line.clone(), issued_on, received_on, accepted: judged.is_ok() };
    let (what, fault) = match judged {
        Ok(()) => (Happening::DocumentAccepted, None),
        Err(fault) => (Happening::DocumentRefused, Some(Fault::Paper { paper: line.name.clone(), fault }.into())),
    };
    Ok(Done { what, paper: Some(shown), fault })
}

/// The line that a paper is for: one that is still owed before one that is not; else the line of a paper that it has taken the place of.
fn line<'a>(case: &'a Case, name: &str, of: Option<RequesterKind>, on: NaiveDate) -> Option<(&'a RequiredDocument, bool)> {
    let name = fold(name);
    let accepted = |line: &RequiredDocument| case.papers.iter().any(|shown| shown.accepted && shown.line == *line);
    let whose = |line: &&RequiredDocument| of.is_none_or(|of| line.requester == of);
    let owed = || case.owed.papers.iter().filter(whose);
    let mut named: Vec<&RequiredDocument> = owed().filter(|line| fold(&line.name) == name).collect();
    named.sort_by_key(|line| accepted(line));
    if let Some(line) = named.first() {
        return Some((line, false));
    }
    let replaced =
        |line: &&RequiredDocument| obsolete(&line.name, on).is_some_and(|document| document.now.iter().any(|now| is_same_word(now, &name)));
    owed().find(replaced).map(|line| (line, true))
}

fn yen(amount: i64) -> Result<u32, Fault> {
    u32::try_from(amount).ok().filter(|yen| (1..=MOST_YEN).contains(yen)).ok_or(Fault::Amount { amount })
}

/// Words that must be there and stay within the limit.
fn words(what: &'static str, text: &str) -> Result<Text, Fault> {
    super::receive::words(what, text, Decision::LONGEST_EXPLANATION)
}

impl Case {
    /// What is to be done next, in the order in which it is asked for; nothing for a closed case.
    #[must_use]
    pub fn missing(&self) -> Vec<Missing> {
        if matches!(self.state(), State::Decided | State::Replied | State::Withdrawn) { Vec::new() } else { missing(self) }
    }
}
