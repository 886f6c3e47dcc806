//! A finding in words.

use super::Finding;
use crate::language::Language;

impl Finding {
    /// What is the matter, in one sentence.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let [[ja, en], _] = self.code.wording();
        self.fill(language.pick(ja, en))
    }

    /// What to do about it, where there is something to do.
    #[must_use]
    pub fn advice(&self, language: Language) -> Option<String> {
        let [_, [ja, en]] = self.code.wording();
        let advice = self.fill(language.pick(ja, en));
        (!advice.is_empty()).then_some(advice)
    }

    fn fill(&self, wording: &str) -> String {
        let mut filled = wording.to_owned();
        for (place, word) in self.words.iter().enumerate() {
            filled = filled.replace(&format!("{{{place}}}"), word);
        }
        filled
    }
}
