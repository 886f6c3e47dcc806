//! Who the person of a request is.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "request_person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: String,
    pub principal: String,
    pub requester: Option<String>,
    pub contact: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
