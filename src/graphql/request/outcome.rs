//! What became of an act.

use async_graphql::{Enum, Object};

use super::Request;
use crate::graphql::stated::{Language, spoken};
use crate::language;
use crate::request::{Refused, Status};

/// What became of an act on a request.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Status")]
pub enum RequestStatus {
    /// It was done.
    Done,
    /// There is no such request, or none that the caller may see.
    NotFound,
    /// The state of the request does not allow it.
    NotInThisState,
    /// Something is missing or wrong.
    Incomplete,
    /// A ground of the law, or the sentence that gives the person the reason, is missing.
    GroundRequired,
}

/// What became of an act on a request.
pub struct RequestOutcome {
    status: Status,
    message: Option<Message>,
    request: Option<Request>,
}

/// A sentence in Japanese and English.
type Message = [String; 2];

/// What became of an act on a request.
#[Object]
impl RequestOutcome {
    /// Whether it was done, or why not.
    async fn status(&self) -> RequestStatus {
        self.status.into()
    }

    /// Why not, or what is to be known of it, in a sentence.
    async fn message(
        &self,
        #[graphql(default_with = "Some(Language::Ja)", desc = "The language of the sentence.")] language: Option<Language>,
    ) -> Option<&str> {
        let [ja, en] = self.message.as_ref()?;
        Some(spoken(language).pick(ja, en))
    }

    /// The request, as it stands now.
    async fn request(&self) -> Option<&Request> {
        self.request.as_ref()
    }
}

fn both(say: impl Fn(language::Language) -> String) -> Message {
    [say(language::Language::Ja), say(language::Language::En)]
}

impl RequestOutcome {
    /// It was done; with what is to be known of it.
    pub fn done(request: Request, notes: &[Message]) -> Self {
        let message = (!notes.is_empty())
            .then(|| [0, 1].map(|at| notes.iter().map(|note| note[at].as_str()).collect::<Vec<_>>().join(["", " "][at])));
        Self { status: Status::Done, message, request: Some(request) }
    }

    /// It was refused, or recorded as what will not do.
    pub fn refused(refused: &Refused, request: Option<Request>) -> Self {
        Self { status: refused.status(), message: Some(both(|language| refused.message(language))), request }
    }

    /// There is no such request.
    pub fn not_found() -> Self {
        let say = |language: language::Language| {
            language.pick(
                "その番号の請求はないか、閲覧の対象にありません。requests で番号を確かめてください。".to_owned(),
                "There is no request of this number, or none that you may see. Ask for `requests` to see the numbers.".to_owned(),
            )
        };
        Self { status: Status::NotFound, message: Some(both(say)), request: None }
    }
}

/// A note in both languages.
pub fn note(say: impl Fn(language::Language) -> String) -> [String; 2] {
    both(say)
}
