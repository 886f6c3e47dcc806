//! The cells that an organization's statements were read from.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organization_source")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub field: String,
    pub sheet_id: i64,
    pub cell: String,
    pub text: String,
    #[sea_orm(belongs_to, from = "version_id", to = "id")]
    pub version: BelongsTo<super::organization_version::Entity>,
    #[sea_orm(belongs_to, from = "sheet_id", to = "id")]
    pub of_sheet: BelongsTo<super::sheet::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
