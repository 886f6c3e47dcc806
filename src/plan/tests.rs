use std::collections::BTreeSet;
use std::sync::Arc;

use crate::declare::{Declared, Part};
use crate::ledger::{Contact, Country, Entry, Field, Ledger, Organization, OtherColumn, Place, Source, Stated, Text, Whereabouts};

use super::{ChangeKind, Plan, changes, plan};

fn entry(control_no: &str, occurrence: u32, name: &str) -> Entry {
    Entry { control_no: control_no.into(), occurrence, name: name.into(), ..Entry::default() }
}

fn declared(entries: Vec<Entry>) -> Declared {
    Declared { organization: Organization::new("acme".into()), entries, parts: BTreeSet::from([Part::Organization, Part::Ledger]) }
}

fn ledger(entries: Vec<Entry>) -> Ledger {
    Ledger::new(3, vec![(Arc::new(Organization::new("acme".into())), entries.into_iter().map(Arc::new).collect())])
}

/// Each change as `+ number/occurrence name`.
fn short(plan: &Plan) -> Vec<String> {
    let sign = |kind| match kind {
        ChangeKind::Added => '+',
        ChangeKind::Amended => '~',
        ChangeKind::Retired => '-',
    };
    let name = |change: &super::Change| change.after.as_ref().or(change.before.as_ref()).expect("one of them").name.clone();
    plan.changes().map(|change| format!("{} {}/{} {}", sign(change.kind), change.control_no, change.occurrence, name(change))).collect()
}

/// Each difference as `field: before -> after`.
fn fields(fields: &[super::FieldChange]) -> Vec<String> {
    let text = |text: &Option<Text>| text.as_deref().unwrap_or("-").to_owned();
    fields.iter().map(|field| format!("{}: {} -> {}", field.field, text(&field.before), text(&field.after))).collect()
}

#[test]
fn the_same_again_is_nothing_to_do_wherever_it_was_read() {
    let rows = || vec![entry("R-1", 1, "顧客"), entry("R-2", 1, "従業員")];
    let mut moved = rows();
    let source = Source { field: Field::Name, sheet: Arc::default(), cell: "B9".parse().unwrap(), text: "顧客".into() };
    moved[0].sources.push(source);
    let plan = plan(&ledger(rows()), vec![declared(moved)], true);
    assert!(plan.is_empty(), "{plan}");
    assert_eq!((plan.base, plan.unchanged(), plan.missing()), (3, 2, 0));
}

#[test]
fn missing_entries_are_retired_only_where_asked() {
    let before = ledger(vec![entry("R-1", 1, "顧客"), entry("R-2", 1, "従業員")]);
    let kept = plan(&before, vec![declared(vec![entry("R-2", 1, "従業員")])], false);
    assert!(kept.is_empty());
    assert_eq!((kept.missing(), kept.unchanged()), (1, 1));
    let pruned = plan(&before, vec![declared(vec![entry("R-2", 1, "従業員")])], true);
    assert_eq!(short(&pruned), ["- R-1/1 顧客"]);
    assert_eq!((pruned.missing(), pruned.is_empty()), (1, false));
    let without_ledger = Declared { parts: BTreeSet::from([Part::Organization]), ..declared(vec![]) };
    assert_eq!(plan(&before, vec![without_ledger], true).missing(), 0);
}

/// Rows that stand (occurrence and name), names that are declared, whether to prune, and the plan in short.
type Case = (&'static [(u32, &'static str)], &'static [&'static str], bool, &'static [&'static str]);

#[test]
fn rows_of_one_number_stand_for_each_other_by_what_they_say() {
    let cases: [Case; 7] = [
        (&[(1, "a"), (2, "b")], &["b"], false, &[]),
        (&[(1, "a"), (2, "b")], &["b"], true, &["- N/1 a"]),
        (&[(1, "a")], &["c", "a"], true, &["+ N/2 c"]),
        (&[(2, "b")], &["b", "c"], true, &["+ N/1 c"]),
        (&[(1, "a")], &["b"], true, &["~ N/1 b"]),
        (&[(1, "a"), (2, "b")], &["b", "c"], true, &["~ N/1 c"]),
        (&[], &["a", "a"], true, &["+ N/1 a", "+ N/2 a"]),
    ];
    for (before, after, prune, expected) in cases {
        let standing = before.iter().map(|(occurrence, name)| entry("N", *occurrence, name)).collect();
        let after = (1..).zip(after).map(|(occurrence, name)| entry("N", occurrence, name)).collect();
        assert_eq!(short(&plan(&ledger(standing), vec![declared(after)], prune)), expected, "{before:?}");
    }
}

#[test]
fn a_change_names_its_fields_as_a_person_reads_them() {
    let mut before = entry("R-1", 1, "顧客");
    before.items = vec!["氏名".into(), "住所".into()];
    before.entrusted = Stated::Yes;
    before.count = Some(100);
    let mut after = before.clone();
    after.items = vec!["氏名、住所".into()];
    after.entrusted = Stated::NotStated;
    after.storage = Whereabouts::candidates(vec![Country::JAPAN, Country::from_code("US").unwrap()], Country::JAPAN, None);
    after.other_columns = vec![OtherColumn { heading: "備え".into(), text: "x".into() }];
    let amended = plan(&ledger(vec![before.clone()]), vec![declared(vec![after.clone()])], false);
    let change = amended.changes().next().expect("one change");
    assert_eq!(
        fields(&change.fields()),
        [
            "items: 「氏名」「住所」 -> 「氏名、住所」",
            "storage: - -> 日本 または アメリカ",
            "entrusted: 有 -> -",
            "otherColumns[備え]: - -> x",
        ]
    );
    let added = plan(&ledger(vec![]), vec![declared(vec![before])], false);
    let change = added.changes().next().expect("one change");
    let expected = ["name: - -> 顧客", "items: - -> 氏名、住所", "count: - -> 100", "entrusted: - -> 有"];
    assert_eq!(fields(&change.fields()), expected);
}

#[test]
fn readings_that_differ_are_told_apart_though_the_cell_is_the_same() {
    let storage = |code: &str| Whereabouts::known(vec![Country::from_code(code).unwrap()], Country::JAPAN, Some("GE".into()));
    let [before, after] = ["GE", "DE"].map(|code| Entry { storage: storage(code), ..entry("R-1", 1, "顧客") });
    let plan = plan(&ledger(vec![before]), vec![declared(vec![after])], false);
    let shown = fields(&plan.changes().next().expect("one change").fields());
    assert_eq!(shown.len(), 1);
    assert!(shown[0].contains("ジョージア") && shown[0].contains("ドイツ"), "{shown:?}");
}

#[test]
fn parts_without_a_sheet_stay_and_paths_name_what_differs() {
    let mut before = Organization::new("acme".into());
    before.name = "アクメ".into();
    before.safety_measures = vec![];
    before.contacts = vec![Contact { name: "窓口".into(), hours: Some("9-17".into()), ..Contact::default() }];
    before.places.insert("本社".into(), Place { name: "本社".into(), handles_data: Stated::No, ..Place::default() });
    let ledger = Ledger::new(1, vec![(Arc::new(before.clone()), vec![])]);
    let mut after = Organization::new("acme".into());
    let contact = |hours: &str| Contact { name: "窓口".into(), hours: Some(hours.into()), ..Contact::default() };
    after.contacts = vec![contact("10-16"), contact("9-17")];
    let parts = BTreeSet::from([Part::Contacts, Part::Places]);
    let plan = plan(&ledger, vec![Declared { organization: after, entries: vec![], parts }], false);
    let organization = &plan.organizations[0];
    assert_eq!(
        fields(&organization.organization_fields),
        [
            "places[本社].name: 本社 -> -",
            "places[本社].handlesData: 無 -> -",
            "contacts[窓口][1].name: - -> 窓口",
            "contacts[窓口][1].hours: - -> 10-16",
        ]
    );
    assert_eq!((organization.after.name.as_ref(), organization.after.places.len()), ("アクメ", 0));
    assert!(!plan.is_empty());
}

#[test]
fn a_new_organization_is_a_change_and_two_declarations_are_one() {
    let empty = Ledger::default();
    assert!(!plan(&empty, vec![declared(vec![])], false).is_empty());
    let twice = vec![declared(vec![entry("1", 1, "a")]), declared(vec![entry("2", 1, "b")])];
    let plan = plan(&empty, twice, false);
    assert_eq!((plan.organizations.len(), short(&plan).len()), (1, 2));
}

#[test]
fn two_ledgers_differ_by_their_entries() {
    let before = ledger(vec![entry("R-2", 1, "a"), entry("R-10", 1, "b"), entry("R-11", 1, "c")]);
    let after = ledger(vec![entry("R-2", 1, "z"), entry("R-10", 1, "b"), entry("R-12", 1, "d")]);
    let found: Vec<_> = changes(&before, &after).iter().map(|change| (change.kind, change.control_no.to_string())).collect();
    let expected = [(ChangeKind::Amended, "R-2"), (ChangeKind::Retired, "R-11"), (ChangeKind::Added, "R-12")];
    assert_eq!(found, expected.map(|(kind, number)| (kind, number.to_owned())));
    assert!(changes(&after, &after).is_empty());
}

#[test]
fn a_plan_reads_as_lines() {
    let mut after = entry("R-1", 1, "顧客");
    after.disposal = Some("裁断\nまたは溶解\u{1b}[2J".into());
    let standing = ledger(vec![entry("R-1", 1, "顧客"), entry("R-9", 1, "名刺")]);
    let plan = plan(&standing, vec![declared(vec![after, entry("R-2", 1, "従業員")])], false);
    let expected = "acme acme: 追加 1、変更 1、廃止 0、変更なし 0、記載なし 1\n  ~ R-1 顧客\n      廃棄方法: （記載なし） → 裁断⏎または溶解\u{fffd}[2J\n  \
                    + R-2 従業員\n  ? R-9 名刺（ワークブックに記載がありません）\n";
    assert_eq!(plan.to_string(), expected);
}
