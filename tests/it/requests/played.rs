//! Each company's procedure, played through from receipt to reply.

use serde_json::{Value, json};

use super::{House, application, number, state};
use crate::back_end::{BackEnd, on_both};

/// A paper's name, and the day of issue where the list limits how old it may be.
fn record(number: &str, line: &Value) -> String {
    let issued = if line["issuedWithin"].is_null() { String::new() } else { format!(", issuedOn: \"{}\"", daicho::clock::today()) };
    let (name, of) = (&line["name"], line["requester"].as_str().unwrap());
    format!("recordDocument(number: \"{number}\", document: {name}, of: {of}{issued})")
}

/// Sends what the procedure asks for until nothing is missing; gives the outcome of the last act, and how many papers it took.
async fn send_all(house: &House, received: Value) -> (Value, usize) {
    let number = number(&received).to_owned();
    let mut papers = 0;
    let mut outcome = received;
    let lines: Vec<Value> = outcome["request"]["documents"].as_array().unwrap().iter().map(|line| line["document"].clone()).collect();
    let mut complete: Vec<(Value, Value)> = Vec::new();
    for line in lines {
        let group = (line["requester"].clone(), line["group"].clone());
        if !group.1.is_null() && complete.contains(&group) {
            continue;
        }
        outcome = house.act(&record(&number, &line)).await;
        if outcome["status"] == "DONE" {
            papers += 1;
            complete.push(group);
        } else {
            assert_eq!(outcome["status"], "INCOMPLETE");
            assert!(outcome["message"].as_str().unwrap().contains("has been valid since"), "only papers that no longer exist: {outcome}");
        }
    }
    if outcome["request"]["feeYen"].as_i64().is_some_and(|yen| yen > 0) {
        assert_eq!(state(&outcome), if papers == 0 { "RECEIVED" } else { "AWAITING_FEE" });
        let yen = outcome["request"]["feeYen"].as_i64().unwrap();
        outcome = house.act(&format!("recordFee(number: \"{number}\", amount: {yen})")).await;
        assert_eq!(outcome["status"], "DONE", "{outcome}");
    }
    (outcome, papers)
}

async fn to_the_reply(house: &House, outcome: Value) {
    assert_eq!(state(&outcome), "INVESTIGATING", "{outcome}");
    let number = number(&outcome);
    let decided = house.act(&format!("decideRequest(number: \"{number}\", input: {{ grant: WHOLE }})")).await;
    assert_eq!((&decided["status"], state(&decided)), (&json!("DONE"), "DECIDED"), "{decided}");
    let replied = house.act(&format!("replyToRequest(number: \"{number}\")")).await;
    assert_eq!((&replied["status"], state(&replied)), (&json!("DONE"), "REPLIED"), "{replied}");
    assert_eq!(replied["request"]["daysLeft"], Value::Null);
}

async fn every_procedure(back_end: BackEnd) {
    let house = House::new(&back_end).await;
    let mut papers = Vec::new();
    for organization in ["arrow-trust", "libra-plus", "rocketworks", "rubato", "ruft"] {
        for right in ["DISCLOSURE", "NOTICE_OF_PURPOSE", "CORRECTION"] {
            let mut of_right = Vec::new();
            for requester in ["PRINCIPAL", "LEGAL_REPRESENTATIVE", "AUTHORIZED_AGENT"] {
                let received = house.receive(application(organization, right, requester, "お客様")).await;
                assert_eq!(received["status"], "DONE", "{received}");
                let (outcome, count) = send_all(&house, received).await;
                to_the_reply(&house, outcome).await;
                of_right.push(count);
            }
            papers.push((organization, right, of_right));
        }
    }
    // How many papers the person, a legal representative and an agent send, by each company's list.
    let expected: [(&str, &str, [usize; 3]); 15] = [
        ("arrow-trust", "DISCLOSURE", [3, 5, 6]),
        ("arrow-trust", "NOTICE_OF_PURPOSE", [3, 5, 6]),
        ("arrow-trust", "CORRECTION", [2, 4, 5]),
        ("libra-plus", "DISCLOSURE", [2, 3, 3]),
        ("libra-plus", "NOTICE_OF_PURPOSE", [0, 0, 0]),
        ("libra-plus", "CORRECTION", [0, 0, 0]),
        ("rocketworks", "DISCLOSURE", [0, 0, 0]),
        ("rocketworks", "NOTICE_OF_PURPOSE", [0, 0, 0]),
        ("rocketworks", "CORRECTION", [0, 0, 0]),
        ("rubato", "DISCLOSURE", [2, 3, 4]),
        ("rubato", "NOTICE_OF_PURPOSE", [2, 3, 4]),
        ("rubato", "CORRECTION", [2, 3, 4]),
        ("ruft", "DISCLOSURE", [0, 0, 0]),
        ("ruft", "NOTICE_OF_PURPOSE", [0, 0, 0]),
        ("ruft", "CORRECTION", [0, 0, 0]),
    ];
    let expected: Vec<_> = expected.into_iter().map(|(of, right, counts)| (of, right, counts.to_vec())).collect();
    assert_eq!(papers, expected);
}

#[test]
fn every_procedure_is_played_from_receipt_to_reply() {
    on_both(every_procedure);
}

async fn fees(back_end: BackEnd) {
    let house = House::new(&back_end).await;
    let due = async |organization: &str, right: &str, items: u32| {
        let mut input = application(organization, right, "PRINCIPAL", "お客様");
        input["items"] = items.into();
        house.receive(input).await
    };

    // Rubato: stamps of 1,200 yen, once, with tax.
    let rubato = due("rubato", "DISCLOSURE", 3).await;
    assert_eq!(rubato["request"]["feeYen"], 1_200);
    let fee = house.ask(&format!("{{ request(number: \"{}\") {{ feeDue {{ payment tax per }} }} }}", number(&rubato)), Value::Null).await;
    assert_eq!(fee["request"]["feeDue"], json!({ "payment": ["切手", "郵便定額小為替"], "tax": "INCLUDED", "per": "REQUEST" }));

    // Arrow Trust: 800 yen an item, and not returned where nothing is held.
    let arrow = due("arrow-trust", "DISCLOSURE", 3).await;
    assert_eq!(arrow["request"]["feeYen"], 2_400);
    let (arrow, _) = send_all(&house, arrow).await;
    let number_of = number(&arrow).to_owned();
    let none = format!(
        "decideRequest(number: \"{number_of}\", input: {{ grant: NONE, grounds: [NOT_HELD], explanation: \"保有していません。\" }})"
    );
    let decided = house.act(&none).await;
    assert_eq!(
        decided["request"]["grounds"],
        json!([{ "kind": "NOT_HELD", "text": "保有個人データが存在しない場合", "basis": [{ "article": "33(3)" }] }])
    );
    assert_eq!((&decided["request"]["feeReceived"], &decided["request"]["feeYen"]), (&json!(2_400), &json!(2_400)), "it stays paid");

    // Arrow Trust charges nothing for a correction, and the law allows nothing.
    let unpaid = due("arrow-trust", "CORRECTION", 1).await;
    assert_eq!((&unpaid["request"]["feeYen"], &unpaid["request"]["feeWarnings"]), (&json!(0), &json!([])));

    // RUFT: 1,000 yen without tax; by effort more, on an estimate given first. For a correction none may be charged: a warning, no charge.
    let ruft = due("ruft", "DISCLOSURE", 1).await;
    assert_eq!(ruft["request"]["feeYen"], 1_100);
    let number_of = number(&ruft).to_owned();
    let estimated = house.act(&format!("estimateFee(number: \"{number_of}\", amount: 5500)")).await;
    assert_eq!((state(&estimated), &estimated["request"]["feeYen"]), ("AWAITING_FEE", &json!(5_500)));
    let part = house.act(&format!("recordFee(number: \"{number_of}\", amount: 1100)")).await;
    assert_eq!((state(&part), &part["request"]["missing"]), ("AWAITING_FEE", &json!(["a fee of 4400 yen"])));
    let rest = house.act(&format!("recordFee(number: \"{number_of}\", amount: 4400)")).await;
    assert_eq!(state(&rest), "INVESTIGATING");
    let correction = due("ruft", "CORRECTION", 1).await;
    assert_eq!(correction["request"]["feeYen"], 0);
    assert!(correction["message"].as_str().unwrap().contains("none may be charged for correction"), "{correction}");
    let charged = house.act(&format!("recordFee(number: \"{}\", amount: 1100)", number(&correction))).await;
    assert_eq!(charged["status"], "INCOMPLETE");

    // ROCKETWORKS states no fee: none can be asked for.
    let rocketworks = due("rocketworks", "DISCLOSURE", 1).await;
    assert_eq!((&rocketworks["request"]["feeYen"], state(&rocketworks)), (&json!(0), "INVESTIGATING"));
    assert!(rocketworks["message"].as_str().unwrap().contains("states no fee"), "{rocketworks}");

    // Libra Plus: the form and the guidance first, and payment before the start.
    let libra = due("libra-plus", "DISCLOSURE", 1).await;
    let number_of = number(&libra).to_owned();
    assert_eq!(state(&libra), "RECEIVED");
    assert_eq!(state(&house.act(&format!("guideRequest(number: \"{number_of}\")")).await), "AWAITING_DOCUMENTS");
    let (paid, _) = send_all(&house, house.act(&format!("recordFee(number: \"{number_of}\", amount: 1)")).await).await;
    assert_eq!(state(&paid), "INVESTIGATING");
    assert!(paid["message"].as_str().unwrap().contains("1 yen more"), "{paid}");
}

#[test]
fn fees_are_those_of_each_company_and_of_the_law() {
    on_both(fees);
}
