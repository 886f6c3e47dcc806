//! `daicho plan`: what applying the workbooks would change.

use std::io::Write;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::workbooks::{self, Read, Workbooks};
use super::{Failure, Surroundings, output};
use crate::export::FindingView;
use crate::plan::{Change, ChangeKind, FieldChange, Plan, plan};
use crate::store::{At, Store};

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) target: Target,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Exit with 1 where there is something to change
    #[arg(long)]
    detailed_exitcode: bool,
}

/// Which workbooks are held against which part of the registry.
#[derive(Args)]
pub(super) struct Target {
    #[command(flatten)]
    pub(super) workbooks: Workbooks,
    /// The organization's code, where the workbooks do not say it
    #[arg(long, value_name = "CODE")]
    organization: Option<String>,
    /// Retire entries that the workbooks no longer name
    #[arg(long)]
    prune: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// A plan as JSON, in the shape of the API.
#[derive(Serialize)]
struct PlanView<'a> {
    base: i32,
    added: usize,
    amended: usize,
    retired: usize,
    unchanged: usize,
    missing: usize,
    changes: Vec<ChangeView<'a>>,
    findings: Vec<FindingView<'a>>,
    applicable: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ChangeView<'a> {
    kind: ChangeKind,
    organization: &'a str,
    control_no: &'a str,
    fields: Vec<FieldChange>,
}

pub(super) async fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<ExitCode, Failure> {
    let store = Store::open(&surroundings.database).await?;
    let (plan, read) = make(&arguments.target, &store, surroundings).await?;
    let errors = read.has_errors();
    let mut out = output::answers();
    match arguments.format {
        Format::Text => {
            read.tell(surroundings, arguments.target.workbooks.all_findings)?;
            write!(out, "{}", plan.told(surroundings.language))?;
        }
        Format::Json => {
            serde_json::to_writer(&mut out, &view(&plan, &read, !errors))?;
            writeln!(out)?;
        }
    }
    out.flush()?;
    let changes = arguments.detailed_exitcode && !plan.is_empty();
    Ok(if errors || changes { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Reads the workbooks and holds them against the registry as it stands.
pub(super) async fn make(target: &Target, store: &Store, surroundings: &Surroundings) -> Result<(Plan, Read), Failure> {
    let mut read = workbooks::read(&target.workbooks, target.organization.as_deref(), surroundings)?;
    let snapshot = store.snapshot(At::Head).await?;
    let declared = std::mem::take(&mut read.declared);
    Ok((plan(&snapshot.ledger, declared, target.prune), read))
}

fn view<'a>(plan: &'a Plan, read: &'a Read, applicable: bool) -> PlanView<'a> {
    let change = |change: &'a Change| ChangeView {
        kind: change.kind,
        organization: &change.organization,
        control_no: &change.control_no,
        fields: change.fields(),
    };
    PlanView {
        base: plan.base,
        added: plan.count(ChangeKind::Added),
        amended: plan.count(ChangeKind::Amended),
        retired: plan.count(ChangeKind::Retired),
        unchanged: plan.unchanged(),
        missing: plan.missing(),
        changes: plan.changes().map(change).collect(),
        findings: read.findings.iter().map(|finding| FindingView::new(finding, &read.about)).collect(),
        applicable,
    }
}
