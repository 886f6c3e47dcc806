//! An entry as a process.

use serde_json::{Value, json};

use super::super::pen::{Care, Pen};
use super::super::sheets::entry_row;
use super::super::unexpressed::Unexpressed;
use super::super::words::Word;
use super::duration::storage_duration;
use super::party::{country, in_words, joint_users, place, processor, recipient, uncertain};
use super::{Node, name_of, reference, source};
use crate::ledger::{AcquisitionSource, Capacity, Certainty, Held, Nature, Stated, Whereabouts};
use crate::vocabulary::{Interchange, Terms};

pub(super) fn process(held: Held<'_>, unexpressed: &mut Unexpressed) -> Value {
    let Held { organization, entry } = held;
    let pen = &Pen::with(organization.home, Care::Plain);
    let occurrence = entry.occurrence.to_string();
    let id = name_of(&["entry", &organization.code, &entry.control_no, &occurrence]);
    // Anonymized information is no personal data, and its handling no handling of it.
    let types: &[&str] = match entry.nature {
        Nature::Anonymized => &["dpv:Process"],
        _ => &["dpv:Process", "dpv:PersonalDataHandling"],
    };
    let mut process = Node::new(Some(&id), types);
    process.put("dct:identifier", entry.control_no.as_ref().into());
    process.put("dct:title", entry.name.as_ref().into());
    let role = match entry.capacity {
        Capacity::Own => "dpv:hasDataController",
        Capacity::EntrustedToUs => "dpv:hasDataProcessor",
        Capacity::NotStated => "dpv:hasEntity",
    };
    let org = reference(&organization.code);
    process.put(role, if role == "dpv:hasDataProcessor" { json!([org]) } else { org });
    let known = Interchange::built_in();
    process.put("dpv:hasPurpose", labelled(&entry.purposes, "dpv:Purpose", &known.purposes));
    process.put("dpv:hasDataSubject", labelled(&entry.subjects, "dpv:DataSubject", &known.subjects));
    process.put("dpv:hasPersonalData", personal_data(held, &known.items));
    for way in &entry.acquisition {
        process.add("dpv:hasProcessing", Node::labelled(&["dpv:Collect"], way).into_value());
    }
    process.put("dpv:hasDataSource", entry.acquired_from.iter().map(|source| data_source(*source)).collect());
    process.put("dpv:hasStorageCondition", storage(held, pen, unexpressed).into());
    responsible(held, &mut process);
    if let Some(count) = entry.count {
        process.put("dpv:hasDataSubjectScale", json!({ "@type": "dpv:DataSubjectScale", "rdf:value": count }));
    }
    for party in held.entrustments() {
        process.add("dpv:hasDataProcessor", processor(&party, unexpressed));
    }
    process.put("dpv:hasRecipient", held.provisions().iter().map(|party| recipient(party, unexpressed)).collect());
    process.put("dpv:hasJointDataControllers", held.joint_uses().iter().map(|joint| joint_users(joint, unexpressed)).collect());
    words(held, &mut process, pen, unexpressed);
    process.put("dct:source", held.sources().into_iter().map(source).collect());
    process.into_value()
}

/// Words as labels, each of the general class and of the one that it can only mean.
fn labelled(words: &[crate::ledger::Text], class: &str, known: &Terms) -> Value {
    let node = |word: &crate::ledger::Text| match known.of(word).and_then(|term| term.dpv.as_deref()) {
        Some(narrower) => Node::labelled(&[class, narrower], word).into_value(),
        None => Node::labelled(&[class], word).into_value(),
    };
    words.iter().map(node).collect()
}

/// The items, and what the ledger says of all of them together.
fn personal_data(held: Held<'_>, known: &Terms) -> Value {
    let entry = held.entry;
    let class = match entry.nature {
        Nature::Pseudonymized => "dpv:PseudonymisedData",
        Nature::Anonymized => "dpv:AnonymisedData",
        _ => "dpv:PersonalData",
    };
    let mut data = labelled(&entry.items, class, known);
    if let Value::Array(values) = &mut data {
        if values.is_empty() && matches!(entry.nature, Nature::Pseudonymized | Nature::Anonymized) {
            values.push(Node::labelled(&[class], entry.nature.word()).into_value());
        }
        if entry.special_care == Stated::Yes {
            values.push(Node::labelled(&["dpv:SpecialCategoryPersonalData"], "要配慮個人情報").into_value());
        }
        if entry.individual_number == Stated::Yes {
            values.push(Node::labelled(&["dpv:PersonalData", "pd:OfficialID"], "特定個人情報").into_value());
        }
    }
    data
}

/// Whoever is neither the person nor the organization is a third party to DPV.
fn data_source(of: AcquisitionSource) -> Value {
    let class = match of {
        AcquisitionSource::Principal => "dpv:DataSubjectDataSource",
        AcquisitionSource::Published => "dpv:PublicDataSource",
        AcquisitionSource::Entrustor
        | AcquisitionSource::ThirdParty
        | AcquisitionSource::PublicOffice
        | AcquisitionSource::CreditBureau => "dpv:ThirdPartyDataSource",
        AcquisitionSource::Automatic | AcquisitionSource::Other => "dpv:DataSource",
    };
    Node::labelled(&[class], of.word()).into_value()
}

/// How long, where, and what becomes of it then.
fn storage(held: Held<'_>, pen: &Pen<'_>, unexpressed: &mut Unexpressed) -> Vec<Value> {
    let entry = held.entry;
    let mut conditions: Vec<Value> = storage_duration(&entry.retention, pen).into_iter().collect();
    conditions.extend(held.places().iter().map(|of| place(of, unexpressed)));
    let storage = held.storage();
    let said_by_places = !entry.storage.is_stated() && held.places().iter().any(|place| place.server_country.is_stated());
    if storage.certainty == Certainty::Known && !said_by_places {
        let mut condition = Node::new(None, &["dpv:StorageLocation"]);
        for one in &storage.countries {
            condition.add("dpv:hasLocation", country(*one));
        }
        conditions.push(condition.into_value());
    }
    if let Some(disposal) = &entry.disposal {
        conditions.push(Node::labelled(&["dpv:StorageDeletion"], disposal).into_value());
    }
    conditions
}

/// Who answers for it: a department and a post.
fn responsible(held: Held<'_>, process: &mut Node) {
    if let Some(department) = &held.entry.department {
        let mut unit = Node::labelled(&["dpv:OrganisationalUnit"], department);
        unit.put("dpv:isOrganisationalUnitOf", reference(&held.organization.code));
        process.add("dpv:hasResponsibleEntity", unit.into_value());
    }
    if let Some(manager) = &held.entry.manager {
        process.add("dpv:hasResponsibleEntity", Node::labelled(&["dpv:Entity"], manager).into_value());
    }
}

/// What DPV has no term for, in the ledger's words.
fn words(held: Held<'_>, process: &mut Node, pen: &Pen<'_>, unexpressed: &mut Unexpressed) {
    let entry = held.entry;
    if let Some(notes) = &entry.notes {
        process.add("rdfs:comment", notes.as_ref().into());
    }
    let storage = held.storage();
    if storage.certainty != Certainty::Known {
        let of_company = Whereabouts { text: None, ..storage.as_ref().clone() };
        let own = &entry.storage;
        uncertain(process, if own.is_stated() || own.text.is_some() { own } else { &of_company }, "保管国", unexpressed);
    }
    for (heading, cell) in entry_row(entry, pen) {
        let has_no_term = match heading {
            "アクセス権者" | "媒体" | "保存の例外" | "開示対象" | "非開示の理由" | "見直し日" => true,
            "情報の性質" => entry.nature == Nature::PersonallyReferable,
            "委託の有無" => entry.entrustees.is_empty(),
            "第三者提供の有無" => entry.recipients.is_empty(),
            "共同利用の有無" => entry.joint_uses.is_empty(),
            "要配慮個人情報" => entry.special_care != Stated::Yes,
            "特定個人情報" => entry.individual_number != Stated::Yes,
            _ => false,
        };
        if has_no_term {
            in_words(process, &[(heading, &cell.to_string())], unexpressed);
        }
    }
    for column in &entry.other_columns {
        in_words(process, &[(&column.heading, &column.text)], unexpressed);
    }
}
