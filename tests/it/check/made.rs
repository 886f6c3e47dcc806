//! A made-up company whose ledger is in order, to be spoilt by tests one thing at a time.

use std::sync::Arc;

use chrono::NaiveDate;
use daicho::finding::{Code, Finding, Severity, check};
use daicho::language::Language;
use daicho::ledger::{
    Capacity, Contact, ContactRole, Country, Entry, Fee, FeeKind, Field, Ledger, Medium, Organization, Period, Policy, Procedure,
    RequesterKind, RequiredDocument, Retention, RetentionKind, Right, SafetyMeasure, SafetyMeasureKind, SheetName, Source, Stated, Text,
    Whereabouts,
};
use strum::VariantArray;

/// A company and its entries.
pub struct Made {
    pub organization: Organization,
    pub entries: Vec<Entry>,
}

/// The day on which made-up ledgers are looked at.
pub fn today() -> NaiveDate {
    day(2026, 11, 25)
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub fn words(list: &[&str]) -> Vec<Text> {
    list.iter().map(|word| Text::from(*word)).collect()
}

pub fn source(field: Field, sheet: &str, cell: &str, text: &str) -> Source {
    Source {
        field, sheet: Arc::new(SheetName { workbook: "甲社.xlsx".into(), sheet: sheet.into() }), cell: cell.into(), text: text.into()
    }
}

/// In these countries, by their codes, seen from Japan.
pub fn known(codes: &[&str]) -> Whereabouts {
    let countries = codes.iter().filter_map(|code| Country::from_code(code)).collect();
    Whereabouts::known(countries, Country::JAPAN, None)
}

impl Made {
    /// 甲株式会社, with whose statements no rule at organizations finds anything.
    pub fn in_order() -> Self {
        let mut made = Self { organization: Organization::new("kou".into()), entries: vec![entry("K-1", 2), entry("K-2", 3)] };
        let of = &mut made.organization;
        of.name = "甲株式会社".into();
        of.address = Some("東京都千代田区甲町1-1".into());
        of.representative = Some("代表取締役社長".into());
        of.entrusted = Stated::No;
        of.standard = Some("JIS Q 15001:2023".into());
        of.sources.push(source(Field::Name, "事業者", "B2", "甲株式会社"));
        of.sources.push(source(Field::Standard, "事業者", "B8", "JIS Q 15001:2023"));
        of.sources.push(source(Field::Storage, "事業者", "B12", "日本"));
        of.sources.push(source(Field::Entrusted, "事業者", "B13", "無"));
        made.policy("個人情報保護方針", &["個人情報の保護に関する法律第21条第1項"], "利用目的を公表します。");
        made.measure(SafetyMeasureKind::Technical, "アクセス権限を必要最小限にしています。");
        made.contact("個人情報相談窓口", &["03-0000-0001"], Some("平日 9:00~17:00"));
        let paid = Right::VARIANTS.iter().copied().filter(|right| right.may_cost()).collect();
        let free = Right::VARIANTS.iter().copied().filter(|right| !right.may_cost()).collect();
        made.procedure(paid, Fee { kind: FeeKind::Fixed, amount: Some(800), text: Some("800".into()), ..Fee::default() });
        made.procedure(free, Fee { kind: FeeKind::Free, text: Some("無料".into()), ..Fee::default() });
        made
    }

    /// The same, with a change.
    pub fn but(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    pub fn policy(&mut self, name: &str, citations: &[&str], text: &str) {
        let row = self.organization.policies.len() + 2;
        self.organization.sources.push(source(Field::Policies, "方針", &format!("A{row}"), name));
        let policy = Policy { name: name.into(), established: None, revised: None, citations: words(citations), text: Some(text.into()) };
        self.organization.policies.push(policy);
    }

    pub fn measure(&mut self, kind: SafetyMeasureKind, text: &str) {
        let row = self.organization.safety_measures.len() + 2;
        self.organization.sources.push(source(Field::SafetyMeasures, "安全管理措置", &format!("B{row}"), text));
        self.organization.safety_measures.push(SafetyMeasure { kind, text: text.into() });
    }

    pub fn contact(&mut self, name: &str, phones: &[&str], hours: Option<&str>) {
        let row = self.organization.contacts.len() + 2;
        self.organization.sources.push(source(Field::Contacts, "窓口", &format!("B{row}"), name));
        let roles = vec![ContactRole::Requests, ContactRole::Complaints];
        let contact = Contact { roles, name: name.into(), phones: words(phones), hours: hours.map(Text::from), ..Contact::default() };
        self.organization.contacts.push(contact);
    }

    pub fn procedure(&mut self, rights: Vec<Right>, fee: Fee) {
        let row = self.organization.procedures.len() + 2;
        self.organization.sources.push(source(Field::Procedures, "開示等手続", &format!("A{row}"), "請求の種類"));
        let requesters = RequesterKind::VARIANTS.to_vec();
        self.organization.procedures.push(Procedure { rights, accepted: Stated::Yes, requesters, fee, ..Procedure::default() });
    }

    /// A paper of the first procedure, in a group of alternatives or on its own.
    pub fn paper(&mut self, name: &str, group: Option<&str>) {
        let row = self.organization.procedures[0].documents.len() + 2;
        self.organization.sources.push(source(Field::Procedures, "必要書類", &format!("B{row}"), name));
        self.organization.procedures[0].documents.push(RequiredDocument {
            requester: RequesterKind::Principal,
            name: name.into(),
            group: group.map(Text::from),
            choose: None,
            issued_within: None,
            conditions: None,
        });
    }

    /// What is found of a kind: the message in Japanese, and the cells.
    pub fn found(&self, code: Code) -> Vec<(String, Vec<String>)> {
        let cells = |finding: &Finding| finding.sources.iter().map(|source| format!("{}!{}", source.sheet.sheet, source.cell)).collect();
        self.findings(code).iter().map(|finding| (finding.message(Language::Ja), cells(finding))).collect()
    }

    /// The words that tell the findings of a kind apart.
    pub fn about(&self, code: Code) -> Vec<String> {
        self.findings(code).iter().map(|finding| finding.words.first().map(ToString::to_string).unwrap_or_default()).collect()
    }

    /// The findings of a kind. Each says all of itself in both languages, and no two of them are told apart by nothing.
    pub fn findings(&self, code: Code) -> Vec<Finding> {
        let entries = self.entries.iter().cloned().map(Arc::new).collect();
        let ledger = Ledger::new(1, vec![(Arc::new(self.organization.clone()), entries)]);
        let found: Vec<Finding> = check(&ledger, today()).iter().map(|seen| seen.finding(&ledger)).filter(|of| of.code == code).collect();
        for (place, finding) in found.iter().enumerate() {
            for language in [Language::Ja, Language::En] {
                let said = finding.message(language) + &finding.advice(language).unwrap();
                assert!(!said.contains(['{', '}']), "{said}");
            }
            assert!(found[..place].iter().all(|before| before.key() != finding.key()), "{:?}", finding.key());
        }
        found
    }
}

/// One finding with its message and cells, of the severity that its kind has.
#[track_caller]
pub fn one(made: &Made, code: Code, severity: Severity, message: &str, cells: &[&str]) {
    assert_eq!(code.severity(), severity);
    let cells = cells.iter().map(ToString::to_string).collect();
    assert_eq!(made.found(code), [(message.to_owned(), cells)]);
}

#[track_caller]
pub fn none(made: &Made, code: Code) {
    assert_eq!(made.found(code), []);
}

fn entry(control_no: &str, row: u32) -> Entry {
    Entry {
        control_no: control_no.into(),
        occurrence: 1,
        name: format!("名簿{control_no}").into(),
        items: words(&["氏名"]),
        purposes: words(&["商品を発送するため"]),
        accessors: words(&["営業部の担当者"]),
        places: words(&["本社キャビネット"]),
        media: vec![Medium::Paper],
        retention: Retention {
            kind: RetentionKind::Period,
            period: Some(Period { years: 5, ..Period::default() }),
            text: Some("5年".into()),
            ..Retention::default()
        },
        capacity: Capacity::Own,
        reviewed_on: Some(day(2026, 4, 1)),
        sources: vec![
            source(Field::Name, "台帳", &format!("B{row}"), control_no),
            source(Field::Storage, "台帳", &format!("P{row}"), ""),
            source(Field::Entrusted, "台帳", &format!("T{row}"), ""),
            source(Field::ReviewedOn, "台帳", &format!("AD{row}"), "2026/4/1"),
        ],
        ..Entry::default()
    }
}
