//! `daicho template`: the empty workbook to begin with.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::Failure;
use super::export::write;
use crate::export::template;

#[derive(Args)]
pub(super) struct Arguments {
    /// Where to write it; without it, standard output
    #[arg(long, value_name = "PATH")]
    output: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    write(&template()?, arguments.output.as_deref())?;
    Ok(ExitCode::SUCCESS)
}
