//! A finding that someone answers for leaving as it is, until a day.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "acceptance")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub organization: String,
    pub code: String,
    pub control_no: Option<String>,
    pub occurrence: Option<i64>,
    pub about: Option<String>,
    pub reason: String,
    pub until: Date,
    pub accepted_by: String,
    pub accepted_at: DateTimeUtc,
    pub withdrawn_by: Option<String>,
    pub withdrawn_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
