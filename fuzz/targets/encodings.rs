//! `.csv` in the encodings of this country: rows of any words, written out and read back.
//!
//! The cells come back as they were, with every line end as `\n`, where
//! - the text begins with a mark (UTF-8, UTF-16LE, UTF-16BE): always;
//! - it is UTF-8 without a mark: unless a cell holds a zero character, which no text has, or an escape that begins ISO-2022-JP;
//! - it is CP932: where CP932 has every character and gives it back, the bytes are no UTF-8 by chance, the other encoding of this
//!   country (EUC-JP) cannot read them without loss, and at least half of what is not ASCII is kana or kanji.
//!
//! What is always left out, since a ledger has no use for it: cells of white space alone, what exceeds a cell's length, and the apostrophe
//! by which a CSV file keeps a sign of formulas from a spreadsheet.
#![no_main]

use std::collections::BTreeMap;

use arbitrary::Arbitrary;
use daicho::sheet::here::read_here;
use daicho::sheet::remark::RemarkKind;
use encoding_rs::{EUC_JP, SHIFT_JIS};
use libfuzzer_sys::fuzz_target;

#[derive(Debug, Clone, Copy, Arbitrary)]
enum Encoding {
    Utf8,
    MarkedUtf8,
    Utf16Le,
    Utf16Be,
    Cp932,
}

#[derive(Debug, Arbitrary)]
struct Input {
    encoding: Encoding,
    tabs: bool,
    line_feeds: bool,
    last_line_ends: bool,
    columns: u8,
    /// Numbers that become letters: the low ones of ledgers, the high ones any.
    cells: Vec<Vec<u16>>,
}

fuzz_target!(|input: Input| {
    // With one column there is nothing to tell the separator by.
    let columns = usize::from(input.columns % 6) + 2;
    let cells: Vec<String> = input.cells.iter().take(64).map(|letters| letters.iter().take(64).map(|number| letter(*number)).collect()).collect();
    let rows: Vec<&[String]> = cells.chunks(columns).filter(|row| row.len() == columns).collect();
    if rows.is_empty() {
        return;
    }
    let text = written(&rows, &input);
    let Some(bytes) = encoded(&text, input.encoding) else { return };
    let mut expected = BTreeMap::new();
    for (row, cells) in (1_u32..).zip(&rows) {
        for (column, cell) in (0_u32..).zip(*cells) {
            if !cell.trim().is_empty() {
                let guarded = cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r']));
                expected.insert((row, column), guarded.unwrap_or(cell).replace("\r\n", "\n").replace('\r', "\n"));
            }
        }
    }
    let Ok(workbook) = read_here(&bytes, input.tabs) else {
        assert!(expected.is_empty(), "a text with cells is read");
        return;
    };
    let mut read = BTreeMap::new();
    for row in &workbook.tables[0].rows {
        read.extend(row.cells.iter().map(|cell| ((row.number, cell.column), cell.value.text().into_owned())));
    }
    assert_eq!(read, expected, "{:?}", input.encoding);
    let replaced = expected.values().any(|cell| cell.contains('\u{FFFD}'));
    assert!(replaced || workbook.remarks.iter().all(|remark| remark.kind != RemarkKind::UndecodableBytes), "nothing was lost");
});

/// A letter for a number: half of them such as ledgers have, the others any.
fn letter(number: u16) -> char {
    const LEDGER: [char; 24] = [',', '"', '\n', '\r', '\t', ';', ' ', '　', '№', '①', '㈱', '髙', '﨑', '～', '－', '∥', '￠', '¬', 'ｱ', 'ﾞ', '='  , '\u{1B}', '\\', '~'];
    match number {
        0..0x2000 => Some(LEDGER[usize::from(number) % LEDGER.len()]),
        0x2000..0x4000 => char::from_u32(0x3041 + u32::from(number) % 0xB0),
        0x4000..0x7000 => char::from_u32(0x4E00 + u32::from(number) % 0x51A0),
        0x7000..0x8000 => char::from_u32(u32::from(number) % 0x80),
        0x8000..0xA000 => char::from_u32(0x1_F300 + u32::from(number) % 0x400),
        _ => char::from_u32(u32::from(number)),
    }
    .unwrap_or('台')
}

/// The rows with every cell in quotation marks.
fn written(rows: &[&[String]], input: &Input) -> String {
    let end = if input.line_feeds { "\n" } else { "\r\n" };
    let separator = if input.tabs { "\t" } else { "," };
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let lines: Vec<String> = rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(separator)).collect();
    lines.join(end) + if input.last_line_ends { end } else { "" }
}

/// The text in that encoding; nothing where nobody could tell it by its bytes.
fn encoded(text: &str, encoding: Encoding) -> Option<Vec<u8>> {
    let wide = |to_bytes: fn(u16) -> [u8; 2]| format!("\u{FEFF}{text}").encode_utf16().flat_map(to_bytes).collect();
    match encoding {
        Encoding::MarkedUtf8 => Some(format!("\u{FEFF}{text}").into_bytes()),
        Encoding::Utf16Le => Some(wide(u16::to_le_bytes)),
        Encoding::Utf16Be => Some(wide(u16::to_be_bytes)),
        Encoding::Utf8 => (!text.contains('\0') && !text.contains("\u{1B}$")).then(|| text.as_bytes().to_vec()),
        Encoding::Cp932 => {
            let (bytes, _, lost) = SHIFT_JIS.encode(text);
            let same = !lost && SHIFT_JIS.decode_without_bom_handling(&bytes).0 == text;
            let other = !EUC_JP.decode_without_bom_handling(&bytes).1;
            let foreign = text.chars().filter(|letter| !letter.is_ascii()).count();
            let ours = text.chars().filter(|letter| ('ぁ'..='ヺ').contains(letter) || ('\u{4E00}'..='\u{9FFF}').contains(letter)).count();
            let told = same && !other && std::str::from_utf8(&bytes).is_err() && !text.contains('\0') && ours * 2 >= foreign && ours > 0;
            told.then(|| bytes.into_owned())
        }
    }
}
