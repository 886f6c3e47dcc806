//! A person asks: which categories were meant, what of the ledger answers, who else must be told. The companies' ledgers, through
//! the program.

use serde_json::{Value, json};

use crate::program::{Desk, EXAMPLES, examples};

/// What a requester may see of an organization's ledger.
fn view(desk: &Desk, organization: &str, subjects: &[&str], right: &str) -> Value {
    let document = format!(
        "query($subjects: [String!]!) {{ ledger {{ requesterView(input: {{ organization: \"{organization}\", subjects: $subjects, right: {right} }}) {{
            right unmatched matched {{ asked written why saidIn entries }} nearlyMatched {{ asked written why saidIn entries }}
            entries {{ entry {{ controlNo name }} decision touched reasons notStated basis {{ article }} purposes {{ text jointUse subject }}
                items acquiredFrom provisions {{ recipient optOut }} entrustments {{ entrustee }} jointUses {{ scope }} retention {{ text }}
                flows {{ role country {{ code }} }} said {{ matter stated open lines }}
                told {{ role party through detail stated reason(language: EN) basis {{ article }} }} }} }} }} }}"
    );
    let variables = json!({ "subjects": subjects }).to_string();
    desk.ask(&document, &["--variables", &variables])["ledger"]["requesterView"].clone()
}

fn entry<'a>(view: &'a Value, control_no: &str) -> &'a Value {
    let mut entries = view["entries"].as_array().expect("entries").iter();
    entries.find(|answer| answer["entry"]["controlNo"] == control_no).unwrap_or_else(|| panic!("{control_no} in {view}"))
}

fn texts<'a>(list: &'a Value, field: &str) -> Vec<&'a str> {
    list.as_array().expect("a list").iter().map(|item| item[field].as_str().unwrap_or_default()).collect()
}

#[test]
fn a_former_employee_is_found_by_any_word_with_the_purposes_of_joint_use() {
    let desk = Desk::with_examples();
    for word in ["former employee", "元社員", "退職社員", "当社退職者", "退職者の方", "退職者（2020年以降）", "退職者"]
    {
        let view = view(&desk, "arrow-trust", &[word], "NOTICE_OF_PURPOSE");
        assert_eq!(entry(&view, "A-05")["decision"], "MAY_SEE", "{word}");
        let numbers: Vec<_> =
            view["entries"].as_array().unwrap().iter().map(|answer| answer["entry"]["controlNo"].as_str().unwrap()).collect();
        assert_eq!(numbers, ["A-05", "A-06", "A-09", "A-10"], "{word}: those of former employees, and those that do not say of whom");
        let purposes = &entry(&view, "A-05")["purposes"];
        assert_eq!(texts(purposes, "subject"), ["当社退職者"], "{word}");
        assert!(texts(purposes, "text")[0].starts_with("退職者に関するデータ分析"), "{purposes}");
        assert_eq!(entry(&view, "A-05")["notStated"], json!(["PURPOSES"]), "its own purposes the policy does not say");
        assert_eq!(view["unmatched"], json!([]), "{word}");
    }
    let english = view(&desk, "arrow-trust", &["former employee"], "DISCLOSURE");
    let matched = json!([
        { "asked": "former employee", "written": "当社退職者", "why": "SYNONYM", "saidIn": ["JOINT_USE"], "entries": 0 },
        { "asked": "former employee", "written": "退職者", "why": "SYNONYM", "saidIn": ["ENTRY"], "entries": 1 },
    ]);
    assert_eq!(english["matched"], matched);
}

#[test]
fn entrusted_data_may_not_be_seen_for_want_of_authority() {
    let desk = Desk::with_examples();
    for right in ["DISCLOSURE", "CORRECTION", "ERASURE", "DISCLOSURE_OF_PROVISION_RECORDS"] {
        let view = view(&desk, "arrow-trust", &["お客様"], right);
        let entrusted = entry(&view, "A-06");
        assert_eq!((&entrusted["decision"], &entrusted["reasons"]), (&json!("MAY_NOT_SEE"), &json!(["ENTRUSTED_TO_US"])), "{right}");
        assert_eq!((&entrusted["touched"], &entrusted["said"], &entrusted["told"]), (&json!("NO"), &json!([]), &json!([])), "{right}");
        assert_eq!(entrusted["basis"], json!([{ "article": "16(4)" }]));
        let others = entry(&view, "A-09");
        assert_eq!((&others["decision"], &others["touched"]), (&json!("CANNOT_TELL"), &json!("NOT_STATED")), "{right}");
    }
}

#[test]
fn what_nearly_matches_is_offered_and_never_taken() {
    let desk = Desk::with_examples();
    let slip = view(&desk, "arrow-trust", &["採用応慕者", "法人のお客様", "宇宙人"], "DISCLOSURE");
    assert_eq!(slip["matched"], json!([]));
    assert_eq!(slip["unmatched"], json!(["採用応慕者", "法人のお客様", "宇宙人"]));
    let offered: Vec<_> = slip["nearlyMatched"]
        .as_array()
        .unwrap()
        .iter()
        .map(|near| (near["asked"].clone(), near["written"].clone(), near["why"].clone()))
        .collect();
    assert!(offered.contains(&(json!("採用応慕者"), json!("採用応募者"), json!("SPELLED_ALIKE"))), "{offered:?}");
    assert!(offered.contains(&(json!("法人のお客様"), json!("お客様"), json!("WITHIN"))), "{offered:?}");
    assert!(offered.iter().all(|(asked, _, _)| asked != "宇宙人"), "{offered:?}");
    for entry in slip["entries"].as_array().unwrap() {
        assert!(["A-06", "A-09", "A-10"].contains(&entry["entry"]["controlNo"].as_str().unwrap()), "{entry}");
    }
    let both = view(&desk, "arrow-trust", &["job applicant", "customer"], "DISCLOSURE");
    assert_eq!(
        (&entry(&both, "A-01")["decision"], &entry(&both, "A-03")["decision"]),
        (&json!("MAY_SEE"), &json!("MAY_SEE")),
        "in both categories"
    );
}

#[test]
fn each_company_answers_for_its_own_words_and_says_what_it_leaves_open() {
    let desk = Desk::with_examples();
    for (code, _) in EXAMPLES {
        for right in [
            "NOTICE_OF_PURPOSE",
            "DISCLOSURE",
            "DISCLOSURE_OF_PROVISION_RECORDS",
            "CORRECTION",
            "SUSPENSION_OF_USE",
            "SUSPENSION_OF_PROVISION",
        ] {
            let view = view(&desk, code, &["customer", "employee", "user"], right);
            assert_eq!(view["right"], *right);
            let written = texts(&view["matched"], "written");
            assert!(written.contains(&"お客様") || written.contains(&"従業員"), "{code}: {written:?}");
            for answer in view["entries"].as_array().unwrap() {
                let said = answer["said"].as_array().unwrap();
                assert_eq!(said.is_empty(), answer["decision"] == "MAY_NOT_SEE", "{code} {right} {answer}");
                for matter in said {
                    let open = answer["notStated"].as_array().unwrap().contains(&matter["matter"]);
                    assert_eq!(matter["open"], json!(open), "{code} {right} {answer}");
                    let silent = matter["lines"] == json!([]) && matter["stated"] != "NO";
                    assert!(open || !silent, "what is not said is listed as not stated: {code} {right} {matter}");
                }
            }
        }
    }
}

#[test]
fn provision_is_shown_with_its_way_out_and_stops_at_its_recipients() {
    let desk = Desk::with_examples();
    let records = view(&desk, "ruft", &["user"], "DISCLOSURE_OF_PROVISION_RECORDS");
    let cookies = records["entries"].as_array().unwrap().iter().find(|answer| answer["provisions"] != json!([])).expect("one is provided");
    assert_eq!((&cookies["provisions"][0]["recipient"], &cookies["touched"]), (&json!("Google Inc."), &json!("NOT_STATED")), "{cookies}");
    assert!(cookies["provisions"][0]["optOut"].as_str().is_some_and(|way| way.contains("オプトアウト")));
    let stop = view(&desk, "ruft", &["user"], "SUSPENSION_OF_PROVISION");
    let number = cookies["entry"]["controlNo"].as_str().unwrap();
    let told = &entry(&stop, number)["told"];
    assert_eq!((texts(told, "role"), texts(told, "party")), (vec!["RECIPIENT"], vec!["Google Inc."]));
    assert_eq!(told[0]["reason"], "the provision to it stops");
}

#[test]
fn a_correction_is_passed_on_to_all_who_have_the_data() {
    let desk = Desk::new();
    let model = examples().parent().expect("the folder of imports").join("model/mihon-shokai.xlsx");
    desk.run(&["apply", "--yes", model.to_str().unwrap()]).succeeded();
    let correction = view(&desk, "mihon-shokai", &["customers"], "CORRECTION");
    let orders = entry(&correction, "M-01");
    let told: Vec<_> =
        orders["told"].as_array().unwrap().iter().map(|told| (told["role"].as_str().unwrap(), told["party"].as_str().unwrap())).collect();
    assert_eq!(told, [("ENTRUSTEE", "見本物流株式会社"), ("ENTRUSTEE", "Mihon Support Pte. Ltd."), ("RECIPIENT", "見本決済株式会社")]);
    assert_eq!(orders["told"][0]["detail"], "商品の発送");
    assert_eq!(orders["told"][2]["basis"], json!([]), "no provision obliges to tell a recipient");
    let employee = view(&desk, "mihon-shokai", &["社員"], "ERASURE");
    let joint = &entry(&employee, "M-03")["told"][0];
    assert_eq!((&joint["role"], &joint["through"]), (&json!("JOINT_USER"), &json!("株式会社見本ホールディングス")), "{joint}");
    let stop = view(&desk, "mihon-shokai", &["customers"], "SUSPENSION_OF_PROVISION");
    assert_eq!(texts(&entry(&stop, "M-01")["told"], "party"), ["見本決済株式会社"], "an equivalent system is exempt from Article 28");
    let disclosed = view(&desk, "mihon-shokai", &["客"], "DISCLOSURE");
    let orders = entry(&disclosed, "M-01");
    assert_eq!((&orders["decision"], orders["told"].as_array().map(Vec::len)), (&json!("MAY_SEE"), Some(0)));
    assert!(orders["items"].as_array().is_some_and(|items| !items.is_empty()) && !texts(&orders["flows"], "role").is_empty());
}

#[test]
fn the_ready_made_question_prints_what_was_meant_what_answers_and_who_is_told() {
    let desk = Desk::with_examples();
    let ask = |variables: &str, language: &str| {
        desk.run(&["ask", "requester-view", "--language", language, "--variables", variables]).succeeded().out
    };
    let japanese = ask(r#"{"organization":"arrow-trust","subjects":["former employee","採用応慕者"],"right":"NOTICE_OF_PURPOSE"}"#, "ja");
    for words in ["同義語", "もしかして", "表記が近い", "採用応慕者", "退職者に関するデータ分析", "記載なし"]
    {
        assert!(japanese.contains(words), "{words}: {japanese}");
    }
    let english = ask(r#"{"organization":"rubato","subjects":["user"],"right":"SUSPENSION_OF_PROVISION"}"#, "en");
    for words in ["to be told", "the provision to it stops", "Google"] {
        assert!(english.contains(words), "{words}: {english}");
    }
}
