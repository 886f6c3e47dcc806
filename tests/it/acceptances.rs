//! Acceptances of findings on both back ends: kept as they were made, withdrawn once, never lost.

use chrono::{DateTime, Utc};
use daicho::finding::{Acceptance, Code, FindingKey};
use daicho::ledger::Text;

use crate::back_end::{BackEnd, on_both};

fn at(moment: &str) -> DateTime<Utc> {
    moment.parse().expect("a moment")
}

async fn kept_and_withdrawn_once(back_end: BackEnd) {
    let store = back_end.open().await;
    let of_entry = FindingKey {
        organization: "kou".into(),
        code: Code::RetentionMissing,
        entry: Some(("K-1".into(), 2)),
        about: Some("\u{200b}'; DROP TABLE acceptance; --".into()),
    };
    let of_company = FindingKey { organization: "otsu".into(), code: Code::ReviewOverdue, entry: None, about: None };
    let until = "2027-04-01".parse().expect("a day");
    let made = at("2026-11-25T01:02:03Z");
    let first = store.accept(&of_entry, "移行中のため", until, "管理者", made).await.expect("it is kept");
    let second = store.accept(&of_company, "来月に見直す", until, "管理者", made).await.expect("it is kept");
    assert_eq!((first.by.as_ref(), first.at, &first.withdrawn), ("管理者", made, &None));

    let again = back_end.open().await;
    let listed = again.acceptances(None).await.expect("a list");
    assert_eq!(listed, [second.clone(), first.clone()], "the newest first, as they were made");
    let of_kou = again.acceptances(Some(&[Text::from("kou")])).await.expect("a list");
    assert_eq!(of_kou, std::slice::from_ref(&first));
    assert_eq!(of_kou[0].key, of_entry);

    let withdraw = |by: &'static str| {
        let store = store.clone();
        async move { store.withdraw_acceptance(first.id, by, at("2026-12-01T00:00:00Z")).await.expect("an answer") }
    };
    let both: [Option<Acceptance>; 2] = tokio::join!(withdraw("甲課"), withdraw("乙課")).into();
    let done: Vec<_> = both.into_iter().flatten().collect();
    assert_eq!(done.len(), 1, "of two who withdraw it one does");
    assert_eq!(again.withdraw_acceptance(i64::MAX, "甲課", made).await.expect("an answer"), None);
    let record = again.acceptances(None).await.expect("a list");
    assert_eq!(record.len(), 2, "nothing is deleted");
    assert_eq!(record[1].withdrawn, done[0].withdrawn);
}

#[test]
fn acceptances_are_kept_and_withdrawn_once() {
    on_both(kept_and_withdrawn_once);
}
