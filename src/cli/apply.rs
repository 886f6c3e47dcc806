//! `daicho apply`: plan, ask, and apply as one revision an organization.

use std::io::Write;
use std::process::ExitCode;

use clap::Args;

use super::plan::{Target, make};
use super::{Failure, Surroundings, output};
use crate::store::{Applied, Store};

/// The name under which the command line applies.
pub(super) const LOCAL_OPERATOR: &str = "local operator";

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    target: Target,
    /// Apply without asking
    #[arg(long)]
    yes: bool,
}

pub(super) async fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<ExitCode, Failure> {
    let language = surroundings.language;
    let store = Store::open(&surroundings.database).await?;
    let (plan, read) = make(&arguments.target, &store, surroundings).await?;
    read.tell(surroundings, arguments.target.workbooks.all_findings)?;
    let mut out = output::answers();
    write!(out, "{}", plan.told(language))?;
    out.flush()?;
    if plan.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    if read.has_errors() {
        eprintln!("daicho: {}", language.pick("誤りがあるため適用しません。", "not applied, since there are errors."));
        return Ok(ExitCode::from(1));
    }
    if !arguments.yes {
        let question = language.pick("この変更を適用しますか。", "Apply these changes?");
        match output::confirm(question)? {
            Some(true) => {}
            Some(false) => {
                eprintln!("{}", language.pick("適用しませんでした。", "Not applied."));
                return Ok(ExitCode::SUCCESS);
            }
            None => {
                let sentence =
                    language.pick("端末がないため確認できません。--yes を付けてください。", "there is no terminal to ask on; give --yes.");
                return Err(Failure(sentence.to_owned()));
            }
        }
    }
    let (applied, base) = (store.apply(&plan, &read.findings, LOCAL_OPERATOR, &read.names).await?, plan.base);
    // The process ends with the command: to take a large ledger apart, text by text, would only make it wait.
    std::mem::forget((plan, read));
    match applied {
        Applied::Applied(revisions) => {
            for revision in revisions {
                let sentence = language.pick(
                    format!(
                        "版{}として適用しました：{}（追加{}、変更{}、廃止{}）",
                        revision.number, revision.organization, revision.added, revision.amended, revision.retired
                    ),
                    format!(
                        "Applied as revision {}: {} ({} added, {} amended, {} retired)",
                        revision.number, revision.organization, revision.added, revision.amended, revision.retired
                    ),
                );
                writeln!(out, "{sentence}")?;
            }
            out.flush()?;
            Ok(ExitCode::SUCCESS)
        }
        Applied::NothingToDo => Ok(ExitCode::SUCCESS),
        Applied::Stale { head } => Err(Failure(language.pick(
            format!("計画（版{base}）の後に台帳が版{head}へ変わりました。もう一度計画からやり直してください。"),
            format!("the ledger moved from revision {base} to {head} since the plan was made; run the command again."),
        ))),
    }
}
