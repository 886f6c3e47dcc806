//! Words as Markdown: whatever they hold, they are read as words.
//!
//! CommonMark reads a punctuation mark of ASCII after a backslash as itself, so every mark that could begin markup gets one. Web and
//! mail addresses would become links in GitHub's dialect, which looks for them after escapes are undone; they stand in code spans, where
//! no dialect looks.

use std::ops::Range;

use super::words::NOTHING;

/// Where words stand, which decides what could be taken for markup and how a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a block whose further lines are indented by so many spaces.
    Block(usize),
    /// In a heading, which has one line.
    Heading,
    /// In a cell of a table, which has one line.
    Cell,
}

/// The words, escaped; each of their lines on a line. Where there are none, that is said.
pub(super) fn words(text: &str, place: Place) -> String {
    let lines: Vec<String> = super::words::lines(text).map(|text| line(text, matches!(place, Place::Block(_)))).collect();
    if lines.is_empty() {
        return NOTHING.to_owned();
    }
    match place {
        Place::Block(indent) => lines.join(&format!("\\\n{}", " ".repeat(indent))),
        Place::Heading => lines.join(" "),
        Place::Cell => lines.join("<br>"),
    }
}

/// One line. At its start some marks more would begin a list, a heading or a rule.
fn line(text: &str, at_start: bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let begins_with_address = address(text).is_some_and(|found| found.start == 0);
    if at_start && !begins_with_address {
        let digits = text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        match text[digits..].chars().next() {
            Some('-' | '+' | '=' | ':') if digits == 0 => out.push('\\'),
            Some('.' | ')') if digits > 0 => {
                out.push_str(&text[..digits]);
                out.push('\\');
                out.push_str(&text[digits..=digits]);
                inline(&text[digits + 1..], &mut out);
                return out;
            }
            _ => {}
        }
    }
    inline(text, &mut out);
    out
}

fn inline(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(range) = address(rest) {
        marks(&rest[..range.start], out);
        out.push('`');
        out.push_str(&rest[range.clone()]);
        out.push('`');
        rest = &rest[range.end..];
    }
    marks(rest, out);
}

fn marks(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '#' | '$' | '^' => out.extend(['\\', letter]),
            '\t' => out.push(' '),
            control if control.is_control() => out.push(char::REPLACEMENT_CHARACTER),
            other => out.push(other),
        }
    }
}

/// The first run of letters that a dialect could take for an address on the web or of a mail box.
fn address(text: &str) -> Option<Range<usize>> {
    let is_of_run = |letter: char| letter.is_ascii_graphic() && !matches!(letter, '`' | '|' | '\\' | '<' | '>' | '"');
    let mut start = 0;
    while start < text.len() {
        let from = start + text[start..].find(is_of_run)?;
        let to = text[from..].find(|letter| !is_of_run(letter)).map_or(text.len(), |length| from + length);
        let run = text[from..to].to_ascii_lowercase();
        if run.contains("://") || run.contains("www.") || run.contains('@') || run.contains("mailto:") || run.contains("xmpp:") {
            return Some(from..to);
        }
        start = to;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_as_themselves() {
        for (text, place, expected) in [
            ("9:30~17:00 (土日を除く)", Place::Block(0), "9:30\\~17:00 (土日を除く)"),
            ("- 一\n2. 二\n\n# 三", Place::Block(2), "\\- 一\\\n  2\\. 二\\\n  \\# 三"),
            ("a|b\n<b>*c*_d_</b>", Place::Cell, "a\\|b<br>\\<b\\>\\*c\\*\\_d\\_\\</b\\>"),
            ("[x](http://a.example/?q=1) と", Place::Heading, "`[x](http://a.example/?q=1)` と"),
            ("窓口 privacy@example.co.jp まで", Place::Block(0), "窓口 `privacy@example.co.jp` まで"),
            ("2016年5月1日", Place::Block(0), "2016年5月1日"),
            ("03-5227-8370", Place::Block(0), "03-5227-8370"),
            (":a@b.c", Place::Block(0), "`:a@b.c`"),
            ("1.www.example", Place::Block(0), "`1.www.example`"),
            ("---", Place::Block(0), "\\---"),
        ] {
            assert_eq!(words(text, place), expected, "{text}");
        }
    }
}
