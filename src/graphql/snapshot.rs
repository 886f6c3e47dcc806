//! A ledger with what was found when it was read.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use async_graphql::{Context, Result};
use tokio::sync::OnceCell;

use super::entry::LedgerEntry;
use super::finding::{Finding, FindingFilter};
use super::view::failed;
use crate::clock;
use crate::finding::{Accepted, Checked, Seen};
use crate::ledger::{EntryNo, Ledger, Organization, Text};
use crate::{finding, store};

/// Findings of each entry, by organization, control number and occurrence, as places in the list of all.
type ByEntry = BTreeMap<(Text, Text, u32), Vec<usize>>;

/// A ledger as it stood, what was found when it was read, and what the law finds in it today.
pub struct Snapshot {
    stored: Arc<store::Snapshot>,
    by_entry: OnceLock<ByEntry>,
    checked: OnceCell<Arc<Checked>>,
    accepted: OnceCell<Accepted>,
}

impl Snapshot {
    /// What the store has, ready to be asked.
    #[must_use]
    pub fn new(stored: Arc<store::Snapshot>) -> Arc<Self> {
        Arc::new(Self { stored, by_entry: OnceLock::new(), checked: OnceCell::new(), accepted: OnceCell::new() })
    }

    /// The ledger.
    #[must_use]
    pub fn ledger(&self) -> &Arc<Ledger> {
        &self.stored.ledger
    }

    /// The findings that a filter asks for: those of reading the workbooks that it stands in, by organization, in the order found; then
    /// those of law, at organizations and at entries.
    ///
    /// # Errors
    /// Where the registry cannot be read.
    pub async fn findings(self: &Arc<Self>, ctx: &Context<'_>, filter: &FindingFilter) -> Result<Vec<Found<'_>>> {
        let accepted = self.accepted(ctx).await?;
        let all = self.stored.findings.iter().map(Found::Read).chain(self.checked().await.iter().map(Found::Seen));
        let asked = all.filter(|found| filter.asks(found.code()));
        Ok(match filter.accepted {
            None => asked.collect(),
            Some(wanted) => asked.filter(|found| accepted.of(&found.whole(self.ledger())).is_some() == wanted).collect(),
        })
    }

    /// The findings about an entry.
    ///
    /// # Errors
    /// Where the registry cannot be read.
    pub async fn findings_of(self: &Arc<Self>, ctx: &Context<'_>, no: EntryNo) -> Result<Vec<Finding>> {
        let by_entry = self.by_entry.get_or_init(|| {
            let mut by_entry = ByEntry::new();
            for (at, finding) in self.stored.findings.iter().enumerate() {
                if let Some((control_no, occurrence)) = &finding.entry {
                    by_entry.entry((finding.organization.clone(), control_no.clone(), *occurrence)).or_default().push(at);
                }
            }
            by_entry
        });
        let held = self.ledger().held(no);
        let key = (held.organization.code.clone(), held.entry.control_no.clone(), held.entry.occurrence);
        let read = by_entry.get(&key).into_iter().flatten().map(|at| Found::Read(&self.stored.findings[*at]));
        let mut findings = Vec::new();
        for found in read.chain(self.checked().await.at(no).map(Found::Seen)) {
            findings.push(self.found(ctx, found).await?);
        }
        Ok(findings)
    }

    /// One of its findings, with who answers for it.
    ///
    /// # Errors
    /// Where the registry cannot be read.
    pub async fn found(self: &Arc<Self>, ctx: &Context<'_>, found: Found<'_>) -> Result<Finding> {
        let mut finding = self.finding(&found.whole(self.ledger()));
        finding.acceptance = self.accepted(ctx).await?.of(&finding.what).cloned();
        Ok(finding)
    }

    /// What the rules of law find today. It is looked for on a thread of its own, since a large ledger takes its time.
    async fn checked(&self) -> &Arc<Checked> {
        let stored = Arc::clone(&self.stored);
        let check = async || {
            let check = tokio::task::spawn_blocking(move || stored.checked(clock::today()));
            check.await.unwrap_or_else(|panic| std::panic::resume_unwind(panic.into_panic()))
        };
        self.checked.get_or_init(check).await
    }

    /// Which findings of its organizations are accepted today.
    async fn accepted(&self, ctx: &Context<'_>) -> Result<&Accepted> {
        let store = ctx.data::<store::Store>()?;
        let codes: Vec<Text> = self.ledger().organizations().iter().map(|organization| organization.code.clone()).collect();
        let read = async || Ok(Accepted::on(clock::today(), store.acceptances(Some(&codes)).await.map_err(failed)?));
        self.accepted.get_or_try_init(read).await
    }

    /// A finding about this ledger, or about workbooks that may become part of it.
    #[must_use]
    pub fn finding(self: &Arc<Self>, finding: &finding::Finding) -> Finding {
        let entry = finding.entry.as_ref().and_then(|(control_no, occurrence)| {
            let no = self.ledger().find(&finding.organization, control_no, *occurrence)?;
            Some(LedgerEntry { snapshot: Arc::clone(self), no })
        });
        Finding { organization: self.organization(&finding.organization), entry, what: finding.clone(), acceptance: None }
    }

    /// The organization of a code; one of which nothing but the code is known where the ledger does not have it.
    #[must_use]
    pub fn organization(&self, code: &Text) -> Arc<Organization> {
        self.ledger().organization(code).map_or_else(|| Arc::new(Organization::new(code.clone())), Arc::clone)
    }
}

/// A finding of reading or of law, before its words and cells are drawn.
#[derive(Debug, Clone, Copy)]
pub enum Found<'a> {
    /// Found when the workbooks were read.
    Read(&'a finding::Finding),
    /// Found by a rule of law.
    Seen(Seen<'a>),
}

impl Found<'_> {
    /// What kind it is.
    #[must_use]
    pub fn code(&self) -> finding::Code {
        match self {
            Self::Read(finding) => finding.code,
            Self::Seen(seen) => seen.code(),
        }
    }

    fn whole(&self, ledger: &Ledger) -> finding::Finding {
        match self {
            Self::Read(finding) => (*finding).clone(),
            Self::Seen(seen) => seen.finding(ledger),
        }
    }
}
