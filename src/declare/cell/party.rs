//! Who: cells of 委託先, 第三者提供 and 共同利用, which hold a mark, names, or both.
//!
//! What is said beside a name is no part of it: a task before a colon (`給与計算：A社`), a remark behind it (`A社　保守`), what is done with
//! it (`A㈱へ委託`). A part of which it is not sure that it names a party stays whole.

use super::denial::{Denial, denial, is_company};
use super::list::list;
use super::literal::literals;
use super::mark::{by_ending, by_word, known_mark, said_by_legend, split_bracket};
use super::{Doubt, Legend, Reading};
use crate::finding::Code;
use crate::ledger::{Stated, Text, fold};
use crate::vocabulary::{Remark, Vocabulary};

/// Whether there are such parties, and their names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parties {
    /// YES where there is a name; NO for なし and a dash; `NOT_STATED` for a blank.
    pub stated: Stated,
    /// Their names.
    pub names: Vec<Text>,
}

/// What a cell of 委託先, 第三者提供 or 共同利用 says: a mark, names, or a mark with names in its bracket: `有（A社、B社）`.
#[must_use]
pub fn parties(text: &str, vocabulary: &Vocabulary, legend: &Legend) -> Reading<Parties> {
    if let Some(names) = literals(text) {
        return Reading::sure(Parties { stated: Stated::Yes, names });
    }
    if let Some(inner) = enclosed(text).filter(|inner| denial(inner, vocabulary) == Some(Denial::Sure)) {
        return parties(inner, vocabulary, legend);
    }
    let is_party = |meaning: &&Text| said_by_legend(meaning, vocabulary).is_none() && is_body(meaning);
    if let Some(name) = legend.meanings(text).iter().find(is_party)
        && vocabulary.marks.meaning(text).is_none()
    {
        return named(name, vocabulary);
    }
    if let Some(reading) = known_mark(text, vocabulary, legend) {
        if reading.value.is_taken_back() {
            // What stands in a bracket is a remark: なし（ただしA社）. What follows may be the party: なし、ただしA社.
            return if split_bracket(text).1.is_some() {
                let nobody = Parties { stated: Stated::No, names: Vec::new() };
                Reading::doubtful(nobody, Doubt::new(Code::MarkContradictory, &[text.trim()]))
            } else {
                unknown(Parties::default(), text)
            };
        }
        return reading.map(|mark| {
            let reaches = matches!(mark.stated, Stated::Yes | Stated::Possible);
            let names = mark.remark.filter(|_| reaches).map(|remark| names(&remark, vocabulary)).unwrap_or_default();
            Parties { stated: mark.stated, names }
        });
    }
    let folded = fold(text);
    if vocabulary.remarks.within(&folded).iter().any(|(.., remark)| *remark == Remark::SeeElsewhere) && is_reference(&folded) {
        let elsewhere = Parties { stated: Stated::Yes, names: Vec::new() };
        return Reading::doubtful(elsewhere, Doubt::new(Code::WordUnknown, &[text.trim(), "名称・Names"]));
    }
    if let Some(reading) = by_ending(text, vocabulary) {
        return reading.map(|mark| {
            let reached = before_deed(text).filter(|_| mark.stated == Stated::Yes);
            Parties { stated: mark.stated, names: reached.map(Text::from).into_iter().collect() }
        });
    }
    let is_public_body = PUBLIC_BODIES.contains(&folded.as_str());
    if !text.chars().any(char::is_alphanumeric) || folded.chars().count() == 1 && !is_public_body {
        return unknown(Parties::default(), text);
    }
    named(text, vocabulary)
}

/// What stands in brackets that hold all of a text: なし in （なし）.
fn enclosed(text: &str) -> Option<&str> {
    let inner = text.trim().strip_prefix(['（', '(', '〔', '[', '［'])?.strip_suffix(['）', ')', '〕', ']', '］'])?;
    (!inner.contains(['（', '(', '）', ')'])).then_some(inner)
}

fn unknown(parties: Parties, text: &str) -> Reading<Parties> {
    Reading::doubtful(parties, Doubt::new(Code::MarkUnknown, &[text.trim()]))
}

/// Whether words point to another place, and are no long name that happens to hold such words.
fn is_reference(folded: &str) -> bool {
    folded.chars().count() <= 12
}

/// The parties that words name. Words that name nobody (`1.`) are no NO; those that deny are no party.
fn named(text: &str, vocabulary: &Vocabulary) -> Reading<Parties> {
    match denial(text, vocabulary) {
        Some(Denial::Sure | Denial::InHouse) => return Reading::sure(Parties { stated: Stated::No, names: Vec::new() }),
        Some(Denial::Unsure | Denial::House) => return unknown(Parties::default(), text),
        None => {}
    }
    if is_unnamed(text, vocabulary) {
        let unnamed = Parties { stated: Stated::Yes, names: Vec::new() };
        return Reading::doubtful(unnamed, Doubt::new(Code::WordUnknown, &[text.trim(), "名称・Names"]));
    }
    if let (head, Some(bracket)) = split_bracket(text)
        && is_number_of_parties(head)
    {
        let names = names(bracket, vocabulary);
        return if names.is_empty() { unknown(Parties::default(), text) } else { Reading::sure(Parties { stated: Stated::Yes, names }) };
    }
    let parts = list(text, vocabulary);
    // 有 beside a name is no party, and a day or a number names nobody: it is asked about.
    let names_none = |part: &Text| !part.chars().any(char::is_alphabetic) || is_unnamed(part, vocabulary);
    let (unnamed, parts): (Vec<Text>, Vec<Text>) = parts.into_iter().partition(names_none);
    let parts: Vec<Text> = parts.into_iter().filter(|part| vocabulary.marks.meaning(part) != Some(Stated::Yes)).collect();
    let denied = |part: &Text| {
        let denies = || parts.len() > 1 && denial(part, vocabulary).is_some_and(|denial| denial != Denial::House);
        is_phrase(part) || denies()
    };
    let conditional = |part: &Text| after_condition(part).is_some();
    let naming = parts.iter().filter(|part| conditional(part) || !denied(part));
    let names: Vec<Text> = naming.flat_map(|part| companies(party(part))).map(Text::from).collect();
    if names.is_empty() {
        return unknown(Parties::default(), text);
    }
    let parties = Parties { stated: Stated::Yes, names };
    let mut reading =
        if parts.iter().any(|part| denied(part) || conditional(part)) { unknown(parties, text) } else { Reading::sure(parties) };
    reading.doubts.extend(unnamed.iter().map(|part| Doubt::new(Code::WordUnknown, &[part, "名称・Names"])));
    reading
}

/// The party of which a part speaks, without what is said beside its name; the whole part where that is not sure.
fn party(part: &str) -> &str {
    let part = without_mark(part.trim());
    if let Some(name) = after_condition(part) {
        return name;
    }
    if let Some(only) = part.strip_suffix("のみ").filter(|only| is_body(only)) {
        return party(only);
    }
    if let Some((task, name)) = part.split_once(['：', ':'])
        && is_body(name)
        && !is_body(task)
        && !name.contains(['：', ':'])
    {
        return party(name);
    }
    // 東商会：発送業務.
    if let Some((name, _)) = part.split_once(['：', ':']).filter(|(name, work)| is_body(name) && !work.trim().is_empty() && !is_body(work))
    {
        return name.trim();
    }
    before_deed(part).unwrap_or(part)
}

/// A name without the mark of yes before it: ○東商会. Two marks stand for a name that is not told: ○○商店.
fn without_mark(part: &str) -> &str {
    const MARKS: [char; 6] = ['○', '〇', '◯', '●', '☑', '✓'];
    let rest = part.strip_prefix(MARKS).map(str::trim_start);
    rest.filter(|rest| rest.starts_with(char::is_alphabetic) && !rest.starts_with(MARKS)).unwrap_or(part)
}

/// The party that is named after the words that say when: 事故時のみ保険会社, 求めに応じ警察.
fn after_condition(part: &str) -> Option<&str> {
    const WHEN: [&str; 6] = ["時のみ", "場合のみ", "ときのみ", "に限り", "に応じて", "に応じ"];
    let rest = WHEN.iter().find_map(|when| part.split_once(when)).map(|(_, rest)| rest.trim_start_matches(['、', '，']).trim())?;
    let is_name = rest.starts_with(char::is_alphabetic) && !DEEDS.iter().any(|deed| rest.contains(deed)) && rest.chars().count() > 1;
    is_name.then_some(rest)
}

/// Whether words say how many parties there are: 2社（A社、B社）.
fn is_number_of_parties(words: &str) -> bool {
    let folded = fold(words);
    let counted = folded.trim_start_matches(|letter: char| letter.is_ascii_digit());
    counted.len() < folded.len() && ["社", "者", "先", "件", "団体", "か所", "箇所"].contains(&counted)
}

/// Whether words say that there are parties, and name none: 3社, 社名非公開, 別紙1.
fn is_unnamed(words: &str, vocabulary: &Vocabulary) -> bool {
    let folded = fold(words);
    let unnumbered = folded.trim_end_matches(|letter: char| letter.is_ascii_digit());
    is_number_of_parties(words) || vocabulary.remarks.whole(unnumbered) == Some(Remark::Unnamed)
}

/// Whether a part says when or that something is done, and names nobody: 法令に基づく場合のみ, 求めがあれば提供.
fn is_phrase(part: &str) -> bool {
    const MORE_DEEDS: [&str; 2] = ["返却", "返還"];
    if SAYS_HOW.iter().any(|end| part.trim().ends_with(end)) {
        return !is_body(part);
    }
    let only = ["のみ", "だけ", "に限る"].iter().find_map(|end| part.trim().strip_suffix(end));
    let part = only.unwrap_or(part.trim());
    let is_deed = DEEDS
        .iter()
        .chain(&MORE_DEEDS)
        .filter_map(|deed| part.strip_suffix(deed))
        .any(|before| before.ends_with(['て', 'ば', 'で', 'へ', 'に', 'を']));
    let when = ["時", "とき", "の際", "場合"].iter().any(|end| part.ends_with(end));
    !is_body(part) && before_deed(part).is_none() && (is_deed || when || only.is_some())
}

/// How words end that say on what it depends, or how it is done, and name nobody: 案件による, 都度選定.
const SAYS_HOW: [&str; 10] = ["による", "により", "に応じて", "応じ", "で契約", "で選定", "都度選定", "オプトアウト", "禁止", "場合あり"];

/// Companies that nothing but a blank parts: A㈱　B㈱. The form alone is none.
fn companies(name: &str) -> Vec<&str> {
    let parts: Vec<&str> = name.split_whitespace().collect();
    let is_whole = |part: &&str| is_company(&fold(part)) && !FORMS.contains(part) && !part.is_ascii();
    if parts.len() > 1 && parts.iter().all(is_whole) { parts } else { vec![name] }
}

/// Forms of companies that stand apart from their names.
const FORMS: [&str; 8] = ["株式会社", "有限会社", "合同会社", "一般社団法人", "一般財団法人", "㈱", "（株）", "(株)"];

/// The party before what is done with it: `A㈱へ委託`, `税務署に提出する`. Nothing where no party stands there.
fn before_deed(part: &str) -> Option<&str> {
    ["へ", "に"].iter().find_map(|to| {
        let (name, deed) = part.split_once(to)?;
        let name = name.trim();
        let is_deed = DEEDS.iter().any(|word| deed.contains(word)) && !is_body(deed);
        (is_body(name) && is_deed && !name.contains(['、', '，', ',', '：', ':'])).then_some(name)
    })
}

/// What is done with a party.
const DEEDS: [&str; 14] = ["委託", "提供", "提出", "送付", "送信", "通知", "報告", "依頼", "開示", "共有", "連携", "引き渡", "引渡", "渡"];

/// Public bodies that one letter names.
const PUBLIC_BODIES: [&str; 9] = ["国", "都", "道", "府", "県", "市", "区", "町", "村"];

/// How names of companies and other bodies end.
const BODIES: [&str; 25] = [
    "社",
    "業者",
    "先",
    "所",
    "署",
    "局",
    "機関",
    "機構",
    "団体",
    "組合",
    "会",
    "基金",
    "財団",
    "連盟",
    "連合",
    "庁",
    "省",
    "市",
    "県",
    "校",
    "病院",
    "銀行",
    "せんた-",
    "inc",
    "ltd",
];

/// How words end that say when, and not who: `必要時`, `警察から照会があったとき`.
const CONDITIONS: [&str; 7] = ["時", "とき", "の際", "限る", "限り", "除く", "以外"];

/// Whether words are told for a company or another body by how it is called.
#[must_use]
pub fn is_body(words: &str) -> bool {
    let folded = fold(words);
    let folded = folded.trim_end_matches('.');
    is_company(folded) || BODIES.iter().any(|end| folded.ends_with(end))
}

/// The names in words beside a mark, without those that are remarks.
fn names(remark: &str, vocabulary: &Vocabulary) -> Vec<Text> {
    let is_name = |part: &&str| {
        let folded = fold(part);
        if is_number_of_parties(part) {
            return false;
        }
        let no_mark = by_word(part, vocabulary).is_none() && vocabulary.signs.whole(&folded).is_none();
        let when = CONDITIONS.iter().any(|end| folded.ends_with(end));
        no_mark && (is_body(part) || !when && vocabulary.remarks.within(&folded).is_empty())
    };
    let mut names = Vec::new();
    for part in list(remark, vocabulary) {
        for statement in statements(&part) {
            let statement = without_remark(party(statement), vocabulary);
            names.extend(companies(statement).into_iter().filter(is_name).map(Text::from));
        }
    }
    names
}

/// The statements that stand side by side in a remark, each after its label: `委託先：A社　再委託：無`.
fn statements(part: &str) -> Vec<&str> {
    let mut statements = Vec::new();
    let mut start = 0;
    for (at, blank) in part.char_indices().filter(|(_, letter)| letter.is_whitespace()) {
        let next = part[at + blank.len_utf8()..].split_whitespace().next().unwrap_or_default();
        if next.contains(['：', ':']) {
            statements.push(&part[start..at]);
            start = at;
        }
    }
    statements.push(&part[start..]);
    statements.into_iter().map(|statement| labelled(statement.trim())).filter(|statement| !statement.is_empty()).collect()
}

/// What follows a label that says what the words are: `委託先：A社`, `再委託：無`.
fn labelled(statement: &str) -> &str {
    const LABELS: [&str; 9] = ["委託先", "再委託", "提供先", "相手", "相手先", "会社名", "名称", "先", "委託先名"];
    match statement.split_once(['：', ':']) {
        Some((label, said)) if LABELS.contains(&label.trim()) => said.trim(),
        _ => statement,
    }
}

/// A body without the remark behind it: `A株式会社　保守`. The form alone is no body, nor is a branch a remark.
fn without_remark<'t>(name: &'t str, vocabulary: &Vocabulary) -> &'t str {
    let Some((before, behind)) = name.rsplit_once(char::is_whitespace) else { return name };
    let form = FORMS.contains(&before.trim());
    let is_remark = !is_body(behind) && !vocabulary.remarks.within(&fold(behind)).is_empty();
    if !form && is_body(before) && is_remark { before.trim_end() } else { name }
}

#[cfg(test)]
mod tests;
