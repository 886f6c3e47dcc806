//! daicho

use std::process::ExitCode;

fn main() -> ExitCode {
    if std::env::args_os().nth(1).is_some_and(|argument| argument == daicho::sheet::SUBCOMMAND) {
        return daicho::sheet::child();
    }
    ExitCode::from(2)
}
