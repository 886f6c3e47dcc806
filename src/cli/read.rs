//! `daicho read`: what the workbooks say.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::workbooks::{self, Workbooks};
use super::{Failure, Surroundings, answer, marked, output};
use crate::export::Document;
use crate::ledger::Ledger;

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    workbooks: Workbooks,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Give the workbook back under this name (.xlsx) with the doubtful cells coloured and noted; where that would lose anything, a list
    /// of the findings instead
    #[arg(long, value_name = "FILE")]
    marked: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<ExitCode, Failure> {
    let mut read = workbooks::read(&arguments.workbooks, None, surroundings)?;
    let errors = read.has_errors();
    let declared = std::mem::take(&mut read.declared).into_iter();
    let ledger = Ledger::new(0, declared.map(|of| (Arc::new(of.organization), of.entries.into_iter().map(Arc::new).collect())).collect());
    let document = Document::new(&ledger, &read.findings);
    let mut out = output::answers();
    match arguments.format {
        Format::Json => {
            serde_json::to_writer(&mut out, &document)?;
            writeln!(out)?;
        }
        Format::Text => {
            answer::write_entries(&ledger, surroundings.language, output::width(), &mut out)?;
            out.flush()?;
            read.tell(surroundings, arguments.workbooks.all_findings)?;
        }
    }
    out.flush()?;
    if let Some(path) = &arguments.marked {
        marked::write(path, &read, surroundings.language)?;
    }
    Ok(if errors { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
