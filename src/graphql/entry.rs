//! One entry of a ledger.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};

use super::change::Change;
use super::country::Whereabouts;
use super::finding::Finding;
use super::flow::Flow;
use super::handling::{AcquisitionSource, Capacity, Disclosure, Medium, Nature, OtherColumn, Retention};
use super::organization::Organization;
use super::party::{Entrustment, JointUse, Place, Provision};
use super::scalars::Day;
use super::snapshot::Snapshot;
use super::stated::{Source, Stated};
use super::transfer::Transfer;
use crate::clock;
use crate::ledger::{EntryNo, Held, Text};
use crate::question::page::Cursor;
use crate::question::transfers::transfers;

/// One entry of a ledger: a record of personal information, within its organization.
#[derive(Clone)]
pub struct LedgerEntry {
    /// The ledger it is of.
    pub snapshot: Arc<Snapshot>,
    /// Where it stands in it.
    pub no: EntryNo,
}

impl LedgerEntry {
    fn held(&self) -> Held<'_> {
        self.snapshot.ledger().held(self.no)
    }
}

/// One entry of a ledger: a record of personal information, as its row states it, completed by what its organization states of the
/// parties that it names and of the whole company.
#[Object]
impl LedgerEntry {
    /// The identity of the entry, which stays the same through all revisions.
    async fn id(&self) -> ID {
        ID(Cursor::of_entry(self.snapshot.ledger(), self.no).encode())
    }

    /// The organization that holds it.
    async fn organization(&self) -> Organization {
        Organization(Arc::clone(self.snapshot.ledger().shared(self.no).0))
    }

    /// The control number (管理番号), as written, or made where none is written.
    async fn control_no(&self) -> &str {
        &self.held().entry.control_no
    }

    /// Which of the entries that bear this control number it is, from 1.
    async fn occurrence(&self) -> u32 {
        self.held().entry.occurrence
    }

    /// The name of the personal information (個人情報の名称).
    async fn name(&self) -> &str {
        &self.held().entry.name
    }

    /// The categories of person whom it is about (本人の区分).
    async fn subjects(&self) -> &[Text] {
        &self.held().entry.subjects
    }

    /// The items that it holds (項目).
    async fn items(&self) -> &[Text] {
        &self.held().entry.items
    }

    /// The purposes of use (利用目的).
    async fn purposes(&self) -> &[Text] {
        &self.held().entry.purposes
    }

    /// What kind of information it is in law (情報の性質).
    async fn nature(&self) -> Nature {
        self.held().entry.nature.into()
    }

    /// How it is acquired (取得方法), as worded.
    async fn acquisition(&self) -> &[Text] {
        &self.held().entry.acquisition
    }

    /// From whom it is acquired (取得元).
    async fn acquired_from(&self) -> Vec<AcquisitionSource> {
        self.held().entry.acquired_from.iter().copied().map(Into::into).collect()
    }

    /// Whether it is held in the organization's own right or as an entrustee (自社・受託の別).
    async fn capacity(&self) -> Capacity {
        self.held().entry.capacity.into()
    }

    /// The department that manages it (管理部門).
    async fn department(&self) -> Option<&str> {
        self.held().entry.department.as_deref()
    }

    /// Who is responsible for it (管理責任者), as a post.
    async fn manager(&self) -> Option<&str> {
        self.held().entry.manager.as_deref()
    }

    /// Who may access it (アクセス権者).
    async fn accessors(&self) -> &[Text] {
        &self.held().entry.accessors
    }

    /// Of how many persons it is (件数).
    async fn count(&self) -> Option<u32> {
        self.held().entry.count
    }

    /// The media on which it is kept (媒体).
    async fn media(&self) -> Vec<Medium> {
        self.held().entry.media.iter().copied().map(Into::into).collect()
    }

    /// The places in which it is kept (保管場所), in the order written.
    async fn places(&self) -> Vec<Place> {
        self.held().places().into_iter().map(|place| Place(place.into_owned())).collect()
    }

    /// The countries in which it is kept (保管国), all places together: what the row says, else what its places say, else what the
    /// organization says for the whole company, as candidates.
    async fn storage(&self) -> Whereabouts {
        Whereabouts(self.held().storage().into_owned())
    }

    /// How long it is kept (保存期間).
    async fn retention(&self) -> Retention {
        Retention(self.held().entry.retention.clone())
    }

    /// How it is disposed of (廃棄方法).
    async fn disposal(&self) -> Option<&str> {
        self.held().entry.disposal.as_deref()
    }

    /// The parties to which it is entrusted (委託先), in the order written.
    async fn entrustments(&self) -> Vec<Entrustment> {
        self.held().entrustments().into_iter().map(|party| Entrustment(party.into_owned())).collect()
    }

    /// Whether it is entrusted at all: what the row says, else what the organization says for the whole company.
    async fn entrusted(&self) -> Stated {
        self.held().entrusted().into()
    }

    /// The third parties to which it is provided (第三者提供先), in the order written.
    async fn provisions(&self) -> Vec<Provision> {
        self.held().provisions().into_iter().map(|party| Provision(party.into_owned())).collect()
    }

    /// Whether it is provided to third parties at all: what the row says, else what the organization says for the whole company.
    async fn provided(&self) -> Stated {
        self.held().provided().into()
    }

    /// The joint uses of which it is part (共同利用), in the order written.
    async fn joint_uses(&self) -> Vec<JointUse> {
        self.held().joint_uses().into_iter().map(|joint| JointUse(joint.into_owned())).collect()
    }

    /// Whether it is used jointly at all: what the row says, else what the organization says for the whole company.
    async fn jointly_used(&self) -> Stated {
        self.held().jointly_used().into()
    }

    /// Whether it holds special-care-required personal information (要配慮個人情報, APPI 2(3)).
    async fn special_care(&self) -> Stated {
        self.held().entry.special_care.into()
    }

    /// Whether it holds Individual Numbers (特定個人情報, Number Act 2(8)).
    async fn individual_number(&self) -> Stated {
        self.held().entry.individual_number.into()
    }

    /// Whether it is disclosed on request (開示対象), as the ledger says.
    async fn disclosure(&self) -> Disclosure {
        Disclosure(self.held().entry.disclosure.clone())
    }

    /// The day on which it was last reviewed (見直し日).
    async fn reviewed_on(&self) -> Option<Day> {
        self.held().entry.reviewed_on.map(Day)
    }

    /// What else is said of it (備考).
    async fn notes(&self) -> Option<&str> {
        self.held().entry.notes.as_deref()
    }

    /// Columns of its row that no field takes, with their headings.
    async fn other_columns(&self) -> Vec<OtherColumn> {
        self.held().entry.other_columns.iter().cloned().map(OtherColumn).collect()
    }

    /// Every way in which it reaches a country or may reach one, one flow for each candidate. Keeping it is always a way; what the
    /// ledger denies or does not mention of the other roles is none.
    async fn flows(&self) -> Vec<Flow> {
        self.held().flows().into_iter().map(|flow| Flow { entry: self.clone(), flow }).collect()
    }

    /// On what each way rests in which it reaches a party or a country (APPI 28), and which duties remain, as of today. Keeping it is
    /// always a way; what the ledger denies or does not mention of the others is none.
    async fn transfers(&self) -> Vec<Transfer> {
        transfers(self.held(), clock::today()).into_iter().map(|transfer| Transfer { entry: self.clone(), transfer }).collect()
    }

    /// The cells in which its statements were read, those of the organization included where the entry takes its statement over.
    async fn sources(&self) -> Vec<Source> {
        self.held().sources().into_iter().cloned().map(Source).collect()
    }

    /// What was found wrong, doubtful or worth knowing when it was read, and what the law finds missing or wrong in it today.
    async fn findings(&self, ctx: &Context<'_>) -> Result<Vec<Finding>> {
        self.snapshot.findings_of(ctx, self.no).await
    }

    /// What has happened to it up to this view, the oldest first.
    async fn history(&self, ctx: &Context<'_>) -> Result<Vec<Change>> {
        super::change::history(ctx, self).await
    }
}
