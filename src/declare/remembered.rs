//! Cells that say the same are read once: ledgers repeat the same words thousands of times, and what was made of them is shared.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use foldhash::{HashMap, HashMapExt as _, HashSet};

use crate::ledger::{AcquisitionSource, Capacity, Disclosure, Medium, Nature, Retention, Text, Whereabouts};
use crate::sheet::table::Value;

use super::cell::{Asked, Legend, Mark, Parties, Reading, Unit};

/// The most texts that are remembered of one kind of cell.
const MOST: usize = 20_000;

/// What was made of the cells of a sheet.
#[derive(Debug, Default)]
pub(super) struct Memory {
    pub lists: Remembered<Vec<Text>>,
    pub sentences: Remembered<Vec<Text>>,
    pub notes: Remembered<Option<Text>>,
    pub acquired_from: Remembered<Vec<AcquisitionSource>>,
    pub natures: Remembered<Nature>,
    pub capacities: Under<Asked, Capacity>,
    pub dates: Remembered<Option<NaiveDate>>,
    pub storages: Remembered<Whereabouts>,
    pub media: Remembered<Vec<Medium>>,
    pub retentions: Under<Option<Unit>, Retention>,
    pub disclosures: Under<Legend, Disclosure>,
    pub marks: Under<Legend, Mark>,
    pub parties: Under<Legend, Parties>,
}

/// What was made of cells whose meaning hangs also on what holds where they stand, such as a legend or a unit. That, and not the
/// heading, is what it is kept by: in another table of the sheet something else may hold under the same heading.
#[derive(Debug)]
pub(super) struct Under<K, T>(BTreeMap<K, Remembered<T>>);

impl<K, T> Default for Under<K, T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Clone + Ord, T: Clone> Under<K, T> {
    /// What a text says where this holds, read when it is met there for the first time.
    pub(super) fn or_read(&mut self, holds: &K, text: &Text, read: impl FnOnce(&str) -> Reading<T>) -> Reading<T> {
        match self.0.get_mut(holds) {
            Some(remembered) => remembered.or_read(text, read),
            None => self.0.entry(holds.clone()).or_default().or_read(text, read),
        }
    }
}

/// What was made of the cells of one kind, by where in memory their text is, which is kept beside so that nothing else comes to be
/// there. A workbook has each text once, so letters need not be compared.
#[derive(Debug)]
pub(super) struct Remembered<T>(HashMap<usize, (Text, Reading<T>)>);

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T: Clone> Remembered<T> {
    /// What a text says, read when it is met for the first time.
    pub(super) fn or_read(&mut self, text: &Text, read: impl FnOnce(&str) -> Reading<T>) -> Reading<T> {
        let place = Arc::as_ptr(text).cast::<u8>().addr();
        if let Some((_, known)) = self.0.get(&place) {
            return known.clone();
        }
        let reading = read(text);
        if self.0.len() < MOST {
            self.0.insert(place, (text.clone(), reading.clone()));
        }
        reading
    }
}

/// Texts that are kept once, however often they are written.
#[derive(Debug, Default)]
pub(super) struct Shared {
    made: HashSet<Text>,
    /// Copies of the texts that many cells have, by where in memory those are, which are kept beside so that nothing else comes to be there.
    common: HashMap<usize, (Text, Text)>,
}

impl Shared {
    /// The text of a value.
    pub(super) fn text(&mut self, value: &Value) -> Text {
        match value {
            Value::Text(text) => self.own(text),
            other => self.keep(&other.text().as_ref().into()),
        }
    }

    /// The words of a cell, as they are kept.
    pub(super) fn words<'t>(&mut self, words: Cow<'t, Text>) -> Cow<'t, Text> {
        match words {
            Cow::Borrowed(text) if !is_common(text) => Cow::Borrowed(text),
            Cow::Borrowed(text) => Cow::Owned(self.own(text)),
            Cow::Owned(made) => Cow::Owned(self.keep(&made)),
        }
    }

    /// A text of the workbook, which has each once. Of one that many cells have it is a copy: processors that count the uses of one
    /// together wait for each other.
    pub(super) fn own(&mut self, text: &Text) -> Text {
        if !is_common(text) {
            return Arc::clone(text);
        }
        let place = Arc::as_ptr(text).cast::<u8>().addr();
        Arc::clone(&self.common.entry(place).or_insert_with(|| (Arc::clone(text), (**text).into())).1)
    }

    /// The text as it is kept.
    pub(super) fn keep(&mut self, text: &Text) -> Text {
        if let Some(kept) = self.made.get(text) {
            return Arc::clone(kept);
        }
        if self.made.len() < MOST * 5 {
            self.made.insert(Arc::clone(text));
        }
        Arc::clone(text)
    }
}

/// Whether many cells have a text.
fn is_common(text: &Text) -> bool {
    const MANY: usize = 100;
    Arc::strong_count(text) > MANY
}
