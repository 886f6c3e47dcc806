//! Words of ledgers and what they are in Fides and in the W3C Data Privacy Vocabulary: `imports/vocabulary/interchange.toml`.
//!
//! A word is known only as a whole, folded, and without the ため that ends a purpose: what a phrase contains is never guessed from.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::ledger::fold;

/// A word of ledgers, and what it is elsewhere.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The key of the Fides taxonomy.
    pub fides: Option<String>,
    /// The term of the Data Privacy Vocabulary with its prefix, `dpv:` or `pd:`.
    pub dpv: Option<String>,
    /// What ledgers say; the first is said for the key.
    pub words: Vec<String>,
}

/// Terms by their words and keys.
#[derive(Debug, Default)]
pub struct Terms {
    all: Vec<Term>,
    by_word: BTreeMap<String, usize>,
    by_key: BTreeMap<String, usize>,
}

/// The three vocabularies that both sides have.
#[derive(Debug)]
pub struct Interchange {
    /// Categories of person.
    pub subjects: Terms,
    /// Items.
    pub items: Terms,
    /// Purposes.
    pub purposes: Terms,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    subjects: Vec<Term>,
    items: Vec<Term>,
    purposes: Vec<Term>,
}

static INTERCHANGE: LazyLock<Interchange> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../imports/vocabulary/interchange.toml")).expect("the file is compiled in");
    Interchange { subjects: Terms::new(file.subjects), items: Terms::new(file.items), purposes: Terms::new(file.purposes) }
});

impl Interchange {
    /// What is compiled in.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &INTERCHANGE
    }
}

impl Terms {
    fn new(terms: Vec<Term>) -> Self {
        let mut known = Self { all: terms, ..Self::default() };
        for (at, term) in known.all.iter().enumerate() {
            for word in &term.words {
                let before = known.by_word.insert(bare(word), at);
                assert!(before.is_none(), "{word} stands twice");
            }
            if let Some(key) = &term.fides {
                known.by_key.insert(key.clone(), at);
            }
        }
        known
    }

    /// What a word of a ledger is, where it is known.
    #[must_use]
    pub fn of(&self, word: &str) -> Option<&Term> {
        self.by_word.get(&bare(word)).map(|at| &self.all[*at])
    }

    /// What a ledger says for a key of Fides, where it is one of the taxonomy's own.
    #[must_use]
    pub fn word(&self, key: &str) -> Option<&str> {
        self.by_key.get(key).map(|at| self.all[*at].words[0].as_str())
    }
}

/// A word folded, without the ため or のため that ends a purpose.
fn bare(word: &str) -> String {
    let word = word.trim().trim_end_matches('。');
    fold(word.strip_suffix("のため").or_else(|| word.strip_suffix("ため")).unwrap_or(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_as_a_whole_only() {
        let known = Interchange::built_in();
        let dpv = |word| known.purposes.of(word).and_then(|term| term.dpv.as_deref());
        assert_eq!(dpv("採用業務のため"), Some("dpv:RecruitmentManagement"));
        assert_eq!(dpv("採用業務及び統計のため"), None);
        assert_eq!(known.items.of("ＩＰアドレス").and_then(|term| term.fides.as_deref()), Some("user.device.ip_address"));
        assert_eq!(known.subjects.word("customer"), Some("お客様"));
        assert_eq!(known.subjects.word("customers"), None);
    }
}
