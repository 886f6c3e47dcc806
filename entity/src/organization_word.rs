//! Lists of words of an organization and of what it consists of.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organization_word")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub list: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub owner: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub word: String,
    #[sea_orm(belongs_to, from = "version_id", to = "id")]
    pub version: BelongsTo<super::organization_version::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
