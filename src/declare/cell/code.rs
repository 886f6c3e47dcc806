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
