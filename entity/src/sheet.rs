//! A sheet of a workbook that something was read from.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sheet")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i64,
    pub workbook: String,
    pub sheet: String,
}

impl ActiveModelBehavior for ActiveModel {}
