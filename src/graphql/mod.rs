//! The query API: newtypes over the domain and one resolver a question. What is answered stands in [`crate::question`]; here is only
//! how it is asked, and how much of it at once.
//!
//! ```text
//! request ─▶ limits (measured once) ─▶ validation ─▶ query ─▶ view (which organizations, at which point) ─▶ ledger ─▶ question
//! ```

mod acceptance;
mod answers;
mod change;
mod country;
mod entry;
mod entry_answer;
mod filter;
mod finding;
mod flow;
mod handling;
mod ledger;
mod limits;
mod mutation;
mod notice;
mod organization;
mod page;
mod party;
mod plan;
mod plans;
mod procedure;
mod query;
mod refusal;
mod request;
mod requester_view;
mod revision;
mod scalars;
mod snapshot;
mod stated;
mod transfer;
mod view;

use async_graphql::EmptySubscription;

use crate::store::Store;

/// The schema, ready to answer.
pub type Schema = async_graphql::Schema<query::Query, mutation::Mutation, EmptySubscription>;

/// Who asks, as the door found out. A request without one is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The name that stands in what it applies.
    pub name: String,
    /// The codes of the organizations that it may read and write; none for all.
    pub organizations: Option<Vec<String>>,
    /// Whether it handles persons' requests, and may see who the persons are.
    pub desk: bool,
}

impl Caller {
    /// A caller who may read and write everywhere, but for the requests of persons.
    #[must_use]
    pub fn everywhere(name: String) -> Self {
        Self { name, organizations: None, desk: false }
    }

    /// The same caller, of the requests desk or not.
    #[must_use]
    pub fn at_desk(self, desk: bool) -> Self {
        Self { desk, ..self }
    }

    /// Whether it may read and write an organization.
    #[must_use]
    pub fn may_read(&self, code: &str) -> bool {
        self.organizations.as_ref().is_none_or(|codes| codes.iter().any(|known| known == code))
    }
}

/// The schema over a store.
#[must_use]
pub fn schema(store: Store) -> Schema {
    builder().data(store).data(plans::Plans::default()).finish()
}

/// The schema in the schema language, as `daicho schema` prints it.
#[must_use]
pub fn sdl() -> String {
    builder().finish().sdl()
}

fn builder() -> async_graphql::SchemaBuilder<query::Query, mutation::Mutation, EmptySubscription> {
    Schema::build(query::Query, mutation::Mutation, EmptySubscription).extension(limits::Limits)
}
