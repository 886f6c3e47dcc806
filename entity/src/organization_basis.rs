//! The provisions of law that an organization's conditions and grounds cite.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organization_basis")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub list: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub owner: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub law: String,
    pub article: String,
    #[sea_orm(belongs_to, from = "version_id", to = "id")]
    pub version: BelongsTo<super::organization_version::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
