//! A revision: one apply of what workbooks declare of one organization.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "revision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub organization_id: i64,
    pub applied_at: DateTimeUtc,
    pub applied_by: String,
    pub added: i32,
    pub amended: i32,
    pub retired: i32,
    #[sea_orm(belongs_to, from = "organization_id", to = "id")]
    pub of_organization: BelongsTo<super::organization::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
