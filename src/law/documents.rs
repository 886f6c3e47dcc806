//! Identity documents that a list may still name though nobody can be issued one any more.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::value::Datetime;

use super::Wording;
use crate::ledger::fold;

/// An identity document that is no longer issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it is called.
    pub name: Wording,
    /// The last day on which one was issued.
    pub last_issued: NaiveDate,
    /// The last day on which one could be valid; none where those issued stay valid.
    pub last_valid: Option<NaiveDate>,
    /// What takes its place.
    pub now: Vec<String>,
    /// What one that was issued still proves.
    pub still: Option<Wording>,
    /// Where this is stated.
    pub source: String,
    /// Whether the source is a page about the law rather than the law.
    pub secondary: bool,
    aliases: Vec<String>,
    alone: Vec<String>,
    unless: Vec<String>,
}

impl Document {
    /// Whether none can be valid any more on a day.
    #[must_use]
    pub fn expired(&self, on: NaiveDate) -> bool {
        self.last_valid.is_some_and(|last| on > last)
    }

    /// Whether a part of a list, folded, names it and neither its successor nor that it is refused.
    fn is_named(&self, part: &str) -> bool {
        let alone = self.alone.iter().any(|word| without_trimmings(part) == word);
        let within = || self.aliases.iter().any(|word| part.contains(word.as_str()));
        (alone || within()) && !self.unless.iter().any(|word| part.contains(word.as_str()))
    }
}

/// The document that a text names though on that day it is no longer issued; the first, where it names several.
///
/// A text that names it beside its successor as one thing (「在留カード（旧外国人登録証明書）」), or says that it is not accepted, does not.
#[must_use]
pub fn obsolete(name: &str, on: NaiveDate) -> Option<&'static Document> {
    all_obsolete(name, on).into_iter().next()
}

/// The document that a text names where neither it nor any alternative that the text offers can be valid on a day; the first of several.
#[must_use]
pub fn wholly_expired(text: &str, on: NaiveDate) -> Option<&'static Document> {
    let of = |part: &String| obsolete(part, on).filter(|document| document.expired(on));
    let expired: Option<Vec<&Document>> = alternatives(text).iter().map(of).collect();
    expired?.into_iter().next()
}

/// Every document that a text names though on that day it is no longer issued, in the order in which the text names them.
#[must_use]
pub fn all_obsolete(text: &str, on: NaiveDate) -> Vec<&'static Document> {
    let mut found: Vec<&'static Document> = Vec::new();
    for part in alternatives(text) {
        let part = fold(&part);
        if REFUSED.iter().any(|word| part.contains(word.as_str())) {
            continue;
        }
        for document in DOCUMENTS.iter().filter(|document| on > document.last_issued && document.is_named(&part)) {
            if !found.contains(&document) {
                found.push(document);
            }
        }
    }
    found
}

/// Words by which a list says that it does not take a document.
static REFUSED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let words = [
        "不可",
        "を除く",
        "除きます",
        "以外",
        "使えません",
        "使用できません",
        "利用できません",
        "ご利用いただけません",
        "お使いいただけません",
        "受け付けません",
        "受付できません",
        "取り扱いできません",
        "なりません",
        "認めません",
        "認められません",
        "廃止",
    ];
    words.iter().map(|word| fold(word)).collect()
});

/// The alternatives that a list offers. What stands in brackets belongs to the words before it, unless it is a list itself.
fn alternatives(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let after = &rest[letter.len_utf8()..];
        if let Some((inside, behind)) = matches!(letter, '（' | '(' | '［' | '[').then(|| bracketed(after)).flatten() {
            let within = alternatives(inside);
            if within.len() > 1 {
                parts.extend(if refuses(&within) { Vec::new() } else { within });
            } else {
                part.push_str(&text[text.len() - rest.len()..text.len() - behind.len()]);
            }
            rest = behind;
        } else if let Some(behind) = SEPARATORS.iter().find_map(|separator| rest.strip_prefix(separator)) {
            parts.push(std::mem::take(&mut part));
            rest = behind;
        } else {
            part.push(letter);
            rest = after;
        }
    }
    parts.push(part);
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// What stands between alternatives.
const SEPARATORS: &[&str] = &[
    "、",
    "，",
    ",",
    "､",
    "・",
    "･",
    "／",
    "/",
    "\n",
    "\r",
    "。",
    "；",
    ";",
    "※",
    "または",
    "又は",
    "及び",
    "および",
    "もしくは",
    "若しくは",
    "あるいは",
    "或いは",
];

/// What brackets hold, and what follows them; nothing where they are not closed.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let mut depth = 1_u32;
    for (at, letter) in text.char_indices() {
        match letter {
            '（' | '(' | '［' | '[' => depth += 1,
            '）' | ')' | '］' | ']' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            return Some((&text[..at], &text[at + letter.len_utf8()..]));
        }
    }
    None
}

/// Whether the last of a list in brackets says that all of it is refused: 「パスポート（健康保険証、年金手帳は不可）」.
fn refuses(list: &[String]) -> bool {
    list.last().is_some_and(|last| REFUSED.iter().any(|word| fold(last).contains(word.as_str())))
}

/// A part without the words that say how it is shown.
fn without_trimmings(part: &str) -> &str {
    let mut bare = part.trim_start_matches(|letter: char| "・-*①②③④⑤⑥⑦⑧⑨".contains(letter) || letter.is_ascii_digit());
    for words in ["等", "など", "の写し", "の複写", "のこぴ-", "の原本", "(原本)", "(写し)"] {
        bare = bare.strip_suffix(words).unwrap_or(bare);
    }
    bare
}

#[derive(Deserialize)]
struct Data {
    document: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    name: Wording,
    aliases: Vec<String>,
    #[serde(default)]
    alone: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    last_issued: Datetime,
    last_valid: Option<Datetime>,
    now: Vec<String>,
    still: Option<Wording>,
    source: String,
    #[serde(default)]
    secondary: bool,
}

static DOCUMENTS: LazyLock<Vec<Document>> = LazyLock::new(|| {
    let data: Data = toml::from_str(include_str!("documents.toml")).expect("documents.toml holds documents");
    data.document.into_iter().map(Document::from).collect()
});

impl From<Row> for Document {
    fn from(row: Row) -> Self {
        let folded = |words: &[String]| words.iter().map(|word| fold(word)).collect::<Vec<_>>();
        Self {
            aliases: folded(&row.aliases),
            alone: folded(&row.alone),
            // One that is named together with its successor is that successor.
            unless: [folded(&row.unless), folded(&row.now)].concat(),
            name: row.name,
            last_issued: super::provisions::day(row.last_issued),
            last_valid: row.last_valid.map(super::provisions::day),
            now: row.now,
            still: row.still,
            source: row.source,
            secondary: row.secondary,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str, on: (i32, u32, u32)) -> Vec<&'static str> {
        let on = NaiveDate::from_ymd_opt(on.0, on.1, on.2).unwrap();
        all_obsolete(text, on).into_iter().map(|document| document.name.ja.as_str()).collect()
    }

    const TODAY: (i32, u32, u32) = (2026, 1, 15);

    #[test]
    fn documents_that_are_no_longer_issued_are_known_by_the_words_of_ledgers() {
        let (alien, card, book, health) = ("外国人登録証明書", "住民基本台帳カード", "年金手帳", "健康保険証（被保険者証）");
        for (text, expected) in [
            ("外国人登録証明書の写し", &[alien][..]),
            ("・外国人登録証", &[alien]),
            ("運転免許証、各種健康保険証、住民票の写し(作成日より3ヶ月以内)などのどれか 1点", &[health]),
            (
                "ご本人の氏名、現住所を確認できる書類(運転免許証、健康保険証、住民基本カード、年金手帳、外国人登録証、パスポート、在留カード)の写し",
                &[health, card, book, alien],
            ),
            ("戸籍謄本、親権者の場合は扶養家族が記入された健康保険の被保険者証の写しも可。", &[health]),
            ("運転免許証、パスポート、健康保険証などの、代理人の氏名、現住所を確認できる書類の写し", &[health]),
            ("国民健康保険被保険者証", &[health]),
            ("保険証のコピー", &[health]),
            ("健康保険証または資格確認書", &[health]),
            ("住基カード（写真付き）", &[card]),
            ("外国人登録原票記載事項証明書", &["外国人登録原票記載事項証明書"]),
            ("マイナンバーの通知カード", &["通知カード"]),
        ] {
            assert_eq!(named(text, TODAY), expected, "{text}");
        }
    }

    #[test]
    fn what_is_valid_refused_or_the_successor_itself_is_not_named() {
        for text in [
            "健康保険証の資格確認書",
            "資格確認書",
            "資格確認書（旧健康保険証）",
            "在留カード（旧外国人登録証明書）",
            "在留カード又は特別永住者証明書",
            "マイナ保険証",
            "マイナンバーカード（健康保険証利用登録をしたもの）",
            "パスポート（健康保険証、年金手帳は不可）",
            "健康保険証はお使いいただけません",
            "住民票の写し",
            "住民基本台帳の写し",
            "介護保険被保険者証",
            "雇用保険被保険者証",
            "生命保険証券",
            "自動車損害賠償責任保険証明書",
            "学生証または生徒手帳の写し",
            "身体障害者手帳",
            "運転経歴証明書（平成24年4月1日以降交付のもの）",
            "基礎年金番号通知書",
            "国家資格証",
            "（",
            "",
        ] {
            assert_eq!(named(text, TODAY), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_document_is_obsolete_from_the_day_after_its_last() {
        assert_eq!(named("健康保険証", (2024, 12, 1)), Vec::<&str>::new());
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let card = obsolete("健康保険証", day(2024, 12, 2)).unwrap();
        assert!(!card.expired(day(2025, 12, 1)) && card.expired(day(2025, 12, 2)));
        let book = obsolete("年金手帳", day(2022, 4, 1)).unwrap();
        assert!(!book.expired(day(2099, 1, 1)) && book.still.is_some(), "books that were issued stay valid");
    }
}
