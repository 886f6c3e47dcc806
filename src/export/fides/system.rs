//! An entry as a system with its privacy declarations.

use serde_json::{Map, Value, json};

use super::super::pen::Pen;
use super::super::sheets::entry_row;
use super::super::unexpressed::Unexpressed;
use super::super::words::Word;
use super::keys::{Keys, key};
use super::{SOURCES, put};
use crate::ledger::{Capacity, Entry, FlowRole, Held, Nature, Stated, Whereabouts};

/// The headings of 台帳 that Fides has a field for; any other stands in `meta`.
const EXPRESSED: [&str; 14] = [
    "管理番号",
    "個人情報の名称",
    "本人の区分",
    "項目",
    "利用目的",
    "自社・受託の別",
    "管理部門",
    "保管場所",
    "保存期間",
    "委託先",
    "第三者提供先",
    "共同利用",
    "保管国",
    "備考",
];

/// Whether keeping, entrusting, providing or joint use leaves home, as the ledger says.
const ROLES: [FlowRole; 4] = [FlowRole::Storage, FlowRole::Entrustment, FlowRole::Provision, FlowRole::JointUse];

pub(super) fn system(held: Held<'_>, pen: &Pen<'_>, keys: &mut Keys, unexpressed: &mut Unexpressed) -> Value {
    let Held { organization, entry } = held;
    let mut system = Map::new();
    put(&mut system, "fides_key", key_of(entry).into());
    put(&mut system, "organization_fides_key", organization.code.as_ref().into());
    put(&mut system, "name", entry.name.as_ref().into());
    put(&mut system, "description", entry.notes.as_deref().into());
    put(&mut system, "system_type", "ledger_entry".into());
    put(&mut system, "administrating_department", entry.department.as_deref().into());
    // Fides takes every system for one of personal data that does not say otherwise.
    if entry.nature == Nature::Anonymized {
        put(&mut system, "processes_personal_data", false.into());
    }
    let responsibility = match entry.capacity {
        Capacity::Own => json!(["Controller"]),
        Capacity::EntrustedToUs => json!(["Processor"]),
        Capacity::NotStated => Value::Null,
    };
    put(&mut system, "responsibility", responsibility);
    put(&mut system, "dataset_references", entry.places.iter().map(|place| key(place)).collect());
    let egress = entry.entrustees.iter().map(|entrustee| json!({ "fides_key": key(entrustee), "type": "system" }));
    put(&mut system, "egress", egress.collect());
    put(&mut system, "joint_controller_info", pen.parties(&entry.joint_uses).to_string().into());
    let flows = held.flows();
    let reach: Vec<Stated> = ROLES.iter().map(|role| held.reaches_abroad(*role, &flows)).collect();
    let abroad = match () {
        () if reach.contains(&Stated::Yes) => Stated::Yes,
        () if reach.iter().all(|stated| *stated == Stated::No) => Stated::No,
        () => Stated::NotStated,
    };
    yes_or_no(&mut system, "does_international_transfers", abroad, "国外への移転", unexpressed);
    let mut subjects = Vec::new();
    let mut is_exact = true;
    for word in &entry.subjects {
        let (key, exact) = keys.subject(word);
        is_exact &= exact;
        if !subjects.contains(&key) {
            subjects.push(key);
        }
    }
    put(&mut system, "meta", Value::Object(meta(held, pen, is_exact, unexpressed)));
    system.insert("privacy_declarations".to_owned(), declarations(held, &subjects, pen, keys, unexpressed));
    unexpressed.left_out(SOURCES, entry.sources.len());
    Value::Object(system)
}

/// The key of an entry: its control number where that can be one, and which of the rows that bear it.
fn key_of(entry: &Entry) -> String {
    let key = key(&entry.control_no);
    if entry.occurrence > 1 { format!("{key}_{}", entry.occurrence) } else { key }
}

/// A declaration for each purpose, alike in everything else.
fn declarations(held: Held<'_>, subjects: &[String], pen: &Pen<'_>, keys: &mut Keys, unexpressed: &mut Unexpressed) -> Value {
    let entry = held.entry;
    let mut alike = Map::new();
    alike.insert("data_categories".to_owned(), entry.items.iter().map(|item| keys.category(item)).collect());
    alike.insert("data_subjects".to_owned(), subjects.iter().map(String::as_str).collect());
    put(&mut alike, "retention_period", pen.retention(&entry.retention).to_string().into());
    yes_or_no(&mut alike, "processes_special_category_data", entry.special_care, "要配慮個人情報", unexpressed);
    yes_or_no(&mut alike, "data_shared_with_third_parties", held.provided(), "第三者提供の有無", unexpressed);
    put(&mut alike, "third_parties", pen.parties(&entry.recipients).to_string().into());
    let declaration = |name: Option<&str>, purpose: String| {
        let mut declaration = Map::new();
        put(&mut declaration, "name", name.into());
        put(&mut declaration, "data_use", purpose.into());
        declaration.extend(alike.clone());
        Value::Object(declaration)
    };
    if entry.purposes.is_empty() {
        unexpressed.demanded("利用目的");
        return Value::Array(vec![declaration(None, keys.no_purpose())]);
    }
    entry.purposes.iter().map(|purpose| declaration(Some(purpose), keys.purpose(purpose))).collect()
}

/// What Fides has no field for, under the ledger's headings.
fn meta(held: Held<'_>, pen: &Pen<'_>, subjects_are_exact: bool, unexpressed: &mut Unexpressed) -> Map<String, Value> {
    let entry = held.entry;
    let mut meta = Map::new();
    if key_of(entry) != *entry.control_no {
        meta.insert("管理番号".to_owned(), pen.name(&entry.control_no).to_string().into());
    }
    if !subjects_are_exact {
        meta.insert("本人の区分".to_owned(), pen.list(&entry.subjects).to_string().into());
    }
    put(&mut meta, "保管国", storage(held, pen).into());
    for (heading, cell) in entry_row(entry, pen) {
        let said_elsewhere = match heading {
            "委託の有無" => held.entrusted() == Stated::Yes && !entry.entrustees.is_empty(),
            "共同利用の有無" => held.jointly_used() == Stated::Yes && !entry.joint_uses.is_empty(),
            "第三者提供の有無" => matches!(held.provided(), Stated::Yes | Stated::No),
            "要配慮個人情報" => matches!(entry.special_care, Stated::Yes | Stated::No),
            heading => EXPRESSED.contains(&heading),
        };
        let text = match heading {
            "委託の有無" => held.entrusted().word().to_owned(),
            "共同利用の有無" => held.jointly_used().word().to_owned(),
            "第三者提供の有無" => held.provided().word().to_owned(),
            _ => cell.to_string(),
        };
        if !said_elsewhere && !text.is_empty() {
            meta.insert(heading.to_owned(), text.into());
        }
    }
    for column in &entry.other_columns {
        let text = match meta.get(column.heading.as_ref()).and_then(Value::as_str) {
            Some(before) => format!("{before}\n{}", column.text),
            None => pen.other(&column.text).to_string(),
        };
        meta.insert(column.heading.to_string(), text.into());
    }
    for heading in meta.keys() {
        unexpressed.in_words(heading);
    }
    meta
}

/// Where it is kept: as its row says or, where neither the row nor its places do, as the company says, whose countries are candidates.
fn storage(held: Held<'_>, pen: &Pen<'_>) -> String {
    let entry = held.entry;
    if entry.storage.is_stated() || entry.storage.text.is_some() {
        return pen.place(&entry.storage);
    }
    if held.places().iter().any(|place| place.server_country.is_stated()) {
        return String::new();
    }
    pen.place(&Whereabouts { text: None, ..held.storage().into_owned() })
}

/// Adds yes or no; Fides takes anything else for no.
fn yes_or_no(map: &mut Map<String, Value>, field: &str, stated: Stated, matter: &str, unexpressed: &mut Unexpressed) {
    match stated {
        Stated::Yes => put(map, field, true.into()),
        Stated::No => put(map, field, false.into()),
        Stated::Possible | Stated::NotStated => unexpressed.silent(matter),
    }
}
