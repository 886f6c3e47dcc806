//! Datasets as 保管場所, and systems that only process for others as 委託先.

use std::collections::BTreeSet;

use super::made::Made;
use super::said::Said;
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

/// The headings of 保管場所.
pub(super) const PLACE: [&str; 7] =
    ["名称", "提供事業者", "提供事業者の国", "保管国", "国を特定できない理由", "個人データの取扱い", "備考"];

/// The headings of 委託先.
pub(super) const ENTRUSTEE: [&str; 8] = ["名称", "国", "委託業務", "契約日", "再委託", "越境移転の根拠", "確認日", "備考"];

pub(super) fn add_place(dataset: &Node, path: &str, places: &mut Made) {
    places.begin_row();
    named(dataset, path, places);
    places.say("保管国", Said::lines(dataset.texts("third_country_transfers"), below(path, "third_country_transfers")));
    beside(dataset, &["third_country_transfers", "collections"], path, places);
}

pub(super) fn add_entrustee(system: &Node, path: &str, entrustees: &mut Made) {
    entrustees.begin_row();
    named(system, path, entrustees);
    let bases = system.texts("legal_basis_for_transfers");
    if let [basis] = bases.as_slice() {
        entrustees.say("越境移転の根拠", Said::plain(basis, below(path, "legal_basis_for_transfers")));
    }
    let told = if bases.len() == 1 { "legal_basis_for_transfers" } else { "" };
    beside(system, &["system_type", "responsibility", told], path, entrustees);
}

fn named(resource: &Node, path: &str, into: &mut Made) {
    let key = if resource.text("name").is_some() { "name" } else { "fides_key" };
    for (heading, key) in [("名称", key), ("備考", "description")] {
        if let Some(text) = resource.text(key) {
            // Words that others may stand beside are none in quotation marks.
            let said = if key == "description" { Said::plain } else { Said::whole };
            into.say(heading, said(text, below(path, key)));
        }
    }
}

/// What stands in `meta` under a heading of the sheet; and in 備考 what no heading takes, with its key.
fn beside(resource: &Node, told: &[&str], path: &str, into: &mut Made) {
    let known = [&["fides_key", "organization_fides_key", "name", "description", "meta"], told].concat();
    for leaf in resource.meta(path).into_iter().chain(resource.without(&known).leaves(path)) {
        if into.has(&leaf.keys) {
            into.say_more(&leaf.keys, Said::plain(&leaf.text, leaf.path));
        } else {
            let words = format!("{}：{}", leaf.keys, leaf.text);
            into.say_more("備考", Said::plain(&words, leaf.path).written(vec![leaf.text]));
        }
    }
}
