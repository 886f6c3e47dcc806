//! Departments that a line over rows names in two words, a place of work and a section of it (■ 本社　総務), or in two languages (人事・総務
//! HR & GA).

use std::collections::BTreeSet;

use crate::ledger::fold;
use crate::vocabulary::{Sheet, TitleWord, Vocabulary};

use super::department::{MARKS, department, is_of_company, is_unit};
use super::grid::{Grid, words};
use super::title::plain;

/// The most letters of either word.
const LONGEST: usize = 15;
/// Words in the names of records, and of what they stand on, that are in no department's name.
const OF_RECORDS: [&str; 6] = ["情報", "データ", "名簿", "書類", "システム", "媒体"];

/// The place of work and its section that a line behind a mark or in brackets may name, and nothing else.
pub(super) fn site_and_section(text: &str, vocabulary: &Vocabulary) -> Option<(String, String)> {
    if !text.trim_start().starts_with(|letter| MARKS.contains(letter)) {
        return None;
    }
    let name = plain(text);
    let mut words = name.split_whitespace();
    let (site, section) = (words.next()?, words.next()?);
    let may_be = |word: &str| {
        let rests = || vocabulary.titles.words_for(TitleWord::Rest).any(|rest| rest.chars().count() > 1 && word.contains(&**rest));
        (2..=LONGEST).contains(&word.chars().count())
            && word.chars().all(|letter| letter == '・' || letter.is_alphabetic())
            && !OF_RECORDS.iter().any(|of| word.contains(of))
            && !is_of_company(word, vocabulary)
            && !rests()
            && matches!(vocabulary.titles.meaning(word), None | Some(TitleWord::Department | TitleWord::DepartmentEnd | TitleWord::UnitEnd))
            && (!vocabulary.is_value(word) || vocabulary.titles.meaning(word) == Some(TitleWord::DepartmentEnd))
            && vocabulary.subjects_like(word).len() == 1
            && vocabulary.heading(Sheet::Ledger, word).is_none()
    };
    // 共用の物 is no section.
    let is_phrase = section.contains(['の', 'を']);
    (words.next().is_none() && may_be(site) && may_be(section) && !is_phrase).then(|| (site.to_owned(), section.to_owned()))
}

/// A place of work with a section of it that is known by its name: 湯の宿本館　フロント.
pub(super) fn known_section(text: &str, vocabulary: &Vocabulary) -> Option<String> {
    let (site, section) = site_and_section(text, vocabulary)?;
    (is_unit(&section, vocabulary) && department(&section, vocabulary).is_none()).then(|| format!("{site}　{section}"))
}

/// The places of work of which lines of a sheet name a section that is known: what stands behind them in other lines is a section too.
pub(super) fn sites(grid: &Grid<'_>, vocabulary: &Vocabulary) -> BTreeSet<String> {
    let lines = grid.rows().iter().filter(|row| row.cells.len() <= 3).filter_map(|row| words(&row.cells.first()?.value));
    let named = lines.filter_map(|line| site_and_section(line, vocabulary));
    let is_known = |section: &str| is_unit(section, vocabulary) || department(section, vocabulary).as_deref() == Some(section);
    named.filter(|(_, section)| is_known(section)).map(|(site, _)| site).collect()
}

/// A department that a line names in Japanese and in English, in words of which each language knows one: 人事・総務 HR & GA.
pub(super) fn in_both_languages(text: &str, vocabulary: &Vocabulary) -> Option<String> {
    const OF_RECORDS: [&str; 8] = ["data", "record", "records", "information", "register", "files", "documents", "list"];
    let name = plain(text);
    let gaps = name.char_indices().filter(|(_, letter)| letter.is_whitespace());
    let (japanese, english) = gaps.map(|(at, _)| name.split_at(at)).find(|(_, rest)| rest.trim().is_ascii())?;
    let is_department = |word: &str| vocabulary.titles.meaning(word) == Some(TitleWord::Department);
    let parts: Vec<&str> = japanese.split(['・', '／', '/', '、', '＆']).map(str::trim).collect();
    let is_word = |part: &str| {
        (2..=LONGEST).contains(&part.chars().count()) && part.chars().all(|letter| letter.is_alphabetic() && !letter.is_ascii())
    };
    let known = || parts.iter().any(|part| is_department(part)) && english.split_whitespace().any(is_department);
    let is_other = english.split_whitespace().any(|word| OF_RECORDS.contains(&fold(word).as_str()));
    let is_name =
        english.chars().all(|letter| letter.is_ascii_alphabetic() || " &/-".contains(letter)) && parts.iter().all(|part| is_word(part));
    (is_name && !is_other && known()).then_some(name)
}
