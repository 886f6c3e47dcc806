//! What may stand about a word for a category of person without making it another: 当社, 様, 等, what is added in brackets.

use std::collections::BTreeMap;

use strum::EnumString;

use crate::ledger::fold;

/// Where an addition stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub(in crate::vocabulary) enum Addition {
    /// Before the word: 当社, お.
    Before,
    /// After the word: 様, の方, 等.
    After,
    /// Between two words for categories: 及び.
    Between,
    /// At an end of what stands in brackets, which then belongs to the category: を含む.
    Including,
}

/// The most forms of one word that are looked at. A word of a ledger has a few; one made to have thousands is cut short.
const MOST_FORMS: usize = 32;

/// The additions that are known.
#[derive(Debug, Clone, Default)]
pub(super) struct Additions(BTreeMap<Addition, Vec<String>>);

impl Additions {
    pub(super) fn teach(&mut self, addition: Addition, words: Vec<&str>) {
        // A divider keeps its blanks: `and` divides `customers and applicants`, not `candidates`.
        let kept = |word: &str| if addition == Addition::Between { word.to_lowercase() } else { fold(word) };
        self.0.entry(addition).or_default().extend(words.into_iter().map(kept));
    }

    fn of(&self, addition: Addition) -> impl Iterator<Item = &str> {
        self.0.get(&addition).into_iter().flatten().map(String::as_str)
    }

    /// A folded word, and what is left of it without one addition, two, and so on. A single letter is not left.
    pub(super) fn forms(&self, folded: &str) -> Vec<String> {
        let mut forms = vec![folded.to_owned()];
        let mut at = 0;
        while at < forms.len() && forms.len() < MOST_FORMS {
            let form = forms[at].clone();
            let before = self.of(Addition::Before).filter_map(|addition| form.strip_prefix(addition));
            let after = self.of(Addition::After).filter_map(|addition| form.strip_suffix(addition));
            for rest in before.chain(after) {
                if rest.chars().nth(1).is_some() && !forms.iter().any(|known| known == rest) {
                    forms.push(rest.to_owned());
                }
            }
            at += 1;
        }
        forms
    }

    /// The words that a text names together, as written; the text itself where it names one.
    pub(super) fn divide(&self, text: &str) -> Vec<String> {
        let mut parts = vec![text.to_lowercase()];
        for between in self.of(Addition::Between) {
            parts = parts.iter().flat_map(|part| part.split(between)).map(str::to_owned).collect();
        }
        parts.retain(|part| !part.trim().is_empty());
        parts
    }

    /// What a text in brackets includes, where it says that it does.
    pub(super) fn included<'a>(&self, folded: &'a str) -> Option<&'a str> {
        self.of(Addition::Including).find_map(|sign| folded.strip_suffix(sign).or_else(|| folded.strip_prefix(sign)))
    }
}

/// A text without what stands in brackets, and what stands there. A bracket that is never closed ends with the text.
pub(super) fn without_brackets(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside) = (String::new(), Vec::new());
    let mut depth = 0_usize;
    for letter in text.chars() {
        match letter {
            '(' | '（' | '[' | '［' | '【' | '〔' => {
                if depth == 0 {
                    inside.push(String::new());
                }
                depth += 1;
            }
            ')' | '）' | ']' | '］' | '】' | '〕' => depth = depth.saturating_sub(1),
            _ => match inside.last_mut() {
                Some(part) if depth > 0 => part.push(letter),
                _ => outside.push(letter),
            },
        }
    }
    (outside, inside)
}
