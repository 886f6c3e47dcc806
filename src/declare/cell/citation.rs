//! Provisions of law as cited: 個人情報保護法第33条第2項第1号, 法第27条1項, JIS Q 15001:2006.

use super::list::sentences;
use super::literal::{Line, lines};
use super::retention::span::number;
use super::retention::tidy::plain;
use crate::ledger::{Law, LawReference, Text, fold};
use crate::vocabulary::Vocabulary;

/// The provisions that a cell cites: one a line, or several joined by 、 及び or 又は, of which the later ones may leave out the law.
///
/// What cannot be read whole, and a law without an article, is kept as written under [`Law::Other`].
#[must_use]
pub fn citations(text: &str, vocabulary: &Vocabulary) -> Vec<LawReference> {
    let as_it_stands = |article: &Text| vec![LawReference { law: Law::Other, article: article.clone() }];
    let cited = |words: &str| sentences(words, vocabulary).iter().flat_map(|line| cited(line, vocabulary)).collect();
    let lines = lines(text);
    if !lines.iter().any(|line| matches!(line, Line::Literal(_))) {
        return cited(text);
    }
    let read = |line: &Line<'_>| match line {
        Line::Literal(words) => as_it_stands(words),
        Line::Plain(words) => cited(words),
    };
    lines.iter().flat_map(read).collect()
}

/// What one line cites.
fn cited(line: &Text, vocabulary: &Vocabulary) -> Vec<LawReference> {
    let as_written = || vec![LawReference { law: Law::Other, article: line.clone() }];
    let plain: String = plain(line).chars().filter(|letter| !letter.is_whitespace()).collect();
    let begins = vocabulary.laws.beginning(&fold(line)).map(|(_, law)| law);
    if let Some(law) = begins.filter(|law| matches!(law, Law::JisQ15001 | Law::Guideline)) {
        // These are not divided into articles; the words say the place.
        return vec![LawReference { law, article: line.clone() }];
    }
    let mut references: Vec<(Law, Place)> = Vec::new();
    for part in joined(&plain) {
        let Some(reference) = provision(part, references.last(), vocabulary) else { return as_written() };
        references.push(reference);
    }
    if references.is_empty() {
        return as_written();
    }
    references.into_iter().map(|(law, place)| LawReference { law, article: place.to_string().into() }).collect()
}

/// The parts that a line joins.
fn joined(line: &str) -> Vec<&str> {
    let mut parts = vec![line];
    for joint in ["、", ",", "及び", "および", "並びに", "又は", "または", "・", ";", "。"] {
        parts = parts.into_iter().flat_map(|part| part.split(joint)).collect();
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Where in a law.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Place {
    /// 第33条, 第10条の7.
    article: Vec<u32>,
    /// 第2項.
    paragraph: Option<u32>,
    /// 第1号.
    item: Option<u32>,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let article: Vec<_> = self.article.iter().map(u32::to_string).collect();
        f.write_str(&article.join("-"))?;
        if let Some(paragraph) = self.paragraph {
            write!(f, "({paragraph})")?;
        }
        self.item.map_or(Ok(()), |item| write!(f, "({})", roman(item)))
    }
}

/// One provision. Where the part names no law, it is of the law before it: 第27条第1項第1号、第2号.
fn provision(part: &str, before: Option<&(Law, Place)>, vocabulary: &Vocabulary) -> Option<(Law, Place)> {
    let begins = part.find('第').into_iter().chain(part.find(|letter: char| letter.is_ascii_digit())).min()?;
    let name = part[..begins].trim_matches(|letter: char| "「」『』()".contains(letter));
    let law = match name {
        "" | "同" | "同法" | "同法律" => before.map(|(law, _)| *law)?,
        // 同法施行令 goes with the Act alone.
        name if name.starts_with("同法") => {
            let beside = name.trim_start_matches("同法");
            before.filter(|(law, _)| *law == Law::Appi).and_then(|_| vocabulary.laws.whole(&fold(beside)))?
        }
        name => vocabulary.laws.whole(&fold(name)).filter(|law| *law != Law::Other)?,
    };
    let empty = Place::default();
    place(&part[begins..], before.filter(|_| name.is_empty() || name == "同").map_or(&empty, |(_, place)| place)).map(|place| (law, place))
}

/// The place that the words say; what they leave out is as in the place before.
fn place(words: &str, before: &Place) -> Option<Place> {
    let mut place = Place::default();
    let mut rest = words;
    let mut rank = 0;
    while !rest.is_empty() {
        let counted = rest.strip_prefix('第').unwrap_or(rest);
        let (count, digits) = number(counted)?;
        let after = &counted[digits..];
        let unit = after.chars().next()?;
        rest = &after[unit.len_utf8()..];
        let this_rank = match unit {
            '条' => 1,
            '項' => 2,
            '号' => 3,
            _ => return None,
        };
        if this_rank <= rank {
            return None;
        }
        match this_rank {
            1 => {
                place.article.push(count.whole());
                while let Some((branch, digits)) = rest.strip_prefix('の').and_then(number) {
                    place.article.push(branch.whole());
                    rest = &rest['の'.len_utf8() + digits..];
                }
            }
            2 => place.paragraph = Some(count.whole()),
            _ => place.item = Some(count.whole()),
        }
        if rank == 0 {
            if this_rank > 1 {
                place.article.clone_from(&before.article);
            }
            if this_rank > 2 {
                place.paragraph = before.paragraph;
            }
        }
        rank = this_rank;
        rest = rest.trim_end_matches(['」', ')', '』']);
    }
    (!place.article.is_empty()).then_some(place)
}

/// Small Roman numerals, as items of a paragraph are numbered.
fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 9] = [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
    let mut rest = number.min(999);
    let mut signs = String::new();
    for (worth, sign) in SIGNS {
        while rest >= worth {
            signs.push_str(sign);
            rest -= worth;
        }
    }
    signs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> String {
        let all: Vec<_> =
            citations(text, Vocabulary::built_in()).into_iter().map(|of| format!("{} {}", of.law.as_ref(), of.article)).collect();
        all.join(" | ")
    }

    #[test]
    fn provisions_are_read_or_kept_as_written() {
        let mut wrong = Vec::new();
        for (cell, says) in [
            ("個人情報保護法第33条第2項第1号", "APPI 33(2)(i)"),
            ("個人情報の保護に関する法律第18条第1項", "APPI 18(1)"),
            ("法第27条第1項", "APPI 27(1)"),
            ("個人情報保護法27条5項3号", "APPI 27(5)(iii)"),
            ("個人情報保護法第二十七条第五項第三号", "APPI 27(5)(iii)"),
            ("個人情報保護法第２７条第１項各号", "OTHER 個人情報保護法第２７条第１項各号"),
            ("番号法第19条", "NUMBER_ACT 19"),
            ("電気通信事業法第4条", "TELECOMMUNICATIONS_BUSINESS_ACT 4"),
            ("個人情報保護法施行令第5条", "APPI_ORDER 5"),
            ("個人情報保護法施行規則第10条の7", "APPI_RULES 10-7"),
            ("個人情報保護法第33条第2項第1号、第2号及び第35条", "APPI 33(2)(i) | APPI 33(2)(ii) | APPI 35"),
            ("個人情報保護法第27条\n番号法第19条第8号", "APPI 27 | NUMBER_ACT 19(viii)"),
            ("個人情報保護法", "OTHER 個人情報保護法"),
            ("JIS Q 15001:2006", "JIS_Q_15001 JIS Q 15001:2006"),
            ("個人情報保護法第16条第4項・同法施行令第5条", "APPI 16(4) | APPI_ORDER 5"),
            ("会社法第432条", "OTHER 会社法第432条"),
            ("第5条", "OTHER 第5条"),
            ("", ""),
        ] {
            let read = read(cell);
            if read != says {
                wrong.push((cell, read));
            }
        }
        assert_eq!(wrong, []);
    }

    proptest! {
        #[test]
        fn no_cell_is_too_odd(text in "\\PC{0,40}", words in "[0-9第条項号の法個人情報保護、一二十]{0,20}") {
            for text in [text, words] {
                let _ = citations(&text, Vocabulary::built_in());
            }
        }
    }
}
