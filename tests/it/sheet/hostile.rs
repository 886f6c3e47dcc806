//! Files made to hurt, and reading processes that die: each one named refusal, and the program that asked goes on.

use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use daicho::sheet::refusal::Reason;
use daicho::sheet::{self, Options, limits};

use super::make::{compound, ods, package, records, worksheet, xlsx, xlsx_of};
use super::{cells, options, read_bytes, refused};

const ROW: &str = "<row><c><v>1</v></c></row>";

#[test]
fn packages_that_unpack_to_too_much() {
    let zeros = vec![b' '; 17 << 20];
    assert!(matches!(refused(&xlsx(&worksheet("", ROW, ""), &[("xl/media/a.bin", &zeros)])), Reason::RatioTooHigh(_)));

    let mut parts: Vec<(String, Vec<u8>)> = (0..=limits::PARTS).map(|part| (format!("xl/media/{part}"), Vec::new())).collect();
    parts.push(("_rels/.rels".to_owned(), Vec::new()));
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    assert_eq!(refused(&package(&parts)), Reason::TooManyParts(10_002));

    // The directory says that a part of 17 MiB has two gigabytes, or only a few bytes.
    let part = format!("{}{}", worksheet("", ROW, ""), " ".repeat(17 << 20));
    let bytes = xlsx(&part, &[]);
    let spoiled = |size: u32| {
        let mut bytes = bytes.clone();
        let declared = u32::try_from(part.len()).unwrap().to_le_bytes();
        let places: Vec<usize> = bytes.windows(4).enumerate().filter(|(_, four)| *four == declared).map(|(at, _)| at).collect();
        for at in places {
            bytes[at..at + 4].copy_from_slice(&size.to_le_bytes());
        }
        bytes
    };
    assert!(matches!(refused(&spoiled(2_000_000_000)), Reason::PartTooLarge(2_000_000_000..)));
    // What lies is read as far as it is sound, or refused; never does it hang.
    let begun = Instant::now();
    let lied = read_bytes("x.xlsx", &spoiled(100));
    assert!(!matches!(lied, Err(Reason::ReaderFailed)) && begun.elapsed() < Duration::from_secs(20), "{lied:?}");
}

#[test]
fn sheets_without_end() {
    let mut sheets = String::new();
    for number in 0..20_000 {
        write!(sheets, r#"<sheet name="s{number}" sheetId="{number}" r:id="rId1"/>"#).unwrap();
    }
    let relation = r#"<Relationship Id="rId1" Type="r/worksheet" Target="worksheets/sheet1.xml"/>"#;
    assert_eq!(refused(&xlsx_of(&sheets, relation, &worksheet("", ROW, ""), &[])), Reason::TooManySheets(20_000));
    let tables = r#"<table:table table:name="a"></table:table>"#.repeat(20_000);
    assert_eq!(refused(&ods("", &tables)), Reason::TooManySheets(513));
    let sheet = [0, 0, 0, 0, 0, 0, 1, 0, b's'];
    let mut workbook: Vec<(u16, &[u8])> = vec![(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])];
    workbook.extend(vec![(0x0085, &sheet[..]); 2_000]);
    assert!(matches!(refused(&compound("Workbook", &records(&workbook), |_| {})), Reason::TooManySheets(_)));
}

#[test]
fn dimensions_beyond_reason() {
    // What a sheet declares of its size is not believed.
    let declared = worksheet(r#"<dimension ref="A1:XFD1048576"/>"#, ROW, "");
    assert_eq!(cells(&read_bytes("x.xlsx", &xlsx(&declared, &[])).unwrap().tables[0]), ["A1=1"]);
    for sheet in [
        worksheet(r#"<dimension ref="A1:ZZZZZZZZ99999999999"/>"#, ROW, ""),
        worksheet("", r#"<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>"#, ""),
        worksheet("", r#"<row r="1"><c r="XFE1"><v>1</v></c></row>"#, ""),
        worksheet("", r#"<row r="0"><c r="A0"><v>1</v></c></row>"#, ""),
        worksheet("", r#"<row r="1"><c r="A1" t="s"><v>99</v></c></row>"#, ""),
        // A padded number would be taken for another one.
        worksheet("", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>\n0</v></c></row>", ""),
        "<worksheet><sheetData><row><c>".to_owned(),
        String::new(),
    ] {
        let strings = ("xl/sharedStrings.xml", &b"<sst><si><t>a</t></si></sst>"[..]);
        assert!(matches!(refused(&xlsx(&sheet, &[strings])), Reason::Broken(_)), "{sheet}");
    }
    // A corner cell is a cell.
    let corner = worksheet("", r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#, "");
    assert_eq!(cells(&read_bytes("x.xlsx", &xlsx(&corner, &[])).unwrap().tables[0]), ["XFD1048576=1"]);
    // Areas over the whole sheet, again and again.
    let areas = r#"<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B1:XFD1048576"/></mergeCells>"#.repeat(1_000);
    let mut rows = String::new();
    for row in 1..2_000 {
        write!(rows, r#"<row r="{row}"><c r="C{row}"><v>1</v></c></row>"#).unwrap();
    }
    assert_eq!(read_bytes("x.xlsx", &xlsx(&worksheet("", &rows, &areas), &[])).unwrap().tables[0].rows, []);
}

#[test]
fn ods_without_end() {
    let value = r#"office:value-type="float" office:value="1""#;
    let endless = format!(
        r#"<table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" {value}/></table:table-row></table:table>"#
    );
    let begun = Instant::now();
    let reason = refused(&ods("", &endless));
    assert_eq!(reason, Reason::TooManyCells);
    assert!(begun.elapsed() < Duration::from_secs(5));
    // A run of nothing before and after a cell is one step, whatever its length.
    let sparse = format!(
        r#"<table:table table:name="a"><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="99999999"/></table:table-row><table:table-row><table:table-cell {value}/></table:table-row><table:table-row table:number-rows-repeated="4294967295"><table:table-cell {value}/></table:table-row></table:table>"#
    );
    assert_eq!(cells(&read_bytes("x.ods", &ods("", &sparse)).unwrap().tables[0]), ["A1048576=1"]);
    // One that is cut short keeps the reading library busy for ever.
    let content = r#"<office:document-content><table:table table:name="a"><table:table-row>"#;
    let cut = package(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())]);
    assert_eq!(refused(&cut), Reason::Broken(Some("a".into())));
    let manifest = br"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let protected = package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"?"),
    ]);
    assert_eq!(refused(&protected), Reason::UnknownProtection);
}

#[test]
fn areas_down_every_column_of_many_rows() {
    // Going through a row once for each area on it took minutes, in the process that asked.
    let value = r#"office:value-type="float" office:value="1""#;
    let first = format!(r#"<table:table-cell {value} table:number-rows-spanned="60"/>"#).repeat(16_384);
    let table = format!(
        r#"<table:table table:name="a"><table:table-row>{first}</table:table-row><table:table-row table:number-rows-repeated="60"><table:table-cell {value} table:number-columns-repeated="16384"/></table:table-row></table:table>"#
    );
    let workbook = read_bytes("x.ods", &ods("", &table)).unwrap();
    let rows: Vec<_> = workbook.tables[0].rows.iter().map(|row| (row.number, row.cells.len())).collect();
    assert_eq!(rows, [(1, 16_384), (61, 16_384)]);
}

#[test]
fn a_name_of_a_sheet_that_is_a_book() {
    let table = |letters| format!(r#"<table:table table:name="{}"><table:table-row/></table:table>"#, "a".repeat(letters));
    assert_eq!(refused(&ods("", &table(40_000))), Reason::TooMuchText);
    assert_eq!(refused(&ods("", &table(4_000))), Reason::NoCells);
}

#[test]
fn entities_are_refused() {
    let doctype = r#"<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>"#;
    let sheet = worksheet("", r#"<row><c t="inlineStr"><is><t>&b;</t></is></c></row>"#, "");
    assert_eq!(refused(&xlsx(&sheet.replace("?><w", &format!("?>{doctype}<w")), &[])), Reason::Entities);
    let strings = format!("<?xml version=\"1.0\"?>{doctype}<sst><si><t>&b;</t></si></sst>");
    let sheet = worksheet("", r#"<row><c t="s"><v>0</v></c></row>"#, "");
    assert_eq!(refused(&xlsx(&sheet, &[("xl/sharedStrings.xml", strings.as_bytes())])), Reason::Entities);
    let content = format!("{doctype}<office:document-content/>");
    let ods = package(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())]);
    assert_eq!(refused(&ods), Reason::Entities);
    // An entity that is nowhere declared is an error, not a text.
    let sheet = worksheet("", r#"<row><c t="inlineStr"><is><t>&lol;</t></is></c></row>"#, "");
    assert!(matches!(refused(&xlsx(&sheet, &[])), Reason::Broken(_)));
}

#[test]
fn elements_in_elements_without_end() {
    let deep = format!("<row><c>{}</c></row>", "<v>".repeat(200_000));
    assert!(matches!(refused(&xlsx(&worksheet("", &deep, ""), &[])), Reason::Broken(_)));
    let deep = format!(r#"<table:table table:name="a"><table:table-row><table:table-cell>{}"#, "<text:p>".repeat(200_000));
    assert!(matches!(refused(&ods("", &deep)), Reason::Broken(_)));
}

#[test]
fn chains_that_run_in_a_circle() {
    let stream = records(&[(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), (0x000A, &[])]);
    let circles: [fn(&mut [u32; 128]); 4] =
        [|table| table[1] = 1, |table| table[3] = 2, |table| table[9] = 2, |table| table[4] = 0x00FF_FFFF];
    for spoil in circles {
        let begun = Instant::now();
        // A stream has a length, and a circle within it ends there; one in the directory has none.
        assert!(matches!(refused(&compound("Workbook", &stream, spoil)), Reason::Broken(None) | Reason::NoCells));
        assert!(begun.elapsed() < Duration::from_secs(5));
    }
    assert_eq!(refused(&compound("Workbook", &stream, |_| {})), Reason::NoCells);
    assert_eq!(refused(&compound("EncryptedPackage", b"", |_| {})), Reason::UnknownProtection);
    let protected = records(&[(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0]), (0x002F, &[0, 0, 1, 2, 3, 4]), (0x000A, &[])]);
    assert_eq!(refused(&compound("Workbook", &protected, |_| {})), Reason::UnknownProtection);
}

#[test]
fn xls_that_asks_for_too_much() {
    let begin = [0, 6, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let head = records(&[(0x0809, &begin), (0x0085, &[0; 9]), (0x000A, &[])]);
    let place = u32::try_from(head.len()).unwrap().to_le_bytes();
    let sheet = [place[0], place[1], place[2], place[3], 0, 0, 1, 0, b's'];
    let dimensions = [0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 0xFF, 0xFF, 0, 0];
    let stream = records(&[(0x0809, &begin), (0x0085, &sheet), (0x000A, &[]), (0x0809, &begin), (0x0200, &dimensions), (0x000A, &[])]);
    assert!(matches!(refused(&compound("Workbook", &stream, |_| {})), Reason::OutOfMemory | Reason::Broken(None)));
}

/// A program in place of the reading process.
fn impostor(script: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("program");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
    (folder, path)
}

#[test]
fn reading_processes_that_misbehave() {
    let large = vec![b'a'; 8 << 20];
    for (script, reason) in [
        // It takes nothing of what it is sent, which is more than a pipe holds.
        ("exec sleep 60", Reason::TooSlow),
        ("exit 0", Reason::ReaderFailed),
        ("exit 101", Reason::Broken(None)),
        ("kill -KILL $$", Reason::ReaderFailed),
        ("kill -SEGV $$", Reason::Broken(None)),
        ("kill -XCPU $$", Reason::TooMuchProcessor),
        ("echo 'memory allocation of 9 bytes failed' >&2; kill -ABRT $$", Reason::OutOfMemory),
        ("echo 'thread main has overflowed its stack' >&2; kill -ABRT $$", Reason::Broken(None)),
        // Messages that make no sense, or claim a length beyond any.
        ("exec /bin/cat /dev/zero", Reason::ReaderFailed),
        ("exec /usr/bin/yes", Reason::ReaderFailed),
        ("while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa >&2; done", Reason::TooSlow),
    ] {
        let (_folder, program) = impostor(script);
        let begun = Instant::now();
        let options = Options { program, wall: Duration::from_secs(2), ..options() };
        let bytes = if reason == Reason::TooSlow { &large[..] } else { b"a,b" };
        let refusal = sheet::read_bytes("x.csv", bytes, &options).unwrap_err();
        assert_eq!(refusal.reason, reason, "{script}");
        assert!(begun.elapsed() < Duration::from_secs(6), "{script}");
    }
    let missing = Options { program: PathBuf::from("/nowhere/daicho"), ..options() };
    assert_eq!(sheet::read_bytes("x.csv", b"a", &missing).unwrap_err().reason, Reason::ReaderFailed);
}

#[test]
fn the_reading_process_has_no_environment_and_no_secret_in_its_arguments() {
    let folder = tempfile::tempdir().unwrap();
    let seen = folder.path().join("seen");
    let (_folder, program) = impostor(&format!("/usr/bin/env > {0}; echo \"$@\" >> {0}; /bin/cat > /dev/null", seen.display()));
    let options = Options { program, password: Some("himitsu".to_owned()), ..options() };
    assert!(sheet::read_bytes("x.csv", b"a", &options).is_err());
    let seen = fs::read_to_string(seen).unwrap();
    assert!(!seen.contains("himitsu") && !seen.contains("CARGO") && !seen.contains("HOME") && seen.ends_with("read-sheet\n"), "{seen}");
}
