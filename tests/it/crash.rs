//! A process killed while it applies: the database opens, and holds the old revision or the new one, whole.

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
        let mut applying = desk
            .command(&["apply", "--yes", &folder])
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("the program starts");
        thread::sleep(whole * kill / KILLS + Duration::from_millis(u64::from(kill % 3)));
        // SIGKILL: nothing of the process can tidy up.
        applying.kill().expect("the process can be killed");
        applying.wait().expect("the process ends");
        let found = department(&desk);
        assert!(found == standing || found == next, "{found} is neither {standing} nor {next}");
        standing = found;
    }
    desk.run(&["apply", "--yes", &ledger(&desk, "法務部")]).succeeded();
    assert_eq!(department(&desk), "法務部", "the database still takes revisions");
}
