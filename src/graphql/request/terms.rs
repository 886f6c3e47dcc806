//! What an organization sets itself for requests.

use async_graphql::{Context, Error, InputObject, Result, SimpleObject};

use super::at_desk;
use crate::clock;
use crate::graphql::refusal::sentence;
use crate::graphql::view::{failed, view};
use crate::ledger::Period;
use crate::request::Terms;
use crate::store::Store;

/// What an organization sets itself for requests.
#[derive(SimpleObject)]
pub struct RequestTerms {
    /// Within how many days from receipt it means to answer.
    target_days: u32,
    /// How long it keeps who the person is once a request is closed, as an ISO 8601 duration such as "P1Y".
    keep_person: String,
}

impl From<Terms> for RequestTerms {
    fn from(terms: Terms) -> Self {
        Self { target_days: terms.target_days, keep_person: terms.keep_person.to_string() }
    }
}

/// What an organization sets itself for requests.
#[derive(InputObject)]
pub struct RequestTermsInput {
    /// The code of the organization.
    organization: String,
    /// Within how many days from receipt it means to answer, from 1 to 365; two weeks where it has set nothing.
    target_days: Option<u32>,
    /// How long it keeps who the person is once a request is closed, as an ISO 8601 duration such as "P1Y"; a year where it has set
    /// nothing.
    keep_person: Option<String>,
}

/// What an organization has set itself.
///
/// # Errors
/// Where it is not the caller's, or the registry cannot be read.
pub async fn terms(ctx: &Context<'_>, organization: String) -> Result<RequestTerms> {
    view(ctx, Some(vec![organization.clone()]), None).await?;
    Ok(ctx.data::<Store>()?.request_terms(&organization).await.map_err(failed)?.into())
}

/// Sets what holds for requests that come in from now on, and for erasing from now on.
///
/// # Errors
/// Where the caller is not of the desk, the organization is not the caller's, a value is out of range, or the registry cannot be written.
pub async fn set_terms(ctx: &Context<'_>, input: RequestTermsInput) -> Result<RequestTerms> {
    let caller = at_desk(ctx)?;
    view(ctx, Some(vec![input.organization.clone()]), None).await?;
    let store = ctx.data::<Store>()?;
    let mut terms = store.request_terms(&input.organization).await.map_err(failed)?;
    if let Some(days) = input.target_days {
        if !(1..=Terms::LONGEST_TARGET).contains(&days) {
            return Err(out_of_range(
                &format!("targetDays は1以上{}以下で指定してください。", Terms::LONGEST_TARGET),
                "`targetDays` is from 1 to 365.",
            ));
        }
        terms.target_days = days;
    }
    if let Some(keep) = &input.keep_person {
        let wrong = || {
            out_of_range(
                "keepPerson は P1Y のような ISO 8601 の期間で指定してください。",
                "`keepPerson` is an ISO 8601 duration such as P1Y.",
            )
        };
        terms.keep_person = keep.parse::<Period>().map_err(|_| wrong())?;
    }
    store.set_request_terms(&input.organization, terms, &caller.name, clock::now()).await.map_err(failed)?;
    Ok(terms.into())
}

fn out_of_range(ja: &str, en: &str) -> Error {
    sentence("OUT_OF_RANGE", ja, en)
}
