//! The document as text: how long it is, how many tokens, how deep its brackets. The parser descends once for each bracket, so this
//! is looked at before it runs.

use super::{Excess, MOST_BRACKETS, MOST_BYTES, MOST_TOKENS, What};

/// Refuses a text that is too long or nested too deep. Strings and comments are passed over.
pub(super) fn check(text: &str) -> Result<(), Excess> {
    if text.len() > MOST_BYTES {
        return Err(Excess::Over { what: What::Bytes, value: text.len(), limit: MOST_BYTES });
    }
    let (mut tokens, mut brackets, mut deepest) = (0_usize, 0_usize, 0_usize);
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match first {
            b'#' => rest = &rest[rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len())..],
            b'"' => rest = after_string(after),
            b'{' | b'[' | b'(' => {
                brackets += 1;
                deepest = deepest.max(brackets);
            }
            b'}' | b']' | b')' => brackets = brackets.saturating_sub(1),
            byte if is_of_word(*byte) => rest = &rest[rest.iter().position(|byte| !is_of_word(*byte)).unwrap_or(rest.len())..],
            _ => {}
        }
        if !matches!(first, b' ' | b'\t' | b'\n' | b'\r' | b',' | b'#') {
            tokens += 1;
        }
    }
    for (what, value, limit) in [(What::Nesting, deepest, MOST_BRACKETS), (What::Tokens, tokens, MOST_TOKENS)] {
        if value > limit {
            return Err(Excess::Over { what, value, limit });
        }
    }
    Ok(())
}

fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'+' | b'.')
}

/// What follows a string whose opening quotation mark was taken.
fn after_string(text: &[u8]) -> &[u8] {
    if let Some(block) = text.strip_prefix(b"\"\"") {
        let mut at = 0;
        while at < block.len() {
            if block[at..].starts_with(b"\\\"\"\"") {
                at += 4;
            } else if block[at..].starts_with(b"\"\"\"") {
                return &block[at + 3..];
            } else {
                at += 1;
            }
        }
        return &[];
    }
    let mut escaped = false;
    for (at, byte) in text.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return &text[at + 1..],
            b'\n' | b'\r' => return &text[at..],
            _ => {}
        }
    }
    &[]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn over(text: &str) -> Option<What> {
        match check(text) {
            Ok(()) | Err(Excess::FragmentCycle) => None,
            Err(Excess::Over { what, .. }) => Some(what),
        }
    }

    #[test]
    fn brackets_count_only_where_they_are_brackets() {
        let cases = [
            ("{ a }".to_owned(), None),
            ("{".repeat(10_000), Some(What::Nesting)),
            (format!("{{ a(b: {}1{}) }}", "[".repeat(10_000), "]".repeat(10_000)), Some(What::Nesting)),
            (format!("{{ a(b: \"{}\") }}", "{".repeat(1_000)), None),
            (format!("{{ a(b: \"\\\"{}\") }}", "{".repeat(1_000)), None),
            (format!("{{ a(b: \"\"\"{} \\\"\"\" {}\"\"\") }}", "[".repeat(500), "[".repeat(500)), None),
            (format!("{{ a #{}\n }}", "{".repeat(1_000)), None),
            (format!("{{ a(b: \"unclosed\n{}", "{".repeat(1_000)), Some(What::Nesting)),
            ("a ".repeat(MOST_TOKENS + 1), Some(What::Tokens)),
            (" ".repeat(MOST_BYTES + 1), Some(What::Bytes)),
        ];
        for (text, expected) in cases {
            assert_eq!(over(&text), expected, "{}", text.chars().take(40).collect::<String>());
        }
    }
}
