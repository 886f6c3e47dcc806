//! A paper that came in for a request.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "request_paper")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub line: i32,
    pub issued_on: Option<Date>,
    pub received_on: Date,
    pub accepted: bool,
}

impl ActiveModelBehavior for ActiveModel {}
