//! An organization's procedures from their rows.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::super::StoreError;
use super::organizations::{Lists, of_version};
use super::words::{Key, Row, Words};
use crate::ledger::{Fee, Procedure, RefusalGround, RequiredDocument};

/// The procedures of a version, with their documents and grounds.
pub(super) async fn procedures(
    connection: &impl ConnectionTrait,
    id: i64,
    lists: &mut Lists,
    words: &mut Words,
) -> Result<Vec<Procedure>, StoreError> {
    let mut documents = documents(connection, id, words).await?;
    let mut grounds = grounds(connection, id, lists, words).await?;
    let rows = of_version!(procedure, connection, id).into_iter();
    let procedures = rows.map(|row| {
        Ok(Procedure {
            rights: lists.words("procedures.rights", row.position)?,
            accepted: Row { table: "procedure", key: &Key(&[&id, &row.position]) }.word("accepted", &row.accepted)?,
            requesters: lists.words("procedures.requesters", row.position)?,
            subjects: lists.texts("procedures.subjects", row.position, words),
            application: words.optional(row.application.as_ref()),
            form: words.optional(row.form.as_ref()),
            reply: words.optional(row.reply.as_ref()),
            documents: documents.remove(&row.position).unwrap_or_default(),
            fee: fee(&row, lists, words)?,
            refusal_grounds: grounds.remove(&row.position).unwrap_or_default(),
            notes: words.optional(row.notes.as_ref()),
        })
    });
    procedures.collect()
}

fn fee(row: &entity::procedure::Model, lists: &mut Lists, words: &mut Words) -> Result<Fee, StoreError> {
    let key = Key(&[&row.version_id, &row.position]);
    let at = Row { table: "procedure", key: &key };
    Ok(Fee {
        kind: at.word("fee_kind", &row.fee_kind)?,
        amount: at.optional_number("fee_amount", row.fee_amount)?,
        tax: at.word("fee_tax", &row.fee_tax)?,
        per: at.word("fee_per", &row.fee_per)?,
        payment: lists.texts("procedures.payment", row.position, words),
        refundable: at.word("fee_refundable", &row.fee_refundable)?,
        estimate_by_effort: at.word("fee_estimate_by_effort", &row.fee_estimate_by_effort)?,
        text: words.optional(row.fee_text.as_ref()),
    })
}

/// The documents by the position of their procedure.
async fn documents(
    connection: &impl ConnectionTrait,
    id: i64,
    words: &mut Words,
) -> Result<BTreeMap<i32, Vec<RequiredDocument>>, StoreError> {
    let mut documents: BTreeMap<i32, Vec<RequiredDocument>> = BTreeMap::new();
    for row in of_version!(required_document, connection, id) {
        let key = Key(&[&id, &row.position]);
        let at = Row { table: "required_document", key: &key };
        documents.entry(row.procedure).or_default().push(RequiredDocument {
            requester: at.word("requester", &row.requester)?,
            name: words.text(&row.name),
            group: words.optional(row.alternatives.as_ref()),
            choose: at.optional_number("choose", row.choose)?,
            issued_within: at.optional("issued_within", row.issued_within.as_ref())?,
            conditions: words.optional(row.conditions.as_ref()),
        });
    }
    Ok(documents)
}

/// The grounds for refusal by the position of their procedure.
async fn grounds(
    connection: &impl ConnectionTrait,
    id: i64,
    lists: &mut Lists,
    words: &mut Words,
) -> Result<BTreeMap<i32, Vec<RefusalGround>>, StoreError> {
    let mut grounds: BTreeMap<i32, Vec<RefusalGround>> = BTreeMap::new();
    for row in of_version!(refusal_ground, connection, id) {
        let key = Key(&[&id, &row.position]);
        grounds.entry(row.procedure).or_default().push(RefusalGround {
            kind: Row { table: "refusal_ground", key: &key }.word("kind", &row.kind)?,
            text: words.text(&row.text),
            basis: lists.basis("refusalGrounds", row.position),
        });
    }
    Ok(grounds)
}
