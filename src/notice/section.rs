//! A matter with what the ledger states of it and what it leaves out.

use std::collections::BTreeSet;

use super::block::{Block, Item, Statement, Table, Term, statements};
use super::gap::{About, Gap};
use super::markdown;
use super::matter::Matter;
use crate::ledger::LawReference;

/// A matter of the notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The matter.
    pub matter: Matter,
    /// The provisions that it rests on.
    pub basis: Vec<LawReference>,
    /// What the ledger states.
    pub text: Vec<Block>,
    /// What the ledger leaves out.
    pub gaps: Vec<Gap>,
    /// What the section speaks of, in its text or its gaps.
    pub(super) about: BTreeSet<About>,
}

impl Section {
    /// A matter of which nothing is said yet.
    pub(super) fn of(matter: Matter) -> Self {
        let about = BTreeSet::from([About::Organization]);
        Self { matter, basis: matter.basis(), text: Vec::new(), gaps: Vec::new(), about }
    }

    /// Whether the ledger leaves something of the matter out.
    #[must_use]
    pub fn missing(&self) -> bool {
        !self.gaps.is_empty()
    }

    /// What the ledger states, as Markdown; none where it states nothing.
    #[must_use]
    pub fn markdown(&self) -> Option<String> {
        (!self.text.is_empty()).then(|| markdown::blocks(&self.text))
    }

    /// What the text states, piece by piece.
    #[must_use]
    pub fn statements(&self) -> Vec<Statement> {
        statements(&self.text)
    }

    pub(super) fn heading(&mut self, words: impl Into<String>) {
        self.text.push(Block::Heading(words.into()));
    }

    pub(super) fn paragraph(&mut self, words: impl Into<String>) {
        self.text.push(Block::Paragraph(words.into()));
    }

    pub(super) fn list(&mut self, lines: impl IntoIterator<Item = impl Into<Item>>) {
        let lines: Vec<Item> = lines.into_iter().map(Into::into).collect();
        if !lines.is_empty() {
            self.text.push(Block::List(lines));
        }
    }

    pub(super) fn table(&mut self, headings: &[&'static str], rows: Vec<Vec<Vec<String>>>) {
        if !rows.is_empty() {
            self.text.push(Block::Table(Table { headings: headings.to_vec(), rows }));
        }
    }

    pub(super) fn terms(&mut self, terms: Vec<Term>) {
        if !terms.is_empty() {
            self.text.push(Block::Terms(terms));
        }
    }

    /// Takes note that the section speaks of something.
    pub(super) fn speaks_of(&mut self, about: About) {
        self.about.insert(about);
    }

    /// Takes in something that is missing.
    pub(super) fn lacks(&mut self, gap: Gap) {
        self.about.insert(gap.about.clone());
        self.gaps.push(gap);
    }
}
