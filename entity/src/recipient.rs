//! 提供先.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "recipient")]
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
    pub legal_basis: Option<String>,
    pub transfer: String,
    pub collected_directly: String,
    pub opt_out: Option<String>,
    pub notes: Option<String>,
    #[sea_orm(belongs_to, from = "version_id", to = "id")]
    pub version: BelongsTo<super::organization_version::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
