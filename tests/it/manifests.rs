//! Fides manifests as people and programs write them: what is not stated stays so, what is oddly shaped is kept, and what would be
//! made without end is told.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::program::Desk;

const SYSTEM: &str = "system:\n- fides_key: s\n  system_type: Service\n";

fn read(text: &str) -> Value {
    let desk = Desk::new();
    let file = desk.write("manifest.yml", text);
    let outcome = desk.run(&["read", "--format", "json", file.to_str().unwrap()]).succeeded();
    serde_json::from_str(&outcome.out).unwrap()
}

fn too_large(text: &str) {
    let desk = Desk::new();
    let file = desk.write("manifest.yml", text);
    let outcome = desk.run(&["read", "--language", "en", file.to_str().unwrap()]);
    assert_eq!(outcome.code, Some(2), "{}", outcome.err);
    assert!(outcome.err.contains("manifest.yml says more than is read") && outcome.err.contains("Divide the manifest"), "{}", outcome.err);
}

#[test]
fn a_manifest_with_keys_without_end_is_read_in_reasonable_shape() {
    let desk = Desk::new();
    let mut text = String::from("system:\n- fides_key: s\n  system_type: Service\n  privacy_declarations: []\n  meta:\n");
    for number in 0..20_000 {
        writeln!(text, "    key{number}: v").unwrap();
    }
    let file = desk.write("many.yml", text);
    let outcome = desk.run(&["read", "--format", "json", file.to_str().unwrap()]).succeeded();
    let read: Value = serde_json::from_str(&outcome.out).unwrap();
    let kept = read["entries"][0]["otherColumns"].as_array().unwrap();
    let words: usize = kept.iter().map(|column| column["text"].as_str().unwrap().lines().count()).sum();
    assert!(kept.len() < 500 && words >= 20_000, "{} columns, {words} lines", kept.len());
}

#[test]
fn what_is_said_once_of_many_records_is_not_made_without_end() {
    // Two thousand keys of a system, said of each of its twenty thousand declarations.
    let mut text = format!("{SYSTEM}  meta:\n");
    for number in 0..2_000 {
        writeln!(text, "    key{number}: {}", "v".repeat(60)).unwrap();
    }
    text.push_str("  privacy_declarations:\n");
    for number in 0..20_000 {
        writeln!(text, "  - retention_period: {number} days").unwrap();
    }
    too_large(&text);
    // A name of thirty thousand letters, said wherever its key stands.
    let name = "名".repeat(30_000);
    let keys = "u, ".repeat(20_000);
    let named =
        format!("data_category:\n- fides_key: u\n  name: {name}\n{SYSTEM}  privacy_declarations:\n  - data_categories: [{keys}u]\n");
    too_large(&named);
    let mut organizations = String::from("organization:\n");
    for number in 0..20_000 {
        writeln!(organizations, "- fides_key: o{number}").unwrap();
    }
    too_large(&format!("{organizations}{SYSTEM}  privacy_declarations: []\n"));
}

#[test]
fn keys_that_are_passed_over_without_end_are_counted() {
    let mut text = format!("{SYSTEM}  privacy_declarations: []\n");
    for number in 0..5_000 {
        writeln!(text, "other{number}: v").unwrap();
    }
    let read = read(&text);
    let passed: Vec<&Value> =
        read["findings"].as_array().unwrap().iter().filter(|finding| finding["code"] == "sheet-passed-over").collect();
    assert_eq!(passed.len(), 31);
    assert!(passed.iter().any(|finding| finding["message"].as_str().unwrap().contains("+4970")), "{passed:#?}");
}

#[test]
fn what_nobody_said_is_not_read_as_no() {
    let declared = |more: &str| {
        let read = read(&format!("{SYSTEM}  privacy_declarations:\n  - data_use: essential.service\n{more}"));
        let entry = &read["entries"][0];
        (entry["specialCare"].clone(), entry["provided"].clone())
    };
    let fields = |special: &str, shared: &str| {
        format!("    processes_special_category_data: {special}\n    data_shared_with_third_parties: {shared}\n")
    };
    let (yes, no, not_stated) = (json!("YES"), json!("NO"), json!("NOT_STATED"));
    assert_eq!(declared(""), (not_stated.clone(), not_stated.clone()));
    assert_eq!(declared(&fields("~", "")), (not_stated.clone(), not_stated.clone()));
    assert_eq!(declared(&fields("true", "no")), (yes.clone(), no.clone()));
    // As a program writes it that adds what it takes for granted.
    let granted = format!("    flexible_legal_basis_for_processing: true\n{}", fields("false", "true"));
    assert_eq!(declared(&granted), (not_stated.clone(), yes));
    let kept = read(&format!("{SYSTEM}  privacy_declarations:\n  - data_use: essential.service\n{granted}"));
    let kept = kept["entries"][0]["otherColumns"].as_array().unwrap();
    assert!(kept.contains(&json!({ "heading": "processes_special_category_data", "text": "false" })), "{kept:#?}");
    let nobody = format!(
        "{SYSTEM}  administrating_department: Not defined\n  privacy_declarations:\n  - data_use: sales\n{}",
        fields("false", "false")
    );
    let nobody = read(&nobody);
    assert_eq!((&nobody["entries"][0]["specialCare"], &nobody["entries"][0]["provided"]), (&not_stated, &not_stated));
}

#[test]
fn values_in_other_shapes_are_kept() {
    let text = "data_category:\n- fides_key: u\n  description: 説明\norganization: [丁]\nsystem:\n- fides_key: s\n  name: {ja: 名簿}\n  \
                responsibility: [{who: 甲}]\n  egress: [乙, {fides_key: t, type: system, data_categories: [user.name]}]\n  meta: 覚え書き\n  \
                privacy_declarations: [丙]\n";
    let read = read(text);
    let entry = &read["entries"][0];
    let kept = entry["otherColumns"].as_array().unwrap();
    for (heading, text) in [
        ("name.ja", "名簿"),
        ("responsibility.who", "甲"),
        ("egress", "乙\nt"),
        ("egress.data_categories", "user.name"),
        ("meta", "覚え書き"),
        ("privacy_declarations", "丙"),
    ] {
        assert!(kept.contains(&json!({ "heading": heading, "text": text })), "{heading}: {kept:#?}");
    }
    let told = read["findings"].to_string();
    assert!(told.contains("data_category.description") && told.contains("organization[0]"), "{told}");
}
