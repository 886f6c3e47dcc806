//! What the keys of a manifest are called: as its own resources name them, else as the taxonomy's keys are said in ledgers.

use std::collections::BTreeMap;

use super::tree::Node;
use crate::ledger::Text;
use crate::vocabulary::{Interchange, Terms};

/// The use by which an export says that no purpose is stated.
pub(super) const NOT_STATED: &str = "not_stated";

/// Names of resources by kind and key.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeMap<(&'static str, Text), Text>);

impl Names {
    /// The names that some manifests give together: a key may be named in one and used in another.
    pub(super) fn of<'t>(trees: impl Iterator<Item = &'t Node>) -> Self {
        let mut names = BTreeMap::new();
        for tree in trees {
            for kind in ["data_subject", "data_category", "data_use", "dataset", "system"] {
                for (_, resource) in tree.list(kind) {
                    if let (Some(key), Some(name)) = (resource.text("fides_key"), resource.text("name")) {
                        names.insert((kind, key.clone()), name.clone());
                    }
                }
            }
        }
        Self(names)
    }

    pub(super) fn subject(&self, key: &Text) -> Text {
        self.word("data_subject", key, &Interchange::built_in().subjects)
    }

    pub(super) fn category(&self, key: &Text) -> Text {
        self.word("data_category", key, &Interchange::built_in().items)
    }

    pub(super) fn purpose(&self, key: &Text) -> Text {
        self.word("data_use", key, &Interchange::built_in().purposes)
    }

    /// What a dataset or a system is called.
    pub(super) fn resource(&self, kind: &'static str, key: &Text) -> Text {
        self.0.get(&(kind, key.clone())).unwrap_or(key).clone()
    }

    fn word(&self, kind: &'static str, key: &Text, known: &Terms) -> Text {
        let named = self.0.get(&(kind, key.clone())).cloned();
        named.or_else(|| known.word(key).map(Text::from)).unwrap_or_else(|| key.clone())
    }
}
