//! A rule shown on a ledger: what spoils it, what is found, what mends it, and what only looks like it.

use std::sync::Arc;

use daicho::finding::{Code, Severity, check};
use daicho::ledger::{
    AcquisitionSource, Capacity, Disclosure, Entrustment, Entry, Field, JointPurpose, JointUse, Ledger, Medium, Nature, Period, Place,
    Provision, Retention, RetentionKind, Stated, Text, TransferBasis,
};
use strum::VariantArray;

use super::made::{Made, day, known, source, today, words};

/// What is done to a ledger.
pub type Change = fn(&mut Made);

/// A rule, as a lawyer would try it.
pub struct Case {
    pub code: Code,
    pub severity: Severity,
    /// What is wrong with the ledger.
    pub wrong: Change,
    /// The message, in Japanese.
    pub says: &'static str,
    /// The cells shown.
    pub cells: &'static [&'static str],
    /// What the advice says to do.
    pub mend: Change,
    /// What looks like it and is in order, each done to the ledger in order, with the reason.
    pub in_order: &'static [(&'static str, Change)],
}

/// Shows each of the cases; and that once mended nothing at all is left to find at entries and parties.
pub fn show(cases: &[Case]) {
    for Case { code, severity, wrong, says, cells, mend, in_order } in cases {
        let kind = code.as_ref();
        assert_eq!(code.severity(), *severity, "{kind}");
        let cells: Vec<String> = cells.iter().map(ToString::to_string).collect();
        assert_eq!(ledger().but(wrong).found(*code), [((*says).to_owned(), cells)], "{kind}");
        let mended = ledger().but(wrong).but(mend);
        assert_eq!(mended.found(*code), [], "{kind}, mended");
        assert_eq!(at_entries_and_parties(&mended), Vec::<String>::new(), "{kind}, mended");
        for (reason, change) in *in_order {
            assert_eq!(ledger().but(change).found(*code), [], "{kind}: {reason}");
        }
    }
}

/// The kinds of finding at entries and parties.
pub fn kinds() -> impl Iterator<Item = Code> {
    Code::VARIANTS.iter().copied().filter(|code| (Code::PurposeMissing..=Code::JointUseResponsibleUnfit).contains(code))
}

/// What the rules at entries and parties find.
pub fn at_entries_and_parties(made: &Made) -> Vec<String> {
    let entries = made.entries.iter().cloned().map(Arc::new).collect();
    let ledger = Ledger::new(1, vec![(Arc::new(made.organization.clone()), entries)]);
    let found = check(&ledger, today());
    let kinds: Vec<_> = kinds().collect();
    found.iter().map(|seen| seen.code()).filter(|code| kinds.contains(code)).map(|code| code.as_ref().to_owned()).collect()
}

/// The row that is spoilt.
pub fn row(made: &mut Made) -> &mut Entry {
    &mut made.entries[0]
}

/// Leaves the cell of a field of the row blank.
pub fn blank(made: &mut Made, field: Field) {
    row(made).sources.retain(|source| source.field != field);
}

pub fn place<'a>(made: &'a mut Made, name: &str) -> &'a mut Place {
    made.organization.places.get_mut(name).unwrap()
}

pub fn entrustee<'a>(made: &'a mut Made, name: &str) -> &'a mut Entrustment {
    made.organization.entrustees.get_mut(name).unwrap()
}

pub fn recipient<'a>(made: &'a mut Made, name: &str) -> &'a mut Provision {
    made.organization.recipients.get_mut(name).unwrap()
}

pub fn joint_use(made: &mut Made) -> &mut JointUse {
    made.organization.joint_uses.get_mut("甲グループの販売促進").unwrap()
}

#[expect(clippy::unnecessary_wraps, reason = "what a ledger states or leaves out is an option")]
pub fn some(text: &str) -> Option<Text> {
    Some(text.into())
}

pub fn kept(kind: RetentionKind, text: &str) -> Retention {
    Retention { kind, text: some(text), ..Retention::default() }
}

/// A ledger of one row in which all is in order: kept in a cloud service, entrusted, provided and used jointly.
pub fn ledger() -> Made {
    let mut made = Made::in_order();
    made.entries = vec![customers()];
    let of = &mut made.organization;
    of.entrusted = Stated::NotStated;
    let rows = [
        (Field::Places, "保管場所", "A2", "受注クラウド"),
        (Field::Entrustments, "委託先", "A2", "乙運輸"),
        (Field::Provisions, "提供先", "A2", "丙決済"),
        (Field::JointUses, "共同利用", "A2", "甲グループの販売促進"),
    ];
    of.sources.extend(rows.map(|(field, sheet, cell, name)| source(field, sheet, cell, name)));
    let cloud = Place {
        name: "受注クラウド".into(),
        provider: some("丁クラウド"),
        provider_country: known(&["JP"]),
        server_country: known(&["JP"]),
        handles_data: Stated::No,
        notes: None,
    };
    of.places.insert(cloud.name.clone(), cloud);
    let carrier = Entrustment {
        entrustee: "乙運輸".into(),
        country: known(&["JP"]),
        work: some("商品の配送"),
        contracted_on: Some(day(2024, 4, 1)),
        subcontracting: Stated::No,
        transfer: TransferBasis::Domestic,
        checked_on: Some(day(2026, 9, 1)),
        notes: None,
    };
    of.entrustees.insert(carrier.entrustee.clone(), carrier);
    let payment = Provision {
        recipient: "丙決済".into(),
        country: known(&["JP"]),
        legal_basis: some("注文画面で得る本人の同意"),
        transfer: TransferBasis::Domestic,
        collected_directly: Stated::No,
        ..Provision::default()
    };
    of.recipients.insert(payment.recipient.clone(), payment);
    let joint = JointUse {
        name: "甲グループの販売促進".into(),
        items: words(&["氏名", "住所"]),
        scope: some("甲株式会社及び戊株式会社"),
        purposes: vec![JointPurpose { subject: None, text: "新商品の案内を送るため".into() }],
        responsible: some("戊株式会社"),
        responsible_address: some("東京都千代田区甲町2-2"),
        responsible_representative: some("代表取締役社長"),
        acquisition: words(&["注文画面"]),
        includes_foreign: Stated::No,
    };
    of.joint_uses.insert(joint.name.clone(), joint);
    made
}

fn customers() -> Entry {
    let columns = [
        (Field::ControlNo, "A"),
        (Field::Name, "B"),
        (Field::Subjects, "C"),
        (Field::Items, "E"),
        (Field::Purposes, "F"),
        (Field::Acquisition, "G"),
        (Field::AcquiredFrom, "H"),
        (Field::Capacity, "I"),
        (Field::Department, "J"),
        (Field::Manager, "K"),
        (Field::Places, "O"),
        (Field::Storage, "P"),
        (Field::Retention, "Q"),
        (Field::Entrusted, "T"),
        (Field::Entrustments, "U"),
        (Field::Provided, "V"),
        (Field::Provisions, "W"),
        (Field::JointlyUsed, "X"),
        (Field::JointUses, "Y"),
        (Field::SpecialCare, "Z"),
        (Field::IndividualNumber, "AA"),
        (Field::Disclosure, "AB"),
    ];
    Entry {
        control_no: "K-1".into(),
        occurrence: 1,
        name: "お客様の注文情報".into(),
        subjects: words(&["お客様"]),
        items: words(&["氏名", "住所"]),
        purposes: words(&["注文された商品を発送するため"]),
        nature: Nature::PersonalInformation,
        acquisition: words(&["注文画面"]),
        acquired_from: vec![AcquisitionSource::Principal],
        capacity: Capacity::Own,
        department: some("営業部"),
        manager: some("営業部長"),
        media: vec![Medium::Electronic],
        places: words(&["受注クラウド"]),
        retention: Retention { period: Some(Period { years: 5, ..Period::default() }), ..kept(RetentionKind::Period, "5年") },
        entrustees: words(&["乙運輸"]),
        entrusted: Stated::Yes,
        recipients: words(&["丙決済"]),
        provided: Stated::Yes,
        joint_uses: words(&["甲グループの販売促進"]),
        jointly_used: Stated::Yes,
        special_care: Stated::No,
        individual_number: Stated::No,
        disclosure: Disclosure { eligible: Stated::Yes, ..Disclosure::default() },
        sources: columns.map(|(field, column)| source(field, "台帳", &format!("{column}2"), "")).to_vec(),
        ..Entry::default()
    }
}

#[test]
fn nothing_is_found_where_all_is_in_order() {
    assert_eq!(at_entries_and_parties(&ledger()), Vec::<String>::new());
}

#[test]
fn each_kind_is_shown() {
    let shown: Vec<Code> = [super::entries::CASES, super::entries_in_law::CASES, super::parties::CASES, super::transfers::CASES]
        .iter()
        .flat_map(|cases| cases.iter().map(|case| case.code))
        .collect();
    assert_eq!(kinds().filter(|code| !shown.contains(code)).collect::<Vec<_>>(), []);
}
