//! What a person is told of a workbook: on the terminal, as JSON, and in their own workbook given back with marks.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use daicho::sheet::mark::{Mark, Unmarkable, mark};
use daicho::sheet::table::{self, Address};
use daicho::sheet::{self, Options};
use rust_xlsxwriter::{Chart, ChartType, DataValidation, Format, Note, Workbook};
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::program::Desk;

/// A ledger with two doubtful cells and a hidden row, one of which has a note, and with much that a mark must not touch.
fn ledger() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold();
    let page = workbook.add_worksheet().set_name("事業者").unwrap();
    for (row, (label, value)) in (0..).zip([("事業者コード", "kou"), ("名称", "甲株式会社"), ("所在国", "日本")]) {
        page.write(row, 0, label).unwrap().write(row, 1, value).unwrap();
    }
    let page = workbook.add_worksheet().set_name("台帳").unwrap();
    for (column, heading) in (0..).zip(["管理番号", "個人情報の名称", "管理部門", "件数", "保存期間", "委託の有無"])
    {
        page.write_with_format(0, column, heading, &bold).unwrap();
    }
    let rows = [
        ["K-1", "顧客名簿", "営業部", "1200", "5年", "無"],
        ["K-2", "応募者名簿", "", "多数", "5～7年", "有"],
        ["K-3", "名刺", "", "30", "1年", "無"],
    ];
    for (row, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            page.write_with_format(row, column, cell, &bold).unwrap();
        }
    }
    page.merge_range(1, 2, 3, 2, "営業部", &bold).unwrap();
    page.insert_note(2, 3, &Note::new("経理に確認中").set_author("総務")).unwrap();
    page.add_data_validation(1, 5, 9, 5, &DataValidation::new().allow_list_strings(&["有", "無"]).unwrap()).unwrap();
    page.set_row_hidden(3).unwrap().set_freeze_panes(1, 2).unwrap().set_column_width(1, 31).unwrap();
    let mut chart = Chart::new(ChartType::Column);
    chart.add_series().set_values(("台帳", 1, 3, 3, 3));
    page.insert_chart(8, 1, &chart).unwrap();
    workbook.define_name("件数の列", "=台帳!$D$2:$D$4").unwrap();
    workbook.save_to_buffer().unwrap()
}

fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for place in 0..zip.len() {
        let mut part = zip.by_index(place).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        parts.insert(part.name().unwrap().into_owned(), content);
    }
    parts
}

/// The package with text of one part replaced.
fn with(bytes: &[u8], name: &str, from: &str, to: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (part, content) in parts(bytes) {
        zip.start_file(&part, SimpleFileOptions::default()).unwrap();
        let text = String::from_utf8(content).unwrap();
        assert!(part != name || text.contains(from), "{text}");
        zip.write_all(if part == name { text.replace(from, to) } else { text }.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn options() -> Options {
    Options { program: PathBuf::from(env!("CARGO_BIN_EXE_daicho")), ..Options::default() }
}

fn text_of(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

#[test]
fn doubtful_cells_are_marked_and_everything_else_stays() {
    let desk = Desk::new();
    let before = ledger();
    let path = desk.write("甲.xlsx", &before);
    let out = desk.path("甲.確認.xlsx");
    let outcome = desk.run(&["read", text_of(&path), "--marked", text_of(&out)]).succeeded();
    assert!(outcome.err.contains("3か所のセルに色とメモを付けました"), "{}", outcome.err);
    assert_eq!(fs::read(&path).unwrap(), before, "the workbook itself is not touched");

    let (before, after) = (parts(&before), parts(&fs::read(&out).unwrap()));
    let text = |name: &str| std::str::from_utf8(&after[name]).unwrap();
    let touched = ["[Content_Types].xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/styles.xml", "xl/worksheets/sheet2.xml"];
    for (name, content) in &before {
        assert!(touched.contains(&name.as_str()) || after[name] == *content, "{name} is not as it was");
    }
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());

    let notes = text("xl/comments1.xml");
    assert!(notes.contains("経理に確認中") && notes.contains("\n\n【注意】「多数」から件数を読み取れません。\n→ "), "{notes}");
    assert!(notes.contains("<comment ref=\"E3\"") && notes.contains("「5～7年」から保存期間を一つに"), "{notes}");
    assert!(notes.contains("<comment ref=\"A4\"") && notes.matches("<comment ").count() == 3, "the hidden row is said, too: {notes}");
    assert_eq!(text("xl/drawings/vmlDrawing1.vml").matches("<v:shape ").count(), 3, "the note that was there keeps its box");
    assert!(text("xl/styles.xml").contains("FFFFE08A"));
    let sheet = text("xl/worksheets/sheet2.xml");
    for kept in ["<mergeCell ref=\"C2:C4\"/>", "<dataValidation ", "hidden=\"1\"", "<pane ", "<drawing r:id", "<legacyDrawing r:id"] {
        assert!(sheet.contains(kept), "{kept} in {sheet}");
    }

    // What was marked reads as before, and can be marked again.
    let again = desk.path("再.xlsx");
    desk.run(&["--language", "en", "read", text_of(&out), "--marked", text_of(&again)]).succeeded();
    let notes = parts(&fs::read(&again).unwrap())["xl/comments1.xml"].clone();
    let notes = String::from_utf8(notes).unwrap();
    assert!(notes.contains("【注意】") && notes.contains("[Warning] No count can be read"), "{notes}");
    let tables = |path: &Path| sheet::read(path, &options()).unwrap().tables;
    assert_eq!(tables(&again), tables(&path));
}

#[test]
fn what_cannot_be_marked_without_loss_becomes_a_list_that_says_why() {
    let desk = Desk::new();
    let xlsx = ledger();
    let csv = "管理番号,個人情報の名称,利用目的,件数\nK-1,=HYPERLINK(\"x\"),連絡,多数\nK-2,名刺,連絡,30\n";
    desk.write("丙.csv", csv);
    let types = "[Content_Types].xml";
    desk.write(
        "丁.xlsm",
        with(
            &xlsx,
            types,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        ),
    );
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    desk.write("戊.xlsx", with(&xlsx, "xl/workbook.xml", main, "http://purl.oclc.org/ooxml/spreadsheetml/main"));
    desk.write("己/一.xlsx", &xlsx);
    desk.write("己/二.xlsx", &xlsx);
    for (path, why) in [("丙.csv", "印を付けられるのは.xlsx"), ("丁.xlsm", ".xlsm の名前"), ("戊.xlsx", "Strict"), ("己", "複数")]
    {
        let outcome = desk.run(&["read", path, "--marked", "out.xlsx"]).succeeded();
        assert!(outcome.err.contains("指摘の一覧を書き出しました") && outcome.err.contains(why), "{path}: {}", outcome.err);
        let list = sheet::read(&desk.path("out.xlsx"), &options()).unwrap();
        let table = &list.tables[0];
        let row = |number: u32| {
            let row = table.rows.iter().find(|row| row.number == number).unwrap();
            row.cells.iter().map(|cell| cell.value.text().into_owned()).collect::<Vec<_>>()
        };
        assert_eq!(row(1)[..7], ["重さ", "ブック", "シート", "セル", "記載", "指摘", "対処"]);
        let told = table.rows.iter().find(|row| row.cells.iter().any(|cell| cell.value.text() == "count-unreadable")).unwrap();
        assert!(told.cells.iter().any(|cell| cell.value.text() == "No count can be read from 多数."), "{path}");
        fs::remove_file(desk.path("out.xlsx")).unwrap();
    }
    let marked = desk.run(&["read", "丁.xlsm", "--marked", "out.xlsm"]).succeeded();
    assert!(marked.err.contains("色とメモを付けました"), "{}", marked.err);
    assert_eq!(parts(&fs::read(desk.path("out.xlsm")).unwrap()).len(), parts(&fs::read(desk.path("丁.xlsm")).unwrap()).len());
}

#[test]
fn a_file_that_is_read_is_never_written_over() {
    let desk = Desk::new();
    let before = ledger();
    desk.write("甲.xlsx", &before);
    for (out, why) in [("./甲.xlsx", "書き込みません"), ("甲.pdf", ".xlsx")] {
        let outcome = desk.run(&["read", "甲.xlsx", "--marked", out]);
        assert!(outcome.code == Some(2) && outcome.err.contains(why), "{}", outcome.err);
    }
    assert_eq!(fs::read(desk.path("甲.xlsx")).unwrap(), before);
    assert!(!desk.path("甲.pdf").exists());
}

#[test]
fn the_terminal_shows_the_row_and_the_json_the_shapes_of_the_api() {
    let desk = Desk::new();
    desk.write("甲.xlsx", ledger());
    let told = desk.run(&["read", "甲.xlsx"]).succeeded().err;
    assert!(told.contains("  甲.xlsx › 台帳 › D3\n") && told.contains("      3 │ K-2 │ 応募者名簿 │ 多数 │ 5～7年 │ 有\n"), "{told}");
    assert!(told.contains("\n        │                    ^^^^\n") && !told.contains('\u{1b}'), "{told}");
    assert!(told.trim_end().lines().last().is_some_and(|line| line.starts_with("誤り 0件、注意 2件")), "{told}");
    let english = desk.run(&["--language", "en", "plan", "甲.xlsx"]).succeeded().err;
    assert!(english.contains("warning: Enter one number") && english.contains("0 errors, 2 warnings"), "{english}");

    for command in [&["read", "甲.xlsx", "--format", "json"][..], &["plan", "甲.xlsx", "--format", "json"]] {
        let document: Value = serde_json::from_str(&desk.run(command).out).unwrap();
        let findings = document["findings"].as_array().unwrap();
        let count = findings.iter().find(|finding| finding["code"] == "count-unreadable").unwrap();
        assert_eq!((&count["organization"]["code"], &count["organization"]["name"]), (&"kou".into(), &"甲株式会社".into()));
        assert_eq!((&count["entry"]["controlNo"], &count["entry"]["name"]), (&"K-2".into(), &"応募者名簿".into()));
        assert_eq!((&count["severity"], &count["sources"][0]["cell"]), (&"WARNING".into(), &"D3".into()));
        let hidden = findings.iter().find(|finding| finding["code"] == "hidden-rows").unwrap();
        assert!(hidden["entry"].is_null() && hidden["organization"]["code"] == "kou", "{hidden}");
    }
}

/// Every workbook at hand takes marks, reads as before, and keeps each part that marks do not touch.
#[test]
fn every_workbook_takes_marks_or_says_why_not() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in fs::read_dir(&corpus).into_iter().flatten() {
        let folder = folder.unwrap().path();
        files.extend(fs::read_dir(folder).into_iter().flatten().map(|file| file.unwrap().path()));
    }
    files.retain(|file| file.extension().is_some_and(|ending| ending == "xlsx" || ending == "xlsm"));
    files.sort();
    let (mut marked, mut refused) = (0, Vec::new());
    for path in &files {
        let Ok(before) = sheet::read(path, &options()) else { continue };
        let marks = marks(&before);
        if marks.is_empty() {
            continue;
        }
        let copy = match [false, true].map(|macros| mark(path, &marks, macros, &options())) {
            [Ok(copy), _] | [_, Ok(copy)] => copy,
            [Err(Unmarkable::Macros), Err(reason)] | [Err(reason), _] => {
                refused.push((path.display().to_string(), reason));
                continue;
            }
        };
        marked += 1;
        let after =
            sheet::read_bytes(&before.name, &copy.bytes, &options()).unwrap_or_else(|refusal| panic!("{}: {refusal}", path.display()));
        assert_eq!(after.tables, before.tables, "{}", path.display());
        let after = parts(&copy.bytes);
        let touched = |name: &str| ["[Content_Types].xml", "styles", "omments", ".vml", "heets/"].iter().any(|part| name.contains(part));
        for (name, content) in parts(&fs::read(path).unwrap()) {
            assert!(touched(&name.replace('\\', "/")) || after[&name] == content, "{}: {name}", path.display());
        }
    }
    assert!(refused.len() * 20 <= marked, "{marked} marked, of the others: {refused:#?}");
}

/// Marks on a filled cell and on one far from any, in the first sheet that has cells.
fn marks(workbook: &table::Workbook) -> Vec<Mark> {
    let Some(table) = workbook.tables.iter().find(|table| !table.rows.is_empty()) else { return Vec::new() };
    let row = &table.rows[table.rows.len() / 2];
    let filled = Address { row: row.number, column: row.cells[0].column };
    let blank = Address { row: row.number + 2, column: row.cells[0].column + 5 };
    let mark = |at| Mark { sheet: table.name.to_string(), at, fill: [255, 224, 138], note: "確かめてください。".to_owned() };
    [filled, blank].map(mark).into()
}
