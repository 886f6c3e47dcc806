//! 開示等手続, with its fee.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "procedure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub accepted: String,
    pub application: Option<String>,
    pub form: Option<String>,
    pub reply: Option<String>,
    pub fee_kind: String,
    pub fee_amount: Option<i64>,
    pub fee_tax: String,
    pub fee_per: String,
    pub fee_refundable: String,
    pub fee_estimate_by_effort: String,
    pub fee_text: Option<String>,
    pub notes: Option<String>,
    #[sea_orm(belongs_to, from = "version_id", to = "id")]
    pub version: BelongsTo<super::organization_version::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
