//! Days and times as the formats store them, to values.
//!
//! A day, with or without a time, is a date. A time of day alone and a duration are no date: they are taken as the text that
//! people see, `9:30` or `36:00`.

use std::borrow::Cow;

use calamine::ExcelDateTime;
use chrono::{NaiveDate, NaiveDateTime};

use super::frame::WireValue;

/// The value of a serial number under the format of a date, a time or a duration.
pub(super) fn of_serial(serial: ExcelDateTime) -> WireValue<'static> {
    let number = serial.as_f64();
    if number < 0.0 {
        return WireValue::Number(number);
    }
    if serial.is_duration() {
        return clock(number * 86_400.0);
    }
    let (year, month, day, hour, minute, second, milli) = serial.to_ymd_hms_milli();
    // Below 1 there is no day in the epoch of 1900; in that of 1904 a whole 0 is its first day.
    if number < 1.0 && (number > 0.0 || year < 1904) {
        return if number > 0.0 { clock(number * 86_400.0) } else { WireValue::Number(number) };
    }
    let at = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
        .filter(|_| number < 2_958_466.0)
        .and_then(|date| date.and_hms_milli_opt(u32::from(hour), u32::from(minute), u32::from(second), u32::from(milli)));
    // 1900-02-29 is a day in Excel and nowhere else.
    at.map_or(WireValue::Number(number), of_moment)
}

/// The value of `2024-07-01`, `2024-07-01T09:30:00` or the like; the text itself where it is none.
pub(super) fn of_iso(text: &str) -> WireValue<'static> {
    let day = || NaiveDate::parse_from_str(text, "%Y-%m-%d").map(|day| day.and_hms_opt(0, 0, 0).unwrap_or_default());
    let plain = text.strip_suffix('Z').unwrap_or(text);
    let moment = NaiveDateTime::parse_from_str(plain, "%Y-%m-%dT%H:%M:%S%.f");
    match moment.or_else(|_| NaiveDateTime::parse_from_str(plain, "%Y-%m-%dT%H:%M")).or_else(|_| day()) {
        Ok(at) => of_moment(at),
        Err(_) => WireValue::Text(Cow::Owned(text.to_owned())),
    }
}

/// The value of `PT9H30M0S` or the like; the text itself where it is none.
pub(super) fn of_iso_duration(text: &str) -> WireValue<'static> {
    match seconds(text) {
        Some(seconds) => clock(seconds),
        None => WireValue::Text(Cow::Owned(text.to_owned())),
    }
}

fn seconds(text: &str) -> Option<f64> {
    let (days, times) = text.strip_prefix('P')?.split_once('T')?;
    let mut total = match days.strip_suffix('D') {
        Some(days) => days.parse::<f64>().ok()? * 86_400.0,
        None if days.is_empty() => 0.0,
        None => return None,
    };
    let mut rest = times;
    while let Some(end) = rest.find(|c: char| c.is_ascii_alphabetic()) {
        let number: f64 = rest[..end].replace(',', ".").parse().ok()?;
        total += number
            * match &rest[end..=end] {
                "H" => 3_600.0,
                "M" => 60.0,
                "S" => 1.0,
                _ => return None,
            };
        rest = &rest[end + 1..];
    }
    (rest.is_empty() && total >= 0.0).then_some(total)
}

fn of_moment(at: NaiveDateTime) -> WireValue<'static> {
    WireValue::Date(at.and_utc().timestamp_millis())
}

/// Hours and minutes, and seconds where there are any.
fn clock(seconds: f64) -> WireValue<'static> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative, and a cast of too much stops at the most")]
    let seconds = seconds.round() as u64;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    WireValue::Text(Cow::Owned(match seconds {
        0 => format!("{hours}:{minutes:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }))
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    use super::*;

    fn date(text: &str) -> WireValue<'static> {
        of_moment(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a day and a time"))
    }

    fn text(text: &str) -> WireValue<'_> {
        WireValue::Text(Cow::Borrowed(text))
    }

    #[test]
    fn serials() {
        let of = |number, kind, is_1904| of_serial(ExcelDateTime::new(number, kind, is_1904));
        assert_eq!(of(45_474.0, DateTime, false), date("2024-07-01 00:00"));
        assert_eq!(of(45_474.5, DateTime, false), date("2024-07-01 12:00"));
        assert_eq!(of(1.0, DateTime, false), date("1900-01-01 00:00"));
        assert_eq!(of(61.0, DateTime, false), date("1900-03-01 00:00"));
        assert_eq!(of(60.0, DateTime, false), WireValue::Number(60.0));
        assert_eq!(of(0.0, DateTime, true), date("1904-01-01 00:00"));
        assert_eq!(of(44_012.0, DateTime, true), date("2024-07-01 00:00"));
        assert_eq!(of(0.395_833_333_333, DateTime, false), text("9:30"));
        assert_eq!(of(1.5, TimeDelta, false), text("36:00"));
        assert_eq!(of(-1.0, DateTime, false), WireValue::Number(-1.0));
        assert_eq!(of(1e300, DateTime, false), WireValue::Number(1e300));
    }

    #[test]
    fn iso() {
        assert_eq!(of_iso("2024-07-01"), date("2024-07-01 00:00"));
        assert_eq!(of_iso("2024-07-01T09:30:00"), date("2024-07-01 09:30"));
        assert_eq!(of_iso("2024-07-01T09:30:00.000Z"), date("2024-07-01 09:30"));
        assert_eq!(of_iso("soon"), text("soon"));
        assert_eq!(of_iso_duration("PT09H30M00S"), text("9:30"));
        assert_eq!(of_iso_duration("P1DT12H0M5S"), text("36:00:05"));
        assert_eq!(of_iso_duration("PT1Ö"), text("PT1Ö"));
    }
}
