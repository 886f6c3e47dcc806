//! 委託先.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "entrustee")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub name: String,
    pub country_certainty: String,
    pub country_abroad: String,
    pub country_reason: Option<String>,
    pub country_text: Option<String>,
    pub work: Option<String>,
    pub contracted_on: Option<Date>,
    pub subcontracting: String,
    pub transfer: String,
    pub checked_on: Option<Date>,
    pub notes: Option<String>,
    #[sea_orm(belongs_to, from = "version_id", to = "id")]
    pub version: BelongsTo<super::organization_version::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
