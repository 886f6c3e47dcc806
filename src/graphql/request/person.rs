//! Who the person of a request is: for the desk alone, each look on record.

use async_graphql::{Context, Object, Result};
use chrono::NaiveDate;

use super::at_desk;
use crate::clock;
use crate::graphql::procedure::RequiredDocument;
use crate::graphql::scalars::{Day, Moment};
use crate::graphql::view::failed;
use crate::ledger::{self, Text};
use crate::request::Person;
use crate::store::{self, Store, Viewed};

/// Who the person of a request is.
pub struct RequestPerson(pub Person);

/// Who the person of a request is. It is personal data itself, and erased after the time that the organization has set.
#[Object]
impl RequestPerson {
    /// The person whose data is asked about.
    async fn principal_name(&self) -> &str {
        &self.0.principal
    }

    /// The one who asks, where that is another.
    async fn requester_name(&self) -> Option<&str> {
        self.0.requester.as_deref()
    }

    /// Where to answer.
    async fn contact(&self) -> Option<&str> {
        self.0.contact.as_deref()
    }
}

/// A line of the list of documents, and whether it came in.
pub struct RequestDocument {
    /// The number of the request.
    pub number: Text,
    /// The line.
    pub line: ledger::RequiredDocument,
    /// The day on which an accepted paper for it came in.
    pub received_on: Option<NaiveDate>,
}

/// A paper that a request needs, and whether it came in.
#[Object]
impl RequestDocument {
    /// The line of the list of documents.
    async fn document(&self) -> RequiredDocument {
        RequiredDocument(self.line.clone())
    }

    /// The day on which an accepted paper for it came in. Shown to the desk alone, and the look is on record; nothing once it is erased.
    async fn received_on(&self, ctx: &Context<'_>) -> Result<Option<Day>> {
        let caller = at_desk(ctx)?;
        if self.received_on.is_some() {
            let store = ctx.data::<Store>()?;
            store.record_viewing(&self.number, Viewed::Papers, &caller.name, clock::now()).await.map_err(failed)?;
        }
        Ok(self.received_on.map(Day))
    }
}

/// That someone looked at who the person of a request is.
pub struct RequestViewing(pub store::Viewing);

/// That someone looked at who the person of a request is.
#[Object]
impl RequestViewing {
    /// When.
    async fn at(&self) -> Moment {
        Moment(self.0.at)
    }

    /// Who.
    async fn by(&self) -> &str {
        &self.0.by
    }

    /// At what: PERSON (name and where to answer) or PAPERS (what came in).
    async fn what(&self) -> &str {
        self.0.what.as_ref()
    }
}
