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

    /// The wording with its words in place. A word is put in as it is, even where it looks like a place itself.
    fn fill(&self, wording: &str) -> String {
        let mut filled = String::with_capacity(wording.len());
        let mut rest = wording;
        while let Some(open) = rest.find('{') {
            let place = rest[open + 1..].split_once('}').and_then(|(place, after)| Some((place.parse::<usize>().ok()?, after)));
            let word = place.and_then(|(place, after)| Some((self.words.get(place)?, after)));
            let (put, after) = word.map_or(("{", &rest[open + 1..]), |(word, after)| (word.as_ref(), after));
            filled.push_str(&rest[..open]);
            filled.push_str(put);
            rest = after;
        }
        filled + rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Code;

    #[test]
    fn words_are_put_in_as_they_are() {
        let words = vec!["{1}".into(), "{0}と{".into()];
        let finding =
            Finding { code: Code::CountryUnknown, organization: "".into(), entry: None, words, sources: Vec::new(), basis: Vec::new() };
        assert_eq!(finding.fill("{0}：{1}、{2}、{}、{x"), "{1}：{0}と{、{2}、{}、{x");
    }
}
