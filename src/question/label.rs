//! Values of a ledger in the words of a privacy officer.

use crate::language::Language;
use crate::ledger::{Medium, RequesterKind, RetentionKind, Stated};

/// What a value is called.
pub trait Label {
    /// Its name in a language.
    fn label(self, language: Language) -> &'static str;
}

impl Label for Stated {
    fn label(self, language: Language) -> &'static str {
        let (ja, en) = match self {
            Self::Yes => ("有", "yes"),
            Self::No => ("無", "no"),
            Self::Possible => ("可能性あり", "possible"),
            Self::NotStated => ("記載なし", "not stated"),
        };
        language.pick(ja, en)
    }
}

impl Label for RetentionKind {
    fn label(self, language: Language) -> &'static str {
        let (ja, en) = match self {
            Self::Period => ("期間", "a period"),
            Self::AfterEvent => ("事由の後の期間", "a period after an event"),
            Self::UntilEvent => ("事由または期日まで", "until an event or a day"),
            Self::Statutory => ("法定", "as a law requires"),
            Self::Permanent => ("永年", "for ever"),
            Self::WhileNeeded => ("必要な期間", "as long as needed"),
            Self::NotStated => ("記載なし", "not stated"),
            Self::Unreadable => ("読み取れない記載", "not understood"),
        };
        language.pick(ja, en)
    }
}

impl Label for Medium {
    fn label(self, language: Language) -> &'static str {
        let (ja, en) = match self {
            Self::Paper => ("紙", "paper"),
            Self::Electronic => ("電子", "electronic"),
            Self::Other => ("その他", "other"),
        };
        language.pick(ja, en)
    }
}

impl Label for RequesterKind {
    fn label(self, language: Language) -> &'static str {
        let (ja, en) = match self {
            Self::Principal => ("本人", "principal"),
            Self::LegalRepresentative => ("法定代理人", "legal representative"),
            Self::AuthorizedAgent => ("委任による代理人", "authorized agent"),
        };
        language.pick(ja, en)
    }
}
