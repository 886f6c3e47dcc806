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
use std::collections::{BTreeMap, BTreeSet};
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
    let trees: Vec<Vec<Node>> =
        workbooks.iter().map(|book| book.tables.iter().filter(|table| table.tree).map(Node::of).collect()).collect();
    let mut places = Places::default();
    if trees.iter().all(Vec::is_empty) {
        return (workbooks.iter().map(Cow::Borrowed).collect(), places);
    }
    let names = Names::of(trees.iter().flatten());
    let mut taken: BTreeSet<Text> = BTreeSet::new();
    let mut ledgers = Vec::new();
    for (workbook, trees) in workbooks.iter().zip(&trees) {
        if trees.is_empty() {
            ledgers.push(Cow::Borrowed(workbook));
        } else {
            ledgers.extend(of_manifest(workbook, trees, &names, &mut taken, &mut places).into_iter().map(Cow::Owned));
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
            organization: Made::new("事業者", "organization", &[]),
            ledger: Made::new("台帳", "system", &systems::HEADINGS),
            places: Made::new("保管場所", "dataset", &parties::PLACE),
            entrustees: Made::new("委託先", "system", &parties::ENTRUSTEE),
            contacts: Made::new("窓口", "organization", &[]),
        }
    }
}

fn of_manifest(workbook: &Workbook, trees: &[Node], names: &Names, taken: &mut BTreeSet<Text>, places: &mut Places) -> Vec<Workbook> {
    let mut made: Vec<Workbook> = Vec::new();
    let documents = workbook.tables.iter().filter(|table| table.tree).zip(trees);
    for (document, (table, tree)) in documents.enumerate() {
        let sheet = Arc::new(SheetName { workbook: workbook.name.clone(), sheet: table.name.clone() });
        let mut passed = passed_over(tree);
        for sheets in by_organization(tree, names).into_values() {
            let name = free_name(&workbook.name, taken);
            let parts = [&sheets.ledger, &sheets.places, &sheets.entrustees, &sheets.contacts].into_iter().filter(|part| !part.is_empty());
            let mut tables: Vec<Table> = parts.map(|part| part.table(&name, &sheet, places)).collect();
            if !sheets.organization.is_empty() {
                tables.push(sheets.organization.labels(&name, &sheet, places));
            }
            tables.extend(passed.drain(..).map(|key| named_only(&key, &name, &sheet, places)));
            made.push(Workbook { name, tables, remarks: Vec::new() });
        }
        if document == 0 && made.is_empty() {
            made.push(Workbook { name: free_name(&workbook.name, taken), ..Workbook::default() });
        }
    }
    if let Some(first) = made.first_mut() {
        first.remarks.clone_from(&workbook.remarks);
    }
    made
}

/// The name, or one made of it where another workbook has it already: two organizations of one file, or two files of one name.
fn free_name(name: &Text, taken: &mut BTreeSet<Text>) -> Text {
    let mut free = name.clone();
    let mut number = 1;
    while !taken.insert(free.clone()) {
        number += 1;
        free = format!("{name}#{number}").into();
    }
    free
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
    sheets.organization.say("事業者コード", Said::plain(code, path).written(&[written]));
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
