//! Words of a cell of parties that say that there is none: 予定なし, 外部には出さない, 自社内で処理, not outsourced.
//!
//! A cell denies surely only where known words make up the whole of it. Where it looks like a denial and has other words beside, it is
//! unsure: a finding asks, and neither NO nor a party is taken. What bears a company's form is a party, whatever else it says.

use super::mark::split_bracket;
use crate::ledger::fold;
use crate::vocabulary::{DenialWord, Vocabulary};

/// What words say of there being anyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Denial {
    /// There is none.
    Sure,
    /// It is done in the house, so that there is none who would do it.
    InHouse,
    /// It names but the house: 社内. Alone it may say that there is none; in a list the house is one of several.
    House,
    /// It looks like a denial, and it cannot be told whether it is one: 原則なし, 変更なし.
    Unsure,
}

/// What words deny; nothing where they do not look like a denial.
pub(super) fn denial(text: &str, vocabulary: &Vocabulary) -> Option<Denial> {
    let (outside, bracket) = split_bracket(text.trim().trim_end_matches(['。', '.', '、', ',']));
    let bracket = fold(bracket.unwrap_or_default());
    let (words, rest) = words(outside, vocabulary);
    let outside = fold(outside);
    let has = |word: DenialWord| words.contains(&word);
    let in_house = has(DenialWord::InHouse) || has(DenialWord::Doing) && (has(DenialWord::House) || has(DenialWord::Staff));
    if !rest.is_empty() {
        let inside = matches!(words.first(), Some(DenialWord::House | DenialWord::InHouse)) && ends_in_doing(&rest, vocabulary);
        let english = || outside.contains("in-house") || outside.contains("inhouse") || begins_with_no(text);
        let unsure = inside || looks_denying(&outside) || is_clause(text, vocabulary) || english();
        return (unsure && !is_company(&outside)).then_some(Denial::Unsure);
    }
    let excepted = has(DenialWord::Hedge) || ["一部", "除", "ただし", "但し", "以外"].iter().any(|word| bracket.contains(word));
    match (has(DenialWord::Denies), in_house) {
        (true, _) | (_, true) if excepted || is_company(&bracket) => Some(Denial::Unsure),
        (true, _) => Some(Denial::Sure),
        (false, true) => Some(Denial::InHouse),
        (false, false) if outside.ends_with("予定") => Some(Denial::Unsure),
        (false, false) => has(DenialWord::House).then_some(Denial::House),
    }
}

/// Whether a denial leaves room for exceptions, or denies but a part, so that it is none for certain: 原則として委託しない, A社以外には
/// 渡さない, 同意なしには提供しない, 海外への提供なし.
pub(super) fn is_hedged(text: &str, vocabulary: &Vocabulary) -> bool {
    const PARTIAL: [&str; 12] =
        ["以外", "しか", "再委託", "なしに", "なければ", "ないと", "ない限り", "ない場合", "海外", "国外", "外国", "オプトアウト"];
    let (words, _) = words(text, vocabulary);
    words.contains(&DenialWord::Hedge) || PARTIAL.iter().any(|word| text.contains(word))
}

/// The known words that a text is made of from its start, and what follows the last of them, folded. A Latin word is one whole.
fn words(text: &str, vocabulary: &Vocabulary) -> (Vec<DenialWord>, String) {
    let mut words = Vec::new();
    let is_latin = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphabetic());
    for piece in text.split_whitespace() {
        let folded = fold(piece);
        let mut rest = folded.as_str();
        while !rest.is_empty() {
            let known = vocabulary.denials.beginning(rest);
            let is_cut = |length: usize| is_latin(rest[..length].chars().next_back()) && is_latin(rest[length..].chars().next());
            match known.filter(|(length, _)| !is_cut(*length)) {
                Some((length, word)) => {
                    words.push(word);
                    rest = &rest[length..];
                }
                None => return (words, rest.to_owned()),
            }
        }
    }
    (words, String::new())
}

/// Whether words are a clause, which names nobody by itself: 委託元が対応, 2024年度まであり, 廃止.
fn is_clause(text: &str, vocabulary: &Vocabulary) -> bool {
    let text = split_bracket(text).0.trim_end_matches('。');
    let ended = ["まであり", "まで有", "廃止", "終了", "省略", "解約済"].iter().any(|end| text.ends_with(end));
    let is_hiragana = |letter: Option<char>| letter.is_none_or(|letter| ('ぁ'..='ゖ').contains(&letter));
    // The が of ながさき印刷 is part of a name.
    let acts = |(who, does): (&str, &str)| !is_hiragana(who.chars().next_back()) && !is_hiragana(does.chars().next());
    ended || text.split_once('が').is_some_and(acts) && ends_in_doing(&fold(text), vocabulary)
}

fn ends_in_doing(folded: &str, vocabulary: &Vocabulary) -> bool {
    vocabulary.denials.ending(folded) == Some(DenialWord::Doing)
}

/// Whether a folded text ends as denials do. Where the letters before なし are kana it may be a name: やまなし.
fn looks_denying(folded: &str) -> bool {
    let is_kana = |letter: char| ('ぁ'..='ゖ').contains(&letter);
    let last = |before: &str| before.chars().next_back();
    let after_word = |before: &str| last(before).is_some_and(|letter| !is_kana(letter) || "はもがのに".contains(letter));
    let after_verb = |before: &str| last(before).is_some_and(is_kana);
    let ends = |end: &str, fits: &dyn Fn(&str) -> bool| folded.strip_suffix(end).is_some_and(fits);
    let after_exception = |before: &str| before.ends_with("除き") || before.ends_with("除いて");
    ["なし", "無し", "無"].iter().any(|end| ends(end, &after_word) || ends(end, &after_exception))
        || ["ない", "ません"].iter().any(|end| ends(end, &after_verb))
        || ["わず", "せず", "さず", "けず", "予定"].iter().any(|end| folded.ends_with(end))
}

/// `Not with anyone`, `None so far`: English words that begin a denial.
fn begins_with_no(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
    ["not", "none", "never", "nothing", "nobody"].contains(&first.trim_end_matches([',', '.', ':', ';']))
}

/// Whether folded words bear the form of a company or another body that has one.
pub(super) fn is_company(folded: &str) -> bool {
    const FORMS: [&str; 10] = ["会社", "法人", "(株)", "(有)", "(同)", "(一社)", "(公社)", "(一財)", "(公財)", "協同組合"];
    let english =
        || ["inc", "ltd", "llc", "gmbh", "corp", "corporation", "plc"].iter().any(|form| folded.trim_end_matches('.').ends_with(form));
    FORMS.iter().any(|form| folded.contains(form)) || english()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_words_deny_and_what_is_like_them_is_unsure() {
        let mut wrong = Vec::new();
        for (said, cells) in [
            (
                Some(Denial::Sure),
                "予定なし|委託予定なし|現在なし|現時点ではなし|今のところ無し|該当業務なし|外部には出さない|社外に出さない|頼まない|渡さない|誰にも渡していない|第三者には一切提供しない|外部委託の予定はない|Not outsourced|None at present|not shared with third parties|無。",
            ),
            (
                Some(Denial::InHouse),
                "自社内で処理|院内で完結|内製|自社対応|職員が直接実施|当社の担当者が作成する|In-house|社内で処理（給与課）|processed in-house",
            ),
            (
                Some(Denial::Unsure),
                "原則なし|基本的に無|原則として委託しない|変更なし|契約書なし|社内で処理（一部A社）|甲以外には渡さない|来年度から委託予定|院内の医療事務課で処理|相手を問わない|委託元が対応|2024年度まであり|廃止|記載省略|Not with anyone else",
            ),
            (Some(Denial::House), "社内|自社|当社|社内で共有"),
            (
                None,
                "ながさき印刷|ナガノ加工|無印商会|社内報編集室|自社株信託銀行|院内薬局|学内ベンチャー|担当弁護士|印刷|情報処理センター|従業員持株会|株式会社内製研究所|内製ラボ㈱|株式会社やまなし|やまなし|しみず|Notting Print Ltd.|Noto|関係各社|社内システム部|院内調剤センター|A社|外部業者|職員|自社工場|なしのき園|税務署|件数は少",
            ),
        ] {
            let read = |cell: &str| denial(cell, Vocabulary::built_in());
            wrong.extend(cells.split('|').filter(|cell| read(cell) != said).map(|cell| (cell, read(cell))));
        }
        assert_eq!(wrong, []);
    }
}
