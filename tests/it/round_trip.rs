//! What is exported and read back is itself: any ledger that sheets can state, as a workbook and as CSV files.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use daicho::declare::{Declared, Options, declare};
use daicho::export::{Sheet, csv, sheets, workbook};
use daicho::ledger::{Disclosure, Entry, Ledger, Organization, OtherColumn, Period, Retention, RetentionKind, Stated};
use daicho::plan::plan;
use daicho::sheet;
use daicho::sheet::table::{Cell, Row, Table, Value, Workbook};
use daicho::vocabulary::Vocabulary;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRunner};

use crate::sayable;

const CODE: &str = "acme";
/// How many ledgers are tried without files, and how many through them.
const IN_PROCESS: usize = 120;
const THROUGH_FILES: usize = 25;
/// How many that differ are told.
const TOLD: usize = 12;

/// The workbook of a ledger, its entries as the ledger has them in order.
fn exported(ledger: &Ledger) -> Vec<Sheet> {
    let organization = ledger.organization(CODE).unwrap();
    sheets(organization, ledger.entries().map(|no| ledger.held(no).entry), Vocabulary::built_in())
}

fn of((organization, entries): sayable::Ledger) -> Ledger {
    Ledger::new(1, vec![(Arc::new(organization), entries.into_iter().map(Arc::new).collect())])
}

/// The sheets as a CSV file's cells, without the file.
fn in_process(sheets: &[Sheet]) -> Workbook {
    let table = |sheet: &Sheet| {
        let headings = Some(sheet.headings.clone()).filter(|headings| !headings.is_empty());
        let rows = headings.into_iter().chain(sheet.rows.iter().map(|row| row.iter().map(ToString::to_string).collect()));
        let rows = (1..).zip(rows).map(|(number, cells): (u32, Vec<String>)| {
            let filled = (0..).zip(cells).filter(|(_, text)| !text.trim().is_empty());
            Row { number, hidden: false, cells: filled.map(|(column, text)| Cell { column, value: Value::Text(text.into()) }).collect() }
        });
        Table { name: sheet.name.into(), rows: rows.filter(|row| !row.cells.is_empty()).collect(), ..Table::default() }
    };
    Workbook { name: "台帳".into(), tables: sheets.iter().map(table).collect(), ..Workbook::default() }
}

/// The workbook and the folder of CSV files, each through the reading process.
fn through_files(sheets: &[Sheet], folder: &Path) -> [Workbook; 2] {
    let csv_folder = folder.join("csv");
    let _ = fs::remove_dir_all(&csv_folder);
    fs::create_dir_all(&csv_folder).unwrap();
    for sheet in sheets {
        let bytes = ["\u{feff}".as_bytes(), &csv(sheet).unwrap()].concat();
        fs::write(csv_folder.join(sheet.name).with_extension("csv"), bytes).unwrap();
    }
    let book = folder.join("台帳.xlsx");
    fs::write(&book, workbook(sheets).unwrap()).unwrap();
    let options = sheet::Options { program: PathBuf::from(env!("CARGO_BIN_EXE_daicho")), ..sheet::Options::default() };
    [book, csv_folder].map(|path| sheet::read(&path, &options).unwrap_or_else(|refusal| panic!("{}: {refusal:?}", path.display())))
}

/// What stands in the cells, without where; columns that no field takes stand in no order.
fn statements(entry: &Entry) -> Entry {
    let mut statements = Entry { sources: Vec::new(), ..entry.clone() };
    statements.other_columns.sort_by(|a, b| a.heading.cmp(&b.heading));
    statements
}

/// Says where a workbook is read as something else than the ledger that it was written from.
fn is_itself(ledger: &Ledger, workbook: Workbook, way: &str) -> Result<(), String> {
    let options = Options { organization: None, vocabulary: Vocabulary::built_in() };
    let (declared, _) = declare(&[workbook], &options);
    let [read] = <[Declared; 1]>::try_from(declared).map_err(|all| format!("{way}: {} organizations", all.len()))?;
    let planned = plan(ledger, vec![read.clone()], true);
    let before = ledger.organization(CODE).unwrap();
    let after = Organization { sources: Vec::new(), ..Organization::clone(&planned.organizations[0].after) };
    if after != (Organization { sources: Vec::new(), ..Organization::clone(before) }) {
        return Err(format!("{way}: {:#?}", planned.organizations[0].organization_fields));
    }
    let read: Vec<Entry> = read.entries.iter().map(statements).collect();
    let written: Vec<Entry> = ledger.entries().map(|no| statements(ledger.held(no).entry)).collect();
    if let Some((read, written)) = read.iter().zip(&written).find(|(read, written)| read != written) {
        let changed = daicho::plan::change(&CODE.into(), Some(&Arc::new(written.clone())), Some(&Arc::new(read.clone())));
        let fields = changed.map(|change| change.fields());
        let numbers = (&written.control_no, written.occurrence, &read.control_no, read.occurrence);
        return Err(format!("{way}: {numbers:?}: {fields:#?}"));
    }
    if read.len() != written.len() || !planned.is_empty() || planned.missing() > 0 {
        return Err(format!("{way}: {} entries of {}: {planned:#?}", read.len(), written.len()));
    }
    Ok(())
}

#[test]
fn any_ledger_that_sheets_can_state_comes_back_as_itself() {
    let mut runner = TestRunner::new(Config::default());
    // Told together, since one cause is seen sooner in several ledgers than in the smallest.
    let mut differences = Vec::new();
    for _ in 0..IN_PROCESS {
        let ledger = of(sayable::ledger(CODE).new_tree(&mut runner).unwrap().current());
        differences.extend(is_itself(&ledger, in_process(&exported(&ledger)), "in process").err());
    }
    assert!(
        differences.is_empty(),
        "{} of {IN_PROCESS} ledgers differ:\n{}",
        differences.len(),
        differences[..differences.len().min(TOLD)].join("\n")
    );
}

#[test]
fn it_comes_back_through_files_and_the_reading_process() {
    let mut runner = TestRunner::new(Config::default());
    let folder = tempfile::tempdir().unwrap();
    for _ in 0..THROUGH_FILES {
        let ledger = of(sayable::ledger(CODE).new_tree(&mut runner).unwrap().current());
        let sheets = exported(&ledger);
        let [book, csv] = through_files(&sheets, folder.path());
        for (read, way) in [(book, "xlsx"), (csv, "csv")] {
            is_itself(&ledger, read, way).unwrap_or_else(|difference| panic!("{difference}"));
        }
    }
}

/// The cells under some headings of the only row of 台帳.
fn cells(entry: Entry, headings: &[&str]) -> Vec<String> {
    let ledger = of((Organization::new(CODE.into()), vec![Entry { control_no: "K-1".into(), occurrence: 1, ..entry }]));
    let sheets = exported(&ledger);
    is_itself(&ledger, in_process(&sheets), "in process").unwrap_or_else(|difference| panic!("{difference}"));
    let sheet = sheets.iter().find(|sheet| sheet.name == "台帳").unwrap();
    let at = |heading: &&str| sheet.headings.iter().position(|other| other == heading).unwrap();
    headings.iter().map(|heading| sheet.rows[0][at(heading)].to_string()).collect()
}

#[test]
fn only_words_that_would_be_read_otherwise_stand_in_marks() {
    let headings = ["管理番号", "個人情報の名称", "項目", "保存期間", "開示対象", "備考"];
    let retention = Retention {
        kind: RetentionKind::Period,
        period: Some(Period { years: 5, ..Period::default() }),
        text: Some("5年".into()),
        ..Retention::default()
    };
    let ordinary = Entry {
        name: "顧客名簿".into(),
        items: vec!["氏名".into(), "所属（名称・住所）".into()],
        retention: retention.clone(),
        disclosure: Disclosure { eligible: Stated::Yes, text: Some("○".into()), ..Disclosure::default() },
        notes: Some("2024/7/1に見直し、=を含む".into()),
        ..Entry::default()
    };
    assert_eq!(cells(ordinary, &headings), ["K-1", "顧客名簿", "氏名\n所属（名称・住所）", "5年", "○", "2024/7/1に見直し、=を含む"]);
    let trying = Entry {
        name: "同上".into(),
        items: vec!["東京、大阪".into(), "氏名".into()],
        // As where a legend explained the signs.
        retention: Retention { text: Some("◎".into()), ..retention },
        disclosure: Disclosure { eligible: Stated::No, text: Some("△".into()), ..Disclosure::default() },
        notes: Some("－".into()),
        ..Entry::default()
    };
    let written = ["K-1", "\"同上\"", "\"東京、大阪\"\n\"氏名\"", "5年\n原文：\"◎\"", "対象外\n原文：\"△\"", "\"－\""];
    assert_eq!(cells(trying, &headings), written);
    // A row that would be taken for an example is told to be an entry by its first word.
    assert_eq!(cells(Entry { name: "記入例".into(), ..Entry::default() }, &headings[..2]), ["\"K-1\"", "記入例"]);
}

#[test]
fn columns_that_no_field_takes_come_back_however_many_and_whatever_they_are_called() {
    let column = |heading: &str, text: &str| OtherColumn { heading: heading.into(), text: text.into() };
    let mut other_columns: Vec<OtherColumn> = (1..=200).map(|nth| column(&format!("独自の列{nth}"), "甲")).collect();
    other_columns.extend([column("備考", "一"), column("備考", "二"), column("整理番号", "3"), column("整理番号", "4")]);
    let folder = tempfile::tempdir().unwrap();
    let entry = Entry { control_no: "合計".into(), occurrence: 1, name: "例：名簿".into(), other_columns, ..Entry::default() };
    let ledger = of((Organization::new(CODE.into()), vec![entry]));
    for read in through_files(&exported(&ledger), folder.path()) {
        is_itself(&ledger, read, "through files").unwrap_or_else(|difference| panic!("{difference}"));
    }
}
