//! The walls of the house: who may know whom, who alone may touch the world, and how large a room may grow.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Rooms, and the rooms that each may import. What is not here is no room.
const ARROWS: &[(&str, &[&str])] = &[
    ("language", &[]),
    ("clock", &[]),
    ("config", &[]),
    ("ledger", &[]),
    ("law", &["language", "ledger"]),
    ("sheet", &["language"]),
    ("vocabulary", &["language", "ledger"]),
    ("finding", &["language", "ledger", "law"]),
    ("declare", &["language", "ledger", "law", "vocabulary", "finding", "sheet"]),
    ("plan", &["language", "ledger", "declare"]),
    ("question", &["language", "ledger", "law", "vocabulary"]),
    ("request", &["language", "ledger", "law", "vocabulary", "question"]),
    ("store", &["clock", "language", "ledger", "law", "finding", "declare", "plan", "request"]),
    ("notice", &["language", "ledger", "law", "question"]),
    ("access", &["clock", "store", "ledger"]),
    ("export", &["language", "ledger", "law", "sheet", "vocabulary", "finding", "declare", "question", "request"]),
    (
        "graphql",
        &[
            "clock",
            "language",
            "ledger",
            "law",
            "sheet",
            "vocabulary",
            "finding",
            "declare",
            "plan",
            "question",
            "request",
            "notice",
            "store",
            "access",
            "export",
        ],
    ),
    ("web", &["clock", "language", "ledger", "law", "finding", "question", "request", "notice", "store", "access", "export", "graphql"]),
    (
        "cli",
        &[
            "clock",
            "config",
            "language",
            "ledger",
            "law",
            "sheet",
            "vocabulary",
            "finding",
            "declare",
            "plan",
            "question",
            "request",
            "notice",
            "store",
            "access",
            "export",
            "graphql",
            "web",
        ],
    ),
];

/// Rooms that know no database, no network, no file, no environment, no clock and no thread. A loop of rayon's over pieces that say
/// nothing to each other is none: what comes of it is the same on one processor.
const PURE: &[&str] = &["ledger", "law", "vocabulary", "declare", "finding", "plan", "question", "request", "notice"];

/// What a pure room does not name.
const WORLD: &[&str] = &[
    "sea_orm",
    "axum",
    "async_graphql",
    "calamine",
    "tokio",
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "std::io",
    "Utc::now",
    "Local::now",
    "SystemTime",
    "crate::clock",
    "crate::config",
    "crate::store",
];

/// Words alone that name the work badly.
const BANNED_NAMES: &[&str] = &["utils", "util", "helpers", "helper", "common", "manager", "service", "misc"];

/// Lines after which a file wants to be two.
const LONGEST_FILE: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(under: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![under.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the source").map(|entry| entry.expect("an entry of the folder").path()) {
            if entry.is_dir() {
                waiting.push(entry);
            } else if entry.extension().is_some_and(|ending| ending == "rs") {
                found.push(entry);
            }
        }
    }
    found.sort();
    found
}

/// The room of a file under `src`: its first folder, or the file itself.
fn room(file: &Path) -> String {
    let inside = file.strip_prefix(root().join("src")).expect("a file under src");
    let first = inside.components().next().expect("a file has a name").as_os_str().to_string_lossy().into_owned();
    first.strip_suffix(".rs").map(str::to_owned).unwrap_or(first)
}

/// The code of a file, without its comments.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("source is UTF-8");
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The rooms that `crate::…` names in some code.
fn imported(code: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for after in code.split("crate::").skip(1) {
        let names = match after.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default().split(',').map(str::trim).collect(),
            None => vec![after],
        };
        for name in names {
            rooms.push(name.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect());
        }
    }
    rooms
}

#[test]
fn each_room_knows_only_those_that_the_arrows_allow() {
    let arrows: BTreeMap<_, _> = ARROWS.iter().copied().collect();
    let mut broken = Vec::new();
    for file in rust_files(&root().join("src")) {
        let room = room(&file);
        if matches!(room.as_str(), "lib" | "main") {
            continue;
        }
        let Some(allowed) = arrows.get(room.as_str()) else {
            broken.push(format!("{}: {room} is no room of the house", file.display()));
            continue;
        };
        for name in imported(&code(&file)) {
            if name != room && arrows.contains_key(name.as_str()) && !allowed.contains(&name.as_str()) {
                broken.push(format!("{}: {room} may not import {name}", file.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn pure_rooms_do_not_name_the_world() {
    let mut broken = Vec::new();
    for file in PURE.iter().flat_map(|room| rust_files(&root().join("src").join(room))) {
        let code = code(&file);
        broken.extend(WORLD.iter().filter(|word| code.contains(**word)).map(|word| format!("{}: {word}", file.display())));
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn only_the_store_knows_the_database() {
    let outside = rust_files(&root().join("src")).into_iter().filter(|file| room(file) != "store");
    let broken: Vec<_> = outside.filter(|file| code(file).contains("sea_orm")).collect();
    assert!(broken.is_empty(), "{broken:?}");
    let migrations: Vec<_> = rust_files(&root().join("migration")).into_iter().filter(|file| code(file).contains("entity::")).collect();
    assert!(migrations.is_empty(), "a migration never imports entity: {migrations:?}");
}

#[test]
fn files_are_small_and_named_for_what_they_do() {
    let mut broken = Vec::new();
    for folder in ["src", "entity/src", "migration/src", "tests", "benches", "fuzz/src", "fuzz/targets", "fuzz/reading"] {
        for file in rust_files(&root().join(folder)) {
            let lines = fs::read_to_string(&file).expect("source is UTF-8").lines().count();
            if lines > LONGEST_FILE {
                broken.push(format!("{}: {lines} lines, {LONGEST_FILE} at most", file.display()));
            }
            let steps = file.strip_prefix(root()).expect("a file of the house").with_extension("");
            for step in steps.components().map(|step| step.as_os_str().to_string_lossy()) {
                if BANNED_NAMES.contains(&step.as_ref()) {
                    broken.push(format!("{}: {step} says nothing", file.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn exceptions_from_lints_say_why() {
    let broken: Vec<_> = rust_files(&root().join("src")).into_iter().filter(|file| code(file).contains("#[allow(")).collect();
    assert!(broken.is_empty(), "use #[expect(…, reason = …)]: {broken:?}");
}
