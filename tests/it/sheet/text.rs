//! CSV and TSV: encodings, separators, ragged rows, and what is said of damage.

use daicho::sheet::limits;
use daicho::sheet::remark::RemarkKind;
use daicho::sheet::table::Address;

use super::{cells, read, read_bytes, shared};

const TEXT: &str = "№,名称\r\n\r\n①,\"顧客\r\n名簿（㈱髙島屋）\",余り,\r\n";
const CELLS: [&str; 5] = ["A1=№", "B1=名称", "A3=①", "B3=顧客\n名簿（㈱髙島屋）", "C3=余り"];

#[test]
fn encodings() {
    let wide = |to_bytes: fn(u16) -> [u8; 2]| format!("\u{FEFF}{TEXT}").encode_utf16().flat_map(to_bytes).collect::<Vec<u8>>();
    for (name, bytes) in [
        ("UTF-8", TEXT.as_bytes().to_vec()),
        ("UTF-8 with a mark", format!("\u{FEFF}{TEXT}").into_bytes()),
        ("UTF-16LE", wide(u16::to_le_bytes)),
        ("UTF-16BE", wide(u16::to_be_bytes)),
        ("UTF-16LE without a mark", wide(u16::to_le_bytes)[2..].to_vec()),
        ("CP932", encoding_rs::SHIFT_JIS.encode(TEXT).0.into_owned()),
    ] {
        let workbook = read_bytes("x.csv", &bytes).unwrap();
        assert_eq!(cells(&workbook.tables[0]), CELLS, "{name}");
        assert_eq!(workbook.remarks, [], "{name}");
    }
}

#[test]
fn separators() {
    for text in ["a;b\n1,5;2\n", "sep=;\na;b\n1,5;2\n", "a\tb\n1,5\t2\n"] {
        assert_eq!(cells(&read_bytes("x.csv", text.as_bytes()).unwrap().tables[0]), ["A1=a", "B1=b", "A2=1,5", "B2=2"], "{text:?}");
    }
    assert_eq!(cells(&read_bytes("x.tsv", "a,b,c\td\n".as_bytes()).unwrap().tables[0]), ["A1=a,b,c", "B1=d"]);
}

#[test]
fn damage_is_said() {
    let mut bytes = encoding_rs::SHIFT_JIS.encode("番号,個人情報の名称\r\n1,顧客名簿\r\n2,従業員名簿\r\n").0.into_owned();
    let at = bytes.len() - 4;
    bytes[at] = 0xFF;
    let workbook = read_bytes("x.csv", &bytes).unwrap();
    let remark = &workbook.remarks[0];
    assert_eq!((remark.address, remark.kind), (Some(Address { row: 3, column: 1 }), RemarkKind::UndecodableBytes));
    assert!(cells(&workbook.tables[0])[5].contains('\u{FFFD}'));

    let workbook = read_bytes("x.csv", "a,\"b\nc".as_bytes()).unwrap();
    assert_eq!(cells(&workbook.tables[0]), ["A1=a", "B1=b\nc"]);
    assert_eq!(workbook.remarks[0].kind, RemarkKind::UnclosedQuote);

    let long = "あ".repeat(limits::CELL_CHARACTERS + 1);
    let workbook = read_bytes("x.csv", long.as_bytes()).unwrap();
    assert_eq!(workbook.tables[0].rows[0].cells[0].value.text().chars().count(), limits::CELL_CHARACTERS);
    assert_eq!(workbook.remarks[0].kind, RemarkKind::TruncatedCell);

    let workbook = read_bytes("x.csv", "\u{FFFD}\n".repeat(3_000).as_bytes()).unwrap();
    assert_eq!(workbook.remarks.len(), limits::REMARKS as usize + 1);
    assert_eq!(workbook.remarks.last().map(|remark| remark.kind), Some(RemarkKind::Further(2_000)));
}

#[test]
fn tables_of_towns() {
    let Some(real) = shared("real") else { return };
    let wakayama = read(&real.join("wakayama-refuge/2015_hinansaki01_wakayama.csv")).unwrap();
    assert_eq!(cells(&wakayama.tables[0]).iter().filter(|cell| cell.contains('\u{FFFD}')).count(), 0);
    let inami = read(&real.join("wakayama-refuge/inamicho.csv")).unwrap();
    assert!(!inami.tables[0].rows[0].cells[0].value.text().starts_with('\u{FEFF}'));
    let yaizu = read(&real.join("yaizu-opendata/要配慮者利用施設__yohairyosya.csv")).unwrap();
    assert!(cells(&yaizu.tables[0]).iter().any(|cell| cell.contains("№")));
    assert!(cells(&yaizu.tables[0]).iter().any(|cell| cell.contains("〇（土石流）") || cell.contains("○（土石流）")));
}
