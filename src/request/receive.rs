//! A request comes in: what it must say, and what the procedure then asks for.

use chrono::NaiveDate;

use super::{Charges, Fault, Owed, Person, Receipt, Terms, charges};
use crate::ledger::{Ledger, Organization, RequesterKind, RequiredDocument, Right, Text};
use crate::question::requester_view::{Question, RequesterView, fitting_procedure, requester_views, required_documents};
use crate::question::{Refusal, Words};
use crate::vocabulary::Vocabulary;

/// What someone asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    /// What is asked for.
    pub rights: Vec<Right>,
    /// Who asks.
    pub requester: RequesterKind,
    /// 本人の区分 that the person says it belongs to.
    pub subjects: Vec<Text>,
    /// How many items are asked about, where the fee is an item's.
    pub items: u32,
    /// The day on which it reached the organization.
    pub received_on: NaiveDate,
}

/// A request as it is taken in, before it has a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// What is asked for.
    pub application: Application,
    /// What the procedure asks for.
    pub owed: Owed,
    /// What it costs, and what a desk must know of that.
    pub charges: Charges,
    /// The day by which to answer.
    pub due_on: NaiveDate,
    /// The organization's code.
    pub organization: Text,
    /// The ledger's revision.
    pub revision: i32,
}

/// The day on which operators' duties under the Act came into force: no request for disclosure is older (Act No. 57 of 2003,
/// supplementary provision 1).
fn in_force() -> NaiveDate {
    NaiveDate::from_ymd_opt(2005, 4, 1).unwrap_or_default()
}

impl Application {
    /// The most categories of person that one request can name.
    pub const MOST_SUBJECTS: usize = 50;
    /// The most items that one request can ask about.
    pub const MOST_ITEMS: u32 = 1_000;
    /// The longest word for a category of person, in letters.
    pub const LONGEST_WORD: usize = 200;

    /// Whether another asks for the same. The day does not count: who sends a request again may do so on the next.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        *self == Self { received_on: self.received_on, ..other.clone() }
    }

    fn check(&self, today: NaiveDate) -> Result<(), Fault> {
        count("rights", self.rights.len(), 1, 9)?;
        count("subjects", self.subjects.len(), 0, Self::MOST_SUBJECTS)?;
        count("items", self.items as usize, 1, Self::MOST_ITEMS as usize)?;
        for subject in &self.subjects {
            words("subjects", subject, Self::LONGEST_WORD)?;
        }
        if self.received_on > today {
            return Err(Fault::InTheFuture { day: self.received_on, today });
        }
        if self.received_on < in_force() {
            return Err(Fault::BeforeTheAct { day: self.received_on, since: in_force() });
        }
        Ok(())
    }
}

impl Person {
    /// The longest name, in letters.
    pub const LONGEST_NAME: usize = 200;
    /// The longest address, in letters.
    pub const LONGEST_CONTACT: usize = 1_000;

    /// Who asks, as given.
    ///
    /// # Errors
    /// Where the person is not named, an agent is not, or words are too long.
    pub fn new(of: RequesterKind, principal: &str, requester: Option<&str>, contact: Option<&str>) -> Result<Self, Fault> {
        let optional =
            |what, text: Option<&str>, limit| text.filter(|text| !text.trim().is_empty()).map(|text| words(what, text, limit)).transpose();
        let requester = optional("requesterName", requester, Self::LONGEST_NAME)?;
        if of != RequesterKind::Principal && requester.is_none() {
            return Err(Fault::AgentUnnamed);
        }
        let principal = words("principalName", principal, Self::LONGEST_NAME)?;
        Ok(Self { principal, requester, contact: optional("contact", contact, Self::LONGEST_CONTACT)? })
    }
}

/// The key by which a request that is sent twice is known; none where none, or a blank one, is given.
///
/// # Errors
/// Where it is longer than 200 letters.
pub fn idempotency_key(key: Option<&str>) -> Result<Option<Text>, Fault> {
    key.filter(|key| !key.trim().is_empty()).map(|key| words("idempotencyKey", key, 200)).transpose()
}

/// Takes a request in, under the procedures as they stand.
///
/// # Errors
/// Where it asks for nothing, or for too much at once, or comes from the future.
pub fn receive(
    organization: &Organization,
    revision: i32,
    mut application: Application,
    terms: Terms,
    vocabulary: &Vocabulary,
    today: NaiveDate,
) -> Result<Received, Fault> {
    application.rights.sort_unstable();
    application.rights.dedup();
    application.check(today)?;
    let subjects = Words::subjects(&application.subjects, vocabulary);
    let charges = charges(organization, &application, &subjects);
    let papers = papers(organization, &application, &subjects);
    Ok(Received {
        owed: Owed { papers, fee: charges.due() },
        charges,
        due_on: terms.due_on(application.received_on),
        organization: organization.code.clone(),
        revision,
        application,
    })
}

/// What a requester may see, for each of these rights.
///
/// # Errors
/// Where the ledger has no such organization.
pub fn views(
    ledger: &Ledger,
    organization: &str,
    asked: &Application,
    rights: &[Right],
    vocabulary: &Vocabulary,
) -> Result<Vec<RequesterView>, Refusal> {
    let question = Question {
        organization: organization.to_owned(),
        subjects: asked.subjects.iter().map(ToString::to_string).collect(),
        // Each of the rights takes its place.
        right: Right::Disclosure,
        requester: asked.requester,
    };
    requester_views(ledger, &question, rights, vocabulary)
}

/// The lines of all procedures that are asked for, each once.
fn papers(organization: &Organization, application: &Application, subjects: &Words) -> Vec<RequiredDocument> {
    let mut papers: Vec<RequiredDocument> = Vec::new();
    for right in &application.rights {
        let procedure = fitting_procedure(organization, *right, application.requester, subjects);
        for line in procedure.map(|procedure| required_documents(procedure, application.requester)).into_iter().flatten() {
            if !papers.contains(&line) {
                papers.push(line);
            }
        }
    }
    papers
}

impl Received {
    /// The receipt, once it has a number.
    #[must_use]
    pub fn numbered(&self, number: Text) -> Receipt {
        let asked = &self.application;
        Receipt {
            number,
            organization: self.organization.clone(),
            rights: asked.rights.clone(),
            requester: asked.requester,
            subjects: asked.subjects.clone(),
            items: asked.items,
            received_on: asked.received_on,
            due_on: self.due_on,
            revision: self.revision,
        }
    }
}

fn count(what: &'static str, given: usize, least: usize, most: usize) -> Result<(), Fault> {
    if (least..=most).contains(&given) { Ok(()) } else { Err(Fault::Count { what, given, least, most }) }
}

/// Words without white space around them.
pub(super) fn words(what: &'static str, text: &str, limit: usize) -> Result<Text, Fault> {
    let text = text.trim();
    let length = text.chars().count();
    if text.is_empty() {
        return Err(Fault::Blank { what });
    }
    if text.contains(|letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t')) {
        return Err(Fault::Control { what });
    }
    if length > limit { Err(Fault::TooLong { what, length, limit }) } else { Ok(text.into()) }
}
