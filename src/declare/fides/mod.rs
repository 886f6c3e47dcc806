//! Fides manifests (YAML) as workbooks in the reader's own headings, so that they are read as any ledger is.
//!
//! A system is a record, and its privacy declarations say what it holds of whom and for what; those that differ in their purpose alone
//! are one record for several purposes. What was read here stands in the manifest under a path, which takes the place of the cell once
//! all is read ([`Places`]). What no heading takes is kept beside with its key; what is not read at all is told as passed over.

mod allowance;
mod made;
mod names;
mod organization;
mod parties;
mod said;
mod systems;
mod tree;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::ledger::{Field, SheetName, Source, Text};
use crate::sheet::table::{Table, Workbook};

use allowance::Allowance;
use made::{Made, Places};
use names::Names;
use parties::Processors;
use said::Said;
use tree::{Keys, Node, below};

/// The most keys that are named as passed over; further ones are counted.
const MOST_PASSED_OVER: usize = 30;

/// Workbooks in which no table is a tree any more.
pub(super) struct Ledgers<'w> {
    /// What is to be read.
    pub workbooks: Vec<Cow<'w, Workbook>>,
    /// Where the cells of made sheets stand in truth.
    pub places: Places,
    /// The names of those workbooks of whose manifest only a part was made.
    pub cut: BTreeSet<Text>,
    /// What is no part of a ledger, by its keys, under the name of the workbook.
    pub passed_over: BTreeMap<Text, Vec<Source>>,
}

/// The workbooks, those that are trees replaced by what they say as ledgers, an organization each.
pub(super) fn as_ledgers(workbooks: &[Workbook]) -> Ledgers<'_> {
    let trees: Vec<Vec<Node>> =
        workbooks.iter().map(|book| book.tables.iter().filter(|table| table.tree).map(Node::of).collect()).collect();
    let mut ledgers = Ledgers { workbooks: Vec::new(), places: Places::default(), cut: BTreeSet::new(), passed_over: BTreeMap::new() };
    let names = Names::of(trees.iter().flatten());
    let mut taken: BTreeSet<Text> = BTreeSet::new();
    for (workbook, trees) in workbooks.iter().zip(&trees) {
        if trees.is_empty() {
            ledgers.workbooks.push(Cow::Borrowed(workbook));
            continue;
        }
        let allowance = Allowance::new();
        let made = of_manifest(workbook, trees, (&names, &allowance), &mut taken, &mut ledgers.places);
        if let Some(first) = made.first() {
            ledgers.passed_over.insert(first.name.clone(), passed_over(workbook, trees));
            if allowance.is_used_up() {
                ledgers.cut.insert(first.name.clone());
            }
        }
        ledgers.workbooks.extend(made.into_iter().map(Cow::Owned));
    }
    ledgers
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
    fn new(allowance: &Allowance) -> Self {
        let made = |name, kind, headings: &[&str]| Made::new(name, kind, headings, allowance);
        Self {
            organization: made("事業者", "organization", &[]),
            ledger: made("台帳", "system", &systems::HEADINGS),
            places: made("保管場所", "dataset", &parties::PLACE),
            entrustees: made("委託先", "system", &parties::ENTRUSTEE),
            contacts: made("窓口", "organization", &[]),
        }
    }
}

fn of_manifest(
    workbook: &Workbook,
    trees: &[Node],
    (names, allowance): (&Names, &Allowance),
    taken: &mut BTreeSet<Text>,
    places: &mut Places,
) -> Vec<Workbook> {
    let mut made: Vec<Workbook> = Vec::new();
    let documents = workbook.tables.iter().filter(|table| table.tree).zip(trees);
    for (document, (table, tree)) in documents.enumerate() {
        let sheet = sheet_of(workbook, table);
        for sheets in by_organization(tree, names, allowance).into_values() {
            let name = free_name(&workbook.name, taken);
            let parts = [&sheets.ledger, &sheets.places, &sheets.entrustees, &sheets.contacts].into_iter().filter(|part| !part.is_empty());
            let mut tables: Vec<Table> = parts.map(|part| part.table(&name, &sheet, places)).collect();
            if !sheets.organization.is_empty() {
                tables.push(sheets.organization.labels(&name, &sheet, places));
            }
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

fn sheet_of(workbook: &Workbook, document: &Table) -> Arc<SheetName> {
    Arc::new(SheetName { workbook: workbook.name.clone(), sheet: document.name.clone() })
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
fn by_organization(tree: &Node, names: &Names, allowance: &Allowance) -> BTreeMap<Text, Sheets> {
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
    for (place, resource) in organizations.into_iter().filter(|(_, node)| node.is_mapping()) {
        let path = format!("organization[{place}]");
        let key = resource.text("fides_key");
        let code = key.and_then(|key| organization::code(key)).unwrap_or_default();
        let Some(sheets) = sheets_of(&code, &mut all, allowance) else { break };
        if sheets.organization.is_empty() {
            begin_organization(sheets, &code, key.map(AsRef::as_ref).unwrap_or_default(), below(&path, "fides_key"));
        }
        organization::add(resource, &path, &mut sheets.organization);
        organization::add_contact(resource, &path, &mut sheets.contacts);
    }
    let processors = Processors::of(tree);
    for kind in ["dataset", "system"] {
        for (place, resource) in tree.list(kind).into_iter().filter(|(_, node)| node.is_mapping()) {
            let path = format!("{kind}[{place}]");
            let code = of(resource);
            let Some(sheets) = sheets_of(&code, &mut all, allowance) else { return all };
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

/// The sheets of an organization; none where no more are made.
fn sheets_of<'a>(code: &Text, all: &'a mut BTreeMap<Text, Sheets>, allowance: &Allowance) -> Option<&'a mut Sheets> {
    if !all.contains_key(code) && !allowance.take_organization() {
        return None;
    }
    Some(all.entry(code.clone()).or_insert_with(|| Sheets::new(allowance)))
}

fn begin_organization(sheets: &mut Sheets, code: &Text, written: &str, path: String) {
    sheets.organization.begin_row();
    sheets.organization.say("事業者コード", Said::plain(code, path).written(vec![written.into()]));
}

/// What the documents of a manifest hold that is no part of a ledger.
fn passed_over(workbook: &Workbook, trees: &[Node]) -> Vec<Source> {
    let documents = workbook.tables.iter().filter(|table| table.tree).zip(trees);
    let keys = documents.flat_map(|(table, tree)| {
        let sheet = sheet_of(workbook, table);
        keys_passed_over(tree).into_iter().map(move |key| (sheet.clone(), key))
    });
    let mut passed: Vec<Source> = Vec::new();
    let mut further = 0;
    let source = |sheet, key: &str| Source { field: Field::OtherColumns, sheet, cell: key.into(), text: key.into() };
    for (sheet, key) in keys {
        if passed.len() < MOST_PASSED_OVER {
            passed.push(source(sheet, &key));
        } else {
            further += 1;
        }
    }
    if let Some(last) = passed.last().filter(|_| further > 0) {
        passed.push(source(last.sheet.clone(), &format!("… +{further}")));
    }
    passed
}

fn keys_passed_over(tree: &Node) -> BTreeSet<String> {
    const READ: [&str; 3] = ["organization", "dataset", "system"];
    const NAMING: [&str; 3] = ["data_category", "data_subject", "data_use"];
    const NAME: Keys = Keys { values: &["fides_key", "organization_fides_key", "name", "parent_key"], lists: &[], whole: &[] };
    let Node::Mapping(resources) = tree else { return BTreeSet::new() };
    if !READ.iter().chain(&NAMING).any(|key| resources.contains_key(*key)) {
        return BTreeSet::new();
    }
    let mut passed = BTreeSet::new();
    for key in resources.keys().map(AsRef::as_ref) {
        if NAMING.contains(&key) {
            let unread = tree.list(key).into_iter().flat_map(|(_, resource)| resource.unread("", &NAME));
            passed.extend(unread.map(|leaf| if leaf.keys.is_empty() { key.to_owned() } else { format!("{key}.{}", leaf.keys) }));
        } else if !READ.contains(&key) {
            passed.insert(key.to_owned());
        }
    }
    for kind in READ {
        let is_no_resource = |(place, node): (u32, &Node)| (!node.is_mapping()).then(|| format!("{kind}[{place}]"));
        passed.extend(tree.list(kind).into_iter().filter_map(is_no_resource));
    }
    if tree.list("dataset").iter().any(|(_, dataset)| !dataset.list("collections").is_empty()) {
        passed.insert("dataset.collections".to_owned());
    }
    passed
}
