//! A tree of values, from the rows that carry it.

use std::collections::BTreeMap;

use crate::ledger::Text;
use crate::sheet::limits;
use crate::sheet::table::{Table, Value};

/// A value, a list or a mapping. Places of a list that say nothing are not there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Node {
    Value(Text),
    List(BTreeMap<u32, Node>),
    Mapping(BTreeMap<Text, Node>),
}

/// A value within a tree, and the way there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leaf {
    /// The way there, e.g. `system[2].privacy_declarations[0].data_use`.
    pub path: String,
    /// The keys on the way, from the node that was asked.
    pub keys: String,
    /// The value as written.
    pub text: Text,
}

/// The keys of a mapping that are read.
pub(super) struct Keys {
    /// Where a value is expected.
    pub values: &'static [&'static str],
    /// Where a value or a list of values is expected.
    pub lists: &'static [&'static str],
    /// Where all is read that stands there.
    pub whole: &'static [&'static str],
}

impl Node {
    /// The tree that a table carries.
    pub(super) fn of(table: &Table) -> Self {
        let mut root = Self::Mapping(BTreeMap::new());
        for row in &table.rows {
            let Some((value, steps)) = row.cells.split_last() else { continue };
            // The reading process sends nothing deeper; were it made to, nothing here is to go down after it.
            if steps.len() <= limits::DEPTH + 1 {
                root.insert(steps.iter().map(|cell| &cell.value), value.value.text().as_ref().into());
            }
        }
        root
    }

    fn insert<'a>(&mut self, mut steps: impl Iterator<Item = &'a Value>, value: Text) {
        let next = match steps.next() {
            None => {
                *self = Self::Value(value);
                return;
            }
            Some(Value::Number(place)) => {
                if !matches!(self, Self::List(_)) {
                    *self = Self::List(BTreeMap::new());
                }
                let Self::List(list) = self else { return };
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a place in a list, from 0, was counted as u32"
                )]
                list.entry(*place as u32)
            }
            Some(key) => {
                if !matches!(self, Self::Mapping(_)) {
                    *self = Self::Mapping(BTreeMap::new());
                }
                let Self::Mapping(mapping) = self else { return };
                let next = mapping.entry(key.text().as_ref().into()).or_insert_with(|| Self::Value("".into()));
                next.insert(steps, value);
                return;
            }
        };
        next.or_insert_with(|| Self::Value("".into())).insert(steps, value);
    }

    pub(super) fn is_mapping(&self) -> bool {
        matches!(self, Self::Mapping(_))
    }

    /// What stands under a key.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        if let Self::Mapping(mapping) = self { mapping.get(key) } else { None }
    }

    /// The value under a key.
    pub(super) fn text(&self, key: &str) -> Option<&Text> {
        if let Some(Self::Value(text)) = self.get(key) { Some(text) } else { None }
    }

    /// The nodes of the list under a key, each with its place. A single node is a list of one, as people write it.
    pub(super) fn list(&self, key: &str) -> Vec<(u32, &Self)> {
        match self.get(key) {
            Some(Self::List(list)) => list.iter().map(|(place, node)| (*place, node)).collect(),
            Some(single) => vec![(0, single)],
            None => Vec::new(),
        }
    }

    /// The values of the list under a key.
    pub(super) fn texts(&self, key: &str) -> Vec<Text> {
        self.list(key).into_iter().filter_map(|(_, node)| if let Self::Value(text) = node { Some(text.clone()) } else { None }).collect()
    }

    /// The same mapping without some keys.
    pub(super) fn without(&self, keys: &[&str]) -> Self {
        match self {
            Self::Mapping(mapping) => {
                let kept = mapping.iter().filter(|(key, _)| !keys.contains(&key.as_ref()));
                Self::Mapping(kept.map(|(key, node)| (key.clone(), node.clone())).collect())
            }
            other => other.clone(),
        }
    }

    /// Every value below apart from those under the keys that are read: as a value, as a list of values, or whatever stands there.
    pub(super) fn unread(&self, path: &str, read: &Keys) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        let Self::Mapping(mapping) = self else { return self.leaves(path) };
        for (key, node) in mapping {
            let key: &str = key;
            match node {
                _ if read.whole.contains(&key) => {}
                Self::Value(_) if read.values.contains(&key) || read.lists.contains(&key) => {}
                Self::List(list) if read.lists.contains(&key) => {
                    for (place, node) in list.iter().filter(|(_, node)| !matches!(node, Self::Value(_))) {
                        node.gather(&format!("{}[{place}]", below(path, key)), key, &mut leaves);
                    }
                }
                other => other.gather(&below(path, key), key, &mut leaves),
            }
        }
        leaves
    }

    /// Every value below, with the way there from a path that leads here.
    pub(super) fn leaves(&self, path: &str) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        self.gather(path, "", &mut leaves);
        leaves
    }

    /// What stands in `meta`, by its keys there.
    pub(super) fn meta(&self, path: &str) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        match self.get("meta") {
            Some(Self::Mapping(meta)) => {
                for (key, node) in meta {
                    node.gather(&below(&below(path, "meta"), key), key, &mut leaves);
                }
            }
            Some(other) => other.gather(&below(path, "meta"), "meta", &mut leaves),
            None => {}
        }
        leaves
    }

    fn gather(&self, path: &str, keys: &str, into: &mut Vec<Leaf>) {
        match self {
            Self::Value(text) => into.push(Leaf { path: path.to_owned(), keys: keys.to_owned(), text: text.clone() }),
            Self::List(list) => {
                for (place, node) in list {
                    node.gather(&format!("{path}[{place}]"), keys, into);
                }
            }
            Self::Mapping(mapping) => {
                for (key, node) in mapping {
                    let keys = if keys.is_empty() { key.to_string() } else { format!("{keys}.{key}") };
                    node.gather(&below(path, key), &keys, into);
                }
            }
        }
    }
}

/// The path of a key below a path.
pub(super) fn below(path: &str, key: &str) -> String {
    let is_plain = key.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-'));
    match (is_plain, path.is_empty()) {
        (true, true) => key.to_owned(),
        (true, false) => format!("{path}.{key}"),
        (false, _) => format!("{path}[{key:?}]"),
    }
}
