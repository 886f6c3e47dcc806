//! The public notice.

use std::sync::Arc;

use async_graphql::{Context, Enum, Object, Result};

use super::change::exists;
use super::snapshot::Snapshot;
use super::stated::{LawReference, provisions};
use super::view::part;
use crate::notice;
use crate::store::At;

/// The matters to be made public of an organization.
pub struct Notice {
    /// The ledger that it is drawn from.
    pub snapshot: Arc<Snapshot>,
    /// The notice.
    pub what: notice::Notice,
}

/// The matters to be made public of an organization (APPI 32(1), Order 10), in Japanese, drawn from the ledger alone.
#[Object]
impl Notice {
    /// The title of the text.
    async fn title(&self) -> &str {
        &self.what.title
    }

    /// The newest revision that it includes, by which a later text is compared with it.
    async fn revision(&self) -> i32 {
        self.what.revision
    }

    /// The whole text as Markdown (CommonMark with tables). No word of the ledger becomes markup or a link.
    async fn markdown(&self) -> String {
        self.what.markdown()
    }

    /// The whole text as an HTML document that stands alone, ready to be printed: its own style, no script, no link.
    async fn html(&self) -> String {
        self.what.html()
    }

    /// The matters, in the order in which they are published.
    async fn sections(&self) -> Vec<NoticeSection<'_>> {
        self.what.sections.iter().map(NoticeSection).collect()
    }

    /// The entries that the text does not mention, since their existence becoming known would do harm (APPI 16(4), Order 5). This list
    /// is for the one who publishes, and not for publication.
    async fn withheld(&self) -> Vec<WithheldEntry<'_>> {
        self.what.withheld.iter().map(WithheldEntry).collect()
    }

    /// What this text says otherwise than the one that an earlier revision would have given: what of the published text is no longer true.
    async fn compared_with(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The number of the earlier revision.")] revision: i32,
    ) -> Result<NoticeComparison> {
        exists(ctx, revision).await?;
        if revision >= self.snapshot.ledger().revision() {
            return Ok(NoticeComparison(notice::Comparison::default()));
        }
        let code = &self.what.organization;
        let before = part(ctx, Some(std::slice::from_ref(code)), At::Revision(revision)).await?;
        let before = notice::notice(before.ledger(), code).unwrap_or_else(|_| notice::Notice::silent(code.clone()));
        Ok(NoticeComparison(notice::compare(&before, &self.what)))
    }
}

/// A matter of the notice.
pub struct NoticeSection<'a>(&'a notice::Section);

/// A matter of the notice.
#[Object]
impl NoticeSection<'_> {
    /// The heading of the matter, in Japanese.
    async fn matter(&self) -> &str {
        self.0.matter.title()
    }

    /// The matter by a name that stays.
    async fn code(&self) -> NoticeMatter {
        self.0.matter.into()
    }

    /// The provisions that the matter rests on.
    async fn basis(&self) -> Vec<LawReference> {
        provisions(&self.0.basis)
    }

    /// What the ledger states of it, as Markdown; nothing where it states nothing.
    async fn text(&self) -> Option<String> {
        self.0.markdown()
    }

    /// Whether the ledger leaves something of the matter out; `gaps` tell what. Nothing is ever filled in for it.
    async fn missing(&self) -> bool {
        self.0.missing()
    }

    /// What the ledger leaves out.
    async fn gaps(&self) -> Vec<NoticeGap> {
        self.0.gaps.iter().cloned().map(NoticeGap).collect()
    }
}

/// Something that the ledger leaves out.
pub struct NoticeGap(pub notice::Gap);

/// Something that the ledger leaves out.
#[Object]
impl NoticeGap {
    /// What is missing of what, and why it matters or when it may be left out, in Japanese.
    async fn text(&self) -> String {
        self.0.to_string()
    }

    /// Whether the law asks for it whatever else holds.
    async fn required(&self) -> bool {
        self.0.required
    }
}

/// A matter of the notice by a name that stays.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "notice::Matter")]
pub enum NoticeMatter {
    /// The name, address and representative of the operator.
    Operator,
    /// The one who answers for the handling of personal information.
    Manager,
    /// The purposes by category of person.
    Purposes,
    /// What needs special care, and what holds Individual Numbers.
    SpecialCare,
    /// The joint uses.
    JointUse,
    /// The provision to third parties and its conditions.
    Provision,
    /// The entrustment, as stated for the whole company.
    Entrustment,
    /// The measures taken for security.
    Measures,
    /// The countries in which data is kept or handled.
    Countries,
    /// The procedures for requests.
    Procedures,
    /// The windows for requests.
    Requests,
    /// The windows for complaints.
    Complaints,
    /// The accredited personal information protection organization.
    Accredited,
    /// The policies, the standard, certifications and dates.
    Policies,
}

/// An entry that the notice does not mention.
pub struct WithheldEntry<'a>(&'a notice::Withheld);

/// An entry that the notice does not mention.
#[Object]
impl WithheldEntry<'_> {
    /// The control number of the entry.
    async fn control_no(&self) -> &str {
        &self.0.control_no
    }

    /// Which of the entries that bear this control number it is, from 1.
    async fn occurrence(&self) -> u32 {
        self.0.occurrence
    }

    /// The provisions by which it is no retained personal data.
    async fn basis(&self) -> Vec<LawReference> {
        provisions(&self.0.basis)
    }
}

/// What a notice says otherwise than an earlier one.
pub struct NoticeComparison(notice::Comparison);

/// What a notice says otherwise than an earlier one.
#[Object]
impl NoticeComparison {
    /// Whether it says the same.
    async fn same(&self) -> bool {
        self.0.is_empty()
    }

    /// The differences as Markdown, in Japanese.
    async fn markdown(&self) -> String {
        self.0.to_string()
    }

    /// The matters that differ, in the order of the notice.
    async fn sections(&self) -> Vec<NoticeChange<'_>> {
        self.0.sections.iter().map(NoticeChange).collect()
    }
}

/// What differs of a matter. A statement is told with all that leads to it, from the outside in.
pub struct NoticeChange<'a>(&'a notice::SectionChange);

/// What differs of a matter. A statement is told with all that leads to it, from the outside in.
#[Object]
impl NoticeChange<'_> {
    /// The heading of the matter, in Japanese.
    async fn matter(&self) -> &str {
        self.0.matter.title()
    }

    /// The matter by a name that stays.
    async fn code(&self) -> NoticeMatter {
        self.0.matter.into()
    }

    /// What was said before and no longer holds.
    async fn no_longer(&self) -> Vec<String> {
        self.0.no_longer.iter().map(ToString::to_string).collect()
    }

    /// What is said for the first time.
    async fn new(&self) -> Vec<String> {
        self.0.new.iter().map(ToString::to_string).collect()
    }

    /// What was missing and is stated now.
    async fn now_stated(&self) -> Vec<NoticeGap> {
        self.0.now_stated.iter().cloned().map(NoticeGap).collect()
    }

    /// What was stated, or not asked for, and is missing now.
    async fn now_missing(&self) -> Vec<NoticeGap> {
        self.0.now_missing.iter().cloned().map(NoticeGap).collect()
    }

    /// What was missing of something that the notice no longer speaks of.
    async fn no_longer_asked(&self) -> Vec<NoticeGap> {
        self.0.no_longer_asked.iter().cloned().map(NoticeGap).collect()
    }
}
