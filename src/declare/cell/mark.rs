//! Yes, no, perhaps, and who.
//!
//! A mark is read, in this order: by the ledger's legend; as a whole; without its bracket, which is then a remark; by its boxes
//! (`□有 ■無`); by the word before a space or colon; by its parts where all say the same (`病歴・障害`); by how its sentence ends
//! (`提供することがあります`). A blank is not stated, a dash is no.

use super::blank::is_nothing;
use super::list::list;
use super::{Doubt, Legend, Reading};
use crate::finding::Code;
use crate::ledger::{Stated, Text, fold};
use crate::vocabulary::{Remark, Sign, Vocabulary};

/// What a mark says, and what its bracket adds: `○（一部）`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mark {
    /// Yes, no, perhaps or nothing. A dash is no, a blank is nothing.
    pub stated: Stated,
    /// What the bracket, or the words after the mark, say.
    pub remark: Option<Text>,
}

/// Whether there are such parties, and their names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parties {
    /// YES where there is a name; NO for なし and a dash; NOT_STATED for a blank.
    pub stated: Stated,
    /// Their names.
    pub names: Vec<Text>,
}

/// What a yes-or-no cell says.
#[must_use]
pub fn mark(text: &str, vocabulary: &Vocabulary, legend: &Legend) -> Reading<Mark> {
    known_mark(text, vocabulary, legend).unwrap_or_else(|| {
        by_parts(text, vocabulary, legend)
            .or_else(|| by_ending(text, vocabulary))
            .map_or_else(|| Reading::doubtful(Mark::default(), Doubt::new(Code::MarkUnknown, &[text.trim()])), Reading::sure)
    })
}

/// What a cell of 委託先, 第三者提供 or 共同利用 says: a mark, names, or a mark with names in its bracket: `有（A社、B社）`.
#[must_use]
pub fn parties(text: &str, vocabulary: &Vocabulary, legend: &Legend) -> Reading<Parties> {
    if let Some(name) = legend.meanings(text).iter().find(|meaning| said_by_legend(meaning, vocabulary).is_none()) {
        if vocabulary.marks.whole(&fold(text)).is_none() {
            return Reading::sure(named(name, vocabulary));
        }
    }
    if let Some(reading) = known_mark(text, vocabulary, legend) {
        return reading.map(|mark| {
            let reaches = matches!(mark.stated, Stated::Yes | Stated::Possible);
            let names = mark.remark.filter(|_| reaches).map(|remark| names(&remark, vocabulary)).unwrap_or_default();
            Parties { stated: mark.stated, names }
        });
    }
    let folded = fold(text);
    if vocabulary.remarks.within(&folded).iter().any(|(.., remark)| *remark == Remark::SeeElsewhere) && is_reference(&folded) {
        let elsewhere = Parties { stated: Stated::Yes, names: Vec::new() };
        return Reading::doubtful(elsewhere, Doubt::new(Code::WordUnknown, &[text.trim(), "名称・Names"]));
    }
    if let Some(mark) = by_ending(text, vocabulary) {
        return Reading::sure(Parties { stated: mark.stated, names: Vec::new() });
    }
    if !text.chars().any(char::is_alphanumeric) || folded.chars().count() == 1 {
        return Reading::doubtful(Parties::default(), Doubt::new(Code::MarkUnknown, &[text.trim()]));
    }
    Reading::sure(named(text, vocabulary))
}

/// Whether words point to another place, and are no long name that happens to hold such words.
fn is_reference(folded: &str) -> bool {
    folded.chars().count() <= 12
}

fn named(text: &str, vocabulary: &Vocabulary) -> Parties {
    let names = list(text, vocabulary);
    Parties { stated: if names.is_empty() { Stated::No } else { Stated::Yes }, names }
}

/// The names in words beside a mark, without those that are remarks.
fn names(remark: &str, vocabulary: &Vocabulary) -> Vec<Text> {
    let is_name = |part: &Text| {
        let folded = fold(part);
        let sure = folded.ends_with('社') || folded.contains("会社") || folded.contains("法人");
        let no_mark = vocabulary.marks.whole(&folded).is_none() && vocabulary.signs.whole(&folded).is_none();
        no_mark && (sure || vocabulary.remarks.within(&folded).is_empty())
    };
    list(remark, vocabulary).into_iter().filter(is_name).collect()
}

/// What a mark that is known says; nothing where the words are no mark.
fn known_mark(text: &str, vocabulary: &Vocabulary, legend: &Legend) -> Option<Reading<Mark>> {
    let bare = text.trim();
    if let Some(stated) = by_legend(bare, vocabulary, legend) {
        return Some(Reading::sure(Mark { stated, remark: None }));
    }
    if bare.is_empty() {
        return Some(Reading::sure(Mark::default()));
    }
    if let Some(reading) = choices(bare, vocabulary) {
        return Some(reading);
    }
    let (head, remark) = split_bracket(bare);
    let words = [(bare, None), (head, remark)].into_iter().chain(split_word(bare));
    for (head, remark) in words {
        let stated = by_legend(head, vocabulary, legend).or_else(|| by_word(head, vocabulary));
        if let Some(stated) = stated {
            return Some(Reading::sure(Mark { stated, remark: remark.map(Text::from) }));
        }
        if vocabulary.signs.whole(&fold(head)) == Some(Sign::Unsettled) {
            return Some(Reading::doubtful(Mark::default(), Doubt::new(Code::NotYetAscertained, &[bare])));
        }
    }
    None
}

/// What the ledger's legend says of a sign, where it says yes or no.
fn by_legend(sign: &str, vocabulary: &Vocabulary, legend: &Legend) -> Option<Stated> {
    legend.meanings(sign).iter().find_map(|meaning| said_by_legend(meaning, vocabulary))
}

/// What an explanation says: what its bracket decides (`該当として扱う`), else its words.
fn said_by_legend(meaning: &str, vocabulary: &Vocabulary) -> Option<Stated> {
    let (outside, bracket) = split_bracket(meaning);
    let decided = bracket.and_then(|bracket| fold(bracket).strip_suffix("として扱う").map(str::to_owned));
    let folded = fold(outside);
    let trimmed = ["を示す", "を表す", "を意味する", "とする", "もの", "場合", "こと", "です", "である", "の"].iter().fold(folded.as_str(), |text, end| text.strip_suffix(*end).unwrap_or(text));
    let unsettled = || (vocabulary.signs.whole(trimmed) == Some(Sign::Unsettled)).then_some(Stated::NotStated);
    decided
        .and_then(|word| vocabulary.marks.whole(&word))
        .or_else(|| by_word(trimmed, vocabulary))
        .or_else(unsettled)
        .or_else(|| vocabulary.mark_endings.ending(trimmed))
}

fn by_word(word: &str, vocabulary: &Vocabulary) -> Option<Stated> {
    let folded = fold(word);
    let folded = folded.trim_end_matches(['。', '.', '、', ',']);
    if folded.is_empty() {
        return None;
    }
    let nothing = || is_nothing(folded, vocabulary).then_some(Stated::No);
    vocabulary.marks.whole(folded).or_else(nothing)
}

/// What all parts of a cell say, where they say the same.
fn by_parts(text: &str, vocabulary: &Vocabulary, legend: &Legend) -> Option<Mark> {
    let parts = list(text, vocabulary);
    let mut stated = parts.iter().map(|part| {
        let (head, _) = split_bracket(part);
        let head = head.trim_end_matches(['等', '他']).trim_end_matches("など");
        by_legend(head, vocabulary, legend).or_else(|| by_word(head, vocabulary))
    });
    let first = stated.next()??;
    stated.all(|other| other == Some(first)).then(|| Mark { stated: first, remark: Some(text.trim().into()) })
}

/// What a sentence says by its end.
fn by_ending(text: &str, vocabulary: &Vocabulary) -> Option<Mark> {
    let (head, _) = split_bracket(text.trim());
    let folded = fold(head);
    let stated = vocabulary.mark_endings.ending(folded.trim_end_matches(['。', '.']))?;
    Some(Mark { stated, remark: Some(text.trim().into()) })
}

/// A text before its last bracket, and what stands in the bracket; the whole where it has none at its end.
fn split_bracket(text: &str) -> (&str, Option<&str>) {
    let text = text.trim();
    let Some(inner) = text.strip_suffix([')', '）', '］', ']', '】']) else { return (text, None) };
    let mut depth = 1_usize;
    for (at, letter) in inner.char_indices().rev() {
        match letter {
            ')' | '）' | '］' | ']' | '】' => depth += 1,
            '(' | '（' | '［' | '[' | '【' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let remark = inner[at + letter.len_utf8()..].trim();
            return (text[..at].trim_end(), (!remark.is_empty()).then_some(remark));
        }
    }
    (text, None)
}

/// A text before its first space, colon or line end, and what follows.
fn split_word(text: &str) -> Option<(&str, Option<&str>)> {
    let at = text.find(|letter: char| letter.is_whitespace() || ":：、,，・;；→".contains(letter))?;
    let remark = text[at..].trim_start_matches(|letter: char| letter.is_whitespace() || ":：、,，・;；→".contains(letter));
    Some((&text[..at], (!remark.is_empty()).then_some(remark)))
}

/// What a cell of printed choices says: `□有 ■無`, `☑有 ☐無`, `有・無`. Nothing where the cell has no choices.
fn choices(text: &str, vocabulary: &Vocabulary) -> Option<Reading<Mark>> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn legend() -> Legend {
        let mut legend = Legend::default();
        legend.explain_line("△：一部が該当する（該当として扱う）　◇＝該当しない　☆＝未確認");
        legend
    }

    #[test]
    fn marks_say_yes_no_or_nothing() {
        use Stated::{No, NotStated, Possible, Yes};
        for (text, stated, remark) in [
            ("○", Yes, None),
            ("〇", Yes, None),
            ("レ", Yes, None),
            ("TRUE", Yes, None),
            ("○（健康情報）", Yes, Some("健康情報")),
            ("〇（土石流）", Yes, Some("土石流")),
            ("有", Yes, None),
            ("該当", Yes, None),
            ("■有", Yes, None),
            ("□有　■無", No, None),
            ("☑有 □無", Yes, None),
            ("☐有 ☑無", No, None),
            ("☑有（氏名）　☐無", Yes, Some("氏名")),
            ("■", Yes, None),
            ("× （提携法人が窓口）", No, Some("提携法人が窓口")),
            ("－", No, None),
            ("なし", No, None),
            ("対象外", No, None),
            ("含まない", No, None),
            ("", NotStated, None),
            ("　", NotStated, None),
            ("可能性あり", Possible, None),
            ("委託することがあります。", Possible, Some("委託することがあります。")),
            ("病歴・障害", Yes, Some("病歴・障害")),
            ("△", Yes, None),
            ("◇", No, None),
            ("☆", NotStated, None),
        ] {
            let read = mark(text, Vocabulary::built_in(), &legend());
            assert_eq!((read.value.stated, read.value.remark.as_deref()), (stated, remark), "{text}");
            assert!(read.doubts.is_empty(), "{text}: {:?}", read.doubts);
        }
    }

    #[test]
    fn doubtful_marks_are_not_stated() {
        for (text, code) in [
            ("△", Code::MarkUnknown),
            ("◎", Code::MarkUnknown),
            ("山田", Code::MarkUnknown),
            ("未確認", Code::NotYetAscertained),
            ("？", Code::NotYetAscertained),
            ("未確認（7月に確認予定）", Code::NotYetAscertained),
            ("有・無", Code::MarkContradictory),
            ("はい／いいえ", Code::MarkContradictory),
            ("□有 □無", Code::MarkContradictory),
            ("☑有 ☑無", Code::MarkContradictory),
        ] {
            let read = mark(text, Vocabulary::built_in(), &Legend::default());
            assert_eq!(read.value.stated, Stated::NotStated, "{text}");
            assert_eq!(read.doubts.first().map(|doubt| doubt.code), Some(code), "{text}");
        }
    }

    #[test]
    fn parties_are_marks_and_names() {
        use Stated::{No, NotStated, Possible, Yes};
        for (text, stated, names) in [
            ("株式会社かもめ医療事務", Yes, &["株式会社かもめ医療事務"][..]),
            ("審査支払機関、保険者", Yes, &["審査支払機関", "保険者"]),
            ("税務署・年金事務所", Yes, &["税務署", "年金事務所"]),
            ("有（株式会社まなびシステム）", Yes, &["株式会社まなびシステム"]),
            ("有（A社、B社）", Yes, &["A社", "B社"]),
            ("あり：A社", Yes, &["A社"]),
            ("○ A社", Yes, &["A社"]),
            ("有（一部）", Yes, &[]),
            ("有", Yes, &[]),
            ("〇〇株式会社（配送）", Yes, &["〇〇株式会社（配送）"]),
            ("ボディスキャン・ジャパン株式会社", Yes, &["ボディスキャン・ジャパン株式会社"]),
            ("無", No, &[]),
            ("なし（自社で処理）", No, &[]),
            ("－", No, &[]),
            ("×", No, &[]),
            ("", NotStated, &[]),
            ("法令に基づく場合を除き提供しない", No, &[]),
            ("委託することがあります", Possible, &[]),
        ] {
            let read = parties(text, Vocabulary::built_in(), &Legend::default());
            let read_names: Vec<&str> = read.value.names.iter().map(AsRef::as_ref).collect();
            assert_eq!((read.value.stated, read_names.as_slice()), (stated, names), "{text}");
            assert!(read.doubts.is_empty(), "{text}: {:?}", read.doubts);
        }
        for text in ["△", "未確認", "？", "別紙参照"] {
            assert!(!parties(text, Vocabulary::built_in(), &Legend::default()).doubts.is_empty(), "{text}");
        }
    }
}
