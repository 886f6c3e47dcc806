//! The grounds of a decision on a request.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "request_ground")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub event: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub kind: String,
}

impl ActiveModelBehavior for ActiveModel {}
