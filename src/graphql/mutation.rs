//! The changes that can be made.

use async_graphql::{Context, ID, Object, Result};

use super::acceptance::{self, AcceptFindingInput, AcceptanceOutcome};
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
        #[graphql(desc = "The workbooks: .xlsx, .xlsm, .xlsb, .xls, .ods, .csv or .tsv; or Fides manifests: .yml or .yaml.")] files: Vec<
            Upload,
        >,
        #[graphql(default_with = "Some(false)", desc = "Whether entries that the workbooks do not name are retired.")] prune: Option<bool>,
        #[graphql(desc = "The password of protected workbooks.")] password: Option<String>,
    ) -> Result<Plan> {
        plan::plan_import(ctx, organization, files, prune.unwrap_or_default(), password).await
    }

    /// Applies a plan as one revision for each organization. Refused where the ledger has moved since the plan was made.
    async fn apply_plan(&self, ctx: &Context<'_>, #[graphql(desc = "The name of the plan.")] id: ID) -> Result<ApplyOutcome> {
        plan::apply_plan(ctx, &id).await
    }

    /// Accepts a finding: leaves it as it is for a reason, until a day on which it comes back. It stays in the record.
    async fn accept_finding(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which finding, why and until when.")] input: AcceptFindingInput,
    ) -> Result<AcceptanceOutcome> {
        acceptance::accept(ctx, input).await
    }

    /// Withdraws an acceptance, so that its finding comes back at once. It stays in the record.
    async fn withdraw_acceptance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The name of the acceptance.")] id: ID,
    ) -> Result<AcceptanceOutcome> {
        acceptance::withdraw(ctx, &id).await
    }
}
