//! Names in the ledger that a catalogue does not have, and rows of a catalogue that no entry names.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashMap, HashMapExt as _};
use rayon::prelude::*;

use crate::finding::Code;
use crate::ledger::{Entry, Field, Organization, Text};

use super::Part;
use super::read::Read;

/// One kind of party: its sheet, the names it has, and the names that an entry says.
struct Kind {
    sheet: &'static str,
    part: Part,
    field: Field,
    known: BTreeSet<Text>,
    of_entry: fn(&Entry) -> &Vec<Text>,
}

impl Kind {
    /// The names that entries say, and the first of the entries that says each.
    fn named_by<'e>(&self, entries: &'e [Entry]) -> BTreeMap<&'e Text, usize> {
        let mut named: HashMap<&Text, usize> = HashMap::new();
        for (at, entry) in entries.iter().enumerate() {
            for name in (self.of_entry)(entry) {
                named.entry(name).or_insert(at);
            }
        }
        named.into_iter().collect()
    }
}

/// Compares the names of the ledger with the catalogues.
pub(super) fn compare(of: &Organization, parts: &BTreeSet<Part>, read: &mut Read) {
    let kinds = [
        Kind {
            sheet: "保管場所",
            part: Part::Places,
            field: Field::Places,
            known: of.places.keys().cloned().collect(),
            of_entry: |entry| &entry.places,
        },
        Kind {
            sheet: "委託先",
            part: Part::Entrustees,
            field: Field::Entrustments,
            known: of.entrustees.keys().cloned().collect(),
            of_entry: |entry| &entry.entrustees,
        },
        Kind {
            sheet: "提供先",
            part: Part::Recipients,
            field: Field::Provisions,
            known: of.recipients.keys().cloned().collect(),
            of_entry: |entry| &entry.recipients,
        },
        Kind {
            sheet: "共同利用",
            part: Part::JointUses,
            field: Field::JointUses,
            known: of.joint_uses.keys().cloned().collect(),
            of_entry: |entry| &entry.joint_uses,
        },
    ];
    let Read { entries, found, .. } = read;
    let named: Vec<_> = kinds.par_iter().map(|kind| kind.named_by(entries)).collect();
    for (kind, named) in kinds.iter().zip(named) {
        if !parts.contains(&kind.part) {
            if !named.is_empty() && parts.contains(&Part::Ledger) {
                let count = named.len().to_string();
                found.note(Code::CatalogueAbsent, &[kind.sheet, &count], Vec::new());
            }
            continue;
        }
        for (name, at) in named.iter().filter(|(name, _)| !kind.known.contains(**name)) {
            let sources = entries[*at].sources.iter().filter(|source| source.field == kind.field).cloned().collect();
            found.push(Some(*at), Code::PartyNotInCatalogue, vec![(*name).clone(), kind.sheet.into()], sources);
        }
        for name in kind.known.iter().filter(|name| !named.contains_key(*name)).filter(|_| parts.contains(&Part::Ledger)) {
            let sources =
                of.sources.iter().filter(|source| source.field == kind.field && source.text.trim() == name.as_ref()).cloned().collect();
            found.push(None, Code::CatalogueRowUnused, vec![name.clone(), kind.sheet.into()], sources);
        }
    }
}
