//! What happened to a request.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "request_event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub recorded_at: DateTimeUtc,
    pub recorded_by: String,
    pub kind: String,
    pub yen: Option<i64>,
    pub granted: Option<String>,
    pub revision: Option<i32>,
    pub words: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
