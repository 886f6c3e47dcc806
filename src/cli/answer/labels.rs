//! What the API's names are called on a terminal.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::language::Language;

#[derive(Deserialize)]
struct Data {
    names: BTreeMap<String, [String; 2]>,
    values: BTreeMap<String, [String; 2]>,
}

static DATA: LazyLock<Data> = LazyLock::new(|| toml::from_str(include_str!("labels.toml")).expect("labels.toml holds names and values"));

/// A field's label; the field's own name where it has none.
pub(super) fn label(field: &str, language: Language) -> String {
    DATA.names.get(field).map_or_else(|| field.to_owned(), |[ja, en]| language.pick(ja, en).clone())
}

/// A cell, with the API's enum values in words, line by line.
pub(super) fn wording(cell: &str, language: Language) -> String {
    let word = |line: &str| DATA.values.get(line).map_or_else(|| line.to_owned(), |[ja, en]| language.pick(ja, en).clone());
    cell.split('\n').map(word).collect::<Vec<_>>().join("\n")
}
