//! The law's data in both languages.

use serde::Deserialize;

use crate::language::Language;

/// Something said in Japanese and in English.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Wording {
    /// In Japanese.
    pub ja: String,
    /// In English.
    pub en: String,
}

impl Wording {
    /// What it says in a language.
    #[must_use]
    pub fn text(&self, language: Language) -> &str {
        language.pick(&self.ja, &self.en)
    }
}
