//! Acts of the desk.

use async_graphql::{Context, Result};

use super::outcome::note;
use super::{ReceiveRequestInput, Request, RequestOutcome, at_desk};
use crate::clock;
use crate::graphql::view::{failed, organizations_of, view};
use crate::request::{self, Fault, Person, Step, receive as take_in, step};
use crate::store::{At, Store};
use crate::vocabulary::Vocabulary;

/// Receives a request.
///
/// # Errors
/// Where the caller is not of the desk, the organization is not the caller's, or the registry cannot be written.
pub async fn receive(ctx: &Context<'_>, input: ReceiveRequestInput) -> Result<RequestOutcome> {
    let caller = at_desk(ctx)?;
    let store = ctx.data::<Store>()?;
    let (now, today) = (clock::now(), clock::today());
    let snapshot = view(ctx, Some(vec![input.organization.clone()]), None).await?;
    let organization = snapshot.organization(&input.organization.as_str().into());
    let terms = store.request_terms(&input.organization).await.map_err(failed)?;
    let person = Person::new(input.requester.into(), &input.principal_name, input.requester_name.as_deref(), input.contact.as_deref());
    let key = request::idempotency_key(input.idempotency_key.as_deref());
    let revision = snapshot.ledger().revision();
    let received = take_in(&organization, revision, input.application(today), terms, Vocabulary::built_in(), today);
    let (person, key, received) = match (person, key, received) {
        (Ok(person), Ok(key), Ok(received)) => (person, key, received),
        (Err(fault), ..) | (_, Err(fault), _) | (_, _, Err(fault)) => return Ok(RequestOutcome::refused(&fault.into(), None)),
    };
    let intake = store.receive_request(&received, &person, key.as_deref(), &caller.name, now).await.map_err(failed)?;
    let mut notes = Vec::new();
    if intake.known && !intake.case.receipt.application().is_same(&received.application) {
        let number = intake.case.receipt.number.clone();
        return Ok(RequestOutcome::refused(&Fault::KeyOfAnother { number }.into(), None));
    }
    if intake.known {
        notes.push(note(|language| {
            language.pick("同じキーの請求はすでに受け付けています。".to_owned(), "A request with this key was received before.".to_owned())
        }));
    } else {
        notes.extend(received.charges.warnings.iter().map(|warning| note(|language| warning.message(language))));
    }
    let alike = store.duplicates(&intake.case).await.map_err(failed)?;
    if !alike.is_empty() {
        let numbers = alike.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(", ");
        notes.push(note(|language| {
            language.pick(
                format!("同じ方から同じ権利の請求があります: {numbers}。"),
                format!("The same person has asked for the same right before: {numbers}."),
            )
        }));
    }
    Ok(RequestOutcome::done(Request::from(intake.case), &notes))
}

/// Does a step with a request. What the step needs of the ledger's newest revision is given to it.
///
/// # Errors
/// Where the caller is not of the desk, or the registry cannot be written.
pub async fn advance(ctx: &Context<'_>, number: &str, next: impl FnOnce(i32) -> Step) -> Result<RequestOutcome> {
    let caller = at_desk(ctx)?;
    let store = ctx.data::<Store>()?;
    let (now, today) = (clock::now(), clock::today());
    let Some(standing) = super::request(ctx, number).await? else { return Ok(RequestOutcome::not_found()) };
    let revision = store.snapshot(At::Head).await.map_err(failed)?.ledger.revision();
    let next = next(revision);
    match store.advance(number, &caller.name, now, |case| step(case, next, today)).await.map_err(failed)? {
        None => Ok(RequestOutcome::not_found()),
        Some(Err(refused)) => Ok(RequestOutcome::refused(&refused, Some(newest(store, standing, number).await?))),
        Some(Ok((case, done))) => {
            if let Some(refused) = done.fault {
                return Ok(RequestOutcome::refused(&refused, Some(case.into())));
            }
            let notes: Vec<_> = case.over_paid().map(over).into_iter().collect();
            Ok(RequestOutcome::done(case.into(), &notes))
        }
    }
}

/// The request as it stands now: another may have moved it since it was looked at.
async fn newest(store: &Store, standing: Request, number: &str) -> Result<Request> {
    Ok(store.case(number).await.map_err(failed)?.map_or(standing, Request::from))
}

fn over(yen: u32) -> [String; 2] {
    note(|language| {
        language.pick(
            format!("手数料を{yen}円多く受け取っています。返金してください。"),
            format!("{yen} yen more than the fee came in. Give them back."),
        )
    })
}

/// Erases who the persons are whose requests were closed so long ago that it is kept no longer; gives the numbers of these requests.
///
/// # Errors
/// Where the caller is not of the desk, or the registry cannot be written.
pub async fn erase(ctx: &Context<'_>) -> Result<Vec<String>> {
    let caller = at_desk(ctx)?;
    let store = ctx.data::<Store>()?;
    let codes = organizations_of(ctx, None).await?;
    let erased = store.erase_persons(codes.as_deref(), clock::today(), &caller.name, clock::now()).await.map_err(failed)?;
    Ok(erased.iter().map(ToString::to_string).collect())
}
