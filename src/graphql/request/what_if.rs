//! What a request would need, without receiving it.
#![expect(clippy::unused_async, reason = "the library takes async resolvers only")]

use std::sync::Arc;

use async_graphql::{Context, Error, InputObject, Object, Result};

use super::letter::{self, Letter};
use crate::clock;
use crate::graphql::procedure::{Fee, RequesterKind, RequiredDocument, Right};
use crate::graphql::refusal::sentence;
use crate::graphql::requester_view::RequesterView;
use crate::graphql::scalars::Day;
use crate::graphql::snapshot::Snapshot;
use crate::graphql::stated::{Language, spoken};
use crate::graphql::view::{failed, view};
use crate::language;
use crate::request::{Application, Case, Fault, Received, Refused, receive};
use crate::store::Store;
use crate::vocabulary::Vocabulary;

/// Who would ask whom for what.
#[derive(InputObject)]
pub struct WhatIfInput {
    /// The code of the organization.
    organization: String,
    /// What would be asked for.
    rights: Vec<Right>,
    /// Who would ask.
    #[graphql(default_with = "RequesterKind::Principal")]
    requester: RequesterKind,
    /// The categories of person that the person would say it belongs to.
    subjects: Vec<String>,
    /// How many items would be asked about, where the fee is an item's.
    #[graphql(default = 1)]
    items: u32,
}

/// What a request of today would need.
pub struct WhatIf {
    snapshot: Arc<Snapshot>,
    received: Received,
    case: Case,
}

/// What a request of today would need, and what could be seen.
#[Object]
impl WhatIf {
    /// The papers that would be needed.
    async fn documents(&self) -> Vec<RequiredDocument> {
        self.case.owed.papers.iter().cloned().map(RequiredDocument).collect()
    }

    /// All that would be owed before anything is looked up, in words.
    async fn missing(
        &self,
        #[graphql(default_with = "Some(Language::Ja)", desc = "The language of the words.")] language: Option<Language>,
    ) -> Vec<String> {
        self.case.missing().iter().map(|missing| missing.name(spoken(language))).collect()
    }

    /// The fee that the procedure sets; FREE where the law allows none.
    async fn fee_due(&self) -> Fee {
        Fee(self.received.charges.fee())
    }

    /// What would be due in yen, with tax; nothing where an estimate would come first.
    async fn fee_yen(&self) -> Option<u32> {
        self.case.owed.fee.total(None)
    }

    /// What is to be known of the fee.
    async fn fee_warnings(
        &self,
        #[graphql(default_with = "Some(Language::Ja)", desc = "The language of the words.")] language: Option<Language>,
    ) -> Vec<String> {
        self.received.charges.warnings.iter().map(|warning| warning.message(spoken(language))).collect()
    }

    /// The day by which it would be answered.
    async fn due_on(&self) -> Day {
        Day(self.received.due_on)
    }

    /// What could be seen of each entry, for each of the rights in the order in which the law has them.
    async fn views(&self) -> Result<Vec<RequesterView>> {
        let asked = &self.received.application;
        super::views(&self.snapshot, &self.received.organization, asked, &asked.rights)
    }

    /// The letter that says what to send and what it costs, to one who is not named.
    async fn guidance(&self) -> Result<Letter> {
        letter::of_guidance_ahead(&self.snapshot, &self.received)
    }
}

/// That a request asks for what none can, as the API's error.
pub(super) fn out_of_range(fault: Fault) -> Error {
    let refused = Refused::from(fault);
    sentence("OUT_OF_RANGE", &refused.message(language::Language::Ja), &refused.message(language::Language::En))
}

/// What a request of today would need.
///
/// # Errors
/// Where the organization is not the caller's, too much is asked at once, or the registry cannot be read.
pub async fn what_if(ctx: &Context<'_>, input: WhatIfInput) -> Result<WhatIf> {
    let snapshot = view(ctx, Some(vec![input.organization.clone()]), None).await?;
    let organization = snapshot.organization(&input.organization.as_str().into());
    let terms = ctx.data::<Store>()?.request_terms(&input.organization).await.map_err(failed)?;
    let today = clock::today();
    let application = Application {
        rights: input.rights.into_iter().map(Into::into).collect(),
        requester: input.requester.into(),
        subjects: input.subjects.iter().map(|subject| subject.trim().into()).collect(),
        items: input.items,
        received_on: today,
    };
    let received = receive(&organization, snapshot.ledger().revision(), application, terms, Vocabulary::built_in(), today);
    let received = received.map_err(out_of_range)?;
    let case = Case { receipt: received.numbered("".into()), owed: received.owed.clone(), events: Vec::new(), papers: Vec::new() };
    Ok(WhatIf { snapshot, received, case })
}
