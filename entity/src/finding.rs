//! What the reading that a revision applied found.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "finding")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i64,
    pub revision: i32,
    pub position: i32,
    pub code: String,
    pub control_no: Option<String>,
    pub occurrence: Option<i64>,
    #[sea_orm(belongs_to, from = "revision", to = "number")]
    pub of_revision: BelongsTo<super::revision::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
