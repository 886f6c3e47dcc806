//! The register of requests: a row a case, nobody's name, and no formula.

use chrono::NaiveDate;
use daicho::export::{Written, csv, register, register_workbook};
use daicho::request::{Case, Happening};

use super::made::{case, cases, today};
use crate::check::five;

fn kept() -> Vec<Case> {
    let ledger = five();
    let mut kept: Vec<Case> = cases().iter().map(|made| case(&ledger, made)).collect();
    // One is still open and late, and its words are such as a spreadsheet would run.
    let open = &mut kept[0];
    open.events.retain(|event| matches!(event.what, Happening::Received));
    open.receipt.due_on = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    open.receipt.subjects = vec!["=HYPERLINK(\"http://invalid\")".into()];
    kept
}

#[test]
fn the_register_tells_where_each_case_stands() {
    let sheet = register(&kept(), today());
    insta::assert_snapshot!("register", String::from_utf8(csv(&sheet).unwrap()).unwrap());
    assert!(sheet.rows.iter().all(|row| row.len() == sheet.headings.len()));
    assert_eq!(sheet.rows[0][5], Written::Number(5), "late by five days");
}

#[test]
fn the_register_opens_as_a_workbook_with_days_as_days_and_words_as_words() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.xlsx");
    std::fs::write(&path, register_workbook(&kept(), today()).unwrap()).unwrap();
    let options = daicho::sheet::Options { program: env!("CARGO_BIN_EXE_daicho").into(), ..daicho::sheet::Options::default() };
    let read = daicho::sheet::read(&path, &options).unwrap();
    let table = &read.tables[0];
    assert_eq!((table.name.as_ref(), table.rows.len()), ("開示等請求管理簿", kept().len() + 1));
    let told = format!("{:?}", table.rows[1]);
    assert!(told.contains("=HYPERLINK") && told.contains("rubato-2026-0001"), "{told}");
}
