//! What a requester may see of an entry, what of it answers the right, and who else must be told.

use std::sync::Arc;

use async_graphql::{Enum, Object};

use super::country::Whereabouts;
use super::entry::LedgerEntry;
use super::flow::Flow;
use super::handling::{AcquisitionSource, ExclusionReason, Retention};
use super::party::{Entrustment, JointUse, Provision};
use super::snapshot::Snapshot;
use super::stated::{Language, LawReference, Stated, provisions, spoken};
use crate::ledger::Text;
use crate::question::requester_view;

/// What the requester may see of an entry.
pub struct EntryAnswer {
    /// The ledger that was asked.
    pub snapshot: Arc<Snapshot>,
    /// The answer.
    pub answer: requester_view::EntryAnswer,
}

/// What the requester may see of an entry, and what of it answers the right. Of an entry that may not be seen, the lists are empty; so
/// is a list about a matter that the right does not ask about. What answers the right and the ledger does not say is in notStated.
#[Object]
impl EntryAnswer {
    /// The entry.
    async fn entry(&self) -> LedgerEntry {
        LedgerEntry { snapshot: Arc::clone(&self.snapshot), no: self.answer.entry }
    }

    /// The answer.
    async fn decision(&self) -> EntryDecision {
        self.answer.decision.into()
    }

    /// Why it may not be seen; empty where it may, or where it cannot be told.
    async fn reasons(&self) -> Vec<ExclusionReason> {
        self.answer.reasons.iter().copied().map(Into::into).collect()
    }

    /// The provisions that the decision rests on.
    async fn basis(&self) -> Vec<LawReference> {
        provisions(&self.answer.basis)
    }

    /// Whether the request has anything to do with the entry: NO where it may not be seen, or where the ledger says that nothing is
    /// provided, so that there is nothing to stop and no record to show; NOT_STATED where the ledger says too little.
    async fn touched(&self) -> Stated {
        self.answer.touched.into()
    }

    /// What the ledger says of each matter that answers the right, in words and with what it leaves open: what an answer to the person
    /// is made of. The fields below tell the same with all that is known of the parties.
    async fn said(
        &self,
        #[graphql(default_with = "Some(Language::Ja)", desc = "The language of the words that are not the ledger's.")] language: Option<
            Language,
        >,
    ) -> Vec<Said> {
        self.answer.said(self.snapshot.ledger(), spoken(language)).into_iter().map(Said).collect()
    }

    /// The purposes that concern the person, for notice of purpose, disclosure, suspension of use and erasure: those of the entry, then
    /// those of its joint uses for the categories of person asked for, and for no category in particular.
    async fn purposes(&self) -> Vec<AnsweredPurpose> {
        self.answer.purposes.iter().cloned().map(AnsweredPurpose).collect()
    }

    /// The items, for disclosure and correction.
    async fn items(&self) -> &[Text] {
        self.answer.items(self.snapshot.ledger())
    }

    /// How it is acquired, as worded, for disclosure also of provision records, which are kept of what is received as well (APPI 30(3)).
    async fn acquisition(&self) -> &[Text] {
        self.answer.acquisition(self.snapshot.ledger())
    }

    /// From whom it is acquired, likewise.
    async fn acquired_from(&self) -> Vec<AcquisitionSource> {
        self.answer.acquired_from(self.snapshot.ledger()).iter().copied().map(Into::into).collect()
    }

    /// The third parties to which it is provided, with what is known of each, for all rights but notice of purpose.
    async fn provisions(&self) -> Vec<Provision> {
        self.answer.provisions(self.snapshot.ledger()).into_iter().map(|party| Provision(party.into_owned())).collect()
    }

    /// The parties to which it is entrusted, for disclosure, correction, suspension of use and erasure.
    async fn entrustments(&self) -> Vec<Entrustment> {
        self.answer.entrustments(self.snapshot.ledger()).into_iter().map(|party| Entrustment(party.into_owned())).collect()
    }

    /// The joint uses of which it is part, for all rights but those about provision.
    async fn joint_uses(&self) -> Vec<JointUse> {
        self.answer.joint_uses(self.snapshot.ledger()).into_iter().map(|joint| JointUse(joint.into_owned())).collect()
    }

    /// The ways in which it reaches a country or may reach one, for disclosure; those of provision, for provision records; those to
    /// other parties, for a stop of provision (APPI 28, 35(3)).
    async fn flows(&self) -> Vec<Flow> {
        let entry = LedgerEntry { snapshot: Arc::clone(&self.snapshot), no: self.answer.entry };
        self.answer.flows(self.snapshot.ledger()).into_iter().map(|flow| Flow { entry: entry.clone(), flow }).collect()
    }

    /// How long it is kept, for disclosure, suspension of use and erasure.
    async fn retention(&self) -> Option<Retention> {
        self.answer.retention(self.snapshot.ledger()).cloned().map(Retention)
    }

    /// Who else must be told when the request is granted, for correction, suspension, erasure and stop of provision.
    async fn told(&self) -> Vec<Told> {
        self.answer.told.iter().cloned().map(Told).collect()
    }

    /// The matters that answer the right and of which the ledger says nothing or too little, such as a recipient without a name.
    async fn not_stated(&self) -> Vec<AnswerMatter> {
        self.answer.not_stated.iter().copied().map(Into::into).collect()
    }
}

/// What the ledger supports of whether an entry may be seen.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "requester_view::EntryDecision")]
pub enum EntryDecision {
    /// The requester may see it: the ledger says so, or the organization holds it in its own right and says nothing else.
    MaySee,
    /// The requester may not see it, for the reasons given.
    MayNotSee,
    /// The ledger says too little to tell.
    CannotTell,
}

/// What the ledger says of one matter.
pub struct Said(requester_view::Said);

/// What the ledger says of one matter that answers the right.
#[Object]
impl Said {
    /// The matter.
    async fn matter(&self) -> AnswerMatter {
        self.0.matter.into()
    }

    /// YES where the ledger says something of it, NO where it denies it, POSSIBLE where it foresees it, else NOT_STATED.
    async fn stated(&self) -> Stated {
        self.0.stated.into()
    }

    /// Whether something of it is left open, beside what is said.
    async fn open(&self) -> bool {
        self.0.open
    }

    /// What the ledger says, a line each; empty where it says nothing, or only yes or no.
    async fn lines(&self) -> &[String] {
        &self.0.lines
    }
}

/// A purpose that concerns the person.
pub struct AnsweredPurpose(requester_view::Purpose);

/// A purpose that concerns the person.
#[Object]
impl AnsweredPurpose {
    /// The purpose as worded.
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// The joint use that it is of; nothing where it is a purpose of the entry itself.
    async fn joint_use(&self) -> Option<&str> {
        self.0.joint_use.as_deref()
    }

    /// The category of person for which the joint use names it, where it names one.
    async fn subject(&self) -> Option<&str> {
        self.0.subject.as_deref()
    }
}

/// A matter that an answer to a person is about.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "requester_view::Matter")]
pub enum AnswerMatter {
    /// The purposes of use.
    Purposes,
    /// The items.
    Items,
    /// How and from whom it is acquired.
    Acquisition,
    /// To which third parties it is provided.
    Recipients,
    /// To whom it is entrusted.
    Entrustees,
    /// To whom entrustees entrust it further.
    SubEntrustees,
    /// With whom, or for what, it is used jointly.
    JointUses,
    /// Which countries it reaches.
    Countries,
    /// How long it is kept.
    Retention,
}

/// Someone who keeps or uses the data too.
pub struct Told(requester_view::Told);

/// Someone who keeps or uses the data too and must be told what is done with it.
#[Object]
impl Told {
    /// As what it has the data.
    async fn role(&self) -> ToldRole {
        self.0.role.into()
    }

    /// The entrustee, the provider of a place, the joint use or the recipient, as the ledger names it; empty where it names none.
    async fn party(&self) -> &str {
        &self.0.party
    }

    /// Through whom it is told: the entrustee for those to whom it entrusts further, the responsible operator of a joint use.
    async fn through(&self) -> Option<&str> {
        self.0.through.as_deref()
    }

    /// What is known of it beside: the work entrusted, the place, the range of joint users, how a person stops the provision.
    async fn detail(&self) -> Option<&str> {
        self.0.detail.as_deref()
    }

    /// Where it is.
    async fn country(&self) -> Whereabouts {
        Whereabouts(self.0.country.clone())
    }

    /// Whether it has the data: POSSIBLE where the ledger foresees it, NOT_STATED where it says too little of the party.
    async fn stated(&self) -> Stated {
        self.0.stated.into()
    }

    /// Why it is told.
    async fn reason(
        &self,
        #[graphql(default_with = "Some(Language::Ja)", desc = "The language of the reason.")] language: Option<Language>,
    ) -> &str {
        self.0.reason(spoken(language))
    }

    /// The provisions for which it is told; none where it is good practice and no duty.
    async fn basis(&self) -> Vec<LawReference> {
        provisions(&self.0.basis)
    }
}

/// As what someone has the data.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "requester_view::ToldRole")]
pub enum ToldRole {
    /// The data is entrusted to it.
    Entrustee,
    /// An entrustee entrusts it further, to parties that the ledger does not name.
    SubEntrustee,
    /// It provides a place in which the data is kept, and handles it or may handle it.
    PlaceProvider,
    /// It uses the data jointly.
    JointUser,
    /// The data is provided to it as a third party.
    Recipient,
}
