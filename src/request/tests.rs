//! The room's own arithmetic: papers, fees, clocks, and states that follow from events.

use chrono::{DateTime, NaiveDate, Utc};
use strum::VariantArray;

use super::*;
use crate::ledger::{
    Fee, FeeKind, FeePer, Organization, Period, Procedure, RefusalGroundKind, RequesterKind, RequiredDocument, Right, Stated, Tax,
};
use crate::vocabulary::Vocabulary;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn line(name: &str, group: Option<&str>, choose: Option<u32>, issued_within: Option<&str>) -> RequiredDocument {
    RequiredDocument {
        requester: RequesterKind::Principal,
        name: name.into(),
        group: group.map(Into::into),
        choose,
        issued_within: issued_within.map(|period| period.parse().unwrap()),
        conditions: None,
    }
}

/// An organization with one procedure, for disclosure and correction.
fn organization(fee: Fee, documents: Vec<RequiredDocument>) -> Organization {
    let rights = vec![Right::Disclosure, Right::Correction];
    let procedure = Procedure { rights, accepted: Stated::Yes, fee, documents, ..Procedure::default() };
    Organization { procedures: vec![procedure], ..Organization::new("kou".into()) }
}

fn asked(rights: &[Right], items: u32) -> Application {
    Application {
        rights: rights.to_vec(),
        requester: RequesterKind::Principal,
        subjects: Vec::new(),
        items,
        received_on: day("2026-11-01"),
    }
}

fn received(organization: &Organization, application: Application) -> Result<Received, Fault> {
    receive(organization, 1, application, Terms::default(), Vocabulary::built_in(), day("2026-11-25"))
}

fn case(fee: Fee, documents: Vec<RequiredDocument>) -> Case {
    let received = received(&organization(fee, documents), asked(&[Right::Disclosure], 1)).unwrap();
    let events = vec![Event { at: moment(), by: "窓口".into(), what: Happening::Received }];
    Case { receipt: received.numbered("kou-2026-0001".into()), owed: received.owed, events, papers: Vec::new() }
}

fn moment() -> DateTime<Utc> {
    "2026-11-25T00:00:00Z".parse().unwrap()
}

/// Does a step on a day, and gives the case as it is then.
fn after(mut case: Case, next: Step) -> Result<Case, Refused> {
    let done = step(&case, next, day("2026-11-25"))?;
    case.events.push(Event { at: moment(), by: "窓口".into(), what: done.what });
    case.papers.extend(done.paper);
    Ok(case)
}

fn fixed(amount: u32, tax: Tax, per: FeePer) -> Fee {
    Fee { kind: FeeKind::Fixed, amount: Some(amount), tax, per, ..Fee::default() }
}

#[test]
fn alternatives_are_one_group_and_a_group_never_asks_for_more_than_it_lists() {
    let lines =
        [line("申請書", None, None, None), line("免許証", Some("本人確認"), Some(3), None), line("旅券", Some("本人確認"), None, None)];
    let groups = groups(&lines);
    let shape: Vec<_> = groups.iter().map(|group| (group.name.as_deref(), group.choose, group.lines.len())).collect();
    assert_eq!(shape, [(None, 1, 1), (Some("本人確認"), 2, 2)]);
}

#[test]
fn the_age_of_a_paper_is_counted_in_calendar_months() {
    let seal = line("印鑑登録証明書", None, None, Some("P3M"));
    for (issued, arrived, good) in [
        ("2026-08-25", "2026-11-25", true),
        ("2026-08-24", "2026-11-25", false),
        ("2026-11-30", "2027-02-28", true),
        ("2026-11-30", "2027-03-01", false),
        ("2026-11-25", "2026-11-25", true),
    ] {
        assert_eq!(judge(&seal, Some(day(issued)), day(arrived)).is_ok(), good, "{issued} {arrived}");
    }
    assert!(matches!(judge(&seal, None, day("2026-11-25")), Err(PaperFault::IssueDayNeeded { .. })));
    assert!(matches!(judge(&seal, Some(day("2026-11-26")), day("2026-11-25")), Err(PaperFault::IssuedLater { .. })));
    let card = line("健康保険証の写し", None, None, None);
    assert!(judge(&card, None, day("2025-12-01")).is_ok());
    assert!(matches!(judge(&card, None, day("2025-12-02")), Err(PaperFault::Abolished { .. })));
    let either = line("運転免許証または健康保険証", None, None, None);
    assert!(judge(&either, None, day("2026-11-25")).is_ok(), "a line that also offers a paper that exists");
}

#[test]
fn a_fee_is_taxed_counted_by_the_item_and_never_asked_for_a_correction() {
    let due = |fee: Fee, rights: &[Right], items| received(&organization(fee, Vec::new()), asked(rights, items)).unwrap();
    assert_eq!(due(fixed(1_000, Tax::Excluded, FeePer::Item), &[Right::Disclosure], 3).owed.fee.yen, 3_300);
    assert_eq!(due(fixed(1_000, Tax::Included, FeePer::Request), &[Right::Disclosure], 3).owed.fee.yen, 1_000);
    let correction = due(fixed(1_000, Tax::Included, FeePer::Request), &[Right::Correction], 1);
    assert_eq!((correction.owed.fee.yen, correction.charges.charges.len()), (0, 0));
    assert_eq!(correction.charges.warnings, [FeeWarning::NotAllowed { rights: vec![Right::Correction] }]);
    let both = due(fixed(1_000, Tax::Included, FeePer::Request), &[Right::Correction, Right::Disclosure], 1);
    assert_eq!(both.owed.fee.yen, 1_000, "one procedure is charged once");
    let silent = due(Fee::default(), &[Right::Disclosure], 1);
    assert_eq!(silent.charges.warnings, [FeeWarning::NotStated { rights: vec![Right::Disclosure] }]);
    let unread = due(Fee { kind: FeeKind::Fixed, ..Fee::default() }, &[Right::Disclosure], 1);
    assert_eq!(unread.charges.warnings, silent.charges.warnings, "an amount that could not be read is not one of nothing");
    let foreseen = Fee { estimate_by_effort: Stated::Possible, ..fixed(500, Tax::Included, FeePer::Request) };
    assert!(due(foreseen, &[Right::Disclosure], 1).owed.fee.estimate_allowed, "what is foreseen may be estimated");
    let elsewhere = due(fixed(500, Tax::Included, FeePer::Request), &[Right::NoticeOfPurpose], 1);
    assert_eq!(elsewhere.charges.warnings, [FeeWarning::NoProcedure { rights: vec![Right::NoticeOfPurpose] }]);
    assert_eq!(elsewhere.charges.fee().kind, FeeKind::NotStated, "what no procedure foresees is not stated to be free");
    let unclear = due(fixed(500, Tax::NotStated, FeePer::NotStated), &[Right::Disclosure], 9);
    assert_eq!((unclear.owed.fee.yen, unclear.charges.warnings), (500, vec![FeeWarning::TaxNotStated, FeeWarning::PerNotStated]));
}

#[test]
fn an_estimate_comes_before_payment_where_the_procedure_says_so() {
    let estimated = case(Fee { kind: FeeKind::Estimated, ..Fee::default() }, Vec::new());
    assert_eq!(estimated.state(), State::Received);
    assert_eq!(after(estimated.clone(), Step::Fee(100)), Err(Refused::Incomplete { missing: vec![Missing::Estimate] }));
    let told = after(estimated, Step::Estimate(3_000)).unwrap();
    assert_eq!((told.state(), told.missing()), (State::AwaitingFee, vec![Missing::Fee(3_000)]));
    let over = after(told, Step::Fee(3_500)).unwrap();
    assert_eq!((over.state(), over.over_paid()), (State::Investigating, Some(500)));
    let fixed = case(fixed(1_000, Tax::Included, FeePer::Request), Vec::new());
    assert_eq!(after(fixed.clone(), Step::Estimate(2_000)), Err(Fault::NoEstimate.into()));
    for amount in [0, -1, i64::MAX] {
        assert_eq!(after(fixed.clone(), Step::Fee(amount)), Err(Fault::Amount { amount }.into()));
    }
}

#[test]
fn every_state_is_reached_and_every_pair_of_state_and_act_is_as_the_table_says() {
    let documents = vec![line("申請書", None, None, None)];
    let received = case(fixed(1_000, Tax::Included, FeePer::Request), documents);
    let paper = || Step::Document { name: "申請書".into(), of: None, issued_on: None, received_on: day("2026-11-25") };
    let whole = || Step::Decide(Decision { grant: Grant::Whole, grounds: Vec::new(), explanation: None, revision: 1 });
    let guided = after(received.clone(), Step::Guide).unwrap();
    let complete = after(guided.clone(), paper()).unwrap();
    let paid = after(complete.clone(), Step::Fee(1_000)).unwrap();
    let decided = after(paid.clone(), whole()).unwrap();
    let replied = after(decided.clone(), Step::Reply).unwrap();
    let withdrawn = after(received.clone(), Step::Withdraw).unwrap();
    let cases = [received, guided, complete, paid, decided, replied, withdrawn];
    assert_eq!(cases.clone().map(|case| case.state()).as_slice(), State::VARIANTS);
    let steps = || {
        let reason = "誤り".to_owned();
        [Step::Guide, paper(), Step::Estimate(1), Step::Fee(1), whole(), Step::Reopen(reason), Step::Reply, Step::Withdraw]
    };
    assert_eq!(steps().map(|step| step.act()).as_slice(), Act::VARIANTS);
    for case in cases {
        for next in steps() {
            let (state, act) = (case.state(), next.act());
            let outcome = after(case.clone(), next);
            match verdict(state, act) {
                // This procedure foresees no estimate.
                Verdict::Open if act == Act::EstimateFee => assert_eq!(outcome, Err(Fault::NoEstimate.into())),
                Verdict::Open => assert!(outcome.is_ok(), "{state:?} {act:?}: {outcome:?}"),
                Verdict::Leads(next) => assert_eq!(outcome.unwrap().state(), next, "{state:?} {act:?}"),
                Verdict::Incomplete => assert!(matches!(outcome, Err(Refused::Incomplete { .. })), "{state:?} {act:?}"),
                Verdict::Refused => assert!(matches!(outcome, Err(Refused::NotInThisState { .. })), "{state:?} {act:?}"),
            }
        }
    }
}

#[test]
fn a_case_asks_for_what_it_can_hold() {
    let organization = organization(Fee::default(), Vec::new());
    let refused = |application| received(&organization, application).unwrap_err();
    assert!(matches!(refused(asked(&[], 1)), Fault::Count { what: "rights", .. }));
    assert!(matches!(refused(asked(&[Right::Disclosure], 0)), Fault::Count { what: "items", .. }));
    let many = Application { subjects: vec!["お客様".into(); 51], ..asked(&[Right::Disclosure], 1) };
    assert!(matches!(refused(many), Fault::Count { what: "subjects", given: 51, .. }));
    let tomorrow = Application { received_on: day("2026-11-26"), ..asked(&[Right::Disclosure], 1) };
    assert!(matches!(refused(tomorrow), Fault::InTheFuture { .. }));
    let mistyped = Application { received_on: day("0026-11-25"), ..asked(&[Right::Disclosure], 1) };
    assert!(matches!(refused(mistyped), Fault::BeforeTheAct { .. }));
    assert_eq!(Person::new(RequesterKind::Principal, " ", None, None), Err(Fault::Blank { what: "principalName" }));
    assert_eq!(Person::new(RequesterKind::AuthorizedAgent, "請求者", None, None), Err(Fault::AgentUnnamed));
    assert_eq!(Person::new(RequesterKind::Principal, "請求\u{0}者", None, None), Err(Fault::Control { what: "principalName" }));
    let long = "あ".repeat(201);
    assert!(matches!(Person::new(RequesterKind::Principal, &long, None, None), Err(Fault::TooLong { length: 201, .. })));
    let person = Person::new(RequesterKind::Principal, "請求者", None, Some("  ")).unwrap();
    assert_eq!(format!("{person:?}"), "Person(…)", "never printed by accident");
}

#[test]
fn every_right_can_be_refused_on_a_ground_of_the_law() {
    for right in Right::VARIANTS {
        let grounds = grounds_of_law(&[*right]);
        assert!(grounds.iter().any(|(kind, _)| *kind == RefusalGroundKind::NotHeld), "{right:?}");
        assert!(grounds.iter().all(|(_, basis)| !basis.is_empty()));
    }
}

#[test]
fn two_weeks_end_the_day_before_a_suit_may_be_brought() {
    let case = case(Fee::default(), Vec::new());
    let target = Target::of(&case, case.state(), day("2026-11-16"));
    assert_eq!((target.due_on, target.suit_from), (day("2026-11-15"), day("2026-11-16")));
    assert_eq!((target.days_left, target.overdue()), (Some(-1), true));
    let terms = Terms { keep_person: Period { months: 1, ..Period::default() }, ..Terms::default() };
    assert_eq!(terms.erase_on(day("2026-01-31")), day("2026-02-28"));
}
