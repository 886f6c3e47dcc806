//! An organization's procedures as rows.

use super::super::StoreError;
use super::super::batch::Batch;
use super::super::writing::Writing;
use super::organizations::Lists;
use super::{numbered, owned};
use crate::ledger::{Procedure, RequiredDocument};

/// An organization's procedures on their way into the database.
pub(super) struct ProcedureRows {
    procedures: Batch<entity::procedure::Entity>,
    documents: Batch<entity::required_document::Entity>,
    grounds: Batch<entity::refusal_ground::Entity>,
}

impl ProcedureRows {
    /// No rows yet.
    pub(super) fn new() -> Self {
        Self { procedures: Batch::default(), documents: Batch::default(), grounds: Batch::default() }
    }

    /// Takes the procedures of a version. Documents and grounds are numbered through all of them.
    pub(super) fn add(&mut self, version_id: i64, lists: &mut Lists, procedures: &[Procedure]) -> Result<(), StoreError> {
        let (mut documents, mut grounds) = (0.., 0..);
        for (position, procedure) in numbered(procedures) {
            self.procedures.add(procedure_row(version_id, position, procedure))?;
            lists.words("procedures.rights", position, &procedure.rights)?;
            lists.words("procedures.requesters", position, &procedure.requesters)?;
            lists.words("procedures.subjects", position, &procedure.subjects)?;
            lists.words("procedures.payment", position, &procedure.fee.payment)?;
            for (document, number) in procedure.documents.iter().zip(&mut documents) {
                self.documents.add(document_row(version_id, number, position, document))?;
            }
            for (ground, number) in procedure.refusal_grounds.iter().zip(&mut grounds) {
                let (kind, text) = (ground.kind.as_ref().to_owned(), ground.text.to_string());
                self.grounds.add(entity::refusal_ground::Model { version_id, position: number, procedure: position, kind, text })?;
                lists.basis("refusalGrounds", number, &ground.basis)?;
            }
        }
        Ok(())
    }

    /// Writes all of them.
    pub(super) async fn write(&mut self, writing: &Writing) -> Result<(), StoreError> {
        self.procedures.write(writing).await?;
        self.documents.write(writing).await?;
        self.grounds.write(writing).await
    }
}

fn procedure_row(version_id: i64, position: i32, procedure: &Procedure) -> entity::procedure::Model {
    let fee = &procedure.fee;
    entity::procedure::Model {
        version_id,
        position,
        accepted: procedure.accepted.as_ref().to_owned(),
        application: owned(procedure.application.as_ref()),
        form: owned(procedure.form.as_ref()),
        reply: owned(procedure.reply.as_ref()),
        fee_kind: fee.kind.as_ref().to_owned(),
        fee_amount: fee.amount.map(i64::from),
        fee_tax: fee.tax.as_ref().to_owned(),
        fee_per: fee.per.as_ref().to_owned(),
        fee_refundable: fee.refundable.as_ref().to_owned(),
        fee_estimate_by_effort: fee.estimate_by_effort.as_ref().to_owned(),
        fee_text: owned(fee.text.as_ref()),
        notes: owned(procedure.notes.as_ref()),
    }
}

fn document_row(version_id: i64, position: i32, procedure: i32, document: &RequiredDocument) -> entity::required_document::Model {
    entity::required_document::Model {
        version_id,
        position,
        procedure,
        requester: document.requester.as_ref().to_owned(),
        name: document.name.to_string(),
        alternatives: owned(document.group.as_ref()),
        choose: document.choose.map(i64::from),
        issued_within: document.issued_within.map(|period| period.to_string()),
        conditions: owned(document.conditions.as_ref()),
    }
}
