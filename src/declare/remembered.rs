//! Cells that say the same are read once: ledgers repeat the same words thousands of times, and what was made of them is shared.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::ledger::Text;

use super::cell::Reading;

/// The most texts that are remembered of one kind of cell.
const MOST: usize = 20_000;

/// What was made of the cells of one kind.
#[derive(Debug)]
pub(super) struct Remembered<T>(HashMap<Text, Reading<T>>);

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T: Clone> Remembered<T> {
    /// What a text says, read when it is met for the first time.
    pub(super) fn or_read(&mut self, text: &Text, read: impl FnOnce(&str) -> Reading<T>) -> Reading<T> {
        if let Some(known) = self.0.get(text) {
            return known.clone();
        }
        let reading = read(text);
        if self.0.len() < MOST {
            self.0.insert(text.clone(), reading.clone());
        }
        reading
    }
}

/// Texts that are kept once, however often they are written.
#[derive(Debug, Default)]
pub(super) struct Shared(HashSet<Text>);

impl Shared {
    /// The text as it is kept.
    pub(super) fn keep(&mut self, text: &Text) -> Text {
        if let Some(kept) = self.0.get(text) {
            return Arc::clone(kept);
        }
        if self.0.len() < MOST * 5 {
            self.0.insert(Arc::clone(text));
        }
        Arc::clone(text)
    }
}
