//! 不開示事由.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "refusal_ground")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub procedure: i32,
    pub kind: String,
    pub text: String,
}

impl ActiveModelBehavior for ActiveModel {}
