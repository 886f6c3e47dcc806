//! Plan, apply, prune, and the past: a small ledger of our own, changed cell by cell.

use serde_json::json;

use crate::program::Desk;

const HEADINGS: &str = "管理番号,個人情報の名称,本人の区分,利用目的,保管国,保存期間,委託の有無\n";

fn ledger(desk: &Desk, rows: &[&str]) -> String {
    desk.write("甲社/事業者.csv", "事業者コード,kou\n名称,甲株式会社\n所在国,日本\n");
    desk.write("甲社/台帳.csv", format!("{HEADINGS}{}\n", rows.join("\n")));
    desk.path("甲社").to_str().expect("a path in UTF-8").to_owned()
}

const ROWS: [&str; 3] =
    ["K-1,顧客名簿,お客様,商品の発送,日本,5年,無", "K-2,応募者名簿,採用応募者,選考,シンガポール,1年,", "K-3,名刺,取引先,連絡,,,"];

#[test]
fn one_changed_cell_and_one_dropped_row_are_told_and_the_past_stays() {
    let desk = Desk::new();
    let folder = ledger(&desk, &ROWS);
    desk.run(&["apply", "--yes", &folder]).succeeded();
    ledger(&desk, &["K-1,顧客名簿,お客様,商品の発送,日本,7年,無", ROWS[1]]);

    let planned = desk.run(&["plan", &folder, "--format", "json", "--detailed-exitcode"]);
    assert_eq!(planned.code, Some(1), "{}", planned.err);
    let plan: serde_json::Value = serde_json::from_str(&planned.out).expect("a plan as JSON");
    assert_eq!((&plan["added"], &plan["amended"], &plan["retired"], &plan["missing"]), (&json!(0), &json!(1), &json!(0), &json!(1)));
    let change = &plan["changes"][0];
    assert_eq!((&change["kind"], &change["controlNo"]), (&json!("AMENDED"), &json!("K-1")));
    assert_eq!(change["fields"][0]["field"], "retention");
    assert!(change["fields"][0]["before"].as_str().is_some_and(|before| before.contains("5年")), "{change}");
    assert!(change["fields"][0]["after"].as_str().is_some_and(|after| after.contains("7年")), "{change}");
    let text = desk.run(&["plan", &folder]).succeeded().out;
    assert!(text.contains("K-3"), "the missing row is named: {text}");
    let english = desk.run(&["--language", "en", "plan", &folder]).succeeded().out;
    assert!(english.starts_with("kou 甲株式会社: 0 added, 1 amended, 0 retired, 1 unchanged, 1 not named\n"), "{english}");
    assert!(english.contains("  ? K-3 名刺 (the workbooks do not name it)\n"), "{english}");
    assert!(english.contains("      retention: 5年 → 7年\n"), "{english}");
    assert!(!english.contains("追加") && !english.contains("記載"), "{english}");

    desk.run(&["apply", "--yes", &folder]).succeeded();
    let count = |more: &[&str]| {
        desk.ask("query($at: LedgerAt) { ledger(at: $at) { entries { totalCount } } }", more)["ledger"]["entries"]["totalCount"].clone()
    };
    assert_eq!(count(&[]), 3, "a row that is only missing stays");
    desk.run(&["apply", "--yes", "--prune", &folder]).succeeded();
    assert_eq!(count(&[]), 2);
    assert_eq!(count(&["--at", "1"]), 3, "the past answers as it did");

    let data = desk.ask(
        r#"query { before: ledger(at: { revision: 1 }) { entry(organization: "kou", controlNo: "K-1") { retention { period } } }
            now: ledger { entry(organization: "kou", controlNo: "K-1") { retention { period } history { kind revision fields { field before after } } }
                changes(since: 1) { kind controlNo } } }"#,
        &[],
    );
    assert_eq!(data["before"]["entry"]["retention"]["period"], "P5Y");
    assert_eq!(data["now"]["entry"]["retention"]["period"], "P7Y");
    let history = data["now"]["entry"]["history"].as_array().expect("a history");
    assert_eq!(history.iter().map(|change| change["kind"].clone()).collect::<Vec<_>>(), [json!("ADDED"), json!("AMENDED")]);
    let mut changes: Vec<_> = data["now"]["changes"]
        .as_array()
        .expect("changes")
        .iter()
        .map(|change| (change["controlNo"].clone(), change["kind"].clone()))
        .collect();
    changes.sort_by_key(|(control_no, _)| control_no.to_string());
    assert_eq!(changes, [(json!("K-1"), json!("AMENDED")), (json!("K-3"), json!("RETIRED"))]);
}

#[test]
fn without_a_terminal_apply_asks_for_yes_and_changes_nothing() {
    let desk = Desk::new();
    let folder = ledger(&desk, &ROWS);
    let outcome = desk.run(&["apply", &folder]);
    assert_eq!(outcome.code, Some(2));
    assert!(outcome.err.contains("--yes"), "{}", outcome.err);
    assert_eq!(desk.ask("{ revisions { totalCount } }", &[])["revisions"]["totalCount"], 0);
}

#[test]
fn what_cannot_be_read_is_one_sentence_and_changes_nothing() {
    let desk = Desk::new();
    let folder = ledger(&desk, &ROWS);
    desk.run(&["apply", "--yes", &folder]).succeeded();
    let files = [
        ("これは表ではない.xlsx", b"%PDF-1.7 nothing here".to_vec()),
        ("空.xlsx", Vec::new()),
        ("途中で切れた.xlsx", b"PK\x03\x04\x14\x00\x00\x00".to_vec()),
        ("台帳でない.csv", "商品,値段\n鉛筆,100\n".as_bytes().to_vec()),
    ];
    for (name, bytes) in files {
        let path = desk.write(name, bytes);
        let outcome = desk.run(&["apply", "--yes", path.to_str().expect("a path in UTF-8")]);
        assert_eq!(outcome.code, Some(2), "{name}: {}{}", outcome.out, outcome.err);
        let sentences: Vec<_> = outcome.err.lines().filter(|line| line.starts_with("daicho: ")).collect();
        assert_eq!(sentences.len(), 1, "{name}: {}", outcome.err);
        assert!(sentences[0].contains(name), "{name} is named: {}", outcome.err);
        assert!(!outcome.err.contains("panicked"), "{}", outcome.err);
    }
    let missing = desk.run(&["plan", "どこにもない.xlsx"]);
    assert_eq!(missing.code, Some(2));
    assert_eq!(desk.ask("{ revisions { totalCount } }", &[])["revisions"]["totalCount"], 1);
}
