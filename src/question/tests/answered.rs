//! Which categories of person were meant, what of an entry answers each right, and who else must be told.

use strum::VariantArray;

use super::super::requester_view::{EntryAnswer, Matter, Question, RequesterView, SaidIn, ToldRole, requester_view, requester_views};
use super::{entry, in_one_of, ledger, text};
use crate::language::Language;
use crate::ledger::{
    AcquisitionSource, Capacity, Entrustment, Entry, FlowRole, JointPurpose, JointUse, Ledger, Organization, Place, Provision,
    RequesterKind, Right, Stated, TransferBasis, Whereabouts,
};
use crate::vocabulary::{Likeness, Vocabulary};

/// An organization that entrusts to one at home and one in Viet Nam, provides to one, keeps data at a provider that handles it, and
/// uses data jointly for former employees, for employees and their families, and for everybody.
fn organization() -> Organization {
    let mut organization = Organization::new(text("kou"));
    let entrustee = |name: &str, country, transfer, subcontracting| Entrustment {
        entrustee: text(name),
        country,
        work: Some(text("給与計算")),
        subcontracting,
        transfer,
        ..Entrustment::default()
    };
    for party in [
        entrustee("国内社", in_one_of(&["JP"]), TransferBasis::Domestic, Stated::No),
        entrustee("越南社", in_one_of(&["VN"]), TransferBasis::Consent, Stated::Possible),
        entrustee("英国社", in_one_of(&["GB"]), TransferBasis::DesignatedCountry, Stated::NotStated),
    ] {
        organization.entrustees.insert(party.entrustee.clone(), party);
    }
    let recipient =
        Provision {
            recipient: text("健保組合"), opt_out: Some(text("窓口へ")), country: in_one_of(&["JP"]), ..Provision::default()
        };
    organization.recipients.insert(text("健保組合"), recipient);
    for (name, provider, handles_data) in [
        ("クラウド", "保管社", Stated::NotStated),
        ("倉庫", "倉庫社", Stated::No),
        ("書庫", "自社", Stated::Yes),
        ("海外", "米国社", Stated::Yes),
    ] {
        let provider_country = if name == "海外" { in_one_of(&["US"]) } else { Whereabouts::default() };
        let place = Place { name: text(name), provider: Some(text(provider)), provider_country, handles_data, ..Place::default() };
        organization.places.insert(text(name), place);
    }
    let purpose = |subject: Option<&str>, words: &str| JointPurpose { subject: subject.map(text), text: text(words) };
    let joint = JointUse {
        name: text("グループ"),
        scope: Some(text("グループ各社")),
        responsible: Some(text("親会社")),
        purposes: vec![
            purpose(Some("当社退職者"), "退職者の分析"),
            purpose(Some("従業員（出向者を含む）及びその家族・保証人"), "労務管理"),
            purpose(Some("お取引先様"), "取引の連絡"),
            purpose(None, "統計"),
        ],
        ..JointUse::default()
    };
    organization.joint_uses.insert(text("グループ"), joint);
    organization
}

fn own(control_no: &str, subjects: &[&str]) -> Entry {
    let row = entry(control_no, subjects, Whereabouts::default());
    Entry { capacity: Capacity::Own, ..row }
}

/// E-1 of former employees with every party, E-2 of employees with nothing stated, E-3 of members that denies everything, E-4 held for
/// another, E-5 of whom is not said.
fn world() -> Ledger {
    let mut full = own("E-1", &["退職者"]);
    full.purposes = vec![text("退職金の支払")];
    full.items = vec![text("氏名"), text("口座")];
    full.acquired_from = vec![AcquisitionSource::Principal];
    full.entrustees = ["国内社", "越南社", "英国社"].map(text).to_vec();
    full.recipients = vec![text("健保組合")];
    full.joint_uses = vec![text("グループ")];
    full.places = ["クラウド", "倉庫", "書庫", "海外"].map(text).to_vec();
    (full.entrusted, full.provided, full.jointly_used) = (Stated::Yes, Stated::Yes, Stated::Yes);
    let mut silent = own("E-2", &["社員"]);
    silent.joint_uses = vec![text("グループ")];
    let denying = super::no_others(own("E-3", &["法人会員"]));
    let mut held_for_another = own("E-4", &["退職者"]);
    held_for_another.capacity = Capacity::EntrustedToUs;
    let mut of_anyone = own("E-5", &[]);
    of_anyone.entrusted = Stated::Possible;
    of_anyone.joint_uses = vec![text("グループ")];
    ledger(organization(), vec![full, silent, denying, held_for_another, of_anyone])
}

fn ask(ledger: &Ledger, subjects: &[&str], right: Right) -> RequesterView {
    let subjects = subjects.iter().map(|word| (*word).to_owned()).collect();
    let question = Question { organization: "kou".to_owned(), subjects, right, requester: RequesterKind::Principal };
    requester_view(ledger, &question, Vocabulary::built_in()).expect("a view")
}

fn of<'a>(ledger: &Ledger, view: &'a RequesterView, control_no: &str) -> &'a EntryAnswer {
    let found = view.entries.iter().find(|answer| ledger.held(answer.entry).entry.control_no.as_ref() == control_no);
    found.unwrap_or_else(|| panic!("{control_no} is answered for"))
}

fn numbers(ledger: &Ledger, view: &RequesterView) -> Vec<String> {
    view.entries.iter().map(|answer| ledger.held(answer.entry).entry.control_no.to_string()).collect()
}

#[test]
fn what_was_matched_is_told_and_what_nearly_matched_is_only_offered() {
    let ledger = world();
    let view = ask(&ledger, &["Former employee", "会員", "宇宙人", "former  EMPLOYEE"], Right::Disclosure);
    let told = |matches: &[super::super::requester_view::SubjectMatch]| {
        matches
            .iter()
            .map(|one| (one.asked.clone(), one.written.to_string(), one.why, one.said_in.clone(), one.entries))
            .collect::<Vec<_>>()
    };
    let line = |asked: &str, written: &str, why, said_in: &[SaidIn], entries| {
        (asked.to_owned(), written.to_owned(), why, said_in.to_vec(), entries)
    };
    assert_eq!(
        told(&view.matched),
        [
            line("Former employee", "当社退職者", Likeness::Synonym, &[SaidIn::JointUse], 0),
            line("Former employee", "退職者", Likeness::Synonym, &[SaidIn::Entry], 2),
        ]
    );
    assert_eq!(told(&view.nearly_matched), [line("会員", "法人会員", Likeness::Within, &[SaidIn::Entry], 1)]);
    assert_eq!(view.unmatched, ["会員", "宇宙人"]);
    assert_eq!(numbers(&ledger, &view), ["E-1", "E-4", "E-5"], "what nearly matches is not taken");
    let both = ask(&ledger, &["退職社員", "法人会員"], Right::Disclosure);
    assert_eq!(numbers(&ledger, &both), ["E-1", "E-3", "E-4", "E-5"], "a person may be in several categories");
    assert_eq!((both.nearly_matched.len(), both.unmatched.len()), (0, 0));
    let joint_alone = ask(&ledger, &["取引先"], Right::NoticeOfPurpose);
    assert_eq!(
        (joint_alone.matched[0].said_in.as_slice(), joint_alone.unmatched.as_slice()),
        (&[SaidIn::JointUse][..], &["取引先".to_owned()][..])
    );
}

#[test]
fn purposes_are_the_entrys_and_those_of_joint_use_for_the_person() {
    let ledger = world();
    let purposes = |subjects: &[&str], control_no: &str| {
        let view = ask(&ledger, subjects, Right::NoticeOfPurpose);
        of(&ledger, &view, control_no).purposes.iter().map(|purpose| purpose.text.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(purposes(&["元社員"], "E-1"), ["退職金の支払", "退職者の分析", "統計"]);
    assert_eq!(
        purposes(&["元社員", "従業員"], "E-1"),
        ["退職金の支払", "退職者の分析", "統計"],
        "those for employees are not this entry's"
    );
    assert_eq!(purposes(&["元社員", "従業員"], "E-2"), ["労務管理", "統計"]);
    assert_eq!(purposes(&["元社員", "取引先"], "E-5"), ["退職者の分析", "取引の連絡", "統計"], "it may be about any of them");
    assert!(purposes(&["元社員"], "E-4").is_empty(), "what may not be seen tells no purpose");
    let view = ask(&ledger, &["従業員"], Right::NoticeOfPurpose);
    let answer = of(&ledger, &view, "E-2");
    assert_eq!(answer.not_stated, [Matter::Purposes], "the entry's own are not stated though those of joint use are");
    assert_eq!((answer.purposes[0].joint_use.as_deref(), answer.purposes[1].subject.as_deref()), (Some("グループ"), None));
}

#[test]
fn disclosure_tells_what_is_held_and_what_is_not_stated() {
    use Matter::{Acquisition, Countries, Entrustees, Items, JointUses, Purposes, Recipients, Retention};
    let ledger = world();
    let view = ask(&ledger, &["退職者", "従業員", "法人会員"], Right::Disclosure);
    let full = of(&ledger, &view, "E-1");
    assert_eq!(full.items(&ledger).iter().map(AsRef::as_ref).collect::<Vec<_>>(), ["氏名", "口座"]);
    assert_eq!(full.acquired_from(&ledger), [AcquisitionSource::Principal]);
    assert_eq!((full.provisions(&ledger).len(), full.entrustments(&ledger).len(), full.joint_uses(&ledger).len()), (1, 3, 1));
    assert!(
        full.flows(&ledger)
            .iter()
            .any(|flow| flow.role == FlowRole::Entrustment && flow.country.is_some_and(|country| country.code() == "VN"))
    );
    assert_eq!(full.not_stated, [Countries, Retention], "the places' and joint users' countries");
    assert!(full.told.is_empty(), "nothing is done that others must be told of");
    let silent = of(&ledger, &view, "E-2");
    assert_eq!(silent.not_stated, [Purposes, Items, Acquisition, Recipients, Entrustees, Countries, Retention]);
    let denying = of(&ledger, &view, "E-3");
    assert_eq!(denying.not_stated, [Purposes, Items, Acquisition, Countries, Retention], "what is denied is not open");
    let hidden = of(&ledger, &view, "E-4");
    assert!(hidden.items(&ledger).is_empty() && hidden.flows(&ledger).is_empty() && hidden.retention(&ledger).is_none());
    assert_eq!((hidden.touched, hidden.not_stated.len()), (Stated::No, 0));
    let of_anyone = of(&ledger, &view, "E-5");
    assert!(of_anyone.not_stated.contains(&JointUses) == of_anyone.joint_uses(&ledger).iter().any(|joint| joint.scope.is_none()));
    assert_eq!(of_anyone.touched, Stated::NotStated);
}

#[test]
fn provision_records_tell_recipients_and_who_handed_it_over() {
    let mut received = super::no_others(own("F-1", &["会員"]));
    received.acquired_from = vec![AcquisitionSource::ThirdParty];
    let mut neither = super::no_others(own("F-2", &["会員"]));
    neither.acquired_from = vec![AcquisitionSource::Principal];
    let open = super::no_others(own("F-3", &["会員"]));
    let mut foreseen = own("F-4", &["会員"]);
    (foreseen.provided, foreseen.acquired_from) = (Stated::Possible, vec![AcquisitionSource::Principal]);
    let mut provided = own("F-5", &["会員"]);
    (provided.provided, provided.recipients) = (Stated::Yes, vec![text("健保組合")]);
    let ledger = ledger(organization(), vec![received, neither, open, foreseen, provided]);
    let view = ask(&ledger, &["会員"], Right::DisclosureOfProvisionRecords);
    let touched: Vec<Stated> = view.entries.iter().map(|answer| answer.touched).collect();
    assert_eq!(touched, [Stated::Yes, Stated::No, Stated::NotStated, Stated::Possible, Stated::Yes]);
    let provided = of(&ledger, &view, "F-5");
    assert_eq!(provided.provisions(&ledger)[0].opt_out.as_deref(), Some("窓口へ"), "the catalogue's words");
    assert!(provided.flows(&ledger).iter().all(|flow| flow.role == FlowRole::Provision) && provided.entrustments(&ledger).is_empty());
    assert_eq!(of(&ledger, &view, "F-4").not_stated, [Matter::Recipients, Matter::Countries], "foreseen, to whom is not said");
}

#[test]
fn who_else_must_be_told_is_told_with_the_reason() {
    let ledger = world();
    let told = |right, control_no: &str| {
        let view = ask(&ledger, &["退職者", "従業員", "法人会員"], right);
        let answer = of(&ledger, &view, control_no).clone();
        let line = |told: &super::super::requester_view::Told| {
            let articles: Vec<_> = told.basis.iter().map(|provision| provision.article.to_string()).collect();
            (told.role, told.party.to_string(), told.stated, articles.join(" "))
        };
        answer.told.iter().map(line).collect::<Vec<_>>()
    };
    let expected = |suspended: &str| {
        let at = |of: &str| format!("{of} {suspended}");
        [
            (ToldRole::Entrustee, "国内社".to_owned(), Stated::Yes, at("25")),
            (ToldRole::Entrustee, "越南社".to_owned(), Stated::Yes, at("25")),
            (ToldRole::SubEntrustee, String::new(), Stated::Possible, at("25")),
            (ToldRole::Entrustee, "英国社".to_owned(), Stated::Yes, at("25")),
            (ToldRole::PlaceProvider, "保管社".to_owned(), Stated::NotStated, at("25")),
            (ToldRole::PlaceProvider, "米国社".to_owned(), Stated::Yes, at("25")),
            (ToldRole::JointUser, "グループ".to_owned(), Stated::Yes, at("27(5)(iii) 3-6-3")),
            (ToldRole::Recipient, "健保組合".to_owned(), Stated::Yes, String::new()),
        ]
    };
    for right in [Right::Correction, Right::Addition, Right::Deletion] {
        assert_eq!(told(right, "E-1"), expected("34(2)"), "{right:?}");
    }
    for right in [Right::SuspensionOfUse, Right::Erasure] {
        assert_eq!(told(right, "E-1"), expected("35(2) 35(6)"), "{right:?}");
    }
    let stop = [
        (ToldRole::Recipient, "健保組合".to_owned(), Stated::Yes, "35(4) 35(6)".to_owned()),
        (ToldRole::Entrustee, "越南社".to_owned(), Stated::Yes, "28(1) 35(4) 35(6)".to_owned()),
        (ToldRole::PlaceProvider, "米国社".to_owned(), Stated::Yes, "28(1) 35(4) 35(6)".to_owned()),
    ];
    assert_eq!(told(Right::SuspensionOfProvision, "E-1"), stop, "entrusting to a designated country is no provision");
    assert!(told(Right::Erasure, "E-3").is_empty() && told(Right::Erasure, "E-4").is_empty());
    let anyone = [
        (ToldRole::Entrustee, String::new(), Stated::Possible, "25 34(2)".to_owned()),
        (ToldRole::JointUser, "グループ".to_owned(), Stated::Yes, "27(5)(iii) 3-6-3 34(2)".to_owned()),
    ];
    assert_eq!(told(Right::Correction, "E-5"), anyone);
    let view = ask(&ledger, &["退職者", "従業員", "法人会員"], Right::SuspensionOfProvision);
    let touched = |control_no: &str| of(&ledger, &view, control_no).touched;
    assert_eq!(
        ["E-1", "E-2", "E-3", "E-4", "E-5"].map(touched),
        [Stated::Yes, Stated::NotStated, Stated::No, Stated::No, Stated::NotStated]
    );
    let erasure = ask(&ledger, &["退職者"], Right::Erasure);
    assert!(
        of(&ledger, &erasure, "E-1").not_stated.contains(&Matter::SubEntrustees),
        "one entrustee does not say whether it entrusts further"
    );
}

#[test]
fn every_one_told_has_a_reason_in_both_languages() {
    let ledger = world();
    for right in Right::VARIANTS {
        let view = ask(&ledger, &["退職者"], *right);
        for told in view.entries.iter().flat_map(|answer| &answer.told) {
            assert!(!told.reason(Language::Ja).is_empty() && told.reason(Language::En).is_ascii(), "{right:?} {told:?}");
        }
    }
}

#[test]
fn several_rights_are_answered_at_once_each_once() {
    let ledger = world();
    let question = Question {
        organization: "kou".to_owned(),
        subjects: vec!["退職者".to_owned()],
        right: Right::Erasure,
        requester: RequesterKind::Principal,
    };
    let rights = [Right::Disclosure, Right::Correction, Right::Disclosure];
    let views = requester_views(&ledger, &question, &rights, Vocabulary::built_in()).expect("views");
    assert_eq!(views.iter().map(|view| view.right).collect::<Vec<_>>(), [Right::Disclosure, Right::Correction]);
    assert_eq!(views[0], ask(&ledger, &["退職者"], Right::Disclosure));
    assert_eq!(views[1], ask(&ledger, &["退職者"], Right::Correction));
}
