//! What a requester may see: which categories of person were meant, what it costs, what must be shown.

use std::sync::Arc;

use async_graphql::{Enum, InputObject, Object};

use super::entry_answer::EntryAnswer;
use super::organization::Contact;
use super::procedure::{Fee, Procedure, RefusalGround, RequesterKind, RequiredDocument, Right};
use super::snapshot::Snapshot;
use super::stated::{LawReference, Stated, provisions};
use crate::question::requester_view;
use crate::vocabulary;

/// Who asks an organization for what.
#[derive(InputObject, Debug)]
pub struct RequesterViewInput {
    /// The code of the organization that is asked.
    organization: String,
    /// The categories of person (本人の区分) to which the person belongs, 100 at most, in any words for them, Japanese or English; the
    /// answer tells which of the organization's words were taken for them.
    subjects: Vec<String>,
    /// What is asked for.
    #[graphql(default_with = "Right::Disclosure")]
    right: Right,
    /// Who asks.
    #[graphql(default_with = "RequesterKind::Principal")]
    requester: RequesterKind,
}

impl From<RequesterViewInput> for requester_view::Question {
    fn from(input: RequesterViewInput) -> Self {
        Self { organization: input.organization, subjects: input.subjects, right: input.right.into(), requester: input.requester.into() }
    }
}

/// What a requester may see, what it costs and what must be shown.
pub struct RequesterView {
    /// The ledger that was asked.
    pub snapshot: Arc<Snapshot>,
    /// The answer.
    pub view: requester_view::RequesterView,
}

/// What a requester may see, what it costs and what must be shown.
#[Object]
impl RequesterView {
    /// What was asked for.
    async fn right(&self) -> Right {
        self.view.right.into()
    }

    /// The words of the organization that were taken for the categories of person asked for, of each the surest first: which word was
    /// asked for, which is written, and why they are taken for one. The entries about them are answered for.
    async fn matched(&self) -> Vec<SubjectMatch> {
        self.view.matched.iter().cloned().map(SubjectMatch).collect()
    }

    /// The words of the organization that may have been meant and were not taken: "did you mean". Ask again with those that the person
    /// belongs to; the entries about them are not answered for here.
    async fn nearly_matched(&self) -> Vec<SubjectMatch> {
        self.view.nearly_matched.iter().cloned().map(SubjectMatch).collect()
    }

    /// The categories asked for that no entry of the organization is about.
    async fn unmatched(&self) -> &[String] {
        &self.view.unmatched
    }

    /// YES where the procedure of the organization names this right, NO where it says that it does not accept it; NOT_STATED else, also
    /// for categories of person or requesters outside those of the procedure.
    async fn accepted(&self) -> Stated {
        self.view.accepted.into()
    }

    /// The entries about these categories of person, and those that do not say whom they are about: entrusted and excluded ones as
    /// MAY_NOT_SEE, others as CANNOT_TELL.
    async fn entries(&self) -> Vec<EntryAnswer> {
        let answers = self.view.entries.iter().cloned();
        answers.map(|answer| EntryAnswer { snapshot: Arc::clone(&self.snapshot), answer }).collect()
    }

    /// The procedure that names this right, the one that fits best.
    async fn procedure(&self) -> Option<Procedure> {
        self.view.procedure.clone().map(Procedure)
    }

    /// All that this requester must show: the papers of an agent, then those of the principal.
    async fn documents(&self) -> Vec<RequiredDocument> {
        self.view.documents.iter().cloned().map(RequiredDocument).collect()
    }

    /// What it costs; NOT_STATED where no procedure is for this requester.
    async fn fee(&self) -> Fee {
        Fee(self.view.fee.clone())
    }

    /// On which grounds it may be refused.
    async fn refusal_grounds(&self) -> Vec<RefusalGround> {
        self.view.refusal_grounds.iter().cloned().map(RefusalGround).collect()
    }

    /// The window for requests, else the one for complaints.
    async fn contact(&self) -> Option<Contact> {
        self.view.contact.clone().map(Contact)
    }

    /// The provisions that the answer rests on.
    async fn basis(&self) -> Vec<LawReference> {
        provisions(&self.view.basis)
    }
}

/// A word asked for and a word of the organization.
pub struct SubjectMatch(requester_view::SubjectMatch);

/// A word for a category of person that was asked for, and a word of the organization that goes with it, surely or perhaps.
#[Object]
impl SubjectMatch {
    /// The word that was asked for.
    async fn asked(&self) -> &str {
        &self.0.asked
    }

    /// The word of the organization, as it was first written.
    async fn written(&self) -> &str {
        &self.0.written
    }

    /// How the two go together.
    async fn why(&self) -> SubjectLikeness {
        self.0.why.into()
    }

    /// Where the organization says its word.
    async fn said_in(&self) -> Vec<SubjectSaidIn> {
        self.0.said_in.iter().copied().map(Into::into).collect()
    }

    /// How many entries are about the category by this word.
    async fn entries(&self) -> usize {
        self.0.entries
    }
}

/// How a word asked for and a written one go together. The first four are matches; the last two are only offered.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "vocabulary::Likeness")]
pub enum SubjectLikeness {
    /// They are the same word, but for width, kana, case and white space.
    SameWord,
    /// They are the same word, but for what may stand about it, such as 当社, 様, 等 or an addition in brackets.
    Variant,
    /// They are words for the same category, in one language or in two.
    Synonym,
    /// The written word names several categories, and the one asked for is among them.
    OneOfSeveral,
    /// One is a part of the other, or an addition in brackets makes it doubtful: not taken, only offered.
    Within,
    /// They are spelled alike, so that one may be a slip: not taken, only offered.
    SpelledAlike,
}

/// Where an organization names a category of person.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "requester_view::SaidIn")]
pub enum SubjectSaidIn {
    /// In an entry (本人の区分).
    Entry,
    /// In a purpose of a joint use.
    JointUse,
    /// In a procedure for requests.
    Procedure,
}
