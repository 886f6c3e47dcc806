//! 保存期間: whatever a cell says, it is kept as written; what is understood of it is whole, and what is not is told.
#![no_main]

use chrono::Datelike;
use daicho::declare::cell::{Unit, is_nothing, retention, unit_of};
use daicho::ledger::{Period, Retention, RetentionKind};
use daicho::vocabulary::Vocabulary;
use daicho_fuzz::word;
use libfuzzer_sys::{Corpus, fuzz_mutator, fuzz_target};

const WORDS: [&str; 62] = [
    "年", "年間", "か月", "ヶ月", "ヵ月", "月", "日", "日間", "週間", "半年", "半", "度", "退職", "契約終了", "後", "から", "まで", "中", "保存", "保管",
    "廃棄", "永年", "永久", "法定", "法定保存期間", "法令", "税法", "により", "に基づき", "の", "翌日", "起算", "起算日：", "末", "年度末", "原則", "最長",
    "以上", "一部", "または", "その後", "令和", "平成", "R6.7.1", "2026年3月31日", "利用目的達成", "必要な期間", "years", "year", "months", "days", "after",
    "until", "during", "the", "contract ends", "statutory", "P5Y", "P1Y6M", "indefinitely", "+", "経過",
];

fuzz_target!(|text: &str| -> Corpus {
    let words = Vocabulary::built_in();
    for unit in [None, Some(Unit::Years), Some(Unit::Days), unit_of(text)] {
        let reading = retention(text, unit, words);
        let value = &reading.value;
        let written = (!text.trim().is_empty()).then_some(text);
        assert_eq!(value.text.as_deref(), written, "the cell is kept as written");
        assert_eq!(retention(text, unit, words), reading, "the same cell says the same");
        whole(value);
        let understood = !matches!(value.kind, RetentionKind::NotStated | RetentionKind::Unreadable);
        assert!(understood || is_nothing(text, words) || !reading.doubts.is_empty(), "what says something is understood or doubted");
        assert!(reading.doubts.iter().all(|doubt| doubt.words.first().map(AsRef::as_ref) == Some(text)), "a doubt quotes the cell");
        if let Some(period) = value.period {
            again(period);
        }
    }
    Corpus::Keep
});

/// Each kind says what it must, and nothing that it cannot.
fn whole(value: &Retention) {
    let Retention { kind, period, after, due_on, .. } = value;
    let said = (period.is_some(), after.is_some(), due_on.is_some());
    let fits = match kind {
        RetentionKind::Period => said == (true, false, false),
        RetentionKind::AfterEvent => said == (true, true, false),
        RetentionKind::UntilEvent => matches!(said, (false, true, false) | (false, false, true)),
        RetentionKind::Statutory => !said.1 && !said.2,
        RetentionKind::Permanent | RetentionKind::WhileNeeded | RetentionKind::NotStated | RetentionKind::Unreadable => {
            said == (false, false, false)
        }
    };
    assert!(fits, "{kind:?} of {said:?}");
    assert!(after.as_ref().is_none_or(|after| after.chars().any(char::is_alphanumeric)), "an event has a name: {after:?}");
    assert!(due_on.is_none_or(|day| (1868..2200).contains(&day.year())), "a day that a ledger can mean: {due_on:?}");
}

/// A period is an ISO 8601 duration, and is read again as what it is, in that form and in the one of Japanese ledgers.
fn again(period: Period) {
    let iso = period.to_string();
    assert_eq!(iso.parse(), Ok(period), "a period is read as it is written");
    assert_ne!(period, Period::default(), "nothing is kept for no time");
    for written in [iso, period.in_japanese()] {
        let read = retention(&written, None, Vocabulary::built_in()).value;
        assert_eq!((read.kind, read.period.map(length)), (RetentionKind::Period, Some(length(period))), "{written}");
    }
}

/// So many months and days.
fn length(period: Period) -> (u64, u64) {
    (u64::from(period.years) * 12 + u64::from(period.months), u64::from(period.weeks) * 7 + u64::from(period.days))
}

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| { word::mutate(data, size, max_size, seed, &WORDS) });
