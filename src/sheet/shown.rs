//! Numbers of which the cell's format is part of what is written: `007` is a number 7 under the format `000`, and `5年` a number 5
//! under `0"年"`. Such a cell is taken as the text that people see; a percentage or an amount of money stays a number.

/// A number format whose outcome is taken as text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shown {
    before: String,
    digits: usize,
    grouped: bool,
    after: String,
}

impl Shown {
    /// The format of that code, if its outcome is taken as text: at least two forced digits, or words beside the digits that name
    /// no currency.
    pub(super) fn of(code: &str) -> Option<Self> {
        let mut shown = Self { before: String::new(), digits: 0, grouped: false, after: String::new() };
        let mut seen_digits = false;
        // A whole number looks the same under both, and `General"年"` is as common as `0"年"`.
        let code = code.replacen("General", "0", 1);
        let mut characters = code.chars();
        while let Some(c) = characters.next() {
            match c {
                // The first section is that of positive numbers.
                ';' => break,
                '0' | '#' if shown.after.is_empty() => {
                    seen_digits = true;
                    shown.digits += usize::from(c == '0');
                }
                ',' if seen_digits && shown.after.is_empty() => shown.grouped = true,
                '"' => {
                    let words: String = characters.by_ref().take_while(|c| *c != '"').collect();
                    shown.beside(seen_digits).push_str(&words);
                }
                '\\' => shown.beside(seen_digits).extend(characters.next()),
                // A place as wide as the next character, or filled up with it: nothing that is read.
                '_' | '*' => drop(characters.next()),
                '[' => {
                    // A colour or a locale says nothing; a currency or a condition makes it none of ours.
                    let inside: String = characters.by_ref().take_while(|c| *c != ']').collect();
                    let harmless = inside.starts_with("$-") || inside.chars().all(char::is_alphabetic);
                    if !harmless || is_time(&inside) {
                        return None;
                    }
                }
                '-' | '(' | ')' | ' ' | ':' => shown.beside(seen_digits).push(c),
                c if !c.is_ascii() => shown.beside(seen_digits).push(c),
                _ => return None,
            }
        }
        let worded = |text: &str| text.chars().any(char::is_alphabetic);
        let money = |text: &str| text.contains(['円', '¥', '￥', '$', '€', '£', '%', '％']);
        let taken = !money(&shown.before) && !money(&shown.after) && (shown.digits >= 2 || worded(&shown.before) || worded(&shown.after));
        (seen_digits && taken).then_some(shown)
    }

    /// The number as that format shows it; nothing for a negative number or one with a fraction.
    pub(super) fn text(&self, number: f64) -> Option<String> {
        let digits = whole(number)?;
        let digits = format!("{digits:0>width$}", width = self.digits);
        let digits = if self.grouped { grouped(&digits) } else { digits };
        Some(format!("{}{digits}{}", self.before, self.after).trim().to_owned())
    }

    fn beside(&mut self, after: bool) -> &mut String {
        if after { &mut self.after } else { &mut self.before }
    }
}

/// Whether a text is how a number is shown under such a format: leading zeros, or words beside the whole digits of the number.
pub(super) fn is_shown(text: &str, number: f64) -> bool {
    let Some(digits) = whole(number) else { return false };
    let first = text.find(|c: char| c.is_ascii_digit());
    let last = text.rfind(|c: char| c.is_ascii_digit());
    let (Some(first), Some(last)) = (first, last) else { return false };
    let (before, middle, after) = (&text[..first], &text[first..=last], &text[last + 1..]);
    let money = |text: &str| text.contains(['円', '¥', '￥', '$', '€', '£', '%', '％']);
    let plain: String = middle.chars().filter(|c| *c != ',').collect();
    let worded = before.chars().chain(after.chars()).any(char::is_alphabetic);
    let leading = plain.len() >= 2 && plain.starts_with('0');
    !money(before) && !money(after) && (worded || leading) && plain.trim_start_matches('0') == digits.trim_start_matches('0')
}

fn is_time(inside: &str) -> bool {
    matches!(inside.to_ascii_lowercase().as_str(), "h" | "hh" | "m" | "mm" | "s" | "ss")
}

fn whole(number: f64) -> Option<String> {
    (number >= 0.0 && number.fract() == 0.0 && number < 1e15).then(|| number.to_string())
}

fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(code: &str, number: f64) -> Option<String> {
        Shown::of(code).and_then(|shown| shown.text(number))
    }

    #[test]
    fn forced_digits_and_words_are_text() {
        assert_eq!(shown("000", 7.0).as_deref(), Some("007"));
        assert_eq!(shown("\"P-\"0000", 12.0).as_deref(), Some("P-0012"));
        assert_eq!(shown("0\"年\"", 5.0).as_deref(), Some("5年"));
        assert_eq!(shown("#,##0\"件\"", 12345.0).as_deref(), Some("12,345件"));
        assert_eq!(shown("General\"年\"", 5.0).as_deref(), Some("5年"));
    }

    #[test]
    fn plain_numbers_money_and_times_are_not() {
        for code in
            ["General", "0", "#,##0", "0.00", "0%", "\"¥\"#,##0", "#,##0\"円\"", "[h]:mm", "yyyy", "@", "0.00E+00", "# ?/?", "00-00"]
        {
            assert_eq!(Shown::of(code), None, "{code}");
        }
        assert_eq!(shown("000", -7.0), None);
        assert_eq!(shown("000", 7.5), None);
    }

    #[test]
    fn a_shown_text_is_told_from_a_formatted_number() {
        assert!(is_shown("007", 7.0));
        assert!(is_shown("5年", 5.0));
        assert!(is_shown("12,345件", 12345.0));
        assert!(!is_shown("12,345", 12345.0));
        assert!(!is_shown("¥500", 500.0));
        assert!(!is_shown("50%", 0.5));
        assert!(!is_shown("7", 7.0));
    }
}
