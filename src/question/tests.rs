//! The questions, on a ledger small enough to see through.

use std::sync::Arc;

use chrono::NaiveDate;

use super::requester_view::{EntryDecision, requester_view};
use super::*;
use crate::ledger::{
    Capacity, Contact, ContactRole, Country, Entrustment, Entry, EntryNo, ExclusionReason, Fee, FeeKind, FlowRole, Ledger, Nature,
    Organization, Place, Procedure, RefusalGround, RefusalGroundKind, RequesterKind, RequiredDocument, RetentionKind, Right, Stated, Text,
    Whereabouts,
};

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

fn no_synonyms(_: &str) -> Vec<String> {
    Vec::new()
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
        Box::new(|window| entries(&ledger, None, None, window, &no_synonyms).expect("a page").map(name)),
        Box::new(|window| entries(&ledger, None, Some(order), window, &no_synonyms).expect("a page").map(name)),
        Box::new(|window| entries(&ledger, Some(&EntryFilter::default()), None, window, &no_synonyms).expect("a page").map(name)),
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
    let page = entries(&before, None, None, &window, &no_synonyms).expect("a page");
    let end = page.lines.last().expect("two lines").0.encode();
    let after = ledger(Organization::new(text("kou")), ["A-1", "A-3", "A-4"].map(|no| entry(no, &[], Whereabouts::default())).to_vec());
    let next = entries(&after, None, None, &Window::new(Some(2), Some(&end)).expect("a cursor"), &no_synonyms).expect("a page");
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
    assert_eq!(entries(&ledger, None, None, &of_flow, &no_synonyms), Err(Refusal::BadCursor), "a cursor of another list");
}

#[test]
fn filters_match_folded_and_whole() {
    let ledger = world();
    let words = |words: &[&str]| Some(words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
    let synonyms = |word: &str| if word == "従業員" { vec!["社員".to_owned()] } else { Vec::new() };
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
        let page = entries(&ledger, Some(&filter), None, &all(), &synonyms).expect("a page");
        assert_eq!(numbers(&ledger, &page), expected, "{name}");
    }
    let mut deep = EntryFilter::default();
    for _ in 0..600 {
        deep = EntryFilter { not: Some(Box::new(deep)), ..EntryFilter::default() };
    }
    assert_eq!(entries(&ledger, Some(&deep), None, &all(), &synonyms), Err(Refusal::FilterTooLarge { conditions: 601, limit: 500 }));
}

#[test]
fn tallies_tell_what_is_not_stated() {
    let ledger = world();
    let told = |by, filter: Option<&EntryFilter>| {
        let rows = tally(&ledger, by, filter, &no_synonyms).expect("a tally");
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

fn document(requester: RequesterKind, name: &str) -> RequiredDocument {
    RequiredDocument { requester, name: text(name), group: None, choose: None, issued_within: None, conditions: None }
}

/// An organization with a procedure for disclosure, another for employees alone, and one that it does not accept.
fn asked() -> Organization {
    let fee = |amount| Fee { kind: FeeKind::Fixed, amount: Some(amount), ..Fee::default() };
    let general = Procedure {
        rights: vec![Right::Disclosure],
        accepted: Stated::Yes,
        documents: vec![document(RequesterKind::Principal, "免許証"), document(RequesterKind::AuthorizedAgent, "委任状")],
        fee: fee(800),
        refusal_grounds: vec![RefusalGround { kind: RefusalGroundKind::BreachOfLaw, text: text("法令違反"), basis: Vec::new() }],
        ..Procedure::default()
    };
    let employees = Procedure {
        rights: vec![Right::Disclosure, Right::Correction],
        accepted: Stated::Yes,
        requesters: vec![RequesterKind::Principal],
        subjects: vec![text("社員")],
        fee: fee(0),
        ..Procedure::default()
    };
    let never = Procedure { rights: vec![Right::Erasure], accepted: Stated::No, ..Procedure::default() };
    let contact = |role, name: &str| Contact { roles: vec![role], name: text(name), ..Contact::default() };
    let contacts = vec![contact(ContactRole::Complaints, "苦情"), contact(ContactRole::Requests, "請求")];
    Organization { procedures: vec![general, employees, never], contacts, ..Organization::new(text("kou")) }
}

fn ask(ledger: &Ledger, subject: &str, right: Right, requester: RequesterKind) -> requester_view::RequesterView {
    let question = requester_view::Question { organization: "kou".to_owned(), subjects: vec![subject.to_owned()], right, requester };
    requester_view(ledger, &question, &no_synonyms).expect("a view")
}

#[test]
fn the_procedure_that_fits_best_answers() {
    let ledger = ledger(asked(), Vec::new());
    let cases = [
        ("お客様", Right::Disclosure, RequesterKind::Principal, Stated::Yes, Some(800), 1),
        ("お客様", Right::Disclosure, RequesterKind::AuthorizedAgent, Stated::Yes, Some(800), 2),
        ("社員", Right::Disclosure, RequesterKind::Principal, Stated::Yes, Some(0), 0),
        ("社員", Right::Disclosure, RequesterKind::LegalRepresentative, Stated::Yes, Some(800), 1),
        ("社員", Right::Correction, RequesterKind::Principal, Stated::Yes, Some(0), 0),
        ("お客様", Right::Correction, RequesterKind::Principal, Stated::NotStated, None, 0),
        ("社員", Right::Correction, RequesterKind::AuthorizedAgent, Stated::NotStated, None, 0),
        ("お客様", Right::Erasure, RequesterKind::Principal, Stated::No, None, 0),
        ("お客様", Right::NoticeOfPurpose, RequesterKind::Principal, Stated::NotStated, None, 0),
    ];
    for (subject, right, requester, accepted, amount, documents) in cases {
        let view = ask(&ledger, subject, right, requester);
        assert_eq!(
            (view.accepted, view.fee.amount, view.documents.len()),
            (accepted, amount, documents),
            "{subject} {right:?} {requester:?}"
        );
        assert_eq!(view.procedure.is_some(), right != Right::NoticeOfPurpose, "the procedure that names the right is shown");
    }
    let view = ask(&ledger, "お客様", Right::Disclosure, RequesterKind::AuthorizedAgent);
    assert_eq!(view.documents.iter().map(|line| line.name.as_ref()).collect::<Vec<_>>(), ["委任状", "免許証"]);
    assert_eq!(view.refusal_grounds[0].basis[0].article.as_ref(), "33(2)(iii)", "the law's provision where none is cited");
    assert_eq!(view.contact.expect("a window").name.as_ref(), "請求");
    let articles =
        |view: &requester_view::RequesterView| view.basis.iter().map(|provision| provision.article.to_string()).collect::<Vec<_>>();
    assert_eq!(articles(&ask(&ledger, "社員", Right::Disclosure, RequesterKind::AuthorizedAgent)), ["33(1)", "37(1)", "37(3)", "38(1)"]);
    assert_eq!(articles(&ask(&ledger, "社員", Right::Erasure, RequesterKind::Principal)), ["35(1)", "37(1)"]);
    let unknown = requester_view::Question {
        organization: "otsu".to_owned(),
        subjects: Vec::new(),
        right: Right::Erasure,
        requester: RequesterKind::Principal,
    };
    assert_eq!(requester_view(&ledger, &unknown, &no_synonyms), Err(Refusal::UnknownOrganization { code: "otsu".to_owned() }));
}

#[test]
fn what_may_be_seen_rests_on_what_is_stated() {
    let row = |no: &str, subjects: &[&str], capacity, eligible, nature| {
        let mut row = Entry { nature, capacity, ..entry(no, subjects, Whereabouts::default()) };
        row.disclosure.eligible = eligible;
        row
    };
    let (own, silent) = (Capacity::Own, Capacity::NotStated);
    let customer: &[&str] = &["お客様"];
    let mut reasoned = row("D-05", customer, own, Stated::No, Nature::NotStated);
    reasoned.disclosure.reasons = vec![ExclusionReason::CrimePrevention];
    let rows = vec![
        row("D-01", customer, own, Stated::Yes, Nature::NotStated),
        row("D-02", customer, own, Stated::NotStated, Nature::PersonalInformation),
        row("D-03", customer, silent, Stated::NotStated, Nature::NotStated),
        row("D-04", customer, own, Stated::No, Nature::NotStated),
        reasoned,
        row("D-06", customer, Capacity::EntrustedToUs, Stated::NotStated, Nature::NotStated),
        row("D-07", customer, own, Stated::Possible, Nature::NotStated),
        row("D-08", customer, own, Stated::NotStated, Nature::Pseudonymized),
        row("D-09", customer, own, Stated::NotStated, Nature::PersonallyReferable),
        row("D-10", &[], own, Stated::Yes, Nature::NotStated),
        row("D-11", &[], Capacity::EntrustedToUs, Stated::No, Nature::NotStated),
        row("D-12", &["社員"], own, Stated::Yes, Nature::NotStated),
    ];
    let ledger = ledger(Organization::new(text("kou")), rows);
    let view = ask(&ledger, "お客 様", Right::Disclosure, RequesterKind::Principal);
    let told: Vec<_> = view
        .entries
        .iter()
        .map(|answer| {
            let basis: Vec<_> = answer.basis.iter().map(|provision| provision.article.to_string()).collect();
            (ledger.held(answer.entry).entry.control_no.to_string(), answer.decision, answer.reasons.clone(), basis.join(" "))
        })
        .collect();
    let expected = [
        ("D-01", EntryDecision::MaySee, vec![], "33(1)"),
        ("D-02", EntryDecision::MaySee, vec![], "16(4) 33(1)"),
        ("D-03", EntryDecision::CannotTell, vec![], "16(4)"),
        ("D-04", EntryDecision::MayNotSee, vec![ExclusionReason::NoReasonGiven], ""),
        ("D-05", EntryDecision::MayNotSee, vec![ExclusionReason::CrimePrevention], "5(iv)"),
        ("D-06", EntryDecision::MayNotSee, vec![ExclusionReason::EntrustedToUs], "16(4)"),
        ("D-07", EntryDecision::CannotTell, vec![], "16(4)"),
        ("D-08", EntryDecision::MayNotSee, vec![ExclusionReason::Pseudonymized], "41(9)"),
        ("D-09", EntryDecision::CannotTell, vec![], "16(4)"),
        ("D-10", EntryDecision::CannotTell, vec![], "16(4)"),
        ("D-11", EntryDecision::MayNotSee, vec![ExclusionReason::EntrustedToUs], "16(4)"),
    ];
    assert_eq!(told, expected.map(|(no, decision, reasons, basis)| (no.to_owned(), decision, reasons, basis.to_owned())));
}
