//! Lists of which one part is said to be what stands above: 同上、産業医.

use std::collections::BTreeMap;

use crate::ledger::Text;
use crate::sheet::table::Value;
use crate::vocabulary::Vocabulary;

use super::cell::{is_ditto, literals, written};

/// What cells with such a part came to mean, by column: the cell as written, and its words.
#[derive(Debug, Default)]
pub(super) struct Above(BTreeMap<u32, (Text, Vec<Text>)>);

impl Above {
    /// The words of a cell with those of the cell above in place of 同上, as `read` takes them from a cell; none where a part says 同上
    /// and nothing stands above.
    pub(super) fn complete(
        &mut self,
        words: Vec<Text>,
        (text, column): (&Text, u32),
        above: Option<&Value>,
        vocabulary: &Vocabulary,
        read: impl FnOnce(&str) -> Vec<Text>,
    ) -> Result<Vec<Text>, Vec<Text>> {
        let is_part = |word: &Text| is_ditto(word, vocabulary);
        if words.len() < 2 || !words.iter().any(is_part) || literals(text).is_some() {
            return Ok(words);
        }
        let Some(of_above) = above.and_then(|value| written(value).value) else {
            return Err(words.into_iter().filter(|word| !is_part(word)).collect());
        };
        let meant = match self.0.get(&column) {
            Some((known, meant)) if *known == *of_above => meant.clone(),
            _ => read(&of_above),
        };
        let mut complete: Vec<Text> = Vec::new();
        for word in words {
            let parts = if is_part(&word) { meant.clone() } else { vec![word] };
            for part in parts {
                if !complete.contains(&part) {
                    complete.push(part);
                }
            }
        }
        self.0.insert(column, (text.clone(), complete.clone()));
        Ok(complete)
    }
}
