//! Findings that someone answers for leaving as they are.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use entity::acceptance::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, EntityTrait, NotSet, QueryFilter, QueryOrder, Set};

use super::{Store, StoreError};
use crate::finding::{Acceptance, Code, FindingKey};
use crate::ledger::Text;

impl TryFrom<Model> for Acceptance {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let wrong = |column, value: &str| StoreError::row("acceptance", column, row.id.to_string(), value);
        let code = Code::from_str(&row.code).map_err(|_| wrong("code", &row.code))?;
        let occurrence =
            row.occurrence.map(|occurrence| u32::try_from(occurrence).map_err(|_| wrong("occurrence", &occurrence.to_string())));
        let entry = row.control_no.as_deref().map(Text::from).zip(occurrence.transpose()?);
        let key = FindingKey { organization: row.organization.as_str().into(), code, entry, about: row.about.as_deref().map(Text::from) };
        Ok(Self {
            id: row.id,
            key,
            reason: row.reason.into(),
            until: row.until,
            by: row.accepted_by.into(),
            at: row.accepted_at,
            withdrawn: row.withdrawn_by.map(Text::from).zip(row.withdrawn_at),
        })
    }
}

impl Store {
    /// Accepts a finding until a day, and gives the acceptance.
    pub async fn accept(
        &self,
        key: &FindingKey,
        reason: &str,
        until: NaiveDate,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<Acceptance, StoreError> {
        let row = ActiveModel {
            id: NotSet,
            organization: Set(key.organization.to_string()),
            code: Set(key.code.as_ref().to_owned()),
            control_no: Set(key.entry.as_ref().map(|(control_no, _)| control_no.to_string())),
            occurrence: Set(key.entry.as_ref().map(|(_, occurrence)| i64::from(*occurrence))),
            about: Set(key.about.as_deref().map(str::to_owned)),
            reason: Set(reason.to_owned()),
            until: Set(until),
            accepted_by: Set(by.to_owned()),
            accepted_at: Set(now),
            withdrawn_by: Set(None),
            withdrawn_at: Set(None),
        };
        row.insert(&self.database).await?.try_into()
    }

    /// The acceptances of some organizations (of all where none is named), those withdrawn or past included; the newest first.
    pub async fn acceptances(&self, organizations: Option<&[Text]>) -> Result<Vec<Acceptance>, StoreError> {
        let among = organizations.map(|codes| Column::Organization.is_in(codes.iter().map(AsRef::as_ref).collect::<Vec<&str>>()));
        let rows = Entity::find().filter(Condition::all().add_option(among)).order_by_desc(Column::Id).all(&self.database).await?;
        rows.into_iter().map(Acceptance::try_from).collect()
    }

    /// Withdraws an acceptance. Nothing where there is none of that number that is not withdrawn; of two who do it at once, one does.
    pub async fn withdraw_acceptance(&self, id: i64, by: &str, now: DateTime<Utc>) -> Result<Option<Acceptance>, StoreError> {
        let withdrawn = Entity::update_many()
            .col_expr(Column::WithdrawnBy, Expr::value(by))
            .col_expr(Column::WithdrawnAt, Expr::value(now))
            .filter(Column::Id.eq(id))
            .filter(Column::WithdrawnAt.is_null())
            .exec(&self.database)
            .await?;
        if withdrawn.rows_affected == 0 {
            return Ok(None);
        }
        Entity::find_by_id(id).one(&self.database).await?.map(Acceptance::try_from).transpose()
    }
}
