//! A process killed while it applies: the database opens, and holds the old revision or the new one, whole.

use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use crate::program::Desk;

/// Enough that applying takes long enough to be hit.
const ROWS: usize = 1_500;

/// How often the process is killed, at points spread over the time that an apply takes.
const KILLS: u32 = 14;

/// A ledger in which every row bears one department, so that a mixture of two revisions shows.
fn ledger(desk: &Desk, department: &str) -> String {
    let mut rows = String::from("管理番号,個人情報の名称,本人の区分,項目,利用目的,管理部門\n");
    for row in 0..ROWS {
        rows.push_str(&format!("K-{row},名簿{row},お客様,\"氏名\n住所\n電話番号\",連絡,{department}\n"));
    }
    desk.write("乙社/事業者.csv", "事業者コード,otsu\n名称,乙株式会社\n");
    desk.write("乙社/台帳.csv", rows);
    desk.path("乙社").to_str().expect("a path in UTF-8").to_owned()
}

/// How many rows a ledger has of which the texts are too much for the database to hold back until all are there.
const LONG_ROWS: u64 = 400;

/// Such a ledger.
fn large_ledger(desk: &Desk) -> String {
    let notes = "備考".repeat(600);
    let mut rows = String::from("管理番号,個人情報の名称,利用目的,備考\n");
    for row in 0..LONG_ROWS {
        rows.push_str(&format!("K-{row},名簿{row},連絡,{notes}{row}\n"));
    }
    desk.write("甲社/事業者.csv", "事業者コード,kou\n名称,甲株式会社\n");
    desk.write("甲社/台帳.csv", rows);
    desk.path("甲社").to_str().expect("a path in UTF-8").to_owned()
}

/// How many entries the ledger has now.
fn entries(desk: &Desk) -> u64 {
    desk.ask("{ ledger { entries { totalCount } } }", &[])["ledger"]["entries"]["totalCount"].as_u64().expect("a number")
}

/// How a file of SQLite's is written, as its header says: 1 under a rollback journal, 2 to a write-ahead log.
fn journal(desk: &Desk) -> u8 {
    fs::read(desk.path("daicho.db")).expect("a file")[18]
}

/// Applies, and kills the process after a while: nothing of it can tidy up.
fn killed(desk: &Desk, folder: &str, after: Duration) {
    let mut applying =
        desk.command(&["apply", "--yes", folder]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    thread::sleep(after);
    applying.kill().expect("the process can be killed");
    applying.wait().expect("the process ends");
}

/// The only department that the ledger has now.
fn department(desk: &Desk) -> String {
    let data = desk.ask("{ ledger { tally(by: DEPARTMENT) { key entries } } }", &[]);
    let rows = data["ledger"]["tally"].as_array().expect("a tally");
    assert_eq!(rows.len(), 1, "one revision, whole: {rows:?}");
    assert_eq!(rows[0]["entries"], ROWS);
    rows[0]["key"].as_str().expect("a department").to_owned()
}

#[test]
fn a_killed_apply_leaves_the_old_revision_or_the_new_one() {
    let desk = Desk::new();
    let folder = ledger(&desk, "営業部");
    desk.run(&["apply", "--yes", &folder]).succeeded();
    let folder = ledger(&desk, "総務部");
    let start = Instant::now();
    desk.run(&["apply", "--yes", &folder]).succeeded();
    let whole = start.elapsed();

    let mut standing = "総務部".to_owned();
    for kill in 1..=KILLS {
        let next = if standing == "総務部" { "営業部" } else { "総務部" };
        let folder = ledger(&desk, next);
        killed(&desk, &folder, whole * kill / KILLS + Duration::from_millis(u64::from(kill % 3)));
        let found = department(&desk);
        assert!(found == standing || found == next, "{found} is neither {standing} nor {next}");
        standing = found;
    }
    desk.run(&["apply", "--yes", &ledger(&desk, "法務部")]).succeeded();
    assert_eq!(department(&desk), "法務部", "the database still takes revisions");
}

#[test]
fn a_killed_first_apply_leaves_nothing_or_the_revision() {
    let whole = Desk::new();
    let folder = large_ledger(&whole);
    assert_eq!(entries(&whole), 0);
    assert_eq!(journal(&whole), 1, "what comes first is written once");
    let start = Instant::now();
    whole.run(&["apply", "--yes", &folder]).succeeded();
    let took = start.elapsed();
    assert_eq!((entries(&whole), journal(&whole)), (LONG_ROWS, 2), "then readers do not wait for who writes");

    for kill in 1..=KILLS / 2 {
        let desk = Desk::new();
        let folder = large_ledger(&desk);
        // The last part of the time is where the database is written.
        killed(&desk, &folder, took * (KILLS / 2 + kill) / KILLS);
        let found = entries(&desk);
        assert!(found == 0 || found == LONG_ROWS, "{found} entries are neither none nor all");
        desk.run(&["apply", "--yes", &folder]).succeeded();
        assert_eq!((entries(&desk), journal(&desk)), (LONG_ROWS, 2), "the database still takes revisions");
    }
}
