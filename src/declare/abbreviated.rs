//! Words that a heading lists and of which its cells hold the first letter: 自 and 受 under 自社／受託, 紙 and 電 under 媒体（紙／電）.

use crate::vocabulary::Concept;

use super::cell::Legend;
use super::column::Column;
use super::tell::leaf;

/// One letter of a heading of media, and the word that it stands for.
const MEDIA: [(&str, &str); 4] = [("紙", "紙"), ("電", "電子"), ("磁", "電磁的記録"), ("デ", "データ")];

/// What the first letters of the words that a heading lists stand for. Nothing where two of them begin alike, or a word is a Latin one.
pub(super) fn abbreviations(column: &Column) -> Legend {
    let mut legend = Legend::default();
    let heading = leaf(column);
    let listed = heading.find(['（', '(']).map_or(heading, |open| heading[open..].trim_matches(['（', '(', '）', ')']));
    let listed = ["区分", "の別", "別"].iter().fold(listed, |words, end| words.strip_suffix(end).unwrap_or(words));
    let words: Vec<&str> = listed.split(['／', '/', '・', '、']).map(str::trim).collect();
    let initials: Vec<char> = words.iter().filter_map(|word| word.chars().next()).collect();
    let is_apart = |(at, initial): (usize, &char)| initial.is_alphabetic() && !initial.is_ascii() && !initials[..at].contains(initial);
    if words.len() < 2 || initials.len() < words.len() || !initials.iter().enumerate().all(is_apart) {
        return legend;
    }
    for (word, initial) in words.iter().zip(&initials) {
        let of_medium = || MEDIA.iter().find(|(letter, _)| letter == word).filter(|_| column.only() == Some(Concept::Media));
        let meaning = if word.chars().count() > 1 { Some(*word) } else { of_medium().map(|(_, word)| *word) };
        if let Some(meaning) = meaning {
            legend.explain(&initial.to_string(), meaning);
        }
    }
    legend
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{Sheet, Vocabulary};

    #[test]
    fn first_letters_stand_for_the_words_of_the_heading() {
        for (heading, letter, word) in [
            ("自社／受託", "受", Some("受託")),
            ("自社・受託の別", "自", Some("自社")),
            ("媒体（紙／電）", "電", Some("電子")),
            ("媒体（紙／電）", "紙", Some("紙")),
            ("取得方法（直接・間接）", "間", Some("間接")),
            ("国内／国外", "国", None),
            ("対象者（紙／電）", "電", None),
            ("委託", "委", None),
            ("P/E", "P", None),
        ] {
            let column = Column::new(0, &[heading], Sheet::Ledger, Vocabulary::built_in());
            let legend = abbreviations(&column);
            assert_eq!(legend.meanings(letter).first().map(AsRef::as_ref), word, "{heading}");
        }
    }
}
