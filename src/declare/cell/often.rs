//! Numbers of what comes in a time, and not of what is held: 年間約500件, 300件／月.

use crate::ledger::fold;

/// Words in a bracket that say that so many come in a year.
pub(super) const YEARLY: [&str; 5] = ["年間", "年", "毎年", "年平均", "1年間"];
/// Words in a bracket that say that so many come in a shorter time.
pub(super) const MORE_OFTEN: [&str; 10] = ["月間", "月", "毎月", "月平均", "1か月", "1ヶ月", "週", "日", "1日", "1日平均"];

/// Whether a bracket says one of these: 300件（年間）.
pub(super) fn is_in_bracket(text: &str, words: &[&str]) -> bool {
    let folded = fold(text);
    words.iter().any(|word| folded.contains(&format!("({})", fold(word))))
}

/// The words without those that say that so many come in a year: 年間約500件, 300件/年. 5年間 is no such word.
pub(super) fn without_year(folded: &str) -> Option<String> {
    const WORDS: [&str; 9] = ["年間", "毎年", "/年度", "/年", "peryear", "/year", "/yr", "ayear", "annually"];
    let counted = |at: usize| folded[..at].ends_with(|letter: char| letter.is_numeric() || "一二三四五六七八九十".contains(letter));
    if let Some(rest) = ["1年間", "1年", "年"].iter().find_map(|time| before_number(folded, time)) {
        return Some(rest.to_owned());
    }
    let found = WORDS.iter().map(|word| fold(word)).find_map(|word| {
        let at = folded.find(&word).filter(|at| !(word.starts_with('年') && counted(*at)))?;
        Some(format!("{}{}", &folded[..at], &folded[at + word.len()..]))
    });
    found.or_else(|| folded.strip_prefix('年').filter(|rest| !rest.starts_with(['度', '末'])).map(str::to_owned))
}

/// The words without those that say that so many come in a month, a week or a day: 月約500件, 1日あたり50名, 300件／月.
pub(super) fn without_month(folded: &str) -> Option<String> {
    const BEFORE: [&str; 10] = ["毎月", "月間", "1か月", "1ヶ月", "月", "毎週", "週", "毎日", "1日", "日"];
    const BEHIND: [&str; 10] = ["/月", "/週", "/日", "permonth", "perweek", "perday", "/month", "/week", "/day", "monthly"];
    let before = BEFORE.iter().find_map(|time| before_number(folded, &fold(time)));
    before.or_else(|| BEHIND.iter().find_map(|time| folded.strip_suffix(time))).map(str::to_owned)
}

/// What follows a time that a text begins with, where that is the number of what comes in it: 約500件 of 月約500件, but nothing of 月末300名.
fn before_number<'t>(folded: &'t str, time: &str) -> Option<&'t str> {
    const BETWEEN: [&str; 6] = ["あたり", "当たり", "平均", "間", "に", "で"];
    let mut rest = folded.strip_prefix(time)?;
    while let Some(next) = BETWEEN.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = next;
    }
    let bare = ["約", "およそ", "概ね", "おおむね", "延べ", "延"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    bare.starts_with(|letter: char| letter.is_ascii_digit() || "数一二三四五六七八九十百千万".contains(letter)).then_some(rest)
}
