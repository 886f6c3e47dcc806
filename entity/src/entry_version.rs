//! What an entry stated, from one revision until another.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "entry_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i64,
    pub entry_id: i64,
    pub since_revision: i32,
    pub until_revision: Option<i32>,
    pub name: String,
    pub nature: String,
    pub capacity: String,
    pub department: Option<String>,
    pub manager: Option<String>,
    pub count: Option<i64>,
    pub storage_certainty: String,
    pub storage_abroad: String,
    pub storage_reason: Option<String>,
    pub storage_text: Option<String>,
    pub retention_kind: String,
    pub retention_period: Option<String>,
    pub retention_after: Option<String>,
    pub retention_due_on: Option<Date>,
    pub retention_text: Option<String>,
    pub disposal: Option<String>,
    pub entrusted: String,
    pub provided: String,
    pub jointly_used: String,
    pub special_care: String,
    pub individual_number: String,
    pub disclosure_eligible: String,
    pub disclosure_text: Option<String>,
    pub reviewed_on: Option<Date>,
    pub notes: Option<String>,
    #[sea_orm(belongs_to, from = "entry_id", to = "id")]
    pub of_entry: BelongsTo<super::entry::Entity>,
    #[sea_orm(belongs_to, from = "since_revision", to = "number", relation_enum = "Since")]
    pub since: BelongsTo<super::revision::Entity>,
    #[sea_orm(belongs_to, from = "until_revision", to = "number", relation_enum = "Until")]
    pub until: BelongsTo<Option<super::revision::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
