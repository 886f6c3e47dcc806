//! Days, as spreadsheets and people write them.
//!
//! Read are a date of the spreadsheet, a serial number (20000 to 80000, the years 1954 to 2119), `20240701`, and a text that holds one day:
//! `2024/7/1`, `2024.7.1`, `2024年7月1日（月）`, `令和6年7月1日`, `R6.7.1`, `令 6. 7. 1`, 元年, kanji numerals, `1 July 2024`, `1-Jul-2024`, `'24/7/1`; words
//! may stand around it. A two-digit year without an era is not read, nor `7/1/2024` unless only one order is a day, nor a year before 1868 or after
//! 2199, which is a slip (`0024/7/1`) or stands for no day (`9999/12/31`).

use chrono::{Datelike, Days, NaiveDate};
use unicode_normalization::UnicodeNormalization;

use super::blank::is_nothing;
use super::day::{Found, YEARS, days_in};
use super::{Doubt, Reading};
use crate::finding::Code;
use crate::ledger::fold;
use crate::sheet::table::Value;
use crate::vocabulary::{Sign, Vocabulary};

/// The day that a cell of a date column says.
#[must_use]
pub fn date(value: &Value, vocabulary: &Vocabulary) -> Reading<Option<NaiveDate>> {
    match value {
        Value::Date(at) if YEARS.contains(&at.year()) => Reading::sure(Some(at.date())),
        Value::Number(number) => numbered(*number).unwrap_or_else(|| unreadable(&value.text())),
        Value::Text(text) if is_nothing(text, vocabulary) => Reading::sure(None),
        Value::Text(text) => {
            let outside = fold(text.split(['（', '(']).next().unwrap_or_default());
            if vocabulary.signs.whole(&outside) == Some(Sign::Unsettled) {
                return Reading::doubtful(None, Doubt::new(Code::NotYetAscertained, &[text.trim()]));
            }
            let number = text.trim().nfkc().collect::<String>().parse::<u32>().ok();
            number.and_then(|number| numbered(f64::from(number))).unwrap_or_else(|| said(text.trim()))
        }
        Value::Error(_) | Value::Formula(_) => super::written(value).map(|_| None),
        Value::Date(_) | Value::Boolean(_) => unreadable(&value.text()),
    }
}

fn unreadable(written: &str) -> Reading<Option<NaiveDate>> {
    Reading::doubtful(None, Doubt::new(Code::DateUnreadable, &[written]))
}

fn incomplete(written: &str) -> Reading<Option<NaiveDate>> {
    Reading::doubtful(None, Doubt::new(Code::DateIncomplete, &[written]))
}

/// The day that a bare number says: a serial number, or year, month and day in a row. Nothing where it may be neither.
fn numbered(number: f64) -> Option<Reading<Option<NaiveDate>>> {
    let whole: u64 = number.trunc().to_string().parse().ok()?;
    match whole {
        20_000..=80_000 => {
            let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(whole))?;
            Some(Reading::sure(Some(day)))
        }
        18_680_101..=21_991_231 => {
            let written = whole.to_string();
            let day = NaiveDate::parse_from_str(&written, "%Y%m%d").ok();
            Some(day.map_or_else(|| unreadable(&written), |day| Reading::sure(Some(day))))
        }
        1868..=2199 => Some(incomplete(&whole.to_string())),
        186_801..=219_912 if (1..=12).contains(&(whole % 100)) => Some(incomplete(&whole.to_string())),
        _ => None,
    }
}

/// The one day that a text says.
fn said(text: &str) -> Reading<Option<NaiveDate>> {
    let found = days_in(text);
    let mut days: Vec<(NaiveDate, bool)> = Vec::new();
    for one in &found {
        match one {
            Found::Day { day: Some(day), overrun } if !days.contains(&(*day, *overrun)) => days.push((*day, *overrun)),
            Found::Day { day: None, .. } => return unreadable(text),
            _ => {}
        }
    }
    match days.as_slice() {
        [(day, false)] => Reading::sure(Some(*day)),
        [(day, true)] => Reading::doubtful(Some(*day), Doubt::new(Code::EraOverrun, &[text, &day.to_string()])),
        [] if found.contains(&Found::Incomplete) => incomplete(text),
        _ => unreadable(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Value {
        Value::Text(text.into())
    }

    #[test]
    fn a_day_is_read_however_it_is_written() {
        let first_of_july = NaiveDate::from_ymd_opt(2024, 7, 1);
        for value in [
            Value::Date(first_of_july.unwrap().and_hms_opt(9, 30, 0).unwrap()),
            Value::Number(45474.0),
            Value::Number(20_240_701.0),
            text("45474"),
            text("20240701"),
            text("2024-07-01"),
            text("2024/7/1"),
            text("2024.7.1"),
            text("２０２４年７月１日"),
            text("2024年7月1日（月）"),
            text("令和6年7月1日"),
            text("令和６年７月１日 見直し"),
            text("㋿6年7月1日"),
            text("R6.7.1"),
            text("r6/07/01"),
            text("令 6. 7. 1"),
            text("令和六年七月一日"),
            text("2024-07-01T00:00:00"),
            text("2024/7/1 10:00"),
            text("最終：2024/7/1"),
            text("July 1, 2024"),
            text("1 Jul 2024"),
            text("1-Jul-2024"),
            text("Jul-1-2024"),
            text("01/jul/2024"),
            text("'24/7/1"),
            text("’24.7.1"),
        ] {
            assert_eq!(date(&value, Vocabulary::built_in()), Reading::sure(first_of_july), "{value:?}");
        }
        for (written, year, month, day) in [
            ("平成31年4月30日", 2019, 4, 30),
            ("令和元年5月1日", 2019, 5, 1),
            ("S63.1.7", 1988, 1, 7),
            ("昭和六十三年十二月二十五日", 1988, 12, 25),
            ("31/12/2023", 2023, 12, 31),
        ] {
            let read = date(&text(written), Vocabulary::built_in());
            assert_eq!(read, Reading::sure(NaiveDate::from_ymd_opt(year, month, day)), "{written}");
        }
        for nothing in ["", "－", "なし"] {
            assert_eq!(date(&text(nothing), Vocabulary::built_in()), Reading::sure(None), "{nothing}");
        }
    }

    #[test]
    fn what_is_no_day_is_reported() {
        for (value, code) in [
            (text("R6.6"), Code::DateIncomplete),
            (text("2024年7月"), Code::DateIncomplete),
            (text("令和6年度"), Code::DateIncomplete),
            (text("2024"), Code::DateIncomplete),
            (text("7月1日"), Code::DateIncomplete),
            (text("2024/2/30"), Code::DateUnreadable),
            (text("令和6年13月1日"), Code::DateUnreadable),
            (text("24/7/1"), Code::DateUnreadable),
            (text("0024/7/1"), Code::DateUnreadable),
            (text("9999/12/31"), Code::DateUnreadable),
            (text("31/12/0023"), Code::DateUnreadable),
            (Value::Date(NaiveDate::from_ymd_opt(9999, 12, 31).unwrap().into()), Code::DateUnreadable),
            (text("7/1/2024"), Code::DateUnreadable),
            (text("2024/7/1～2025/6/30"), Code::DateUnreadable),
            (text("随時"), Code::DateUnreadable),
            (text("未定"), Code::NotYetAscertained),
            (Value::Number(12.0), Code::DateUnreadable),
            (Value::Error("#N/A".into()), Code::ErrorInCell),
        ] {
            let read = date(&value, Vocabulary::built_in());
            assert_eq!((read.value, read.doubts.first().map(|doubt| doubt.code)), (None, Some(code)), "{value:?}");
        }
        for (overrun, read) in [("平成31年5月1日", (2019, 5, 1)), ("令和元年4月1日", (2019, 4, 1)), ("H36.4.1", (2024, 4, 1))] {
            let day = date(&text(overrun), Vocabulary::built_in());
            assert_eq!(day.value, NaiveDate::from_ymd_opt(read.0, read.1, read.2), "{overrun}");
            assert_eq!(day.doubts[0].code, Code::EraOverrun, "{overrun}");
        }
    }
}
