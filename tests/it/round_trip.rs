//! What is exported and read back is itself: any ledger that sheets can state, as a workbook and as CSV files.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use daicho::declare::{Declared, Options, declare};
use daicho::export::{Sheet, csv, sheets, workbook};
use daicho::ledger::{Entry, Ledger, Organization};
use daicho::plan::plan;
use daicho::sheet;
use daicho::sheet::table::{Cell, Row, Table, Value, Workbook};
use daicho::vocabulary::Vocabulary;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestCaseError, TestRunner};

use crate::sayable;

const CODE: &str = "acme";

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
        return Err(format!("{way}: {fields:#?}\n{written:#?}\n{read:#?}"));
    }
    if read.len() != written.len() || !planned.is_empty() || planned.missing() > 0 {
        return Err(format!("{way}: {} entries of {}: {planned:#?}", read.len(), written.len()));
    }
    Ok(())
}

#[test]
fn any_ledger_that_sheets_can_state_comes_back_as_itself() {
    let mut runner = TestRunner::new(Config { cases: 300, failure_persistence: None, max_shrink_iters: 2_000, ..Config::default() });
    let outcome = runner.run(&sayable::ledger(CODE), |ledger| {
        let ledger = of(ledger);
        is_itself(&ledger, in_process(&exported(&ledger)), "in process").map_err(TestCaseError::fail)
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn it_comes_back_through_files_and_the_reading_process() {
    let mut runner = TestRunner::new(Config::default());
    let folder = tempfile::tempdir().unwrap();
    for _ in 0..30 {
        let ledger = of(sayable::ledger(CODE).new_tree(&mut runner).unwrap().current());
        let sheets = exported(&ledger);
        let [book, csv] = through_files(&sheets, folder.path());
        for (read, way) in [(book, "xlsx"), (csv, "csv")] {
            is_itself(&ledger, read, way).unwrap_or_else(|difference| panic!("{difference}"));
        }
    }
}
