//! `daicho schema`: what can be asked.

use std::io::Write;
use std::process::ExitCode;

use super::{Failure, output};

pub(super) fn run() -> Result<ExitCode, Failure> {
    let mut out = output::answers();
    out.write_all(crate::graphql::sdl().as_bytes())?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
