//! A ledger as a Fides manifest (fideslang 3.1): an entry is a system, each of its purposes a privacy declaration, a place a dataset,
//! an entrustee a system that data goes out to.
//!
//! A word that is one of the taxonomy's own becomes its key; any other becomes a key of its own below the nearest one, with the
//! wording as its name, so that both the rules of Fides and the words of the ledger are kept. What Fides has no field for stands in
//! `meta` under the ledger's heading, or is left out; [`Unexpressed`] names both.

mod keys;
mod parties;
mod system;

use serde_json::{Map, Value, json};

use super::pen::{Care, Pen};
use super::unexpressed::Unexpressed;
use crate::language::Language;
use crate::ledger::{ContactRole, Country, Held, Organization};
use keys::Keys;

/// How `meta` is called where what stands there is named.
const META: &str = "meta";

/// What is told of the cells of which nothing is written.
const SOURCES: &str = "出典（ファイル・シート・セル）";

/// A manifest as text, and what it cannot express.
#[must_use]
pub fn manifest<'a>(organization: &Organization, entries: impl Iterator<Item = Held<'a>>) -> (String, Unexpressed) {
    let mut unexpressed = Unexpressed::of("Fides", META);
    let pen = Pen::with(organization.home, Care::EachCell);
    let mut keys = Keys::default();
    let entries: Vec<Held<'_>> = entries.collect();
    let systems: Vec<Value> = entries.iter().map(|held| system::system(*held, &pen, &mut keys, &mut unexpressed)).collect();
    let mut systems_of_parties = parties::entrustees(organization, &entries, &pen);
    systems_of_parties.splice(0..0, systems);
    left_out(organization, &mut unexpressed);
    let mut document = Map::new();
    put(&mut document, "organization", Value::Array(vec![of_organization(organization)]));
    for (kind, resources) in keys.resources(&organization.code) {
        put(&mut document, kind, Value::Array(resources));
    }
    put(&mut document, "dataset", Value::Array(parties::places(organization, &entries, &pen)));
    put(&mut document, "system", Value::Array(systems_of_parties));
    let body = serde_saphyr::to_string(&Value::Object(document)).expect("text, numbers and truth values can be written");
    (format!("{}{body}", heading(organization, &unexpressed)), unexpressed)
}

/// Comments at the head: what this is, and what it cannot express.
fn heading(organization: &Organization, unexpressed: &Unexpressed) -> String {
    let mut lines = vec![
        format!("「{}」の個人情報管理台帳をFidesのマニフェスト（fideslang 3.1）として書き出したもの。", organization.name),
        format!("The personal-data ledger of {} as a Fides manifest (fideslang 3.1).", organization.code),
    ];
    for language in [Language::Ja, Language::En] {
        lines.extend(unexpressed.sentences(language));
    }
    lines.iter().map(|line| format!("# {}\n", line.replace(['\n', '\r'], " "))).collect()
}

fn of_organization(of: &Organization) -> Value {
    let mut resource = Map::new();
    put(&mut resource, "fides_key", of.code.as_ref().into());
    put(&mut resource, "name", of.name.as_ref().into());
    put(&mut resource, "description", of.business.as_deref().into());
    let mut controller = Map::from_iter([("name".to_owned(), Value::from(of.name.as_ref()))]);
    put(&mut controller, "address", of.address.as_deref().into());
    put(&mut resource, "controller", Value::Object(controller));
    if let Some(representative) = &of.representative {
        put(&mut resource, "representative", json!({ "name": representative.as_ref() }));
    }
    if let Some(manager) = &of.manager {
        let mut officer = Map::from_iter([("name".to_owned(), Value::from(manager.as_ref()))]);
        if let Some(contact) = of.contacts.iter().find(|contact| contact.roles.contains(&ContactRole::Manager)) {
            put(&mut officer, "email", contact.email.as_deref().into());
            put(&mut officer, "phone", contact.phones.first().map(AsRef::as_ref).into());
        }
        put(&mut resource, "data_protection_officer", Value::Object(officer));
    }
    Value::Object(resource)
}

/// What the organization says apart from its entries and Fides has no field for. What it says for the whole company stands in each entry.
fn left_out(of: &Organization, unexpressed: &mut Unexpressed) {
    for (matter, times) in [
        ("所在国", usize::from(of.home != Country::JAPAN)),
        ("準拠規格", usize::from(of.standard.is_some())),
        ("認証", of.certifications.len()),
        ("制定日・改定日", usize::from(of.established.is_some() || of.revised.is_some())),
        ("方針", of.policies.len()),
        ("提供の条件", of.provision_conditions.len()),
        ("窓口", of.contacts.len()),
        ("安全管理措置", of.safety_measures.len()),
        ("外国制度", of.regimes.len()),
        ("開示等手続", of.procedures.len()),
        ("共同利用の内容", of.joint_uses.len()),
        ("提供先の国・根拠など", of.recipients.len()),
        (SOURCES, of.sources.len()),
    ] {
        unexpressed.left_out(matter, times);
    }
}

/// Adds what is stated.
fn put(map: &mut Map<String, Value>, key: &str, value: Value) {
    let nothing = match &value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Object(values) => values.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    };
    if !nothing {
        map.insert(key.to_owned(), value);
    }
}
