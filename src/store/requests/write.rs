//! Cases as rows.

use entity::{request, request_event, request_ground, request_line, request_paper, request_person, request_right, request_subject};
use sea_orm::{DatabaseTransaction, EntityTrait, IntoActiveModel};

use super::super::StoreError;
use crate::request::{Case, Event, Happening, Person, Shown};

/// A position in a list.
fn position(at: usize) -> Result<i32, StoreError> {
    i32::try_from(at).map_err(|_| StoreError::row("request", "position", at, "more than can be counted"))
}

/// A new case with its first event.
pub(super) async fn case(
    transaction: &DatabaseTransaction,
    case: &Case,
    (year, count): (i32, i32),
    key: Option<&str>,
) -> Result<(), StoreError> {
    let receipt = &case.receipt;
    let number = receipt.number.to_string();
    let row = request::Model {
        number: number.clone(),
        organization: receipt.organization.to_string(),
        year,
        count,
        requester: receipt.requester.as_ref().to_owned(),
        items: receipt.items.into(),
        received_on: receipt.received_on,
        due_on: receipt.due_on,
        revision: receipt.revision,
        fee_yen: case.owed.fee.yen.into(),
        fee_estimate_first: case.owed.fee.estimate_first,
        fee_estimate_allowed: case.owed.fee.estimate_allowed,
        idempotency_key: key.map(str::to_owned),
    };
    request::Entity::insert(row.into_active_model()).exec_without_returning(transaction).await?;
    for (at, right) in receipt.rights.iter().enumerate() {
        let row = request_right::Model { number: number.clone(), position: position(at)?, asked: right.as_ref().to_owned() };
        request_right::Entity::insert(row.into_active_model()).exec_without_returning(transaction).await?;
    }
    for (at, subject) in receipt.subjects.iter().enumerate() {
        let row = request_subject::Model { number: number.clone(), position: position(at)?, subject: subject.to_string() };
        request_subject::Entity::insert(row.into_active_model()).exec_without_returning(transaction).await?;
    }
    for (at, line) in case.owed.papers.iter().enumerate() {
        let row = request_line::Model {
            number: number.clone(),
            position: position(at)?,
            requester: line.requester.as_ref().to_owned(),
            name: line.name.to_string(),
            alternatives: line.group.as_deref().map(str::to_owned),
            choose: line.choose.map(Into::into),
            issued_within: line.issued_within.map(|period| period.to_string()),
            conditions: line.conditions.as_deref().map(str::to_owned),
        };
        request_line::Entity::insert(row.into_active_model()).exec_without_returning(transaction).await?;
    }
    for (at, happened) in case.events.iter().enumerate() {
        event(transaction, &number, at, happened).await?;
    }
    Ok(())
}

/// Who the person is.
pub(super) async fn person(transaction: &DatabaseTransaction, number: &str, person: &Person) -> Result<(), StoreError> {
    let row = request_person::Model {
        number: number.to_owned(),
        principal: person.principal.to_string(),
        requester: person.requester.as_deref().map(str::to_owned),
        contact: person.contact.as_deref().map(str::to_owned),
    };
    request_person::Entity::insert(row.into_active_model()).exec_without_returning(transaction).await?;
    Ok(())
}

/// What happened, as the event of a position.
pub(super) async fn event(transaction: &DatabaseTransaction, number: &str, at: usize, event: &Event) -> Result<(), StoreError> {
    let at = position(at)?;
    let mut row = request_event::Model {
        number: number.to_owned(),
        position: at,
        recorded_at: event.at,
        recorded_by: event.by.to_string(),
        kind: event.what.kind().as_ref().to_owned(),
        yen: None,
        granted: None,
        revision: None,
        words: None,
    };
    let mut grounds: &[_] = &[];
    match &event.what {
        Happening::FeeEstimated(yen) | Happening::FeeReceived(yen) => row.yen = Some((*yen).into()),
        Happening::Decided(decision) => {
            row.granted = Some(decision.grant.as_ref().to_owned());
            row.revision = Some(decision.revision);
            row.words = decision.explanation.as_deref().map(str::to_owned);
            grounds = &decision.grounds;
        }
        Happening::Reopened(reason) => row.words = Some(reason.to_string()),
        _ => {}
    }
    request_event::Entity::insert(row.into_active_model()).exec_without_returning(transaction).await?;
    for (place, ground) in grounds.iter().enumerate() {
        let row =
            request_ground::Model { number: number.to_owned(), event: at, position: position(place)?, kind: ground.as_ref().to_owned() };
        request_ground::Entity::insert(row.into_active_model()).exec_without_returning(transaction).await?;
    }
    Ok(())
}

/// A paper that came in for a case, as the next one.
pub(super) async fn paper(transaction: &DatabaseTransaction, case: &Case, paper: &Shown) -> Result<(), StoreError> {
    let number = case.receipt.number.to_string();
    let line = case.owed.papers.iter().position(|line| *line == paper.line);
    let line = line.ok_or_else(|| StoreError::row("request_paper", "line", &number, "a paper that is not on the list"))?;
    let row = request_paper::Model {
        number,
        position: position(case.papers.len())?,
        line: position(line)?,
        issued_on: paper.issued_on,
        received_on: paper.received_on,
        accepted: paper.accepted,
    };
    request_paper::Entity::insert(row.into_active_model()).exec_without_returning(transaction).await?;
    Ok(())
}
