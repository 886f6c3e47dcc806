//! 保存期間: how long something is kept.

mod english;
mod event;
mod phrase;
pub(super) mod span;
pub(super) mod tidy;

use super::choice::ticked;
use super::{Aside, Doubt, Reading, is_nothing};
use crate::finding::Code;
use crate::ledger::{Period, Retention, RetentionKind, Text, fold};
use crate::vocabulary::{Sign, Vocabulary};

/// A unit of time that a heading may set for its column: 保存期間（年）.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// 年.
    Years,
    /// 月, か月.
    Months,
    /// 週間.
    Weeks,
    /// 日.
    Days,
}

/// The unit that a heading sets for bare numbers: 保存期間（年）, 保存年数.
#[must_use]
pub fn unit_of(heading: &str) -> Option<Unit> {
    let parts = tidy::parts(heading);
    let labelled = ["単位:", "単位は", "単位"];
    let bracketed = parts.brackets.iter().find_map(|bracket| {
        let word = labelled.iter().find_map(|label| bracket.strip_prefix(label)).unwrap_or(bracket);
        match word.to_lowercase().as_str() {
            "年" | "年間" | "年数" | "years" | "year" | "yr" | "yrs" | "y" => Some(Unit::Years),
            "月" | "ヶ月" | "か月" | "カ月" | "ケ月" | "ヵ月" | "箇月" | "月数" | "月間" | "months" | "month" => {
                Some(Unit::Months)
            }
            "週" | "週間" | "weeks" | "week" => Some(Unit::Weeks),
            "日" | "日間" | "日数" | "days" | "day" => Some(Unit::Days),
            _ => None,
        }
    });
    let endings = [("年数", Unit::Years), ("年限", Unit::Years), ("月数", Unit::Months), ("日数", Unit::Days)];
    bracketed.or_else(|| endings.into_iter().find_map(|(end, unit)| parts.main.ends_with(end).then_some(unit)))
}

/// How long a cell says that something is kept. A bare number counts in the unit of the heading, if it sets one.
#[must_use]
pub fn retention(text: &str, unit: Option<Unit>, vocabulary: &Vocabulary) -> Reading<Retention> {
    if let Some(aside) = Aside::of(text) {
        return retention(aside.words, unit, vocabulary).map(|read| Retention {
            after: aside.event.or(read.after),
            text: aside.text,
            ..read
        });
    }
    if is_nothing(text, vocabulary) {
        let text = (!text.trim().is_empty()).then(|| text.into());
        return Reading::sure(Retention { text, ..Retention::default() });
    }
    if let Some([only]) = ticked(text).as_deref() {
        let reading = retention(only, unit, vocabulary);
        return reading.map(|read| Retention { text: Some(text.into()), ..read });
    }
    let parts = tidy::parts(text);
    let undecided = vocabulary.signs.whole(&fold(&parts.main)) == Some(Sign::Unsettled);
    let twice = in_two_languages(text, unit, vocabulary);
    let read = if twice.is_some() {
        twice
    } else if undecided {
        Some(Retention::default())
    } else if is_english(&parts.main) && !is_era_day(&parts.main) {
        english::read(text, unit, vocabulary)
    } else {
        phrase::read(&parts, unit, vocabulary)
    };
    let read = read.filter(|read| read.after.as_ref().is_none_or(|event| is_named(event)) && read.period.is_none_or(is_meant));
    let read = read.unwrap_or(Retention { kind: RetentionKind::Unreadable, ..Retention::default() });
    let value = Retention { text: Some(text.into()), ..read };
    match value.kind {
        RetentionKind::NotStated => Reading::doubtful(value, Doubt::new(Code::RetentionUndecided, &[text])),
        RetentionKind::Unreadable => Reading::doubtful(value, Doubt::new(Code::RetentionUnreadable, &[text])),
        _ => Reading::sure(value),
    }
}

/// What a cell says twice, in English and in Japanese: `2 years after leaving / 退会後2年`. Where the two do not agree it
/// cannot be read; nothing where one of them says nothing that can be.
fn in_two_languages(text: &str, unit: Option<Unit>, vocabulary: &Vocabulary) -> Option<Retention> {
    // A cell of slashes has as many halves, and each is read.
    const LONGEST: usize = 600;
    if text.len() > LONGEST {
        return None;
    }
    let is_foreign = |half: &str| is_english(&tidy::parts(half).main);
    let mut halves = text.char_indices().filter(|(_, letter)| matches!(letter, '/' | '／' | '\n')).map(|(at, letter)| {
        let (first, second) = (&text[..at], &text[at + letter.len_utf8()..]);
        if is_foreign(first) { (second, first) } else { (first, second) }
    });
    let (japanese, english) = halves.find(|(japanese, english)| is_foreign(english) && !japanese.is_ascii())?;
    let (japanese, english) = (retention(japanese, unit, vocabulary), retention(english, unit, vocabulary));
    let same = japanese.value.kind == english.value.kind && japanese.value.period == english.value.period;
    let read = if same { japanese.value } else { Retention { kind: RetentionKind::Unreadable, ..Retention::default() } };
    (japanese.doubts.is_empty() && english.doubts.is_empty()).then_some(read)
}

/// The event that a cell of 起算点 names: 退職 of 退職日の翌日から; none where it says nothing.
#[must_use]
pub fn starting_event(text: &str, vocabulary: &Vocabulary) -> Option<Text> {
    if is_nothing(text, vocabulary) || vocabulary.signs.meaning(text) == Some(Sign::Unsettled) {
        return None;
    }
    if text.is_ascii() {
        let words: Vec<&str> = text.split_whitespace().collect();
        let starts =
            words.iter().take_while(|word| ["from", "after", "since", "upon", "the"].contains(&word.to_lowercase().as_str())).count();
        return (starts < words.len()).then(|| words[starts..].join(" ").into());
    }
    let main = tidy::parts(text).main;
    let event = match event::start(&main) {
        event::Start::Event(event) => event,
        event::Start::Unsaid | event::Start::Unclear => event::moment(&main).to_owned(),
    };
    (!event.is_empty()).then(|| event.into())
}

/// Whether words name an event at all: →後5年 does not.
fn is_named(event: &str) -> bool {
    event.chars().any(char::is_alphanumeric)
}

/// Whether a ledger can mean a period: nothing is kept for no time (0年), and 2000年 is a year of the calendar or a slip.
fn is_meant(period: Period) -> bool {
    let counts = [period.years, period.months, period.weeks, period.days];
    period != Period::default() && period.years < span::MOST && counts.iter().all(|count| *count < span::MOST_COUNT)
}

/// Whether the words are a day in an era written with its letter: R12.3.31.
fn is_era_day(main: &str) -> bool {
    let digits = main.strip_prefix(|letter: char| "MTSHRmtshr".contains(letter)).unwrap_or_default();
    digits.starts_with(|letter: char| letter.is_ascii_digit())
        && digits.chars().all(|letter| letter.is_ascii_digit() || "./-".contains(letter))
}

/// Whether the words are Latin ones.
pub(super) fn is_english(main: &str) -> bool {
    let latin = main.chars().filter(char::is_ascii_alphabetic).count();
    latin > 0 && main.is_ascii()
}

/// Whether words say what becomes of records that are not kept any longer: 溶解, 返却する.
#[must_use]
pub fn disposes(words: &str) -> bool {
    event::says_gone(words)
}

/// The only period that English words name.
pub(super) fn english_period(text: &str) -> Option<Period> {
    english::only_period(text)
}

#[cfg(test)]
mod tests;
