//! A process killed while it replies: the case is whole, told or not told.

use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::program::{Desk, examples};

/// How many cases are replied to, each by a process that is killed at its own point of the way.
const KILLS: u32 = 12;

fn case(desk: &Desk, number: &str) -> Value {
    desk.ask(&format!("{{ request(number: \"{number}\") {{ state events {{ kind }} }} }}"), &[])["request"].clone()
}

#[test]
fn a_killed_reply_leaves_the_case_told_or_not_told() {
    let desk = Desk::new();
    desk.run(&["apply", "--yes", examples().join("rocketworks.xls").to_str().unwrap()]).succeeded();
    let person = desk.write("person.json", "{\"principalName\": \"請求者\"}");
    let ready = |at: u32| {
        let number = format!("rocketworks-{}-{at:04}", chrono::Datelike::year(&daicho::clock::today()));
        let asked = ["request", "receive", "--organization", "rocketworks", "--right", "disclosure", "--subject", "お客様", "--person"];
        desk.run(&[&asked[..], &[person.to_str().unwrap()]].concat()).succeeded();
        desk.run(&["request", "decide", &number, "--grant", "whole"]).succeeded();
        number
    };
    let first = ready(1);
    let start = Instant::now();
    desk.run(&["request", "reply", &first]).succeeded();
    let whole = start.elapsed();
    let mut told = 0;
    for kill in 1..=KILLS {
        let number = ready(kill + 1);
        let reply = ["request", "reply", &number];
        let mut replying = desk.command(&reply).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        thread::sleep(whole * kill / KILLS + Duration::from_millis(u64::from(kill % 3)));
        // SIGKILL: nothing of the process can tidy up.
        replying.kill().unwrap();
        replying.wait().unwrap();
        let left = case(&desk, &number);
        let kinds: Vec<&str> = left["events"].as_array().unwrap().iter().map(|event| event["kind"].as_str().unwrap()).collect();
        if left["state"] == "REPLIED" {
            assert_eq!(kinds, ["RECEIVED", "DECIDED", "REPLIED"]);
            told += 1;
        } else {
            assert_eq!((left["state"].as_str(), kinds.as_slice()), (Some("DECIDED"), ["RECEIVED", "DECIDED"].as_slice()));
            desk.run(&reply).succeeded();
            assert_eq!(case(&desk, &number)["state"], "REPLIED", "what was not told can be");
        }
    }
    eprintln!("{told} of {KILLS} were told before they were killed");
}
