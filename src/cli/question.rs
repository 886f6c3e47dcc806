//! The ready-made questions of `daicho ask`: GraphQL documents that say themselves what they answer.

use crate::language::Language;

/// A ready-made question.
pub struct Question {
    /// What it is called on the command line.
    pub name: &'static str,
    /// The GraphQL document; its first two lines say in Japanese and English what it answers.
    pub document: &'static str,
}

macro_rules! questions {
    ($($name:literal),+ $(,)?) => {
        /// Every ready-made question, in the order in which `daicho ask` lists them.
        pub const QUESTIONS: &[Question] =
            &[$(Question { name: $name, document: include_str!(concat!("questions/", $name, ".graphql")) }),+];
    };
}

questions!(
    "abroad",
    "transfers",
    "countries",
    "requester-view",
    "fees",
    "contacts",
    "notice",
    "entries",
    "departments",
    "retention-due",
    "findings",
    "revisions",
    "changes",
);

impl Question {
    /// The question of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        QUESTIONS.iter().find(|question| question.name == name)
    }

    /// What it answers.
    #[must_use]
    pub fn about(&self, language: Language) -> &'static str {
        let mark = language.pick("# ja: ", "# en: ");
        self.document.lines().find_map(|line| line.strip_prefix(mark)).unwrap_or_default()
    }
}
