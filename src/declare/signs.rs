//! The legends of a workbook: what its own signs mean, for all columns or for one.

use std::collections::BTreeMap;

use crate::ledger::{Text, fold};
use crate::sheet::table::Row;
use crate::vocabulary::{Concept, Sheet, Vocabulary};

use super::cell::Legend;
use super::column::{self, Column};
use super::grid::words;

/// What signs mean, in every column or in one.
#[derive(Debug, Clone, Default)]
pub(super) struct Signs {
    everywhere: Legend,
    /// By the folded heading of the column.
    of_column: BTreeMap<String, (Option<Concept>, Legend)>,
}

/// Headings of a column of signs that hold everywhere.
const SIGN_HEADINGS: [&str; 9] = ["記号", "凡例", "印", "マーク", "表記", "略号", "符号", "記入", "記載"];
/// How long a sign may be.
const LONGEST_SIGN: usize = 8;

impl Signs {
    /// Takes in a legend sheet, or the rows of a legend beside a ledger: tables of a sign and its meaning, and lines that explain signs.
    pub(super) fn take_rows(&mut self, rows: &[Row], vocabulary: &Vocabulary) {
        let mut scope: Option<&str> = None;
        let mut last = None;
        for row in rows {
            if last.is_some_and(|last: u32| last + 1 < row.number) {
                scope = None;
            }
            last = Some(row.number);
            let texts: Vec<&str> = row.cells.iter().filter_map(|cell| words(&cell.value)).collect();
            match texts.as_slice() {
                [head, lines @ ..] if !lines.is_empty() && lines.iter().all(|line| sign_and_meaning(line).is_some()) => {
                    let scope = sign_and_meaning(head).is_none().then_some(*head);
                    let legend = self.legend_of(scope, vocabulary);
                    for (sign, meaning) in texts.iter().filter_map(|line| sign_and_meaning(line)) {
                        legend.explain(sign, meaning);
                    }
                }
                [line] => {
                    if !self.take_line(line, vocabulary) && line.chars().count() <= 20 {
                        scope = Some(line);
                    }
                }
                [sign, meaning, ..] if is_meaning_heading(meaning) => {
                    scope = Some(sign);
                }
                [sign, meaning, ..] if sign.chars().count() <= LONGEST_SIGN && !sign.contains(['：', ':', '＝', '=']) => {
                    self.legend_of(scope, vocabulary).explain(sign, meaning);
                }
                [label, line, ..] if label.chars().count() <= 20 && explains(line) => {
                    self.legend_of(Some(label), vocabulary).explain_line(line);
                }
                lines => {
                    for line in lines {
                        self.take_line(line, vocabulary);
                    }
                }
            }
        }
    }

    /// Takes in the explanations of a line: `※○＝該当　×＝非該当`, `機密区分　A：極秘　B：社外秘`. Whether it held any.
    pub(super) fn take_line(&mut self, line: &str, vocabulary: &Vocabulary) -> bool {
        let bare = line
            .trim()
            .trim_start_matches(['※', '*', '＊', '・', '（', '(', '注', '）', ')', '1', '2', '3', '4', '5', '１', '２', '３', '.', '．'])
            .trim();
        if self.take_numbers(bare, vocabulary) {
            return true;
        }
        let head =
            bare.split(|letter: char| letter.is_whitespace() || matches!(letter, '：' | ':' | '（' | '(' | '…')).next().unwrap_or_default();
        let head = head.trim_end_matches("の凡例").trim_end_matches("欄").trim_end_matches("の");
        let rest = bare.strip_prefix(head).unwrap_or_default().trim_start_matches(['の', '欄', '：', ':', ' ', '\u{3000}']);
        let scoped = head.chars().count() > 1 && !is_sign_heading(head) && (explains(rest) && !head.contains(['＝', '=']));
        if scoped {
            return self.legend_of(Some(head), vocabulary).explain_line(rest);
        }
        self.everywhere.explain_line(line)
    }

    /// Takes in what a line says of the numbers of one column: 【利用目的】1：口座開設　2：本人確認. Whether it does.
    pub(super) fn take_numbers(&mut self, line: &str, vocabulary: &Vocabulary) -> bool {
        match numbered(line) {
            Some((scope, rest)) if Legend::default().explain_numbers(rest) => self.legend_of(Some(scope), vocabulary).explain_numbers(rest),
            _ => false,
        }
    }

    fn legend_of(&mut self, scope: Option<&str>, vocabulary: &Vocabulary) -> &mut Legend {
        match scope.filter(|scope| !is_sign_heading(scope)) {
            None => &mut self.everywhere,
            Some(scope) => {
                let scope = scope
                    .trim()
                    .trim_matches(['【', '】', '■', '「', '」', '＜', '＞', '<', '>'])
                    .trim_end_matches("の凡例")
                    .trim_end_matches("欄");
                let concept = column::heading(scope, Sheet::Ledger, vocabulary);
                &mut self.of_column.entry(fold(scope)).or_insert_with(|| (concept, Legend::default())).1
            }
        }
    }

    /// What holds in a column: what is said of it alone goes before what is said of all.
    pub(super) fn of(&self, column: &Column) -> Legend {
        let heading = fold(&column.heading);
        let mut legend = Legend::default();
        for (of, (concept, said)) in &self.of_column {
            let same = *of == heading || heading.ends_with(of.as_str());
            if same || concept.is_some_and(|concept| concept != Concept::Unrelated && column.concerns(concept)) {
                legend.add(said);
            }
        }
        legend.add(&self.everywhere);
        legend
    }
}

/// A sign and its meaning where a cell holds these alone: `○：有`, `1：紙`. A label of two letters or more is no sign, unless it is a number.
fn sign_and_meaning(text: &str) -> Option<(&str, &str)> {
    let (sign, meaning) = text.split_once(['：', ':', '＝', '=', '…'])?;
    let (sign, meaning) = (sign.trim(), meaning.trim());
    let letters = sign.chars().count();
    let is_sign = letters == 1 || (2..=3).contains(&letters) && sign.chars().all(|letter| letter.is_ascii_alphanumeric());
    let alone = !meaning.contains(['：', ':', '＝', '=']) && meaning.chars().count() <= 40;
    (is_sign && alone && !meaning.is_empty()).then_some((sign, meaning))
}

/// The column of whose numbers a line speaks, and what it says from the first number on.
fn numbered(line: &str) -> Option<(&str, &str)> {
    let is_digit = |letter: char| letter.is_ascii_digit() || ('０'..='９').contains(&letter);
    let at = line.find(is_digit)?;
    let scope = line[..at].trim_end_matches(|letter: char| letter.is_whitespace() || "：:…＝=、。".contains(letter));
    let is_label = (2..=20).contains(&scope.chars().count());
    is_label.then(|| (scope.trim_end_matches('】').trim_start_matches('【'), &line[at..]))
}

fn is_sign_heading(text: &str) -> bool {
    let folded = fold(text);
    SIGN_HEADINGS.iter().any(|word| folded.contains(&fold(word)))
}

fn is_meaning_heading(text: &str) -> bool {
    let folded = fold(text);
    ["意味", "説明", "内容", "定義", "解説", "凡例"].iter().any(|word| fold(word) == folded)
}

fn explains(line: &str) -> bool {
    let marks = |line: &str| line.matches(['＝', '=', '：', ':', '…']).count();
    marks(line) >= 1
}

/// What a sign, or a list of signs, stands for by a legend.
pub(super) fn spelled_out(text: &str, legend: &Legend) -> Option<Text> {
    if legend.is_empty() || text.chars().count() > LONGEST_SIGN * 2 {
        return None;
    }
    if let [meaning, ..] = legend.meanings(text) {
        return Some(meaning.clone());
    }
    let parts: Vec<&str> = text.split(['、', '，', ',', '・', '/', '／', '\n', ' ', '\u{3000}']).filter(|part| !part.is_empty()).collect();
    let meanings: Option<Vec<&str>> = parts.iter().map(|part| legend.meanings(part).first().map(AsRef::as_ref)).collect();
    meanings.filter(|meanings| meanings.len() > 1).map(|meanings| meanings.join("、").into())
}
