//! The only reader of the environment.

use std::env;

/// What the environment says. Arguments go before it.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    /// `DAICHO_DATABASE`: the database's URL.
    pub database: Option<String>,
    /// `DAICHO_LANGUAGE`: `ja` or `en`.
    pub language: Option<String>,
    /// `DAICHO_LOG`: what is logged, e.g. `info` or `daicho=debug`.
    pub log: Option<String>,
    /// Whether `NO_COLOR` asks for plain text.
    pub no_color: bool,
}

impl Environment {
    /// Reads the environment once, at the start.
    #[must_use]
    pub fn read() -> Self {
        Self {
            database: variable("DAICHO_DATABASE"),
            language: variable("DAICHO_LANGUAGE"),
            log: variable("DAICHO_LOG"),
            no_color: variable("NO_COLOR").is_some(),
        }
    }
}

/// A variable that is set, not empty, and text.
#[expect(clippy::disallowed_methods, reason = "this is the one reader of the environment")]
fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}
