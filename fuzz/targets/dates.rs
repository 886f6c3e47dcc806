//! Days: one that is written in any of the ways of ledgers is read as that day; whatever else a cell says is no day out of the
//! ordinary, and is told where it is none.
#![no_main]

use chrono::{Datelike, Days, NaiveDate};
use daicho::declare::cell::{date, is_nothing};
use daicho::sheet::table::Value;
use daicho::vocabulary::Vocabulary;
use daicho_fuzz::word;
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

const WORDS: [&str; 52] = [
    "2024", "1999", "0001", "9999", "24", "7", "12", "13", "30", "31", "年", "月", "日", "/", "-", ".", "令和", "平成", "昭和", "大正", "明治", "R", "H", "S",
    "T", "M", "令", "平", "㋿", "元年", "六", "二〇二四", "三十一", "〇", "July", "Jan", "Dec.", "T00:00:00", " 10:00", "（月）", "年度", "末", "まで", "改定",
    "最終：", "20240701", "45474", "20000", "80000", "21991231", "99999999", "随時",
];

/// The first and the last day of 令和 to 明治 that can be written by their year, after the change of the calendar.
const ERAS: [(&str, &str, i32, (i32, u32, u32), (i32, u32, u32)); 5] = [
    ("令和", "R", 2018, (2019, 5, 1), (2117, 12, 31)),
    ("平成", "H", 1988, (1989, 1, 8), (2019, 4, 30)),
    ("昭和", "S", 1925, (1926, 12, 25), (1989, 1, 7)),
    ("大正", "T", 1911, (1912, 7, 30), (1926, 12, 24)),
    ("明治", "M", 1867, (1873, 1, 1), (1912, 7, 29)),
];

fuzz_target!(|data: &[u8]| {
    if let Ok(text) = std::str::from_utf8(data) {
        any(&Value::Text(text.into()), is_nothing(text, Vocabulary::built_in()));
    }
    let mut eight = [0; 8];
    let some = data.len().min(8);
    eight[..some].copy_from_slice(&data[..some]);
    let number = u64::from_le_bytes(eight);
    any(&Value::Number(f64::from_bits(number)), false);
    let first = NaiveDate::from_ymd_opt(1868, 10, 23).expect("a day");
    let day = first.checked_add_days(Days::new(number % 91_000)).expect("a day of that time");
    written(day);
    if let Some(at) = chrono::DateTime::from_timestamp_millis(number.cast_signed() % 200_000_000_000_000) {
        any(&Value::Date(at.naive_utc()), false);
    }
});

/// Whatever stands in the cell.
fn any(value: &Value, nothing: bool) {
    let words = Vocabulary::built_in();
    let reading = date(value, words);
    assert_eq!(date(value, words), reading, "the same cell says the same");
    match reading.value {
        Some(day) => {
            assert!((1868..2200).contains(&day.year()), "a day that a ledger can mean: {day} of {value:?}");
            assert_eq!(date(&Value::Text(day.to_string().as_str().into()), words).value, Some(day), "a day is read as it is written");
        }
        None => assert!(nothing || !reading.doubts.is_empty(), "what says something is a day or doubted: {value:?}"),
    }
}

/// A day in the ways of ledgers.
fn written(day: NaiveDate) {
    let (y, m, d) = (day.year(), day.month(), day.day());
    let mut ways = vec![
        format!("{y}/{m}/{d}"),
        format!("{y}-{m:02}-{d:02}"),
        format!("{y}.{m}.{d}"),
        format!("{y}年{m}月{d}日"),
        format!("{y}{m:02}{d:02}"),
        format!("最終更新：{y}年{m:02}月{d:02}日（改定）"),
        format!("{} {d}, {y}", ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"][m as usize - 1]),
    ];
    let era = ERAS.iter().find(|(.., first, last)| ((first.0, first.1, first.2)..=(last.0, last.1, last.2)).contains(&(y, m, d)));
    if let Some((name, letter, before, ..)) = era {
        let of_era = y - before;
        ways.extend([format!("{name}{of_era}年{m}月{d}日"), format!("{letter}{of_era}.{m}.{d}"), format!("{letter}{of_era:02}/{m:02}/{d:02}")]);
        if of_era == 1 {
            ways.push(format!("{name}元年{m}月{d}日"));
        }
    }
    let wide = |text: &str| text.chars().map(|letter| if letter.is_ascii_digit() { char::from_u32(u32::from(letter) + 0xFEE0).unwrap_or(letter) } else { letter }).collect::<String>();
    for way in ways.iter().cloned().chain(ways.iter().map(|way| wide(way))) {
        let reading = date(&Value::Text(way.as_str().into()), Vocabulary::built_in());
        assert_eq!((reading.value, reading.doubts.len()), (Some(day), 0), "{way}");
    }
}

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    if seed % 4 == 0 { libfuzzer_sys::fuzzer_mutate(data, size, max_size) } else { word::mutate(data, size, max_size, seed, &WORDS) }
});
