//! Who the persons of requests are: shown with a record of who looked, and erased after a time.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{request_paper, request_person, request_viewing};
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbBackend, EntityTrait, NotSet, QueryFilter, QueryOrder, Set};
use strum::{AsRefStr, EnumString};

use super::super::read::words::Row;
use super::super::{Store, StoreError};
use super::{read, write};
use crate::ledger::{Text, fold};
use crate::request::{Case, Event, Happening, Person, State, day_in_japan};

/// What of the person was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, AsRefStr, EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Viewed {
    /// The name and where to answer.
    Person,
    /// The papers that came in.
    Papers,
}

/// That someone looked at who the person of a request is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewing {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Text,
    /// At what.
    pub what: Viewed,
}

impl From<request_person::Model> for Person {
    fn from(row: request_person::Model) -> Self {
        Self { principal: row.principal.into(), requester: row.requester.map(Text::from), contact: row.contact.map(Text::from) }
    }
}

impl Store {
    /// Who the person of a case is. The look is on record before it is had. Nothing where it was erased, or there is no such case.
    pub async fn person(&self, number: &str, by: &str, now: DateTime<Utc>) -> Result<Option<Person>, StoreError> {
        let Some(row) = request_person::Entity::find_by_id(number).one(&self.database).await? else { return Ok(None) };
        self.record_viewing(number, Viewed::Person, by, now).await?;
        Ok(Some(row.into()))
    }

    /// Puts on record that someone looks at what tells who the person of a case is.
    pub async fn record_viewing(&self, number: &str, what: Viewed, by: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        let row = request_viewing::ActiveModel {
            id: NotSet,
            number: Set(number.to_owned()),
            viewed_at: Set(now),
            viewed_by: Set(by.to_owned()),
            what: Set(what.as_ref().to_owned()),
        };
        row.insert(&self.database).await?;
        Ok(())
    }

    /// Who looked at who the person of a case is, the newest first.
    pub async fn viewings(&self, number: &str) -> Result<Vec<Viewing>, StoreError> {
        use request_viewing::{Column, Entity};
        let rows = Entity::find().filter(Column::Number.eq(number)).order_by_desc(Column::Id).all(&self.database).await?;
        let viewing = |row: request_viewing::Model| {
            let what = Row { table: "request_viewing", key: &row.id }.word("what", &row.what)?;
            Ok(Viewing { at: row.viewed_at, by: row.viewed_by.into(), what })
        };
        rows.into_iter().map(viewing).collect()
    }

    /// The numbers of other cases of the same organization that ask for one of the same rights in the name of the same person, the newest
    /// first. Names are compared without width, kana, case and spaces; an erased person is like nobody.
    pub async fn duplicates(&self, case: &Case) -> Result<Vec<Text>, StoreError> {
        let of = Condition::all().add(entity::request::Column::Organization.eq(case.receipt.organization.as_ref()));
        let persons = request_person::Entity::find().all(&self.database).await?;
        let own = persons.iter().find(|row| row.number == *case.receipt.number).map(|row| fold(&row.principal));
        let Some(own) = own else { return Ok(Vec::new()) };
        let namesakes: Vec<&str> = persons.iter().filter(|row| fold(&row.principal) == own).map(|row| row.number.as_str()).collect();
        let of =
            of.add(entity::request::Column::Number.is_in(namesakes)).add(entity::request::Column::Number.ne(case.receipt.number.as_ref()));
        let others = read::cases(&self.database, of).await?;
        let alike = |other: &Case| other.receipt.rights.iter().any(|right| case.receipt.rights.contains(right));
        Ok(others.into_iter().filter(|other| alike(other) && other.state() != State::Withdrawn).map(|other| other.receipt.number).collect())
    }

    /// Erases who the persons are of cases of some organizations (of all where none is named) that were closed so long ago that their organization keeps it no longer, and gives the
    /// numbers of these cases. The cases stay.
    pub async fn erase_persons(
        &self,
        organizations: Option<&[Text]>,
        today: NaiveDate,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<Vec<Text>, StoreError> {
        let kept = request_person::Entity::find().all(&self.database).await?;
        let of = Condition::all().add(entity::request::Column::Number.is_in(kept.iter().map(|row| row.number.as_str())));
        let mut erased = Vec::new();
        for case in read::cases(&self.database, of).await? {
            let Some(closed_on) = closed_on(&case) else { continue };
            if organizations.is_some_and(|codes| !codes.contains(&case.receipt.organization)) {
                continue;
            }
            if self.request_terms(&case.receipt.organization).await?.erase_on(closed_on) <= today {
                self.erase_person(&case, by, now).await?;
                erased.push(case.receipt.number);
            }
        }
        if !erased.is_empty() && self.database.get_database_backend() == DbBackend::Sqlite {
            // The write-ahead log holds the pages as they were before, until it is begun anew.
            self.database.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await?;
        }
        Ok(erased)
    }

    async fn erase_person(&self, case: &Case, by: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        let _turn = self.shared.writing.lock().await;
        let transaction = self.begin_write().await?;
        let number = case.receipt.number.as_ref();
        request_paper::Entity::delete_many().filter(request_paper::Column::Number.eq(number)).exec(&transaction).await?;
        let gone = request_person::Entity::delete_by_id(number).exec(&transaction).await?;
        // Of two who erase at once, one does.
        if gone.rows_affected == 1 {
            let event = Event { at: now, by: by.into(), what: Happening::PersonErased };
            write::event(&transaction, number, case.events.len(), &event).await?;
        }
        transaction.commit().await?;
        Ok(())
    }
}

/// The day in Japan on which a case was closed; none for an open one.
fn closed_on(case: &Case) -> Option<NaiveDate> {
    let progress = case.progress();
    let at = progress.withdrawn.or(progress.replied)?;
    Some(day_in_japan(at))
}
