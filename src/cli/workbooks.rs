//! From paths on the command line to what the workbooks declare.

use std::fs;
use std::io::{self, BufWriter};
use std::path::PathBuf;

use clap::Args;

use super::cited::Cited;
use super::findings::Telling;
use super::progress::Progress;
use super::{Failure, Surroundings};
use crate::declare::{self, Declared};
use crate::export::Names;
use crate::finding::{Code, Finding, Severity};
use crate::language::Language;
use crate::ledger::Text;
use crate::sheet;
use crate::sheet::refusal::{Reason, Refusal};
use crate::vocabulary::Vocabulary;

/// Which workbooks, and how to open them.
#[derive(Args)]
pub(super) struct Workbooks {
    /// Workbooks (.xlsx .xlsm .xlsb .xls .ods), .csv or .tsv files, Fides manifests (.yml .yaml), a folder of CSV files, or a folder of
    /// workbooks
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// A file that holds the password of protected workbooks
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
    /// A TOML file with words of your own for the reader to know
    #[arg(long, value_name = "FILE")]
    vocabulary: Option<PathBuf>,
    /// Tell every finding, however many there are
    #[arg(long)]
    pub(super) all_findings: bool,
}

/// What the workbooks say.
pub(super) struct Read {
    /// What they declare, an organization each.
    pub(super) declared: Vec<Declared>,
    /// What could not be read, or is doubtful.
    pub(super) findings: Vec<Finding>,
    /// The workbooks' names.
    pub(super) names: Vec<Text>,
    /// Where the workbooks are, in the same order.
    pub(super) paths: Vec<PathBuf>,
    /// The rows that findings point to.
    pub(super) cited: Cited,
    /// How the organizations and entries are called that findings are about.
    pub(super) about: Names,
}

impl Read {
    /// Whether something must be mended before anything can be applied.
    pub(super) fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.code.severity() == Severity::Error)
    }

    /// Tells the findings on standard error.
    pub(super) fn tell(&self, surroundings: &Surroundings, all: bool) -> io::Result<()> {
        Telling::new(surroundings, all).tell(&self.findings, &self.cited, &mut BufWriter::new(io::stderr().lock()))
    }
}

/// Reads the workbooks. A file that cannot be read, or that holds no ledger, stops the command: nothing was changed.
pub(super) fn read(workbooks: &Workbooks, organization: Option<&str>, surroundings: &Surroundings) -> Result<Read, Failure> {
    let language = surroundings.language;
    let unreadable = |path: &PathBuf, error: io::Error| Failure(format!("{}: {error}", path.display()));
    let password = match &workbooks.password_file {
        Some(path) => Some(fs::read_to_string(path).map_err(|error| unreadable(path, error))?),
        None => None,
    };
    let taught = match &workbooks.vocabulary {
        Some(path) => Some(Vocabulary::extended(&fs::read_to_string(path).map_err(|error| unreadable(path, error))?)?),
        None => None,
    };
    let password = password.map(|password| password.trim_end_matches(['\r', '\n']).to_owned());
    open(&workbooks.paths, password, taught.as_ref(), organization, language)
}

/// Reads workbooks without a password, with the built-in vocabulary.
pub(super) fn read_paths(paths: &[PathBuf], surroundings: &Surroundings) -> Result<Read, Failure> {
    open(paths, None, None, None, surroundings.language)
}

/// Why a workbook was not read and, where it takes a password, how to give one.
fn refused(refusal: &Refusal, language: Language) -> Failure {
    let way_out = match refusal.reason {
        Reason::Protected | Reason::WrongPassword => language.pick(
            "パスワードだけを書いたファイルを用意し、--password-file ファイル を付けてください。",
            " Write the password into a file of its own and give --password-file FILE.",
        ),
        _ => "",
    };
    Failure(format!("{}{way_out}", refusal.message(language)))
}

fn open(
    paths: &[PathBuf],
    password: Option<String>,
    taught: Option<&Vocabulary>,
    organization: Option<&str>,
    language: Language,
) -> Result<Read, Failure> {
    // The words are learned while the first file is read.
    rayon::spawn(|| {
        let _ = Vocabulary::built_in();
    });
    let progress = Progress::new(language);
    let options = sheet::Options { password, progress: Some(progress.told()), ..sheet::Options::default() };
    let (mut books, mut opened) = (Vec::new(), Vec::new());
    for path in paths {
        for path in sheet::workbooks_under(path).map_err(|refusal| Failure(refusal.message(language)))? {
            progress.reading(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy());
            books.push(sheet::read(&path, &options).map_err(|refusal| refused(&refusal, language))?);
            opened.push(path);
        }
    }
    progress.understanding();
    let vocabulary = taught.unwrap_or_else(|| Vocabulary::built_in());
    let names = books.iter().map(|book| book.name.clone()).collect();
    let (declared, findings) = declare::declare(&books, &declare::Options { organization, vocabulary });
    if let Some(finding) = findings.iter().find(|finding| matches!(finding.code, Code::ManifestTooLarge | Code::NoLedgerHere)) {
        let advice = finding.advice(language).unwrap_or_default();
        return Err(Failure(format!("{}{advice}", finding.message(language))));
    }
    let mut about = Names::new(&findings);
    for of in &declared {
        about.take_in(&of.organization, of.entries.iter());
    }
    Ok(Read { cited: Cited::new(&books, &findings), about, declared, findings, names, paths: opened })
}
