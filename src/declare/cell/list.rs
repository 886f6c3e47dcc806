//! Several values in one cell.
//!
//! A list is divided at `、，,／/・；`, line ends and numbers; a cell of sentences at line ends and numbers only. Nothing is divided within a
//! bracket that is closed. Further choices:
//! - a comma between digits is part of a number (`1,000`), a stroke between digits part of a date, between single letters part of a
//!   word (`A/B`), `・` between digits part of a number (`1・2級`), and `及び/又は` is one word;
//! - `・` between two katakana words is part of a name where the element has a company's form (`テストラボ・ジャパン合同会社`) or consists of
//!   nothing else (`ジョブ・カード`), unless one of them is a common word of lists (`スタッフ・アルバイト`, `[list-words]`);
//! - within a line, a number divides only where the line began with the number before it: `①会員管理②会費`, not `別表②による`;
//! - bare numbers (`1氏名、2生年月日`) are dropped where they count up from 1 without a gap;
//! - where the first sentence has a number or bullet, a line without one goes on with the sentence before it (a cell wrapped by hand).

use super::blank::is_nothing;
use super::choice::ticked;
use super::dividing::{Names, is_digit};
use super::literal::literals;
use super::numbering::{bullet, marker};
use crate::ledger::{Text, fold};
use crate::vocabulary::Vocabulary;

/// The elements of a list, the marks dropped.
#[must_use]
pub fn list(text: &str, vocabulary: &Vocabulary) -> Vec<Text> {
    if let Some(words) = literals(text) {
        return words;
    }
    if is_nothing(text, vocabulary) {
        return Vec::new();
    }
    if let Some(ticked) = ticked(text) {
        return ticked.iter().flat_map(|element| list(element, vocabulary)).collect();
    }
    if let Some(elements) = spaced_by_numbers(text) {
        return elements.iter().flat_map(|element| list(element, vocabulary)).collect();
    }
    let letters: Vec<char> = text.chars().collect();
    let names = Names { letters: &letters, vocabulary };
    let elements = divide(&letters, |at| names.divides(at), |_, _| false);
    let bare = |element: &str| element.trim_end_matches(['。', '．', '、', '；', ';']).trim_end().to_owned();
    let elements = elements.iter().map(|element| bare(element)).filter(|element| !element.is_empty()).collect();
    let elements = drop_bare_numbers(elements).into_iter().filter(|element| !is_dash(element)).map(Text::from).collect();
    or_whole(elements, text)
}

/// The sentences of a cell.
#[must_use]
pub fn sentences(text: &str, vocabulary: &Vocabulary) -> Vec<Text> {
    if let Some(words) = literals(text) {
        return words;
    }
    if is_nothing(text, vocabulary) {
        return Vec::new();
    }
    if let Some(ticked) = ticked(text) {
        return ticked.iter().flat_map(|sentence| sentences(sentence, vocabulary)).collect();
    }
    let letters: Vec<char> = text.chars().collect();
    let goes_on = |at: usize, marked: bool| {
        let line: String = letters[at + 1..].iter().skip_while(|letter| letter.is_whitespace()).take(12).collect();
        marked && marker(&line).is_none() && bullet(&line) == 0 && !line.starts_with(['※', '（', '(', '*'])
    };
    let parts = divide(&letters, |at| letters[at] == '\n' || letters[at] == '\r', goes_on);
    let whole = |part: &str| part.trim_end_matches(['、', '；', ';']).trim_end().to_owned();
    or_whole(
        parts.iter().flat_map(|part| phrases(part)).map(whole).filter(|part| !part.is_empty() && !is_dash(part)).map(Text::from).collect(),
        text,
    )
}

/// The phrases that a bar divides, where each is short and has a word of its own for what is done with what: ご契約の管理／お支払いの確認,
/// but not 請求書／領収書の発行, nor a sentence.
fn phrases(text: &str) -> Vec<&str> {
    const LONGEST: usize = 20;
    let phrases: Vec<&str> = text.split(['／', '/']).map(str::trim).collect();
    let is_phrase = |phrase: &&str| {
        let joins = phrase.char_indices().any(|(at, letter)| at > 0 && "のをへ".contains(letter) && !phrase.ends_with(letter));
        joins && phrase.chars().count() <= LONGEST && !phrase.contains(['（', '(', '、', '。'])
    };
    if phrases.iter().all(is_phrase) { phrases } else { vec![text] }
}

/// The elements, or the whole cell where it has letters or digits and yet none of them stands in an element: `ア．` numbers nothing, and
/// `1,2` are codes.
fn or_whole(elements: Vec<Text>, text: &str) -> Vec<Text> {
    if elements.is_empty() && text.chars().any(char::is_alphanumeric) { vec![text.trim().into()] } else { elements }
}

fn is_dash(text: &str) -> bool {
    fold(text).chars().all(|letter| letter == '-')
}

/// The parts of a text, without numbers and bullets. `goes_on` tells of a dividing place whether the part goes on after all; it is told
/// whether the part began with a number or bullet.
fn divide(letters: &[char], divides: impl Fn(usize) -> bool, goes_on: impl Fn(usize, bool) -> bool) -> Vec<String> {
    let inside = inside_brackets(letters);
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut at_start = true;
    let mut marked = false;
    let mut next_number = None;
    let mut at = 0;
    while at < letters.len() {
        let rest = |at: usize| letters[at..].iter().take(12).collect::<String>();
        if at_start && letters[at].is_whitespace() {
            at += 1;
            continue;
        }
        if at_start {
            at_start = false;
            let dot = bullet(&rest(at));
            if let Some(mark) = marker(&rest(at + dot)) {
                next_number = Some((mark.style, mark.number + 1));
                marked = true;
                at += dot + mark.length;
                continue;
            }
            marked = dot > 0;
            at += dot;
            if dot > 0 {
                continue;
            }
        }
        let stands_free = at > 0 && (letters[at - 1].is_whitespace() || inside_closes(letters[at - 1]));
        let counted = marker(&rest(at)).filter(|mark| next_number == Some((mark.style, mark.number)));
        if let Some(mark) = counted.filter(|mark| mark.style.stands_anywhere() || stands_free) {
            next_number = Some((mark.style, mark.number + 1));
            finish(&mut parts, &mut part);
            at += mark.length;
            continue;
        }
        if !inside[at] && divides(at) {
            if !goes_on(at, marked) {
                finish(&mut parts, &mut part);
                at_start = true;
            }
        } else {
            part.push(letters[at]);
        }
        at += 1;
    }
    finish(&mut parts, &mut part);
    parts
}

fn finish(parts: &mut Vec<String>, part: &mut String) {
    // A line that was broken by hand is one line again: without a blank where the words are Japanese.
    let mut whole = String::new();
    for line in part.split('\n').map(str::trim) {
        if whole.ends_with(|letter: char| letter.is_ascii_alphanumeric()) && line.starts_with(|letter: char| letter.is_ascii_alphanumeric())
        {
            whole.push(' ');
        }
        whole.push_str(line);
    }
    if !whole.is_empty() {
        parts.push(whole);
    }
    part.clear();
}

fn inside_closes(letter: char) -> bool {
    matches!(letter, '。' | '、' | '，' | ',' | '；' | ';' | '）' | ')')
}

/// Which letters stand within a bracket that is closed.
fn inside_brackets(letters: &[char]) -> Vec<bool> {
    let mut inside = vec![false; letters.len()];
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, letter) in letters.iter().enumerate() {
        if let Some(closing) = closing(*letter) {
            open.push((at, closing));
        } else if let Some(depth) = open.iter().rposition(|(_, closing)| closing == letter) {
            let (start, _) = open[depth];
            open.truncate(depth);
            inside[start..at].fill(true);
        }
    }
    inside
}

fn closing(letter: char) -> Option<char> {
    let pairs = [
        ('(', ')'),
        ('（', '）'),
        ('[', ']'),
        ('［', '］'),
        ('【', '】'),
        ('〔', '〕'),
        ('「', '」'),
        ('『', '』'),
        ('〈', '〉'),
        ('《', '》'),
        ('“', '”'),
    ];
    pairs.iter().find_map(|(open, close)| (*open == letter).then_some(*close))
}

/// Elements that nothing but blanks and numbers divide: `１　氏名　２　生年月日`. The numbers stand alone and count up from 1.
fn spaced_by_numbers(text: &str) -> Option<Vec<String>> {
    let mut elements: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let number = fold(word).parse::<usize>().ok().filter(|number| *number == elements.len() + 1);
        // １氏名　２住所: the number may stand at its word.
        if let Some(numbered) = without_number(word, elements.len() + 1) {
            if elements.last().is_some_and(String::is_empty) {
                return None;
            }
            elements.push(numbered.to_owned());
            continue;
        }
        match (number, elements.last_mut()) {
            (Some(_), Some(last)) if last.is_empty() => return None,
            (Some(_), _) => elements.push(String::new()),
            (None, Some(last)) if last.is_empty() => last.push_str(word),
            (None, Some(last)) => {
                last.push(' ');
                last.push_str(word);
            }
            (None, None) => return None,
        }
    }
    let all = elements.len() >= 2 && elements.iter().all(|element| element.starts_with(char::is_alphabetic));
    all.then_some(elements)
}

/// A word without this number before it; 1年 and 2階 are no numbered words.
fn without_number(word: &str, number: usize) -> Option<&str> {
    let rest = word.trim_start_matches(is_digit);
    let digits = &word[..word.len() - rest.len()];
    let is_word = rest.starts_with(char::is_alphabetic) && !counts(rest) && !rest.starts_with(|first| "型級種類期枚本台つ".contains(first));
    (is_word && fold(digits).parse() == Ok(number)).then_some(rest)
}

/// Whether a digit before these words counts something: 1年, 2階.
fn counts(rest: &str) -> bool {
    rest.starts_with(|first| "年月日時分秒件名人回号条項歳才週円点個社校階次割".contains(first))
}

/// Elements without their numbers, where bare numbers count up from 1 without a gap; else as they are.
fn drop_bare_numbers(elements: Vec<String>) -> Vec<String> {
    let bare = |element: &String| {
        let digits = element.chars().take_while(|letter| is_digit(*letter)).count();
        let number: usize = fold(&element.chars().take(digits).collect::<String>()).parse().ok()?;
        let rest: String = element.chars().skip(digits).collect();
        let rest = rest.trim_start();
        let first = rest.chars().next()?;
        first.is_alphabetic().then(|| (number, rest.to_owned()))
    };
    let numbered: Option<Vec<(usize, String)>> = elements.iter().map(bare).collect();
    match numbered {
        Some(numbered)
            if numbered.len() > 1
                && numbered.iter().enumerate().all(|(at, (number, _))| *number == at + 1)
                && numbered.iter().any(|(_, rest)| !counts(rest)) =>
        {
            numbered.into_iter().map(|(_, rest)| rest).collect()
        }
        _ => elements,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(divide: fn(&str, &Vocabulary) -> Vec<Text>, cases: &[(&str, &[&str])]) {
        for (text, parts) in cases {
            let read = divide(text, Vocabulary::built_in());
            assert_eq!(read.iter().map(AsRef::as_ref).collect::<Vec<_>>(), *parts, "{text}");
        }
    }

    #[test]
    fn lists_are_divided_at_signs_line_ends_and_numbers() {
        check(
            list,
            &[
                (
                    "氏名、住所，電話番号,メール／年齢/性別・国籍\n写真",
                    &["氏名", "住所", "電話番号", "メール", "年齢", "性別", "国籍", "写真"],
                ),
                ("氏名 / メールアドレス", &["氏名", "メールアドレス"]),
                ("Stripe, Inc., Foo Co., Ltd.、SendGrid", &["Stripe, Inc.", "Foo Co., Ltd.", "SendGrid"]),
                ("①氏名②電話番号③ﾒｰﾙｱﾄﾞﾚｽ", &["氏名", "電話番号", "ﾒｰﾙｱﾄﾞﾚｽ"]),
                ("1. 氏名\n2. 住所", &["氏名", "住所"]),
                ("(1) 氏名 (2) 住所", &["氏名", "住所"]),
                ("１）氏名　２）住所", &["氏名", "住所"]),
                ("１、氏名\n２、住所", &["氏名", "住所"]),
                ("ア．氏名\nイ．住所", &["氏名", "住所"]),
                ("・氏名\n・住所", &["氏名", "住所"]),
                ("１氏名、２生年月日、３性別", &["氏名", "生年月日", "性別"]),
                ("1氏名,2生年月日,3住所,4印影", &["氏名", "生年月日", "住所", "印影"]),
                ("1年、2年、3年", &["1年", "2年", "3年"]),
                ("１本籍、２個人番号、３年齢", &["本籍", "個人番号", "年齢"]),
                ("１　氏名　２　生年月日　３　住所", &["氏名", "生年月日", "住所"]),
                ("所属（名称・住所、電話）、資格", &["所属（名称・住所、電話）", "資格"]),
                ("所属（名称、住所", &["所属（名称", "住所"]),
                ("1,000件、2,500件", &["1,000件", "2,500件"]),
                ("2024/7/1、A/B、及び/又は", &["2024/7/1", "A/B", "及び/又は"]),
                ("障害者手帳1・2級の者、療育手帳A・Bの者", &["障害者手帳1・2級の者", "療育手帳A", "Bの者"]),
                ("https://a.example/b", &["https://a.example/b"]),
                ("ボディスキャン・ジャパン株式会社", &["ボディスキャン・ジャパン株式会社"]),
                ("ジョブ・カード、氏名", &["ジョブ・カード", "氏名"]),
                ("リヨン・シルクサービス社、丸八社", &["リヨン・シルクサービス社", "丸八社"]),
                ("スタッフ・アルバイト", &["スタッフ", "アルバイト"]),
                ("店長・トレーナー", &["店長", "トレーナー"]),
                ("氏名・アレルギー・緊急連絡先", &["氏名", "アレルギー", "緊急連絡先"]),
                ("株式会社アルファ・株式会社ベータ", &["株式会社アルファ", "株式会社ベータ"]),
                ("－", &[]),
                ("氏名、－", &["氏名"]),
                ("ア．", &["ア．"]),
                (" ", &[]),
                ("なし", &[]),
            ],
        );
    }

    #[test]
    fn sentences_are_divided_at_line_ends_and_numbers_only() {
        check(
            sentences,
            &[
                ("登録、管理\n連絡", &["登録、管理", "連絡"]),
                ("ご契約の管理／お支払いの確認", &["ご契約の管理", "お支払いの確認"]),
                ("請求書／領収書の発行", &["請求書／領収書の発行"]),
                ("①会員管理②会費の請求", &["会員管理", "会費の請求"]),
                ("1,2", &["1,2"]),
                ("1. 採用選考 2. 採用後の手続", &["採用選考", "採用後の手続"]),
                ("次の1. ~6. の情報を、別表②により扱う。", &["次の1. ~6. の情報を、別表②により扱う。"]),
                ("・資料の送付\n・商談の\n案内", &["資料の送付", "商談の案内"]),
                ("請求のため\n連絡のため", &["請求のため", "連絡のため"]),
                ("(1) 学籍の管理\n(2) 成績の証明", &["学籍の管理", "成績の証明"]),
                ("-", &[]),
            ],
        );
    }
}
