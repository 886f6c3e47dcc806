//! What the words of a cell of countries are, one after the other.

use super::letters::Letters;
use crate::ledger::Country;
use crate::vocabulary::{Area, Vocabulary};

/// A word of the cell, or what stands between words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A country, by its name, its code, a region or a city.
    Country(Country),
    /// What is said beside countries.
    Area(Area),
    /// 日本以外 names what stands before, `except Japan` what comes after.
    ExceptNext,
    /// 、 or 及び.
    Divide,
    /// A bracket opens.
    Open,
    /// A bracket closes.
    Close,
    /// Words that the vocabulary does not know.
    Unknown(String),
}

/// What divides the elements of a list, beside signs.
const JOINTS: [&str; 6] = ["及び", "および", "並びに", "ならびに", "and", "plus"];

/// The words of a cell.
pub(super) fn tokens(text: &str, vocabulary: &Vocabulary) -> Vec<Token> {
    let letters = Letters::of(text);
    let mut tokens = Vec::new();
    let (mut at, mut unknown_from) = (0, 0);
    while at < letters.len() {
        let Some((token, next)) = token(&letters, at, vocabulary) else {
            at += 1;
            continue;
        };
        push_unknown(&mut tokens, &letters, unknown_from, at);
        tokens.push(token);
        (at, unknown_from) = (next, next);
    }
    push_unknown(&mut tokens, &letters, unknown_from, letters.len());
    between(&tokens)
}

/// The word or sign that begins at a place, and the place after it.
fn token(letters: &Letters, at: usize, vocabulary: &Vocabulary) -> Option<(Token, usize)> {
    let code = letters.capitals(at).and_then(|to| Some((Token::Country(Country::from_code(&letters.between(at, to))?), to)));
    let country = vocabulary.countries.beginning(letters.rest(at)).map(|(bytes, country)| (Token::Country(country), bytes));
    let area = vocabulary.areas.beginning(letters.rest(at)).map(|(bytes, area)| (area_token(area, letters.written(at)), bytes));
    let joint = JOINTS.iter().find(|joint| letters.rest(at).starts_with(**joint)).map(|joint| (Token::Divide, joint.len()));
    let words = [country, area, joint].into_iter().flatten().filter_map(|(token, bytes)| Some((token, letters.after(at, bytes)?)));
    let longest = words.filter(|(_, to)| letters.is_word(at, *to)).chain(code).max_by_key(|(_, to)| *to);
    longest.or_else(|| sign(letters.written(at)).map(|sign| (sign, at + 1)))
}

fn area_token(area: Area, first: char) -> Token {
    if area == Area::Except && first.is_ascii_alphabetic() { Token::ExceptNext } else { Token::Area(area) }
}

fn sign(letter: char) -> Option<Token> {
    match letter {
        '、' | ',' | '・' | '/' | ';' | '。' | '&' | '+' | '|' | '→' => Some(Token::Divide),
        '(' | '[' | '【' | '「' | '『' | '〔' | '<' | '《' => Some(Token::Open),
        ')' | ']' | '】' | '」' | '』' | '〕' | '>' | '》' => Some(Token::Close),
        // 米国？ may be it.
        '?' => Some(Token::Area(Area::Or)),
        _ => None,
    }
}

/// Takes up words that are not known. Particles and signs are none.
fn push_unknown(tokens: &mut Vec<Token>, letters: &Letters, from: usize, to: usize) {
    if from < to {
        tokens.push(Token::Unknown(letters.between(from, to)));
    }
}

/// か and と between two names join them. Other stretches of hiragana and signs say nothing.
fn between(tokens: &[Token]) -> Vec<Token> {
    let names = |token: Option<&Token>| {
        matches!(
            token,
            Some(Token::Country(_) | Token::Close | Token::Area(Area::Home | Area::Abroad | Area::WithJapan | Area::WithoutJapan))
        )
    };
    let joined: Vec<Token> = (0..tokens.len())
        .map(|at| match &tokens[at] {
            Token::Unknown(word) if names(at.checked_sub(1).and_then(|at| tokens.get(at))) && names(tokens.get(at + 1)) => {
                match word.as_str() {
                    "か" => Token::Area(Area::Or),
                    "と" | "や" => Token::Divide,
                    _ => tokens[at].clone(),
                }
            }
            // 米国他: there are others.
            Token::Unknown(word) if names(at.checked_sub(1).and_then(|at| tokens.get(at))) && matches!(word.as_str(), "他" | "その他") => {
                Token::Area(Area::Open)
            }
            token => token.clone(),
        })
        .collect();
    joined.into_iter().filter(|token| !matches!(token, Token::Unknown(word) if says_nothing(word))).collect()
}

fn says_nothing(word: &str) -> bool {
    let aside = ["ただし", "なお"].iter().any(|aside| word.contains(aside));
    !aside && word.chars().all(|letter| ('ぁ'..='ん').contains(&letter) || !letter.is_alphanumeric() || letter.is_ascii_digit())
}
