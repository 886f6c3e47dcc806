//! The two languages in which the program speaks to people.

/// A language of messages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Language {
    /// Japanese, the language of the ledgers.
    #[default]
    Ja,
    /// English.
    En,
}
