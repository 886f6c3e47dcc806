//! Headings that a ledger shortens, and says so: 委＝委託　提＝第三者提供　要配＝要配慮個人情報 above the table, or on a sheet of its own.

use std::collections::BTreeMap;

use crate::ledger::{Text, fold};
use crate::sheet::table::Row;
use crate::vocabulary::{Concept, Sheet, Vocabulary};

use super::column::{bare, heading};
use super::grid::words;

/// The most letters of a shortened heading.
const LONGEST: usize = 4;
/// The most letters of a line, and of a word, that are looked at.
const LONGEST_LINE: usize = 400;
/// The most cells of a row that explains something; records have more.
const MOST_CELLS: usize = 6;
/// What stands between a shortened heading and what it stands for, beside は.
const SIGNS: [char; 7] = ['=', '＝', ':', '：', '…', '→', '⇒'];

/// What shortened headings stand for, by how they are written, folded.
#[derive(Debug, Clone, Default)]
pub(super) struct Shortened(BTreeMap<String, Text>);

impl Shortened {
    /// Takes in what rows say of headings: lines that explain some, and cells that have one beside what it stands for.
    pub(super) fn take_rows(&mut self, rows: &[Row], vocabulary: &Vocabulary) {
        let may_explain = |text: &&str| text.contains(SIGNS) || text.contains("」は");
        for row in rows.iter().filter(|row| row.cells.len() <= MOST_CELLS) {
            for line in row.cells.iter().filter_map(|cell| words(&cell.value)).filter(may_explain) {
                for (short, word) in pairs(line) {
                    self.take(&short, &word, vocabulary);
                }
            }
            // A table may have 紙 beside 紙の名簿; a legend has little more than a word and what it stands for.
            if (2..=3).contains(&row.cells.len()) {
                for pair in row.cells.windows(2) {
                    if let (Some(short), Some(word)) = (words(&pair[0].value), words(&pair[1].value))
                        && shortens(&fold(short), &fold(word))
                    {
                        self.take(short, word, vocabulary);
                    }
                }
            }
        }
    }

    /// What a cell of a heading stands for.
    pub(super) fn spelled_out(&self, text: &str) -> Option<&str> {
        let is_short = !self.0.is_empty() && text.chars().nth(LONGEST * 2).is_none();
        is_short.then(|| self.0.get(&fold(&bare(text)))).flatten().map(AsRef::as_ref)
    }

    /// What a cell stands for that is made of letters of it, so that it can hardly be anything else, wherever it stands.
    pub(super) fn evident(&self, text: &str) -> Option<&str> {
        self.spelled_out(text).filter(|word| shortens(&fold(&bare(text)), &fold(word)))
    }

    fn take(&mut self, short: &str, word: &str, vocabulary: &Vocabulary) {
        let short = fold(&bare(short));
        let is_short = !short.is_empty() && short.chars().count() <= LONGEST && short != fold(word);
        // 媒体：紙媒体 is a label and its value.
        let is_open = || heading(&short, Sheet::Ledger, vocabulary).is_none() || vocabulary.is_makeshift(Sheet::Ledger, &short);
        let is_heading = || heading(word, Sheet::Ledger, vocabulary).is_some_and(|concept| concept != Concept::Unrelated);
        if is_short && word.chars().count() <= 30 && is_open() && is_heading() {
            self.0.entry(short).or_insert_with(|| word.into());
        }
    }
}

/// Whether a word is made of letters of another, in their order: 要配 of 要配慮個人情報.
fn shortens(short: &str, word: &str) -> bool {
    let mut letters = word.chars();
    let is_of_it = short.chars().all(|letter| letters.any(|other| other == letter));
    is_of_it && !short.is_empty() && short.chars().count() < word.chars().count()
}

/// The words of a line that stand before an equals sign, each with what stands behind it.
fn pairs(line: &str) -> Vec<(String, String)> {
    const PARTS: &str = "、，,；;。／/（(「『【※*＊・＝=：:…→⇒";
    const ENDS: [&str; 8] = ["を表します", "を表す", "を示します", "を示す", "を指す", "を意味する", "の略", "です"];
    let letters: Vec<char> = line.chars().take(LONGEST_LINE).collect();
    let parts = |letter: &char| letter.is_whitespace() || PARTS.contains(*letter);
    let mut found: Vec<(usize, usize, String)> = Vec::new();
    for (at, equals) in letters.iter().enumerate().filter(|(_, letter)| **letter == 'は' || SIGNS.contains(letter)) {
        let end = letters[..at].iter().rposition(|letter| !letter.is_whitespace()).map_or(0, |last| last + 1);
        let quoted = end.checked_sub(1).is_some_and(|last| matches!(letters[last], '」' | '』' | '）' | ')'));
        if *equals == 'は' && !quoted {
            continue;
        }
        let end = if quoted { end - 1 } else { end };
        let start = letters[..end].iter().rposition(parts).map_or(0, |before| before + 1);
        if start < end {
            found.push((start, at + 1, letters[start..end].iter().collect()));
        }
    }
    let words = found.iter().enumerate().map(|(nth, (_, from, short))| {
        let to = found.get(nth + 1).map_or(letters.len(), |(next, ..)| (*next).max(*from));
        let said = letters[*from..to].iter().collect::<String>();
        let said = said.trim_start_matches(|letter: char| letter.is_whitespace() || "「『".contains(letter));
        // Third party provision is one word of a heading.
        let is_latin = said.starts_with(|letter: char| letter.is_ascii_alphabetic());
        let parts = |letter: char| !is_latin && letter.is_whitespace() || "、，,；;。」』".contains(letter);
        let word = said.split(parts).next().unwrap_or_default();
        let word = word.trim_end_matches(|letter: char| letter.is_whitespace() || "／/・（(「※*".contains(letter));
        let word = ENDS.iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        (short.clone(), word.to_owned())
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_say_what_shortened_headings_stand_for() {
        for (line, short, word) in [
            ("記入ルール：委＝委託　提＝第三者提供　要配＝要配慮個人情報　／　○あり　×なし", "要配", Some("要配慮個人情報")),
            ("略語：委＝委託／提＝第三者提供", "提", Some("第三者提供")),
            ("「委」は委託、「提」は第三者提供を表す。", "提", Some("第三者提供")),
            ("（委）＝委託先", "委", Some("委託先")),
            ("保：保存期間、場：保管場所", "保", Some("保存期間")),
            ("外＝委託の有無", "外", Some("委託の有無")),
            ("P＝紙　D＝電子", "P", Some("紙")),
            ("※委：委託　※提：第三者提供", "委", Some("委託")),
            ("Ent = Entrusted  TP = Third party provision  JU = Joint use", "TP", Some("Third party provision")),
            ("委＝委任状", "委", None),
            ("媒体：紙媒体　媒＝媒体", "媒体", None),
            ("保存＝保存期間", "保存", Some("保存期間")),
            ("○：委託", "委", None),
            ("作成：総務部", "作成", None),
        ] {
            let mut shortened = Shortened::default();
            for (short, word) in pairs(line) {
                shortened.take(&short, &word, Vocabulary::built_in());
            }
            assert_eq!(shortened.spelled_out(short), word, "{line}");
        }
    }

    #[test]
    fn what_is_made_of_other_letters_is_evident_nowhere_else() {
        let mut shortened = Shortened::default();
        shortened.take("外", "委託", Vocabulary::built_in());
        shortened.take("要配", "要配慮個人情報", Vocabulary::built_in());
        assert_eq!((shortened.evident("外"), shortened.spelled_out("外")), (None, Some("委託")));
        assert_eq!(shortened.evident("要配 ※1"), Some("要配慮個人情報"));
    }
}
