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

/// A cell, with the API's enum values in words: several of them on one line, other words a line each.
pub fn wording(cell: &str, language: Language) -> String {
    let lines: Vec<&str> = cell.split('\n').collect();
    let words: Vec<Option<&[String; 2]>> = lines.iter().map(|line| DATA.values.get(*line)).collect();
    let between = if words.iter().all(Option::is_some) { language.pick("、", ", ") } else { "\n" };
    let word = |(line, word): (&&str, Option<&[String; 2]>)| match word {
        Some([ja, en]) => language.pick(ja, en).clone(),
        None => (*line).to_owned(),
    };
    lines.iter().zip(words.iter().copied()).map(word).collect::<Vec<_>>().join(between)
}
