//! What a heading itself says of the signs below it: 自 and 受 under 自社／受託 begin its words, K and D under 媒体（K：紙　D：データ） are its codes.

use crate::ledger::fold;
use crate::vocabulary::Concept;

use super::cell::Legend;
use super::column::Column;
use super::tell::leaf;

/// What stands for own and for entrusted data, whatever the heading lists.
const CAPACITY: [(&str, &str); 3] = [("自", "自社"), ("受", "受託"), ("預", "預り")];

/// What the signs below a heading stand for, as far as it says so.
pub(super) fn explained(column: &Column) -> Legend {
    let mut legend = Legend::default();
    let heading = leaf(column);
    let bracket =
        heading.find(['（', '(', '［', '[']).map(|open| heading[open..].trim_matches(['（', '(', '［', '[', '）', ')', '］', ']']));
    if let Some(bracket) = bracket
        && !legend.explain_codes(bracket)
        && !joined_codes(bracket, &mut legend)
    {
        initials(bracket, &mut legend);
    }
    if bracket.is_none() {
        initials(heading, &mut legend);
    }
    if column.only() == Some(Concept::Capacity) {
        for (letter, word) in CAPACITY {
            legend.explain(letter, word);
        }
    }
    legend
}

/// The first letters of the words that a heading lists. Nothing where two of them begin alike, or a word is a Latin one.
fn initials(listed: &str, legend: &mut Legend) {
    let listed = ["区分", "の別", "別"].iter().fold(listed, |words, end| words.strip_suffix(end).unwrap_or(words));
    let words: Vec<&str> = listed.split(['／', '/', '・', '、']).map(str::trim).collect();
    let initials: Vec<char> = words.iter().filter_map(|word| word.chars().next()).collect();
    let is_apart = |(at, initial): (usize, &char)| initial.is_alphabetic() && !initial.is_ascii() && !initials[..at].contains(initial);
    if words.len() < 2 || initials.len() < words.len() || !initials.iter().enumerate().all(is_apart) {
        return;
    }
    for (word, initial) in words.iter().zip(&initials).filter(|(word, _)| word.chars().count() > 1) {
        legend.explain(&initial.to_string(), word);
    }
}

/// Codes that stand directly before their words: `1紙 2電子`. Whether there are any: two at least, no two alike.
fn joined_codes(listed: &str, legend: &mut Legend) -> bool {
    let parts = listed.split(|letter: char| letter.is_whitespace() || "、，,・／/；;".contains(letter)).filter(|part| !part.is_empty());
    let divided = |part: &str| {
        let code = part.chars().next()?;
        let rest = &part[code.len_utf8()..];
        let is_code = fold(&code.to_string()).chars().all(|letter| letter.is_ascii_digit());
        (is_code && rest.starts_with(char::is_alphabetic)).then(|| (code.to_string(), rest.to_owned()))
    };
    let Some(codes) = parts.map(divided).collect::<Option<Vec<_>>>().filter(|codes| codes.len() > 1) else { return false };
    if codes.iter().enumerate().any(|(at, (code, _))| codes[..at].iter().any(|(other, _)| other == code)) {
        return false;
    }
    for (code, word) in &codes {
        legend.explain(code, word);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{Sheet, Vocabulary};

    #[test]
    fn a_heading_explains_the_signs_below_it() {
        for (heading, sign, word) in [
            ("自社／受託", "受", Some("受託")),
            ("自社・受託の別", "自", Some("自社")),
            ("取得方法（直接・間接）", "間", Some("間接")),
            ("媒体（K：紙、D：データ）", "K", Some("紙")),
            ("媒体（1紙 2電子 3両方）", "2", Some("電子")),
            ("委託（0無・1有）", "1", Some("有")),
            ("保管場所（1階の書庫）", "1", None),
            ("国内／国外", "国", None),
            ("委託", "委", None),
            ("P/E", "P", None),
        ] {
            let column = Column::new(0, &[heading], Sheet::Ledger, Vocabulary::built_in());
            assert_eq!(explained(&column).meanings(sign).first().map(AsRef::as_ref), word, "{heading}");
        }
    }
}
