//! A phrase of retention in English: `5 years after contract end`, `until withdrawal of consent`.

use super::Unit;
use super::span::{MOST_COUNT, length};
use super::tidy::plain;
use crate::ledger::{Period, Retention, RetentionKind, fold};
use crate::vocabulary::Vocabulary;

/// Words after which a period starts.
const STARTS: [&str; 5] = ["after", "following", "from", "since", "post"];
/// Words of a choice or a bound.
const OPEN: [&str; 8] = ["or", "to", "between", "least", "minimum", "unless", "whichever", "and"];
/// Words beside a period that change nothing.
const FILLERS: [&str; 41] = [
    "for",
    "up",
    "a",
    "an",
    "the",
    "of",
    "period",
    "retained",
    "kept",
    "stored",
    "retention",
    "maximum",
    "max",
    "approx",
    "approximately",
    "about",
    "is",
    "are",
    "then",
    "deleted",
    "delete",
    "date",
    "rolling",
    "calendar",
    "data",
    "last",
    "as",
    "keep",
    "hold",
    "held",
    "store",
    "retain",
    "overwritten",
    "overwrite",
    "automatically",
    "auto",
    "erased",
    "purged",
    "removed",
    "destroyed",
    "disposed",
];

/// What a phrase says; none where it does not say one thing.
pub(super) fn read(text: &str, unit: Option<Unit>, vocabulary: &Vocabulary) -> Option<Retention> {
    let (main, brackets) = outside(&plain(text));
    if let Ok(period) = main.trim().parse::<Period>() {
        return Some(Retention { kind: RetentionKind::Period, period: Some(period), ..Retention::default() });
    }
    let words = words(&main);
    let kinds = kinds(&words, vocabulary);
    if kinds == [RetentionKind::NotStated] {
        return Some(Retention::default());
    }
    let spans = spans(&words, unit);
    match spans.as_slice() {
        [] => without_period(&words, &kinds, &brackets, unit),
        [(from, to, period)] => {
            let read = with_period(&words, *from, *to, *period, &kinds)?;
            let legal = vocabulary.retention.whole(&fold(&brackets)) == Some(RetentionKind::Statutory);
            let kind = if legal && read.kind == RetentionKind::Period { RetentionKind::Statutory } else { read.kind };
            Some(Retention { kind, ..read })
        }
        _ => None,
    }
}

/// The only period that the words name.
pub(super) fn only_period(text: &str) -> Option<Period> {
    match spans(&words(&plain(text)), None).as_slice() {
        [(_, _, period)] => Some(*period),
        _ => None,
    }
}

/// The words outside brackets, and those within.
fn outside(text: &str) -> (String, String) {
    let (mut main, mut within, mut depth) = (String::new(), String::new(), 0_usize);
    for letter in text.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => main.push(letter),
            _ => within.push(letter),
        }
    }
    if main.trim().is_empty() { (within, String::new()) } else { (main, within) }
}

/// Words and numbers, apart: `90d` is two, `5-7` three.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = ' ';
    for letter in text.chars() {
        let kind = |letter: char| match letter {
            letter if letter.is_ascii_digit() => 'd',
            letter if letter.is_alphabetic() || letter == '\'' => 'a',
            '~' | '-' | '–' | '+' | '/' => '-',
            _ => ' ',
        };
        match kind(letter) {
            ' ' => {}
            this if this == kind(last) && this != '-' => {
                if let Some(word) = words.last_mut() {
                    word.push(letter);
                }
            }
            _ => words.push(letter.to_string()),
        }
        last = letter;
    }
    words
}

/// The kinds that stretches of the words tell, each once.
fn kinds(words: &[String], vocabulary: &Vocabulary) -> Vec<RetentionKind> {
    const LONGEST: usize = 8;
    let mut kinds = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let ends = (at + 1..=words.len().min(at + LONGEST)).rev();
        let found = ends.into_iter().find_map(|end| Some((end, vocabulary.retention.whole(&fold(&words[at..end].concat()))?)));
        at = found.map_or(at + 1, |(end, _)| end);
        kinds.extend(found.map(|(_, kind)| kind).filter(|kind| *kind != RetentionKind::Unreadable));
    }
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// Periods, from which word to which.
fn spans(words: &[String], unit: Option<Unit>) -> Vec<(usize, usize, Period)> {
    let mut found: Vec<(usize, usize, Period)> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let hyphen = usize::from(words.get(at + 1).is_some_and(|word| word == "-"));
        let read = number(&words[at]).and_then(|count| Some((at + 2 + hyphen, period(count, words.get(at + 1 + hyphen)?)?)));
        let bare = || number(&words[at]).filter(|_| at + 1 == words.len()).zip(unit).map(|(count, unit)| (at + 1, of(count, unit)));
        let Some((end, period)) = read.or_else(bare) else {
            at += 1;
            continue;
        };
        match found.last_mut() {
            Some((_, last, before)) if *last == at && length(*before).0 > length(period).0 => {
                before.years += period.years;
                before.months += period.months;
                before.weeks += period.weeks;
                before.days += period.days;
                *last = end;
            }
            _ => found.push((at, end, period)),
        }
        at = end;
    }
    found
}

fn number(word: &str) -> Option<u32> {
    const WORDS: [&str; 12] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let word = word.to_lowercase();
    let named = || (1..).zip(WORDS).find_map(|(count, name)| (name == word).then_some(count));
    word.parse().ok().filter(|count| *count < MOST_COUNT).or_else(named)
}

fn period(count: u32, word: &str) -> Option<Period> {
    let unit = match word.to_lowercase().trim_end_matches('\'') {
        "years" | "year" | "yrs" | "yr" | "y" | "year's" => Unit::Years,
        "months" | "month" | "mos" | "mo" | "m" => Unit::Months,
        "weeks" | "week" | "wks" | "wk" | "w" => Unit::Weeks,
        "days" | "day" | "d" => Unit::Days,
        _ => return None,
    };
    Some(of(count, unit))
}

fn of(count: u32, unit: Unit) -> Period {
    let none = Period::default();
    match unit {
        Unit::Years => Period { years: count, ..none },
        Unit::Months => Period { months: count, ..none },
        Unit::Weeks => Period { weeks: count, ..none },
        Unit::Days => Period { days: count, ..none },
    }
}

fn with_period(words: &[String], from: usize, to: usize, period: Period, kinds: &[RetentionKind]) -> Option<Retention> {
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let (before, after) = (&lower[..from], &lower[to..]);
    let up_to = before.ends_with(&["up".to_owned(), "to".to_owned()]);
    let open = |words: &[String]| words.iter().any(|word| OPEN.contains(&word.as_str()) || number(word).is_some());
    let before = if up_to { &before[..before.len() - 2] } else { before };
    let start = after.first().filter(|word| STARTS.contains(&word.as_str()));
    if let Some(start) = start {
        if open(before) || (start == "from" && after.len() == 1) {
            return None;
        }
        let event = event(&words[to + 1..]);
        return (!event.is_empty() && !event_is_open(&after[1..])).then(|| Retention {
            kind: RetentionKind::AfterEvent,
            period: Some(period),
            after: Some(event.into()),
            ..Retention::default()
        });
    }
    if open(before) || open(after) || after.first().is_some_and(|word| word == "-" || word == "+") {
        return None;
    }
    if before.last().is_some_and(|word| word == "+" || word == "plus") && before.len() > 1 {
        let event = event(&words[..from - 1]);
        return Some(Retention {
            kind: RetentionKind::AfterEvent,
            period: Some(period),
            after: Some(event.into()),
            ..Retention::default()
        });
    }
    if kinds == [RetentionKind::Statutory] {
        return Some(Retention { kind: RetentionKind::Statutory, period: Some(period), ..Retention::default() });
    }
    // Deleted after 30 days: the period has no other start than the data itself.
    let before = before.strip_suffix(&["after".to_owned()]).unwrap_or(before);
    let plain = before.iter().chain(after).all(|word| FILLERS.contains(&word.as_str()));
    (plain && kinds.is_empty()).then(|| Retention { kind: RetentionKind::Period, period: Some(period), ..Retention::default() })
}

/// Whether a choice stands within the words of an event.
fn event_is_open(words: &[String]) -> bool {
    words.iter().any(|word| matches!(word.as_str(), "or" | "whichever" | "unless"))
}

/// The words of an event without an article at its start: `the contract end` is `contract end`. What a hyphen joins stays joined: `opt-out`.
fn event(words: &[String]) -> String {
    let skip = words.iter().take_while(|word| matches!(word.to_lowercase().as_str(), "the" | "a" | "an" | "date" | "of")).count();
    let mut event = String::new();
    for word in &words[skip.min(words.len())..] {
        let joins = |text: &str| text.ends_with(['-', '–', '/']);
        if !event.is_empty() && !joins(&event) && !joins(word) {
            event.push(' ');
        }
        event.push_str(word);
    }
    event
}

fn without_period(words: &[String], kinds: &[RetentionKind], brackets: &str, unit: Option<Unit>) -> Option<Retention> {
    match kinds {
        [RetentionKind::Statutory] => {
            let within = self::words(brackets);
            let period = match spans(&within, unit).as_slice() {
                [(_, _, period)] => Some(*period),
                _ => None,
            };
            return Some(Retention { kind: RetentionKind::Statutory, period, ..Retention::default() });
        }
        [kind] => return Some(Retention { kind: *kind, ..Retention::default() }),
        [] => {}
        _ => return None,
    }
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let begins = lower.iter().position(|word| matches!(word.as_str(), "until" | "till" | "during" | "upon" | "throughout"));
    if let Some(event) = while_it_lasts(words, &lower) {
        return Some(Retention { kind: RetentionKind::UntilEvent, after: Some(event.into()), ..Retention::default() });
    }
    let of = lower.windows(2).position(|pair| pair[0] == "duration" && pair[1] == "of").map(|at| at + 1);
    let event = event(&words[begins.or(of)? + 1..]);
    (!event.is_empty()).then(|| Retention { kind: RetentionKind::UntilEvent, after: Some(event.into()), ..Retention::default() })
}

/// What lasts as long as the data is kept: `as long as the contract is in force`.
fn while_it_lasts(words: &[String], lower: &[String]) -> Option<String> {
    let begins =
        lower.windows(3).position(|three| three[0] == "as" && matches!(three[1].as_str(), "long" | "far") && three[2] == "as")? + 3;
    let ends = [
        &["continues"][..],
        &["lasts"],
        &["exists"],
        &["is", "in", "force"],
        &["is", "active"],
        &["remains", "active"],
        &["remains", "in", "force"],
    ];
    let end = ends.iter().find(|end| lower.ends_with(&end.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>()))?;
    let event = event(words.get(begins..words.len() - end.len())?);
    (!event.is_empty() && !event_is_open(&lower[begins..])).then_some(event)
}
