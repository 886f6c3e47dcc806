//! Systems and their privacy declarations as rows of 台帳.

use std::collections::BTreeMap;

use super::made::Made;
use super::names::{NOT_STATED, Names};
use super::parties::Processors;
use super::said::Said;
use super::tree::{Keys, Node, below};
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
const SYSTEM: Keys = Keys {
    values: &[
        "fides_key",
        "organization_fides_key",
        "name",
        "description",
        "system_type",
        "administrating_department",
        "joint_controller_info",
    ],
    lists: &["responsibility", "dataset_references", "third_country_transfers"],
    whole: &["egress", "meta", "privacy_declarations"],
};

/// The same of a declaration.
const DECLARATION: Keys = Keys {
    values: &["name", "data_use", "retention_period", "data_shared_with_third_parties", "third_parties", "processes_special_category_data"],
    lists: &["data_categories", "data_subjects", "dataset_references"],
    whole: &[],
};

/// The same of a flow.
const FLOW: Keys = Keys { values: &["fides_key", "type"], lists: &[], whole: &[] };

/// The department of a system of which none was said, where a program wrote down what it takes for granted.
const NO_DEPARTMENT: &str = "Not defined";

/// Declarations that differ in their purpose alone: one record for several purposes.
struct Group<'t> {
    declarations: Vec<(u32, &'t Node)>,
}

/// Adds the rows of a system: one, or several where its declarations differ in more than their purpose.
pub(super) fn add(system: &Node, path: &str, names: &Names, processors: &Processors, ledger: &mut Made) {
    let groups = groups(system);
    let several = groups.len() > 1;
    for group in &groups {
        if ledger.is_full() {
            return;
        }
        ledger.begin_row();
        of_system(system, path, names, processors, ledger);
        if let Some((_, first)) = group.declarations.first() {
            of_declaration(group, first, (system, path), names, ledger);
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
    if system.text("administrating_department").is_some_and(|department| department.as_ref() != NO_DEPARTMENT) {
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
    let said = match heading {
        "responsibility" => Said::lines(roles, path_of_roles).in_one(),
        _ => Said::plain(words, path_of_roles).written(roles),
    };
    ledger.say(heading, said);
    keys(system, path, "dataset_references", "保管場所", |key| names.resource("dataset", key), ledger);
    ledger.say("保管国", Said::lines(system.texts("third_country_transfers"), below(path, "third_country_transfers")));
    for (place, flow) in system.list("egress") {
        let path = format!("{}[{place}]", below(path, "egress"));
        if let Some(target) = flow.text("fides_key") {
            let heading = if processors.contains(target) { "委託先" } else { "egress" };
            let said = Said::list(vec![names.resource("system", target)], below(&path, "fides_key"));
            ledger.say_more(heading, said.written(vec![target.clone()]));
        }
        for leaf in flow.unread(&path, &FLOW) {
            let key = if leaf.keys.is_empty() { "egress".to_owned() } else { format!("egress.{}", leaf.keys) };
            ledger.say_more(&key, Said::whole(&leaf.text, leaf.path));
        }
    }
}

fn of_declaration(group: &Group<'_>, first: &Node, (system, path): (&Node, &str), names: &Names, ledger: &mut Made) {
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
        let Some(text) = first.text(key) else { continue };
        match yes_or_no(text) {
            "無" if takes_for_granted(system, first) => ledger.say(key, Said::whole(text, below(&path, key))),
            words => ledger.say(heading, Said::plain(words, below(&path, key)).written(vec![text.clone()])),
        }
    }
    for (place, reference) in first.list("dataset_references") {
        if let Node::Value(key) = reference {
            let path = format!("{}[{place}]", below(&path, "dataset_references"));
            ledger.say_more("保管場所", Said::list(vec![names.resource("dataset", key)], path).written(vec![key.clone()]));
        }
    }
    for leaf in first.unread(&path, &DECLARATION) {
        let key = if leaf.keys.is_empty() { "privacy_declarations" } else { &leaf.keys };
        ledger.say_more(key, Said::whole(&leaf.text, leaf.path));
    }
}

/// Whether a program wrote down what it takes for granted, as exports of Fides do: their truth values are false where nobody said so.
fn takes_for_granted(system: &Node, declaration: &Node) -> bool {
    declaration.get("flexible_legal_basis_for_processing").is_some()
        || system.text("administrating_department").is_some_and(|department| department.as_ref() == NO_DEPARTMENT)
}

/// The purpose of a declaration: as it is named, else what its use is called. A use that says more than the name stands beside it.
fn purpose(declaration: &Node, path: &str, names: &Names, ledger: &mut Made) {
    let used = declaration.text("data_use").filter(|key| key.as_ref() != NOT_STATED);
    let word = used.map(|key| names.purpose(key));
    match (declaration.text("name"), used, word) {
        (Some(name), Some(key), Some(word)) => {
            ledger.say_more("利用目的", Said::list(vec![name.clone()], below(path, "name")));
            if word != *name {
                ledger.say_more("data_use", Said::whole(&word, below(path, "data_use")).written(vec![key.clone()]));
            }
        }
        (Some(name), ..) => ledger.say_more("利用目的", Said::list(vec![name.clone()], below(path, "name"))),
        (None, Some(key), Some(word)) => {
            ledger.say_more("利用目的", Said::list(vec![word], below(path, "data_use")).written(vec![key.clone()]));
        }
        (None, ..) => {}
    }
}

/// Several rows of one system have numbers of their own, made of what their first declaration is called.
fn tell_apart(system: &Node, first: &Node, path: &str, names: &Names, ledger: &mut Made) {
    let called = first.text("name").cloned().or_else(|| first.text("data_use").map(|key| names.purpose(key)));
    if let (Some(key), Some(called)) = (system.text("fides_key"), called) {
        let words = format!("{key}/{}", called.replace('\n', " "));
        ledger.say("管理番号", Said::whole(&words, below(path, "fides_key")).written(vec![key.clone()]));
    }
}

/// What no heading takes, under its own key; and `meta`, whose keys may be the ledger's headings and then stand in place of what was said
/// under them before.
fn beside(system: &Node, path: &str, ledger: &mut Made) {
    let has = |heading: &str| system.get("meta").is_some_and(|meta| meta.text(heading).is_some());
    let countries_are_named = system.get("third_country_transfers").is_some() || has("保管国");
    for leaf in system.unread(path, &SYSTEM) {
        // That it goes abroad is said where the countries are, and that the data is not personal where its nature is.
        let is_said = match (leaf.keys.as_str(), leaf.text.as_ref()) {
            ("does_international_transfers", "true") => countries_are_named,
            ("processes_personal_data", "false") => has("情報の性質"),
            _ => false,
        };
        if !is_said {
            ledger.say_more(&leaf.keys, Said::whole(&leaf.text, leaf.path));
        }
    }
    let mut before = String::new();
    for leaf in system.meta(path) {
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
    let words = keys.iter().map(word).collect();
    ledger.say(heading, Said::list(words, below(path, key)).written(keys));
}

/// The words of the ledger for a truth value of YAML; other words are left for the reader to judge.
fn yes_or_no(text: &Text) -> &str {
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" => "有",
        "false" | "no" | "off" => "無",
        _ => text,
    }
}
