//! Keys of Fides for the words of a ledger, and the resources that name those which the taxonomy lacks.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::vocabulary::{Interchange, Terms};

/// The use of a declaration whose purpose the ledger does not state.
pub(super) const NOT_STATED: &str = "not_stated";

/// The keys that were given beside the taxonomy's own, each with its wording.
#[derive(Default)]
pub(super) struct Keys {
    subjects: BTreeMap<String, String>,
    categories: BTreeMap<String, String>,
    uses: BTreeMap<String, String>,
}

impl Keys {
    /// The key of an item: below `user`, where the taxonomy has nothing nearer.
    pub(super) fn category(&mut self, word: &str) -> String {
        named(&Interchange::built_in().items, word, Some("user"), &mut self.categories)
    }

    /// The key of a purpose.
    pub(super) fn purpose(&mut self, word: &str) -> String {
        named(&Interchange::built_in().purposes, word, None, &mut self.uses)
    }

    /// The key of a purpose that is not stated.
    pub(super) fn no_purpose(&mut self) -> String {
        self.uses.insert(NOT_STATED.to_owned(), "利用目的の記載なし".to_owned());
        NOT_STATED.to_owned()
    }

    /// The key of a category of person, and whether it says the word itself. Subjects have no keys below others.
    pub(super) fn subject(&mut self, word: &str) -> (String, bool) {
        let known = &Interchange::built_in().subjects;
        if let Some(key) = known.of(word).and_then(|term| term.fides.as_deref()) {
            return (key.to_owned(), known.word(key) == Some(word));
        }
        let key = made(word);
        self.subjects.insert(key.clone(), word.to_owned());
        (key, true)
    }

    /// The resources that name the keys that were given, a kind each.
    pub(super) fn resources(&self, organization: &str) -> [(&'static str, Vec<Value>); 3] {
        let resources = |keys: &BTreeMap<String, String>| {
            let resource = |(key, name): (&String, &String)| {
                let mut resource = json!({ "fides_key": key, "organization_fides_key": organization, "name": name });
                if let Some((parent, _)) = key.rsplit_once('.') {
                    resource["parent_key"] = parent.into();
                }
                resource
            };
            keys.iter().map(resource).collect()
        };
        [("data_subject", resources(&self.subjects)), ("data_category", resources(&self.categories)), ("data_use", resources(&self.uses))]
    }
}

/// The taxonomy's key where it says the very word, else one of its own below the nearest.
fn named(known: &Terms, word: &str, otherwise: Option<&str>, given: &mut BTreeMap<String, String>) -> String {
    let nearest = known.of(word).and_then(|term| term.fides.as_deref());
    if let Some(key) = nearest.filter(|key| known.word(key) == Some(word)) {
        return key.to_owned();
    }
    let key = nearest.or(otherwise).map_or_else(|| made(word), |parent| format!("{parent}.{}", made(word)));
    given.insert(key.clone(), word.to_owned());
    key
}

/// The words as a key where they are one, else one that the same words always give.
pub(super) fn key(words: &str) -> String {
    let is_key = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.' | '-');
    if !words.is_empty() && words.chars().all(is_key) { words.to_owned() } else { made(words) }
}

fn made(words: &str) -> String {
    let digest = Sha256::digest(words.as_bytes());
    let digits: String = digest.iter().take(5).map(|byte| format!("{byte:02x}")).collect();
    format!("w_{digits}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_wording_below_the_nearest_key() {
        let mut keys = Keys::default();
        assert_eq!(keys.category("氏名"), "user.name");
        let other = keys.category("お名前");
        assert!(other.starts_with("user.name.w_"), "{other}");
        assert!(keys.category("測定データ").starts_with("user.w_"));
        assert_eq!(keys.subject("顧客"), ("customer".to_owned(), false));
        assert_eq!(key("A-01"), "A-01");
        assert_eq!(key("人事-1"), key("人事-1"));
        let [_, (kind, categories), _] = keys.resources("kou");
        assert_eq!((kind, categories.len()), ("data_category", 2));
        assert!(categories.iter().any(|category| category["name"] == "お名前" && category["parent_key"] == "user.name"));
    }
}
