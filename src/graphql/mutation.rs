//! The changes that can be made.

use async_graphql::{Context, ID, Object, Result};

use super::plan::{self, ApplyOutcome, Plan};
use super::scalars::Upload;

/// The changes that can be made.
pub struct Mutation;

/// The changes that can be made.
#[Object]
impl Mutation {
    /// What applying these workbooks would change. It changes nothing; the plan waits an hour to be applied.
    async fn plan_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The code of the organization to which workbooks belong that do not name one.")] organization: Option<String>,
        #[graphql(desc = "The workbooks: .xlsx, .xlsm, .xlsb, .xls, .ods, .csv or .tsv.")] files: Vec<Upload>,
        #[graphql(default_with = "Some(false)", desc = "Whether entries that the workbooks do not name are retired.")] prune: Option<bool>,
        #[graphql(desc = "The password of protected workbooks.")] password: Option<String>,
    ) -> Result<Plan> {
        plan::plan_import(ctx, organization, files, prune.unwrap_or_default(), password).await
    }

    /// Applies a plan as one revision for each organization. Refused where the ledger has moved since the plan was made.
    async fn apply_plan(&self, ctx: &Context<'_>, #[graphql(desc = "The name of the plan.")] id: ID) -> Result<ApplyOutcome> {
        plan::apply_plan(ctx, &id).await
    }
}
