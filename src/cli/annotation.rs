//! A finding as an annotation of a code review, in the workflow commands that GitHub reads from a job's output.

use crate::finding::{Finding, Severity};
use crate::language::Language;

/// One line: `::error file=台帳.xlsx,title=fee-not-allowed::開示等手続 A4: …`.
pub(super) fn annotation(finding: &Finding, language: Language) -> String {
    let level = match finding.code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties = Vec::new();
    let mut place = finding.organization.to_string();
    if let Some(source) = finding.sources.first() {
        properties.push(format!("file={}", property(&source.sheet.workbook)));
        place = format!("{} {}", source.sheet.sheet, source.cell).trim().to_owned();
    }
    properties.push(format!("title={}", property(finding.code.as_ref())));
    let advice = finding.advice(language).map(|advice| format!("\n{advice}")).unwrap_or_default();
    format!("::{level} {}::{}", properties.join(","), data(&format!("{place}: {}{advice}", finding.message(language))))
}

/// What follows the second colons: no line may end within it.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property: neither a colon nor a comma may end it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::finding::Code;
    use crate::ledger::{Field, SheetName, Source};

    #[test]
    fn an_annotation_is_one_line_that_nothing_in_it_ends() {
        let sheet = Arc::new(SheetName { workbook: "台帳,2026:上.xlsx".into(), sheet: "開示等手続".into() });
        let source = Source { field: Field::Procedures, sheet, cell: "A4".into(), text: "訂正".into() };
        let words = ["訂正\n::error::100%", "500円", "correction"].map(Into::into).to_vec();
        let finding =
            Finding { code: Code::FeeNotAllowed, organization: "kou".into(), entry: None, words, sources: vec![source], basis: Vec::new() };
        let line = annotation(&finding, Language::Ja);
        assert!(
            line.starts_with("::error file=台帳%2C2026%3A上.xlsx,title=fee-not-allowed::開示等手続 A4: 「訂正%0A::error::100%25」"),
            "{line}"
        );
        assert_eq!(line.lines().count(), 1);
    }
}
