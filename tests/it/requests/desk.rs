//! The desk: what it may not do, and two who act at once.

use chrono::Days;
use serde_json::{Value, json};

use super::{House, application, number, state};
use crate::back_end::{BackEnd, on_both};

async fn papers_must_be_fresh(back_end: BackEnd) {
    let house = House::new(&back_end).await;
    let today = daicho::clock::today();
    let mut input = application("arrow-trust", "DISCLOSURE", "AUTHORIZED_AGENT", "お客様");
    input["receivedOn"] = json!(today - Days::new(200));
    let received = house.receive(input).await;
    let number = number(&received).to_owned();
    let seal = |issued: &str, arrived: &str| {
        format!("recordDocument(number: \"{number}\", document: \"ご本人の印鑑証明書\", issuedOn: \"{issued}\", receivedOn: \"{arrived}\")")
    };
    let day = |text: String| text;
    let old = house.act(&seal(&day((today - Days::new(100)).to_string()), &today.to_string())).await;
    assert_eq!(old["status"], "INCOMPLETE", "{old}");
    assert!(old["message"].as_str().unwrap().contains("within P3M"), "{old}");
    assert_eq!(old["request"]["events"].as_array().unwrap().last().unwrap()["kind"], "DOCUMENT_REFUSED", "it is on record");
    let undated = house.act(&format!("recordDocument(number: \"{number}\", document: \"ご本人の印鑑証明書\")")).await;
    assert!(undated["message"].as_str().unwrap().contains("Record its day of issue"), "{undated}");
    let exactly = today.checked_sub_months(chrono::Months::new(3)).unwrap();
    let at_the_limit = house.act(&seal(&exactly.to_string(), &(exactly + chrono::Months::new(3)).to_string())).await;
    assert_eq!(at_the_limit["status"], "DONE", "{at_the_limit}");

    let unknown = house.act(&format!("recordDocument(number: \"{number}\", document: \"会員証\")")).await;
    assert_eq!(unknown["status"], "INCOMPLETE");
    assert!(unknown["message"].as_str().unwrap().contains("委任状"), "the lines are named: {unknown}");
    let future = house.act(&seal(&today.to_string(), &(today + Days::new(1)).to_string())).await;
    assert!(future["message"].as_str().unwrap().contains("is after today"), "{future}");
    let before = house.act(&seal(&today.to_string(), &(today - Days::new(201)).to_string())).await;
    assert!(before["message"].as_str().unwrap().contains("before the request came"), "{before}");
    // What has taken the place of a paper that no longer exists will do for it.
    let card = house.act(&format!("recordDocument(number: \"{number}\", document: \"マイナンバーカード\", of: PRINCIPAL)")).await;
    assert_eq!(card["status"], "DONE", "{card}");
}

#[test]
fn papers_are_accepted_to_the_last_day_and_no_longer() {
    on_both(papers_must_be_fresh);
}

async fn refusals_need_a_ground(back_end: BackEnd) {
    let house = House::new(&back_end).await;
    let received = house.receive(application("rocketworks", "DISCLOSURE", "PRINCIPAL", "お客様")).await;
    let number = number(&received).to_owned();
    let decide = async |input: &str| house.act(&format!("decideRequest(number: \"{number}\", input: {{ {input} }})")).await;
    for (input, status, says) in [
        ("grant: NONE", "GROUND_REQUIRED", "needs a ground of the law"),
        ("grant: PART, grounds: [PURPOSE_EVIDENT], explanation: \"理由\"", "GROUND_REQUIRED", "no ground of the law for what is asked"),
        ("grant: PART, grounds: [OTHER], explanation: \"理由\"", "GROUND_REQUIRED", "no ground of the law for what is asked"),
        ("grant: PART, grounds: [BREACH_OF_LAW], explanation: \"  \"", "GROUND_REQUIRED", "gives the person the reason"),
        ("grant: WHOLE, grounds: [BREACH_OF_LAW]", "INCOMPLETE", "has no ground for refusal"),
    ] {
        let refused = decide(input).await;
        assert_eq!((&refused["status"], state(&refused)), (&json!(status), "INVESTIGATING"), "{input}: {refused}");
        assert!(refused["message"].as_str().unwrap().contains(says), "{input}: {refused}");
    }
    let decided = decide("grant: PART, grounds: [BREACH_OF_LAW], explanation: \"他の法令により一部は開示できません。\"").await;
    assert_eq!(decided["status"], "DONE");
    assert_eq!(decided["request"]["grounds"][0]["text"], "法令に違反することとなる場合", "in the procedure's words");
    let reopened = house.act(&format!("reopenRequest(number: \"{number}\", reason: \"対象の誤り\")")).await;
    assert_eq!((state(&reopened), &reopened["request"]["grant"]), ("INVESTIGATING", &Value::Null));
    let kinds: Vec<_> = reopened["request"]["events"].as_array().unwrap().iter().map(|event| event["kind"].clone()).collect();
    assert_eq!(kinds, ["RECEIVED", "DECIDED", "REOPENED"], "nothing is deleted");
}

#[test]
fn what_is_refused_needs_a_ground_of_the_law_and_a_sentence() {
    on_both(refusals_need_a_ground);
}

async fn papers_that_do_not_come(back_end: BackEnd) {
    let house = House::new(&back_end).await;
    let received = house.receive(application("rubato", "DISCLOSURE", "PRINCIPAL", "お客様")).await;
    let number = number(&received).to_owned();
    let whole = house.act(&format!("decideRequest(number: \"{number}\", input: {{ grant: WHOLE }})")).await;
    assert_eq!(whole["status"], "INCOMPLETE");
    assert!(whole["message"].as_str().unwrap().contains("個人情報開示請求書"), "{whole}");
    let replied = house.act(&format!("replyToRequest(number: \"{number}\")")).await;
    assert_eq!(replied["status"], "NOT_IN_THIS_STATE");
    let unverified = format!(
        "decideRequest(number: \"{number}\", input: {{ grant: NONE, grounds: [IDENTITY_NOT_VERIFIED], explanation: \"本人と確認できません。\" }})"
    );
    assert_eq!(state(&house.act(&unverified).await), "DECIDED");
    let withdrawn = house.act(&format!("withdrawRequest(number: \"{number}\")")).await;
    assert_eq!(state(&withdrawn), "WITHDRAWN");
    let again = house.act(&format!("withdrawRequest(number: \"{number}\")")).await;
    assert_eq!(again["status"], "NOT_IN_THIS_STATE");
    assert_eq!(house.act("withdrawRequest(number: \"rubato-1999-0001\")").await["status"], "NOT_FOUND");
}

#[test]
fn a_request_whose_papers_do_not_come_can_be_refused_for_that_alone() {
    on_both(papers_that_do_not_come);
}

async fn at_once(back_end: BackEnd) {
    let (one, other) = (House::new(&back_end).await, House::beside(&back_end).await);
    let received = one.receive(application("rocketworks", "DISCLOSURE", "PRINCIPAL", "お客様")).await;
    let decide = format!("decideRequest(number: \"{}\", input: {{ grant: WHOLE }})", number(&received));
    let both: [Value; 2] = tokio::join!(one.act(&decide), other.act(&decide)).into();
    let mut statuses: Vec<&str> = both.iter().map(|outcome| outcome["status"].as_str().unwrap()).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, ["DONE", "NOT_IN_THIS_STATE"], "{both:?}");
    let told = both.iter().find(|outcome| outcome["status"] != "DONE").unwrap();
    assert!(told["message"].as_str().unwrap().contains("is decided (recorded by 窓口"), "{told}");

    // Fifty requests at once have fifty numbers.
    let inputs = (0..50).map(|at| {
        let mut input = application("ruft", "CORRECTION", "PRINCIPAL", "利用者");
        input["idempotencyKey"] = json!(format!("key-{at}"));
        input
    });
    let mut numbers = Vec::new();
    for pair in inputs.collect::<Vec<_>>().chunks(2) {
        let [first, second] = pair else { unreachable!("fifty are pairs") };
        let (first, second) = tokio::join!(one.receive(first.clone()), other.receive(second.clone()));
        numbers.extend([number(&first).to_owned(), number(&second).to_owned()]);
    }
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), 50);
    let mut again = application("ruft", "CORRECTION", "PRINCIPAL", "利用者");
    again["idempotencyKey"] = json!("key-7");
    let known = one.receive(again).await;
    assert!(known["message"].as_str().unwrap().contains("received before"), "{known}");
    let mut another = application("ruft", "DISCLOSURE", "PRINCIPAL", "利用者");
    another["idempotencyKey"] = json!("key-7");
    let other_request = one.receive(another).await;
    assert_eq!(other_request["status"], "INCOMPLETE", "a request for something else is not swallowed: {other_request}");
    assert!(other_request["message"].as_str().unwrap().contains(number(&known)), "{other_request}");
    let all = one.ask("{ requests(filter: { organizations: [\"ruft\"] }) { totalCount } }", Value::Null).await;
    assert_eq!(all["requests"]["totalCount"], 50, "nothing is received twice");
}

#[test]
fn of_two_desks_that_act_at_once_one_wins_and_the_other_is_told() {
    on_both(at_once);
}
