//! Standard output, standard error, and the questions in between.

use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

use tracing_subscriber::EnvFilter;

use crate::config::Environment;

/// Standard output, for answers.
#[expect(clippy::disallowed_methods, reason = "this room is the writer to standard output, and this is its pen")]
pub(super) fn answers() -> BufWriter<Stdout> {
    BufWriter::new(io::stdout())
}

/// The width of the terminal that answers go to; none where they go to a file or a pipe.
pub(super) fn width() -> Option<u16> {
    terminal_size::terminal_size().map(|(terminal_size::Width(width), _)| width)
}

/// Whether a person reads the answers as they come.
#[expect(clippy::disallowed_methods, reason = "this room is the writer to standard output, and asks what it is")]
pub(super) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Sends the log to standard error, as much of it as `DAICHO_LOG` asks for.
pub(super) fn start_log(environment: &Environment) {
    let filter = EnvFilter::try_new(environment.log.as_deref().unwrap_or("warn")).unwrap_or_else(|_| EnvFilter::new("warn"));
    let colours = !environment.no_color && io::stderr().is_terminal();
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr).with_ansi(colours).init();
}

/// Asks a question on the terminal; true for yes. None where there is no terminal to ask on.
pub(super) fn confirm(question: &str) -> io::Result<Option<bool>> {
    if !io::stdin().is_terminal() {
        return Ok(None);
    }
    eprint!("{question} [y/N] ");
    io::stderr().flush()?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(Some(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "はい")))
}
