//! Organizations' codes.

use super::{Doubt, Reading};
use crate::finding::Code;
use crate::ledger::Text;

/// An organization's code: small letters, digits and hyphens. Anything else is no code.
#[must_use]
pub fn organization_code(text: &str) -> Reading<Option<Text>> {
    let code = text.trim();
    let allowed = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    if !code.is_empty() && code.len() <= 64 && code.chars().all(allowed) && !code.starts_with('-') && !code.ends_with('-') {
        Reading::sure(Some(code.into()))
    } else {
        Reading::doubtful(None, Doubt::new(Code::OrganizationCodeInvalid, &[text]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_small_letters_digits_and_hyphens() {
        for (text, valid) in
            [("ruft", true), ("arrow-trust", true), ("a1", true), ("Ruft", false), ("-a", false), ("株式会社", false), ("", false)]
        {
            let read = organization_code(text);
            assert_eq!((read.value.is_some(), read.doubts.is_empty()), (valid, valid), "{text}");
        }
        assert!(organization_code(&"a".repeat(65)).value.is_none());
    }
}
