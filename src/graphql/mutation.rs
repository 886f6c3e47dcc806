//! The changes that can be made.

use async_graphql::{Context, ID, Object, Result};

use super::acceptance::{self, AcceptFindingInput, AcceptanceOutcome};
use super::plan::{self, ApplyOutcome, Plan};
use super::procedure::RequesterKind;
use super::request::{self, DecisionInput, ReceiveRequestInput, RequestOutcome, RequestTerms, RequestTermsInput};
use super::scalars::{Day, Upload};
use crate::clock;
use crate::request::Step;

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

    /// Receives a person's request, for the desk. What the procedure then asks for is fixed by the ledger as it stands.
    async fn receive_request(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who asks for what.")] input: ReceiveRequestInput,
    ) -> Result<RequestOutcome> {
        request::receive(ctx, input).await
    }

    /// Records that the guidance letter was sent: what to send and what to pay.
    async fn guide_request(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The number of the request.")] number: String,
    ) -> Result<RequestOutcome> {
        request::advance(ctx, &number, |_| Step::Guide).await
    }

    /// Records a paper that came in. One that will not do is recorded as such, and the outcome is INCOMPLETE with the reason.
    async fn record_document(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The number of the request.")] number: String,
        #[graphql(desc = "The paper, as the list of documents names it, or one that has taken its place.")] document: String,
        #[graphql(desc = "Whose it is, where both an agent and the person owe one of this name.")] of: Option<RequesterKind>,
        #[graphql(desc = "The day of issue; needed where the list limits how old it may be.")] issued_on: Option<Day>,
        #[graphql(desc = "The day on which it came in; today where none is given.")] received_on: Option<Day>,
    ) -> Result<RequestOutcome> {
        let received_on = received_on.map_or_else(clock::today, |day| day.0);
        let step = Step::Document { name: document, of: of.map(Into::into), issued_on: issued_on.map(|day| day.0), received_on };
        request::advance(ctx, &number, |_| step).await
    }

    /// Records the estimate of the fee that the person was told, where the procedure foresees one. It takes the place of the amount set.
    async fn estimate_fee(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The number of the request.")] number: String,
        #[graphql(desc = "Yen, with tax.")] amount: i64,
    ) -> Result<RequestOutcome> {
        request::advance(ctx, &number, |_| Step::Estimate(amount)).await
    }

    /// Records a payment.
    async fn record_fee(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The number of the request.")] number: String,
        #[graphql(desc = "Yen.")] amount: i32,
    ) -> Result<RequestOutcome> {
        request::advance(ctx, &number, |_| Step::Fee(amount.into())).await
    }

    /// Decides a request on the ledger as it stands. What is refused needs a ground of the law and a sentence for the person.
    async fn decide_request(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The number of the request.")] number: String,
        #[graphql(desc = "What is decided.")] input: DecisionInput,
    ) -> Result<RequestOutcome> {
        request::advance(ctx, &number, |revision| Step::Decide(input.decision(revision))).await
    }

    /// Takes a decision back before the person is told. The decision stays on record.
    async fn reopen_request(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The number of the request.")] number: String,
        #[graphql(desc = "Why.")] reason: String,
    ) -> Result<RequestOutcome> {
        request::advance(ctx, &number, |_| Step::Reopen(reason)).await
    }

    /// Records that the person was told. The request is closed.
    async fn reply_to_request(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The number of the request.")] number: String,
    ) -> Result<RequestOutcome> {
        request::advance(ctx, &number, |_| Step::Reply).await
    }

    /// Records that the person withdrew, or is deemed to have. The request is closed.
    async fn withdraw_request(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The number of the request.")] number: String,
    ) -> Result<RequestOutcome> {
        request::advance(ctx, &number, |_| Step::Withdraw).await
    }

    /// Sets what an organization sets itself for requests: by when it answers those that come in from now on, and how long it keeps who
    /// the persons are.
    async fn set_request_terms(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is set; what is left out stays.")] input: RequestTermsInput,
    ) -> Result<RequestTerms> {
        request::set_terms(ctx, input).await
    }

    /// Erases who the persons are whose requests were closed so long ago that it is kept no longer; gives the numbers of these requests.
    async fn erase_persons(&self, ctx: &Context<'_>) -> Result<Vec<String>> {
        request::erase(ctx).await
    }
}
