//! A person's request, without the person.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: String,
    pub organization: String,
    pub year: i32,
    pub count: i32,
    pub requester: String,
    pub items: i64,
    pub received_on: Date,
    pub due_on: Date,
    pub revision: i32,
    pub fee_yen: i64,
    pub fee_estimate_first: bool,
    pub fee_estimate_allowed: bool,
    pub idempotency_key: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
