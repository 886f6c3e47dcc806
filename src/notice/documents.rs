//! The papers to show, by who asks, with alternatives (APPI 37, Order 12(iii)).

use super::block::{Item, Term};
use super::words::{lines, requester, said, stated};
use crate::ledger::{RequesterKind, RequiredDocument, fold};

/// The papers of a list by who asks: an agent shows the principal's as well.
pub(super) fn terms(documents: &[RequiredDocument]) -> Vec<Term> {
    let of = |kind: RequesterKind| documents.iter().filter(|line| line.requester == kind).collect::<Vec<_>>();
    let principal = !of(RequesterKind::Principal).is_empty();
    let kinds = [RequesterKind::Principal, RequesterKind::LegalRepresentative, RequesterKind::AuthorizedAgent];
    let term = |kind: RequesterKind| {
        let also =
            if principal && kind != RequesterKind::Principal { "（本人が請求する場合の書類に加えて）" } else { "" };
        Term { name: format!("{}が請求する場合{also}", requester(kind)), said: items(&of(kind)) }
    };
    kinds.into_iter().map(term).filter(|term| !term.said.is_empty()).collect()
}

/// Single papers, and alternatives together where the first of them stands.
fn items(lines: &[&RequiredDocument]) -> Vec<Item> {
    let mut items = Vec::new();
    let mut told: Vec<&str> = Vec::new();
    for line in lines {
        match line.group.as_deref() {
            None => items.extend(named(line, true).map(Item::from)),
            Some(group) if told.contains(&group) => {}
            Some(group) => {
                told.push(group);
                items.extend(alternatives(
                    group,
                    &lines.iter().copied().filter(|line| line.group.as_deref() == Some(group)).collect::<Vec<_>>(),
                ));
            }
        }
    }
    items
}

fn alternatives(group: &str, lines: &[&RequiredDocument]) -> Option<Item> {
    let same = lines.windows(2).all(|pair| pair[0].conditions == pair[1].conditions && pair[0].issued_within == pair[1].issued_within);
    let below: Vec<String> = lines.iter().filter_map(|line| named(line, !same || lines.len() == 1)).collect();
    if below.is_empty() {
        return None;
    }
    let what = match lines.iter().find_map(|line| line.choose) {
        Some(number) => format!("次のうちいずれか{number}点"),
        None => "次の書類（必要な点数の記載はありません）".to_owned(),
    };
    let shared = lines.first().filter(|_| same && lines.len() > 1).map(|line| conditions(line)).unwrap_or_default();
    let about: Vec<String> = said(group).into_iter().chain(shared).collect();
    let about = if about.is_empty() { String::new() } else { format!("（{}）", about.join("。")) };
    Some(Item { text: what + &about, below })
}

/// A paper with what is asked of it.
fn named(line: &RequiredDocument, with_conditions: bool) -> Option<String> {
    let name = said(&line.name)?;
    let conditions = if with_conditions { conditions(line) } else { Vec::new() };
    Some(if conditions.is_empty() { name } else { format!("{name}（{}）", conditions.join("、")) })
}

fn conditions(line: &RequiredDocument) -> Vec<String> {
    let words = stated(line.conditions.as_ref()).map(|words| lines(&words).collect::<Vec<_>>().join("、"));
    let within = line.issued_within.map(|period| period.in_japanese()).filter(|period| !period.is_empty());
    let told = |period: &String| words.as_deref().is_some_and(|words| months(words).contains(&months(period)));
    let within = within.filter(|period| !told(period)).map(|period| format!("発行から{period}以内のもの"));
    within.into_iter().chain(words).collect()
}

/// A text with one spelling of months: 3ケ月, 3ヶ月 and 3カ月 are 3か月.
fn months(text: &str) -> String {
    let folded = fold(text);
    ["け月", "ゖ月", "ゕ月", "箇月", "ヶ月", "ヵ月"].iter().fold(folded, |text, spelling| text.replace(spelling, "か月"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_old_a_paper_may_be_is_said_once() {
        for (words, expected) in [("3ケ月以内に発行されたもの", "3ケ月以内に発行されたもの"), ("原本", "発行から3か月以内のもの、原本")]
        {
            let line = RequiredDocument {
                requester: RequesterKind::Principal,
                name: "印鑑証明書".into(),
                group: None,
                choose: None,
                issued_within: "P3M".parse().ok(),
                conditions: Some(words.into()),
            };
            assert_eq!(named(&line, true), Some(format!("印鑑証明書（{expected}）")));
        }
    }
}
