//! What an organization sets itself for requests.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "request_terms")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub organization: String,
    pub target_days: i64,
    pub keep_person: String,
    pub set_at: DateTimeUtc,
    pub set_by: String,
}

impl ActiveModelBehavior for ActiveModel {}
