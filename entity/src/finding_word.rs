//! The words that fill a finding's message.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "finding_word")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub finding_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub word: String,
    #[sea_orm(belongs_to, from = "finding_id", to = "id")]
    pub of_finding: BelongsTo<super::finding::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
