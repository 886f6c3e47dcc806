//! Places as datasets and entrustees as systems: those of the catalogues, and those that only an entry names.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::super::pen::Pen;
use super::super::words::Word;
use super::keys::key;
use super::put;
use crate::ledger::{Entrustment, Held, Organization, Place, Text, TransferBasis};

pub(super) fn places(organization: &Organization, entries: &[Held<'_>], pen: &Pen<'_>) -> Vec<Value> {
    let mut all: BTreeMap<Text, Place> = organization.places.clone();
    for name in entries.iter().flat_map(|held| &held.entry.places) {
        all.entry(name.clone()).or_insert_with(|| Place { name: name.clone(), ..Place::default() });
    }
    let dataset = |place: &Place| {
        let mut dataset = beginning(&place.name, organization);
        put(&mut dataset, "description", place.notes.as_deref().into());
        let mut meta = Map::new();
        put(&mut meta, "提供事業者", place.provider.as_deref().into());
        put(&mut meta, "提供事業者の国", pen.place(&place.provider_country).into());
        put(&mut meta, "保管国", pen.place(&place.server_country).into());
        put(&mut meta, "国を特定できない理由", place.server_country.reason.as_deref().into());
        put(&mut meta, "個人データの取扱い", place.handles_data.word().into());
        put(&mut dataset, "meta", Value::Object(meta));
        dataset.insert("collections".to_owned(), json!([]));
        Value::Object(dataset)
    };
    all.values().map(dataset).collect()
}

pub(super) fn entrustees(organization: &Organization, entries: &[Held<'_>], pen: &Pen<'_>) -> Vec<Value> {
    let mut all: BTreeMap<Text, Entrustment> = organization.entrustees.clone();
    for name in entries.iter().flat_map(|held| &held.entry.entrustees) {
        all.entry(name.clone()).or_insert_with(|| Entrustment { entrustee: name.clone(), ..Entrustment::default() });
    }
    let system = |party: &Entrustment| {
        let mut system = beginning(&party.entrustee, organization);
        put(&mut system, "description", party.notes.as_deref().into());
        put(&mut system, "system_type", "Third Party".into());
        put(&mut system, "responsibility", json!(["Processor"]));
        if party.transfer != TransferBasis::NotStated {
            put(&mut system, "legal_basis_for_transfers", json!([party.transfer.word()]));
        }
        let mut meta = Map::new();
        put(&mut meta, "国", pen.place(&party.country).into());
        put(&mut meta, "委託業務", party.work.as_deref().into());
        put(&mut meta, "契約日", party.contracted_on.map(|day| day.to_string()).into());
        put(&mut meta, "再委託", party.subcontracting.word().into());
        put(&mut meta, "確認日", party.checked_on.map(|day| day.to_string()).into());
        put(&mut system, "meta", Value::Object(meta));
        system.insert("privacy_declarations".to_owned(), json!([]));
        Value::Object(system)
    };
    all.values().map(system).collect()
}

fn beginning(name: &Text, organization: &Organization) -> Map<String, Value> {
    let mut resource = Map::new();
    put(&mut resource, "fides_key", key(name).into());
    put(&mut resource, "organization_fides_key", organization.code.as_ref().into());
    put(&mut resource, "name", name.as_ref().into());
    resource
}
