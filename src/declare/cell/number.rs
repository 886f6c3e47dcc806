//! Numbers as people write them: `1,000`, `3万5千`, `三百`.

use crate::ledger::fold;

/// A number within a folded text: where it begins and ends in bytes, and its value; none where the signs make no one number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) value: Option<f64>,
}

/// The numbers within a folded text.
pub(super) fn numbers(folded: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, letter) in folded.char_indices().chain([(folded.len(), ' ')]) {
        let is_part = is_numeral(letter) || (start.is_some() && matches!(letter, ',' | '.' | '、'));
        match (start, is_part) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let run = folded[from..at].trim_end_matches([',', '.', '、']);
                found.push(Found { start: from, end: from + run.len(), value: value(run) });
                start = None;
            }
            _ => {}
        }
    }
    found
}

fn is_numeral(letter: char) -> bool {
    letter.is_ascii_digit() || kanji_digit(letter).is_some() || unit(letter).is_some()
}

pub(super) fn kanji_digit(letter: char) -> Option<u32> {
    "一二三四五六七八九".chars().position(|kanji| kanji == letter).and_then(|at| u32::try_from(at + 1).ok())
}

fn unit(letter: char) -> Option<f64> {
    match letter {
        '十' => Some(10.0),
        '百' => Some(100.0),
        '千' => Some(1000.0),
        '万' => Some(10_000.0),
        '億' => Some(100_000_000.0),
        _ => None,
    }
}

/// The value of a run of numerals: digits count the unit after them; 十百千 add up to what 万 and 億 multiply.
fn value(run: &str) -> Option<f64> {
    let (mut total, mut section) = (0.0, None);
    let mut digits = String::new();
    for letter in run.chars() {
        if let Some(unit) = unit(letter) {
            let counted = if digits.is_empty() { None } else { Some(plain(&digits)?) };
            digits.clear();
            if unit < 10_000.0 {
                section = Some(section.unwrap_or(0.0) + counted.unwrap_or(1.0) * unit);
            } else {
                let multiplied = counted.map_or(section, |counted| Some(section.unwrap_or(0.0) + counted));
                total += multiplied.unwrap_or(1.0) * unit;
                section = None;
            }
        } else if let Some(kanji) = kanji_digit(letter) {
            digits.push(char::from_digit(kanji, 10)?);
        } else {
            digits.push(letter);
        }
    }
    let rest = if digits.is_empty() { 0.0 } else { plain(&digits)? };
    Some(total + section.unwrap_or(0.0) + rest)
}

/// A number of Arabic digits; commas part groups of three.
fn plain(digits: &str) -> Option<f64> {
    let mut groups = digits.split([',', '、']);
    let first = groups.next()?;
    let mut joined = first.to_owned();
    for group in groups {
        let whole = group.split('.').next()?;
        if whole.len() != 3 || first.len() > 3 || first.is_empty() {
            return None;
        }
        joined.push_str(group);
    }
    joined.parse().ok()
}

/// A text without its closed brackets and what stands in them, folded.
pub(super) fn without_brackets(text: &str) -> String {
    let folded = fold(text);
    let mut outside = String::new();
    let mut rest = folded.as_str();
    while let Some(open) = rest.find(['(', '[', '【', '「', '<']) {
        let Some(close) = rest[open..].find([')', ']', '】', '」', '>']) else { break };
        outside.push_str(&rest[..open]);
        let closing = rest[open + close..].chars().next().map_or(1, char::len_utf8);
        rest = &rest[open + close + closing..];
    }
    outside.push_str(rest);
    outside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_one_value_each() {
        for (text, values) in [
            ("131,000", &[Some(131_000.0)][..]),
            ("3万", &[Some(30_000.0)]),
            ("3万5千", &[Some(35_000.0)]),
            ("1万2000", &[Some(12_000.0)]),
            ("1.5万", &[Some(15_000.0)]),
            ("三百二十", &[Some(320.0)]),
            ("五千万", &[Some(50_000_000.0)]),
            ("千", &[Some(1000.0)]),
            ("1,00", &[None]),
            ("100~200", &[Some(100.0), Some(200.0)]),
            ("", &[]),
        ] {
            assert_eq!(numbers(text).iter().map(|found| found.value).collect::<Vec<_>>(), values, "{text}");
        }
    }
}
