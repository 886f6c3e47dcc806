//! `daicho check`: the findings of the stored ledger, of reading and of law.

use std::io::Write;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde_json::json;

use super::annotation;
use super::cited::Cited;
use super::findings::Telling;
use super::{Failure, Surroundings, output};
use crate::clock;
use crate::finding::{Acceptance, Accepted, Finding, Severity};
use crate::language::Language;
use crate::ledger::{Ledger, Organization, Text};
use crate::store::{At, Store};

#[derive(Args)]
pub(super) struct Arguments {
    /// The organization's code; every organization where it is not given
    #[arg(long, value_name = "CODE")]
    organization: Option<String>,
    /// text: grouped by what has to be done; json: a list; github: annotations for a code review
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Tell every finding, however many there are
    #[arg(long)]
    all_findings: bool,
    /// Leave out what was found when the workbooks were read, and tell what the law finds alone
    #[arg(long)]
    law_only: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Github,
}

pub(super) async fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<ExitCode, Failure> {
    let language = surroundings.language;
    let store = Store::open(&surroundings.database).await?;
    let whole = store.snapshot(At::Head).await?;
    let codes = organizations(&whole.ledger, arguments.organization.as_deref(), language)?;
    let snapshot = store.select(&whole, &codes).await;
    let today = clock::today();
    let accepted = Accepted::on(today, store.acceptances(Some(&codes)).await?);
    let of_law = snapshot.checked(today);
    let of_law = of_law.iter().map(|seen| seen.finding(&snapshot.ledger));
    let of_reading = snapshot.findings.iter().filter(|_| !arguments.law_only).cloned();
    let (standing, answered): (Vec<Finding>, Vec<Finding>) = of_reading.chain(of_law).partition(|finding| accepted.of(finding).is_none());
    let mut out = output::answers();
    match arguments.format {
        Format::Text => {
            for organization in snapshot.ledger.organizations() {
                let (standing, answered) = (of(&standing, organization), of(&answered, organization).len());
                text(organization, &standing, answered, arguments.all_findings, surroundings, &mut out)?;
            }
        }
        Format::Json => {
            let list = |findings: &[Finding]| findings.iter().map(|finding| document(finding, accepted.of(finding))).collect::<Vec<_>>();
            let all = [list(&standing), list(&answered)].concat();
            serde_json::to_writer_pretty(&mut out, &json!({ "findings": all }))?;
            writeln!(out)?;
        }
        Format::Github => {
            for finding in &standing {
                writeln!(out, "{}", annotation::annotation(finding, language))?;
            }
        }
    }
    out.flush()?;
    let grave = standing.iter().any(|finding| finding.code.severity() == Severity::Error);
    Ok(ExitCode::from(u8::from(grave)))
}

/// The codes that are asked about.
fn organizations(ledger: &Ledger, asked: Option<&str>, language: Language) -> Result<Vec<Text>, Failure> {
    let known: Vec<Text> = ledger.organizations().iter().map(|organization| organization.code.clone()).collect();
    match asked {
        None => Ok(known),
        Some(code) if known.iter().any(|known| known.as_ref() == code) => Ok(vec![code.into()]),
        Some(code) => Err(super::export::no_such_organization(code, ledger, language)),
    }
}

fn of(findings: &[Finding], organization: &Organization) -> Vec<Finding> {
    findings.iter().filter(|finding| finding.organization == organization.code).cloned().collect()
}

fn text(
    organization: &Organization,
    standing: &[Finding],
    answered: usize,
    all: bool,
    surroundings: &Surroundings,
    out: &mut impl Write,
) -> Result<(), Failure> {
    writeln!(
        out,
        "{}",
        surroundings
            .language
            .pick(format!("■ {}（{}）", organization.name, organization.code), format!("■ {} ({})", organization.name, organization.code))
    )?;
    Telling::of_answers(surroundings, all).tell(standing, &Cited::default(), out)?;
    if answered > 0 {
        let sentence = surroundings.language.pick(
            format!("このほか、理由を付けて受容した指摘が{answered}件あります。"),
            format!("{answered} more are accepted with a reason."),
        );
        writeln!(out, "{sentence}")?;
    }
    Ok(writeln!(out)?)
}

/// A finding in the API's shape, with both languages.
fn document(finding: &Finding, acceptance: Option<&Acceptance>) -> serde_json::Value {
    let said = |of: &dyn Fn(Language) -> Option<String>| json!({ "ja": of(Language::Ja), "en": of(Language::En) });
    json!({
        "code": finding.code.as_ref(),
        "severity": finding.code.severity(),
        "organization": finding.organization,
        "controlNo": finding.entry.as_ref().map(|(control_no, _)| control_no),
        "occurrence": finding.entry.as_ref().map(|(_, occurrence)| occurrence),
        "about": finding.words.first(),
        "message": said(&|language| Some(finding.message(language))),
        "advice": said(&|language| finding.advice(language)),
        "sources": finding.sources,
        "basis": finding.basis,
        "acceptance": acceptance.map(|acceptance| json!({
            "id": acceptance.id,
            "reason": acceptance.reason,
            "until": acceptance.until,
            "by": acceptance.by,
            "at": acceptance.at,
        })),
    })
}
