//! Ledgers to other programs and back: Fides manifests read, written and read again, DPV records in the vocabulary's own terms, and
//! YAML made to hurt.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use daicho::sheet::refusal::Reason;
use daicho::sheet::table::Workbook;
use daicho::sheet::{self, Options, limits};
use serde_json::{Value, json};

use crate::program::{Desk, EXAMPLES};
use crate::server::{Service, ask, token};

fn here(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/interchange").join(name)
}

fn read(name: &str, text: &str) -> Result<Workbook, Reason> {
    let options = Options { program: PathBuf::from(env!("CARGO_BIN_EXE_daicho")), ..Options::default() };
    sheet::read_bytes(name, text.as_bytes(), &options).map_err(|refusal| refusal.reason)
}

fn refused(text: &str) -> Reason {
    match read("a.yml", text) {
        Ok(workbook) => panic!("read: {} rows", workbook.tables[0].rows.len()),
        Err(reason) => reason,
    }
}

fn lines(text: &str) -> Vec<String> {
    let workbook = read("a.yml", text).unwrap();
    assert!(workbook.tables.iter().all(|table| table.tree));
    let rows = workbook.tables.iter().flat_map(|table| &table.rows);
    rows.map(|row| row.cells.iter().map(|cell| cell.value.text().into_owned()).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn yaml_is_read_as_written() {
    let read =
        lines("a: [1.10, 0777, ~, null, 'null', '']\nb: {c: yes, d: |\n  two\n  lines\n}\n".replace("|\n  two\n  lines\n", "two").as_str());
    assert_eq!(read, ["a 0 1.10", "a 1 0777", "a 4 null", "b c yes", "b d two"]);
    assert_eq!(lines("- &x {k: v, l: w}\n- {<<: *x, l: own}\n- *x\n"), ["0 k v", "0 l w", "1 l own", "1 k v", "2 k v", "2 l w"]);
    assert_eq!(lines("a: 1\n---\na: 2\n"), ["a 1", "a 2"]);
    assert_eq!(lines("{\"a\": {\"b\": [true]}}"), ["a b 0 true"]);
}

#[test]
fn yaml_made_to_hurt_is_refused_by_name() {
    // Each list is nine of the one before: a billion values of a few hundred bytes.
    let mut laughs = String::from("a0: &a0 [lol]\n");
    for level in 1..=9 {
        let nine = vec![format!("*a{}", level - 1); 9].join(", ");
        writeln!(laughs, "a{level}: &a{level} [{nine}]").unwrap();
    }
    assert_eq!(refused(&laughs), Reason::TooManyNodes);
    // The same of nothing at all, and of merge keys.
    assert_eq!(refused(&laughs.replace("lol", "")), Reason::TooManyNodes);
    let mut merges = String::from("a0: &a0 {k: v}\n");
    for level in 1..=30 {
        writeln!(merges, "a{level}: &a{level} {{<<: [*a{0}, *a{0}], k{level}: v}}", level - 1).unwrap();
    }
    assert_eq!(refused(&merges), Reason::TooManyNodes);
    assert_eq!(refused("a: &a [1, *a]\n"), Reason::TooDeep);
    assert_eq!(refused("a: &a {<<: *a, b: 1}\n"), Reason::TooDeep);
    assert_eq!(refused(&format!("a: {}1{}", "[".repeat(200), "]".repeat(200))), Reason::TooDeep);
    let stairs: String = (0..200).map(|step| format!("{}a:\n", " ".repeat(step))).collect();
    assert_eq!(refused(&format!("{stairs}{}1\n", " ".repeat(200))), Reason::TooDeep);
    // The parser itself goes no deeper than 255 brackets.
    assert!(matches!(refused(&"[".repeat(200_000)), Reason::TooDeep | Reason::NotYaml { .. }));
    assert!(matches!(refused(&"{a: ".repeat(200_000)), Reason::TooDeep | Reason::NotYaml { .. }));
    assert_eq!(refused(&"- 1\n".repeat(limits::NODES + 2)), Reason::TooManyNodes);
    assert_eq!(refused("a: 1\nb: 2\na: 3\n"), Reason::RepeatedKey { line: 3 });
    assert_eq!(refused("a: 1\nb: [1\nc: 2\n"), Reason::NotYaml { line: 3 });
    assert_eq!(refused("a: *b\n"), Reason::NotYaml { line: 1 });
    assert_eq!(refused("? [a, b]\n: c\n"), Reason::NotYaml { line: 1 });
    assert_eq!(refused("a: ~\n"), Reason::NoCells);
}

/// What a manifest is read as, without what is empty.
fn stated(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let kept = map.iter().map(|(key, value)| (key.clone(), stated(value)));
            Value::Object(kept.filter(|(_, value)| !nothing(value)).collect())
        }
        Value::Array(list) => Value::Array(list.iter().map(stated).collect()),
        other => other.clone(),
    }
}

fn nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text == "NOT_STATED" || text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    }
}

#[test]
fn a_fides_manifest_is_a_ledger() {
    let desk = Desk::new();
    let outcome = desk.run(&["read", "--format", "json", here("manifest.yml").to_str().unwrap()]).succeeded();
    let read: Value = serde_json::from_str(&outcome.out).unwrap();
    insta::assert_json_snapshot!("manifest", stated(&read));
    let entry = &read["entries"][1];
    let sources = entry["sources"].as_array().unwrap();
    let purposes = sources.iter().find(|source| source["field"] == "purposes").unwrap();
    assert_eq!(purposes["workbook"], "manifest.yml");
    assert_eq!(purposes["cell"], "system[0].privacy_declarations[0].name");
    let told = desk.run(&["read", here("manifest.yml").to_str().unwrap()]).succeeded();
    assert!(told.err.contains("policy"), "what is passed over is told: {}", told.err);
    let applied = desk.run(&["apply", "--yes", here("manifest.yml").to_str().unwrap()]).succeeded();
    assert!(applied.out.contains("otsu-shoji"), "{}", applied.out);
    let again = desk.run(&["plan", "--detailed-exitcode", here("manifest.yml").to_str().unwrap()]);
    assert_eq!(again.code, Some(0), "applied as planned: {}", again.out);
}

#[test]
fn yaml_that_is_no_manifest_is_told() {
    let desk = Desk::new();
    let file = desk.write("compose.yml", "services:\n  web:\n    image: nginx\n");
    let outcome = desk.run(&["read", "--language", "en", file.to_str().unwrap()]);
    assert_eq!(outcome.code, Some(2));
    assert!(outcome.err.contains("compose.yml") && outcome.err.contains("Fides"), "{}", outcome.err);
}

#[test]
fn a_manifest_is_uploaded_as_a_workbook_is() {
    let desk = Desk::new();
    let token = token(&desk);
    let service = Service::start(&desk);
    let content = STANDARD.encode(fs::read(here("manifest.yml")).unwrap());
    let query = "mutation($files: [Upload!]!) { planImport(files: $files) { added applicable changes { controlNo } } }";
    let body = json!({ "query": query, "variables": { "files": [{ "name": "manifest.yml", "content": content }] } });
    let (status, answer) = ask(&service, &token, &body.to_string());
    assert_eq!(status, 200, "{answer}");
    assert_eq!(answer["data"]["planImport"]["added"], 3, "{answer}");
    let bomb = STANDARD.encode("a: &a [1, *a]\n");
    let body = json!({ "query": query, "variables": { "files": [{ "name": "bomb.yaml", "content": bomb }] } });
    let (_, answer) = ask(&service, &token, &body.to_string());
    assert_eq!(answer["errors"][0]["extensions"]["code"], "UNREADABLE_WORKBOOK", "{answer}");
}

fn export(desk: &Desk, code: &str, format: &str) -> (String, String) {
    let outcome = desk.run(&["export", "--language", "en", "--organization", code, "--format", format]).succeeded();
    (outcome.out, outcome.err)
}

/// Every difference of two values, as `path: before -> after`.
fn differences(path: &str, before: &Value, after: &Value, into: &mut BTreeMap<String, usize>) {
    match (before, after) {
        (Value::Object(a), Value::Object(b)) => {
            let keys: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
            for key in keys.into_iter().filter(|key| *key != "sources") {
                let at = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                differences(&at, a.get(key).unwrap_or(&Value::Null), b.get(key).unwrap_or(&Value::Null), into);
            }
        }
        _ if before == after => {}
        _ => {
            let fate = match (nothing(before), nothing(after)) {
                (false, true) => "lost",
                (true, false) => "gained",
                _ => "changed",
            };
            *into.entry(format!("{path}: {fate}")).or_default() += 1;
        }
    }
}

#[test]
fn what_fides_loses_of_the_five_examples() {
    let desk = Desk::with_examples();
    let mut report = String::new();
    for (code, _) in EXAMPLES {
        let (manifest, told) = export(&desk, code, "fides");
        assert_eq!(manifest, export(&desk, code, "fides").0, "the same ledger is the same manifest");
        for sentence in told.lines() {
            assert!(manifest.contains(sentence), "the head names what is told: {sentence}");
        }
        let other = Desk::new();
        let file = other.write("manifest.yml", manifest);
        other.run(&["apply", "--yes", file.to_str().unwrap()]).succeeded();
        let of = |desk: &Desk| serde_json::from_str::<Value>(&export(desk, code, "json").0).unwrap();
        let (before, after) = (of(&desk), of(&other));
        let entries = |of: &Value| of["entries"].as_array().unwrap().clone();
        assert_eq!(entries(&before).len(), entries(&after).len(), "{code}");
        let mut found = BTreeMap::new();
        differences("organization", &before["organizations"][0], &after["organizations"][0], &mut found);
        for (before, after) in entries(&before).iter().zip(&entries(&after)) {
            differences("entry", before, after, &mut found);
        }
        writeln!(report, "{code}").unwrap();
        for (difference, times) in found {
            writeln!(report, "  {difference} ({times})").unwrap();
        }
        writeln!(report, "  told:").unwrap();
        for sentence in told.lines() {
            writeln!(report, "    {sentence}").unwrap();
        }
    }
    insta::assert_snapshot!("fides_round_trip", report);
}

/// Every term of DPV in a value, with its prefix.
fn terms(value: &Value, into: &mut BTreeSet<String>) {
    let is_term = |text: &str| ["dpv:", "pd:", "loc:"].iter().any(|prefix| text.starts_with(prefix)) && !text.contains(' ');
    match value {
        Value::String(text) => into.extend(Some(text).filter(|text| is_term(text)).cloned()),
        Value::Array(list) => list.iter().for_each(|value| terms(value, into)),
        Value::Object(map) => {
            for (key, value) in map {
                into.extend(Some(key).filter(|key| is_term(key)).cloned());
                terms(value, into);
            }
        }
        _ => {}
    }
}

#[test]
fn records_speak_the_vocabularys_own_terms() {
    let desk = Desk::with_examples();
    let listed = fs::read_to_string(here("dpv-terms.txt")).unwrap();
    let known: BTreeSet<&str> = listed.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    let mut report = String::new();
    for (code, _) in EXAMPLES {
        let (text, told) = export(&desk, code, "dpv");
        assert_eq!(text, export(&desk, code, "dpv").0, "the same ledger is the same record");
        let record: Value = serde_json::from_str(&text).unwrap();
        let mut used = BTreeSet::new();
        terms(&record, &mut used);
        let unknown: Vec<&String> = used.iter().filter(|term| !term.starts_with("loc:") && !known.contains(term.as_str())).collect();
        assert!(unknown.is_empty(), "{code}: {unknown:?} are not in dpv-terms.txt");
        let comments = record["@graph"][0]["rdfs:comment"].as_array().unwrap();
        for sentence in told.lines() {
            assert!(comments.iter().any(|comment| comment["@value"] == sentence), "the record names what is told: {sentence}");
        }
        writeln!(report, "{code}\n  {}", told.lines().collect::<Vec<_>>().join("\n  ")).unwrap();
    }
    insta::assert_snapshot!("dpv_unexpressed", report);
}

#[test]
fn every_term_that_the_source_names_is_listed() {
    let listed = fs::read_to_string(here("dpv-terms.txt")).unwrap();
    let known: BTreeSet<&str> = listed.lines().collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<PathBuf> = fs::read_dir(root.join("src/export/dpv")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.push(root.join("imports/vocabulary/interchange.toml"));
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for quoted in text.split('"').skip(1).step_by(2) {
            let is_term = ["dpv:", "pd:"].iter().any(|prefix| quoted.starts_with(prefix));
            assert!(!is_term || known.contains(quoted), "{}: {quoted} is not in dpv-terms.txt", file.display());
        }
    }
}

#[test]
fn a_record_says_how_long_where_and_to_whom() {
    let desk = Desk::new();
    let headings = "管理番号,個人情報の名称,本人の区分,項目,利用目的,取得元,自社・受託の別,管理部門,保管場所,保管国,保存期間,保存の例外,委託先,要配慮個人情報\n";
    let row =
        "K-1,応募者名簿,採用応募者,氏名、測定値,採用選考のため,本人,自社,人事部,人事サーバー,シンガポール,2週間,争訟中は延長,丙社,有\n";
    let file = desk.write("kou.csv", format!("{headings}{row}"));
    desk.run(&["apply", "--yes", "--organization", "kou", file.to_str().unwrap()]).succeeded();
    let (text, told) = export(&desk, "kou", "dpv");
    let record: Value = serde_json::from_str(&text).unwrap();
    let process = &record["@graph"][2];
    assert_eq!(process["dpv:hasPurpose"][0]["@type"], json!(["dpv:Purpose", "dpv:RecruitmentManagement"]), "{process:#}");
    assert_eq!(process["dpv:hasPersonalData"][0]["@type"], json!(["dpv:PersonalData", "pd:Name"]));
    assert_eq!(process["dpv:hasPersonalData"][1], json!({ "@type": "dpv:PersonalData", "rdfs:label": "測定値" }));
    assert_eq!(process["dpv:hasPersonalData"][2]["@type"], "dpv:SpecialCategoryPersonalData");
    assert_eq!(process["dpv:hasDataSubject"][0]["@type"], json!(["dpv:DataSubject", "dpv:JobApplicant"]));
    assert_eq!(process["dpv:hasDataSource"][0]["@type"], "dpv:DataSubjectDataSource");
    let duration = &process["dpv:hasStorageCondition"][0]["dpv:hasDuration"];
    assert_eq!(duration["rdf:value"], json!({ "@value": "P14D", "@type": "xsd:duration" }));
    let storage = process["dpv:hasStorageCondition"].as_array().unwrap();
    assert!(storage.iter().any(|condition| condition["dpv:hasLocation"] == json!([{ "@id": "loc:SG" }])), "{storage:#?}");
    assert_eq!(process["dpv:hasDataProcessor"][0]["dpv:hasName"], "丙社");
    assert!(process["dct:source"].as_array().unwrap().iter().any(|source| source["rdfs:label"] == "kou.csv › B2"), "{process:#}");
    assert!(process["rdfs:comment"].as_array().unwrap().contains(&json!("保存の例外：争訟中は延長")));
    assert!(told.contains("1 × 保存の例外: has no place in DPV; the words stand in rdfs:comment."), "{told}");
}

#[test]
fn a_record_tells_what_no_entry_names_and_what_a_request_costs() {
    let desk = Desk::new();
    let folder = desk.path("kou");
    fs::create_dir(&folder).unwrap();
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
    write("台帳.csv", "管理番号,個人情報の名称,利用目的,保管国,委託先\nK-1,名簿,連絡のため,アジア,丙社\n");
    write("委託先.csv", "名称,国\n丙社,日本\n丁社,アメリカ\n");
    write("開示等手続.csv", "請求の種類,受付方法,手数料,単位\n訂正,郵送,無料,\n開示,郵送,500円,1件\n");
    desk.run(&["apply", "--yes", "--organization", "kou", folder.to_str().unwrap()]).succeeded();
    let (text, told) = export(&desk, "kou", "dpv");
    let record: Value = serde_json::from_str(&text).unwrap();
    let (organization, process) = (&record["@graph"][1], &record["@graph"][2]);
    assert!(told.contains("1 × 記載にない委託先: has no place in DPV and was left out."), "{told}");
    let fee = |right: usize| &organization["dpv:hasRight"][right]["dpv:isExercisedAt"]["dpv:hasFee"]["@type"];
    assert_eq!((fee(0), fee(1)), (&json!("dpv:FeeNotRequired"), &json!("dpv:FeeRequired")), "{organization:#}");
    let comments = &organization["dpv:hasRight"][1]["dpv:isExercisedAt"]["rdfs:comment"];
    assert!(comments.as_array().unwrap().contains(&json!("手数料の単位：1件")), "{comments}");
    assert_eq!(process["rdfs:comment"][0], "確定していない保管国：アジア", "{process:#}");
    assert_eq!(process["dct:source"][0]["rdf:value"], "K-1");
}
