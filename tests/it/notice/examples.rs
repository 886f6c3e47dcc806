//! The notices of the five companies, kept as texts that a lawyer can read, and the way they are asked for.

use serde_json::Value;

use super::{read, read_html, tight};
use crate::program::{Desk, EXAMPLES};

#[test]
fn the_notices_of_the_five_companies() {
    let desk = Desk::with_examples();
    for (code, _) in EXAMPLES {
        let markdown = desk.run(&["notice", "--organization", code]).succeeded();
        assert!(markdown.err.contains("公表する前に台帳を補ってください"), "{}", markdown.err);
        insta::assert_snapshot!(code, markdown.out);
        let html = desk.run(&["notice", "--organization", code, "--format", "html"]).succeeded().out;
        assert!(html.starts_with("<!doctype html>\n<html lang=\"ja\">"), "{code}");
        let (markdown, html) = (read(&markdown.out), read_html(&html));
        // A list of terms is a list of its own in HTML, where no colon stands between the two.
        let letters = |text: &str| text.replace('：', "");
        assert_eq!(letters(&markdown), letters(&html), "{code}");
    }
}

#[test]
fn a_notice_is_asked_for_as_export_is() {
    let desk = Desk::with_examples();
    let json = desk.run(&["notice", "--organization", "rocketworks", "--format", "json"]).succeeded().out;
    let notice: Value = serde_json::from_str(&json).expect("JSON");
    let sections = notice["sections"].as_array().expect("sections");
    let of = |code: &str| sections.iter().find(|section| section["code"] == code).unwrap_or_else(|| panic!("{code}"));
    assert_eq!(of("COMPLAINTS")["text"], Value::Null);
    assert_eq!(of("COMPLAINTS")["missing"], true);
    assert_eq!(of("COMPLAINTS")["gaps"][0]["required"], true);
    assert_eq!(of("COMPLAINTS")["basis"][0]["article"], "10(ii)");
    assert_eq!(of("ACCREDITED")["gaps"][0]["required"], false);
    assert_eq!(of("ENTRUSTMENT")["missing"], false);

    let path = desk.path("公表事項.html");
    let written = desk.run(&["notice", "--organization", "ruft", "--format", "html", "--output", path.to_str().expect("a path in UTF-8")]);
    assert_eq!(written.succeeded().out, "");
    assert!(
        read_html(&std::fs::read_to_string(&path).expect("the file")).contains(&tight("RUFT株式会社 個人情報の取扱いに関する公表事項"))
    );

    let unknown = desk.run(&["notice", "--organization", "hei", "--language", "en"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.err.contains("there is no organization hei") && unknown.err.contains("rubato"), "{}", unknown.err);
    let late = desk.run(&["notice", "--organization", "ruft", "--at", "99"]);
    assert!(late.code == Some(2) && late.err.contains("99"), "{}", late.err);
    let asked = desk.run(&["ask", "notice", "--variables", r#"{"organization":"arrow-trust"}"#]).succeeded().out;
    assert!(asked.contains("個人データの共同利用") && asked.contains("代表者の氏名"), "{asked}");
}
