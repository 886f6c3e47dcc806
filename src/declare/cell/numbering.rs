//! Numbers and bullets before the items of a cell.

/// How an item is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// ①.
    Circled,
    /// `(1)`, ⑴.
    Bracketed,
    /// `1.`, `1)`, `１、`.
    Pointed,
    /// `ア．`, `(ア)`, `a.`, `(a)`, `Ⅰ.`.
    Lettered,
}

impl Style {
    /// Whether such a number is seen for one wherever it stands; others must stand free.
    pub(super) fn stands_anywhere(self) -> bool {
        matches!(self, Self::Circled | Self::Bracketed)
    }
}

/// A number that a text begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marker {
    pub(super) style: Style,
    pub(super) number: u32,
    /// How many letters it has.
    pub(super) length: usize,
}

/// Signs that stand as one letter for a number, each with the number of the first.
const SINGLE: [(char, char, u32, Style); 7] = [
    ('①', '⑳', 1, Style::Circled),
    ('㉑', '㉟', 21, Style::Circled),
    ('㊱', '㊿', 36, Style::Circled),
    ('❶', '❿', 1, Style::Circled),
    ('➀', '➉', 1, Style::Circled),
    ('⑴', '⒇', 1, Style::Bracketed),
    ('⒈', '⒛', 1, Style::Pointed),
];

const KANA: &str = "アイウエオカキクケコサシスセソタチツテト";

/// The number that a text begins with, if it begins with one.
pub(super) fn marker(text: &str) -> Option<Marker> {
    let letters: Vec<char> = text.chars().take(6).collect();
    let first = *letters.first()?;
    let single = SINGLE.iter().find(|(from, to, ..)| (*from..=*to).contains(&first));
    if let Some((from, _, number, style)) = single {
        return Some(Marker { style: *style, number: number + (u32::from(first) - u32::from(*from)), length: 1 });
    }
    let opened = usize::from(matches!(first, '(' | '（'));
    let (number, length, lettered) = numeral(&letters[opened..])?;
    let end = opened + length;
    let closes = |letter: char| matches!(letter, ')' | '）');
    let next = letters.get(end).copied()?;
    if opened == 1 {
        let style = if lettered { Style::Lettered } else { Style::Bracketed };
        return closes(next).then_some(Marker { style, number, length: end + 1 });
    }
    let points = matches!(next, '.' | '．') || closes(next) || (!lettered && matches!(next, '、' | ':' | '：'));
    let goes_on = letters.get(end + 1).is_some_and(|letter| numeral(&[*letter]).is_some_and(|(.., lettered)| !lettered));
    let is_word = lettered && first.is_ascii() && letters.get(end + 1).is_some_and(char::is_ascii_alphabetic);
    let style = if lettered { Style::Lettered } else { Style::Pointed };
    (points && !goes_on && !is_word).then_some(Marker { style, number, length: end + 1 })
}

/// The numeral at the start: its value, its letters, and whether it is a letter of an order.
fn numeral(letters: &[char]) -> Option<(u32, usize, bool)> {
    let digit = |letter: &char| match letter {
        '0'..='9' => Some(u32::from(*letter) - u32::from('0')),
        '０'..='９' => Some(u32::from(*letter) - u32::from('０')),
        _ => None,
    };
    let digits: Vec<u32> = letters.iter().map_while(digit).collect();
    if !digits.is_empty() {
        let value = digits.iter().fold(0, |value: u32, digit| value.saturating_mul(10).saturating_add(*digit));
        return (digits.len() <= 2 && value > 0).then_some((value, digits.len(), false));
    }
    let first = *letters.first()?;
    let order = match first {
        'a'..='z' => u32::from(first) - u32::from('a') + 1,
        'A'..='Z' => u32::from(first) - u32::from('A') + 1,
        'ⅰ'..='ⅻ' => u32::from(first) - u32::from('ⅰ') + 1,
        'Ⅰ'..='Ⅻ' => u32::from(first) - u32::from('Ⅰ') + 1,
        _ => u32::try_from(KANA.chars().position(|kana| kana == first)?).ok()? + 1,
    };
    Some((order, 1, true))
}

/// How many letters of bullets and of white space after them a text begins with.
pub(super) fn bullet(text: &str) -> usize {
    let mut letters = text.chars().peekable();
    let Some(first) = letters.next() else { return 0 };
    let next = letters.peek().copied();
    let is_bullet = match first {
        '・' | '･' | '•' | '●' | '◆' | '◇' | '■' | '▪' | '‣' | '◦' | '▶' | '▷' | '➢' | '✓' => next.is_some(),
        '-' | '－' | '–' | '—' | '*' | '＊' | '○' => next.is_some_and(char::is_whitespace),
        _ => false,
    };
    if is_bullet { 1 + letters.take_while(|letter| letter.is_whitespace() && *letter != '\n').count() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_words_and_amounts() {
        for (text, number) in [
            ("①氏名", Some((1, 1))),
            ("㉑氏名", Some((21, 1))),
            ("⑵氏名", Some((2, 1))),
            ("1. 氏名", Some((1, 2))),
            ("１．氏名", Some((1, 2))),
            ("12)氏名", Some((12, 3))),
            ("(3) 氏名", Some((3, 3))),
            ("（ア）氏名", Some((1, 3))),
            ("イ．氏名", Some((2, 2))),
            ("1.5年", None),
            ("1,000", None),
            ("2024. 7", None),
            ("アイ", None),
            ("A.I.", None),
            ("", None),
        ] {
            assert_eq!(marker(text).map(|mark| (mark.number, mark.length)), number, "{text}");
        }
    }
}
