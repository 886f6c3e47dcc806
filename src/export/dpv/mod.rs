//! A ledger as a record of processing in the terms of the W3C Data Privacy Vocabulary (DPV 2.2, https://w3id.org/dpv), as JSON-LD.
//!
//! The document has its context with it, so that nothing is fetched to read it. A word of the ledger stands as a label; a class of DPV
//! stands beside it only where the word can mean nothing else. What DPV has no term for stands in `rdfs:comment` under the ledger's
//! heading, or is left out; [`Unexpressed`] names both, and so does the record itself.

mod context;
mod duration;
mod organization;
mod party;
mod process;

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::unexpressed::Unexpressed;
use crate::language::Language;
use crate::ledger::{Entry, Held, Organization, Source, Text};

/// The record of an organization's entries as JSON-LD, and what it cannot express.
#[must_use]
pub fn record<'a>(organization: &Organization, entries: impl Iterator<Item = Held<'a>>) -> (Value, Unexpressed) {
    let mut unexpressed = Unexpressed::of("DPV", "rdfs:comment");
    let entries: Vec<Held<'_>> = entries.collect();
    let processes: Vec<Value> = entries.iter().map(|held| process::process(*held, &mut unexpressed)).collect();
    named_by_none(organization, &entries, &mut unexpressed);
    let of_organization = organization::organization(organization, &mut unexpressed);
    let comments = [(Language::Ja, "ja"), (Language::En, "en")].into_iter().flat_map(|(language, tag)| {
        unexpressed.sentences(language).into_iter().map(move |sentence| json!({ "@value": sentence, "@language": tag }))
    });
    let mut node = Node::new(Some(&name_of(&["record", &organization.code])), &["dpv:ROPA"]);
    node.put("dct:title", json!({ "@value": format!("{}の個人情報管理台帳", organization.name), "@language": "ja" }));
    node.put("dct:publisher", reference(&organization.code));
    node.put("dct:conformsTo", json!({ "@id": "https://w3id.org/dpv" }));
    node.put("dct:hasPart", processes.iter().map(|process| json!({ "@id": process["@id"] })).collect());
    node.put("rdfs:comment", comments.collect());
    let mut graph = vec![node.into_value(), of_organization];
    graph.extend(processes);
    (json!({ "@context": context::context(), "@graph": graph }), unexpressed)
}

/// The rows of catalogues that no entry names: a record has places and parties of processes alone.
fn named_by_none(of: &Organization, entries: &[Held<'_>], unexpressed: &mut Unexpressed) {
    let names = |of: fn(&Entry) -> &Vec<Text>| entries.iter().flat_map(|held| of(held.entry)).collect::<BTreeSet<_>>();
    for (matter, rows, named) in [
        ("記載にない保管場所", of.places.keys().collect::<Vec<_>>(), names(|entry| &entry.places)),
        ("記載にない委託先", of.entrustees.keys().collect(), names(|entry| &entry.entrustees)),
        ("記載にない提供先", of.recipients.keys().collect(), names(|entry| &entry.recipients)),
        ("記載にない共同利用", of.joint_uses.keys().collect(), names(|entry| &entry.joint_uses)),
    ] {
        unexpressed.left_out(matter, rows.into_iter().filter(|row| !named.contains(row)).count());
    }
}

/// A cell: a label that leads there, the field that it became, and how it was written there.
fn source(of: &Source) -> Value {
    let cell = of.cell.to_string();
    let mut steps = vec![&*of.sheet.workbook, &*of.sheet.sheet, &*cell];
    steps.retain(|step| !step.is_empty());
    let mut node = Node::labelled(&[], &steps.join(" › "));
    node.put("dct:subject", of.field.as_ref().into());
    node.put("rdf:value", of.text.as_ref().into());
    node.into_value()
}

/// A reference to an organization's node.
fn reference(code: &str) -> Value {
    json!({ "@id": name_of(&["organization", code]) })
}

/// A name that the same words always give: a UUID of version 8 (RFC 9562), of their SHA-256.
fn name_of(words: &[&str]) -> String {
    let mut digest = Sha256::new();
    for word in words {
        digest.update(word.as_bytes());
        digest.update([0]);
    }
    let mut bytes: Vec<u8> = digest.finalize().iter().take(16).copied().collect();
    bytes[6] = bytes[6] & 0x0F | 0x80;
    bytes[8] = bytes[8] & 0x3F | 0x80;
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("urn:uuid:{}-{}-{}-{}-{}", &digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..])
}

/// A node while its properties are gathered, in the order given.
struct Node(Map<String, Value>);

impl Node {
    fn new(id: Option<&str>, types: &[&str]) -> Self {
        let mut node = Self(Map::new());
        node.put("@id", id.into());
        match types {
            [] => {}
            [one] => node.put("@type", (*one).into()),
            several => node.put("@type", several.to_vec().into()),
        }
        node
    }

    /// A node of a word of the ledger.
    fn labelled(types: &[&str], label: &str) -> Self {
        let mut node = Self::new(None, types);
        node.put("rdfs:label", label.into());
        node
    }

    /// Sets a property, where there is anything to say.
    fn put(&mut self, property: &str, value: Value) {
        let nothing = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(values) => values.is_empty(),
            _ => false,
        };
        if !nothing {
            self.0.insert(property.to_owned(), value);
        }
    }

    /// Adds a value to what a property already has.
    fn add(&mut self, property: &str, value: Value) {
        match self.0.entry(property.to_owned()).or_insert_with(|| json!([])) {
            Value::Array(values) => values.push(value),
            single => *single = json!([single.clone(), value]),
        }
    }

    fn into_value(self) -> Value {
        Value::Object(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_uuid_that_the_same_words_always_give() {
        let name = name_of(&["kou", "K-1", "1"]);
        assert_eq!(name, name_of(&["kou", "K-1", "1"]));
        assert_ne!(name, name_of(&["kou", "K-11", ""]));
        let uuid = name.strip_prefix("urn:uuid:").unwrap();
        assert_eq!((uuid.len(), &uuid[14..15]), (36, "8"));
        assert!(matches!(&uuid[19..20], "8" | "9" | "a" | "b"));
    }
}
