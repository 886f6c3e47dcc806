//! A cell of 保存期間 without what stands beside its words: white space, widths, footnote marks, brackets.

use unicode_normalization::UnicodeNormalization;

/// A cell divided into what stands outside brackets and what stands in each.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::declare::cell) struct Parts {
    /// Outside all brackets, without white space.
    pub(in crate::declare::cell) main: String,
    /// In each bracket, without white space.
    pub(in crate::declare::cell) brackets: Vec<String>,
}

/// The words of a cell in one width, without white space, footnote marks and numbers of lists.
pub(in crate::declare::cell) fn parts(text: &str) -> Parts {
    let mut parts = Parts::default();
    let mut depth = 0_usize;
    for letter in plain(text).chars() {
        match letter {
            '(' | '[' | '〔' | '【' => {
                depth += 1;
                if depth == 1 {
                    parts.brackets.push(String::new());
                }
            }
            ')' | ']' | '〕' | '】' => depth = depth.saturating_sub(1),
            letter if letter.is_whitespace() => {}
            letter if depth == 0 => parts.main.push(letter),
            letter => {
                if let Some(bracket) = parts.brackets.last_mut() {
                    bracket.push(letter);
                }
            }
        }
    }
    parts.brackets.retain(|bracket| !bracket.is_empty());
    if (parts.main.is_empty() || is_class(&parts.main)) && !parts.brackets.is_empty() {
        parts.main = parts.brackets.remove(0);
    }
    parts
}

/// Whether words are a class of retention, which a bracket behind it explains: A（10年）, 第1種（永久）, 長期（30年）.
fn is_class(main: &str) -> bool {
    let letter = main.chars().count() == 1 && main.chars().all(|letter| letter.is_ascii_uppercase());
    let number = ["種", "類"].iter().find_map(|end| main.strip_suffix(end)).map(|number| number.strip_prefix('第').unwrap_or(number));
    let is_number = |number: &str| !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit() || "一二三四五".contains(digit));
    let length = ["長期", "中期", "短期", "長期保存", "短期保存", "長期保管", "短期保管"].contains(&main);
    letter || length || number.is_some_and(is_number)
}

/// In one width, without footnote marks. A circled number begins a line and is no digit of what follows it.
pub(in crate::declare::cell) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '※' | '*' | '＊' => while letters.next_if(|letter| letter.is_ascii_digit() || ('０'..='９').contains(letter)).is_some() {},
            '①'..='⑳' | '⑴'..='⒇' | '㉑'..='㉟' => plain.push('・'),
            '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' => {}
            '〜' | '∼' | '～' => plain.push('~'),
            '◯' | '○' => plain.push('〇'),
            letter => plain.extend(std::iter::once(letter).nfkc()),
        }
    }
    // Half-width kana bear their marks as letters of their own, which only the whole text brings together.
    without_thousands(&plain.nfkc().collect::<String>())
}

/// Without the commas that group the digits of a number: 1,095日.
fn without_thousands(text: &str) -> String {
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).count();
    let groups = |at: usize| text[..at].ends_with(|letter: char| letter.is_ascii_digit()) && digits(&text[at + 1..]) == 3;
    text.char_indices().filter(|(at, letter)| *letter != ',' || !groups(*at)).map(|(_, letter)| letter).collect()
}
