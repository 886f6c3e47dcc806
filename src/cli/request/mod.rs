//! `daicho request`: persons' requests, from receipt to reply, as the requests desk.

mod act;
mod letter;
mod person;
mod shown;

use std::path::PathBuf;
use std::process::ExitCode;
use std::str::FromStr;

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use strum::AsRefStr;

use super::{Failure, Surroundings};
use crate::graphql::schema;
use crate::ledger::{RefusalGroundKind, RequesterKind, Right};
use crate::request::{Grant, State};
use crate::store::Store;

#[derive(Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Receive a request; who the person is comes from --person or is asked for, never from an argument
    Receive {
        #[command(flatten)]
        asked: Asked,
        /// The day on which it came, such as 2026-11-25; today where none is given
        #[arg(long, value_name = "DATE")]
        received_on: Option<NaiveDate>,
        /// A text that tells this request from others, so that sending it twice makes one
        #[arg(long, value_name = "TEXT")]
        key: Option<String>,
        /// A JSON file with principalName, requesterName and contact; - reads it from standard input
        #[arg(long, value_name = "FILE")]
        person: Option<PathBuf>,
    },
    /// What a request would need and what could be seen, without receiving it
    WhatIf {
        #[command(flatten)]
        asked: Asked,
        /// Give the guidance letter instead, to one who is not named
        #[arg(long, value_enum, value_name = "FORMAT")]
        letter: Option<Format>,
        /// Where to write the letter; without it, standard output
        #[arg(long, value_name = "PATH", requires = "letter")]
        output: Option<PathBuf>,
    },
    /// The requests, the newest first
    List {
        /// Those to an organization
        #[arg(long, value_name = "CODE")]
        organization: Option<String>,
        /// Those that stand here, such as awaiting-documents
        #[arg(long, value_name = "STATE", value_parser = word::<State>)]
        state: Vec<State>,
        /// Those that are open and past the day by which they were to be answered
        #[arg(long)]
        overdue: bool,
    },
    /// One request: where it stands, what is missing, what happened
    Show {
        /// Its number
        number: String,
        /// Who the person is as well; the look goes on record
        #[arg(long)]
        person: bool,
    },
    /// The guidance letter: what to send, where, and what it costs; the look at whom it is to goes on record
    Guidance {
        /// The number of the request
        number: String,
        #[command(flatten)]
        file: LetterFile,
    },
    /// Record that the guidance letter was sent
    Guide {
        /// The number of the request
        number: String,
    },
    /// Record a paper that came in
    Document {
        /// The number of the request
        number: String,
        /// The paper, as the list of documents names it
        name: String,
        /// Whose it is, where both an agent and the person owe one of this name
        #[arg(long, value_name = "REQUESTER", value_parser = word::<RequesterKind>)]
        of: Option<RequesterKind>,
        /// The day of issue
        #[arg(long, value_name = "DATE")]
        issued_on: Option<NaiveDate>,
        /// The day on which it came in; today where none is given
        #[arg(long, value_name = "DATE")]
        received_on: Option<NaiveDate>,
    },
    /// Record the estimate of the fee that the person was told
    Estimate {
        /// The number of the request
        number: String,
        /// Yen, with tax
        yen: i64,
    },
    /// Record a payment
    Fee {
        /// The number of the request
        number: String,
        /// Yen
        yen: i32,
    },
    /// Decide
    Decide {
        /// The number of the request
        number: String,
        /// How much is granted: whole, part or none
        #[arg(long, value_parser = word::<Grant>)]
        grant: Grant,
        /// On which ground of the law the rest is refused, such as not-held
        #[arg(long, value_name = "GROUND", value_parser = word::<RefusalGroundKind>)]
        ground: Vec<RefusalGroundKind>,
        /// The sentence for the person that gives the reason
        #[arg(long, value_name = "TEXT")]
        explanation: Option<String>,
    },
    /// Take a decision back before the person is told
    Reopen {
        /// The number of the request
        number: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// The answer (回答書) to a request that is decided; the look at whom it is to goes on record
    Answer {
        /// The number of the request
        number: String,
        #[command(flatten)]
        file: LetterFile,
    },
    /// Record that the person was told
    Reply {
        /// The number of the request
        number: String,
    },
    /// Record that the person withdrew, or is deemed to have
    Withdraw {
        /// The number of the request
        number: String,
    },
    /// The register of requests (開示等請求管理簿), without who the persons are
    Register {
        /// Those to an organization
        #[arg(long, value_name = "CODE")]
        organization: Option<String>,
        /// xlsx: a workbook; csv: a table
        #[arg(long, value_enum, default_value_t = RegisterFormat::Xlsx)]
        format: RegisterFormat,
        /// Where to write it; without it, standard output
        #[arg(long, value_name = "PATH")]
        output: Option<PathBuf>,
    },
    /// What an organization sets itself for requests; with --days or --keep, set it
    Terms {
        /// The organization's code
        #[arg(long, value_name = "CODE")]
        organization: String,
        /// Within how many days it answers
        #[arg(long, value_name = "DAYS")]
        days: Option<u32>,
        /// How long it keeps who the person is once a request is closed, such as P1Y
        #[arg(long, value_name = "DURATION")]
        keep: Option<String>,
    },
    /// Erase who the persons are whose requests were closed so long ago that it is kept no longer
    Erase,
}

/// In which way, and where to, a letter is written.
#[derive(Args)]
struct LetterFile {
    /// text: to read; html: a page for A4 paper; docx: to edit; json: for a program; csv: for a spreadsheet
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Where to write it; without it, standard output
    #[arg(long, value_name = "PATH")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, AsRefStr)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
enum Format {
    Text,
    Html,
    Docx,
    Json,
    Csv,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, AsRefStr)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
enum RegisterFormat {
    Xlsx,
    Csv,
}

/// Who asks whom for what.
#[derive(Args)]
struct Asked {
    /// The organization's code
    #[arg(long, value_name = "CODE")]
    organization: String,
    /// What is asked for, such as disclosure; may be given several times
    #[arg(long, value_name = "RIGHT", required = true, value_parser = word::<Right>)]
    right: Vec<Right>,
    /// Who asks: principal, legal-representative or authorized-agent
    #[arg(long, value_name = "REQUESTER", default_value = "principal", value_parser = word::<RequesterKind>)]
    requester: RequesterKind,
    /// A category of person that the person belongs to, such as 退職者; may be given several times
    #[arg(long, value_name = "WORD")]
    subject: Vec<String>,
    /// How many items are asked about, where the fee is an item's
    #[arg(long, value_name = "N", default_value_t = 1)]
    items: u32,
}

/// A word of the API, written as on a command line: `awaiting-documents` for AWAITING_DOCUMENTS.
fn word<T: FromStr + strum::VariantArray + AsRef<str>>(text: &str) -> Result<T, String> {
    let known = || T::VARIANTS.iter().map(|word| word.as_ref().to_lowercase().replace('_', "-")).collect::<Vec<_>>().join(", ");
    T::from_str(&text.to_uppercase().replace('-', "_")).map_err(|_| format!("one of: {}", known()))
}

pub(super) async fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<ExitCode, Failure> {
    let schema = schema(Store::open(&surroundings.database).await?);
    let language = surroundings.language;
    match &arguments.task {
        Task::List { organization, state, overdue } => shown::list(&schema, language, organization.as_deref(), state, *overdue).await,
        Task::Show { number, person } => shown::show(&schema, language, number, *person).await,
        Task::WhatIf { asked, letter: None, .. } => shown::what_if(&schema, language, asked).await,
        Task::WhatIf { asked, letter: Some(format), output } => letter::ahead(&schema, language, asked, *format, output.as_deref()).await,
        Task::Guidance { number, file } => letter::guidance(&schema, language, number, file).await,
        Task::Answer { number, file } => letter::answer(&schema, language, number, file).await,
        Task::Register { organization, format, output } => {
            letter::register(&schema, language, organization.as_deref(), *format, output.as_deref()).await
        }
        Task::Terms { organization, days, keep } => shown::terms(&schema, language, organization, *days, keep.as_deref()).await,
        Task::Erase => shown::erase(&schema, language).await,
        act => act::act(&schema, language, act).await,
    }
}
