//! What a format has no place for: named with how often it is met, so that nothing is lost in silence.

use std::collections::BTreeMap;

use crate::language::Language;

/// What becomes of a matter that a format cannot express.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    /// Its words stand where the format takes any words.
    InWords,
    /// The format takes silence for no.
    SilenceIsNo,
    /// The format demands it, and what the ledger does not say got a value that says so.
    Demanded,
    /// It is not written.
    LeftOut,
}

/// What one format cannot express of one ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unexpressed {
    format: &'static str,
    /// Where the format takes any words.
    words_stand_in: &'static str,
    /// How often each matter, by its heading, met which fate.
    matters: BTreeMap<(Fate, String), usize>,
}

impl Unexpressed {
    /// Nothing yet, of the format of that name that takes any words in that place.
    pub(super) fn of(format: &'static str, words_stand_in: &'static str) -> Self {
        Self { format, words_stand_in, matters: BTreeMap::new() }
    }

    fn note(&mut self, fate: Fate, matter: &str, times: usize) {
        if times > 0 {
            *self.matters.entry((fate, matter.to_owned())).or_default() += times;
        }
    }

    /// A matter of an entry that is kept in words alone.
    pub(super) fn in_words(&mut self, matter: &str) {
        self.note(Fate::InWords, matter, 1);
    }

    /// A matter that an entry does not say for certain, and that the format then denies.
    pub(super) fn silent(&mut self, matter: &str) {
        self.note(Fate::SilenceIsNo, matter, 1);
    }

    /// A matter that an entry does not say, and that the format demands.
    pub(super) fn demanded(&mut self, matter: &str) {
        self.note(Fate::Demanded, matter, 1);
    }

    /// A matter that is not written at all, this many times.
    pub(super) fn left_out(&mut self, matter: &str, times: usize) {
        self.note(Fate::LeftOut, matter, times);
    }

    /// One sentence a matter, in the order of what becomes of it and of its heading.
    #[must_use]
    pub fn sentences(&self, language: Language) -> Vec<String> {
        let (format, place) = (self.format, self.words_stand_in);
        let sentence = |((fate, matter), times): (&(Fate, String), &usize)| match (fate, language) {
            (Fate::InWords, Language::Ja) => {
                format!("「{matter}」（{times}件）：{format}に当てはまる項目がないため、{place}に言葉のまま書きました。")
            }
            (Fate::InWords, Language::En) => format!("{times} × {matter}: has no place in {format}; the words stand in {place}."),
            (Fate::SilenceIsNo, Language::Ja) => {
                format!("「{matter}」の記載がないか、可能性だけが記載されているもの（{times}件）：{format}では「無」と受け取られます。")
            }
            (Fate::SilenceIsNo, Language::En) => {
                format!("{times} × {matter}: is not stated, or stated as possible only, which {format} takes for no.")
            }
            (Fate::Demanded, Language::Ja) => {
                format!("「{matter}」の記載がないもの（{times}件）：{format}では必須のため、「記載なし」という値にしました。")
            }
            (Fate::Demanded, Language::En) => {
                format!("{times} × {matter}: is not stated; {format} demands it and got a value that says so.")
            }
            (Fate::LeftOut, Language::Ja) => format!("「{matter}」（{times}件）：{format}に当てはまる項目がないため、書き出していません。"),
            (Fate::LeftOut, Language::En) => format!("{times} × {matter}: has no place in {format} and was left out."),
        };
        self.matters.iter().map(sentence).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_matter_is_named_with_how_often_it_is_met() {
        let mut unexpressed = Unexpressed::of("Fides", "meta");
        unexpressed.in_words("保存の例外");
        unexpressed.in_words("保存の例外");
        unexpressed.silent("第三者提供の有無");
        unexpressed.left_out("方針", 0);
        let english = unexpressed.sentences(Language::En);
        assert_eq!(english[0], "2 × 保存の例外: has no place in Fides; the words stand in meta.");
        assert_eq!(english[1], "1 × 第三者提供の有無: is not stated, or stated as possible only, which Fides takes for no.");
        assert_eq!(english.len(), 2, "what is not met is not named");
        assert_eq!(unexpressed.sentences(Language::Ja).len(), 2);
    }
}
