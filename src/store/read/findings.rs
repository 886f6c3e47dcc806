//! Findings from their rows.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::super::StoreError;
use super::merge::{Span, these};
use super::words::{Key, Row, Words};
use crate::finding::Finding;
use crate::ledger::{LawReference, Text};

/// The findings of a revision, in the order in which the reading found them, of that revision's organization.
pub(in super::super) async fn findings(
    connection: &impl ConnectionTrait,
    revision: i32,
    organization: &Text,
    words: &mut Words,
) -> Result<Vec<Finding>, StoreError> {
    use entity::{finding, finding_basis as basis, finding_source as source, finding_word as word};
    let select = finding::Entity::find().filter(finding::Column::Revision.eq(revision));
    let rows = select.order_by_asc(finding::Column::Position).all(connection).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids = Span::of(rows.iter().map(|row| row.id));
    let select = word::Entity::find().filter(ids.holds(word::Column::FindingId)).order_by_asc(word::Column::FindingId);
    let mut listed = select.order_by_asc(word::Column::Position).all(connection).await?.into_iter().peekable();
    let select = source::Entity::find().filter(ids.holds(source::Column::FindingId)).order_by_asc(source::Column::FindingId);
    let mut sources = select.order_by_asc(source::Column::Position).all(connection).await?.into_iter().peekable();
    let select = basis::Entity::find().filter(ids.holds(basis::Column::FindingId)).order_by_asc(basis::Column::FindingId);
    let mut bases = select.order_by_asc(basis::Column::Position).all(connection).await?.into_iter().peekable();
    let mut findings = Vec::with_capacity(rows.len());
    for row in rows {
        let id = row.id;
        let at = Row { table: "finding", key: &id };
        let occurrence = at.optional_number("occurrence", row.occurrence)?;
        let entry = row.control_no.map(|number| words.text(&number)).zip(occurrence);
        let mut finding = Finding {
            code: at.word("code", &row.code)?,
            organization: organization.clone(),
            entry,
            words: these(&mut listed, id, |word| word.finding_id).map(|row| words.text(&row.word)).collect(),
            sources: Vec::new(),
            basis: Vec::new(),
        };
        for source in these(&mut sources, id, |source| source.finding_id) {
            let key = Key(&[&id, &source.position]);
            let at = Row { table: "finding_source", key: &key };
            finding.sources.push(words.source(at, source.sheet_id, &source.field, &source.cell, &source.text)?);
        }
        for basis in these(&mut bases, id, |basis| basis.finding_id) {
            let key = Key(&[&id, &basis.position]);
            let law = Row { table: "finding_basis", key: &key }.word("law", &basis.law)?;
            finding.basis.push(LawReference { law, article: words.text(&basis.article) });
        }
        findings.push(finding);
    }
    Ok(findings)
}
