//! Who the person is: shown to the desk alone, each look on record, erased after a time.

use chrono::{Days, TimeDelta};
use daicho::graphql::Caller;
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};
use serde_json::{Value, json};

use super::{House, application, number};
use crate::back_end::{BackEnd, on_both};

/// Every text of every table.
async fn everything(database: &DatabaseConnection) -> String {
    let backend = database.get_database_backend();
    let mut all = String::new();
    for table in [
        "request",
        "request_right",
        "request_subject",
        "request_line",
        "request_event",
        "request_ground",
        "request_person",
        "request_paper",
        "request_viewing",
        "request_terms",
    ] {
        let json = if backend == sea_orm::DbBackend::Postgres {
            format!("SELECT CAST(row_to_json(t) AS TEXT) AS line FROM {table} t")
        } else {
            let columns = format!("SELECT group_concat('\"' || name || '\"', ' || ''|'' || ') AS line FROM pragma_table_info('{table}')");
            let row = database.query_one_raw(Statement::from_string(backend, columns)).await.unwrap().unwrap();
            let names: String = row.try_get("", "line").unwrap();
            let names: Vec<String> = names.split(" || '|' || ").map(|name| format!("coalesce({name}, '')")).collect();
            format!("SELECT {} AS line FROM {table}", names.join(" || '|' || "))
        };
        for row in database.query_all_raw(Statement::from_string(backend, json)).await.unwrap() {
            let line: String = row.try_get("", "line").unwrap();
            all.push_str(&line);
        }
    }
    all
}

/// Whether the files of a SQLite database hold a text anywhere; a server's are its own.
fn in_the_files(back_end: &BackEnd, text: &str) -> bool {
    let Some(file) = back_end.url.strip_prefix("sqlite:") else { return false };
    let files = ["", "-wal"].map(|ending| std::fs::read(format!("{file}{ending}")).unwrap_or_default());
    files.iter().any(|bytes| bytes.windows(text.len()).any(|window| window == text.as_bytes()))
}

async fn shown_to_the_desk_alone(back_end: BackEnd) {
    let house = House::new(&back_end).await;
    let mut input = application("rubato", "DISCLOSURE", "AUTHORIZED_AGENT", "お客様");
    input["principalName"] = json!("甲野の請求者");
    input["requesterName"] = json!("乙山の代理人");
    input["contact"] = json!("請求者の住所");
    let received = house.receive(input.clone()).await;
    let number = number(&received).to_owned();
    assert!(!received.to_string().contains("甲野"), "the outcome does not name the person");

    let person =
        format!("{{ request(number: \"{number}\") {{ state person {{ principalName requesterName contact }} viewings {{ by what }} }} }}");
    let clerk = house.ask_as(Caller::everywhere("監査".to_owned()), &person, Value::Null).await;
    assert_eq!(clerk["data"]["request"]["person"], Value::Null);
    assert_eq!(clerk["errors"][0]["extensions"]["code"], "NOT_AT_THE_DESK");
    assert!(!clerk.to_string().contains("甲野"), "{clerk}");
    let papers = format!("{{ request(number: \"{number}\") {{ documents {{ receivedOn }} }} }}");
    let clerk = house.ask_as(Caller::everywhere("監査".to_owned()), &papers, Value::Null).await;
    assert_eq!(clerk["errors"][0]["extensions"]["code"], "NOT_AT_THE_DESK");
    let elsewhere = Caller { name: "他社".to_owned(), organizations: Some(vec!["ruft".to_owned()]), desk: true };
    let other = house.ask_as(elsewhere.clone(), &person, Value::Null).await;
    assert_eq!(other["data"]["request"], Value::Null, "{other}");
    let moved = format!("mutation {{ withdrawRequest(number: \"{number}\") {{ status }} }}");
    assert_eq!(house.ask_as(elsewhere, &moved, Value::Null).await["data"]["withdrawRequest"]["status"], "NOT_FOUND");
    let clerk = house.ask_as(Caller::everywhere("監査".to_owned()), &moved, Value::Null).await;
    assert_eq!(clerk["errors"][0]["extensions"]["code"], "NOT_AT_THE_DESK");

    let seen = house.ask(&person, Value::Null).await;
    assert_eq!(seen["request"]["person"]["principalName"], "甲野の請求者");
    let viewings = house.ask(&format!("{{ request(number: \"{number}\") {{ viewings {{ by what }} }} }}"), Value::Null).await;
    assert_eq!(viewings["request"]["viewings"], json!([{ "by": "窓口", "what": "PERSON" }]), "one look, and no look of those refused");

    // The same person and right again, written in another width.
    input["principalName"] = json!("甲野の　請求者");
    let again = house.receive(input).await;
    assert_eq!(again["request"]["duplicates"], json!([number]));
    assert!(again["message"].as_str().unwrap().contains(&number), "{again}");
}

#[test]
fn who_the_person_is_is_shown_to_the_desk_alone() {
    on_both(shown_to_the_desk_alone);
}

async fn erased_after_a_time(back_end: BackEnd) {
    let house = House::new(&back_end).await;
    let set = "mutation { setRequestTerms(input: { organization: \"rocketworks\", targetDays: 10, keepPerson: \"P90D\" }) { targetDays keepPerson } }";
    assert_eq!(house.ask(set, Value::Null).await["setRequestTerms"], json!({ "targetDays": 10, "keepPerson": "P90D" }));
    let mut input = application("rocketworks", "DISCLOSURE", "PRINCIPAL", "お客様");
    input["principalName"] = json!("甲野の請求者");
    input["contact"] = json!("請求者の住所");
    let today = daicho::clock::today();
    input["receivedOn"] = json!(today - Days::new(11));
    let received = house.receive(input).await;
    assert_eq!((&received["request"]["daysLeft"], &received["request"]["overdue"]), (&json!(-1), &json!(true)), "{received}");
    let overdue = house.ask("{ requests(filter: { overdue: true }) { nodes { number } } }", Value::Null).await;
    assert_eq!(overdue["requests"]["nodes"].as_array().unwrap().len(), 1);
    let number = number(&received).to_owned();
    house.act(&format!("decideRequest(number: \"{number}\", input: {{ grant: WHOLE }})")).await;
    house.act(&format!("replyToRequest(number: \"{number}\")")).await;

    let at = |days: i64| (today + Days::new(u64::try_from(days).unwrap()), daicho::clock::now() + TimeDelta::days(days));
    let erase = async |days: i64| {
        let (day, moment) = at(days);
        house.store.erase_persons(None, day, "期限", moment).await.unwrap()
    };
    assert!(erase(89).await.is_empty(), "it is kept to the last day");
    assert!(everything(&back_end.by_hand().await).await.contains("甲野"));
    assert!(back_end.url.starts_with("postgres") || in_the_files(&back_end, "甲野の請求者"), "the files are where they are looked for");
    assert_eq!(erase(90).await.iter().map(ToString::to_string).collect::<Vec<_>>(), std::slice::from_ref(&number));
    assert!(erase(91).await.is_empty(), "once");
    let left = everything(&back_end.by_hand().await).await;
    assert!(!left.contains("甲野") && !left.contains("請求者の住所"), "nothing of the person is left: {left}");
    assert!(!in_the_files(&back_end, "甲野の請求者"), "nor in the pages that the file keeps free");
    let case =
        house.ask(&format!("{{ request(number: \"{number}\") {{ state person {{ contact }} events {{ kind }} }} }}"), Value::Null).await;
    assert_eq!(case["request"]["state"], "REPLIED", "the case stays: {case}");
    assert_eq!(case["request"]["person"], Value::Null);
    assert_eq!(case["request"]["events"].as_array().unwrap().last().unwrap()["kind"], "PERSON_ERASED");
}

#[test]
fn who_the_person_is_is_erased_when_the_time_is_up_and_the_case_stays() {
    on_both(erased_after_a_time);
}
