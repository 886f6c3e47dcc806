//! Whether a requester may see an entry, and by which procedure it asks.

use super::super::requester_view::{EntryDecision, Question, RequesterView, requester_view};
use super::super::*;
use super::{entry, ledger, text};
use crate::ledger::{
    Capacity, Contact, ContactRole, Entry, ExclusionReason, Fee, FeeKind, Ledger, Nature, Organization, Procedure, RefusalGround,
    RefusalGroundKind, RequesterKind, RequiredDocument, Right, Stated, Whereabouts,
};
use crate::vocabulary::Vocabulary;

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

fn ask(ledger: &Ledger, subject: &str, right: Right, requester: RequesterKind) -> RequesterView {
    let question = Question { organization: "kou".to_owned(), subjects: vec![subject.to_owned()], right, requester };
    requester_view(ledger, &question, &Vocabulary::default()).expect("a view")
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
    let articles = |view: &RequesterView| view.basis.iter().map(|provision| provision.article.to_string()).collect::<Vec<_>>();
    assert_eq!(articles(&ask(&ledger, "社員", Right::Disclosure, RequesterKind::AuthorizedAgent)), ["33(1)", "37(1)", "37(3)", "38(1)"]);
    assert_eq!(articles(&ask(&ledger, "社員", Right::Erasure, RequesterKind::Principal)), ["35(1)", "37(1)"]);
    let unknown =
        Question { organization: "otsu".to_owned(), subjects: Vec::new(), right: Right::Erasure, requester: RequesterKind::Principal };
    let refused = |question: &Question| requester_view(&ledger, question, &Vocabulary::default());
    assert_eq!(refused(&unknown), Err(Refusal::UnknownOrganization { code: "otsu".to_owned() }));
    let many = Question { organization: "kou".to_owned(), subjects: vec!["お客様".to_owned(); 101], ..unknown };
    assert_eq!(refused(&many), Err(Refusal::TooManySubjects { subjects: 101, limit: 100 }));
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
