//! Spans of time within words: 5年, 三か月, 1年6ヶ月, 半年. What is a day of the calendar (2026年3月31日, 令和6年度) is no span.

use crate::ledger::Period;

/// A span of time and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::declare::cell) struct Span {
    /// Where it begins, in bytes.
    pub(in crate::declare::cell) start: usize,
    /// Where it ends, in bytes.
    pub(in crate::declare::cell) end: usize,
    /// How long it is.
    pub(in crate::declare::cell) period: Period,
}

/// What counts years from an emperor's accession, so that 6年 after it is a year and no span.
const ERAS: [&str; 8] = ["令和", "平成", "昭和", "大正", "令", "平", "昭", "西暦"];
/// What makes a year or a grade of a 年 that it follows: 3年度, 2年生.
const NOT_AFTER_YEAR: [char; 8] = ['度', '生', '次', '目', '式', '号', '齢', '代'];
/// The letters between a number and 月 or 年 that make it a span: 3ヶ月, 5カ年.
const COUNTERS: [char; 7] = ['か', 'カ', 'ヶ', 'ケ', 'ヵ', '箇', '個'];
/// From here on a number of years is a slip or a year of the calendar.
pub(super) const MOST: u32 = 1_900;
/// From here on any number of units is a slip.
pub(super) const MOST_COUNT: u32 = 100_000;

/// The spans of a text, in its order.
pub(in crate::declare::cell) fn spans(text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let before = &text[..at];
        if let Some(length) = calendar(before, &text[at..]) {
            at += length;
        } else if let Some((period, length)) = span(&text[at..]) {
            spans.push(Span { start: at, end: at + length, period });
            at += length;
        } else if let Some((_, length)) = number(&text[at..]) {
            at += length;
        } else {
            at += letter.len_utf8();
        }
    }
    spans
}

/// How many months and days a period has, so that 1年 and 12か月 are one.
pub(in crate::declare::cell) fn length(period: Period) -> (u64, u64) {
    (u64::from(period.years) * 12 + u64::from(period.months), u64::from(period.weeks) * 7 + u64::from(period.days))
}

/// The bytes of a year or a day of the calendar that a text begins with: 2026年3月31日, (令和)6年度, 3月31日.
fn calendar(before: &str, text: &str) -> Option<usize> {
    let (count, digits) = number(text)?;
    let rest = &text[digits..];
    if let Some(after) = rest.strip_prefix('年') {
        let counted = ERAS.iter().any(|era| before.ends_with(era)) || count.whole() >= MOST || era_letter(before);
        if !counted {
            return None;
        }
        let year = text.len() - after.len();
        return Some(year + month(after).unwrap_or(0));
    }
    month(text)
}

/// Whether R, H or S of an era stands alone at the end.
fn era_letter(before: &str) -> bool {
    let mut letters = before.chars().rev();
    letters.next().is_some_and(|letter| "RHSTrhst".contains(letter)) && letters.next().is_none_or(|letter| !letter.is_ascii_alphabetic())
}

/// The bytes of a month of the year, and of its day, that a text begins with: 3月, 3月31日.
fn month(text: &str) -> Option<usize> {
    let (count, digits) = number(text)?;
    let after = text[digits..].strip_prefix('月').filter(|after| !after.starts_with('間'))?;
    if !(1..=12).contains(&count.whole()) {
        return None;
    }
    let day = number(after).filter(|(_, digits)| after[*digits..].starts_with('日')).map_or(0, |(_, digits)| digits + '日'.len_utf8());
    Some(text.len() - after.len() + day)
}

/// The span that a text begins with, and its bytes. Parts follow each other from the long to the short: 1年6か月.
fn span(text: &str) -> Option<(Period, usize)> {
    if let Some(rest) = text.strip_prefix("半年") {
        let end = text.len() - rest.strip_prefix('間').unwrap_or(rest).len();
        return Some((Period { months: 6, ..Period::default() }, end));
    }
    let mut period = Period::default();
    let mut rest = text;
    let mut rank = 0;
    while let Some((part, this_rank, after)) = part(rest, rank) {
        period.years += part.years;
        period.months += part.months;
        period.weeks += part.weeks;
        period.days += part.days;
        rank = this_rank;
        rest = after;
        let Some(next) = rest.strip_prefix('と').or(Some(rest)) else { break };
        if self::part(next, rank).is_none() {
            break;
        }
        rest = next;
    }
    (rank > 0).then(|| (period, text.len() - rest.len()))
}

/// One number with its unit, its rank (years 1 … days 4), and what follows. A rank that is not below the last one is no part.
fn part(text: &str, last: u8) -> Option<(Period, u8, &str)> {
    let (count, digits) = number(text)?;
    let rest = &text[digits..];
    let counted = rest.strip_prefix(COUNTERS);
    let (period, rank, rest) = if let Some(after) = counted.unwrap_or(rest).strip_prefix('年') {
        if after.starts_with(NOT_AFTER_YEAR) || count.whole() >= MOST {
            return None;
        }
        let (half, after) = after.strip_prefix("半").map_or((0, after), |after| (6, after));
        let months = count.times(12)? + half;
        let period = Period { years: months / 12, months: months % 12, ..Period::default() };
        (period, 1, after.strip_prefix('間').unwrap_or(after))
    } else if let Some(after) = month_unit(rest, counted, last) {
        (Period { months: count.times(1)?, ..Period::default() }, 2, after)
    } else if let Some(after) = rest.strip_prefix('週') {
        (Period { weeks: count.times(1)?, ..Period::default() }, 3, after.strip_prefix('間').unwrap_or(after))
    } else if let Some(after) = rest.strip_prefix("時間") {
        // 72時間 is three days; hours that make no whole days are no period.
        let hours = count.times(1).filter(|hours| hours.is_multiple_of(24))?;
        (Period { days: hours / 24, ..Period::default() }, 4, after)
    } else {
        let after = rest.strip_prefix("営業日").is_none().then(|| rest.strip_prefix('日')).flatten()?;
        (Period { days: count.times(1)?, ..Period::default() }, 4, after.strip_prefix('間').unwrap_or(after))
    };
    let short = count.whole() < MOST_COUNT;
    (rank > last && short).then_some((period, rank, rest))
}

/// What follows a unit of months: か月, 月間, or 月 alone after years (1年6月), since 6月 alone is June.
fn month_unit<'a>(rest: &'a str, counted: Option<&'a str>, last: u8) -> Option<&'a str> {
    if let Some(after) = counted.and_then(|rest| rest.strip_prefix('月')) {
        return Some(after.strip_prefix('間').unwrap_or(after));
    }
    let after = rest.strip_prefix('月')?;
    let alone = last == 1 && !after.starts_with('末');
    after.strip_prefix('間').or_else(|| alone.then_some(after))
}

/// A number in hundredths, so that 1.5年 is a year and a half.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::declare::cell) struct Count(u32);

impl Count {
    /// Without its fraction.
    pub(in crate::declare::cell) fn whole(self) -> u32 {
        self.0 / 100
    }

    /// Times a factor, where that is a whole number.
    pub(in crate::declare::cell) fn times(self, factor: u32) -> Option<u32> {
        let hundredths = self.0.checked_mul(factor)?;
        hundredths.is_multiple_of(100).then_some(hundredths / 100)
    }
}

/// The number that a text begins with, in digits or kanji, and its bytes.
pub(in crate::declare::cell) fn number(text: &str) -> Option<(Count, usize)> {
    let digits = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    if digits == 0 {
        return kanji_number(text);
    }
    let whole: u32 = text[..digits].parse().ok().filter(|whole| *whole < 1_000_000)?;
    let fraction = text[digits..].strip_prefix('.').map_or("", |rest| {
        let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
        &rest[..end]
    });
    let hundredths = match fraction.len() {
        0 => 0,
        1 => fraction.parse::<u32>().ok()? * 10,
        2 => fraction.parse().ok()?,
        _ => return None,
    };
    let length = digits + if fraction.is_empty() { 0 } else { 1 + fraction.len() };
    Some((Count(whole * 100 + hundredths), length))
}

/// The number in kanji that a text begins with: 三, 十, 二十五, 百, 二〇.
fn kanji_number(text: &str) -> Option<(Count, usize)> {
    let (mut total, mut digits, mut length) = (0_u32, None::<u32>, 0);
    for letter in text.chars() {
        let digit = "〇一二三四五六七八九".chars().position(|digit| digit == letter).and_then(|digit| u32::try_from(digit).ok());
        if let Some(digit) = digit {
            digits = Some(digits.unwrap_or(0).checked_mul(10)?.checked_add(digit)?);
        } else if let Some(ten) = [('十', 10), ('百', 100)].into_iter().find_map(|(sign, ten)| (sign == letter).then_some(ten)) {
            total = total.checked_add(digits.take().unwrap_or(1).checked_mul(ten)?)?;
        } else {
            break;
        }
        length += letter.len_utf8();
    }
    let total = total.checked_add(digits.unwrap_or(0)).filter(|total| *total < 1_000_000)?;
    (length > 0).then_some((Count(total * 100), length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_found_and_days_of_the_calendar_are_not() {
        for (text, found) in [
            ("5年間", "P5Y"),
            ("三年", "P3Y"),
            ("二十五年保存", "P25Y"),
            ("3ヶ月", "P3M"),
            ("3箇月", "P3M"),
            ("3ケ月間", "P3M"),
            ("5カ年", "P5Y"),
            ("1年半", "P1Y6M"),
            ("1年6ヶ月", "P1Y6M"),
            ("1年6月", "P1Y6M"),
            ("1.5年", "P1Y6M"),
            ("半年", "P6M"),
            ("90日", "P90D"),
            ("2週間", "P2W"),
            ("退職後5年、紙は10年", "P5Y P10Y"),
            ("2026年3月31日まで", ""),
            ("令和8年3月31日まで", ""),
            ("R8年度", ""),
            ("3月31日から5年", "P5Y"),
            ("2年生の終わり", ""),
            ("6月", ""),
            ("一定期間", ""),
        ] {
            let all: Vec<_> = spans(text).into_iter().map(|span| span.period.to_string()).collect();
            assert_eq!(all.join(" "), found, "{text}");
        }
    }
}
