//! Persons' requests: cases as rows that are only ever added to, and who the persons are, kept apart and erased.

mod person;
mod read;
mod terms;
mod write;

use chrono::{DateTime, Datelike, Utc};
use entity::request::{Column, Entity};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

pub use person::{Viewed, Viewing};

use super::{Store, StoreError};
use crate::ledger::Text;
use crate::request::{Case, Done, Event, Happening, Person, Received, Refused};

/// What became of a request that was sent in.
#[derive(Debug)]
pub struct Intake {
    /// The case.
    pub case: Case,
    /// Whether the same key had brought it before, so that nothing was added.
    pub known: bool,
}

impl Store {
    /// Keeps a new request and gives it a number. The key of one that was kept before gives that one back, whatever else is sent.
    pub async fn receive_request(
        &self,
        received: &Received,
        person: &Person,
        key: Option<&str>,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<Intake, StoreError> {
        let _turn = self.shared.writing.lock().await;
        let transaction = self.begin_write().await?;
        let organization = received.organization.as_ref();
        if let Some(key) = key {
            let same = Condition::all().add(Column::Organization.eq(organization)).add(Column::IdempotencyKey.eq(key));
            if let Some(case) = read::cases(&transaction, same).await?.pop() {
                return Ok(Intake { case, known: true });
            }
        }
        let year = received.application.received_on.year();
        let of_year = Entity::find().filter(Column::Organization.eq(organization)).filter(Column::Year.eq(year));
        let last: Option<i32> =
            of_year.select_only().column(Column::Count).order_by_desc(Column::Count).into_tuple().one(&transaction).await?;
        let count = last.unwrap_or_default() + 1;
        let case = Case {
            receipt: received.numbered(format!("{organization}-{year}-{count:04}").into()),
            owed: received.owed.clone(),
            events: vec![Event { at: now, by: by.into(), what: Happening::Received }],
            papers: Vec::new(),
        };
        write::case(&transaction, &case, (year, count), key).await?;
        write::person(&transaction, &case.receipt.number, person).await?;
        transaction.commit().await?;
        Ok(Intake { case, known: false })
    }

    /// The case of a number; nothing where there is none.
    pub async fn case(&self, number: &str) -> Result<Option<Case>, StoreError> {
        let of = Condition::all().add(Column::Number.eq(number));
        Ok(read::cases(&self.database, of).await?.pop())
    }

    /// The cases of some organizations (of all where none is named), the newest first.
    pub async fn cases(&self, organizations: Option<&[Text]>) -> Result<Vec<Case>, StoreError> {
        let among = organizations.map(|codes| Column::Organization.is_in(codes.iter().map(AsRef::as_ref).collect::<Vec<&str>>()));
        read::cases(&self.database, Condition::all().add_option(among)).await
    }

    /// Lets a case take its next step as one transaction: what the step says happens is kept whole or not at all, and of two who step
    /// at the same time the second sees what the first did. Nothing where there is no such case.
    pub async fn advance(
        &self,
        number: &str,
        by: &str,
        now: DateTime<Utc>,
        step: impl FnOnce(&Case) -> Result<Done, Refused> + Send,
    ) -> Result<Option<Result<(Case, Done), Refused>>, StoreError> {
        let _turn = self.shared.writing.lock().await;
        let transaction = self.begin_write().await?;
        let of = Condition::all().add(Column::Number.eq(number));
        let Some(mut case) = read::cases(&transaction, of).await?.pop() else { return Ok(None) };
        let done = match step(&case) {
            Ok(done) => done,
            Err(refused) => return Ok(Some(Err(refused))),
        };
        let event = Event { at: now, by: by.into(), what: done.what.clone() };
        write::event(&transaction, number, case.events.len(), &event).await?;
        case.events.push(event);
        if let Some(paper) = &done.paper {
            write::paper(&transaction, &case, paper).await?;
            case.papers.push(paper.clone());
        }
        transaction.commit().await?;
        Ok(Some(Ok((case, done))))
    }
}
