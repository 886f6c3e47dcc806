//! What every format says, and how it arrives.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};

use daicho::sheet::kind::Looks;
use daicho::sheet::limits;
use daicho::sheet::refusal::Reason;
use daicho::sheet::remark::{RemarkKind, SheetKind};
use daicho::sheet::table::{Address, Value};
use daicho::sheet::{self, Options, Rows};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::make::{ods, worksheet, xlsx, xlsx_of};
use super::{cells, options, read, read_bytes, shared};

#[test]
fn xlsx_of_a_library() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("台帳").unwrap();
    let date = Format::new().set_num_format("yyyy/m/d");
    let era = Format::new().set_num_format("[$-ja-JP-x-gannen]ggge\"年\"m\"月\"d\"日\"");
    let day = ExcelDateTime::from_ymd(2024, 7, 1).unwrap();
    sheet.write(0, 0, "個人情報の名称").unwrap();
    sheet.write(1, 0, "　").unwrap();
    sheet.write(1, 1, 1200).unwrap();
    sheet.write(1, 2, true).unwrap();
    sheet.write_with_format(2, 0, &day, &date).unwrap();
    sheet.write_with_format(2, 1, &day, &era).unwrap();
    sheet.write_with_format(2, 2, ExcelDateTime::from_hms(9, 30, 0).unwrap(), &Format::new().set_num_format("h:mm")).unwrap();
    sheet.write_with_format(3, 0, 7, &Format::new().set_num_format("000")).unwrap();
    sheet.write_with_format(3, 1, 5, &Format::new().set_num_format("0\"年\"")).unwrap();
    sheet.write_with_format(3, 2, 0.5, &Format::new().set_num_format("0%")).unwrap();
    sheet.write_with_format(3, 3, 1200, &Format::new().set_num_format("#,##0\"円\"")).unwrap();
    sheet.merge_range(4, 0, 5, 2, "結合", &Format::new()).unwrap();
    sheet.write(6, 0, "隠れた行").unwrap();
    sheet.set_row_hidden(6).unwrap();
    sheet.set_column_hidden(3).unwrap();
    book.add_worksheet().set_name("隠し").unwrap().set_hidden(true).write(0, 0, "x").unwrap();

    let workbook = read_bytes("台帳.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    let [table, hidden] = &workbook.tables[..] else { panic!("two tables") };
    assert_eq!(
        cells(table),
        [
            "A1=個人情報の名称",
            "B2=1200",
            "C2=TRUE",
            "A3=2024-07-01",
            "B3=2024-07-01",
            "C3=9:30",
            "A4=007",
            "B4=5年",
            "C4=0.5",
            "D4=1200",
            "A5=結合",
            "A7=隠れた行"
        ]
    );
    assert_eq!(table.merges.iter().map(|area| format!("{}:{}", area.first, area.last)).collect::<Vec<_>>(), ["A5:C6"]);
    assert_eq!(table.rows.iter().filter(|row| row.hidden).map(|row| row.number).collect::<Vec<_>>(), [7]);
    assert_eq!(table.hidden_columns, BTreeSet::from([3]));
    assert!(!table.hidden && hidden.hidden && &*hidden.name == "隠し");
    assert_eq!(workbook.remarks, []);
}

#[test]
fn xlsx_cells_as_programs_write_them() {
    let strings = r#"<sst><si><r><t>個人</t></r><r><t xml:space="preserve"> 情報</t></r></si><si><t>本店</t><rPh sb="0" eb="2"><t>ホンテン</t></rPh><phoneticPr/></si></sst>"#;
    let rows = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>中</t></is></c></row>
        <row r="2"><c r="A2"><f>SUM(B1:B9)</f></c><c r="B2"><f>A1&amp;"x"</f><v></v></c><c r="C2" t="str"><f>IF(1,"","")</f><v></v></c><c r="D2"><f>1+1</f><v>2</v></c></row>
        <row r="3"><c r="A3"><f t="shared" ref="A3:A4" si="0">B3*2</f></c></row>
        <row r="4"><c r="A4"><f t="shared" si="0"/></c><c r="B4" t="e"><v>#REF!</v></c><c r="C4" t="d"><v>2024-07-01T00:00:00</v></c><c r="D4" t="b"><v>0</v></c></row>
        <row><c><v>5</v></c><c><f>NOW()</f></c></row>
        <row r="6"><c r="D6"><v>6</v></c><c r="F6" s="0"/><c><f>TODAY()</f></c></row>
        <row r="3"><c r="C3"><v>33</v></c></row>"#;
    let after = r#"<mergeCells><mergeCell ref="A1:A1"/><mergeCell ref="C4:D5"/></mergeCells>"#;
    let bytes = xlsx(&worksheet("", rows, after), &[("xl/sharedStrings.xml", strings.as_bytes())]);
    let workbook = read_bytes("x.xlsx", &bytes).unwrap();
    assert_eq!(
        cells(&workbook.tables[0]),
        [
            "A1=個人 情報",
            "B1=本店",
            "C1=中",
            "A2==SUM(B1:B9)",
            "B2==A1&\"x\"",
            "D2=2",
            "A3==B3*2",
            "C3=33",
            "A4==B4*2",
            "B4=#REF!",
            "C4=2024-07-01",
            "A5=5",
            "B5==NOW()",
            "D6=6",
            "G6==TODAY()"
        ],
        "a value under a merged area is taken away, a row that comes late is put in its place"
    );
    assert!(matches!(workbook.tables[0].value(Address { row: 2, column: 0 }), Some(Value::Formula(_))));
}

#[test]
fn sheets_without_cells_are_passed_over() {
    let sheets = r#"<sheet name="図" sheetId="1" r:id="c"/><sheet name="命令" sheetId="2" state="veryHidden" r:id="m"/><sheet name="台帳" sheetId="3" r:id="w"/>"#;
    let relations = r#"<Relationship Id="c" Type="r/chartsheet" Target="chartsheets/sheet1.xml"/>
        <Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="macrosheets/sheet1.xml"/>
        <Relationship Id="w" Type="r/worksheet" Target="/xl/worksheets/sheet1.xml"/>"#;
    let bytes = xlsx_of(sheets, relations, &worksheet("", "<row><c><v>1</v></c></row>", ""), &[]);
    let workbook = read_bytes("x.xlsm", &bytes).unwrap();
    assert_eq!(workbook.tables.iter().map(|table| &*table.name).collect::<Vec<_>>(), ["台帳"]);
    let skipped: Vec<_> = workbook.remarks.iter().map(|remark| (&*remark.table, remark.kind)).collect();
    assert_eq!(skipped, [("図", RemarkKind::SkippedSheet(SheetKind::Chart)), ("命令", RemarkKind::SkippedSheet(SheetKind::Macro))]);
}

#[test]
fn ods_cells() {
    let styles = r#"<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>"#;
    let tables = r#"<table:table table:name="台帳">
        <table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>
        <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
        <table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="2"><office:annotation><text:p>注</text:p></office:annotation><text:p>一行<text:s text:c="2"/>目</text:p><text:p><text:ruby><text:ruby-base>本店</text:ruby-base><text:ruby-text>やまだ</text:ruby-text></text:ruby>&amp;<text:line-break/>三</text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="1200"><text:p>1,200</text:p></table:table-cell></table:table-row>
        <table:table-row table:visibility="filter"><table:table-cell office:value-type="float" office:value="7"><text:p>007</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2024-07-01"><text:p>R6.7.1</text:p></table:table-cell><table:table-cell office:value-type="time" office:time-value="PT09H30M00S"/><table:table-cell table:number-columns-repeated="2" office:value-type="boolean" office:boolean-value="true"/><table:table-cell table:formula="of:=SUM([.A1])"/><table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50%</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        </table:table><table:table table:name="隠し" table:style-name="ta2"/><table:table table:name="隠し" table:style-name="ta2"></table:table>"#;
    let workbook = read_bytes("x.ods", &ods(styles, tables)).unwrap();
    let table = &workbook.tables[0];
    assert_eq!(
        cells(table),
        ["A4=一行  目\n本店&\n三", "C4=1200", "C5=9:30", "D5=TRUE", "E5=TRUE", "F5==SUM([.A1])", "G5=#DIV/0!", "A6=0.5", "A7=0.5"]
    );
    assert_eq!(table.hidden_columns, BTreeSet::from([2]));
    assert!(table.rows[1].hidden && !table.rows[0].hidden);
    assert_eq!(table.merges.len(), 1);
    assert!(workbook.tables[1].hidden);

    let seven = r#"<table:table table:name="a"><table:table-row><table:table-cell office:value-type="float" office:value="7"><text:p>007</text:p></table:table-cell></table:table-row></table:table>"#;
    assert_eq!(cells(&read_bytes("x.ods", &ods("", seven)).unwrap().tables[0]), ["A1=007"]);
}

#[test]
fn practice_ledgers_of_every_format() {
    let Some(practice) = shared("practice") else { return };
    for (file, tables, at, text) in [
        ("a1-hospital.xlsx", 1, Address { row: 8, column: 0 }, "K-001"),
        ("a2-gym.csv", 1, Address { row: 4, column: 0 }, "№"),
        ("a4-city-files.ods", 2, Address { row: 2, column: 1 }, "市民-01"),
        ("a5-staffing.xls", 1, Address { row: 1, column: 0 }, "個人情報保護管理台帳"),
    ] {
        let workbook = read(&practice.join(file)).unwrap();
        assert_eq!((&*workbook.name, workbook.tables.len()), (file, tables));
        let found = workbook.tables[0].value(at).map(|value| value.text().into_owned());
        assert!(found.as_deref().is_some_and(|found| found.starts_with(text)), "{file}: {found:?}");
    }
}

#[test]
fn passwords() {
    if let Some(practice) = shared("practice") {
        let path = practice.join("a6-school.xlsx");
        let open = |password: Option<&str>| {
            sheet::read(&path, &Options { password: password.map(str::to_owned), ..options() }).map_err(|refusal| refusal.reason)
        };
        assert!(open(Some("midoridai-2024")).is_ok());
        assert_eq!(open(Some("midoridai-2023")), Err(Reason::WrongPassword));
        assert_eq!(open(None), Err(Reason::Protected));
    }
    let Some(corpus) = shared("corpus/ExcelDataReader_ExcelDataReader") else { return };
    for (file, opens) in [
        ("standard_AES128_SHA1_ECB_pwd_password.xlsb", true),
        ("standard_AES192_SHA1_ECB_pwd_password.xlsx", true),
        // A cipher that no version of Excel uses by itself.
        ("agile_RC2_SHA1_CBC_pwd_password.xlsx", false),
    ] {
        let opened = sheet::read(&corpus.join(file), &Options { password: Some("password".to_owned()), ..options() });
        assert_eq!(opened.is_ok(), opens, "{file}: {opened:?}");
        if let Err(refusal) = opened {
            assert_eq!(refusal.reason, Reason::UnknownProtection);
        }
    }
}

#[test]
fn what_is_not_a_workbook_is_said() {
    for (bytes, japanese) in [
        (&b""[..], "「a.xlsx」を読めません：ファイルが空（0バイト）です。保存し直すか、コピーし直してください。"),
        (b"%PDF-1.7\n", "「a.xlsx」を読めません：表計算のファイルではありません。PDFのようです。元の表計算のファイルを指定してください。"),
        (b" \n", "「a.xlsx」を読めません：値の入ったセルが一つもありません。台帳のあるファイルを指定してください。"),
    ] {
        let refusal = sheet::read_bytes("a.xlsx", bytes, &options()).unwrap_err();
        assert_eq!(refusal.to_string(), japanese);
        assert!(refusal.message(daicho::language::Language::En).starts_with("cannot read \"a.xlsx\": "));
    }
    for (bytes, looks) in [
        (&b"<html><table><tr><td>1</table>"[..], Looks::WebPage),
        (b"\xEF\xBB\xBF<!DOCTYPE HTML>", Looks::WebPage),
        (b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>", Looks::Xml),
        (b"\x89PNG\r\n\x1a\n", Looks::Picture),
        (b"\x09\x00\x04\x00\x02\x00\x10\x00", Looks::OldExcel),
        (b"\x00\x01\x02\x03\x04\x05\x06", Looks::Unknown),
        (&super::make::package(&[("a.txt", b"a")]), Looks::Archive),
        (&super::make::compound("WordDocument", b"", |_| {}), Looks::TextDocument),
    ] {
        assert_eq!(super::refused(bytes), Reason::NotAWorkbook(looks));
    }
}

#[test]
fn paths_that_are_no_file() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(read(&folder.path().join("無い.xlsx")), Err(Reason::NotFound));
    assert_eq!(read(Path::new("/dev/zero")), Err(Reason::NotAFile));
    assert_eq!(read(folder.path()), Err(Reason::NothingInFolder));
    for (beginning, limit) in [("PK\u{3}\u{4}", limits::FILE_BYTES), ("番号,名称\n", limits::TEXT_FILE_BYTES)] {
        let large = folder.path().join("large.xlsx");
        fs::write(&large, beginning).unwrap();
        fs::File::options().append(true).open(&large).unwrap().set_len(2 << 30).unwrap();
        assert_eq!(read(&large), Err(Reason::TooLarge { bytes: 2 << 30, limit }));
    }
}

#[test]
fn a_folder_of_csv_files_is_a_workbook() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("02_台帳.csv"), encoding_rs::SHIFT_JIS.encode("番号,名称\r\n1,㈱の名簿\r\n").0).unwrap();
    fs::write(at("01_事業者.CSV"), "名称,株式会社\n").unwrap();
    fs::write(at("03_空.tsv"), "").unwrap();
    fs::write(at("~$02_台帳.csv"), "lock").unwrap();
    fs::write(at(".hidden.csv"), "hidden").unwrap();
    fs::write(at("読んでね.txt"), "no").unwrap();
    let workbook = read(folder.path()).unwrap();
    assert_eq!(workbook.tables.iter().map(|table| &*table.name).collect::<Vec<_>>(), ["01_事業者", "02_台帳"]);
    assert_eq!(cells(&workbook.tables[1]), ["A1=番号", "B1=名称", "A2=1", "B2=㈱の名簿"]);

    fs::write(at("04_図.csv"), b"\x89PNG\r\n").unwrap();
    let refusal = sheet::read(folder.path(), &options()).unwrap_err();
    assert!(refusal.file.ends_with("/04_図.csv"), "{refusal}");

    fs::create_dir_all(at("支店/大阪")).unwrap();
    fs::create_dir(at(".git")).unwrap();
    for name in ["支店/b.xlsx", "支店/大阪/c.ods", "a.xls", "支店/~$b.xlsx", ".git/d.xlsx", "支店/e.pdf"] {
        fs::write(at(name), "x").unwrap();
    }
    let found = sheet::workbooks_under(folder.path()).unwrap();
    let found: Vec<_> = found.iter().map(|path| path.strip_prefix(folder.path()).unwrap().to_str().unwrap()).collect();
    assert_eq!(found, ["", "a.xls", "支店/b.xlsx", "支店/大阪/c.ods"]);
    assert_eq!(sheet::workbooks_under(&at("支店/大阪/c.ods")).unwrap(), [at("支店/大阪/c.ods")]);
    assert_eq!(sheet::workbooks_under(&at("無い")).unwrap_err().reason, Reason::NotFound);
}

#[test]
fn an_uploaded_name_is_only_a_name() {
    let workbook = read_bytes("../../etc/台帳\u{1b}[31m.csv", b"a,b\n").unwrap();
    assert_eq!(&*workbook.name, "台帳\u{FFFD}[31m.csv");
    assert_eq!(&*workbook.tables[0].name, "");
    assert_eq!(cells(&read_bytes("C:\\x\\y.tsv", b"a,b\tc\n").unwrap().tables[0]), ["A1=a,b", "B1=c"]);
}

#[test]
fn progress_is_told() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let tell = Arc::clone(&told);
    let progress: Arc<dyn Fn(Rows) + Send + Sync> = Arc::new(move |rows: Rows| tell.lock().unwrap().push(rows));
    let bytes = "a,b\n".repeat(2_500);
    let read = sheet::read_bytes("x.csv", bytes.as_bytes(), &Options { progress: Some(progress), ..options() });
    assert_eq!(read.unwrap().tables[0].rows.len(), 2_500);
    let rows = |read| Rows { read, expected: Some(2_500) };
    assert_eq!(*told.lock().unwrap(), [1_000, 2_000, 2_500].map(rows));
}
