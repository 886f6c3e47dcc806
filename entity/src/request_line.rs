//! The papers that a request's procedure asks for.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "request_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub requester: String,
    pub name: String,
    pub alternatives: Option<String>,
    pub choose: Option<i64>,
    pub issued_within: Option<String>,
    pub conditions: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
