//! What happened to a request.

use async_graphql::Object;

use crate::graphql::scalars::Moment;
use crate::graphql::stated::{Language, spoken};
use crate::request::Event;

/// Something that happened to a request.
pub struct RequestEvent<'a>(pub &'a Event);

/// Something that happened to a request.
#[Object]
impl RequestEvent<'_> {
    /// When it was recorded.
    async fn at(&self) -> Moment {
        Moment(self.0.at)
    }

    /// Who recorded it.
    async fn by(&self) -> &str {
        &self.0.by
    }

    /// What happened, in words.
    async fn what(
        &self,
        #[graphql(default_with = "Some(Language::Ja)", desc = "The language of the words.")] language: Option<Language>,
    ) -> String {
        self.0.what.name(spoken(language))
    }

    /// What kind of event it is, such as DECIDED.
    async fn kind(&self) -> String {
        self.0.what.kind().as_ref().to_owned()
    }
}
