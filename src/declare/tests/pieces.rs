//! Ledgers so long that their rows are read in pieces, several at once.

use std::fmt::Write as _;

use crate::declare::drawn::{read, sheet};
use crate::finding::Code;
use crate::ledger::{RetentionKind, Text};

/// More rows than two pieces have.
const ROWS: usize = 5_000;

/// A ledger whose pieces would first be cut within rows of 同上, then within a list that goes on from row to row, and below the first
/// row of a merged cell.
fn long_ledger() -> String {
    let mut drawing = "No|情報名|利用目的|項目|保存期間|要配慮\n".to_owned();
    for number in 1..=ROWS {
        let purpose = match number {
            2_039 => "問合せ対応",
            2_040..=2_060 => "同上",
            _ => "会員管理",
        };
        let items = match number {
            4_108 => "同上、電話番号",
            4_109 => "同上、メールアドレス",
            4_110 => "同上、勤務先",
            _ => "氏名、住所",
        };
        let retention = match number {
            4_100 => "5～7年",
            4_101..=4_120 => "",
            _ => "5年",
        };
        let special_care = if number == ROWS { "？" } else { "×" };
        writeln!(drawing, "{number}|名簿{number}|{purpose}|{items}|{retention}|{special_care}").unwrap();
    }
    // The row of a number is the next, since the heading is the first.
    drawing + "~ E4101:E4121\n"
}

#[test]
fn pieces_say_what_the_whole_says() {
    let (declared, findings) = read(vec![sheet("台帳", &long_ledger())]);
    let entry = |number: usize| &declared.entries[number - 1];
    assert_eq!(declared.entries.len(), ROWS);
    for number in 1..=ROWS {
        assert_eq!((&*entry(number).control_no, &*entry(number).name), (&*number.to_string(), &*format!("名簿{number}")));
        let purpose = if (2_039..=2_060).contains(&number) { "問合せ対応" } else { "会員管理" };
        assert_eq!(entry(number).purposes, [Text::from(purpose)], "{number}");
        let kind = if (4_100..=4_120).contains(&number) { RetentionKind::Unreadable } else { RetentionKind::Period };
        assert_eq!(entry(number).retention.kind, kind, "{number}");
    }
    let items: Vec<Text> = ["氏名", "住所", "電話番号", "メールアドレス", "勤務先"].map(Text::from).into();
    assert_eq!([entry(4_107), entry(4_108), entry(4_109), entry(4_110), entry(4_111)].map(|entry| entry.items.len()), [2, 3, 4, 5, 2]);
    assert_eq!(entry(4_110).items, items);
    let doubts = |code: Code| findings.iter().filter(|finding| finding.code == code).collect::<Vec<_>>();
    let [retention] = doubts(Code::RetentionUnreadable)[..] else { panic!("a merged cell is doubted once: {findings:?}") };
    assert_eq!(retention.entry.as_ref().map(|(number, _)| &**number), Some("4100"));
    let [mark] = doubts(Code::NotYetAscertained)[..] else { panic!("one mark is doubted: {findings:?}") };
    assert_eq!(mark.entry.as_ref().map(|(number, _)| &**number), Some("5000"));
}
