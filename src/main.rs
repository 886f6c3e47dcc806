//! The program; [`daicho`] is the house.

use std::process::ExitCode;

fn main() -> ExitCode {
    daicho::cli::run()
}
