//! Who looked at who the person of a request is.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "request_viewing")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub number: String,
    pub viewed_at: DateTimeUtc,
    pub viewed_by: String,
    pub what: String,
}

impl ActiveModelBehavior for ActiveModel {}
