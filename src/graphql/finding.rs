//! What is wrong, missing or doubtful.

use std::sync::Arc;

use async_graphql::{Enum, InputObject, Object};

use super::acceptance::Acceptance;
use super::entry::LedgerEntry;
use super::organization::Organization;
use super::stated::{Language, LawReference, Source, provisions, spoken};
use crate::{finding, ledger};

/// Something in a ledger that is wrong, missing, doubtful or out of date.
pub struct Finding {
    /// The organization that it is about.
    pub organization: Arc<ledger::Organization>,
    /// The entry that it is about.
    pub entry: Option<LedgerEntry>,
    /// What was found.
    pub what: finding::Finding,
    /// Who answers for leaving it as it is.
    pub acceptance: Option<finding::Acceptance>,
}

/// Something in a ledger that is wrong, missing, doubtful or out of date.
#[Object]
impl Finding {
    /// The kind of finding in kebab case, such as "no-ledger-here"; it is stable, and `daicho explain` says what it means.
    async fn code(&self) -> &str {
        self.what.code.as_ref()
    }

    /// How much it weighs.
    async fn severity(&self) -> Severity {
        self.what.code.severity().into()
    }

    /// What is the matter, in a sentence.
    async fn message(
        &self,
        #[graphql(default_with = "Some(Language::Ja)", desc = "The language of the sentence.")] language: Option<Language>,
    ) -> String {
        self.what.message(spoken(language))
    }

    /// What to do about it, where there is something to do.
    async fn advice(
        &self,
        #[graphql(default_with = "Some(Language::Ja)", desc = "The language of the sentence.")] language: Option<Language>,
    ) -> Option<String> {
        self.what.advice(spoken(language))
    }

    /// The organization that it is about.
    async fn organization(&self) -> Organization {
        Organization(Arc::clone(&self.organization))
    }

    /// The entry that it is about, where it is about one that is in the ledger.
    async fn entry(&self) -> Option<LedgerEntry> {
        self.entry.clone()
    }

    /// The cells that it is about.
    async fn sources(&self) -> Vec<Source> {
        self.what.sources.iter().cloned().map(Source).collect()
    }

    /// The word that tells it from other findings of its kind at the same organization or entry, such as the name of a party.
    async fn about(&self) -> Option<&str> {
        self.what.words.first().map(AsRef::as_ref)
    }

    /// Who answers for leaving it as it is, and until when; nothing where nobody does.
    async fn acceptance(&self) -> Option<Acceptance> {
        self.acceptance.clone().map(|acceptance| Acceptance { organization: Arc::clone(&self.organization), acceptance })
    }

    /// The provisions that it rests on.
    async fn basis(&self) -> Vec<LawReference> {
        provisions(&self.what.basis)
    }
}

/// How much a finding weighs.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "finding::Severity")]
pub enum Severity {
    /// It must be mended: nothing can be applied until then, or the law is broken.
    Error,
    /// Something was not understood, is doubtful or lacks what the law asks for, so that a person should look.
    Warning,
    /// It is worth knowing.
    Note,
}

/// Which findings are asked for. Conditions that are given must all hold; a list holds where one of its members does.
#[derive(InputObject, Debug, Default)]
pub struct FindingFilter {
    /// Findings of one of these kinds, such as "no-ledger-here".
    pub codes: Option<Vec<String>>,
    /// Findings of one of these weights.
    pub severities: Option<Vec<Severity>>,
    /// Findings that someone answers for today, or those that nobody does.
    pub accepted: Option<bool>,
}

impl FindingFilter {
    /// Whether findings of a kind are asked for.
    pub fn asks(&self, code: finding::Code) -> bool {
        let of_code = self.codes.as_ref().is_none_or(|codes| codes.iter().any(|asked| asked == code.as_ref()));
        let severity = Severity::from(code.severity());
        of_code && self.severities.as_ref().is_none_or(|severities| severities.contains(&severity))
    }
}
