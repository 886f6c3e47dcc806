//! The department that a title or a line over rows names as the one that the records belong to. Who made the document, approves it, or is
//! asked about it is none; neither are several departments.

use crate::ledger::fold;
use crate::vocabulary::{Concept, Sheet, TitleWord, Vocabulary};

use super::title::plain;

/// The most letters of a department's name.
const LONGEST: usize = 20;
/// The most words of a department's name in English.
const MOST_WORDS: usize = 5;
/// Brackets and marks with which a line over rows begins.
pub(super) const MARKS: &str = "【〔［[<＜〈《≪「『■□●○◎◆◇▼▽▲△★☆・＝=－-";
/// Signs by which a line says who hands the document to whom.
const ARROWS: [char; 6] = ['→', '⇒', '←', '⇔', '↔', '➡'];

/// A word of a title, with the sign before it and the one behind it.
struct Token<'t> {
    word: &'t str,
    before: Option<char>,
    behind: Option<char>,
}

/// The department that a title names: 総務部 in `総務部　個人情報管理台帳`, 管理本部 人事課 in `【管理本部 人事課】`, Sales Department.
pub(super) fn department(text: &str, vocabulary: &Vocabulary) -> Option<String> {
    let text = without_remarks(text);
    let tokens = tokens(&text);
    let says = |meaning: TitleWord| tokens.iter().any(|token| vocabulary.titles.meaning(token.word) == Some(meaning));
    if text.contains(ARROWS) || says(TitleWord::Addressee) {
        return None;
    }
    if !text.contains(|letter: char| letter.is_alphabetic() && !letter.is_ascii()) {
        return in_english(&text, vocabulary);
    }
    let mut named: Vec<(&str, Option<char>)> = Vec::new();
    let mut of_others = false;
    for token in &tokens {
        let is_label = matches!(token.behind, Some(':' | '：'));
        if vocabulary.titles.meaning(token.word) == Some(TitleWord::OtherLabel) && (is_label || named.is_empty()) {
            of_others = true;
            continue;
        }
        match name(token.word, vocabulary) {
            Some(Name::Several) if !of_others => return None,
            Some(Name::One(head)) if !of_others => named.push((head, token.before)),
            _ if is_label => of_others = !names_records(token.word, vocabulary),
            _ => {}
        }
    }
    let end = |head: &str| {
        let ends = vocabulary.titles.words_for(TitleWord::DepartmentEnd).filter(|end| head.ends_with(&***end));
        ends.max_by_key(|end| end.len()).cloned()
    };
    let several = named.windows(2).any(|pair| {
        // 事務局：総務部 says where the office is.
        let listed = matches!(pair[1].1, Some('・' | '、' | '，' | ',' | '＆' | '&' | ':' | '：'));
        listed || end(pair[0].0) == end(pair[1].0)
    });
    let heads: Vec<&str> = named.into_iter().map(|(head, _)| head).collect();
    (!heads.is_empty() && !several).then(|| heads.join("　"))
}

/// The part of the organization that a line in brackets or behind a mark names, and nothing else: ＜寺務所＞, ■人事.
pub(super) fn marked_unit(text: &str, vocabulary: &Vocabulary) -> Option<String> {
    text.trim_start().starts_with(|letter| MARKS.contains(letter)).then(|| plain(text)).filter(|name| is_unit(name, vocabulary))
}

/// Two parts of the organization that are one, in brackets or behind a mark: 【保険・総務部】. Two with an end each are several.
pub(super) fn joined_unit(text: &str, vocabulary: &Vocabulary) -> Option<String> {
    let marked = text.trim_start().starts_with(|letter| MARKS.contains(letter)).then(|| plain(text))?;
    let (first, last) = marked.split_once('・')?;
    let is_department = |word: &str| matches!(name(word, vocabulary), Some(Name::One(_)));
    let is_short = (1..=6).contains(&first.chars().count()) && first.chars().all(char::is_alphabetic);
    let is_joined = is_short && !names_records(first, vocabulary) && !is_department(first) && is_department(last);
    is_joined.then(|| marked.clone())
}

/// Whether words are the name of a part of the organization without 部 or 課 at their end, which only a mark, or what stands beside, tells
/// from what something is about: 寺務所, 人事.
pub(super) fn is_unit(name: &str, vocabulary: &Vocabulary) -> bool {
    let (titles, folded) = (&vocabulary.titles, fold(name));
    let is_named = titles.whole(&folded) == Some(TitleWord::Department) || titles.ending(&folded) == Some(TitleWord::UnitEnd);
    is_named
        && !is_of_company(name, vocabulary)
        && !name.starts_with('各')
        && (2..=LONGEST).contains(&name.chars().count())
        && name.chars().all(char::is_alphanumeric)
}

/// Whether a name is that of a company. 法人本部 is a part of one.
pub(super) fn is_of_company(name: &str, vocabulary: &Vocabulary) -> bool {
    let name = name.strip_prefix("法人").unwrap_or(name);
    vocabulary.titles.words_for(TitleWord::Company).any(|word| name.contains(&**word))
}

/// The part of the organization that a line behind a mark names before it says who heads it, whatever its name ends in: `■ こぶしの家
/// （管理責任者：所長）`. Who heads something else is said with the part that he heads: 人事部長.
pub(super) fn headed_unit(before: &str, head: &str, vocabulary: &Vocabulary) -> Option<String> {
    const HEADS: [&str; 18] = [
        "所長",
        "園長",
        "局長",
        "事務局長",
        "センター長",
        "施設長",
        "館長",
        "支店長",
        "店長",
        "工場長",
        "院長",
        "校長",
        "部長",
        "課長",
        "室長",
        "支部長",
        "事業所長",
        "営業所長",
    ];
    let name = plain(before);
    let is_other = |word: &str| {
        name.contains(word) || vocabulary.titles.words_for(TitleWord::Rest).any(|rest| rest.chars().count() > 1 && name.contains(&**rest))
    };
    let is_unit = before.trim_start().starts_with(|letter| MARKS.contains(letter))
        && HEADS.contains(&head.trim())
        && name.chars().all(char::is_alphanumeric)
        && (3..=LONGEST).contains(&name.chars().count())
        && !["情報", "データ", "名簿", "書類", "システム"].iter().any(|word| is_other(word))
        && !is_of_company(&name, vocabulary)
        && vocabulary.subjects_like(&name).len() == 1;
    is_unit.then_some(name)
}

/// The words of a title.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let divides = |letter: char| {
        letter.is_whitespace() || "【】「」『』〔〕［］[]<>〈〉《》≪≫＜＞＝=■□●○◎◆◇▼▽▲△★☆・:：()（）_＿/／、，,-－―＆&".contains(letter)
    };
    let mut tokens = Vec::new();
    let mut at = 0;
    for word in text.split(divides) {
        let start = at;
        at += word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
        if !word.is_empty() {
            let before = text[..start].trim_end().chars().next_back();
            let behind = text[start + word.len()..].trim_start().chars().next();
            tokens.push(Token { word, before, behind });
        }
    }
    tokens
}

/// What a word names.
enum Name<'t> {
    One(&'t str),
    Several,
}

fn name<'t>(word: &'t str, vocabulary: &Vocabulary) -> Option<Name<'t>> {
    let is_number = |letter: char| {
        let is_counted = [('0', '9'), ('０', '９'), ('①', '⑳'), ('Ⅰ', 'Ⅻ')].iter().any(|(first, last)| (*first..=*last).contains(&letter));
        is_counted || matches!(letter, '.' | '．' | '※')
    };
    let word = word.trim_start_matches(is_number);
    // A.総務課
    let word = word.split_once(['.', '．']).filter(|(mark, _)| mark.chars().count() == 1).map_or(word, |(_, rest)| rest);
    let cuts = vocabulary.titles.words_for(TitleWord::Rest).filter_map(|cut| word.find(&**cut));
    let head = &word[..cuts.min().unwrap_or(word.len())];
    // 総務課分, 総務課管理分: what is kept there.
    let head = head.strip_suffix('分').map_or(head, |rest| rest.strip_suffix("管理").or_else(|| rest.strip_suffix("保有")).unwrap_or(rest));
    let (titles, folded) = (&vocabulary.titles, fold(head));
    let (whole, end) = (titles.whole(&folded), titles.ending(&folded));
    if end == Some(TitleWord::Several) {
        return Some(Name::Several);
    }
    // 経済学部 is one, 学部 is none.
    let is_end = match whole {
        Some(meaning) => meaning == TitleWord::DepartmentEnd,
        None => matches!(end, Some(TitleWord::DepartmentEnd | TitleWord::NoDepartment)),
    };
    // 全32教室 counts them; 主管部門 heads a column.
    let counts = head.strip_prefix('全').is_some_and(|rest| rest.starts_with(char::is_numeric));
    let is_heading = || head.ends_with("部門") && vocabulary.heading(Sheet::Ledger, head) == Some(Concept::Department);
    if !is_end || counts || is_heading() || is_of_company(head, vocabulary) || !(2..=LONGEST).contains(&head.chars().count()) {
        return None;
    }
    // 各チーム is none of them.
    Some(if head.starts_with('各') { Name::Several } else { Name::One(head) })
}

/// Whether the value behind a label is the records' own: 対象部署：総務部, 個人情報台帳：総務部, 1：総務部.
fn names_records(label: &str, vocabulary: &Vocabulary) -> bool {
    let is_title = || vocabulary.titles.words_for(TitleWord::Rest).any(|word| word.chars().count() > 1 && label.contains(&**word));
    vocabulary.titles.meaning(label) == Some(TitleWord::Label) || label.chars().all(|letter| !letter.is_alphabetic()) || is_title()
}

/// A line that is a department's name in English, and nothing else.
fn in_english(text: &str, vocabulary: &Vocabulary) -> Option<String> {
    let name = plain(text);
    let words: Vec<&str> = name.split_whitespace().collect();
    let (last, whole) = (words.last()?, vocabulary.titles.meaning(&name));
    let is_more = |word: &&str| {
        let of_company = vocabulary.titles.meaning(word) == Some(TitleWord::Company);
        of_company || ["of", "the", "by", "for", "to", "from"].contains(&fold(word).as_str())
    };
    let is_end = words.len() > 1 && vocabulary.titles.meaning(last) == Some(TitleWord::DepartmentEnd) && whole.is_none();
    let is_name = words.len() <= MOST_WORDS
        && !words.iter().any(is_more)
        && !name.contains(|letter: char| letter.is_ascii_digit() || ":,;=".contains(letter));
    (is_name && (whole == Some(TitleWord::Department) || is_end)).then_some(name)
}

/// A title without brackets that say something under a label: 点検欄（記入：総務部）.
fn without_remarks(title: &str) -> String {
    let mut rest = title;
    let mut outside = String::new();
    while let Some((before, after)) = rest.split_once(['（', '(']) {
        let Some((within, behind)) = after.split_once(['）', ')']) else { break };
        outside.push_str(before);
        outside.push(' ');
        if !within.contains(['：', ':']) {
            outside.push_str(within);
            outside.push(' ');
        }
        rest = behind;
    }
    outside + rest
}
