//! Cells with printed choices, of which one is to be marked.

use super::mark::{Mark, by_word, split_bracket, split_word};
use super::{Doubt, Reading};
use crate::finding::Code;
use crate::ledger::{Stated, Text, fold};
use crate::vocabulary::Vocabulary;

/// What a cell of printed choices says: `□有 ■無`, `☑有 ☐無`, `有・無`. Nothing where the cell has no choices.
pub(super) fn choices(text: &str, vocabulary: &Vocabulary) -> Option<Reading<Mark>> {
    let contradictory = || Reading::doubtful(Mark::default(), Doubt::new(Code::MarkContradictory, &[text]));
    if !text.contains(is_box) {
        return is_undecided(text, vocabulary).then(contradictory);
    }
    let boxes = boxes(text);
    if boxes.is_empty() {
        return None;
    }
    let taken: Vec<&str> = boxes.iter().filter(|(taken, _)| *taken).map(|(_, label)| *label).collect();
    let said = |label: &str| {
        let (head, remark) = split_bracket(label);
        let word = by_word(label, vocabulary).map(|stated| (stated, None));
        let bracketed = || by_word(head, vocabulary).map(|stated| (stated, remark.map(Text::from)));
        let parted = || split_word(label).and_then(|(head, rest)| Some((by_word(head, vocabulary)?, rest.map(Text::from))));
        word.or_else(bracketed).or_else(parted)
    };
    let known: Vec<(Stated, Option<Text>)> = taken.iter().filter_map(|label| said(label)).collect();
    if let ([], Some((stated, remark))) = (known.as_slice(), opposed(&boxes)) {
        return Some(Reading::sure(Mark { stated, remark }));
    }
    match known.as_slice() {
        [(stated, remark)] => Some(Reading::sure(Mark { stated: *stated, remark: remark.clone() })),
        [] if !taken.is_empty() => None,
        _ => Some(contradictory()),
    }
}

/// What is ticked of two boxes of which one denies the other's words: `☑渡さない　□渡す（　）`.
fn opposed(boxes: &[(bool, &str)]) -> Option<(Stated, Option<Text>)> {
    let [first, second] = boxes else { return None };
    let (taken, left) = if first.0 { (first.1, second.1) } else { (second.1, first.1) };
    let (said, remark) = split_bracket(taken);
    let (other, _) = split_bracket(left);
    let denies = |words: &str| ["ない", "ません"].iter().any(|end| words.ends_with(end));
    let alike = said.chars().next().is_some_and(|letter| other.starts_with(letter));
    let stated = if denies(said) { Stated::No } else { Stated::Yes };
    (first.0 != second.0 && denies(said) != denies(other) && alike).then(|| (stated, remark.map(Text::from)))
}

/// The words that are ticked in a cell of words to tick: `☑電子 ☐紙`. Nothing where the cell is none; □ alone may begin each line of a
/// list, while ☐ is always a box.
pub(super) fn ticked(text: &str) -> Option<Vec<&str>> {
    if !text.contains(is_box) {
        return None;
    }
    let boxes = boxes(text);
    let taken: Vec<&str> = boxes.iter().filter(|(taken, _)| *taken).map(|(_, label)| *label).collect();
    // ☑本人　☑本人以外: all of them are ticked. ■ before each line may begin a list.
    let is_all = || boxes.len() > 1 && taken.len() == boxes.len() && (text.contains('☑') || !text.trim().contains('\n'));
    if !text.contains(is_left) {
        return (text.trim().starts_with(is_box) && is_all()).then_some(taken);
    }
    let is_form = !taken.is_empty() && taken.len() < boxes.len() || taken.is_empty() && boxes.len() > 1 && text.contains('☐');
    is_form.then_some(taken)
}

/// The words that are ticked in a cell of words of which usually one is written: `■溶解　□裁断`. Nothing where the cell has no boxes to
/// tick; □ before words of one line are boxes, while □ before each line may begin a list.
#[must_use]
pub fn chosen(text: &str) -> Option<Vec<&str>> {
    let is_unticked =
        || text.contains(is_left) && !text.trim().contains('\n') && boxes(text).len() > 1 && boxes(text).iter().all(|(taken, _)| !taken);
    ticked(text).or_else(|| is_unticked().then(Vec::new))
}

/// Whether a cell of words to tick has none ticked: `☐電子 ☐紙`.
#[must_use]
pub fn is_unticked(text: &str) -> bool {
    ticked(text).is_some_and(|ticked| ticked.is_empty())
}

/// The boxes that have a word behind them: whether each is ticked, and the word.
fn boxes(text: &str) -> Vec<(bool, &str)> {
    let mut boxes = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(is_box) {
        let mut after = rest[at..].chars();
        let taken = after.next().is_some_and(is_taken);
        let after = after.as_str();
        let label = after[..after.find(is_box).unwrap_or(after.len())].trim().trim_end_matches(['・', '/', '／', '、']).trim();
        if !label.is_empty() {
            boxes.push((taken, label));
        }
        rest = after;
    }
    boxes
}

fn is_box(letter: char) -> bool {
    is_taken(letter) || is_left(letter)
}

fn is_taken(letter: char) -> bool {
    matches!(letter, '■' | '☑' | '☒' | '✅' | '▣' | '✔' | '✓')
}

fn is_left(letter: char) -> bool {
    matches!(letter, '□' | '☐' | '▢' | '◻')
}

/// Whether a cell still holds all choices: `有・無`, `はい／いいえ`.
fn is_undecided(text: &str, vocabulary: &Vocabulary) -> bool {
    let folded = fold(text);
    let parts: Vec<&str> = folded.split(['・', '/', '、', ',', '|', 'o']).filter(|part| !part.is_empty()).collect();
    let stated: Vec<Option<Stated>> = parts.iter().map(|part| vocabulary.marks.whole(part)).collect();
    stated.contains(&Some(Stated::Yes)) && stated.contains(&Some(Stated::No)) && stated.iter().all(Option::is_some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_boxes_one_may_deny_the_other() {
        for (text, said) in [
            ("☑渡さない　□渡す（　　）", Some((Stated::No, None))),
            ("□貸さない ■貸す（隣の学校）", Some((Stated::Yes, Some("隣の学校")))),
            ("□使いません　☑使います", Some((Stated::Yes, None))),
            ("☑少ない　□多い", None),
            ("☑渡さない　☑渡す", None),
            ("☑紙　□電子", None),
        ] {
            let read = choices(text, Vocabulary::built_in()).filter(|read| read.doubts.is_empty());
            let read = read.as_ref().map(|read| (read.value.stated, read.value.remark.as_deref()));
            assert_eq!(read, said, "{text}");
        }
    }

    #[test]
    fn boxes_of_one_line_are_to_be_ticked() {
        for (text, words) in [
            ("■溶解　□裁断　□消去", Some(&["溶解"][..])),
            ("☑溶解 ☑裁断 ☐消去", Some(&["溶解", "裁断"])),
            ("□溶解　□裁断", Some(&[])),
            ("☑溶解 ☑裁断", Some(&["溶解", "裁断"])),
            ("■溶解　■裁断（工場）", Some(&["溶解", "裁断（工場）"])),
            ("■溶解\n■裁断", None),
            ("□溶解\n□裁断", None),
            ("□溶解", None),
            ("■溶解", None),
            ("溶解", None),
        ] {
            assert_eq!(chosen(text).as_deref(), words, "{text}");
        }
    }
}
