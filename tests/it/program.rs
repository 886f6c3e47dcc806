//! The built program, run as a person would.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The project's own folder of example ledgers.
pub fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("imports/examples")
}

/// The five example workbooks, by their organizations' codes.
pub const EXAMPLES: [(&str, &str); 5] = [
    ("rubato", "rubato.ods"),
    ("libra-plus", "libra-plus"),
    ("ruft", "ruft.xlsx"),
    ("rocketworks", "rocketworks.xls"),
    ("arrow-trust", "arrow-trust.xlsx"),
];

/// A working folder with its own database.
pub struct Desk {
    folder: TempDir,
}

/// What a command gave.
pub struct Outcome {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Desk {
    /// An empty folder; its database comes with the first command that needs one.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// A desk to which the five examples were applied.
    pub fn with_examples() -> Self {
        let desk = Self::new();
        for (_, workbook) in EXAMPLES {
            let path = examples().join(workbook);
            desk.run(&["apply", "--yes", path.to_str().expect("a path in UTF-8")]).succeeded();
        }
        desk
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file into the folder, with the folders that lead to it.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder can be made");
        fs::write(&path, bytes).expect("a file can be written");
        path
    }

    /// A command ready to run in the folder, with a clean environment.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_daicho"));
        command.current_dir(self.folder.path()).args(arguments).env_clear().stdin(Stdio::null());
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, arguments: &[&str]) -> Outcome {
        let Output { status, stdout, stderr } = self.command(arguments).output().expect("the program starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
        Outcome { code: status.code(), out: text(stdout), err: text(stderr) }
    }

    /// Asks a GraphQL document and gives its `data`.
    pub fn ask(&self, document: &str, more: &[&str]) -> Value {
        let file = self.write("document.graphql", document);
        let arguments = [&["ask", "--format", "json", "--document", file.to_str().expect("a path in UTF-8")], more].concat();
        let outcome = self.run(&arguments);
        let answer: Value = serde_json::from_str(&outcome.out).unwrap_or_else(|_| panic!("no JSON: {} {}", outcome.out, outcome.err));
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"].clone()
    }
}

impl Outcome {
    /// The outcome, if it succeeded.
    pub fn succeeded(self) -> Self {
        assert_eq!(self.code, Some(0), "{}\n{}", self.out, self.err);
        self
    }
}
