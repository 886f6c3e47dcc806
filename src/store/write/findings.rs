//! Findings as rows.

use super::super::StoreError;
use super::super::batch::Batch;
use super::super::writing::Writing;
use super::numbered;
use super::sheets::Sheets;
use crate::finding::Finding;

/// Findings on their way into the database.
pub(in super::super) struct FindingRows {
    findings: Batch<entity::finding::Entity>,
    words: Batch<entity::finding_word::Entity>,
    sources: Batch<entity::finding_source::Entity>,
    bases: Batch<entity::finding_basis::Entity>,
    next: i64,
}

impl FindingRows {
    /// No rows yet; `next` is the first id that is free.
    pub(in super::super) fn new(next: i64) -> Self {
        Self { findings: Batch::default(), words: Batch::default(), sources: Batch::default(), bases: Batch::default(), next }
    }

    /// Takes the findings of a revision.
    pub(in super::super) fn add<'a>(
        &mut self,
        sheets: &mut Sheets,
        revision: i32,
        findings: impl Iterator<Item = &'a Finding>,
    ) -> Result<(), StoreError> {
        for (position, finding) in numbered(findings) {
            let id = self.next;
            self.next += 1;
            let (control_no, occurrence) = finding.entry.as_ref().map(|(number, occurrence)| (number.to_string(), *occurrence)).unzip();
            let code = finding.code.as_ref().to_owned();
            let occurrence = occurrence.map(i64::from);
            let row = entity::finding::Model { id, revision, position, code, control_no, occurrence };
            self.findings.add(row)?;
            self.add_lists(sheets, id, finding)?;
        }
        Ok(())
    }

    fn add_lists(&mut self, sheets: &mut Sheets, finding_id: i64, finding: &Finding) -> Result<(), StoreError> {
        for (position, word) in numbered(&finding.words) {
            self.words.add(entity::finding_word::Model { finding_id, position, word: word.to_string() })?;
        }
        for (position, source) in numbered(&finding.sources) {
            let row = entity::finding_source::Model {
                finding_id,
                position,
                field: source.field.as_ref().to_owned(),
                sheet_id: sheets.id(&source.sheet)?,
                cell: source.cell.to_string(),
                text: source.text.to_string(),
            };
            self.sources.add(row)?;
        }
        for (position, basis) in numbered(&finding.basis) {
            let (law, article) = (basis.law.as_ref().to_owned(), basis.article.to_string());
            self.bases.add(entity::finding_basis::Model { finding_id, position, law, article })?;
        }
        Ok(())
    }

    /// The first id that is free.
    pub(in super::super) fn next(&self) -> i64 {
        self.next
    }

    /// Writes what is left.
    pub(in super::super) async fn write(&mut self, writing: &Writing, sheets: &mut Sheets) -> Result<(), StoreError> {
        sheets.write(writing).await?;
        self.findings.write(writing).await?;
        self.words.write(writing).await?;
        self.sources.write(writing).await?;
        self.bases.write(writing).await
    }
}
