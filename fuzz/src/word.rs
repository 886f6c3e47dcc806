//! Cells as people write them, changed by whole words and whole letters, so that the fuzzer says what a reader half understands.

use libfuzzer_sys::fuzzer_mutate;

use crate::xml::Random;

/// The longest cell that is made, in bytes.
const LONGEST: usize = 400;

/// Signs that stand in every kind of cell.
const SIGNS: [&str; 40] = [
    "（", "）", "(", ")", "、", "，", "・", "／", "/", "～", "〜", "-", "－", "―", "：", "；", "\n", " ", "　", "①", "②", "※1", "1", "2", "10", "１",
    "２", "一", "十", "二十", "百", "0", ".", ",", "又は", "及び", "ただし", "未定", "なし", "％",
];

/// Changes a cell of `size` bytes in place, as libFuzzer asks of a mutator, most often by one of those words.
pub fn mutate(data: &mut [u8], size: usize, most: usize, random: u32, words: &[&str]) -> usize {
    let mut numbers = Random::new(random);
    let Ok(text) = std::str::from_utf8(&data[..size]) else {
        // What is no text is made one; nothing else is looked at.
        let text: String = String::from_utf8_lossy(&data[..size]).chars().filter(|letter| *letter != '\u{FFFD}').collect();
        return put(data, &text, most).unwrap_or(0);
    };
    if numbers.one_in(5) {
        return fuzzer_mutate(data, size, most);
    }
    let mut letters: Vec<char> = text.chars().collect();
    let from = numbers.below(letters.len() + 1);
    let to = (from + numbers.below(4)).min(letters.len());
    match numbers.below(5) {
        0 => drop(letters.drain(from..to)),
        1 => {
            let again: Vec<char> = letters[from..to].to_vec();
            letters.splice(from..from, again);
        }
        change => {
            let word = if numbers.one_in(3) { SIGNS[numbers.below(SIGNS.len())] } else { words[numbers.below(words.len())] };
            let to = if change == 2 { to } else { from };
            letters.splice(from..to, word.chars());
        }
    }
    put(data, &letters.into_iter().collect::<String>(), most).unwrap_or_else(|| fuzzer_mutate(data, size, most))
}

fn put(data: &mut [u8], text: &str, most: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if bytes.len() > most.min(LONGEST) {
        return None;
    }
    data[..bytes.len()].copy_from_slice(bytes);
    Some(bytes.len())
}

/// Whether each letter of some words, white space left out, stands in a text in that order.
pub fn stands_in(words: &str, text: &str) -> bool {
    let mut letters = text.chars();
    words.chars().filter(|letter| !letter.is_whitespace()).all(|wanted| letters.any(|letter| letter == wanted))
}
