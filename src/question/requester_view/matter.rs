//! What of an entry answers a right, and what of that the ledger does not say.

use std::borrow::Cow;

use strum::AsRefStr;

use super::EntryAnswer;
use crate::ledger::{
    AcquisitionSource, Certainty, Entrustment, Flow, FlowRole, Held, JointUse, Ledger, Provision, Retention, RetentionKind, Right, Stated,
    Text,
};

/// A matter that an answer to a person is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, AsRefStr)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Matter {
    /// 利用目的.
    Purposes,
    /// 項目.
    Items,
    /// 取得方法 and 取得元: where it comes from.
    Acquisition,
    /// 第三者提供先.
    Recipients,
    /// 委託先.
    Entrustees,
    /// 再委託先.
    SubEntrustees,
    /// 共同利用: with whom.
    JointUses,
    /// The countries that it reaches.
    Countries,
    /// 保存期間.
    Retention,
}

impl Matter {
    /// The matters that answer a right.
    ///
    /// - A notice of purpose tells the purposes, those of joint users too (APPI 32(2), 27(5)(iii)).
    /// - Disclosure gives the data, hence the items (33(1)); beside it what any person may know at any time (32(1): purposes, safety
    ///   measures with the countries) and what the ledger has of where the data comes from, who else has it and how long it is kept.
    /// - Provision records are those of what was provided and received (33(5), 29(1), 30(3)). Entrustment and joint use leave none.
    /// - A correction is made in the items, by all who keep them for the organization or with it, and is of use to who received them
    ///   (34). What is suspended or erased is so likewise, unless it must be kept (35).
    /// - A stop of provision is about recipients, and those abroad to whom Article 28 applies (35(3)).
    #[must_use]
    pub fn answering(right: Right) -> &'static [Self] {
        use Matter::{Acquisition, Countries, Entrustees, Items, JointUses, Purposes, Recipients, Retention, SubEntrustees};
        match right {
            Right::NoticeOfPurpose => &[Purposes, JointUses],
            Right::Disclosure => &[Purposes, Items, Acquisition, Recipients, Entrustees, JointUses, Countries, Retention],
            Right::DisclosureOfProvisionRecords => &[Acquisition, Recipients, Countries],
            Right::Correction | Right::Addition | Right::Deletion => &[Items, Recipients, Entrustees, SubEntrustees, JointUses],
            Right::SuspensionOfUse | Right::Erasure => &[Purposes, Recipients, Entrustees, SubEntrustees, JointUses, Retention],
            Right::SuspensionOfProvision => &[Recipients, Countries],
        }
    }

    /// Whether the ledger leaves the matter open, in whole or in part. What it denies is not open.
    pub(super) fn is_open(self, held: Held<'_>, right: Right) -> bool {
        let entry = held.entry;
        // YES without a name leaves open who it is; NO leaves nothing open.
        let nameless = |stated: Stated, names: &[Text]| stated != Stated::No && names.is_empty();
        match self {
            Self::Purposes => entry.purposes.is_empty(),
            Self::Items => entry.items.is_empty(),
            Self::Acquisition => entry.acquisition.is_empty() && entry.acquired_from.is_empty(),
            Self::Recipients => nameless(held.provided(), &entry.recipients),
            Self::Entrustees => nameless(held.entrusted(), &entry.entrustees),
            Self::SubEntrustees => {
                let unsaid = |party: &Entrustment| party.subcontracting == Stated::NotStated;
                nameless(held.entrusted(), &entry.entrustees) || held.entrustments().iter().any(|party| unsaid(party))
            }
            Self::JointUses => {
                let unsaid =
                    |joint: &JointUse| if right == Right::NoticeOfPurpose { joint.purposes.is_empty() } else { joint.scope.is_none() };
                nameless(held.jointly_used(), &entry.joint_uses) || held.joint_uses().iter().any(|joint| unsaid(joint))
            }
            Self::Countries => {
                let mut flows = held.flows().into_iter().filter(|flow| counts(flow, right)).peekable();
                if flows.peek().is_none() {
                    held.provided() != Stated::No
                } else {
                    flows.any(|flow| flow.certainty == Certainty::NotStated)
                }
            }
            Self::Retention => entry.retention.kind == RetentionKind::NotStated,
        }
    }
}

/// Whether a flow is of a role that the right asks about.
pub(super) fn counts(flow: &Flow, right: Right) -> bool {
    match right {
        Right::DisclosureOfProvisionRecords => flow.role == FlowRole::Provision,
        Right::SuspensionOfProvision => flow.role != FlowRole::Storage,
        _ => true,
    }
}

/// What the ledger says of the matters that answer the right; of the others, and of what may not be seen, nothing.
impl EntryAnswer {
    /// Whether a matter answers the right, here.
    #[must_use]
    pub fn tells(&self, matter: Matter) -> bool {
        self.matters.contains(&matter)
    }

    /// 項目.
    #[must_use]
    pub fn items<'a>(&self, ledger: &'a Ledger) -> &'a [Text] {
        if self.tells(Matter::Items) { &ledger.held(self.entry).entry.items } else { &[] }
    }

    /// 取得方法, as worded.
    #[must_use]
    pub fn acquisition<'a>(&self, ledger: &'a Ledger) -> &'a [Text] {
        if self.tells(Matter::Acquisition) { &ledger.held(self.entry).entry.acquisition } else { &[] }
    }

    /// 取得元.
    #[must_use]
    pub fn acquired_from<'a>(&self, ledger: &'a Ledger) -> &'a [AcquisitionSource] {
        if self.tells(Matter::Acquisition) { &ledger.held(self.entry).entry.acquired_from } else { &[] }
    }

    /// 第三者提供先, with what the catalogue knows of each.
    #[must_use]
    pub fn provisions<'a>(&self, ledger: &'a Ledger) -> Vec<Cow<'a, Provision>> {
        if self.tells(Matter::Recipients) { ledger.held(self.entry).provisions() } else { Vec::new() }
    }

    /// 委託先, likewise.
    #[must_use]
    pub fn entrustments<'a>(&self, ledger: &'a Ledger) -> Vec<Cow<'a, Entrustment>> {
        if self.tells(Matter::Entrustees) { ledger.held(self.entry).entrustments() } else { Vec::new() }
    }

    /// 共同利用, likewise.
    #[must_use]
    pub fn joint_uses<'a>(&self, ledger: &'a Ledger) -> Vec<Cow<'a, JointUse>> {
        if self.tells(Matter::JointUses) { ledger.held(self.entry).joint_uses() } else { Vec::new() }
    }

    /// The ways in which it reaches a country, or may: those of the roles that the right asks about.
    #[must_use]
    pub fn flows(&self, ledger: &Ledger) -> Vec<Flow> {
        if !self.tells(Matter::Countries) {
            return Vec::new();
        }
        ledger.held(self.entry).flows().into_iter().filter(|flow| counts(flow, self.right)).collect()
    }

    /// 保存期間.
    #[must_use]
    pub fn retention<'a>(&self, ledger: &'a Ledger) -> Option<&'a Retention> {
        self.tells(Matter::Retention).then(|| &ledger.held(self.entry).entry.retention)
    }
}
