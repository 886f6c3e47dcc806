//! Why a question cannot be answered as it was asked.

use strum::AsRefStr;
use thiserror::Error;

use crate::language::Language;

/// What is wrong with a question: the value, the limit and the way out. Its name is the stable code of the API's error.
#[derive(Debug, Clone, PartialEq, Eq, Error, AsRefStr)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
#[error("{}", self.message(Language::En))]
pub enum Refusal {
    /// No organization of this code is in the registry, or none that the caller may read.
    UnknownOrganization {
        /// The code asked for.
        code: String,
    },
    /// ISO 3166-1 has no such code.
    UnknownCountry {
        /// The code asked for.
        code: String,
    },
    /// A page of a negative number of lines, or of more than the limit.
    PageSize {
        /// The number asked for.
        first: i64,
        /// The most that is given at a time.
        limit: usize,
    },
    /// The text is no cursor of this list.
    BadCursor,
    /// The line that the cursor stands at is no longer in the list.
    CursorGone,
    /// A filter of more conditions than the limit, or nested deeper.
    FilterTooLarge {
        /// The conditions of the filter.
        conditions: usize,
        /// The most conditions.
        limit: usize,
    },
    /// More categories of person than the limit.
    TooManySubjects {
        /// How many were named.
        subjects: usize,
        /// The most that may be.
        limit: usize,
    },
    /// No revision of this number exists.
    UnknownRevision {
        /// The number asked for.
        revision: i64,
        /// The newest one.
        newest: i64,
    },
}

impl Refusal {
    /// The stable code, e.g. `UNKNOWN_ORGANIZATION`.
    #[must_use]
    pub fn code(&self) -> &str {
        self.as_ref()
    }

    /// What is wrong and the way out, in one or two sentences.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let [ja, en] = match self {
            Self::UnknownOrganization { code } => [
                format!("事業者「{code}」は登録されていないか、閲覧の対象にありません。organizations で事業者コードを確かめてください。"),
                format!(
                    "No organization `{code}` is in the registry, or none that you may read. Ask for `organizations` to see the codes."
                ),
            ],
            Self::UnknownCountry { code } => [
                format!("「{code}」という国コードはありません。ISO 3166-1 の2文字のコード(SG など)で指定してください。"),
                format!("`{code}` is no country code. Use the two letters of ISO 3166-1, such as SG."),
            ],
            Self::PageSize { first, limit } => [
                format!("first は 0 以上 {limit} 以下で指定してください({first} が指定されました)。続きは after で取得できます。"),
                format!("`first` is {first}; it must be from 0 to {limit}. Ask for the rest with `after`."),
            ],
            Self::BadCursor => [
                "after の値はこの一覧のカーソルではありません。前の答えの endCursor をそのまま渡してください。".to_owned(),
                "The value of `after` is no cursor of this list. Pass on the `endCursor` of the answer before.".to_owned(),
            ],
            Self::CursorGone => [
                "カーソルの位置にあった行はもうこの一覧にありません。最初から取得し直すか、at で版を指定してください。".to_owned(),
                "The line at which this cursor stands is no longer in the list. Start again, or ask at one revision with `at`.".to_owned(),
            ],
            Self::FilterTooLarge { conditions, limit } => [
                format!("絞り込みの条件が多すぎます({conditions} 個。上限は {limit} 個)。"),
                format!("The filter has {conditions} conditions; {limit} is the most. Ask in several questions."),
            ],
            Self::TooManySubjects { subjects, limit } => [
                format!("本人の区分が多すぎます({subjects} 個。上限は {limit} 個)。ご本人が当てはまる区分だけを指定してください。"),
                format!("{subjects} categories of person were named; {limit} is the most. Name those that the person is in."),
            ],
            Self::UnknownRevision { revision, newest } => [
                format!("第 {revision} 版はありません。最新は第 {newest} 版です。"),
                format!("There is no revision {revision}; the newest is {newest}."),
            ],
        };
        language.pick(ja, en)
    }
}
