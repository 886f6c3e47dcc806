//! The legends of a workbook: what its own signs mean, for all columns or for one.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::ledger::{fold, is_same_word};
use crate::sheet::table::{Row, Value};
use crate::vocabulary::{Concept, Sheet, Vocabulary};

use super::abbreviated::explained;
use super::cell::Legend;
use super::code_tables::{is_code_heading, is_meaning_heading, lists_sign, of_one_column, of_quoted_column, without_code_heading};
use super::column::{self, Column};
use super::shortened::Shortened;

/// What signs mean, in every column or in one.
#[derive(Debug, Clone, Default)]
pub(super) struct Signs {
    everywhere: Legend,
    /// By the folded heading of the column.
    pub of_column: BTreeMap<String, (Option<Concept>, Legend)>,
    /// What shortened headings stand for.
    pub shortened: Shortened,
}

/// Headings of a column of signs that hold everywhere.
const SIGN_HEADINGS: [&str; 9] = ["記号", "凡例", "印", "マーク", "表記", "略号", "符号", "記入", "記載"];
/// How long a sign may be.
pub(super) const LONGEST_SIGN: usize = 8;

/// Where in a legend the next row stands.
#[derive(Debug, Default)]
struct Course {
    /// The column whose signs are explained; none where they hold everywhere.
    scope: Option<String>,
    /// Whether a heading of codes and their meanings stands above.
    headed: bool,
    /// Whether that heading has the column, or a running number, before the code.
    third: bool,
    last: Option<u32>,
}

impl Course {
    /// A gap ends what is said of one column.
    fn step(&mut self, row: &Row) {
        if self.last.is_some_and(|last| last + 1 < row.number) {
            *self = Self::default();
        }
        self.last = Some(row.number);
    }
}

impl Signs {
    /// Takes in a legend sheet, or the rows of a legend beside a ledger: tables of a sign and its meaning, and lines that explain signs.
    pub(super) fn take_rows(&mut self, rows: &[Row], vocabulary: &Vocabulary) {
        let mut course = Course::default();
        let mut side_by_side = 0;
        self.shortened.take_rows(rows, vocabulary);
        for (at, row) in rows.iter().enumerate() {
            course.step(row);
            side_by_side = side_by_side.max(self.take_code_tables(rows, at, side_by_side, vocabulary));
            if at < side_by_side {
                continue;
            }
            let texts = texts(row);
            let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
            if self.take_labelled(&texts, vocabulary) || self.take_table(&texts, &mut course, vocabulary) {
                continue;
            }
            match texts.as_slice() {
                [line] => {
                    if let Some(column) = announced(line, vocabulary) {
                        course.scope = Some(column);
                    } else if !self.take_line(line, vocabulary) && line.chars().count() <= 20 {
                        course.scope = Some((*line).to_owned());
                    }
                }
                // 1｜初版 in a history explains no 1.
                [number, ..] if is_number(number) && !self.holds_codes(&course, vocabulary) => {}
                // 紙｜120 counts, and explains no 紙.
                [_, number, ..] if is_number(number) => {}
                [sign, meaning, ..] if sign.chars().count() <= LONGEST_SIGN && !sign.contains(['：', ':', '＝', '=']) => {
                    self.legend_of(course.scope.as_deref(), vocabulary).explain(sign, meaning);
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

    /// Takes in labels of columns with what the cell behind each says of its codes: 媒体区分｜P：紙　E：電子データ; or a line of such labels alone.
    /// Whether the row has any.
    pub(super) fn take_labelled(&mut self, texts: &[&str], vocabulary: &Vocabulary) -> bool {
        if let [line] = texts {
            let has_codes = |stretch: &&str| {
                let (_, codes) = stretch.split_once(['：', ':', '…', '（', '(']).unwrap_or_default();
                Legend::default().explain_codes(codes)
            };
            let line = line.trim_start_matches(['※', '*', '＊', '・', ' ', '\u{3000}']);
            let stretches = of_columns(line, vocabulary);
            // 【凡例】 before the first of them is for take_line.
            let explains = stretches.first().is_some_and(|first| line.starts_with(first)) && stretches.iter().all(has_codes);
            return explains && stretches.iter().filter(|stretch| self.take_line(stretch, vocabulary)).count() > 0;
        }
        let is_label = |text: &str| (2..=20).contains(&text.chars().count()) && column::heading(text, Sheet::Ledger, vocabulary).is_some();
        let labelled = texts.windows(2).filter(|pair| explanations(pair[1]) >= 2 && !explains(pair[0]) && is_label(pair[0]));
        labelled.filter(|pair| self.legend_of(Some(pair[0]), vocabulary).explain_codes(pair[1])).count() > 0
    }

    /// Takes in the tables of codes that a sheet of choices holds: those with a heading that says so, and labels with their codes. Other lists
    /// explain nothing.
    pub(super) fn take_codes(&mut self, rows: &[Row], vocabulary: &Vocabulary) {
        self.shortened.take_rows(rows, vocabulary);
        let mut course = Course::default();
        let mut side_by_side = 0;
        for (at, row) in rows.iter().enumerate() {
            course.step(row);
            side_by_side = side_by_side.max(self.take_code_tables(rows, at, side_by_side, vocabulary));
            if at < side_by_side {
                continue;
            }
            let texts = texts(row);
            let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
            if self.take_labelled(&texts, vocabulary) || self.take_table(&texts, &mut course, vocabulary) {
                continue;
            }
            match texts.as_slice() {
                // ■媒体コード heads codes by itself.
                [title] => {
                    let headed = is_sign_heading(title) || title.ends_with("コード");
                    course = Course { scope: Some((*title).to_owned()), headed, last: course.last, ..Course::default() };
                }
                // Codes of no column that is named hold nowhere: 部門マスタ has its own.
                [code, meaning, ..] if course.headed && course.scope.is_some() && is_code(code) => {
                    self.legend_of(course.scope.as_deref(), vocabulary).explain(code, meaning);
                }
                _ => course = Course { last: course.last, ..Course::default() },
            }
        }
    }

    /// Takes in a row whose form tells that it explains codes, or is the heading of such rows. Whether it is one: 媒体区分｜1：紙｜2：電子;
    /// 項目｜コード｜意味 and 媒体｜1｜紙 below it; 保存区分｜意味.
    fn take_table(&mut self, texts: &[&str], course: &mut Course, vocabulary: &Vocabulary) -> bool {
        match texts {
            [head, lines @ ..] if !lines.is_empty() && lines.iter().all(|line| sign_and_meaning(line).is_some()) => {
                let scope = sign_and_meaning(head).is_none().then_some(*head);
                let legend = self.legend_of(scope, vocabulary);
                for (sign, meaning) in texts.iter().filter_map(|line| sign_and_meaning(line)) {
                    legend.explain(sign, meaning);
                }
            }
            [_, code, meaning, ..] if is_code_heading(code) && is_meaning_heading(meaning) => {
                *course = Course { scope: None, headed: true, third: true, last: course.last };
            }
            [sign, meaning, ..] if is_meaning_heading(meaning) => {
                (course.headed, course.third) = (true, false);
                let titled = || course.scope.as_ref().is_some_and(|of| column::heading(of, Sheet::Ledger, vocabulary).is_some());
                if !(is_code_heading(sign) && titled()) {
                    course.scope = (!is_code_heading(sign)).then(|| (*sign).to_owned());
                }
            }
            [label, code, meaning, ..] if lists_sign(label, code) => self.everywhere.explain(code, meaning),
            // 1｜○｜該当 is numbered.
            [number, code, meaning, ..]
                if is_number(number) && (is_symbol(code) || course.third && !(is_number(code) && course.scope.is_none())) =>
            {
                self.legend_of(course.scope.as_deref(), vocabulary).explain(code, meaning);
            }
            [label, code, meaning, ..]
                if !is_code(label)
                    && (course.third && is_code(code)
                        || is_plain_code(code) && (course.headed || self.is_column(label, vocabulary))
                        || is_letter_code(code, vocabulary) && self.is_column(label, vocabulary)) =>
            {
                course.scope = Some((*label).to_owned());
                course.headed = true;
                self.legend_of(Some(label), vocabulary).explain(code, meaning);
            }
            _ => return false,
        }
        true
    }

    /// Whether numbers are codes in this course of a legend: below a heading of codes, or of a column.
    fn holds_codes(&self, course: &Course, vocabulary: &Vocabulary) -> bool {
        course.headed || course.scope.as_deref().is_some_and(|scope| self.is_column(scope, vocabulary))
    }

    /// Whether a legend's label names a column.
    fn is_column(&self, label: &str, vocabulary: &Vocabulary) -> bool {
        self.of_column.contains_key(&fold(label)) || column::heading(label, Sheet::Ledger, vocabulary).is_some()
    }

    /// Takes in the explanations of a line: `※○＝該当　×＝非該当`, `機密区分　A：極秘　B：社外秘`. Whether it held any.
    pub(super) fn take_line(&mut self, line: &str, vocabulary: &Vocabulary) -> bool {
        let bare = line
            .trim()
            .trim_start_matches(['※', '*', '＊', '・', '（', '(', '注', '）', ')', '1', '2', '3', '4', '5', '１', '２', '３', '.', '．'])
            .trim();
        let bare = without_code_heading(bare);
        let of_columns = of_columns(bare, vocabulary);
        if of_columns.len() > 1 {
            return of_columns.iter().filter(|line| self.take_line(line, vocabulary)).count() > 0;
        }
        if self.take_numbers(bare, vocabulary) {
            return true;
        }
        if let Some((label, rest)) = of_one_column(bare).filter(|(label, _)| self.is_column(label, vocabulary)) {
            return self.legend_of(Some(label), vocabulary).explain_line(rest);
        }
        if let Some((label, rest)) = of_quoted_column(bare).filter(|(_, rest)| explains(rest)) {
            let legend = self.legend_of(Some(label), vocabulary);
            return legend.explain_codes(rest) || legend.explain_line(rest);
        }
        let head =
            bare.split(|letter: char| letter.is_whitespace() || matches!(letter, '：' | ':' | '（' | '(' | '…')).next().unwrap_or_default();
        let head = head.trim_end_matches("の凡例").trim_end_matches("欄").trim_end_matches("の");
        let rest = bare.strip_prefix(head).unwrap_or_default().trim_start_matches(['の', '欄', '：', ':', '…', ' ', '\u{3000}']);
        let scoped = head.chars().count() > 1 && !is_sign_heading(head) && (explains(rest) && !head.contains(['＝', '=']));
        if scoped {
            let is_column = column::heading(head, Sheet::Ledger, vocabulary).is_some();
            let says_joined = !is_column && self.everywhere.explain_joined(rest, vocabulary);
            let legend = self.legend_of(Some(head), vocabulary);
            let has_codes = is_column && legend.explain_codes(rest);
            return has_codes || legend.explain_line(rest) || says_joined;
        }
        let (explains, says_joined) = (self.everywhere.explain_line(line), self.everywhere.explain_joined(line, vocabulary));
        self.everywhere.explain_wishes(line) || explains || says_joined
    }

    /// Takes in what a line says of the numbers of one column: 【利用目的】1：口座開設　2：本人確認. Whether it does.
    pub(super) fn take_numbers(&mut self, line: &str, vocabulary: &Vocabulary) -> bool {
        match numbered(line) {
            Some((scope, rest)) if Legend::default().explain_numbers(rest) => self.legend_of(Some(scope), vocabulary).explain_numbers(rest),
            _ => false,
        }
    }

    pub(super) fn legend_of(&mut self, scope: Option<&str>, vocabulary: &Vocabulary) -> &mut Legend {
        match scope.filter(|scope| !is_sign_heading(scope)) {
            None => &mut self.everywhere,
            Some(scope) => {
                let scope = scope
                    .trim()
                    .trim_matches(['【', '】', '■', '「', '」', '＜', '＞', '<', '>'])
                    .trim_end_matches("の凡例")
                    .trim_end_matches("コード")
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
            let same = *of == heading || heading.ends_with(of.as_str()) || is_of_marks(of) && column.only().is_some_and(takes_marks);
            if same || concept.is_some_and(|concept| concept != Concept::Unrelated && column.concerns(concept)) {
                legend.add(said);
            }
        }
        legend.add(&self.everywhere);
        legend.add(&explained(column));
        legend
    }
}

/// The words of a row's cells; a number is the sign that it is written as.
fn texts(row: &Row) -> Vec<Cow<'_, str>> {
    row.cells.iter().filter(|cell| matches!(cell.value, Value::Text(_) | Value::Number(_))).map(|cell| cell.value.text()).collect()
}

/// Whether a label names all columns of yes and no at once: 該当欄.
fn is_of_marks(folded: &str) -> bool {
    ["該当", "該当欄", "該否", "有無", "有無欄", "該当有無", "該当区分", "該当の有無", "フラグ"]
        .iter()
        .any(|word| is_same_word(word, folded))
}

fn takes_marks(concept: Concept) -> bool {
    use Concept::{Disclosure, Entrusted, IndividualNumber, JointlyUsed, Provided, SpecialCare};
    matches!(concept, Disclosure | Entrusted | IndividualNumber | JointlyUsed | Provided | SpecialCare)
}

/// The stretches of a line of which each explains the signs of a column that it names: 媒体：1=紙、2=電子　保存期間：A=永久、B=10年.
fn of_columns<'l>(line: &'l str, vocabulary: &Vocabulary) -> Vec<&'l str> {
    // Most lines explain nothing, and headings are long to look for.
    if explanations(line) < 2 {
        return Vec::new();
    }
    let parts = |letter: char| letter.is_whitespace() || matches!(letter, '；' | ';' | '。');
    let label_at = |at: usize| {
        let end = line[at..].find(|letter: char| parts(letter) || matches!(letter, '：' | ':' | '（' | '(' | '…'));
        let label = line[at..end.map_or(line.len(), |end| at + end)].trim_matches(['【', '】', '※', '・']).trim_end_matches("欄");
        let is_told = || vocabulary.by_telling_words(Sheet::Ledger, label).is_some();
        label.chars().count() > 1 && !is_code(label) && (column::heading(label, Sheet::Ledger, vocabulary).is_some() || is_told())
    };
    let after_parts = line.char_indices().filter(|(_, letter)| parts(*letter)).map(|(at, letter)| at + letter.len_utf8());
    let starts: Vec<usize> = std::iter::once(0).chain(after_parts).filter(|at| *at < line.len() && label_at(*at)).collect();
    let ends = starts.iter().skip(1).copied().chain([line.len()]);
    let stretches: Vec<&str> = starts.iter().zip(ends).map(|(start, end)| line[*start..end].trim()).collect();
    let explain = |stretch: &&str| {
        let mut legend = Legend::default();
        explains(stretch) && (legend.explain_line(stretch) || legend.explain_numbers(stretch) || legend.explain_codes(stretch))
    };
    if stretches.iter().all(explain) { stretches } else { Vec::new() }
}

/// Whether words are a code rather than a word: a letter, or a few Latin letters and digits.
pub(super) fn is_code(text: &str) -> bool {
    let letters = text.chars().count();
    letters == 1 || letters <= 4 && fold(text).chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
}

fn is_number(text: &str) -> bool {
    let folded = fold(text);
    !folded.is_empty() && folded.chars().all(|letter| letter.is_ascii_digit())
}

/// Whether a code is a sign, or of Latin letters and digits: 紙 is a word as well.
fn is_plain_code(text: &str) -> bool {
    is_symbol(text) || is_code(text) && fold(text).is_ascii()
}

/// Whether a code is one letter that is no word of cells: 甲, but not 紙.
fn is_letter_code(text: &str, vocabulary: &Vocabulary) -> bool {
    text.chars().count() == 1 && text.chars().all(char::is_alphabetic) && !vocabulary.is_value(text)
}

/// Whether a sign is no letter and no digit: ○.
fn is_symbol(text: &str) -> bool {
    text == "〇" || text.chars().count() == 1 && !text.contains(char::is_alphanumeric)
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

/// The column of whose codes a sentence says that they follow: 媒体 of `２．媒体は次の記号で記入してください。`.
fn announced(line: &str, vocabulary: &Vocabulary) -> Option<String> {
    const FOLLOWS: [&str; 6] = ["は次の", "は、次の", "は下記の", "は、下記の", "は以下の", "は、以下の"];
    let (before, after) = FOLLOWS.iter().find_map(|follows| line.split_once(follows))?;
    let is_of_codes = ["記号", "番号", "符号", "コード", "略号", "略称"].iter().any(|word| after.contains(word));
    let before = before.trim_end_matches("欄");
    (is_of_codes && column::heading(before, Sheet::Ledger, vocabulary).is_some()).then(|| column::bare(before))
}

fn explains(line: &str) -> bool {
    explanations(line) >= 1
}

/// How many signs a line may explain.
fn explanations(line: &str) -> usize {
    line.matches(['＝', '=', '：', ':', '…']).count()
}
