//! What the rules of law find in the five examples, and that they find nothing in the model.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use daicho::declare::{self, declare};
use daicho::finding::{Code, Finding, check};
use daicho::language::Language;
use daicho::ledger::{Field, Ledger};
use daicho::sheet;
use daicho::vocabulary::Vocabulary;
use strum::VariantArray;

use crate::program::{EXAMPLES, examples};

/// The day on which the examples are looked at.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

/// The ledger that workbooks declare, and what reading them finds.
fn ledger(workbooks: &[PathBuf]) -> (Ledger, Vec<Finding>) {
    let options = sheet::Options { program: PathBuf::from(env!("CARGO_BIN_EXE_daicho")), ..sheet::Options::default() };
    let books: Vec<_> = workbooks.iter().map(|path| sheet::read(path, &options).unwrap()).collect();
    let (declared, findings) = declare(&books, &declare::Options { organization: None, vocabulary: Vocabulary::built_in() });
    let declared = declared.into_iter().map(|of| (Arc::new(of.organization), of.entries.into_iter().map(Arc::new).collect())).collect();
    (Ledger::new(1, declared), findings)
}

/// The ledger of the five examples.
pub fn five() -> Ledger {
    ledger(&EXAMPLES.map(|(_, workbook)| examples().join(workbook))).0
}

fn findings(ledger: &Ledger) -> Vec<Finding> {
    check(ledger, today()).iter().map(|seen| seen.finding(ledger)).collect()
}

/// What is the matter, in one finding or in several at entries that are worded alike.
fn matter(finding: &Finding) -> String {
    let severity = finding.code.severity();
    format!("[{}] {}\n  {}\n", severity.as_ref(), finding.code.as_ref(), finding.message(Language::Ja))
}

/// The cells of a finding, behind the entry that it is about.
fn place(finding: &Finding, names: &BTreeMap<&str, &str>) -> String {
    let about = finding.entry.as_ref().map(|(control_no, _)| format!("{control_no} {}  ", names[control_no.as_ref()]));
    let cells: Vec<_> = finding.sources.iter().map(|source| format!("{}!{}", source.sheet.sheet, source.cell)).collect();
    format!("  {}{}\n", about.unwrap_or_default(), cells.join(" "))
}

/// The findings in a ledger, company by company: those of the company as a whole, then those of its entries by kind.
fn by_company(ledger: &Ledger) -> String {
    let mut told = String::new();
    let findings = findings(ledger);
    for organization in ledger.organizations() {
        let entries = ledger.entries_of(&organization.code).map(|no| ledger.held(no).entry);
        let names: BTreeMap<&str, &str> = entries.map(|entry| (entry.control_no.as_ref(), entry.name.as_ref())).collect();
        let mut of_company: Vec<_> = findings.iter().filter(|finding| finding.organization == organization.code).collect();
        of_company.sort_by_key(|finding| (finding.entry.is_some(), finding.code));
        let _ = writeln!(told, "# {}\n", organization.name);
        for alike in of_company.chunk_by(|one, next| one.entry.is_some() && next.entry.is_some() && matter(one) == matter(next)) {
            told.push_str(&matter(alike[0]));
            told.extend(alike.iter().map(|finding| place(finding, &names)));
            let basis = alike[0].basis.iter().map(|reference| format!("{} {}", reference.law.as_ref(), reference.article));
            let _ = writeln!(told, "  {}\n", basis.collect::<Vec<_>>().join(", "));
        }
    }
    told
}

#[test]
fn findings_in_the_five_are_what_a_lawyer_would_say_of_the_companies() {
    insta::assert_snapshot!(by_company(&five()));
}

/// The words that distinguish the findings of a kind, by company.
fn of_kind(all: &[Finding], code: Code) -> Vec<(&str, &str)> {
    let of_kind = all.iter().filter(|finding| finding.code == code);
    of_kind.map(|finding| (finding.organization.as_ref(), finding.words.first().map(AsRef::as_ref).unwrap_or_default())).collect()
}

#[test]
fn what_is_known_to_be_wrong_with_the_five_is_found() {
    let ledger = five();
    let all = findings(&ledger);
    let of = |code| of_kind(&all, code);
    assert_eq!(
        of(Code::FeeNotAllowed),
        [("libra-plus", "訂正、追加、削除"), ("ruft", "訂正、追加、削除、利用停止、第三者提供の停止")],
        "one charges, one may charge"
    );
    assert_eq!(of(Code::StandardSuperseded), [("rubato", "JIS Q 15001:2006")]);
    assert_eq!(of(Code::ArticleOutdated), [("arrow-trust", "第18条第1項")]);
    let mut listing: Vec<_> = of(Code::DocumentObsolete).into_iter().map(|(code, _)| code).collect();
    listing.dedup();
    assert_eq!(listing, ["arrow-trust", "rubato"]);
    let records = of(Code::RightNotAccepted).into_iter().filter(|(_, right)| *right == "第三者提供記録の開示");
    assert_eq!(records.map(|(code, _)| code).collect::<Vec<_>>(), ["libra-plus", "rocketworks", "rubato", "ruft"]);
    assert_eq!(of(Code::AbroadRegimeMissing), [("arrow-trust", "シンガポール"), ("arrow-trust", "アメリカ")]);
    assert_eq!(of(Code::ContactsContradict), [("libra-plus", "03-5227-8370")]);
    assert_eq!(of(Code::EntrustmentContradicts).into_iter().map(|(code, _)| code).collect::<Vec<_>>(), ["rubato"]);
}

/// The model of a ledger in order.
fn model() -> (Ledger, Vec<Finding>) {
    ledger(&[examples().join("../model/mihon-shokai.xlsx")])
}

#[test]
fn nothing_is_found_in_the_model() {
    let (ledger, of_reading) = model();
    let told: Vec<_> = of_reading.iter().map(|finding| finding.message(Language::Ja)).collect();
    assert_eq!(told, Vec::<String>::new(), "reading it finds nothing");
    assert_eq!(by_company(&ledger), "# 株式会社見本商会\n\n");
}

#[test]
fn the_model_is_complete_and_none_of_the_five() {
    let (ledger, _) = model();
    let of = &ledger.organizations()[0];
    assert!(EXAMPLES.iter().all(|(code, _)| *code != of.code.as_ref()));
    let sheets: BTreeSet<_> = of.sources.iter().map(|source| source.sheet.sheet.as_ref()).collect();
    for sheet in [
        "事業者",
        "方針",
        "保管場所",
        "委託先",
        "提供先",
        "提供の条件",
        "共同利用",
        "外国制度",
        "開示等手続",
        "必要書類",
        "窓口",
        "安全管理措置",
    ] {
        assert!(sheets.contains(sheet), "{sheet}");
    }
    assert!(of.procedures.iter().any(|procedure| !procedure.refusal_grounds.is_empty()));
    let entries: Vec<_> = ledger.entries_of(&of.code).map(|no| ledger.held(no).entry).collect();
    let stated: BTreeSet<_> = entries.iter().flat_map(|entry| entry.sources.iter().map(|source| source.field)).collect();
    let of_entries = Field::VARIANTS.iter().filter(|field| **field <= Field::Notes);
    assert_eq!(of_entries.filter(|field| !stated.contains(field)).collect::<Vec<_>>(), Vec::<&Field>::new());
}
