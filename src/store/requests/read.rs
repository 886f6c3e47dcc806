//! Rows as cases.

use std::collections::BTreeMap;

use entity::{request, request_event, request_ground, request_line, request_paper, request_right, request_subject};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::super::StoreError;
use super::super::read::words::{Key, Row};
use crate::ledger::{RefusalGroundKind, RequiredDocument, Text};
use crate::request::{Case, Decision, DueFee, Event, EventKind, Happening, Owed, Receipt, Shown};

/// Rows of a table that hang off requests of a condition, by request, in the order of their positions.
macro_rules! of_requests {
    ($table:ident, $connection:expr, $condition:expr, $($order:ident),+) => {{
        let numbers = request::Entity::find().filter($condition.clone()).select_only().column(request::Column::Number);
        let mut select = $table::Entity::find().filter($table::Column::Number.in_subquery(sea_orm::QueryTrait::into_query(numbers)));
        $(select = select.order_by_asc($table::Column::$order);)+
        let mut by_number: BTreeMap<String, Vec<$table::Model>> = BTreeMap::new();
        for row in select.all($connection).await? {
            by_number.entry(row.number.clone()).or_default().push(row);
        }
        by_number
    }};
}

/// The cases that a condition on requests chooses, the newest first.
pub(super) async fn cases(connection: &impl ConnectionTrait, of: Condition) -> Result<Vec<Case>, StoreError> {
    let select = request::Entity::find().filter(of.clone());
    let select = select.order_by_desc(request::Column::ReceivedOn).order_by_desc(request::Column::Count);
    let requests = select.order_by_asc(request::Column::Organization).all(connection).await?;
    if requests.is_empty() {
        return Ok(Vec::new());
    }
    let mut rights = of_requests!(request_right, connection, of, Position);
    let mut subjects = of_requests!(request_subject, connection, of, Position);
    let mut lines = of_requests!(request_line, connection, of, Position);
    let mut events = of_requests!(request_event, connection, of, Position);
    let mut grounds = of_requests!(request_ground, connection, of, Event, Position);
    let mut papers = of_requests!(request_paper, connection, of, Position);
    let mut cases = Vec::with_capacity(requests.len());
    for row in requests {
        let number = row.number.clone();
        let at = Row { table: "request", key: &number };
        let asked = rights.remove(&number).unwrap_or_default();
        let receipt = Receipt {
            number: number.as_str().into(),
            organization: row.organization.as_str().into(),
            rights: asked.iter().map(|row| at.word("asked", &row.asked)).collect::<Result<_, _>>()?,
            requester: at.word("requester", &row.requester)?,
            subjects: subjects.remove(&number).unwrap_or_default().into_iter().map(|row| row.subject.into()).collect(),
            items: at.number("items", row.items)?,
            received_on: row.received_on,
            due_on: row.due_on,
            revision: row.revision,
        };
        let fee = DueFee {
            yen: at.number("fee_yen", row.fee_yen)?,
            estimate_first: row.fee_estimate_first,
            estimate_allowed: row.fee_estimate_allowed,
        };
        let owed = Owed { papers: lines.remove(&number).unwrap_or_default().iter().map(line).collect::<Result<_, _>>()?, fee };
        let grounds = grounds.remove(&number).unwrap_or_default();
        let events = events.remove(&number).unwrap_or_default();
        let events = events.iter().map(|row| event(row, &grounds)).collect::<Result<_, _>>()?;
        let papers = papers.remove(&number).unwrap_or_default();
        let papers = papers.iter().map(|row| paper(row, &owed.papers)).collect::<Result<_, _>>()?;
        cases.push(Case { receipt, owed, events, papers });
    }
    Ok(cases)
}

fn line(row: &request_line::Model) -> Result<RequiredDocument, StoreError> {
    let key = Key(&[&row.number, &row.position]);
    let at = Row { table: "request_line", key: &key };
    Ok(RequiredDocument {
        requester: at.word("requester", &row.requester)?,
        name: row.name.as_str().into(),
        group: row.alternatives.as_deref().map(Text::from),
        choose: at.optional_number("choose", row.choose)?,
        issued_within: at.optional("issued_within", row.issued_within.as_ref())?,
        conditions: row.conditions.as_deref().map(Text::from),
    })
}

fn event(row: &request_event::Model, grounds: &[request_ground::Model]) -> Result<Event, StoreError> {
    let key = Key(&[&row.number, &row.position]);
    let at = Row { table: "request_event", key: &key };
    let yen = || at.number("yen", row.yen.unwrap_or(-1));
    let what = match at.word::<EventKind>("kind", &row.kind)? {
        EventKind::Received => Happening::Received,
        EventKind::Guided => Happening::Guided,
        EventKind::DocumentAccepted => Happening::DocumentAccepted,
        EventKind::DocumentRefused => Happening::DocumentRefused,
        EventKind::FeeEstimated => Happening::FeeEstimated(yen()?),
        EventKind::FeeReceived => Happening::FeeReceived(yen()?),
        EventKind::Decided => {
            let of_event = grounds.iter().filter(|ground| ground.event == row.position);
            let kinds = of_event.map(|ground| at.word::<RefusalGroundKind>("kind", &ground.kind));
            Happening::Decided(Decision {
                grant: at.word("granted", row.granted.as_deref().unwrap_or_default())?,
                grounds: kinds.collect::<Result<_, _>>()?,
                explanation: row.words.as_deref().map(Text::from),
                revision: row.revision.ok_or_else(|| at.refuse("revision", "none"))?,
            })
        }
        EventKind::Reopened => Happening::Reopened(row.words.as_deref().unwrap_or_default().into()),
        EventKind::Replied => Happening::Replied,
        EventKind::Withdrawn => Happening::Withdrawn,
        EventKind::PersonErased => Happening::PersonErased,
    };
    Ok(Event { at: row.recorded_at, by: row.recorded_by.as_str().into(), what })
}

fn paper(row: &request_paper::Model, lines: &[RequiredDocument]) -> Result<Shown, StoreError> {
    let line = usize::try_from(row.line).ok().and_then(|line| lines.get(line));
    let line = line.ok_or_else(|| StoreError::row("request_paper", "line", &row.number, row.line))?;
    Ok(Shown { line: line.clone(), issued_on: row.issued_on, received_on: row.received_on, accepted: row.accepted })
}
