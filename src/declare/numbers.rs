//! Control numbers: as written; two rows with one number are told apart; where none is written, one is made that stays the same.

use std::collections::BTreeMap;

use foldhash::{HashMap, HashMapExt as _};

use crate::finding::Code;
use crate::ledger::{Field, Source, Text, fold};

use super::found::cell_name;
use super::read::Read;

/// Gives each entry the number that tells it from the others of its organization.
pub(super) fn settle(read: &mut Read) {
    make_missing(read);
    tell_apart(read);
}

/// Makes numbers from what the entries say, so that they stay the same when rows are moved or added.
fn make_missing(read: &mut Read) {
    let mut taken: BTreeMap<Text, usize> = BTreeMap::new();
    let mut unnumbered: BTreeMap<Text, Vec<Source>> = BTreeMap::new();
    for at in 0..read.entries.len() {
        if !read.entries[at].control_no.is_empty() {
            continue;
        }
        let origin = read.origins[at].clone();
        let entry = &mut read.entries[at];
        let department = entry.department.clone().unwrap_or_default();
        let base = [&*entry.name, &*department, &*origin.sheet.sheet];
        let mut number = made(&base);
        if taken.contains_key(&number) {
            let all: Vec<&str> =
                base.into_iter().chain(entry.subjects.iter().chain(&entry.items).chain(&entry.purposes).map(AsRef::as_ref)).collect();
            number = made(&all);
        }
        taken.insert(number.clone(), at);
        entry.control_no = number.clone();
        let source = |at| Source { field: Field::ControlNo, sheet: origin.sheet.clone(), cell: cell_name(at), text: "".into() };
        if let Some(cell) = origin.number {
            let name = entry.name.clone();
            read.found.push(Some(at), Code::ControlNoMissing, vec![name, number], vec![source(cell)]);
        } else {
            unnumbered.entry(origin.sheet.sheet.clone()).or_default().push(source(origin.first));
        }
    }
    for (sheet, mut sources) in unnumbered {
        let count = sources.len().to_string();
        sources.truncate(1);
        read.found.push(None, Code::ControlNosMade, vec![sheet, count.into()], sources);
    }
}

/// A control number made of words.
fn made(words: &[&str]) -> Text {
    format!("auto-{}", stable(words)).into()
}

/// Ten digits made of words: FNV-1a over their folded forms, which gives the same words the same digits everywhere.
pub(super) fn stable(words: &[&str]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for word in words {
        for byte in fold(word).bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{:010x}", hash & 0xff_ffff_ffff)
}

/// Counts the rows that bear one number.
fn tell_apart(read: &mut Read) {
    let mut first: HashMap<&str, usize> = HashMap::with_capacity(read.entries.len());
    let mut repeated: BTreeMap<Text, Vec<usize>> = BTreeMap::new();
    for (at, entry) in read.entries.iter().enumerate() {
        let first = *first.entry(&entry.control_no).or_insert(at);
        if first != at {
            repeated.entry(entry.control_no.clone()).or_insert_with(|| vec![first]).push(at);
        }
    }
    for (number, bearers) in repeated {
        let mut sources = Vec::new();
        for (nth, at) in bearers.iter().enumerate() {
            let entry = &mut read.entries[*at];
            entry.occurrence = u32::try_from(nth + 1).unwrap_or(u32::MAX);
            sources.extend(entry.sources.iter().find(|source| source.field == Field::ControlNo).cloned());
        }
        if !sources.is_empty() {
            let count = bearers.len().to_string();
            read.found.push(bearers.get(1).copied(), Code::ControlNoRepeated, vec![number, count.into()], sources);
        }
    }
}
