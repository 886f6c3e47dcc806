//! `daicho token`: tokens for programs, and sign-in links for people.

use std::io::Write;
use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::apply::LOCAL_OPERATOR;
use super::{Failure, Surroundings, output};
use crate::access::{Access, Holder, LINK_MINUTES};
use crate::clock;
use crate::store::Store;
use crate::web::link;

#[derive(Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Make a token for a program and print it; it is shown only now
    New {
        /// Who uses it, as it will stand in the record
        name: String,
        /// For the requests desk: it may handle persons' requests and see who the persons are
        #[arg(long)]
        desk: bool,
    },
    /// List the tokens; the secrets are not kept
    List,
    /// Revoke the tokens of a name
    Revoke {
        /// The name that they were made under
        name: String,
    },
    /// Print a one-time sign-in link
    SignIn {
        /// The address at which the service is reached
        #[arg(long, default_value = "127.0.0.1:8080")]
        address: String,
        /// For the requests desk: who signs in may handle persons' requests and see who the persons are
        #[arg(long)]
        desk: bool,
    },
}

pub(super) async fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<ExitCode, Failure> {
    let language = surroundings.language;
    let access = Access::new(Store::open(&surroundings.database).await?);
    let now = clock::now();
    let mut out = output::answers();
    match &arguments.what {
        What::New { name, desk } => {
            let holder = Holder { name: name.clone(), desk: *desk };
            writeln!(out, "{}", access.token(&holder, now).await?)?;
        }
        What::List => {
            for token in access.tokens().await? {
                let state = match token.ended_at {
                    Some(at) => language.pick(format!("失効 {at}"), format!("revoked {at}")),
                    None => language.pick("有効".to_owned(), "in force".to_owned()),
                };
                let desk = if token.desk { language.pick("\t窓口", "\tdesk") } else { "" };
                writeln!(out, "{}\t{}\t{state}{desk}", token.name, token.created_at)?;
            }
        }
        What::Revoke { name } => {
            let revoked = access.revoke(name, now).await?;
            if revoked == 0 {
                return Err(Failure(
                    language.pick(format!("「{name}」の有効なトークンはありません。"), format!("{name} has no token in force")),
                ));
            }
            writeln!(out, "{}", language.pick(format!("{revoked}件を失効させました。"), format!("{revoked} revoked.")))?;
        }
        What::SignIn { address, desk } => {
            let holder = Holder { name: LOCAL_OPERATOR.to_owned(), desk: *desk };
            let code = access.sign_in_code(&holder, now).await?;
            eprintln!(
                "{}",
                language
                    .pick(format!("一度だけ、{LINK_MINUTES}分以内に使えます。"), format!("It works once, within {LINK_MINUTES} minutes."))
            );
            writeln!(out, "{}", link(address, &code))?;
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
