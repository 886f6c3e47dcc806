//! The practice ledgers, where they lie beside the project: how much of them is understood, and whether they come back unchanged.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::program::{Desk, EXAMPLES};

/// The folder of practice ledgers; none where the project stands alone, and then the test says so.
fn practice() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/practice");
    if folder.join("score").is_file() {
        return Some(folder);
    }
    eprintln!("left out: there is no {}", folder.display());
    None
}

#[test]
fn practice_ledgers_are_understood() {
    let Some(folder) = practice() else { return };
    let command = format!("{} read {{file}} --format json", env!("CARGO_BIN_EXE_daicho"));
    let output = Command::new("python3")
        .arg(folder.join("score"))
        .args(["--wrong", "--min", "98", "--command", &command])
        .arg(&folder)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{told}");
    let last = told.lines().last().unwrap_or_default();
    assert!(last.contains("spurious: 0; missed: 0;"), "{told}");
    let reported = last.rsplit_once("reported: ").unwrap().1.split_once('/').unwrap();
    assert_eq!(reported.0, reported.1, "{told}");
    assert!(told.contains("invented (stated though the ledger does not): 0"), "{told}");
}

#[test]
fn exported_ledgers_read_back_as_nothing_to_do() {
    let mut ledgers: Vec<(String, PathBuf, bool)> =
        EXAMPLES.map(|(code, workbook)| (code.to_owned(), crate::program::examples().join(workbook), true)).to_vec();
    if let Some(folder) = practice() {
        for name in ["a1-hospital.xlsx", "a2-gym.csv", "a3-saas.xlsx", "a4-city-files.ods", "a5-staffing.xls"] {
            ledgers.push((name.split('.').next().unwrap().to_owned(), folder.join(name), false));
        }
    }
    for (code, path, has_code) in ledgers {
        let desk = Desk::new();
        let path = path.to_str().unwrap();
        let organization: &[&str] = if has_code { &[] } else { &["--organization", &code] };
        desk.run(&[&["apply", "--yes", path], organization].concat()).succeeded();
        for (format, output) in [("xlsx", format!("{code}.xlsx")), ("csv", format!("{code}-csv"))] {
            desk.run(&["export", "--organization", &code, "--format", format, "--output", &output]).succeeded();
            let outcome = desk.run(&[&["plan", "--detailed-exitcode", &output], organization].concat());
            assert_eq!(outcome.code, Some(0), "{code} as {format}: {}{}", outcome.out, outcome.err);
        }
    }
}

#[test]
fn a_protected_workbook_is_refused_with_the_way_out() {
    let Some(folder) = practice() else { return };
    let desk = Desk::new();
    let path = folder.join("a6-school.xlsx");
    let path = path.to_str().unwrap();
    desk.write("wrong", "midoridai-2023\n");
    for more in [&[][..], &["--password-file", "wrong"]] {
        for language in ["ja", "en"] {
            let refused = desk.run(&[&["--language", language, "read", path], more].concat());
            assert_eq!(refused.code, Some(2));
            assert!(refused.err.contains("--password-file"), "{}", refused.err);
        }
    }
    desk.write("right", "midoridai-2024\n");
    desk.run(&["read", "--password-file", "right", path]).succeeded();
}

#[test]
fn the_empty_template_states_nothing() {
    let desk = Desk::new();
    desk.run(&["template", "--output", "template.xlsx"]).succeeded();
    let outcome = desk.run(&["read", "template.xlsx", "--format", "json"]);
    let read: serde_json::Value = serde_json::from_str(&outcome.out).unwrap_or_default();
    assert_eq!(read["entries"].as_array().map(Vec::len), Some(0), "{}{}", outcome.out, outcome.err);
}
