//! What is stated, where it was read, and what it rests on.

use async_graphql::{Enum, Object};

use crate::{language, ledger};

/// A language in which names and messages can be asked for.
#[derive(Enum, Debug, Clone, Copy, Default, PartialEq, Eq)]
#[graphql(remote = "language::Language")]
pub enum Language {
    /// Japanese.
    #[default]
    Ja,
    /// English.
    En,
}

/// The language asked for; Japanese where none is.
#[must_use]
pub fn spoken(language: Option<Language>) -> language::Language {
    language.unwrap_or_default().into()
}

/// What a ledger says of a yes-or-no matter. NOT_STATED is not NO: it means that the ledger says nothing.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ledger::Stated")]
pub enum Stated {
    /// The ledger says yes.
    Yes,
    /// The ledger says no.
    No,
    /// The ledger foresees it without saying that it happens (「…することがあります」).
    Possible,
    /// The ledger says nothing.
    #[expect(clippy::enum_variant_names, reason = "the contract's word")]
    NotStated,
}

/// A provision of law that an answer or a finding rests on.
pub struct LawReference(pub ledger::LawReference);

/// A provision of law that an answer or a finding rests on.
#[Object]
impl LawReference {
    /// The law by its short name: APPI, APPI_ORDER, APPI_RULES, NUMBER_ACT, GUIDELINE, JIS_Q_15001 and others.
    async fn law(&self) -> &str {
        self.0.law.as_ref()
    }

    /// The article with its paragraph and item, such as "28(1)" or "10-7"; the words as cited where OTHER is the law.
    async fn article(&self) -> &str {
        &self.0.article
    }

    /// The title of the article, or of the law where the article has none here.
    async fn title(
        &self,
        #[graphql(default_with = "Some(Language::Ja)", desc = "The language of the title.")] language: Option<Language>,
    ) -> &str {
        self.0.title(spoken(language))
    }
}

/// Provisions as the API shows them.
pub fn provisions(references: &[ledger::LawReference]) -> Vec<LawReference> {
    references.iter().cloned().map(LawReference).collect()
}

/// The cell in which a stated fact was read.
pub struct Source(pub ledger::Source);

/// The cell in which a stated fact was read.
#[Object]
impl Source {
    /// The field of the API that the cell became, such as "retention".
    async fn field(&self) -> &str {
        self.0.field.as_ref()
    }

    /// The file name of the workbook.
    async fn workbook(&self) -> &str {
        &self.0.sheet.workbook
    }

    /// The name of the sheet; empty for a CSV file that stands alone.
    async fn sheet(&self) -> &str {
        &self.0.sheet.sheet
    }

    /// The cell in A1 notation, such as "F12"; in a file without cells the path, such as "system[0].name".
    async fn cell(&self) -> String {
        self.0.cell.to_string()
    }

    /// The cell as written.
    async fn text(&self) -> &str {
        &self.0.text
    }
}
