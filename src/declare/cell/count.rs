//! 件数: of how many persons.

use std::sync::LazyLock;

use super::blank::is_nothing;
use super::number::{numbers, without_brackets};
use super::often::{MORE_OFTEN, YEARLY, is_in_bracket, without_month, without_year};
use super::{Doubt, Reading};
use crate::finding::Code;
use crate::ledger::fold;
use crate::sheet::table::Value;
use crate::vocabulary::{Sign, Vocabulary};

/// Words for a number that nobody knows, which a count may have without a doubt.
const NOT_KNOWN: [&str; 6] = ["不明", "不詳", "分からない", "わからない", "把握していない", "unknown"];

/// Words around a number of persons or records that do not change it.
const AROUND: [&str; 115] = [
    "approximately",
    "approx",
    "about",
    "around",
    "circa",
    "ca",
    "nearly",
    "morethan",
    "over",
    "約",
    "およそ",
    "おおよそ",
    "凡そ",
    "ほぼ",
    "概ね",
    "おおむね",
    "概算",
    "推定",
    "想定",
    "推計",
    "概数",
    "実数",
    "見込み",
    "見込",
    "目安",
    "常時",
    "登録",
    "在籍",
    "最低",
    "延べ",
    "延",
    "のべ",
    "累計",
    "合計",
    "計",
    "総数",
    "全",
    "程度",
    "以上",
    "超",
    "余り",
    "余",
    "前後",
    "弱",
    "強",
    "ほど",
    "くらい",
    "ぐらい",
    "症例",
    "事例",
    "例",
    "床",
    "票",
    "行",
    "回線",
    "点",
    "園",
    "院",
    "店",
    "棟",
    "室",
    "件分",
    "件",
    "人分",
    "人",
    "名分",
    "名様",
    "名",
    "枚",
    "社",
    "世帯",
    "家庭",
    "家族",
    "組",
    "団体",
    "店舗",
    "事業所",
    "戸",
    "軒",
    "アカウント",
    "ユーザー",
    "ユーザ",
    "契約",
    "規模",
    "id",
    "冊",
    "箱",
    "口",
    "通",
    "個",
    "本",
    "台",
    "部",
    "レコード",
    "ファイル",
    "区画",
    "筆",
    "校",
    "口座",
    "フォルダー",
    "フォルダ",
    "records",
    "cases",
    "persons",
    "people",
    "users",
    "accounts",
    "individuals",
    "households",
    "members",
    "entries",
    "+",
    "≧",
    "≥",
    ">",
];

/// Words for whoever is counted: 会員1,200名. 定員 says how many there may be.
const WHO: &str = "会員 組合員 全職員 職員 全社員 社員 従業員 利用者 登録者 契約者 加入者 応募者 参加者 受講者 購入者 対象者 顧客 お客様 患者 生徒 学生 児童 園児 株主";

/// The same, folded once.
static FOLDED_AROUND: LazyLock<Vec<String>> = LazyLock::new(|| AROUND.iter().copied().chain(WHO.split(' ')).map(fold).collect());

/// Likewise.
static FOLDED_NOT_KNOWN: LazyLock<Vec<String>> = LazyLock::new(|| NOT_KNOWN.iter().map(|word| fold(word)).collect());

/// How many a heading counts in: 1000 for 件数（千件）, 1 where it does not say.
#[must_use]
pub fn scale_of(heading: &str) -> u32 {
    let folded = fold(heading);
    let said = folded.split_once(['(', '[', '【', ':']).map_or("", |(_, said)| said);
    [("百万", 1_000_000), ("万", 10_000), ("千", 1000), ("百", 100)]
        .iter()
        .find(|(word, _)| said.contains(word))
        .map_or(1, |(_, scale)| *scale)
}

/// How many, where the cell says so. A bare number counts in the scale of the heading; one that names its own (`3万`) does not.
#[must_use]
pub fn count(value: &Value, scale: u32, vocabulary: &Vocabulary) -> Reading<Option<u32>> {
    let written = value.text();
    let unreadable = || Reading::doubtful(None, Doubt::new(Code::CountUnreadable, &[written.trim()]));
    match value {
        Value::Number(number) => whole(*number * f64::from(scale)).map_or_else(unreadable, |count| Reading::sure(Some(count))),
        Value::Text(text) if is_nothing(text, vocabulary) => Reading::sure(None),
        Value::Text(text) => {
            if has_metres(text) {
                return unreadable();
            }
            let outside = without_brackets(text);
            let outside = if outside.is_empty() { fold(text) } else { outside };
            if ["ぜろ", "零"].contains(&outside.trim_end_matches(['件', '名', '人'])) {
                return Reading::sure(Some(0));
            }
            if FOLDED_NOT_KNOWN.contains(&outside) {
                return Reading::sure(None);
            }
            if vocabulary.signs.whole(&outside) == Some(Sign::Unsettled) {
                return Reading::doubtful(None, Doubt::new(Code::NotYetAscertained, &[text.trim()]));
            }
            if let Some(rest) = without_year(&outside).or_else(|| is_in_bracket(text, &YEARLY).then(|| outside.clone())) {
                let yearly = |count| Reading::doubtful(Some(count), Doubt::new(Code::CountPerYear, &[text.trim()]));
                return said(&rest, scale).map_or_else(unreadable, yearly);
            }
            if let Some(rest) = without_month(&outside).or_else(|| is_in_bracket(text, &MORE_OFTEN).then(|| outside.clone())) {
                let often = |count| Reading::doubtful(Some(count), Doubt::new(Code::CountPerMonth, &[text.trim()]));
                return said(&rest, scale).map_or_else(unreadable, often);
            }
            said(&outside, scale).map_or_else(unreadable, |count| Reading::sure(Some(count)))
        }
        Value::Error(_) | Value::Formula(_) => super::written(value).map(|_| None),
        Value::Boolean(_) | Value::Date(_) => unreadable(),
    }
}

/// The one number that a folded text says, with nothing beside it but words that do not change it.
fn said(folded: &str, scale: u32) -> Option<u32> {
    if let Some(rest) = without_day(folded) {
        return said(rest, scale);
    }
    if let Some((bare, multiple)) = without_multiple(folded) {
        return said(&bare, multiple);
    }
    let found = numbers(folded);
    let [number] = found.as_slice() else { return None };
    let is_bare = folded[number.start..number.end].chars().all(|letter| letter.is_ascii_digit() || ",.、".contains(letter));
    let around = |text: &str| {
        let mut rest = text.trim_matches(['/', '~', '・', ':', '.', '。', '、', ',']);
        let mut is_counted = false;
        while let Some(next) = FOLDED_AROUND.iter().find_map(|word| rest.strip_prefix(word.as_str())) {
            rest = next.trim_start_matches(['/', '・', ':', '.', '。', '、', ',']);
            is_counted = true;
        }
        // 900台分 and 210件位, while 900分 are minutes.
        rest.is_empty() || is_counted && ["分", "位"].contains(&rest)
    };
    if !around(&folded[..number.start]) || !around(&folded[number.end..]) {
        return None;
    }
    whole(number.value? * if is_bare { f64::from(scale) } else { 1.0 })
}

/// The words without those that say when it was counted, which is no number of it: 令和8年4月現在 1,200件, 2024年度末 300名.
fn without_day(folded: &str) -> Option<&str> {
    let is_day = |day: &str| {
        let is_of_one = |letter: char| letter.is_ascii_digit() || "年月日度末初令和平成昭元rhs./-".contains(letter);
        day.contains(|letter: char| letter.is_ascii_digit() || letter == '元') && day.chars().all(is_of_one)
    };
    ["現在", "時点", "年度末", "年末", "月末", "年度", "末"].iter().find_map(|end| {
        let (day, rest) = folded.split_once(end)?;
        let rest = rest.trim_start_matches(['で', 'の', ':', '、']);
        (is_day(day) && !rest.is_empty()).then_some(rest)
    })
}

/// Words after a number that multiply it: 50k is fifty thousand.
const MULTIPLES: [(&str, u32); 6] =
    [("thousand", 1000), ("million", 1_000_000), ("billion", 1_000_000_000), ("mn", 1_000_000), ("k", 1000), ("m", 1_000_000)];

/// The words without the one that multiplies their number, and by how much.
fn without_multiple(folded: &str) -> Option<(String, u32)> {
    let end = folded.rfind(|letter: char| letter.is_ascii_digit())? + 1;
    let rest = &folded[end..];
    MULTIPLES.iter().find_map(|(word, multiple)| {
        let after = rest.strip_prefix(word)?;
        let is_word = after.starts_with(|letter: char| letter.is_ascii_alphabetic());
        let is_counted = || FOLDED_AROUND.iter().any(|word| after.starts_with(word.as_str()));
        let is_around = !is_word || word.len() > 2 || is_counted();
        is_around.then(|| (format!("{}{after}", &folded[..end]), *multiple))
    })
}

/// Whether a small m stands behind a number: 12m of shelves are no twelve millions, which are 12M.
fn has_metres(text: &str) -> bool {
    text.match_indices(['m', 'ｍ']).any(|(at, sign)| {
        let (before, after) = (&text[..at], &text[at + sign.len()..]);
        before.trim_end().ends_with(char::is_numeric) && !after.starts_with(char::is_alphabetic)
    })
}

/// A number of persons: whole, not negative, and below 2³².
fn whole(number: f64) -> Option<u32> {
    let rounded = number.round();
    let is_whole = (number - rounded).abs() < 1e-6 && (0.0..=f64::from(u32::MAX)).contains(&rounded);
    is_whole.then(|| rounded.to_string().parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Value {
        Value::Text(text.into())
    }

    #[test]
    fn counts_are_read_without_the_words_around_them() {
        for (value, read) in [
            (Value::Number(8400.0), Some(8400)),
            (text("48,200件"), Some(48_200)),
            (text("約１３１，０００件"), Some(131_000)),
            (text("214"), Some(214)),
            (text("1,000人以上"), Some(1000)),
            (text("約３万件"), Some(30_000)),
            (text("50k"), Some(50_000)),
            (text("approx. 1.2K"), Some(1200)),
            (text("2.3 million"), Some(2_300_000)),
            (text("410 thousand records"), Some(410_000)),
            (text("1.2M"), Some(1_200_000)),
            (text("1.5万件程度"), Some(15_000)),
            (text("ca. 500"), Some(500)),
            (text("10K records"), Some(10_000)),
            (text("96戸"), Some(96)),
            (text("4.5万アカウント"), Some(45_000)),
            (text("12ID"), Some(12)),
            (text("令和8年4月現在 1,200件"), Some(1200)),
            (text("R6.4現在 300名"), Some(300)),
            (text("2024年度末時点：350件"), Some(350)),
            (text("令和元年度 80名"), Some(80)),
            (text("R6.3末 300人"), Some(300)),
            (text("≧1,000件"), Some(1000)),
            (text("ゼロ件"), Some(0)),
            (text("7,900台分"), Some(7900)),
            (text("210件位"), Some(210)),
            (text("会員 約1,200名"), Some(1200)),
            (text("1,260例"), Some(1260)),
            (text("推計2,000人"), Some(2000)),
            (text("120症例"), Some(120)),
            (text("約300組"), Some(300)),
            (text("2026年4月1日現在：300人"), Some(300)),
            (text("3,870区画"), Some(3870)),
            (text("100人規模"), Some(100)),
            (text("86名（うち役員5名）"), Some(86)),
            (text("三百件"), Some(300)),
            (text("approx. 12,000"), Some(12_000)),
            (text("More than 500 people"), Some(500)),
            (text("0"), Some(0)),
            (text("不明"), None),
            (text("－"), None),
            (text(""), None),
        ] {
            assert_eq!(count(&value, 1, Vocabulary::built_in()), Reading::sure(read), "{value:?}");
        }
        assert_eq!(count(&text("12"), scale_of("件数（千件）"), Vocabulary::built_in()).value, Some(12_000));
        assert_eq!(count(&text("3万"), scale_of("件数（千件）"), Vocabulary::built_in()).value, Some(30_000));
        assert_eq!(scale_of("件数（概数）"), 1);
    }

    #[test]
    fn a_number_a_year_is_taken_and_reported() {
        for (cell, read) in [
            ("約300件/年", 300),
            ("年間約500件", 500),
            ("年3,000件", 3000),
            ("4,800名／年", 4800),
            ("300件（年間）", 300),
            ("300 per year", 300),
            ("1年間に300件", 300),
            ("年平均約300件", 300),
        ] {
            let reading = count(&text(cell), 1, Vocabulary::built_in());
            assert_eq!((reading.value, reading.doubts[0].code), (Some(read), Code::CountPerYear), "{cell}");
        }
        for (cell, read) in [
            ("300件／月", 300),
            ("月1,200枚", 1200),
            ("月約１２，０００件", 12_000),
            ("毎月20件程度", 20),
            ("月間延べ300人", 300),
            ("1日50件", 50),
            ("１日あたり約50名", 50),
            ("日に30人", 30),
            ("週10件", 10),
            ("300件（月間）", 300),
            ("1,200 per month", 1200),
        ] {
            let reading = count(&text(cell), 1, Vocabulary::built_in());
            assert_eq!((reading.value, reading.doubts[0].code), (Some(read), Code::CountPerMonth), "{cell}");
        }
    }

    #[test]
    fn what_is_no_one_number_is_reported() {
        for (value, code) in [
            (text("多数"), Code::CountUnreadable),
            (text("900分"), Code::CountUnreadable),
            (text("数百件"), Code::CountUnreadable),
            (text("100～200件"), Code::CountUnreadable),
            (text("1000件未満"), Code::CountUnreadable),
            (text("5,000人以下"), Code::CountUnreadable),
            (text("up to 500"), Code::CountUnreadable),
            (text("社員86名、役員5名"), Code::CountUnreadable),
            (text("1,00"), Code::CountUnreadable),
            (text("月に数件"), Code::CountUnreadable),
            (text("月末300名"), Code::CountUnreadable),
            (text("定員120名"), Code::CountUnreadable),
            (text("日本人300名"), Code::CountUnreadable),
            (text("20年"), Code::CountUnreadable),
            (text("5年間"), Code::CountUnreadable),
            (text("99999999999"), Code::CountUnreadable),
            (text("1.23456789 million"), Code::CountUnreadable),
            (text("3 months"), Code::CountUnreadable),
            (text("12m"), Code::CountUnreadable),
            (text("書架 3.5 ｍ（簿冊）"), Code::CountUnreadable),
            (text("確認中"), Code::NotYetAscertained),
            (Value::Number(1.5), Code::CountUnreadable),
            (Value::Number(-1.0), Code::CountUnreadable),
            (Value::Boolean(true), Code::CountUnreadable),
            (Value::Error("#REF!".into()), Code::ErrorInCell),
            (Value::Formula("SUM(A1)".into()), Code::FormulaWithoutValue),
        ] {
            let read = count(&value, 1, Vocabulary::built_in());
            assert_eq!((read.value, read.doubts.first().map(|doubt| doubt.code)), (None, Some(code)), "{value:?}");
        }
    }
}
