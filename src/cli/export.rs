//! `daicho export`: an organization's ledger written down.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::{Failure, Surroundings, output};
use crate::export::{Document, Sheet, Unexpressed, csv, manifest, record, sheets, workbook};
use crate::language::Language;
use crate::ledger::Ledger;
use crate::store::{At, Store};
use crate::vocabulary::Vocabulary;

#[derive(Args)]
pub(super) struct Arguments {
    /// The organization's code
    #[arg(long, value_name = "CODE")]
    organization: String,
    /// xlsx: the workbook; csv: its sheets, a file a sheet; json: all of it in the API's shapes; dpv: a record of processing in the W3C
    /// Data Privacy Vocabulary (JSON-LD); fides: a Fides manifest (YAML). What dpv and fides cannot express is told
    #[arg(long, value_enum)]
    format: Format,
    /// Where to write it: a file, or a folder for csv. Without it, standard output: for csv the sheet 台帳 alone
    #[arg(long, value_name = "PATH")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Xlsx,
    Json,
    Csv,
    Dpv,
    Fides,
}

pub(super) async fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<ExitCode, Failure> {
    let language = surroundings.language;
    let code = arguments.organization.as_str();
    let store = Store::open(&surroundings.database).await?;
    let snapshot = store.snapshot(At::Head).await?;
    let Some(organization) = snapshot.ledger.organization(code) else {
        return Err(no_such_organization(code, &snapshot.ledger, language));
    };
    let selected = store.select(&snapshot, std::slice::from_ref(&organization.code)).await;
    let entries = || selected.ledger.entries().map(|no| selected.ledger.held(no).entry);
    let written = || sheets(organization, entries(), Vocabulary::built_in());
    match arguments.format {
        Format::Json => {
            let document = Document::new(&selected.ledger, &selected.findings);
            match &arguments.output {
                Some(path) => json(&document, BufWriter::new(File::create(path).map_err(|error| at(path, &error))?))?,
                None => json(&document, output::answers())?,
            }
        }
        Format::Xlsx => {
            let bytes = workbook(&written())?;
            write(&bytes, arguments.output.as_deref())?;
        }
        Format::Csv => {
            let sheets = written();
            match &arguments.output {
                Some(folder) => folder_of_csv(&sheets, folder)?,
                None => ledger_alone(&sheets, language)?,
            }
        }
        Format::Dpv => {
            let (record, unexpressed) = record(organization, selected.ledger.entries().map(|no| selected.ledger.held(no)));
            write(format!("{record:#}\n").as_bytes(), arguments.output.as_deref())?;
            tell(&unexpressed, language);
        }
        Format::Fides => {
            let (manifest, unexpressed) = manifest(organization, selected.ledger.entries().map(|no| selected.ledger.held(no)));
            write(manifest.as_bytes(), arguments.output.as_deref())?;
            tell(&unexpressed, language);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// That the registry has no organization of a code, with those that it has.
pub(super) fn no_such_organization(code: &str, ledger: &Ledger, language: Language) -> Failure {
    let known: Vec<_> = ledger.organizations().iter().map(|known| known.code.as_ref()).collect();
    if known.is_empty() {
        return Failure(language.pick(
            format!("事業者コード「{code}」の台帳はありません。まだ何も登録されていません。daicho apply で台帳を取り込んでください。"),
            format!("there is no organization {code}: nothing is registered yet; take a ledger in with daicho apply"),
        ));
    }
    let known = known.join(", ");
    Failure(language.pick(
        format!("事業者コード「{code}」の台帳はありません。あるのは {known} です。"),
        format!("there is no organization {code}; there are: {known}"),
    ))
}

/// Writes bytes to a file or, without one, to standard output.
pub(super) fn write(bytes: &[u8], path: Option<&Path>) -> Result<(), Failure> {
    if let Some(path) = path {
        return fs::write(path, bytes).map_err(|error| at(path, &error));
    }
    let mut out = output::answers();
    out.write_all(bytes)?;
    Ok(out.flush()?)
}

/// Says on standard error what a format could not express.
fn tell(unexpressed: &Unexpressed, language: Language) {
    for sentence in unexpressed.sentences(language) {
        eprintln!("{sentence}");
    }
}

fn at(path: &Path, error: &io::Error) -> Failure {
    Failure(format!("{}: {error}", path.display()))
}

fn json(document: &Document<'_>, mut out: impl Write) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut out, document)?;
    writeln!(out)?;
    Ok(out.flush()?)
}

/// A folder that `daicho apply` reads back: a file a sheet, UTF-8 with the mark by which spreadsheets know it.
fn folder_of_csv(sheets: &[Sheet], folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| at(folder, &error))?;
    for sheet in sheets {
        let path = folder.join(sheet.name).with_extension("csv");
        let mut out = BufWriter::new(File::create(&path).map_err(|error| at(&path, &error))?);
        out.write_all("\u{feff}".as_bytes())?;
        out.write_all(&csv(sheet)?)?;
        out.flush()?;
    }
    Ok(())
}

fn ledger_alone(sheets: &[Sheet], language: Language) -> Result<(), Failure> {
    let mut out = output::answers();
    for sheet in sheets.iter().filter(|sheet| sheet.name == "台帳") {
        out.write_all(&csv(sheet)?)?;
    }
    out.flush()?;
    if sheets.len() > 1 {
        let others: Vec<_> = sheets.iter().map(|sheet| sheet.name).filter(|name| *name != "台帳").collect();
        let others = others.join("、");
        eprintln!(
            "{}",
            language.pick(
                format!("ほかのシート（{others}）は --output フォルダー で書き出します。"),
                format!("the other sheets ({others}) are written with --output FOLDER"),
            )
        );
    }
    Ok(())
}
