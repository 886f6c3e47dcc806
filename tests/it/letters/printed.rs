//! The letters on paper: printed by a browser, and opened by a word processor. Each is left out, loudly, where the program is not here.
//!
//! The pages stay below `target/tmp/letters`, to be looked at.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use daicho::export::letter::{docx, html};
use daicho::request::letter::Letter;

use super::letters;
use crate::check::five;

/// The first of these programs that is here.
fn program(names: &[&'static str], version: &str, what: &str) -> Option<&'static str> {
    let starts = |name: &&&str| Command::new(name).arg(version).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    let found = names.iter().find(starts).copied();
    if found.is_none() {
        eprintln!("LEFT OUT: none of {names:?} is here; {what}");
    }
    found
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("letters").join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// What a PDF has: how many pages, all of A4, and its text without white space.
fn pages(pdf: &Path) -> (usize, String) {
    let told = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).output().unwrap();
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let path = pdf.to_str().unwrap();
    let info = told("pdfinfo", &[path]);
    assert!(info.contains("A4"), "{info}");
    let pages = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse().unwrap();
    (pages, told("pdftotext", &["-raw", path, "-"]).chars().filter(|letter| !letter.is_whitespace()).collect())
}

/// Each letter of all words is there, though lines and pages may break anywhere. Programs write some letters by one that looks alike.
fn is_all_there(name: &str, letter: &Letter, printed: &str) {
    for said in letter.texts() {
        let missing: String = said.chars().filter(|letter| !letter.is_whitespace() && !printed.contains(*letter)).collect();
        assert!(missing.is_empty(), "{name}: {missing:?} of {said:?} is not on paper");
    }
}

#[test]
fn a_browser_prints_each_letter_on_a4_and_on_one_page_where_one_suffices() {
    let Some(chromium) = program(&["chromium", "chromium-browser", "google-chrome"], "--version", "no letter was printed") else { return };
    let Some(_) = program(&["pdfinfo"], "-v", "no letter was printed") else { return };
    let folder = folder("html");
    let mut counted = String::new();
    for (name, letter) in letters(&five()) {
        let page = folder.join(format!("{name}.html"));
        fs::write(&page, html(&letter).unwrap()).unwrap();
        let pdf = folder.join(format!("{name}.pdf"));
        let profile = tempfile::tempdir().unwrap();
        let output = Command::new(chromium)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-pdf-header-footer"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg(format!("--print-to-pdf={}", pdf.display()))
            .arg(format!("file://{}", page.display()))
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let (pages, printed) = pages(&pdf);
        is_all_there(&name, &letter, &printed);
        for open in &letter.open {
            assert!(!printed.contains(open.as_str()), "{name}: {open}");
        }
        counted.push_str(&format!("{name}: {pages}\n"));
    }
    // How many letters go on a page depends on the font.
    let font = Command::new("fc-list").arg("Noto Serif CJK JP").output();
    if font.is_ok_and(|font| !font.stdout.is_empty()) {
        insta::assert_snapshot!("pages", counted);
    } else {
        eprintln!("LEFT OUT: the font Noto Serif CJK JP is not here; pages were not counted");
    }
}

#[test]
fn a_word_processor_opens_each_letter_whole() {
    let Some(office) = program(&["soffice", "libreoffice"], "--version", "no letter was opened by a word processor") else { return };
    let Some(_) = program(&["pdfinfo"], "-v", "no letter was opened by a word processor") else { return };
    let folder = folder("docx");
    let profile = tempfile::tempdir().unwrap();
    let written: Vec<(String, Letter)> = letters(&five());
    let paths = written.iter().map(|(name, letter)| {
        let path = folder.join(format!("{name}.docx"));
        fs::write(&path, docx(letter).unwrap()).unwrap();
        path
    });
    let output = Command::new(office)
        .arg(format!("-env:UserInstallation=file://{}", profile.path().display()))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(&folder)
        .args(paths.collect::<Vec<_>>())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for (name, letter) in &written {
        let (pages, printed) = pages(&folder.join(format!("{name}.pdf")));
        is_all_there(name, letter, &printed);
        assert!((1..=5).contains(&pages), "{name} has {pages} pages");
    }
}
