//! The questions, on a ledger small enough to see through.

use std::sync::Arc;

use chrono::NaiveDate;

use super::*;
use crate::ledger::{
    Capacity, Country, Entrustment, Entry, EntryNo, FlowRole, Ledger, Organization, Place, RetentionKind, Stated, Text, Whereabouts,
};
use crate::vocabulary::Vocabulary;

mod answered;
mod requester_view;

fn text(words: &str) -> Text {
    words.into()
}

fn code(letters: &str) -> Country {
    Country::from_code(letters).expect("a country")
}

fn in_one_of(codes: &[&str]) -> Whereabouts {
    let countries = codes.iter().map(|letters| code(letters)).collect();
    if codes.len() == 1 {
        Whereabouts::known(countries, Country::JAPAN, None)
    } else {
        Whereabouts::candidates(countries, Country::JAPAN, None)
    }
}

fn entry(control_no: &str, subjects: &[&str], storage: Whereabouts) -> Entry {
    let subjects = subjects.iter().copied().map(Text::from).collect();
    Entry {
        control_no: text(control_no),
        occurrence: 1,
        name: text(&format!("{control_no} の名簿")),
        subjects,
        storage,
        ..Entry::default()
    }
}

fn no_others(entry: Entry) -> Entry {
    Entry { entrusted: Stated::No, provided: Stated::No, jointly_used: Stated::No, ..entry }
}

/// Entries whose storage is, in this order: home, abroad, abroad or home, one of two abroad, unnamed abroad, not stated; the last
/// entrusted to someone in Ireland.
fn world() -> Ledger {
    let mut organization = Organization::new(text("kou"));
    organization
        .entrustees
        .insert(text("愛蘭社"), Entrustment { entrustee: text("愛蘭社"), country: in_one_of(&["IE"]), ..Entrustment::default() });
    let storages = [
        ("A-1", in_one_of(&["JP"])),
        ("A-2", in_one_of(&["SG"])),
        ("A-3", in_one_of(&["JP", "SG"])),
        ("A-4", in_one_of(&["SG", "US"])),
        ("A-5", Whereabouts::somewhere_abroad(Some(text("海外")))),
        ("A-6", Whereabouts::default()),
    ];
    let mut entries: Vec<Entry> = storages.into_iter().map(|(no, storage)| no_others(entry(no, &["お客様"], storage))).collect();
    let ireland =
        Entry {
            entrusted: Stated::Yes, entrustees: vec![text("愛蘭社")], ..no_others(entry("A-10", &["社員"], Whereabouts::default()))
        };
    entries.push(ireland);
    ledger(organization, entries)
}

fn ledger(organization: Organization, entries: Vec<Entry>) -> Ledger {
    Ledger::new(1, vec![(Arc::new(organization), entries.into_iter().map(Arc::new).collect())])
}

fn numbers(ledger: &Ledger, page: &Page<EntryNo>) -> String {
    let numbers: Vec<_> = page.lines.iter().map(|(_, no)| ledger.held(*no).entry.control_no.to_string()).collect();
    format!("{}: {}", page.total, numbers.join(" "))
}

fn all() -> Window {
    Window::new(Some(500), None).expect("a window")
}

#[test]
fn abroad_lists_what_is_certain_beside_what_cannot_be_told() {
    let ledger = world();
    let cases: &[(&[FlowRole], &[&str], &str, &str)] = &[
        (&[], &[], "4: A-2 A-4 A-5 A-10", "2: A-3 A-6"),
        (&[FlowRole::Storage], &[], "3: A-2 A-4 A-5", "3: A-3 A-6 A-10"),
        (&[FlowRole::Entrustment], &[], "1: A-10", "0: "),
        (&[FlowRole::Provision, FlowRole::JointUse], &[], "0: ", "0: "),
        (&[], &["SG"], "2: A-2 A-4", "3: A-3 A-5 A-6"),
        (&[], &["IE"], "1: A-10", "2: A-5 A-6"),
        (&[], &["US", "IE"], "2: A-4 A-10", "2: A-5 A-6"),
        (&[], &["JP"], "0: ", "2: A-5 A-6"),
    ];
    for (roles, countries, entries, undetermined) in cases {
        let question = abroad::Question::new(roles, countries.iter().map(|letters| code(letters)).collect());
        let certain = abroad::entries(&ledger, &question, &all()).expect("a page");
        let open = abroad::undetermined(&ledger, &question, &all()).expect("a page");
        assert_eq!(
            (numbers(&ledger, &certain).as_str(), numbers(&ledger, &open).as_str()),
            (*entries, *undetermined),
            "{roles:?} {countries:?}"
        );
    }
}

#[test]
fn countries_and_flows_count_candidates() {
    let ledger = world();
    let question = abroad::Question::new(&[], Vec::new());
    let tallies: Vec<_> =
        abroad::countries(&ledger, &question).into_iter().map(|tally| (tally.country.code().to_owned(), tally.entries)).collect();
    assert_eq!(tallies, [("SG".to_owned(), 3), ("IE".to_owned(), 1), ("US".to_owned(), 1)]);
    let flows = abroad::flows(&ledger, &question, &all()).expect("a page");
    assert_eq!((flows.total, flows.lines.len()), (6, 6), "SG; SG of JP or SG; SG and US; abroad without a name; IE");
    let of_singapore = abroad::flows(&ledger, &abroad::Question::new(&[], vec![code("SG")]), &all()).expect("a page");
    assert_eq!((of_singapore.total, of_singapore.lines.len()), (3, 3));
}

type Turn<'a> = Box<dyn Fn(&Window) -> Page<String> + 'a>;

#[test]
fn pages_follow_each_other_without_a_gap() {
    let ledger = world();
    let question = abroad::Question::new(&[], Vec::new());
    let order = EntryOrder { field: EntryOrderField::Name, direction: Direction::Desc };
    let name = |no: EntryNo| ledger.held(no).entry.control_no.to_string();
    let lists: Vec<Turn<'_>> = vec![
        Box::new(|window| abroad::entries(&ledger, &question, window).expect("a page").map(name)),
        Box::new(|window| {
            abroad::flows(&ledger, &question, window).expect("a page").map(|(no, flow)| format!("{} {:?}", name(no), flow.country))
        }),
        Box::new(|window| entries(&ledger, None, None, window, &Vocabulary::default()).expect("a page").map(name)),
        Box::new(|window| entries(&ledger, None, Some(order), window, &Vocabulary::default()).expect("a page").map(name)),
        Box::new(|window| entries(&ledger, Some(&EntryFilter::default()), None, window, &Vocabulary::default()).expect("a page").map(name)),
    ];
    for turn in &lists {
        let whole = turn(&all());
        assert_eq!((whole.has_previous, whole.has_next), (false, false));
        let mut seen = Vec::new();
        let mut after = None;
        loop {
            let page = turn(&Window { first: 2, after: after.clone() });
            assert_eq!((page.total, page.has_previous), (whole.total, after.is_some()));
            seen.extend(page.lines.iter().map(|(_, line)| line.clone()));
            after = page.lines.last().map(|(cursor, _)| cursor.clone());
            if !page.has_next {
                break;
            }
        }
        assert_eq!(seen, whole.lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>());
        assert!(turn(&Window { first: 0, after: None }).has_next);
    }
}

#[test]
fn a_cursor_survives_the_entry_that_it_stands_at() {
    let before = world();
    let window = Window::new(Some(2), None).expect("a window");
    let page = entries(&before, None, None, &window, &Vocabulary::default()).expect("a page");
    let end = page.lines.last().expect("two lines").0.encode();
    let after = ledger(Organization::new(text("kou")), ["A-1", "A-3", "A-4"].map(|no| entry(no, &[], Whereabouts::default())).to_vec());
    let next = entries(&after, None, None, &Window::new(Some(2), Some(&end)).expect("a cursor"), &Vocabulary::default()).expect("a page");
    assert_eq!(numbers(&after, &next), "3: A-3 A-4", "A-2 is gone; what stood after it follows");
}

#[test]
fn windows_are_refused_with_the_value_and_the_limit() {
    assert_eq!(Window::new(Some(501), None), Err(Refusal::PageSize { first: 501, limit: 500 }));
    assert_eq!(Window::new(Some(-1), None), Err(Refusal::PageSize { first: -1, limit: 500 }));
    for no_cursor in ["", "!", "W10", "bm90IGpzb24"] {
        assert_eq!(Window::new(None, Some(no_cursor)), Err(Refusal::BadCursor), "{no_cursor}");
    }
    let ledger = world();
    let of_flow = Window { first: 1, after: Some(page::Cursor::of_flow(&ledger, EntryNo::FIRST, 0)) };
    assert_eq!(entries(&ledger, None, None, &of_flow, &Vocabulary::default()), Err(Refusal::BadCursor), "a cursor of another list");
}

#[test]
fn filters_match_folded_and_whole() {
    let ledger = world();
    let words = |words: &[&str]| Some(words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
    let empty = EntryFilter::default;
    let cases: Vec<(&str, EntryFilter, &str)> = vec![
        ("folded", EntryFilter { control_no: words(&["ａ-２"]), ..empty() }, "1: A-2"),
        ("whole", EntryFilter { control_no: words(&["A"]), ..empty() }, "0: "),
        ("none of none", EntryFilter { control_no: words(&[]), ..empty() }, "0: "),
        ("within", EntryFilter { text: Some("Ａ-1".to_owned()), ..empty() }, "2: A-1 A-10"),
        ("synonym", EntryFilter { subjects: words(&["従業員"]), ..empty() }, "1: A-10"),
        ("stored in", EntryFilter { stored_in: Some(vec![code("SG")]), ..empty() }, "3: A-2 A-3 A-4"),
        ("reaches", EntryFilter { reaches: Some(vec![code("IE"), code("US")]), ..empty() }, "2: A-4 A-10"),
        ("abroad", EntryFilter { stored_abroad: Some(Stated::Yes), ..empty() }, "3: A-2 A-4 A-5"),
        ("not abroad", EntryFilter { stored_abroad: Some(Stated::No), ..empty() }, "1: A-1"),
        ("open", EntryFilter { stored_abroad: Some(Stated::NotStated), ..empty() }, "3: A-3 A-6 A-10"),
        ("entrusted", EntryFilter { entrusted: Some(Stated::Yes), ..empty() }, "1: A-10"),
        ("party", EntryFilter { entrustees: words(&["愛蘭社"]), ..empty() }, "1: A-10"),
        ("kinds", EntryFilter { retention: Some(vec![RetentionKind::NotStated]), capacity: Some(Capacity::Own), ..empty() }, "0: "),
        (
            "and, or, not",
            EntryFilter {
                and: Some(vec![EntryFilter { subjects: words(&["お客様"]), ..empty() }]),
                or: Some(vec![
                    EntryFilter { stored_in: Some(vec![code("US")]), ..empty() },
                    EntryFilter { stored_in: Some(vec![code("JP")]), ..empty() },
                ]),
                not: Some(Box::new(EntryFilter { control_no: words(&["A-1"]), ..empty() })),
                ..empty()
            },
            "2: A-3 A-4",
        ),
        ("one of none", EntryFilter { or: Some(Vec::new()), ..empty() }, "0: "),
    ];
    for (name, filter, expected) in cases {
        let page = entries(&ledger, Some(&filter), None, &all(), Vocabulary::built_in()).expect("a page");
        assert_eq!(numbers(&ledger, &page), expected, "{name}");
    }
    let mut deep = EntryFilter::default();
    for _ in 0..600 {
        deep = EntryFilter { not: Some(Box::new(deep)), ..EntryFilter::default() };
    }
    assert_eq!(
        entries(&ledger, Some(&deep), None, &all(), Vocabulary::built_in()),
        Err(Refusal::FilterTooLarge { conditions: 601, limit: 500 })
    );
}

#[test]
fn tallies_tell_what_is_not_stated() {
    let ledger = world();
    let told = |by, filter: Option<&EntryFilter>| {
        let rows = tally(&ledger, by, filter, &Vocabulary::default()).expect("a tally");
        rows.iter().map(|row| format!("{} {}", row.key, row.entries)).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(told(TallyBy::Country, None), "SG 3, JP 2, NOT_STATED 2, ABROAD 1, US 1");
    let customers = EntryFilter { subjects: Some(vec!["お客様".to_owned()]), ..EntryFilter::default() };
    assert_eq!(told(TallyBy::Country, Some(&customers)), "SG 3, JP 2, ABROAD 1, NOT_STATED 1, US 1");
    assert_eq!(told(TallyBy::Subject, None), "お客様 6, 社員 1");
    assert_eq!(told(TallyBy::Entrustee, None), "NO 6, 愛蘭社 1");
    assert_eq!(told(TallyBy::Department, None), "NOT_STATED 7");
    assert_eq!(told(TallyBy::Medium, None), "NOT_STATED 7");
}

#[test]
fn a_place_without_a_country_leaves_it_open() {
    let mut organization = Organization::new(text("kou"));
    organization.places.insert(text("本社"), Place { name: text("本社"), server_country: in_one_of(&["JP"]), ..Place::default() });
    let both = Entry { places: vec![text("本社"), text("どこか")], ..no_others(entry("B-1", &[], Whereabouts::default())) };
    let ledger = ledger(organization, vec![both]);
    let open = abroad::undetermined(&ledger, &abroad::Question::new(&[], Vec::new()), &all()).expect("a page");
    assert_eq!(numbers(&ledger, &open), "1: B-1");
}

#[test]
fn retention_tells_what_falls_due_and_what_cannot_be_told() {
    let day = |letters: &str| letters.parse::<NaiveDate>().expect("a day");
    let mut rows = ["C-1", "C-2", "C-3", "C-4"].map(|no| entry(no, &[], Whereabouts::default()));
    rows[0].retention.due_on = Some(day("2026-04-01"));
    rows[1].retention.due_on = Some(day("2025-03-31"));
    rows[2].retention.kind = RetentionKind::Permanent;
    let ledger = ledger(Organization::new(text("kou")), rows.to_vec());
    for (by, due) in [("2025-03-30", "0: "), ("2025-03-31", "1: C-2"), ("2026-04-01", "2: C-2 C-1")] {
        assert_eq!(numbers(&ledger, &retention_due::due(&ledger, day(by), &all()).expect("a page")), due, "{by}");
    }
    assert_eq!(numbers(&ledger, &retention_due::undetermined(&ledger, &all()).expect("a page")), "1: C-4");
}
