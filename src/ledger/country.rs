//! Countries by their ISO 3166-1 codes.

use std::fmt;

/// A country that exists in ISO 3166-1. Its names and its standing under Article 28 stand with the law's data.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// Japan, the home of an organization that does not say otherwise.
    pub const JAPAN: Self = Self(*b"JP");

    /// The country of an alpha-2 or alpha-3 code in any case, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let code = code.trim().to_ascii_uppercase();
        let found = match code.len() {
            2 => rust_iso3166::from_alpha2(&code),
            3 => rust_iso3166::from_alpha3(&code),
            _ => None,
        }?;
        Some(Self(found.alpha2.as_bytes().try_into().ok()?))
    }

    /// Every country, ascending by code.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut all: Vec<Self> = rust_iso3166::ALL.iter().filter_map(|country| Self::from_code(country.alpha2)).collect();
        all.sort_unstable();
        all
    }

    /// ISO 3166-1 alpha-2.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a code is two capital letters")
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
