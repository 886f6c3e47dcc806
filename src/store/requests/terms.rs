//! What an organization sets itself for requests.

use chrono::{DateTime, Utc};
use entity::request_terms::{ActiveModel, Column, Entity, Model};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, NotSet, QueryFilter, QueryOrder, Set};

use super::super::read::words::Row;
use super::super::{Store, StoreError};
use crate::request::Terms;

impl TryFrom<Model> for Terms {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let at = Row { table: "request_terms", key: &row.id };
        Ok(Self { target_days: at.number("target_days", row.target_days)?, keep_person: at.word("keep_person", &row.keep_person)? })
    }
}

impl Store {
    /// What an organization has set itself; the default where it has set nothing.
    pub async fn request_terms(&self, organization: &str) -> Result<Terms, StoreError> {
        let select = Entity::find().filter(Column::Organization.eq(organization)).order_by_desc(Column::Id);
        select.one(&self.database).await?.map_or_else(|| Ok(Terms::default()), Terms::try_from)
    }

    /// Sets what holds from now on. Requests received before keep the day by which they are answered.
    pub async fn set_request_terms(&self, organization: &str, terms: Terms, by: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        let row = ActiveModel {
            id: NotSet,
            organization: Set(organization.to_owned()),
            target_days: Set(terms.target_days.into()),
            keep_person: Set(terms.keep_person.to_string()),
            set_at: Set(now),
            set_by: Set(by.to_owned()),
        };
        row.insert(&self.database).await?;
        Ok(())
    }
}
