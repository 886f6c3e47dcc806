//! Tables of codes and their meanings that stand side by side: 媒体｜内容｜｜場所｜内容, or 媒体｜｜｜場所 with P｜紙｜｜1｜書庫 below it.

use crate::ledger::is_same_word;
use crate::sheet::table::{Cell, Row, Value};
use crate::vocabulary::{Sheet, Vocabulary};

use super::column::heading;
use super::grid::words;
use super::signs::{Signs, is_code};

/// One of the tables that a row heads: the column of its codes, with their meanings in the next one, and the heading of the codes.
struct CodeTable<'a> {
    column: u32,
    of: &'a str,
}

/// Whether words head a column of codes.
pub(super) fn is_code_heading(text: &str) -> bool {
    ["コード", "区分コード", "コード値", "区分値", "値", "記号", "符号", "番号", "略号", "Code", "Value"]
        .iter()
        .any(|word| is_same_word(word, text))
}

/// Whether a label lists the sign beside it among others, so that it is none itself: ○・－｜○｜該当する.
pub(super) fn lists_sign(label: &str, sign: &str) -> bool {
    let mut parts = label.split(['・', '、', '，', ',', '／', '/']).map(str::trim);
    let is_sign = sign.chars().count() == 1 && !sign.chars().all(char::is_alphanumeric);
    is_sign && label != sign && parts.any(|part| part == sign)
}

/// The column that a sentence speaks of, and what it says: 要配慮の欄は、○＝含む、空欄＝含まない holds for no other.
pub(super) fn of_one_column(line: &str) -> Option<(&str, &str)> {
    let (label, rest) = line.split_once("欄は")?;
    Some((label.trim_end_matches('の'), rest))
}

/// The column that a line names in quotes, whatever it is called, and what it says of it: 「形」は　P＝紙　D＝データ.
pub(super) fn of_quoted_column(line: &str) -> Option<(&str, &str)> {
    let (label, rest) = line.strip_prefix('「').and_then(|line| line.split_once('」'))?;
    let said = ["欄の", "欄は", "列は", "の欄は", "の列は", "は", "の"].iter().find_map(|joint| rest.strip_prefix(joint))?;
    (1..=20).contains(&label.chars().count()).then_some((label, said))
}

/// A line without the bracket at its beginning that only says that codes are explained: 【凡例】, 【コード】.
pub(super) fn without_code_heading(line: &str) -> &str {
    let headed = line.strip_prefix(['【', '［', '[', '（', '(']).and_then(|line| line.split_once(['】', '］', ']', '）', ')']));
    headed.filter(|(head, _)| *head == "凡例" || is_code_heading(head)).map_or(line, |(_, rest)| rest.trim_start())
}

/// Whether words head the column of what codes mean.
pub(super) fn is_meaning_heading(text: &str) -> bool {
    ["意味", "説明", "内容", "定義", "解説", "凡例", "名称", "区分名", "区分名称", "コード名", "コード名称", "Meaning", "Description"]
        .iter()
        .any(|word| is_same_word(word, text))
}

/// Whether a row heads tables of codes side by side, and no table of records: beside each of its headings stands the same word for what
/// codes mean.
pub(super) fn heads_code_tables(row: &Row) -> bool {
    !headed(row).is_empty()
}

/// The tables that a row heads; none where it heads fewer than two, or anything else.
fn headed(row: &Row) -> Vec<CodeTable<'_>> {
    let is_pair = |pair: &[Cell]| pair.len() == 2 && pair[0].column + 1 == pair[1].column;
    let meaning = row.cells.get(1).and_then(|cell| words(&cell.value)).filter(|text| is_meaning_heading(text));
    let Some(meaning) = meaning.filter(|_| row.cells.len() >= 4 && row.cells.chunks(2).all(is_pair)) else {
        return Vec::new();
    };
    let tables = row.cells.chunks(2).map(|pair| {
        let of = words(&pair[0].value).filter(|of| !is_meaning_heading(of));
        (words(&pair[1].value) == Some(meaning)).then_some(CodeTable { column: pair[0].column, of: of? })
    });
    tables.collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// The tables over which a row has nothing but the names of the columns that their codes are of, each over a code and its meaning.
fn titled<'a>(rows: &'a [Row], at: usize, vocabulary: &Vocabulary) -> Vec<CodeTable<'a>> {
    const LONGEST_TITLE: usize = 12;
    let row = &rows[at];
    let is_apart = row.cells.len() >= 2 && row.cells.windows(2).all(|pair| pair[0].column + 1 < pair[1].column);
    let Some(below) = rows.get(at + 1).filter(|below| is_apart && row.number + 1 == below.number) else {
        return Vec::new();
    };
    let names_column = |table: &&CodeTable<'_>| heading(named(table.of), Sheet::Ledger, vocabulary).is_some();
    let title = |cell: &'a Cell| words(&cell.value).filter(|text| text.chars().count() <= LONGEST_TITLE);
    let tables = row.cells.iter().map(|cell| Some(CodeTable { column: cell.column, of: title(cell)? }));
    let tables = tables.collect::<Option<Vec<_>>>().unwrap_or_default();
    // 場所 alone is no heading, and stands beside those that are.
    let are_named = tables.iter().filter(names_column).count() * 2 > tables.len();
    let has_code = |table: &CodeTable<'_>| below.value(table.column).is_some_and(|code| is_code(&code.text()));
    if are_named && fits(below, &tables) && tables.iter().all(has_code) { tables } else { Vec::new() }
}

/// What codes are of by the title of their table: 媒体 of ■媒体コード.
fn named(title: &str) -> &str {
    let bare = title.trim().trim_matches(|letter: char| "【】■●◆○□＜＞<>［］[]《》「」※".contains(letter)).trim();
    let ends = ["コード表", "コード一覧", "コード", "記号", "符号", "略号"];
    let of = ends.iter().find_map(|end| bare.strip_suffix(end)).map_or(bare, |of| of.trim_end_matches('の').trim_end());
    if of.is_empty() { bare } else { of }
}

impl Signs {
    /// Takes in the tables of codes that stand side by side from this row on, unless it is among those taken in already. How far they reach.
    ///
    /// Codes are of the column that their heading names; below コード, of the one that the title above it names.
    pub(super) fn take_code_tables(&mut self, rows: &[Row], at: usize, taken: usize, vocabulary: &Vocabulary) -> usize {
        if at < taken {
            return taken;
        }
        let headed = headed(&rows[at]);
        let tables = if headed.is_empty() { titled(rows, at, vocabulary) } else { headed };
        if tables.is_empty() {
            return taken;
        }
        let above = at.checked_sub(1).map(|above| &rows[above]).filter(|above| above.number + 1 == rows[at].number);
        let title = |column: u32| above.and_then(|above| above.value(column)).and_then(words);
        let scope = |table: &CodeTable<'_>| {
            let of = if is_code_heading(table.of) { title(table.column) } else { Some(table.of) };
            of.map(|of| named(of).to_owned())
        };
        let scopes: Vec<Option<String>> = tables.iter().map(scope).collect();
        let mut end = at + 1;
        while let Some(row) = rows.get(end).filter(|row| row.number == rows[end - 1].number + 1 && fits(row, &tables)) {
            for (table, scope) in tables.iter().zip(&scopes) {
                let said = |column: u32| row.value(column).map(Value::text).filter(|text| !text.trim().is_empty());
                if let (Some(code), Some(meaning), Some(scope)) = (said(table.column), said(table.column + 1), scope) {
                    self.legend_of(Some(scope.as_str()), vocabulary).explain(code.trim(), &meaning);
                }
            }
            end += 1;
        }
        end
    }
}

/// Whether all that a row has stands in these tables, a meaning beside each code.
fn fits(row: &Row, tables: &[CodeTable<'_>]) -> bool {
    let is_code = |column: u32| tables.iter().any(|table| table.column == column && row.value(column + 1).is_some());
    let is_meaning = |column: u32| tables.iter().any(|table| table.column + 1 == column && row.value(table.column).is_some());
    row.cells.iter().all(|cell| is_code(cell.column) || is_meaning(cell.column))
}
