//! `daicho demo`: five companies' ledgers in, questions out, then a service to try.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use super::apply::LOCAL_OPERATOR;
use super::serve::{Listen, listen};
use super::workbooks::read_paths;
use super::{Failure, Surroundings, answer, ask, output};
use crate::access::{Access, Holder};
use crate::clock;
use crate::graphql::schema;
use crate::language::Language;
use crate::plan::plan;
use crate::store::{Applied, At, Store};

/// Where the example ledgers lie in the project.
const EXAMPLES: &str = "imports/examples";

/// The workbooks, each in another format.
const WORKBOOKS: [&str; 5] = ["rubato.ods", "libra-plus", "ruft.xlsx", "rocketworks.xls", "arrow-trust.xlsx"];

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    listen: Listen,
    /// The folder of the example ledgers [default: imports/examples of the project]
    #[arg(long, value_name = "FOLDER")]
    examples: Option<PathBuf>,
    /// Print the answers and end, without serving
    #[arg(long)]
    no_serve: bool,
}

/// What the demonstration asks, with its headline in Japanese and English.
const QUESTIONS: [([&str; 2], &str); 3] = [
    (
        [
            "国外に保管されている個人情報はどれか。台帳の記載からは判断できないものはどれか。",
            "What is kept abroad, and of what can the ledgers not tell?",
        ],
        include_str!("demo/abroad.graphql"),
    ),
    (
        [
            "アロートラストシステムズの元従業員（退職者）の代理人が開示を求めてきた。何を見せ、いくら受け取り、どの書類を確かめ、どんなときに断れるか。",
            "The agent of a former employee asks Arrow Trust Systems for disclosure: what may be seen, for which fee, with which papers, and when may it be refused?",
        ],
        include_str!("demo/agent.graphql"),
    ),
    (["開示などの請求に、五社はそれぞれいくら請求するか。", "Which of the five charges what?"], include_str!("demo/fees.graphql")),
];

pub(super) async fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<ExitCode, Failure> {
    let language = surroundings.language;
    let folder = tempfile::Builder::new().prefix("daicho-demo-").tempdir()?;
    let store = Store::open(&format!("sqlite:{}", folder.path().join("demo.db").display())).await?;
    let examples = examples(arguments, language)?;
    let mut out = output::answers();
    writeln!(out, "{}\n", language.pick("【台帳の取り込み】", "[Ledgers]"))?;
    for workbook in WORKBOOKS {
        writeln!(out, "  {}", import(&store, examples.join(workbook), surroundings).await?)?;
        out.flush()?;
    }
    let schema = schema(store.clone());
    for (number, ([ja, en], document)) in (1..).zip(QUESTIONS) {
        writeln!(out, "\n{}\n", language.pick(format!("【問{number}】{ja}"), format!("[Question {number}] {en}")))?;
        let response = ask::execute(&schema, document, json!({ "language": language.as_ref() })).await?;
        answer::write_tables(&response["data"], language, output::width(), &mut out)?;
    }
    out.flush()?;
    if arguments.no_serve {
        return Ok(ExitCode::SUCCESS);
    }
    let access = Access::new(store.clone());
    let code = access.sign_in_code(&Holder { name: LOCAL_OPERATOR.to_owned(), desk: true }, clock::now()).await?;
    listen(store, access, Some(&code), &arguments.listen, language).await
}

/// Reads and applies one workbook, and says what came of it.
async fn import(store: &Store, path: PathBuf, surroundings: &Surroundings) -> Result<String, Failure> {
    let language = surroundings.language;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let read = read_paths(&[path], surroundings)?;
    let doubts = read.findings.len();
    let snapshot = store.snapshot(At::Head).await?;
    let plan = plan(&snapshot.ledger, read.declared, false);
    match store.apply(&plan, &read.findings, LOCAL_OPERATOR, &read.names).await? {
        Applied::Applied(revisions) => {
            let told = revisions.iter().map(|revision| {
                language.pick(
                    format!(
                        "{name}：{}（個人情報 {}件、指摘 {doubts}件）→ 版{}",
                        revision.organization_name, revision.added, revision.number
                    ),
                    format!(
                        "{name}: {} ({} entries, {doubts} findings), revision {}",
                        revision.organization_name, revision.added, revision.number
                    ),
                )
            });
            Ok(told.collect::<Vec<_>>().join("\n  "))
        }
        Applied::NothingToDo | Applied::Stale { .. } => {
            Err(Failure(format!("{name}: the demonstration's own database was changed by another")))
        }
    }
}

fn examples(arguments: &Arguments, language: Language) -> Result<PathBuf, Failure> {
    let places = match &arguments.examples {
        Some(folder) => vec![folder.clone()],
        None => vec![PathBuf::from(EXAMPLES), PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(EXAMPLES)],
    };
    let tried: Vec<_> = places.iter().map(|place| place.display().to_string()).collect();
    places.into_iter().find(|place| place.is_dir()).ok_or_else(|| {
        let tried = tried.join(", ");
        Failure(language.pick(
            format!("例の台帳が見つかりません（{tried}）。--examples で場所を指定してください。"),
            format!("the example ledgers are not at {tried}; say where with --examples"),
        ))
    })
}
