//! The workbooks that a revision was read from.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "revision_workbook")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub revision: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub name: String,
    #[sea_orm(belongs_to, from = "revision", to = "number")]
    pub of_revision: BelongsTo<super::revision::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
