//! Systems and their privacy declarations as rows of 台帳.

use std::collections::BTreeMap;

use super::made::{Made, Said};
use super::names::{NOT_STATED, Names};
use super::parties::Processors;
use super::tree::{Node, below, joined};
use crate::ledger::Text;

/// The headings of 台帳, as the template has them.
pub(super) const HEADINGS: [&str; 31] = [
    "管理番号",
    "個人情報の名称",
    "本人の区分",
    "情報の性質",
    "項目",
    "利用目的",
    "取得方法",
    "取得元",
    "自社・受託の別",
    "管理部門",
    "管理責任者",
    "アクセス権者",
    "件数",
    "媒体",
    "保管場所",
    "保管国",
    "保存期間",
    "保存の例外",
    "廃棄方法",
    "委託の有無",
    "委託先",
    "第三者提供の有無",
    "第三者提供先",
    "共同利用の有無",
    "共同利用",
    "要配慮個人情報",
    "特定個人情報",
    "開示対象",
    "非開示の理由",
    "見直し日",
    "備考",
];

/// What a system says that a heading of 台帳 takes, or that says nothing of the data.
const SYSTEM_KEYS: [&str; 13] = [
    "fides_key",
    "organization_fides_key",
    "name",
    "description",
    "system_type",
    "administrating_department",
    "responsibility",
    "dataset_references",
    "egress",
    "joint_controller_info",
    "third_country_transfers",
    "meta",
    "privacy_declarations",
];

/// The same of a declaration.
const DECLARATION_KEYS: [&str; 9] = [
    "name",
    "data_use",
    "data_categories",
    "data_subjects",
    "dataset_references",
    "retention_period",
    "data_shared_with_third_parties",
    "third_parties",
    "processes_special_category_data",
];

/// Declarations that differ in their purpose alone: one record for several purposes.
struct Group<'t> {
    declarations: Vec<(u32, &'t Node)>,
}

/// Adds the rows of a system: one, or several where its declarations differ in more than their purpose.
pub(super) fn add(system: &Node, path: &str, names: &Names, processors: &Processors, ledger: &mut Made) {
    let groups = groups(system);
    let several = groups.len() > 1;
    for group in &groups {
        ledger.begin_row();
        of_system(system, path, names, processors, ledger);
        if let Some((_, first)) = group.declarations.first() {
            of_declaration(group, first, path, names, ledger);
            if several {
                tell_apart(system, first, path, names, ledger);
            }
        }
        beside(system, path, ledger);
    }
}

fn groups(system: &Node) -> Vec<Group<'_>> {
    let mut by_content: BTreeMap<Node, usize> = BTreeMap::new();
    let mut groups: Vec<Group<'_>> = Vec::new();
    for (place, declaration) in system.list("privacy_declarations") {
        let at = *by_content.entry(declaration.without(&["name", "data_use"])).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.declarations.push((place, declaration)),
            None => groups.push(Group { declarations: vec![(place, declaration)] }),
        }
    }
    if groups.is_empty() {
        groups.push(Group { declarations: Vec::new() });
    }
    groups
}

fn of_system(system: &Node, path: &str, names: &Names, processors: &Processors, ledger: &mut Made) {
    let mut exactly = |heading: &str, key: &str| {
        if let Some(text) = system.text(key) {
            ledger.say(heading, Said::whole(text, below(path, key)));
        }
    };
    exactly("管理番号", "fides_key");
    exactly("個人情報の名称", if system.text("name").is_some() { "name" } else { "fides_key" });
    if system.text("administrating_department").is_some_and(|department| department.as_ref() != "Not defined") {
        exactly("管理部門", "administrating_department");
    }
    exactly("備考", "description");
    if system.text("system_type").is_some_and(|kind| kind.as_ref() != "ledger_entry") {
        exactly("system_type", "system_type");
    }
    if let Some(text) = system.text("joint_controller_info") {
        ledger.say("共同利用", Said::plain(text, below(path, "joint_controller_info")));
    }
    let roles = system.texts("responsibility");
    let is = |known: &[&str]| !roles.is_empty() && roles.iter().all(|role| known.contains(&role.as_ref()));
    let heading = if is(&["Controller"]) || is(&["Processor", "Sub-Processor"]) { "自社・受託の別" } else { "responsibility" };
    let words = if is(&["Controller"]) { "自社" } else { "受託" };
    let path_of_roles = below(path, "responsibility");
    let said = if heading == "responsibility" { Said::whole(&joined(&roles), path_of_roles) } else { Said::plain(words, path_of_roles) };
    ledger.say(heading, said.written(&roles));
    keys(system, path, "dataset_references", "保管場所", |key| names.resource("dataset", key), ledger);
    let countries = joined(&system.texts("third_country_transfers"));
    ledger.say("保管国", Said::plain(&countries, below(path, "third_country_transfers")));
    for (place, flow) in system.list("egress") {
        let Some(target) = flow.text("fides_key") else { continue };
        let heading = if processors.contains(target) { "委託先" } else { "egress" };
        let path = format!("{}[{place}].fides_key", below(path, "egress"));
        ledger.say_more(heading, Said::list(&[names.resource("system", target)], path).written(&[target]));
    }
}

fn of_declaration(group: &Group<'_>, first: &Node, path: &str, names: &Names, ledger: &mut Made) {
    let list = below(path, "privacy_declarations");
    let at = |place: u32| format!("{list}[{place}]");
    let path = group.declarations.first().map_or_else(String::new, |(place, _)| at(*place));
    keys(first, &path, "data_subjects", "本人の区分", |key| names.subject(key), ledger);
    keys(first, &path, "data_categories", "項目", |key| names.category(key), ledger);
    for (place, declaration) in &group.declarations {
        purpose(declaration, &at(*place), names, ledger);
    }
    for (heading, key) in [("保存期間", "retention_period"), ("第三者提供先", "third_parties")] {
        if let Some(text) = first.text(key) {
            ledger.say(heading, Said::plain(text, below(&path, key)));
        }
    }
    for (heading, key) in [("第三者提供の有無", "data_shared_with_third_parties"), ("要配慮個人情報", "processes_special_category_data")]
    {
        if let Some(text) = first.text(key) {
            ledger.say(heading, Said::plain(yes_or_no(text), below(&path, key)).written(&[text]));
        }
    }
    for (place, reference) in first.list("dataset_references") {
        if let Node::Value(key) = reference {
            let path = format!("{}[{place}]", below(&path, "dataset_references"));
            ledger.say_more("保管場所", Said::list(&[names.resource("dataset", key)], path).written(&[key]));
        }
    }
    for leaf in first.without(&DECLARATION_KEYS).leaves(&path) {
        ledger.say_more(&leaf.keys, Said::whole(&leaf.text, leaf.path));
    }
}

/// The purpose of a declaration: as it is named, else what its use is called. A use that says more than the name stands beside it.
fn purpose(declaration: &Node, path: &str, names: &Names, ledger: &mut Made) {
    let used = declaration.text("data_use").filter(|key| key.as_ref() != NOT_STATED);
    let word = used.map(|key| names.purpose(key));
    match (declaration.text("name"), used, word) {
        (Some(name), Some(key), Some(word)) => {
            ledger.say_more("利用目的", Said::list(&[name], below(path, "name")));
            if word != *name {
                ledger.say_more("data_use", Said::whole(&word, below(path, "data_use")).written(&[key]));
            }
        }
        (Some(name), ..) => ledger.say_more("利用目的", Said::list(&[name], below(path, "name"))),
        (None, Some(key), Some(word)) => {
            ledger.say_more("利用目的", Said::list(&[word], below(path, "data_use")).written(&[key]));
        }
        (None, ..) => {}
    }
}

/// Several rows of one system have numbers of their own, made of what their first declaration is called.
fn tell_apart(system: &Node, first: &Node, path: &str, names: &Names, ledger: &mut Made) {
    let called = first.text("name").cloned().or_else(|| first.text("data_use").map(|key| names.purpose(key)));
    if let (Some(key), Some(called)) = (system.text("fides_key"), called) {
        let words = format!("{key}/{}", called.replace('\n', " "));
        ledger.say("管理番号", Said::whole(&words, below(path, "fides_key")).written(&[key]));
    }
}

/// What no heading takes, under its own key; and `meta`, whose keys may be the ledger's headings and then stand in place of what was said
/// under them before.
fn beside(system: &Node, path: &str, ledger: &mut Made) {
    let countries_are_named =
        system.get("third_country_transfers").is_some() || system.get("meta").is_some_and(|meta| meta.text("保管国").is_some());
    for leaf in system.without(&SYSTEM_KEYS).leaves(path) {
        // That it goes abroad is said where the countries are.
        let is_said = leaf.keys == "does_international_transfers" && leaf.text.as_ref() == "true" && countries_are_named;
        if !is_said {
            ledger.say_more(&leaf.keys, Said::whole(&leaf.text, leaf.path));
        }
    }
    let mut before = String::new();
    for leaf in system.get("meta").into_iter().flat_map(|meta| meta.leaves(&below(path, "meta"))) {
        let said = Said::plain(&leaf.text, leaf.path);
        if leaf.keys == before {
            ledger.say_more(&leaf.keys, said);
        } else {
            ledger.say(&leaf.keys, said);
        }
        before = leaf.keys;
    }
}

/// A list of keys as words, a line each and each as it is.
fn keys(of: &Node, path: &str, key: &str, heading: &str, word: impl Fn(&Text) -> Text, ledger: &mut Made) {
    let keys = of.texts(key);
    let words: Vec<Text> = keys.iter().map(|key| word(key)).collect();
    ledger.say(heading, Said::list(&words, below(path, key)).written(&keys));
}

/// The words of the ledger for a truth value of YAML; other words are left for the reader to judge.
pub(super) fn yes_or_no(text: &Text) -> &str {
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" => "有",
        "false" | "no" | "off" => "無",
        _ => text,
    }
}
