//! Cells with printed choices, of which one is to be marked.

use super::mark::{Mark, by_word, split_bracket, split_word};
use super::{Doubt, Reading};
use crate::finding::Code;
use crate::ledger::{Stated, Text, fold};
use crate::vocabulary::Vocabulary;

/// What a cell of printed choices says: `□有 ■無`, `☑有 ☐無`, `有・無`. Nothing where the cell has no choices.
pub(super) fn choices(text: &str, vocabulary: &Vocabulary) -> Option<Reading<Mark>> {
    let contradictory = || Reading::doubtful(Mark::default(), Doubt::new(Code::MarkContradictory, &[text]));
    let is_box = |letter: char| is_taken(letter) || is_left(letter);
    if !text.contains(is_box) {
        return is_undecided(text, vocabulary).then(contradictory);
    }
    let mut taken = Vec::new();
    let mut rest = text;
    let mut boxes = 0;
    while let Some(at) = rest.find(is_box) {
        let letter = rest[at..].chars().next()?;
        let after = &rest[at + letter.len_utf8()..];
        let label = after[..after.find(is_box).unwrap_or(after.len())].trim().trim_end_matches(['・', '/', '／', '、']).trim();
        boxes += usize::from(!label.is_empty());
        if is_taken(letter) && !label.is_empty() {
            taken.push(label);
        }
        rest = after;
    }
    if boxes == 0 {
        return None;
    }
    let said = |label: &str| {
        let (head, remark) = split_bracket(label);
        let word = by_word(label, vocabulary).map(|stated| (stated, None));
        let bracketed = || by_word(head, vocabulary).map(|stated| (stated, remark.map(Text::from)));
        let parted = || split_word(label).and_then(|(head, rest)| Some((by_word(head, vocabulary)?, rest.map(Text::from))));
        word.or_else(bracketed).or_else(parted)
    };
    let known: Vec<(Stated, Option<Text>)> = taken.iter().filter_map(|label| said(label)).collect();
    match known.as_slice() {
        [(stated, remark)] => Some(Reading::sure(Mark { stated: *stated, remark: remark.clone() })),
        [] if !taken.is_empty() => None,
        _ => Some(contradictory()),
    }
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
