//! A Japanese phrase of retention, from its periods, its events and the phrases that the vocabulary knows.

use super::super::date;
use super::Unit;
use super::event::{Start, disposed_after, disposes, moment, start, trimmed, until};
use super::span::{Span, length, spans};
use super::tidy::Parts;
use crate::ledger::{Retention, RetentionKind, fold};
use crate::sheet::table::Value;
use crate::vocabulary::Vocabulary;

/// Words of a choice or a bound beside a period, which leave open how long it is.
const OPEN: [&str; 20] = [
    "又は",
    "または",
    "もしくは",
    "若しくは",
    "あるいは",
    "或いは",
    "いずれか",
    "ないし",
    "乃至",
    "以上",
    "超",
    "未満",
    "最低",
    "少なくとも",
    "ごと",
    "毎に",
    "一部",
    "場合",
    "他は",
    "その他",
];
/// Words after a period that put its end off to a day of which they say no more: 1年経過後の年度末.
const PUT_OFF: [&str; 5] = ["年度末", "年末", "月末", "期末", "末日"];
/// Words after a period that make it how often something is done: 1年更新.
const RECURRING: [&str; 4] = ["更新", "見直", "サイクル", "点検"];

/// What a phrase says; none where it does not say one thing.
pub(super) fn read(parts: &Parts, unit: Option<Unit>, vocabulary: &Vocabulary) -> Option<Retention> {
    let main = with_unit(&parts.main, unit);
    let kinds = kinds(&main, vocabulary);
    if kinds == [RetentionKind::NotStated] {
        return Some(Retention::default());
    }
    let found = spans(&main);
    let Some(span) = one(&found) else {
        return if found.is_empty() { without_period(&main, &kinds, parts, vocabulary) } else { None };
    };
    let read = with_period(&main, span, &kinds, vocabulary)?;
    beside(read, parts, vocabulary)
}

/// A bare number at the end counts in the heading's unit.
fn with_unit(main: &str, unit: Option<Unit>) -> String {
    let word = match unit {
        Some(Unit::Years) => "年",
        Some(Unit::Months) => "か月",
        Some(Unit::Weeks) => "週間",
        Some(Unit::Days) => "日",
        None => "",
    };
    let bare = main.ends_with(|letter: char| letter.is_ascii_digit()) && !main.contains(['/', '年']);
    if bare { format!("{main}{word}") } else { main.to_owned() }
}

/// The kinds that phrases within the words tell, each once. A phrase that is taught as unreadable tells nothing of its parts.
fn kinds(main: &str, vocabulary: &Vocabulary) -> Vec<RetentionKind> {
    let folded = fold(main);
    let mut kinds: Vec<_> = match vocabulary.retention.whole(&folded) {
        Some(kind) => vec![kind],
        None => vocabulary.retention.within(&folded).into_iter().map(|(_, _, kind)| kind).collect(),
    };
    kinds.retain(|kind| *kind != RetentionKind::Unreadable);
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// The only span, or the first of several that are equally long.
fn one(spans: &[Span]) -> Option<Span> {
    let first = spans.first()?;
    spans.iter().all(|span| length(span.period) == length(first.period)).then_some(*first)
}

/// 5年, 退職後5年, 法定5年.
fn with_period(main: &str, span: Span, kinds: &[RetentionKind], vocabulary: &Vocabulary) -> Option<Retention> {
    let (before, after) = (&main[..span.start], &main[span.end..]);
    let range = before.ends_with(|letter: char| letter.is_ascii_digit() || "~-‐–一二三四五六七八九十、,・".contains(letter))
        && before
            .trim_end_matches(['~', '-', '–', '、', ',', '・'])
            .ends_with(|letter: char| letter.is_ascii_digit() || "一二三四五六七八九十".contains(letter));
    if kinds.is_empty()
        && let Some(event) = either_event(before).filter(|_| !is_open(after))
    {
        return Some(Retention {
            kind: RetentionKind::AfterEvent,
            period: Some(span.period),
            after: Some(event.into()),
            ..Retention::default()
        });
    }
    let open = OPEN.iter().any(|word| before.contains(word) || after.contains(word)) || RECURRING.iter().any(|word| after.contains(word));
    if range || open || after.starts_with(['~', '-', '半', 'か', '、']) && !spans(after).is_empty() || after.starts_with('~') {
        return None;
    }
    let period = Some(span.period);
    let counted_from = start(before);
    if let Start::Event(event) = counted_from {
        return Some(Retention { kind: RetentionKind::AfterEvent, period, after: Some(event.into()), ..Retention::default() });
    }
    let other = |kind: &RetentionKind| !matches!(kind, RetentionKind::Statutory | RetentionKind::NotStated);
    if kinds.iter().any(other) {
        return None;
    }
    if kinds.contains(&RetentionKind::Statutory) || legal(before, vocabulary) {
        return Some(Retention { kind: RetentionKind::Statutory, period, ..Retention::default() });
    }
    if PUT_OFF.iter().any(|end| after.contains(end)) {
        return None;
    }
    if counted_from == Start::Unsaid || by_rule(before) {
        return Some(Retention { kind: RetentionKind::Period, period, ..Retention::default() });
    }
    // 退職の5年後, 卒業5年後まで.
    let event = moment(trimmed(before).strip_suffix('の').unwrap_or(before));
    (after.starts_with('後') && !event.is_empty()).then(|| Retention {
        kind: RetentionKind::AfterEvent,
        period,
        after: Some(event.into()),
        ..Retention::default()
    })
}

fn is_open(words: &str) -> bool {
    OPEN.iter().chain(&RECURRING).any(|word| words.contains(word)) || !spans(words).is_empty()
}

/// The event that is one of two, from which the same period counts: 卒業又は退学の日から.
fn either_event(before: &str) -> Option<String> {
    let Start::Event(event) = start(before) else { return None };
    let (one, other) = ["又は", "または", "もしくは", "若しくは"].iter().find_map(|or| event.split_once(or))?;
    let is_event = |words: &str| !words.is_empty() && !is_open(words) && !["まで", "中", "期間"].iter().any(|end| words.ends_with(end));
    (is_event(one) && is_event(other)).then_some(event)
}

/// Whether the words before a period say that a law sets it: 税法により7年, 会社法に基づき10年.
fn legal(before: &str, vocabulary: &Vocabulary) -> bool {
    let before = trimmed(before);
    let by = ["により", "による", "に基づき", "に基づく", "上", "に定める", "で定める", "の規定により", "に従い"];
    let law = by.iter().find_map(|end| before.strip_suffix(end)).unwrap_or(before);
    law.ends_with('法')
        || law.ends_with("法令")
        || law.contains("法第")
        || law.contains("法施行")
        || kinds(law, vocabulary) == [RetentionKind::Statutory]
}

/// Whether the words before a period name the organization's own rules: 社内規程に基づき5年.
fn by_rule(before: &str) -> bool {
    let before = trimmed(before);
    let by = ["により", "による", "に基づき", "に基づく", "に定める", "で定める", "に従い", "上", ""];
    let rules = ["規程", "規定", "規則", "内規", "基準", "ルール"];
    by.iter().filter_map(|end| before.strip_suffix(end)).any(|rule| rules.iter().any(|name| rule.ends_with(name)))
}

/// Whether the words say that a law that they name sets it: 労働基準法に定める期間, 税法上の保存期間.
fn by_law(main: &str) -> bool {
    let sets = ["に定め", "で定め", "の定め", "上の", "に基づ", "に規定", "で規定", "の規定", "による", "により", "に従"];
    main.match_indices('法').any(|(at, law)| {
        let no_law = ["方", "手", "作", "用", "技", "製"].iter().any(|before| main[..at].ends_with(before));
        at > 0 && !no_law && sets.iter().any(|set| main[at + law.len()..].starts_with(set))
    })
}

/// What brackets add to a period: 5年（退職後）, 7年（法定）, 5年（一部10年）.
fn beside(read: Retention, parts: &Parts, vocabulary: &Vocabulary) -> Option<Retention> {
    let Some(period) = read.period else { return Some(read) };
    let mut read = read;
    for bracket in &parts.brackets {
        if spans(bracket).iter().any(|span| length(span.period) != length(period)) {
            return None;
        }
        if read.kind == RetentionKind::Period {
            let counted = ["起算日:", "起算日は", "起算点:", "起算:", "起点:"].iter().find_map(|label| bracket.strip_prefix(label));
            match counted.map_or_else(|| start(bracket), |event| Start::Event(moment(event).to_owned())) {
                Start::Event(event) => {
                    read.kind = RetentionKind::AfterEvent;
                    read.after = Some(event.into());
                }
                _ if vocabulary.retention.whole(&fold(bracket)) == Some(RetentionKind::Statutory) => read.kind = RetentionKind::Statutory,
                _ => {}
            }
        }
    }
    Some(read)
}

/// 永年, 法定保存期間（7年）, 採用決定まで, 2026年3月31日.
fn without_period(main: &str, kinds: &[RetentionKind], parts: &Parts, vocabulary: &Vocabulary) -> Option<Retention> {
    if let Some(due) = due(main, vocabulary) {
        return Some(due);
    }
    match kinds {
        [RetentionKind::Statutory] => {
            // Two lengths in the bracket leave open which holds; that a law sets it is still said.
            let period = one(&bracketed(parts)).map(|span| span.period);
            Some(Retention { kind: RetentionKind::Statutory, period, ..Retention::default() })
        }
        [RetentionKind::WhileNeeded] if let Some(event) = ended_by(main, vocabulary) => {
            Some(Retention { kind: RetentionKind::UntilEvent, after: Some(event.into()), ..Retention::default() })
        }
        // 永年（電子化後は廃棄）: the bracket takes it back.
        [RetentionKind::Permanent] if parts.brackets.iter().any(|bracket| disposes(bracket)) => None,
        [kind] => Some(Retention { kind: *kind, ..Retention::default() }),
        // 番号法に基づき速やかに廃棄: the law says that, and not how long.
        [] if by_law(main) && disposes(main) && ["速やかに", "直ちに", "遅滞なく"].iter().any(|soon| main.contains(soon)) => {
            None
        }
        [] if by_law(main) => Some(Retention {
            kind: RetentionKind::Statutory,
            period: one(&bracketed(parts)).map(|span| span.period),
            ..Retention::default()
        }),
        [] => {
            let event = until(main)?;
            Some(Retention { kind: RetentionKind::UntilEvent, after: Some(event.into()), ..Retention::default() })
        }
        _ => None,
    }
}

/// The event after which it is disposed of, where the words of need only say how soon: 退会後即時削除, but not 利用後速やかに廃棄.
fn ended_by(main: &str, vocabulary: &Vocabulary) -> Option<String> {
    let event = disposed_after(trimmed(main))?;
    let folded = fold(main);
    let ends = folded.find(&fold(&event))? + fold(&event).len();
    let soon = vocabulary.retention.within(&folded).into_iter().all(|(start, ..)| start >= ends);
    soon.then_some(event)
}

/// The spans in brackets.
fn bracketed(parts: &Parts) -> Vec<Span> {
    parts.brackets.iter().flat_map(|bracket| spans(bracket)).collect()
}

/// A day, alone or with まで.
fn due(main: &str, vocabulary: &Vocabulary) -> Option<Retention> {
    let tails = ["まで保管", "まで保存", "までに廃棄", "に廃棄", "廃棄予定", "廃棄", "まで", "迄", "期限"];
    let main = trimmed(main);
    let day = tails.iter().find_map(|tail| main.strip_suffix(tail)).unwrap_or(main);
    if !day.contains(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let due_on = date(&Value::Text(day.into()), vocabulary).value?;
    Some(Retention { kind: RetentionKind::UntilEvent, due_on: Some(due_on), ..Retention::default() })
}
