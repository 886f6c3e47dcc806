//! Datasets as 保管場所, and systems that only process for others as 委託先.

use std::collections::BTreeSet;

use super::made::{Made, Said};
use super::systems::meta;
use super::tree::{Node, below};
use crate::ledger::Text;

/// The keys of systems that data goes out to, that declare nothing of their own and only process: entrustees.
#[derive(Debug, Default)]
pub(super) struct Processors(BTreeSet<Text>);

impl Processors {
    pub(super) fn of(tree: &Node) -> Self {
        let systems = tree.list("system");
        let targets: BTreeSet<&Text> =
            systems.iter().flat_map(|(_, system)| system.list("egress")).filter_map(|(_, flow)| flow.text("fides_key")).collect();
        let only_processes = |system: &Node| {
            let roles = system.texts("responsibility");
            !roles.is_empty() && roles.iter().all(|role| matches!(role.as_ref(), "Processor" | "Sub-Processor"))
        };
        let entrustee = |system: &Node| {
            let key = system.text("fides_key")?;
            let third_party = system.text("system_type").is_some_and(|kind| kind.as_ref() == "Third Party");
            let none_declared = system.list("privacy_declarations").is_empty();
            (none_declared && only_processes(system) && (third_party || targets.contains(key))).then(|| key.clone())
        };
        Self(systems.iter().filter_map(|(_, system)| entrustee(system)).collect())
    }

    pub(super) fn contains(&self, key: &Text) -> bool {
        self.0.contains(key)
    }
}

pub(super) fn add_place(dataset: &Node, path: &str, places: &mut Made) {
    places.begin_row();
    named(dataset, path, places);
    let transfers = dataset.texts("third_country_transfers");
    let words = transfers.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join("\n");
    places.say("保管国", Said { written: words.clone(), words, path: below(path, "third_country_transfers") });
    let known = ["fides_key", "organization_fides_key", "name", "description", "third_country_transfers", "meta", "collections"];
    beside(dataset, &known, path, places);
    meta(dataset, path, places);
}

pub(super) fn add_entrustee(system: &Node, path: &str, entrustees: &mut Made) {
    entrustees.begin_row();
    named(system, path, entrustees);
    // Where no country is named, it is at least told whether it is another.
    if let Some(text) = system.text("does_international_transfers") {
        let words = match text.as_ref() {
            "true" => "海外",
            "false" => "国内",
            other => other,
        };
        let path = below(path, "does_international_transfers");
        entrustees.say("国", Said { words: words.to_owned(), path, written: text.to_string() });
    }
    if let [basis] = system.texts("legal_basis_for_transfers").as_slice() {
        entrustees.say("越境移転の根拠", Said::plain(basis, below(path, "legal_basis_for_transfers")));
    }
    let known = [
        "fides_key",
        "organization_fides_key",
        "name",
        "description",
        "system_type",
        "responsibility",
        "does_international_transfers",
        "legal_basis_for_transfers",
        "meta",
    ];
    beside(system, &known, path, entrustees);
    meta(system, path, entrustees);
}

fn named(resource: &Node, path: &str, into: &mut Made) {
    let key = if resource.text("name").is_some() { "name" } else { "fides_key" };
    for (heading, key) in [("名称", key), ("備考", "description")] {
        if let Some(text) = resource.text(key) {
            into.say(heading, Said::plain(text, below(path, key)));
        }
    }
}

/// What no heading takes, under its own key; the reader tells that it does not know it.
fn beside(resource: &Node, known: &[&str], path: &str, into: &mut Made) {
    for leaf in resource.without(known).leaves(path) {
        into.say_more(&leaf.keys, Said::plain(&leaf.text, leaf.path));
    }
}
