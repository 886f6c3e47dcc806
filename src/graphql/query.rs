//! The questions that can be asked.

use async_graphql::{Context, Object, Result};

use super::acceptance;
use super::country::Country;
use super::ledger::{Ledger, LedgerAt};
use super::organization::Organization;
use super::page::{AcceptanceConnection, RequestConnection, RevisionConnection};
use super::request::{self, Download, RegisterFormat, Request, RequestFilter, RequestTerms, WhatIf, WhatIfInput};
use super::revision;
use super::scalars::Day;
use super::view::{organizations_of, view};
use crate::law::law_date;
use crate::ledger;

/// The questions that can be asked.
pub struct Query;

/// The questions that can be asked.
#[Object]
impl Query {
    /// The day as of which the product states the law.
    async fn law_date(&self) -> Day {
        Day(law_date())
    }

    /// The organizations that the caller may read, as they stand now, by code.
    async fn organizations(&self, ctx: &Context<'_>) -> Result<Vec<Organization>> {
        let snapshot = view(ctx, None, None).await?;
        Ok(snapshot.ledger().organizations().iter().cloned().map(Organization).collect())
    }

    /// The organization of a code, as it stands now; nothing where there is none that the caller may read.
    async fn organization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The code of the organization.")] code: String,
    ) -> Result<Option<Organization>> {
        let snapshot = view(ctx, None, None).await?;
        Ok(snapshot.ledger().organization(&code).cloned().map(Organization))
    }

    /// Every country of ISO 3166-1, by code.
    async fn countries(&self) -> Vec<Country> {
        ledger::Country::all().into_iter().map(Country).collect()
    }

    /// The ledgers of the organizations named (of all that the caller may read, where none is named), as they stood at a revision or a
    /// moment; as they stand now, where neither is given.
    async fn ledger(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The codes of the organizations.")] organizations: Option<Vec<String>>,
        #[graphql(desc = "At which point of its history.")] at: Option<LedgerAt>,
    ) -> Result<Ledger> {
        Ok(Ledger(view(ctx, organizations, at).await?))
    }

    /// The revisions of the organizations named (of all that the caller may read, where none is named), the newest first.
    async fn revisions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The codes of the organizations.")] organizations: Option<Vec<String>>,
        #[graphql(default = 50, desc = "How many at most, from 0 to 500.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to start.")] after: Option<String>,
    ) -> Result<RevisionConnection> {
        let organizations = organizations_of(ctx, organizations).await?;
        revision::page(ctx, organizations.as_deref(), first, after).await
    }

    /// The findings of the organizations named (of all that the caller may read, where none is named) that someone answered for
    /// leaving as they are, those withdrawn or past included; the newest first.
    async fn acceptances(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The codes of the organizations.")] organizations: Option<Vec<String>>,
        #[graphql(default = 50, desc = "How many at most, from 0 to 500.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to start.")] after: Option<String>,
    ) -> Result<AcceptanceConnection> {
        acceptance::acceptances(ctx, organizations, first, after).await
    }

    /// The requests of persons to the organizations that the caller may read, the newest first.
    async fn requests(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which requests.")] filter: Option<RequestFilter>,
        #[graphql(default = 50, desc = "How many at most, from 0 to 500.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to start.")] after: Option<String>,
    ) -> Result<RequestConnection> {
        request::requests(ctx, filter, first, after).await
    }

    /// The request of a number; nothing where there is none that the caller may read.
    async fn request(&self, ctx: &Context<'_>, #[graphql(desc = "The number of the request.")] number: String) -> Result<Option<Request>> {
        request::request(ctx, &number).await
    }

    /// 開示等請求管理簿: the register of the requests to the organizations that the caller may read, the newest first, as a file. It does not
    /// tell who the persons are.
    async fn request_register(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which requests.")] filter: Option<RequestFilter>,
        #[graphql(default_with = "RegisterFormat::Xlsx", desc = "What kind of file.")] format: RegisterFormat,
    ) -> Result<Download> {
        request::register(ctx, filter, format).await
    }

    /// What an organization sets itself for requests.
    async fn request_terms(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The code of the organization.")] organization: String,
    ) -> Result<RequestTerms> {
        request::terms(ctx, organization).await
    }

    /// What a request of today would need and what could be seen, without receiving it.
    async fn request_what_if(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who would ask whom for what.")] input: WhatIfInput,
    ) -> Result<WhatIf> {
        request::what_if(ctx, input).await
    }
}
