//! The days that a text names, in eras and in the common count.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use unicode_normalization::UnicodeNormalization;

use super::number::kanji_digit;

/// What looks like a day within a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// Year, month and day: the day, if the calendar has it, and whether it lies outside its era.
    Day { day: Option<NaiveDate>, overrun: bool },
    /// A part is lacking.
    Incomplete,
}

/// An era: how it is written, the year before its first, and its first and last day.
struct Era {
    names: [&'static str; 3],
    before: i32,
    first: (i32, u32, u32),
    last: (i32, u32, u32),
}

/// The eras since 明治.
const ERAS: [Era; 5] = [
    Era { names: ["令和", "令", "r"], before: 2018, first: (2019, 5, 1), last: (9999, 12, 31) },
    Era { names: ["平成", "平", "h"], before: 1988, first: (1989, 1, 8), last: (2019, 4, 30) },
    Era { names: ["昭和", "昭", "s"], before: 1925, first: (1926, 12, 25), last: (1989, 1, 7) },
    Era { names: ["大正", "大", "t"], before: 1911, first: (1912, 7, 30), last: (1926, 12, 24) },
    Era { names: ["明治", "明", "m"], before: 1867, first: (1868, 10, 23), last: (1912, 7, 29) },
];

/// The years that a ledger can mean, from 明治 on. A day of another year is a slip (0024) or stands for no day (9999/12/31).
pub(super) const YEARS: Range<i32> = 1868..2200;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What looks like days within a text, from its start.
pub(super) fn days_in(text: &str) -> Vec<Found> {
    let letters = plain(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let cut = at > 0 && letters[at - 1].is_ascii_alphanumeric() && letters[at].is_ascii_alphanumeric();
        let reader = Reader { letters: &letters, at };
        let read = if cut { None } else { reader.by_year().or_else(|| reader.by_month_name()).or_else(|| reader.year_last()) };
        match read {
            Some((one, end)) => {
                found.push(one);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    if found.is_empty() && has_month_or_day(&letters) {
        found.push(Found::Incomplete);
    }
    found
}

/// The letters of a text in their plain form: half width, small, one kind of bar and of space, kanji numerals before 年月日 as digits.
fn plain(text: &str) -> Vec<char> {
    let folded: Vec<char> = text
        .nfkc()
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | 'ー' | '─' => '-',
            space if space.is_whitespace() => ' ',
            other => other,
        })
        .collect();
    let mut plain = Vec::with_capacity(folded.len());
    let mut at = 0;
    while at < folded.len() {
        let run: Vec<char> = folded[at..]
            .iter()
            .copied()
            .take_while(|letter| kanji_digit(*letter).is_some() || matches!(letter, '十' | '○' | '〇'))
            .collect();
        let ends = folded.get(at + run.len()).is_some_and(|next| matches!(next, '年' | '月' | '日'));
        if !run.is_empty() && ends {
            plain.extend(kanji_number(&run).to_string().chars());
            at += run.len();
        } else if folded[at] == '元' && folded.get(at + 1) == Some(&'年') {
            plain.push('1');
            at += 1;
        } else {
            plain.push(folded[at]);
            at += 1;
        }
    }
    plain
}

/// 二十五 is 25, 二〇二四 is 2024.
fn kanji_number(run: &[char]) -> u32 {
    let mut value: u32 = 0;
    for (at, letter) in run.iter().enumerate() {
        let tens = run.get(at + 1) == Some(&'十');
        match letter {
            '十' if at == 0 => value = 10,
            '十' => {}
            _ => {
                let digit = kanji_digit(*letter).unwrap_or(0);
                let after_tens = at > 0 && run[at - 1] == '十';
                value = if tens {
                    digit * 10
                } else if after_tens {
                    value.saturating_add(digit)
                } else {
                    value.saturating_mul(10).saturating_add(digit)
                };
            }
        }
    }
    value
}

/// A place within letters from which a day is read.
#[derive(Clone, Copy)]
struct Reader<'a> {
    letters: &'a [char],
    at: usize,
}

impl Reader<'_> {
    /// `2024/7/1`, `令和6年7月1日`: the year first. An apostrophe stands for its century: `'24/7/1`.
    fn by_year(mut self) -> Option<(Found, usize)> {
        let era = self.era();
        let short = era.is_none() && self.apostrophe();
        self.spaces();
        let (digits, year) = self.number(4)?;
        let year = match era {
            None if short && digits == 2 => i32::try_from(year).ok()? + if year < 70 { 2000 } else { 1900 },
            Some(era) if digits <= 2 && year > 0 => era.before + i32::try_from(year).ok()?,
            None if digits == 4 => i32::try_from(year).ok()?,
            _ => return None,
        };
        let of_year = self.at;
        if self.separator("年/.-").is_none() {
            let alone = era.is_some() || of_year == self.letters.len();
            return (alone && YEARS.contains(&year)).then_some((Found::Incomplete, of_year));
        }
        let Some((_, month)) = self.number(2) else { return Some((Found::Incomplete, self.at)) };
        if self.separator("月/.-").is_none() {
            return Some((Found::Incomplete, self.at));
        }
        let Some((_, day)) = self.number(2) else { return Some((Found::Incomplete, self.at)) };
        Some((found(era, year, month, day), self.at))
    }

    /// `July 1, 2024`, `1 July 2024` and `1-Jul-2024`.
    fn by_month_name(mut self) -> Option<(Found, usize)> {
        let first = self.number(2).map(|(_, day)| day);
        self.skip(" -/.");
        let month = self.month_name()?;
        self.skip(" ,.-/");
        let day = match first {
            Some(day) => day,
            None => self.number(2)?.1,
        };
        self.skip(" ,.-/");
        let (digits, year) = self.number(4)?;
        (digits == 4).then_some(())?;
        Some((found(None, i32::try_from(year).ok()?, month, day), self.at))
    }

    /// `31/12/2023`, where only one order is a day; a two-digit year is none.
    fn year_last(mut self) -> Option<(Found, usize)> {
        let (_, first) = self.number(2)?;
        let separator = self.separator("/.-")?;
        let (_, second) = self.number(2)?;
        self.separator(&separator.to_string())?;
        let (digits, year) = self.number(4)?;
        let unclear = (Found::Day { day: None, overrun: false }, self.at);
        if digits != 4 {
            return Some(unclear);
        }
        let year = i32::try_from(year).ok()?;
        let orders = [calendar_day(year, first, second), calendar_day(year, second, first)];
        match orders {
            [Some(day), None] | [None, Some(day)] => Some((Found::Day { day: Some(day), overrun: false }, self.at)),
            [Some(a), Some(b)] if a == b => Some((Found::Day { day: Some(a), overrun: false }, self.at)),
            _ => Some(unclear),
        }
    }

    fn era(&mut self) -> Option<&'static Era> {
        let rest: String = self.letters[self.at..].iter().take(2).collect();
        let (era, name) = ERAS.iter().find_map(|era| era.names.iter().find(|name| rest.starts_with(**name)).map(|name| (era, *name)))?;
        self.at += name.chars().count();
        self.skip(" .");
        Some(era)
    }

    /// Steps over an apostrophe. Whether there is one.
    fn apostrophe(&mut self) -> bool {
        let is_one = self.letters.get(self.at).is_some_and(|letter| matches!(letter, '\'' | '’' | '‘'));
        self.at += usize::from(is_one);
        is_one
    }

    /// A number of up to so many digits, not cut out of a longer one: how many digits, and its value.
    fn number(&mut self, most: usize) -> Option<(usize, u32)> {
        let digits: String = self.letters[self.at..].iter().take_while(|letter| letter.is_ascii_digit()).collect();
        if digits.is_empty() || digits.len() > most {
            return None;
        }
        self.at += digits.len();
        Some((digits.len(), digits.parse().ok()?))
    }

    fn separator(&mut self, of: &str) -> Option<char> {
        let before = *self;
        self.spaces();
        let letter = self.letters.get(self.at).copied().filter(|letter| of.contains(*letter));
        if letter.is_none() {
            *self = before;
            return None;
        }
        self.at += 1;
        self.spaces();
        letter
    }

    fn month_name(&mut self) -> Option<u32> {
        let word: String = self.letters[self.at..].iter().take_while(|letter| letter.is_ascii_alphabetic()).collect();
        let month = MONTHS.iter().position(|name| word.starts_with(name))?;
        self.at += word.len();
        u32::try_from(month + 1).ok()
    }

    fn spaces(&mut self) {
        self.skip(" ");
    }

    fn skip(&mut self, of: &str) {
        while self.letters.get(self.at).is_some_and(|letter| of.contains(*letter)) {
            self.at += 1;
        }
    }
}

/// Whether a text without a day has a month or a day at all: `7月1日`, `7/1`.
fn has_month_or_day(letters: &[char]) -> bool {
    let before = letters.windows(2).any(|pair| pair[0].is_ascii_digit() && matches!(pair[1], '月' | '日' | '年'));
    before || letters.windows(3).any(|three| three[0].is_ascii_digit() && three[1] == '/' && three[2].is_ascii_digit())
}

fn found(era: Option<&Era>, year: i32, month: u32, day: u32) -> Found {
    let day = calendar_day(year, month, day);
    let tuple = |day: NaiveDate| (day.year(), day.month(), day.day());
    let overrun = era.zip(day).is_some_and(|(era, day)| !(era.first..=era.last).contains(&tuple(day)));
    Found::Day { day, overrun }
}

/// The day of the calendar, where it has it and a ledger can mean it.
fn calendar_day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).filter(|_| YEARS.contains(&year))
}
