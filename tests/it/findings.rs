//! What the law finds, as it is told, explained and answered for at the command line.

use serde_json::Value;

use crate::program::Desk;

/// A company that asks a fee for correction, and an entry without a purpose.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("甲社/事業者.csv", "事業者コード,kou\n名称,甲株式会社\n所在国,日本\n");
    desk.write("甲社/台帳.csv", "管理番号,個人情報の名称,本人の区分,利用目的\nK-1,顧客名簿,お客様,\nK-2,名刺,取引先,取引の連絡\n");
    desk.write("甲社/開示等手続.csv", "請求の種類,手数料\n開示,500\n訂正,500\n");
    let folder = desk.path("甲社").to_str().expect("a path in UTF-8").to_owned();
    desk.run(&["apply", "--yes", &folder]).succeeded();
    desk
}

/// The findings of two kinds that `check` lists as JSON.
fn told(desk: &Desk) -> Vec<Value> {
    let checked = desk.run(&["check", "--format", "json"]);
    let document: Value = serde_json::from_str(&checked.out).expect("a list as JSON");
    let all = document["findings"].as_array().expect("findings").clone();
    all.into_iter().filter(|finding| finding["code"] == "purpose-missing" || finding["code"] == "fee-not-allowed").collect()
}

#[test]
fn a_finding_is_told_with_its_cell_and_its_article() {
    let desk = desk();
    let text = desk.run(&["check"]);
    assert_eq!(text.code, Some(1), "a grave finding is a status for pipelines: {}", text.err);
    for part in [
        "■ 甲株式会社（kou）",
        "[purpose-missing]",
        "個人情報保護法第17条第1項",
        "甲社 › 台帳 › B2",
        "開示等手続 › A3",
        "[fee-not-allowed]",
    ] {
        assert!(text.out.contains(part), "{part} is not in {}", text.out);
    }
    let english = desk.run(&["--language", "en", "check", "--organization", "kou"]);
    assert!(english.out.contains("No purpose of use is stated.") && english.out.contains("Rests on: APPI 17(1)"), "{}", english.out);
    let review = desk.run(&["check", "--format", "github", "--law-only"]);
    assert!(review.out.lines().any(|line| line.starts_with("::error file=甲社,title=purpose-missing::台帳 B2: ")), "{}", review.out);
    let found = told(&desk);
    let fee = found.iter().find(|finding| finding["code"] == "fee-not-allowed").expect("the fee is found");
    assert_eq!((&fee["about"], &fee["controlNo"], &fee["basis"][0]["article"]), (&"訂正".into(), &Value::Null, &"38(1)".into()));
    let unknown = desk.run(&["check", "--organization", "otsu"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.err.contains("otsu") && unknown.err.contains("kou"), "{}", unknown.err);
}

#[test]
fn every_kind_is_explained() {
    let desk = Desk::new();
    let listed = desk.run(&["explain"]).succeeded().out;
    let codes: Vec<&str> = listed.lines().filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next()).collect();
    assert!(codes.len() > 90, "{listed}");
    for code in codes {
        for language in ["ja", "en"] {
            let explained = desk.run(&["--language", language, "explain", code]).succeeded().out;
            assert!(explained.starts_with(code) && explained.lines().count() > 2, "{explained}");
        }
    }
    let manual = desk.run(&["explain", "fee-not-allowed"]).succeeded().out;
    assert!(manual.contains("第38条第1項") && !manual.contains("# 日本語"), "{manual}");
    let unknown = desk.run(&["explain", "fee-allowed"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.err.contains("fee-not-allowed"), "{}", unknown.err);
}

#[test]
fn a_finding_is_accepted_with_a_reason_until_its_day() {
    let desk = desk();
    let accept = |more: &[&str]| desk.run(&[&["accept", "fee-not-allowed", "--organization", "kou"], more].concat());
    let day = ["--until", "2027-06-01"];
    let refused = |more: &[&str], word: &str| {
        let outcome = accept(&[more, &day].concat());
        assert_eq!(outcome.code, Some(2), "{}", outcome.out);
        assert!(outcome.err.contains(word), "{}", outcome.err);
    };
    refused(&["--reason", "改定中", "--about", "消去"], "about");
    refused(&["--reason", "改定中", "--entry", "K-1"], "管理番号");
    refused(&["--reason", " "], "理由");
    let past = accept(&["--reason", "改定中", "--until", "2020-01-01"]);
    assert!(past.code == Some(2) && past.err.contains("2020-01-01"), "{}", past.err);

    let accepted = accept(&["--reason", "手数料規程を改定中", "--about", "訂正", "--until", "2027-06-01"]).succeeded();
    assert_eq!(accepted.out, "1\tfee-not-allowed\t2027-06-01まで\n");
    let fee = |found: Vec<Value>| found.into_iter().find(|finding| finding["code"] == "fee-not-allowed").expect("it stays in the list");
    assert_eq!(fee(told(&desk))["acceptance"]["reason"], "手数料規程を改定中");
    let text = desk.run(&["check"]).out;
    assert!(!text.contains("fee-not-allowed") && text.contains("受容した指摘が1件"), "{text}");
    let count = r#"query($accepted: Boolean) { ledger { findings(filter: { codes: ["fee-not-allowed"], accepted: $accepted }) { totalCount nodes { acceptance { until acceptedBy } } } } }"#;
    let of = |accepted: &str| desk.ask(count, &["--variables", accepted])["ledger"]["findings"].clone();
    assert_eq!(of(r#"{"accepted":false}"#)["totalCount"], 0);
    assert_eq!(of(r#"{"accepted":true}"#)["nodes"][0]["acceptance"]["until"], "2027-06-01");
    assert_eq!(of("{}")["totalCount"], 1);

    let withdrawn = desk.run(&["accept", "--withdraw", "1"]).succeeded();
    assert!(withdrawn.out.starts_with("1\t"), "{}", withdrawn.out);
    assert_eq!(desk.run(&["accept", "--withdraw", "1"]).code, Some(2), "once is enough");
    assert_eq!(fee(told(&desk))["acceptance"], Value::Null, "it comes back");
    let record = desk.run(&["accept", "--list"]).succeeded().out;
    assert!(record.contains("取消") && record.contains("手数料規程を改定中"), "nothing is forgotten: {record}");
}
