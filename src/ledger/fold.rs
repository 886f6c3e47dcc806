//! How words are compared: without width, kana, case, white space and look-alike bars.

use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization;

/// The form in which two spellings of a word are one: NFKC, katakana as hiragana, small letters, one bar, one tilde, no white space.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        let Some(form) = form_by_itself(letter) else {
            return text.nfkc().flat_map(char::to_lowercase).filter(|letter| !letter.is_whitespace()).map(fold_letter).collect();
        };
        if !form.is_whitespace() {
            folded.push(fold_letter(form.to_ascii_lowercase()));
        }
    }
    folded
}

/// Whether two spellings are of one word: [`fold`] makes the same of both.
#[must_use]
pub fn is_same_word(a: &str, b: &str) -> bool {
    let forms = |text| str::chars(text).map(form_by_itself);
    if forms(a).chain(forms(b)).any(|form| form.is_none()) {
        return fold(a) == fold(b);
    }
    let folded = |text| forms(text).flatten().filter(|form| !form.is_whitespace()).map(|form: char| fold_letter(form.to_ascii_lowercase()));
    folded(a).eq(folded(b))
}

/// The letter that a text begins with when it is folded, as far as its first two letters tell by themselves.
#[must_use]
pub fn initial(text: &str) -> Option<char> {
    let mut letters = text.chars();
    let form = form_by_itself(letters.next()?).filter(|form| !form.is_whitespace())?;
    // A mark that follows may become one with it.
    letters.next().is_none_or(|next| form_by_itself(next).is_some()).then(|| fold_letter(form.to_ascii_lowercase()))
}

/// What NFKC makes of a letter whatever stands beside it, of those that only ASCII has in capitals: nearly all that ledgers hold.
fn form_by_itself(letter: char) -> Option<char> {
    match letter {
        '\0'..='\u{7f}' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '・' | 'ー' | '一'..='\u{9fff}'
        // Signs: of multiplying, bars, ※, arrows, shapes, brackets.
        | '×' | '‒'..='―' | '※' | '\u{2190}'..='\u{21ff}' | '\u{25a0}'..='\u{25ff}' | '\u{3000}'..='\u{301f}' => Some(letter),
        '①'..='⑨' => char::from_u32(u32::from(letter) - u32::from('①') + u32::from('1')),
        '！'..='～' => char::from_u32(u32::from(letter) - 0xfee0),
        _ => None,
    }
}

fn fold_letter(letter: char) -> char {
    match letter {
        'ァ'..='ヶ' => char::from_u32(u32::from(letter) - 0x60).unwrap_or(letter),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | 'ー' | '─' | '━' => '-',
        '〜' | '∼' => '~',
        '〇' | '◯' | '⚪' => '○',
        other => other,
    }
}

/// The order in which a person lists numbers: `R-2` before `R-10`.
#[must_use]
pub fn compare_naturally(a: &str, b: &str) -> Ordering {
    // Most numbers of a ledger begin alike. A number that is only begun alike is compared from its first digit.
    let alike = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let alike = a[..a.floor_char_boundary(alike)].trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
    let (mut left, mut right) = (&a[alike..], &b[alike..]);
    loop {
        let digits = (number(left), number(right));
        let order = if digits.0.is_empty() || digits.1.is_empty() {
            let (mut of_left, mut of_right) = (left.chars(), right.chars());
            let order = of_left.next().cmp(&of_right.next());
            (left, right) = (of_left.as_str(), of_right.as_str());
            order
        } else {
            (left, right) = (&left[digits.0.len()..], &right[digits.1.len()..]);
            let [x, y] = [digits.0, digits.1].map(|digits| digits.trim_start_matches('0'));
            x.len().cmp(&y.len()).then_with(|| x.cmp(y))
        };
        if order != Ordering::Equal {
            return order;
        }
        if left.is_empty() && right.is_empty() {
            return a.cmp(b);
        }
    }
}

/// The digits that a text begins with.
fn number(text: &str) -> &str {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    &text[..length]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_has_the_form_that_normalization_gives_it() {
        for (letter, form) in ('\0'..=char::MAX).filter_map(|letter| Some((letter, form_by_itself(letter)?))) {
            let normalized: String =
                letter.to_string().nfkc().flat_map(char::to_lowercase).filter(|letter| !letter.is_whitespace()).collect();
            let form: String = [form.to_ascii_lowercase()].into_iter().filter(|letter| !letter.is_whitespace()).collect();
            assert_eq!(normalized, form, "{letter:?}");
        }
    }

    #[test]
    fn the_first_letter_is_that_of_the_folded_text() {
        for letter in '\0'..=char::MAX {
            for text in [String::from(letter), format!("{letter}あ"), format!("か{letter}"), format!("Ｋ{letter}")] {
                assert!(initial(&text).is_none_or(|initial| fold(&text).starts_with(initial)), "{text:?}");
            }
        }
        assert_eq!(
            ["Ａ社", "なし", "ナシ", "カ゛", "か\u{3099}", " あ", ""].map(initial),
            [Some('a'), Some('な'), Some('な'), None, None, None, None]
        );
    }

    #[test]
    fn words_are_compared_as_their_folded_forms_are() {
        let words = ["サーバー", "ｻｰﾊﾞｰ", "さ-ば-", "サーバ", "カ゛", "か\u{3099}", "が", "Ａ 社", "a社", "", " ", "①", "1", "㈱", "(株)"];
        for a in words {
            for b in words {
                assert_eq!(is_same_word(a, b), fold(a) == fold(b), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn spellings_of_a_word_are_one() {
        assert_eq!(fold("サーバー"), fold("ｻｰﾊﾞｰ"));
        assert_eq!(fold("利 用\n目　的"), fold("利用目的"));
        assert_eq!(fold("ＡＷＳ　Tokyo"), "awstokyo");
        assert_eq!(fold("〇"), fold("◯"));
    }
}
