//! The command line: one command a file. The only room that writes to standard output.

mod accept;
mod annotation;
mod answer;
mod apply;
mod ask;
mod check;
mod cited;
mod demo;
mod excerpt;
mod explain;
mod export;
mod findings;
mod marked;
mod notice;
mod output;
mod plan;
mod progress;
mod question;
mod read;
mod request;
mod schema;
mod serve;
mod template;
mod token;
mod workbooks;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::Environment;
use crate::language::Language;

/// 個人情報管理台帳: reads ledgers as they are, shows what applying them would change, keeps every revision, and answers.
#[derive(Parser)]
#[command(name = "daicho", version, arg_required_else_help = true)]
struct Arguments {
    /// The database: a SQLite file's URL or a PostgreSQL URL [env: DAICHO_DATABASE] [default: sqlite:daicho.db]
    #[arg(long, global = true, value_name = "URL")]
    database: Option<String>,
    /// The language of messages: ja or en [env: DAICHO_LANGUAGE] [default: ja]
    #[arg(long, global = true, value_name = "LANGUAGE")]
    language: Option<Language>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// What the workbooks say: entries, and findings with their cells. Touches no database
    Read(read::Arguments),
    /// What applying the workbooks would change
    Plan(plan::Arguments),
    /// Plan, ask, and apply as one revision an organization
    Apply(apply::Arguments),
    /// Run a GraphQL document, or one of the ready-made questions; alone, list them
    Ask(ask::Arguments),
    /// The findings of the stored ledger: what reading found, and what the law finds missing or wrong
    Check(check::Arguments),
    /// What a finding means, what it rests on, and what to do
    Explain(explain::Arguments),
    /// Leave a finding as it is for a reason, until a day on which it comes back
    Accept(accept::Arguments),
    /// Persons' requests, from receipt to reply, for the requests desk
    Request(request::Arguments),
    /// Write an organization's ledger down: as a workbook that apply reads back unchanged, as JSON, in the terms of the W3C Data Privacy
    /// Vocabulary, or as a Fides manifest
    Export(export::Arguments),
    /// The matters to be made public (APPI 32), from the ledger alone; or what of an earlier text no longer holds
    Notice(notice::Arguments),
    /// An empty workbook with every sheet, heading, drop-down and note
    Template(template::Arguments),
    /// GraphQL on one listener, for those signed in
    Serve(serve::Arguments),
    /// Tokens for programs, and sign-in links for people
    Token(token::Arguments),
    /// A database of its own with five example ledgers, a few answers, then serve
    Demo(demo::Arguments),
    /// The GraphQL schema as SDL
    Schema,
    /// Read one workbook and write its cells for the parent process
    #[command(name = crate::sheet::SUBCOMMAND, hide = true)]
    ReadSheet,
    /// Give one workbook back with marks, for the parent process
    #[command(name = crate::sheet::mark::SUBCOMMAND, hide = true)]
    MarkWorkbook,
}

/// What every command needs to know of its surroundings.
struct Surroundings {
    database: String,
    language: Language,
    environment: Environment,
}

/// Why a command could not run: one sentence for the person, on standard error, and exit status 2.
struct Failure(String);

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// Runs the command that the arguments name. Exit status: 0 done or nothing to do; 1 findings of severity ERROR, or a plan with
/// changes under `--detailed-exitcode`; 2 could not run.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.command {
        Command::ReadSheet => return crate::sheet::child(),
        Command::MarkWorkbook => return crate::sheet::mark::child(),
        _ => {}
    }
    let environment = Environment::read();
    let stated = arguments.language.or_else(|| environment.language.as_deref().and_then(|language| language.parse().ok()));
    let surroundings = Surroundings {
        database: arguments.database.or_else(|| environment.database.clone()).unwrap_or_else(|| "sqlite:daicho.db".to_owned()),
        language: stated.unwrap_or_default(),
        environment,
    };
    output::start_log(&surroundings.environment);
    match dispatch(arguments.command, &surroundings) {
        Ok(code) => code,
        Err(Failure(sentence)) => {
            eprintln!("daicho: {sentence}");
            ExitCode::from(2)
        }
    }
}

fn dispatch(command: Command, surroundings: &Surroundings) -> Result<ExitCode, Failure> {
    match command {
        Command::Read(arguments) => read::run(&arguments, surroundings),
        Command::Schema => schema::run(),
        Command::Template(arguments) => template::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments, surroundings),
        Command::Check(arguments) => waiting(check::run(&arguments, surroundings)),
        Command::Accept(arguments) => waiting(accept::run(&arguments, surroundings)),
        Command::Request(arguments) => waiting(request::run(&arguments, surroundings)),
        Command::Plan(arguments) => waiting(plan::run(&arguments, surroundings)),
        Command::Apply(arguments) => waiting(apply::run(&arguments, surroundings)),
        Command::Ask(arguments) => waiting(ask::run(&arguments, surroundings)),
        Command::Export(arguments) => waiting(export::run(&arguments, surroundings)),
        Command::Notice(arguments) => waiting(notice::run(&arguments, surroundings)),
        Command::Serve(arguments) => waiting(serve::run(&arguments, surroundings)),
        Command::Token(arguments) => waiting(token::run(&arguments, surroundings)),
        Command::Demo(arguments) => waiting(demo::run(&arguments, surroundings)),
        Command::ReadSheet | Command::MarkWorkbook => unreachable!("a child process is started before the surroundings are read"),
    }
}

/// Runs a command that waits for the database or the network.
fn waiting(command: impl Future<Output = Result<ExitCode, Failure>>) -> Result<ExitCode, Failure> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(command)
}
