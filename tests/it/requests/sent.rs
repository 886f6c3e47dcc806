//! The letters of a request over the API, the pages and the command line: to the desk alone, each look on record, by the ledger that the
//! decision rests on.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{Days, TimeDelta};
use daicho::graphql::Caller;
use serde_json::{Value, json};

use super::{House, application, number};
use crate::back_end::{BackEnd, on_both};
use crate::letters::text_of_docx;
use crate::program::{Desk, EXAMPLES, examples};
use crate::server::{Service, get};

const LETTERS: &str = "query ($number: String!) { request(number: $number) {
  guidance { title date open text docx: file(format: DOCX) { name mediaType content } }
  answer { title date open text html: file(format: HTML) { content } json: file(format: JSON) { name content } }
} }";

async fn letters(house: &House, number: &str) -> Value {
    house.ask(LETTERS, json!({ "number": number })).await["request"].clone()
}

/// The looks on record, the newest first.
async fn looks(house: &House, number: &str) -> Vec<String> {
    let viewings = house.ask(&format!("{{ request(number: \"{number}\") {{ viewings {{ by what }} }} }}"), Value::Null).await;
    let looks = viewings["request"]["viewings"].as_array().unwrap();
    looks.iter().map(|look| format!("{} {}", look["by"].as_str().unwrap(), look["what"].as_str().unwrap())).collect()
}

fn bytes(file: &Value) -> Vec<u8> {
    STANDARD.decode(file["content"].as_str().unwrap()).unwrap()
}

async fn written_to_the_person(back_end: BackEnd) {
    let house = House::new(&back_end).await;
    let mut input = application("arrow-trust", "DISCLOSURE", "AUTHORIZED_AGENT", "元従業員");
    input["principalName"] = json!("甲野の請求者");
    input["requesterName"] = json!("乙山の代理人");
    input["contact"] = json!("見本町一丁目");
    let number = number(&house.receive(input).await).to_owned();

    let clerk = Caller::everywhere("監査".to_owned());
    let refused = house.ask_as(clerk.clone(), LETTERS, json!({ "number": number })).await;
    assert_eq!(refused["errors"][0]["extensions"]["code"], "NOT_AT_THE_DESK", "{refused}");
    assert!(!refused.to_string().contains("乙山"), "{refused}");

    let open = letters(&house, &number).await;
    assert_eq!(open["answer"], Value::Null, "nothing is decided");
    let guidance = open["guidance"]["text"].as_str().unwrap();
    assert!(
        guidance.contains("乙山の代理人　様") && guidance.contains("ご本人の印鑑証明書") && !guidance.contains("受領済み"),
        "{guidance}"
    );
    assert_eq!(open["guidance"]["docx"]["name"], format!("{number}-guidance.docx"));
    assert!(text_of_docx(&bytes(&open["guidance"]["docx"])).contains("見本町一丁目"));
    assert_eq!(looks(&house, &number).await, ["窓口 PERSON"], "one look, and none of the one who was refused");

    let today = daicho::clock::today();
    let seal = format!("recordDocument(number: \"{number}\", document: \"ご本人の印鑑証明書\", issuedOn: \"{}\")", today - Days::new(3));
    assert_eq!(house.act(&seal).await["status"], "DONE");
    let later = letters(&house, &number).await;
    assert!(later["guidance"]["text"].as_str().unwrap().contains("受領済み"), "what came in is marked");
    assert!(looks(&house, &number).await.contains(&"窓口 PAPERS".to_owned()), "and the look at it is on record");

    let decide = format!(
        "decideRequest(number: \"{number}\", input: {{ grant: NONE, grounds: [IDENTITY_NOT_VERIFIED], explanation: \"委任状がありません。\" }})"
    );
    assert_eq!(house.act(&decide).await["status"], "DONE");
    let answer = letters(&house, &number).await["answer"].clone();
    assert_eq!((&answer["title"], &answer["date"]), (&json!("開示等請求に対する回答書"), &json!(today)));
    let text = answer["text"].as_str().unwrap();
    assert!(text.contains("委任状がありません。") && text.contains("甲野の請求者　様") && text.contains("訴えを提起"), "{text}");
    let page = String::from_utf8(bytes(&answer["html"])).unwrap();
    assert!(page.contains("乙山の代理人　様") && page.contains("size: A4"), "{page}");
    let record: Value = serde_json::from_slice(&bytes(&answer["json"])).unwrap();
    assert_eq!((&record["number"], &record["title"]), (&json!(number), &answer["title"]));

    // Once who the person is is erased, the letter is to the one who asks.
    house.act(&format!("replyToRequest(number: \"{number}\")")).await;
    let erased =
        house.store.erase_persons(None, today + Days::new(400), "期限", daicho::clock::now() + TimeDelta::days(400)).await.unwrap();
    assert_eq!(erased.len(), 1);
    let after = letters(&house, &number).await;
    let text = after["answer"]["text"].as_str().unwrap();
    assert!(text.contains("ご請求者　様") && !text.contains("甲野") && !text.contains("乙山"), "{text}");
}

#[test]
fn letters_are_for_the_desk_and_each_look_is_on_record() {
    on_both(written_to_the_person);
}

async fn by_the_ledger_of_the_decision(back_end: BackEnd) {
    let house = House::new(&back_end).await;
    let received = house.receive(application("rocketworks", "DISCLOSURE", "PRINCIPAL", "お客様")).await;
    let number = number(&received).to_owned();
    house.act(&format!("decideRequest(number: \"{number}\", input: {{ grant: WHOLE }})")).await;
    let before = letters(&house, &number).await["answer"]["text"].clone();
    house.empty("rocketworks").await;
    assert_eq!(letters(&house, &number).await["answer"]["text"], before, "a later revision does not change what was decided");
    house.act(&format!("withdrawRequest(number: \"{number}\")")).await;
    assert_eq!(letters(&house, &number).await["answer"], Value::Null, "nothing is answered to what was withdrawn");
}

#[test]
fn a_letter_rests_on_the_ledger_that_the_decision_rests_on() {
    on_both(by_the_ledger_of_the_decision);
}

async fn without_a_case(back_end: BackEnd) {
    let house = House::new(&back_end).await;
    let document =
        "query ($input: WhatIfInput!) { requestWhatIf(input: $input) { guidance { text open csv: file(format: CSV) { name content } } } }";
    let input = json!({ "organization": "libra-plus", "rights": ["DISCLOSURE"], "subjects": ["お客様"] });
    let answer = house.ask_as(Caller::everywhere("受付".to_owned()), document, json!({ "input": input })).await;
    let guidance = &answer["data"]["requestWhatIf"]["guidance"];
    let text = guidance["text"].as_str().unwrap();
    assert!(text.contains("ご請求者　様") && text.contains("個人情報開示申請書") && text.contains("1,600円"), "{text}");
    assert_eq!(guidance["csv"]["name"], "libra-plus-guidance.csv");
    assert!(bytes(&guidance["csv"]).starts_with("\u{feff}区分,".as_bytes()));
    let register = house.ask("{ requestRegister(format: CSV) { content } }", Value::Null).await;
    assert_eq!(String::from_utf8(bytes(&register["requestRegister"])).unwrap().lines().count(), 1, "what if is no case");
}

#[test]
fn the_guidance_can_be_had_before_there_is_a_case() {
    on_both(without_a_case);
}

#[test]
fn the_pages_and_the_command_line_give_the_same_letters() {
    let desk = Desk::new();
    let (_, workbook) = EXAMPLES.into_iter().find(|(code, _)| *code == "rocketworks").unwrap();
    desk.run(&["apply", "--yes", examples().join(workbook).to_str().unwrap()]).succeeded();
    desk.write("person.json", r#"{ "principalName": "甲野の請求者", "contact": "見本町一丁目" }"#);
    let person = desk.path("person.json");
    let arguments = ["request", "receive", "--organization", "rocketworks", "--right", "disclosure", "--subject", "お客様", "--person"];
    desk.run(&[&arguments[..], &[person.to_str().unwrap()]].concat()).succeeded();
    let number = "rocketworks-2026-0001".replace("2026", &daicho::clock::today().format("%Y").to_string());
    let undecided = desk.run(&["request", "answer", &number]);
    assert!(undecided.code == Some(2) && undecided.err.contains("まだ作れません"), "{}", undecided.err);
    desk.run(&["request", "decide", &number, "--grant", "whole"]).succeeded();

    let printed = desk.run(&["request", "answer", &number]).succeeded();
    assert!(printed.out.contains("甲野の請求者　様") && printed.err.contains("送付の前に確かめること"), "{}", printed.out);
    let file = desk.path("answer.docx");
    desk.run(&["request", "answer", &number, "--format", "docx", "--output", file.to_str().unwrap()]).succeeded();
    assert!(text_of_docx(&std::fs::read(file).unwrap()).contains("甲野の請求者　様"));
    let register = desk.run(&["request", "register", "--format", "csv"]).succeeded().out;
    assert!(register.contains(&number) && !register.contains("甲野"), "{register}");

    let of_the_desk = desk.run(&["token", "new", "窓口", "--desk"]).succeeded().out.trim().to_owned();
    let of_another = desk.run(&["token", "new", "監査"]).succeeded().out.trim().to_owned();
    let service = Service::start(&desk);
    let page = get(&service, &format!("/requests/{number}/answer"), Some(&of_the_desk));
    assert!(page.status == 200 && page.page().contains("甲野の請求者　様") && page.disposition.is_empty(), "{}", page.page());
    assert!(page.policy.contains("default-src 'none'; style-src 'sha256-"), "{}", page.policy);
    let file = get(&service, &format!("/requests/{number}/guidance.docx"), Some(&of_the_desk));
    assert_eq!((file.status, file.disposition), (200, format!("attachment; filename=\"{number}-guidance.docx\"")));
    assert!(text_of_docx(&file.body).contains("手続について（ご案内）"));
    for (path, token, expected) in [
        (format!("/requests/{number}/answer"), Some(&of_another), 403),
        (format!("/requests/{number}/answer"), None, 401),
        (format!("/requests/{number}/answer.exe"), Some(&of_the_desk), 404),
        (format!("/requests/{number}/person"), Some(&of_the_desk), 404),
        ("/requests/%22%3Cb%3E/answer".to_owned(), Some(&of_the_desk), 404),
        ("/requests/register.xlsx".to_owned(), Some(&of_another), 200),
        ("/requests/register.xlsx".to_owned(), None, 401),
        ("/requests".to_owned(), Some(&of_another), 200),
        ("/requests".to_owned(), None, 401),
        ("/requests?after=nothing".to_owned(), Some(&of_the_desk), 404),
    ] {
        let got = get(&service, &path, token.map(String::as_str));
        assert_eq!(got.status, expected, "{path}");
        assert!(!got.page().contains("甲野"), "{path}");
    }
    let list = |token: &str| get(&service, "/requests", Some(token)).page();
    assert!(list(&of_the_desk).contains(&format!("/requests/{number}/answer.docx")));
    assert!(!list(&of_another).contains("answer.docx"), "links that would be refused are not offered");
}
