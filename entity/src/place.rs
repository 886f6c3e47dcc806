//! 保管場所.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "place")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub name: String,
    pub provider: Option<String>,
    pub provider_country_certainty: String,
    pub provider_country_abroad: String,
    pub provider_country_reason: Option<String>,
    pub provider_country_text: Option<String>,
    pub server_country_certainty: String,
    pub server_country_abroad: String,
    pub server_country_reason: Option<String>,
    pub server_country_text: Option<String>,
    pub handles_data: String,
    pub notes: Option<String>,
    #[sea_orm(belongs_to, from = "version_id", to = "id")]
    pub version: BelongsTo<super::organization_version::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
