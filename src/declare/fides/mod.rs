//! Fides manifests (YAML) as workbooks in the reader's own headings, so that they are read as any ledger is.
//!
//! A system is a record, and its privacy declarations say what it holds of whom and for what; those that differ in their purpose alone
//! are one record for several purposes. What was read here stands in the manifest under a path, which takes the place of the cell once
//! all is read ([`Places`]). What no heading takes is kept beside with its key; what is not read at all is a sheet that the reader
//! tells it passed over.

mod made;
mod names;
mod organization;
mod parties;
mod systems;
mod tree;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::ledger::{SheetName, Text};
use crate::sheet::table::{Table, Workbook};

pub(super) use made::Places;
use made::{Made, Said, named_only};
use names::Names;
use parties::Processors;
use tree::{Node, below};

/// The workbooks, those that are trees replaced by what they say as ledgers, an organization each.
pub(super) fn as_ledgers(workbooks: &[Workbook]) -> (Vec<Cow<'_, Workbook>>, Places) {
    let trees: Vec<Vec<Node>> = workbooks.iter().map(|book| book.tables.iter().filter(|table| table.tree).map(Node::of).collect()).collect();
    let mut places = Places::default();
    if trees.iter().all(Vec::is_empty) {
        return (workbooks.iter().map(Cow::Borrowed).collect(), places);
    }
    let names = Names::of(trees.iter().flatten());
    let mut ledgers = Vec::new();
    for (workbook, trees) in workbooks.iter().zip(&trees) {
        if trees.is_empty() {
            ledgers.push(Cow::Borrowed(workbook));
        } else {
            ledgers.extend(of_manifest(workbook, trees, &names, &mut places).into_iter().map(Cow::Owned));
        }
    }
    (ledgers, places)
}

/// The sheets of one organization while they are made.
struct Sheets {
    organization: Made,
    ledger: Made,
    places: Made,
    entrustees: Made,
    contacts: Made,
}

impl Sheets {
    fn new() -> Self {
        Self {
            organization: Made::new("事業者"),
            ledger: Made::new("台帳"),
            places: Made::new("保管場所"),
            entrustees: Made::new("委託先"),
            contacts: Made::new("窓口"),
        }
    }
}

fn of_manifest(workbook: &Workbook, trees: &[Node], names: &Names, places: &mut Places) -> Vec<Workbook> {
    let mut made: BTreeMap<Text, Workbook> = BTreeMap::new();
    for (table, tree) in workbook.tables.iter().zip(trees) {
        let sheet = Arc::new(SheetName { workbook: workbook.name.clone(), sheet: table.name.clone() });
        for (code, sheets) in by_organization(tree, names) {
            // Several organizations of one file are workbooks of their own; sources name the file all the same.
            let name = if made.is_empty() || made.contains_key(&code) { workbook.name.clone() } else { format!("{}#{code}", workbook.name).into() };
            let of = made.entry(code).or_insert_with(|| Workbook { name, ..Workbook::default() });
            let called = of.name.clone();
            let parts = [(sheets.organization, true), (sheets.ledger, false), (sheets.places, false), (sheets.entrustees, false), (sheets.contacts, false)];
            let tables = parts.into_iter().filter(|(sheet, _)| !sheet.is_empty());
            of.tables.extend(tables.map(|(part, labels)| part.finish(&called, &sheet, labels, places)).collect::<Vec<Table>>());
        }
        let first = made.entry("".into()).or_insert_with(|| Workbook { name: workbook.name.clone(), ..Workbook::default() });
        let called = first.name.clone();
        first.tables.extend(passed_over(tree).iter().map(|key| named_only(key, &called, &sheet, places)).collect::<Vec<Table>>());
    }
    let remarks = workbook.remarks.clone();
    let mut made: Vec<Workbook> = made.into_values().filter(|of| !of.tables.is_empty()).collect();
    match made.first_mut() {
        Some(first) => first.remarks = remarks,
        None => made.push(Workbook { name: workbook.name.clone(), remarks, tables: Vec::new() }),
    }
    made
}

/// What a manifest says, by the code of the organization that it says it of; without a code, the empty one.
fn by_organization(tree: &Node, names: &Names) -> BTreeMap<Text, Sheets> {
    let organizations = tree.list("organization");
    let only = match organizations.as_slice() {
        [(_, one)] => one.text("fides_key").and_then(|key| organization::code(key)),
        _ => None,
    };
    let of = |resource: &Node| -> Text {
        let own = resource.text("organization_fides_key").and_then(|key| organization::code(key));
        own.or_else(|| only.clone()).unwrap_or_default()
    };
    let mut all: BTreeMap<Text, Sheets> = BTreeMap::new();
    for (place, resource) in organizations {
        let path = format!("organization[{place}]");
        let key = resource.text("fides_key");
        let code = key.and_then(|key| organization::code(key)).unwrap_or_default();
        let sheets = all.entry(code.clone()).or_insert_with(Sheets::new);
        if sheets.organization.is_empty() {
            begin_organization(sheets, &code, key.map(AsRef::as_ref).unwrap_or_default(), below(&path, "fides_key"));
        }
        organization::add(resource, &path, &mut sheets.organization);
        organization::add_contact(resource, &path, &mut sheets.contacts);
    }
    let processors = Processors::of(tree);
    for kind in ["dataset", "system"] {
        for (place, resource) in tree.list(kind) {
            let path = format!("{kind}[{place}]");
            let code = of(resource);
            let sheets = all.entry(code.clone()).or_insert_with(Sheets::new);
            if sheets.organization.is_empty() && !code.is_empty() {
                let written = resource.text("organization_fides_key").cloned().unwrap_or_default();
                begin_organization(sheets, &code, &written, below(&path, "organization_fides_key"));
            }
            match kind {
                "dataset" => parties::add_place(resource, &path, &mut sheets.places),
                _ if resource.text("fides_key").is_some_and(|key| processors.contains(key)) => {
                    parties::add_entrustee(resource, &path, &mut sheets.entrustees);
                }
                _ => systems::add(resource, &path, names, &processors, &mut sheets.ledger),
            }
        }
    }
    all
}

fn begin_organization(sheets: &mut Sheets, code: &Text, written: &str, path: String) {
    sheets.organization.begin_row();
    sheets.organization.say("事業者コード", Said { words: code.to_string(), path, written: written.to_owned() });
}

/// What a manifest holds that is no part of a ledger.
fn passed_over(tree: &Node) -> Vec<String> {
    const READ: [&str; 6] = ["organization", "dataset", "system", "data_category", "data_subject", "data_use"];
    let Node::Mapping(resources) = tree else { return Vec::new() };
    if !READ.iter().any(|key| resources.contains_key(*key)) {
        return Vec::new();
    }
    let mut passed: Vec<String> = resources.keys().filter(|key| !READ.contains(&key.as_ref())).map(ToString::to_string).collect();
    if tree.list("dataset").iter().any(|(_, dataset)| !dataset.list("collections").is_empty()) {
        passed.push("dataset.collections".to_owned());
    }
    passed
}
