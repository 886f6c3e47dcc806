//! Workbooks made by hand, part by part, as no spreadsheet program writes them.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip file of those parts.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An `.xlsx` of one sheet with that XML, and further parts.
pub fn xlsx(sheet: &str, further: &[(&str, &[u8])]) -> Vec<u8> {
    xlsx_of(
        r#"<sheet name="台帳" sheetId="1" r:id="rId1"/>"#,
        r#"<Relationship Id="rId1" Type="r/worksheet" Target="worksheets/sheet1.xml"/>"#,
        sheet,
        further,
    )
}

/// An `.xlsx` of those sheets and relations, of which `worksheets/sheet1.xml` has that XML.
pub fn xlsx_of(sheets: &str, relations: &str, sheet: &str, further: &[(&str, &[u8])]) -> Vec<u8> {
    let workbook = format!(r#"<?xml version="1.0"?><workbook xmlns="m" xmlns:r="r"><workbookPr/><sheets>{sheets}</sheets></workbook>"#);
    let relations = format!(r#"<Relationships xmlns="p">{relations}</Relationships>"#);
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", br#"<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    parts.extend_from_slice(further);
    package(&parts)
}

/// A worksheet's XML around its rows.
pub fn worksheet(before: &str, rows: &str, after: &str) -> String {
    format!(r#"<?xml version="1.0"?><worksheet xmlns="m">{before}<sheetData>{rows}</sheetData>{after}</worksheet>"#)
}

/// An `.ods` with that XML of tables, and styles before it.
pub fn ods(styles: &str, tables: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    );
    package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A compound file of one stream, with an allocation table that the test may spoil: the directory is sector 1, the stream begins at
/// sector 2.
pub fn compound(name: &str, stream: &[u8], spoil: impl FnOnce(&mut [u32; 128])) -> Vec<u8> {
    const SECTOR: usize = 512;
    // Below this length a stream would stand in the mini stream.
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4096).next_multiple_of(SECTOR), 0);
    let sectors = stream.len() / SECTOR;

    let mut header = vec![0_u8; SECTOR];
    header[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(24, &[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    put(44, &1_u32.to_le_bytes());
    put(48, &1_u32.to_le_bytes());
    put(56, &4096_u32.to_le_bytes());
    put(60, &0xFFFF_FFFE_u32.to_le_bytes());
    put(68, &0xFFFF_FFFE_u32.to_le_bytes());
    put(76, &0_u32.to_le_bytes());
    for place in 1..109 {
        put(76 + 4 * place, &u32::MAX.to_le_bytes());
    }

    let mut table = [u32::MAX; 128];
    table[0] = 0xFFFF_FFFD;
    table[1] = 0xFFFF_FFFE;
    for (next, place) in (3..).zip(&mut table[2..2 + sectors]) {
        *place = next;
    }
    table[1 + sectors] = 0xFFFF_FFFE;
    spoil(&mut table);

    let mut directory = vec![0_u8; SECTOR];
    let mut entry = |place: usize, name: &str, kind: u8, start: u32, size: u32| {
        let entry = &mut directory[place * 128..(place + 1) * 128];
        let units: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        entry[..units.len()].copy_from_slice(&units);
        entry[64] = u8::try_from(units.len()).unwrap();
        entry[66] = kind;
        entry[68..80].fill(0xFF);
        entry[116..120].copy_from_slice(&start.to_le_bytes());
        entry[120..124].copy_from_slice(&size.to_le_bytes());
    };
    entry(0, "Root Entry", 5, 0xFFFF_FFFE, 0);
    entry(1, name, 2, 2, u32::try_from(stream.len()).unwrap());

    let table: Vec<u8> = table.iter().flat_map(|next| next.to_le_bytes()).collect();
    [header, table, directory, stream].concat()
}

/// The records of an `.xls` stream: kind and content.
pub fn records(records: &[(u16, &[u8])]) -> Vec<u8> {
    let mut stream = Vec::new();
    for (kind, content) in records {
        stream.extend(kind.to_le_bytes());
        stream.extend(u16::try_from(content.len()).unwrap().to_le_bytes());
        stream.extend(*content);
    }
    stream
}
