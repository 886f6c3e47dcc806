//! The letters of a cell, folded for the vocabulary and as written for where a word begins and ends.

use unicode_normalization::UnicodeNormalization;

use crate::ledger::fold;

/// A letter that is not white space.
#[derive(Debug, Clone, Copy)]
struct Letter {
    /// In one width, as written otherwise.
    written: char,
    /// Where its folded form begins, in bytes.
    start: usize,
    /// Whether white space stands before it.
    spaced: bool,
}

/// A cell's letters.
#[derive(Debug, Default)]
pub(super) struct Letters {
    /// Folded, as [`fold`] folds.
    pub(super) folded: String,
    letters: Vec<Letter>,
}

impl Letters {
    /// Takes a cell apart. The end of a line divides like a comma.
    pub(super) fn of(text: &str) -> Self {
        let mut all = Self::default();
        let mut spaced = true;
        for written in text.nfkc() {
            let written = if written == '\n' { '、' } else { written };
            if written.is_whitespace() {
                spaced = true;
                continue;
            }
            let start = all.folded.len();
            all.folded.push_str(&fold(written.encode_utf8(&mut [0; 4])));
            if all.folded.len() > start {
                all.letters.push(Letter { written, start, spaced });
                spaced = false;
            }
        }
        all
    }

    /// How many letters there are.
    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// The letter at a place, as written.
    pub(super) fn written(&self, at: usize) -> char {
        self.letters[at].written
    }

    /// What stands between two places, as written, with the spaces between Latin words.
    pub(super) fn between(&self, from: usize, to: usize) -> String {
        let mut text = String::new();
        for (place, letter) in self.letters[from..to].iter().enumerate() {
            if letter.spaced && place > 0 {
                text.push(' ');
            }
            text.push(letter.written);
        }
        text
    }

    /// The folded text from a place on.
    pub(super) fn rest(&self, at: usize) -> &str {
        self.letters.get(at).map_or("", |letter| &self.folded[letter.start..])
    }

    /// The place after a number of folded bytes from a place, where a letter ends there.
    pub(super) fn after(&self, at: usize, bytes: usize) -> Option<usize> {
        let end = self.letters[at].start + bytes;
        if end == self.folded.len() {
            return Some(self.len());
        }
        self.letters.binary_search_by_key(&end, |letter| letter.start).ok()
    }

    /// Whether a word from one place to another is not cut out of a longer one: `us` of `status`, インド of インドア, 米 of 米子, 中 of 調べ中.
    pub(super) fn is_word(&self, from: usize, to: usize) -> bool {
        let single = to - from == 1;
        let cut = |before: usize| {
            let (Some(before_at), Some(letter)) = (before.checked_sub(1), self.letters.get(before)) else { return false };
            let (left, right) = (self.letters[before_at].written, letter.written);
            let same = |is: fn(char) -> bool| is(left) && is(right);
            !letter.spaced && (same(is_latin) || same(is_katakana) || same(|letter| letter.is_ascii_digit()) || (single && same(is_han)))
        };
        // 問い合わせ中 is not in China; 日本と中, 日本及び中 are.
        let ends_word = |before: char| ('ぁ'..='ん').contains(&before) && !"とやかはのにもへび".contains(before);
        let is_middle = single && self.letters.get(from).is_some_and(|letter| letter.written == '中' && !letter.spaced);
        let is_ending = is_middle && from > 0 && ends_word(self.letters[from - 1].written);
        !cut(from) && !cut(to) && !is_ending
    }

    /// The place where capitals that stand alone end: `US`, `CAN`, but not `US-EAST` or `IT部門`.
    pub(super) fn capitals(&self, from: usize) -> Option<usize> {
        let apart = |letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '_' && letter != '.' && letter != '&';
        let opens = from == 0 || self.letters[from].spaced || apart(self.written(from - 1));
        let length = self.letters[from..]
            .iter()
            .enumerate()
            .take_while(|(place, letter)| letter.written.is_ascii_uppercase() && (*place == 0 || !letter.spaced));
        let to = from + length.count();
        let closes = to == self.len() || self.letters[to].spaced || apart(self.written(to));
        (opens && closes && matches!(to - from, 2 | 3)).then_some(to)
    }
}

fn is_latin(letter: char) -> bool {
    letter.is_alphabetic() && u32::from(letter) < 0x250
}

fn is_katakana(letter: char) -> bool {
    ('ァ'..='ヺ').contains(&letter) || letter == 'ー'
}

fn is_han(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}
