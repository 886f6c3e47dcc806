//! Names and numbers: one line, without what a footnote adds.

use super::blank::is_nothing;
use super::literal::literal;
use crate::ledger::Text;
use crate::vocabulary::Vocabulary;

/// The name or the number that a cell gives; none where it says nothing.
#[must_use]
pub fn name(text: &str, vocabulary: &Vocabulary) -> Option<Text> {
    literal(text).or_else(|| (!is_nothing(text, vocabulary)).then(|| without_footnote(text)))
}

/// The words of a cell whose words are one name, whatever they are: as they stand where they are in quotation marks.
#[must_use]
pub fn whole(text: &str) -> Text {
    literal(text).unwrap_or_else(|| text.trim().into())
}

/// Words without the footnote mark behind them, on one line.
fn without_footnote(text: &str) -> Text {
    let trimmed = text.trim();
    let digits = |letter: char| letter.is_ascii_digit() || ('０'..='９').contains(&letter);
    let bare = trimmed.trim_end_matches([')', '）']).trim_end_matches(digits);
    let cut = ["※", "＊", "*", "（注", "(注", "（※", "(※"]
        .iter()
        .filter_map(|mark| bare.strip_suffix(mark))
        .map(str::trim_end)
        .min_by_key(|rest| rest.len());
    let short = match cut {
        Some(rest) if !rest.is_empty() => rest,
        _ => trimmed,
    };
    if short.len() == text.len() && !short.contains('\n') {
        return text.into();
    }
    let mut one_line = String::with_capacity(short.len());
    for part in short.lines().map(str::trim).filter(|part| !part.is_empty()) {
        let latin = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
        if latin(one_line.chars().next_back()) && latin(part.chars().next()) {
            one_line.push(' ');
        }
        one_line.push_str(part);
    }
    one_line.into()
}
