//! Cases at the five companies, as values. Nobody in them has a name.

use std::sync::Arc;

use chrono::{DateTime, Days, NaiveDate, Utc};
use daicho::ledger::{Capacity, Disclosure, Entry, ExclusionReason, Ledger, RefusalGroundKind, RequesterKind, Right, Stated, Text};
use daicho::question::requester_view::{Question, RequesterView, requester_views};
use daicho::request::letter::{Letter, answer, guidance};
use daicho::request::{Application, Case, Decision, Event, Grant, Happening, Person, Received, Terms, receive};
use daicho::vocabulary::Vocabulary;

/// A case and its end.
pub struct Made {
    pub name: &'static str,
    pub organization: &'static str,
    pub rights: &'static [Right],
    pub requester: RequesterKind,
    pub subjects: &'static [&'static str],
    pub items: u32,
    pub estimate: Option<u32>,
    pub paid: u32,
    pub decision: Decision,
}

impl Made {
    /// Whether nothing but a notice of purpose is asked for.
    pub fn only_notice(&self) -> bool {
        self.rights == [Right::NoticeOfPurpose]
    }
}

pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

fn received_on() -> NaiveDate {
    today().checked_sub_days(Days::new(12)).unwrap()
}

fn granted() -> Decision {
    Decision { grant: Grant::Whole, grounds: Vec::new(), explanation: None, revision: 1 }
}

fn refused(grant: Grant, ground: RefusalGroundKind, explanation: &str) -> Decision {
    Decision { grant, grounds: vec![ground], explanation: Some(explanation.into()), revision: 1 }
}

/// A case for each of the five, and two more at Arrow Trust.
pub fn cases() -> Vec<Made> {
    let principal = Made {
        name: "rubato",
        organization: "rubato",
        rights: &[Right::NoticeOfPurpose, Right::Disclosure],
        requester: RequesterKind::Principal,
        subjects: &["お問い合わせ者"],
        items: 1,
        estimate: None,
        paid: 1_200,
        decision: granted(),
    };
    let libra = Made {
        name: "libra-plus",
        organization: "libra-plus",
        rights: &[Right::Disclosure],
        subjects: &["お客様"],
        paid: 1_600,
        decision: granted(),
        ..principal
    };
    let ruft = Made {
        name: "ruft",
        organization: "ruft",
        rights: &[Right::Disclosure],
        subjects: &["お客様"],
        estimate: Some(3_300),
        paid: 3_300,
        decision: refused(
            Grant::Part,
            RefusalGroundKind::HindranceToBusiness,
            "不正利用を検知する基準が明らかになる項目は、開示することにより当社の業務の適正な実施に著しい支障を及ぼすおそれがあるため、開示いたしません。",
        ),
        ..principal
    };
    let rocketworks = Made {
        name: "rocketworks",
        organization: "rocketworks",
        rights: &[Right::Disclosure],
        requester: RequesterKind::AuthorizedAgent,
        subjects: &["お客様"],
        paid: 0,
        decision: refused(
            Grant::None,
            RefusalGroundKind::IdentityNotVerified,
            "代理権を確認できる書類のご提出をお願いいたしましたが、期日までに確認することができませんでした。",
        ),
        ..principal
    };
    let arrow = Made {
        name: "arrow-trust",
        organization: "arrow-trust",
        rights: &[Right::Disclosure],
        requester: RequesterKind::AuthorizedAgent,
        subjects: &["元従業員"],
        items: 2,
        paid: 1_600,
        decision: granted(),
        ..principal
    };
    let not_held = Made {
        name: "arrow-trust-not-held",
        organization: "arrow-trust",
        subjects: &["採用応募者"],
        paid: 800,
        decision: refused(
            Grant::None,
            RefusalGroundKind::NotHeld,
            "お申し出の期間の採用応募の記録を調査いたしましたが、該当する記録はありませんでした。",
        ),
        rights: &[Right::Disclosure],
        ..principal
    };
    let corrected = Made {
        name: "arrow-trust-correction",
        organization: "arrow-trust",
        rights: &[Right::Correction, Right::SuspensionOfProvision],
        requester: RequesterKind::LegalRepresentative,
        subjects: &["従業員"],
        paid: 0,
        decision: Decision { explanation: Some("住所を、お申し出のとおり訂正いたしました。".into()), ..granted() },
        ..principal
    };
    vec![principal, libra, ruft, rocketworks, arrow, not_held, corrected]
}

fn received(ledger: &Ledger, made: &Made) -> Received {
    let organization = ledger.organization(made.organization).unwrap();
    let application = Application {
        rights: made.rights.to_vec(),
        requester: made.requester,
        subjects: made.subjects.iter().map(|subject| (*subject).into()).collect(),
        items: made.items,
        received_on: received_on(),
    };
    receive(organization, ledger.revision(), application, Terms::default(), Vocabulary::built_in(), today()).unwrap()
}

/// The case as it stands once decided.
pub fn case(ledger: &Ledger, made: &Made) -> Case {
    let received = received(ledger, made);
    made.decision.check(made.rights).unwrap();
    let at: DateTime<Utc> = "2026-11-20T02:00:00Z".parse().unwrap();
    let fee = (made.paid > 0).then_some(Happening::FeeReceived(made.paid));
    let happened = [Happening::Received, Happening::Guided]
        .into_iter()
        .chain(made.estimate.map(Happening::FeeEstimated))
        .chain(fee)
        .chain([Happening::Decided(made.decision.clone())]);
    let events = happened.map(|what| Event { at, by: "窓口".into(), what }).collect();
    let number: Text = format!("{}-2026-0001", made.organization).into();
    Case { receipt: received.numbered(number), owed: received.owed, events, papers: Vec::new() }
}

fn views(ledger: &Ledger, made: &Made) -> Vec<RequesterView> {
    let question = Question {
        organization: made.organization.to_owned(),
        subjects: made.subjects.iter().map(|subject| (*subject).to_owned()).collect(),
        right: made.rights[0],
        requester: made.requester,
    };
    requester_views(ledger, &question, made.rights, Vocabulary::built_in()).unwrap()
}

fn person(of: RequesterKind) -> Person {
    let agent = (of != RequesterKind::Principal).then_some("代理人（弁護士）");
    Person::new(of, "請求者", agent, Some("〒100-0000 東京都千代田区見本町一丁目1番1号")).unwrap()
}

pub fn answer_to(ledger: &Ledger, made: &Made, case: &Case) -> Option<Letter> {
    answer(case, ledger, &views(ledger, made), Some(&person(made.requester)), today())
}

pub fn answered(ledger: &Ledger, made: &Made) -> Letter {
    answer_to(ledger, made, &case(ledger, made)).expect("the case is decided")
}

/// The guidance: before there is a case, to one who is not named.
pub fn guided(ledger: &Ledger, made: &Made) -> Letter {
    let organization = ledger.organization(made.organization).unwrap();
    guidance(organization, &received(ledger, made), &views(ledger, made), None, None, today())
}

/// The name of an entry that nobody outside may know of.
pub const HIDDEN: &str = "要警戒者の記録";

/// The five, with an entry at Arrow Trust whose existence must not become known.
pub fn with_hidden_entry() -> Ledger {
    let five = crate::check::five();
    let declared = five.organizations().iter().map(|organization| {
        let mut entries: Vec<Arc<Entry>> = five.entries_of(&organization.code).map(|no| five.shared(no).1.clone()).collect();
        if &*organization.code == "arrow-trust" {
            let reasons = vec![ExclusionReason::CrimePrevention];
            entries.push(Arc::new(Entry {
                control_no: "A-99".into(),
                occurrence: 1,
                name: HIDDEN.into(),
                subjects: vec!["退職者".into()],
                capacity: Capacity::Own,
                disclosure: Disclosure { eligible: Stated::No, reasons, text: None },
                ..Entry::default()
            }));
        }
        (organization.clone(), entries)
    });
    Ledger::new(1, declared.collect())
}
