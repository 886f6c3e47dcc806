//! An organization as 事業者 and its data protection officer as a window.

use super::made::Made;
use super::said::Said;
use super::tree::{Node, below};
use crate::ledger::Text;

/// The code that a key of Fides makes: small letters, digits and hyphens. The key that stands where none was given makes none.
pub(super) fn code(key: &str) -> Option<Text> {
    let small = key.to_ascii_lowercase().replace(['_', '.'], "-");
    let code = small.trim_matches('-');
    (!code.is_empty() && key != "default_organization").then(|| code.into())
}

/// What a label of 事業者 or a heading of 窓口 takes.
const TOLD: [&str; 6] = [
    "controller.address",
    "representative.name",
    "data_protection_officer.name",
    "data_protection_officer.address",
    "data_protection_officer.email",
    "data_protection_officer.phone",
];

pub(super) fn add(organization: &Node, path: &str, sheet: &mut Made) {
    for (heading, keys) in [
        ("名称", &["name"][..]),
        ("事業内容", &["description"]),
        ("住所", &["controller", "address"]),
        ("代表者", &["representative", "name"]),
        ("個人情報保護管理者", &["data_protection_officer", "name"]),
    ] {
        if let Some((text, path)) = at(organization, keys, path) {
            sheet.say(heading, Said::whole(text, path));
        }
    }
    for leaf in organization.without(&["fides_key", "organization_fides_key", "name", "description"]).leaves(path) {
        let is_name = leaf.keys == "controller.name" && Some(&leaf.text) == organization.text("name");
        if !is_name && !TOLD.contains(&leaf.keys.as_str()) {
            sheet.say_more(&leaf.keys, Said::plain(&leaf.text, leaf.path));
        }
    }
}

/// The window of the data protection officer, where the manifest says how to reach it.
pub(super) fn add_contact(organization: &Node, path: &str, contacts: &mut Made) {
    let officer = "data_protection_officer";
    let said = |key: &'static str| at(organization, &[officer, key], path);
    if ["address", "email", "phone"].iter().all(|key| said(key).is_none()) {
        return;
    }
    contacts.begin_row();
    contacts.say("種別", Said::plain("個人情報保護管理者", below(path, officer)).written(vec![officer.into()]));
    for (heading, key) in [("名称", "name"), ("住所", "address"), ("電話", "phone"), ("メール", "email")] {
        if let Some((text, path)) = said(key) {
            contacts.say(heading, Said::plain(text, path));
        }
    }
}

fn at<'t>(node: &'t Node, keys: &[&str], path: &str) -> Option<(&'t Text, String)> {
    let (last, before) = keys.split_last()?;
    let mut node = node;
    let mut path = path.to_owned();
    for key in before {
        node = node.get(key)?;
        path = below(&path, key);
    }
    Some((node.text(last)?, below(&path, last)))
}
