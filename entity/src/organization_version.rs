//! What an organization stated of itself, from one revision until another.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organization_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i64,
    pub organization_id: i64,
    pub since_revision: i32,
    pub until_revision: Option<i32>,
    pub name: String,
    pub home: String,
    pub address: Option<String>,
    pub representative: Option<String>,
    pub business: Option<String>,
    pub manager: Option<String>,
    pub standard: Option<String>,
    pub established: Option<Date>,
    pub revised: Option<Date>,
    pub storage_certainty: String,
    pub storage_abroad: String,
    pub storage_reason: Option<String>,
    pub storage_text: Option<String>,
    pub entrusted: String,
    pub provided: String,
    pub jointly_used: String,
    #[sea_orm(belongs_to, from = "organization_id", to = "id")]
    pub of_organization: BelongsTo<super::organization::Entity>,
    #[sea_orm(belongs_to, from = "since_revision", to = "number", relation_enum = "Since")]
    pub since: BelongsTo<super::revision::Entity>,
    #[sea_orm(belongs_to, from = "until_revision", to = "number", relation_enum = "Until")]
    pub until: BelongsTo<Option<super::revision::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
