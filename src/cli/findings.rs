//! Findings on a terminal: what is the matter, where, and what to do.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::finding::{Code, Finding, Severity};
use crate::language::Language;

/// Cells of one kind of finding that are listed one by one; more are counted.
const MOST_LISTED: usize = 20;

/// Writes findings to standard error, grouped by what has to be done, the gravest first.
pub(super) fn tell(findings: &[Finding], language: Language) -> io::Result<()> {
    let mut groups: BTreeMap<(Severity, Code, Option<String>), Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        groups.entry((finding.code.severity(), finding.code, finding.advice(language))).or_default().push(finding);
    }
    let mut out = io::stderr().lock();
    for ((severity, code, advice), group) in groups {
        let word = match severity {
            Severity::Error => language.pick("誤り", "error"),
            Severity::Warning => language.pick("注意", "warning"),
            Severity::Note => language.pick("参考", "note"),
        };
        writeln!(out, "\n{word} [{}] {}", code.as_ref(), language.pick(format!("{}件", group.len()), format!("{} found", group.len())))?;
        for finding in group.iter().take(MOST_LISTED) {
            writeln!(out, "  {}{}", place(finding), finding.message(language))?;
        }
        if group.len() > MOST_LISTED {
            let more = group.len() - MOST_LISTED;
            let sentence = language
                .pick(format!("  … ほか{more}件（--format json で全件）"), format!("  … and {more} more (--format json shows all)"));
            writeln!(out, "{sentence}")?;
        }
        if let Some(advice) = advice {
            writeln!(out, "  → {advice}")?;
        }
    }
    Ok(())
}

/// `台帳.xlsx › 台帳 › F12: `, with further cells behind the first.
fn place(finding: &Finding) -> String {
    let Some(first) = finding.sources.first() else { return String::new() };
    let sheet = if first.sheet.sheet.is_empty() { String::new() } else { format!("{} › ", first.sheet.sheet) };
    let more = match finding.sources.len() {
        1 => String::new(),
        _ => {
            let cells: Vec<&str> = finding.sources.iter().skip(1).take(MOST_LISTED).map(|source| source.cell.as_ref()).collect();
            format!(", {}{}", cells.join(", "), if finding.sources.len() > MOST_LISTED + 1 { " …" } else { "" })
        }
    };
    format!("{} › {sheet}{}{more}: ", first.sheet.workbook, first.cell)
}
