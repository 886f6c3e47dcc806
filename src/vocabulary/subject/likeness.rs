//! How like each other two words for categories of person are.

use strum::AsRefStr;

use super::word::How;
use super::{SubjectWord, Subjects};
use crate::ledger::fold;
use crate::vocabulary::is_near;

/// How a word asked for and a written one go together, the surest first. The last two are no match: they are asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, AsRefStr)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Likeness {
    /// The same word, but for width, kana, case and white space.
    SameWord,
    /// The same word, but for what may stand about it: 当社退職者 is 退職者, お客様（法人） is お客様.
    Variant,
    /// Another word for the same category: 元社員 is 退職者.
    Synonym,
    /// The written word names several categories, and this is one of them: 従業員及びその家族.
    OneOfSeveral,
    /// One word, not known itself, is a part of the other, or what stands in brackets makes it doubtful: 法人会員 may be 会員.
    Within,
    /// It may be a slip for the word or for a synonym of it.
    SpelledAlike,
}

impl Likeness {
    /// Whether the words name the same category, so far as the vocabulary knows.
    #[must_use]
    pub fn is_match(self) -> bool {
        self < Self::Within
    }
}

/// The fewest letters of a word that may be found within another: two, or four Latin ones.
fn may_stand_within(word: &str) -> bool {
    word.chars().nth(if word.is_ascii() { 3 } else { 1 }).is_some()
}

impl Subjects {
    /// How a word asked for and a written one go together; nothing where they do not.
    #[must_use]
    pub fn likeness(&self, asked: &SubjectWord, written: &SubjectWord) -> Option<Likeness> {
        Self::same(asked, written).or_else(|| self.near(asked, written))
    }

    /// Whether a written word names a category asked for.
    #[must_use]
    pub fn is_match(asked: &SubjectWord, written: &SubjectWord) -> bool {
        Self::same(asked, written).is_some_and(Likeness::is_match)
    }

    fn same(asked: &SubjectWord, written: &SubjectWord) -> Option<Likeness> {
        if asked.whole == written.whole {
            return Some(Likeness::SameWord);
        }
        let pairs = asked.named.iter().flat_map(|one| written.named.iter().map(move |other| (one, other)));
        let same = pairs.filter_map(|(one, other)| {
            let same_word = !one.plain.is_empty() && one.plain == other.plain;
            if !same_word && (one.group.is_none() || one.group != other.group) {
                return None;
            }
            Some(match (one.how, other.how) {
                (How::Doubtful, _) | (_, How::Doubtful) => Likeness::Within,
                (_, How::Beside) => Likeness::OneOfSeveral,
                _ if same_word => Likeness::Variant,
                _ => Likeness::Synonym,
            })
        });
        same.min()
    }

    fn near(&self, asked: &SubjectWord, written: &SubjectWord) -> Option<Likeness> {
        // Of two words that are known for one category each, neither is meant by the other: 退職社員 is no 社員.
        if asked.is_known() && written.is_known() {
            return None;
        }
        let stands_within = |part: &str, of: &str| may_stand_within(part) && of.contains(part);
        let within = |(a, b): (&str, &str)| stands_within(a, b) || stands_within(b, a);
        if asked.spellings().flat_map(|a| written.spellings().map(move |b| (a, b))).any(within) {
            return Some(Likeness::Within);
        }
        // A word that is known is no slip for another.
        let (a, b) = (asked.whole.as_str(), written.whole.as_str());
        let unknown = asked.named.iter().all(|category| category.group.is_none());
        let synonyms = || written.named.iter().filter_map(|category| category.group).flat_map(|group| &self.words[group]);
        let slip = unknown && (is_near(a, b) || synonyms().any(|word| is_near(a, &fold(word))));
        slip.then_some(Likeness::SpelledAlike)
    }
}
