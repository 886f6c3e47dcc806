//! 媒体: what records are kept on, and where a cell of it says where.

use super::kinds::several;
use super::list::list;
use super::mark::{by_word, split_bracket};
use super::{Reading, is_nothing};
use crate::ledger::{Medium, Stated, Text, fold, is_same_word};
use crate::vocabulary::Vocabulary;

/// Words that say of the two usual media that they are meant both.
const BOTH: [&str; 19] = [
    "紙電",
    "電紙",
    "併用",
    "両方",
    "両者",
    "双方",
    "両媒体",
    "紙電子両方",
    "紙と電子両方",
    "両方あり",
    "both",
    "bothmedia",
    "both media",
    "paper and electronic",
    "electronic and paper",
    "paper and digital",
    "digital and paper",
    "both paper and electronic",
    "hard copy and soft copy",
];

/// 媒体.
#[must_use]
pub fn media(text: &str, vocabulary: &Vocabulary) -> Reading<Vec<Medium>> {
    let words = split_bracket(text).0;
    if BOTH.iter().any(|both| is_same_word(both, words)) {
        return Reading::sure(vec![Medium::Paper, Medium::Electronic]);
    }
    if let Some(media) = shortened(text, vocabulary) {
        return Reading::sure(media);
    }
    match marked(text, vocabulary) {
        Some(media) => Reading::sure(media),
        None => several(text, vocabulary, &vocabulary.media).map(|mut media| {
            let beside = beside(text, vocabulary).filter(|medium| !media.contains(medium));
            media.extend(beside);
            media
        }),
    }
}

/// The media of a cell of which each part is one, and one at least is but a letter: 電, 紙／電.
fn shortened(text: &str, vocabulary: &Vocabulary) -> Option<Vec<Medium>> {
    const LETTERS: [(&str, Medium); 4] =
        [("紙", Medium::Paper), ("電", Medium::Electronic), ("磁", Medium::Electronic), ("デ", Medium::Electronic)];
    let parts = list(text, vocabulary);
    let letter = |part: &str| LETTERS.iter().find(|(letter, _)| is_same_word(letter, part)).map(|(_, medium)| *medium);
    let media: Option<Vec<Medium>> = parts.iter().map(|part| letter(part).or_else(|| vocabulary.media.whole(&fold(part)))).collect();
    let media = media.filter(|_| parts.iter().any(|part| letter(part).is_some()))?;
    Some(media.iter().enumerate().filter(|(at, medium)| !media[..*at].contains(medium)).map(|(_, medium)| *medium).collect())
}

/// The other medium that a bracket says there is too: 電子（一部紙）, 電子（紙原本あり）.
fn beside(text: &str, vocabulary: &Vocabulary) -> Option<Medium> {
    let bracket = fold(split_bracket(text).1?);
    let is_too = bracket.starts_with("一部") || ["あり", "有", "併用", "も"].iter().any(|end| bracket.ends_with(end));
    let bracket = bracket.strip_prefix("一部").unwrap_or(&bracket);
    let word = vocabulary.media.beginning(bracket).filter(|(length, _)| is_plain_medium(&bracket[..*length], vocabulary));
    word.map(|(_, medium)| medium).filter(|_| is_too)
}

/// The media that are marked in a cell of media that each have a mark: `紙○ 電子×`, `紙：有、電子：無`.
fn marked(text: &str, vocabulary: &Vocabulary) -> Option<Vec<Medium>> {
    let mut media = Vec::new();
    let parts = list(text, vocabulary);
    let words: Vec<&str> = parts.iter().flat_map(|part| part.split_whitespace()).collect();
    // 紙 ○: the mark may stand apart.
    let joined: Vec<String> = words.iter().fold(Vec::new(), |mut joined, word| {
        match joined.last_mut() {
            Some(last) if word.chars().count() == 1 && vocabulary.media.whole(&fold(word)).is_none() => last.push_str(word),
            _ => joined.push((*word).to_owned()),
        }
        joined
    });
    for word in &joined {
        let sign = word.char_indices().next_back().map(|(at, _)| &word[at..])?;
        let label = word[..word.len() - sign.len()].trim_end_matches([':', '：', '=', '＝']);
        let is_sign = !sign.contains(char::is_alphanumeric) || matches!(sign, "有" | "無");
        let stated = by_word(sign, vocabulary).filter(|_| is_sign)?;
        let medium = vocabulary.media.whole(&fold(label))?;
        if matches!(stated, Stated::Yes | Stated::Possible) && !media.contains(&medium) {
            media.push(medium);
        }
    }
    (!joined.is_empty()).then_some(media)
}

/// Whether words are names of media and nothing else: 紙, 紙及び電子, but not 紙ファイルで施錠保管.
#[must_use]
pub fn is_nothing_but_media(text: &str, vocabulary: &Vocabulary) -> bool {
    const JOINTS: [&str; 6] = ["及び", "および", "並びに", "と", "+", "&"];
    let folded = fold(text);
    let is_medium = |word: &str| BOTH.iter().any(|both| is_same_word(both, word)) || vocabulary.media.whole(word).is_some();
    let joined = || JOINTS.iter().any(|joint| folded.contains(joint) && folded.split(joint).all(is_medium));
    is_medium(&folded) || joined()
}

/// Whether words name a medium and can hardly name a place: 紙 and 電子データ, but not サーバ.
#[must_use]
pub fn is_plain_medium(word: &str, vocabulary: &Vocabulary) -> bool {
    let folded = fold(word);
    let begins = ["紙", "電子", "電磁", "データ", "デジタル", "書面", "両方", "双方", "paper", "electronic", "digital", "data", "both"];
    begins.iter().any(|begin| folded.starts_with(&fold(begin))) && is_nothing_but_media(word, vocabulary)
}

/// Whether all words of a cell are known media.
fn known(text: &str, vocabulary: &Vocabulary) -> bool {
    let read = media(text, vocabulary);
    read.doubts.is_empty() && !read.value.is_empty()
}

/// The media that a cell names, and the places that it names with them: `紙（本社書庫）、電子（サーバ）`, `紙：本社書庫`. Where places lead,
/// the media stand behind them: `本社書庫（紙）`.
#[must_use]
pub fn media_and_places(text: &str, places_lead: bool, vocabulary: &Vocabulary) -> (Option<Text>, Option<Text>) {
    let (mut media, mut places) = (Vec::new(), Vec::new());
    for part in list(text, vocabulary) {
        let (head, rest) = labelled(&part);
        match rest.filter(|rest| !is_nothing(rest, vocabulary)) {
            Some(rest) if places_lead && known(rest, vocabulary) => {
                media.push(rest.to_owned());
                places.push(head.to_owned());
            }
            Some(rest) if known(head, vocabulary) => {
                media.push(head.to_owned());
                places.push(rest.to_owned());
            }
            // サーバ names both where places lead; alone under 媒体 it is what the heading says first.
            _ if known(&part, vocabulary) && (!places_lead || is_plain_medium(&part, vocabulary)) => media.push(part.to_string()),
            _ => places.push(part.to_string()),
        }
    }
    let whole = |words: Vec<String>| (!words.is_empty()).then(|| words.join("、").into());
    (whole(media), whole(places))
}

/// A part before its bracket or colon, and what stands in the one or behind the other.
fn labelled(part: &str) -> (&str, Option<&str>) {
    if let (head, Some(inside)) = split_bracket(part) {
        return (head, Some(inside));
    }
    part.split_once(['：', ':']).map_or((part, None), |(head, rest)| (head.trim(), Some(rest.trim())))
}

/// The places that a cell of 媒体 names, each behind its medium and a colon: `紙：本社書庫、電子：サーバ`. Nothing where a part is otherwise, or
/// says of a medium which of two it is (`紙：原本`).
#[must_use]
pub fn places_of_media(text: &str, vocabulary: &Vocabulary) -> Option<Text> {
    // How it is kept, or which of several it is, is no place.
    const NO_PLACES: [&str; 18] = [
        "原本",
        "正本",
        "副本",
        "写し",
        "控え",
        "コピー",
        "主",
        "従",
        "正",
        "副",
        "一部",
        "保管",
        "保存",
        "管理",
        "制限",
        "処理",
        "化",
        "のみ",
    ];
    if !text.contains(['：', ':']) {
        return None;
    }
    let parts = list(text, vocabulary);
    let place = |part: &Text| {
        let (medium, place) = part.split_once(['：', ':'])?;
        let place = place.trim();
        let is_place =
            place.chars().filter(|letter| letter.is_alphabetic()).count() >= 2 && !NO_PLACES.iter().any(|end| place.ends_with(end));
        (is_plain_medium(medium, vocabulary) && is_place && by_word(place, vocabulary).is_none()).then(|| place.to_owned())
    };
    let places: Option<Vec<String>> = parts.iter().map(place).collect();
    places.filter(|places| !places.is_empty()).map(|places| places.join("、").into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Code;

    #[test]
    fn media_are_told_by_their_kinds() {
        use Medium::{Electronic, Other, Paper};
        for (text, read) in [
            ("紙", &[Paper][..]),
            ("電子", &[Electronic]),
            ("その他", &[Other]),
            ("紙・電子", &[Paper, Electronic]),
            ("紙、ﾃﾞｰﾀ", &[Paper, Electronic]),
            ("電子データ", &[Electronic]),
            ("ｸﾗｳﾄﾞ", &[Electronic]),
            ("サーバー", &[Electronic]),
            ("USBメモリ／紙", &[Electronic, Paper]),
            ("フィルム", &[Other]),
            ("その他（フィルム）", &[Other]),
            ("紙及び電子", &[Paper, Electronic]),
            ("電子文書", &[Electronic]),
            ("紙媒体\n電子媒体", &[Paper, Electronic]),
            ("Paper / Electronic", &[Paper, Electronic]),
            ("☐電子　☑紙", &[Paper]),
            ("■電子 □紙", &[Electronic]),
            ("☑電子\n☑紙\n☐その他（　）", &[Electronic, Paper]),
            ("□紙\n□電子", &[Paper, Electronic]),
            ("紙（本社書庫）、電子（葬儀管理ソフト）", &[Paper, Electronic]),
            ("紙(3)・電子(1)", &[Paper, Electronic]),
            ("紙（原本）", &[Paper]),
            ("紙：本社書庫、電子：サーバ", &[Paper, Electronic]),
            ("紙○ 電子×", &[Paper]),
            ("紙：×、電子：○", &[Electronic]),
            ("紙 ○\n電子 ○", &[Paper, Electronic]),
            ("両方", &[Paper, Electronic]),
            ("紙電", &[Paper, Electronic]),
            ("電子（一部紙）", &[Electronic, Paper]),
            ("電子（紙原本あり）", &[Electronic, Paper]),
            ("紙（電子化後廃棄）", &[Paper]),
            ("電", &[Electronic]),
            ("電／紙", &[Electronic, Paper]),
            ("紙・ﾃﾞ", &[Paper, Electronic]),
            ("Both", &[Paper, Electronic]),
            ("Paper and electronic", &[Paper, Electronic]),
            ("－", &[]),
            ("", &[]),
        ] {
            assert_eq!(media(text, Vocabulary::built_in()), Reading::sure(read.to_vec()), "{text}");
        }
        let none_ticked = media("☐電子　☐紙", Vocabulary::built_in());
        assert_eq!((none_ticked.value.as_slice(), none_ticked.doubts[0].code), (&[][..], Code::MarkContradictory));
        assert_eq!(media("石板", Vocabulary::built_in()).doubts[0].code, Code::WordUnknown);
    }

    #[test]
    fn places_stand_behind_media_and_media_behind_places() {
        for (text, places_lead, media, places) in [
            ("紙（本社書庫）、電子（葬儀管理ソフト）", false, Some("紙、電子"), Some("本社書庫、葬儀管理ソフト")),
            ("紙：本社書庫、金庫", false, Some("紙"), Some("本社書庫、金庫")),
            ("電子\n顧客管理システム", false, Some("電子、顧客管理システム"), None),
            ("紙／本社書庫", false, Some("紙"), Some("本社書庫")),
            ("紙", false, Some("紙"), None),
            ("本社書庫（紙）、サーバ（電子）", true, Some("紙、電子"), Some("本社書庫、サーバ")),
            ("サーバ・電子", true, Some("電子"), Some("サーバ")),
            ("本社書庫（2階）", true, None, Some("本社書庫（2階）")),
            ("－", false, None, None),
        ] {
            let read = media_and_places(text, places_lead, Vocabulary::built_in());
            assert_eq!((read.0.as_deref(), read.1.as_deref()), (media, places), "{text}");
        }
    }

    #[test]
    fn a_label_of_a_medium_has_a_place_behind_it_or_not() {
        for (text, places) in [
            ("紙：本社書庫、電子：サーバ", Some("本社書庫、サーバ")),
            ("紙：原本、電子：写し", None),
            ("紙：○、電子：×", None),
            ("紙：100枚", None),
            ("紙：施錠保管、電子：アクセス制限", None),
            ("紙、電子：サーバ", None),
            ("紙", None),
        ] {
            assert_eq!(places_of_media(text, Vocabulary::built_in()).as_deref(), places, "{text}");
        }
    }
}
