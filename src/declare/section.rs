//! A sheet divided into tables: each with its heading, the block above it and the rows below it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use foldhash::HashSet;
use rayon::prelude::*;

use crate::ledger::{fold, is_same_word};
use crate::sheet::table::{Row, Value};
use crate::vocabulary::Concept;

use super::column::{About, Column};
use super::grid::{Grid, words};
use super::header::{self, Header, Headings};
use super::line::{Line, Reason, is_literal, line, says_how_to_fill_in};
use super::once;
use super::one_a_line::{first_of_items, is_below_record, is_listed, may_be_item, stands_among_values};
use super::signature::signatures;
use super::signs::Signs;
use super::tell::{LOOKED_AT, counts_rows, is_running, tell};

/// How many rows are told apart one after the other, while other processors take others.
const PIECE: usize = 2_048;

/// One table of a ledger sheet, or two of them side by side under one heading row.
pub(super) struct Section {
    /// The tables; more than one where they stand side by side.
    pub tables: Vec<Header>,
    /// The rows above the heading that belong to it, as positions.
    pub block: (usize, usize),
    /// The rows below the heading, as positions.
    pub body: (usize, usize),
    /// Whether it only says the heading of the table before once more.
    pub repeated: bool,
}

/// The tables of a sheet, from the top.
pub(super) fn sections<'a>(grid: &Grid<'a>, headings: &mut Headings<'a>) -> Vec<Section> {
    let rows = grid.rows();
    let mut headers = Vec::new();
    let Some(first) = header::next(grid, 0, rows.len(), headings) else {
        return Vec::new();
    };
    let mut at = first.rows.1 + 1;
    headers.push(first);
    while at < rows.len() {
        let last = &headers[headers.len() - 1];
        if may_be_heading(rows, at, last, grid)
            && let Some(next) = header::at_row(grid, at, last.rows.1 + 1, 2, headings)
        {
            // The item that ends a page stands above the heading of the next as a group does.
            let next = if next.rows.0 < at && is_item(grid, last, at - 1, headings) {
                header::at_row(grid, at, at, 2, headings).unwrap_or(next)
            } else {
                next
            };
            at = next.rows.1 + 1;
            headers.push(next);
        } else {
            at += 1;
        }
    }
    divide(grid, headers, headings)
}

/// Whether a row is but a further item of a record of the table above.
fn is_item<'a>(grid: &Grid<'a>, table: &Header, at: usize, headings: &mut Headings<'a>) -> bool {
    let floor = table.rows.1 + 1;
    let first = first_of_items(grid, floor, at + 1, table);
    first <= at && is_below_record(grid, floor, first, table, headings)
}

/// Whether a row is worth a closer look: it stands apart, or says a heading of the table above once more.
fn may_be_heading(rows: &[Row], at: usize, header: &Header, grid: &Grid<'_>) -> bool {
    let above = &grid.rows()[header.rows.0..=header.rows.1];
    let says_again = |text: &str| above.iter().any(|row| row.cells.iter().any(|cell| words(&cell.value) == Some(text)));
    let repeats = || rows[at].cells.iter().take(3).filter_map(|cell| words(&cell.value)).any(says_again);
    (header::stands_apart(rows, at) || repeats()) && !is_literal(&rows[at])
}

fn divide<'a>(grid: &Grid<'a>, headers: Vec<Header>, headings: &mut Headings<'a>) -> Vec<Section> {
    let rows = grid.rows();
    let ends: Vec<usize> = headers.iter().skip(1).map(|header| header.rows.0).chain([rows.len()]).collect();
    let looked_at = looked_at(rows, &headers, &ends);
    let mut sections: Vec<Section> = Vec::new();
    for ((mut header, end), looked_at) in headers.into_iter().zip(ends).zip(looked_at) {
        let top = header.rows.0;
        let from = match sections.last_mut() {
            None => 0,
            Some(before) => {
                let from = block_above(grid, before, top, headings);
                before.body.1 = from;
                from
            }
        };
        let body = (header.rows.1 + 1, end);
        let rows = header.rows;
        tell(&looked_at, &mut header.columns, headings);
        let mut tables = header.side_by_side(headings);
        let same = |before: &&Section| {
            before.tables.len() == tables.len() && before.tables.iter().zip(&tables).all(|(a, b)| repeats(&a.columns, &b.columns))
        };
        let repeated = sections.last().filter(same).map(|before| before.tables.clone());
        if let Some(before) = &repeated {
            tables = before.iter().map(|table| Header { rows, columns: table.columns.clone() }).collect();
        }
        let repeated = repeated.is_some();
        sections.push(Section { tables, block: (from, top), body, repeated });
    }
    sections
}

/// The rows that tell of each table's columns: where the heading is said once more at the head of each page, those of all its pages, since
/// the first may have 自社 alone.
fn looked_at<'a>(rows: &'a [Row], headers: &[Header], ends: &[usize]) -> Vec<Cow<'a, [Row]>> {
    let body = |nth: usize| &rows[(headers[nth].rows.1 + 1).min(ends[nth])..ends[nth]];
    let is_again = |nth: usize| nth > 0 && repeats(&headers[nth - 1].columns, &headers[nth].columns);
    let again: Vec<bool> = (0..headers.len()).map(is_again).collect();
    let of_table = |nth: usize| {
        let pages = if again[nth] { 0 } else { again[nth + 1..].iter().take_while(|again| **again).count() };
        if pages == 0 {
            return Cow::Borrowed(body(nth));
        }
        Cow::Owned((nth..=nth + pages).flat_map(body).take(LOOKED_AT).cloned().collect())
    };
    (0..headers.len()).map(of_table).collect()
}

/// Whether all headings of a table say those of the table before once more.
fn repeats(before: &[Column], columns: &[Column]) -> bool {
    before.len() == columns.len() && before.iter().zip(columns).all(|(before, heading)| is_repeated(before, heading))
}

/// Whether a heading says the one of the table before once more; a title over the first table may stand in the path of one of them.
fn is_repeated(before: &Column, heading: &Column) -> bool {
    let (one, other) = (fold(&before.heading), fold(&heading.heading));
    before.index == heading.index && (one == other || before.about == heading.about && (one.ends_with(&other) || other.ends_with(&one)))
}

/// Where the block above a heading begins: below the last entry of the table before.
fn block_above<'a>(grid: &Grid<'a>, before: &Section, top: usize, headings: &mut Headings<'a>) -> usize {
    let rows = grid.rows();
    let mut from = top;
    // From here on down stand items that belong to no record.
    let mut items_from = usize::MAX;
    while from > before.body.0 {
        if from < items_from {
            for table in &before.tables {
                let first = first_of_items(grid, before.body.0, from, table);
                if first < from && is_below_record(grid, before.body.0, first, table, headings) {
                    return from;
                }
                items_from = items_from.min(first);
            }
        }
        let mut lines = before.tables.iter().map(|table| line(grid, &rows[from - 1], table, headings));
        let belongs = lines.all(|line| matches!(line, Line::Blank | Line::Group | Line::Label | Line::Passed(Reason::PageNumber)));
        if !belongs {
            break;
        }
        from -= 1;
    }
    from
}

/// What each row of a table is; the signs that its notes and legends explain are taken in.
pub(super) fn lines<'a>(
    grid: &Grid<'a>,
    body: (usize, usize),
    table: &Header,
    signs: &mut Signs,
    headings: &mut Headings<'a>,
) -> Vec<Line> {
    let rows = &grid.rows()[body.0..body.1];
    let by_itself = rows.par_chunks(PIECE).flat_map_iter(|rows| {
        let mut headings = Headings::new(headings.sheet, headings.vocabulary);
        rows.iter().map(move |row| line_by_itself(grid, row, table, &mut headings))
    });
    let by_itself: Vec<Line> = by_itself.collect();
    let signed = signatures(rows, headings.vocabulary);
    let listed = is_listed(grid, rows, &by_itself, table);
    let mut lines = Vec::with_capacity(rows.len());
    let mut other_from = None;
    for (nth, (row, by_itself)) in rows.iter().zip(by_itself).enumerate() {
        let follows = nth > 0 && rows[nth - 1].number + 1 == row.number && matches!(lines[nth - 1], Line::Entry | Line::Continues);
        let goes_on = || follows && !signed[nth] && stands_among_values(grid, row, table);
        let mut what = match by_itself {
            _ if other_from.is_some() => Line::Passed(Reason::OtherTable),
            _ if listed && may_be_item(by_itself) && goes_on() => Line::Continues,
            Line::Passed(Reason::OtherTable) => by_itself,
            _ if signed[nth] => Line::Passed(Reason::Signature),
            Line::Group | Line::Label if goes_on() => Line::Continues,
            _ => by_itself,
        };
        if what == Line::Entry && !lines.contains(&Line::Entry) && !is_literal(row) && says_how_to_fill_in(row, table, headings) {
            what = Line::Passed(Reason::FillIn);
        }
        if what == Line::Entry
            && header::stands_apart(rows, nth)
            && !is_literal(row)
            && is_foreign_heading(rows, nth, table, &lines, headings)
        {
            what = Line::Passed(Reason::OtherTable);
        }
        if what == Line::Passed(Reason::OtherTable) {
            other_from = other_from.or(Some(nth));
            lines.push(what);
            continue;
        }
        let text = row.cells.first().and_then(|cell| words(&cell.value));
        if matches!(what, Line::Group | Line::Label) && text.is_some_and(|text| signs.take_numbers(text, headings.vocabulary)) {
            what = Line::Passed(Reason::Note);
        }
        if matches!(what, Line::Group | Line::Label | Line::Passed(Reason::Note)) {
            let texts: Vec<&str> = row.cells.iter().filter_map(|cell| words(&cell.value)).collect();
            if signs.take_labelled(&texts, headings.vocabulary) {
                lines.push(Line::Passed(Reason::Note));
                continue;
            }
        }
        if let (Line::Passed(Reason::Note) | Line::Group, Some(text)) = (what, text)
            && (what != Line::Group || once::of_group(row, headings).is_empty())
        {
            let texts = row.cells.iter().filter_map(|cell| words(&cell.value));
            let explains = texts.filter(|text| signs.take_line(text, headings.vocabulary)).count() > 0;
            if explains && what == Line::Group && text.contains(['＝', '=', '：', ':']) {
                what = Line::Passed(Reason::Note);
            }
        }
        lines.push(what);
    }
    if let Some(from) = other_from {
        signs.take_rows(&rows[from..], headings.vocabulary);
    }
    lines
}

/// What a row is, whatever stands above it.
fn line_by_itself<'a>(grid: &Grid<'a>, row: &'a Row, table: &Header, headings: &mut Headings<'a>) -> Line {
    if starts_other_table(row) && !is_literal(row) {
        return Line::Passed(Reason::OtherTable);
    }
    line(grid, row, table, headings)
}

/// Whether a row that stands apart heads a table of something else: short words without a digit, where the numbers of the entries have
/// digits, or most of which are headings.
fn is_foreign_heading<'a>(rows: &'a [Row], nth: usize, table: &Header, lines: &[Line], headings: &mut Headings<'a>) -> bool {
    let row = &rows[nth];
    let is_word = |value: &Value| {
        words(value)
            .is_some_and(|text| text.chars().count() <= 20 && !text.contains(char::is_numeric) && !text.contains(['、', '。', '同', '〃']))
    };
    if row.cells.len() < 2 || !row.cells.iter().all(|cell| is_word(&cell.value)) {
        return false;
    }
    let numbers = table.column(Concept::ControlNo).map(|column| column.index);
    let has_digit = |row: &Row| numbers.and_then(|column| row.value(column)).is_some_and(|value| value.text().contains(char::is_numeric));
    let entries = || rows.iter().zip(lines).filter(|(_, line)| **line == Line::Entry).map(|(row, _)| row);
    if let Some(number) = numbers
        && row.value(number).is_some()
        && entries().next().is_some()
        && entries().take(50).all(has_digit)
    {
        return true;
    }
    let known = row.cells.iter().filter(|cell| headings.of(&cell.value).is_some()).count();
    known >= 2 && known * 2 >= row.cells.len()
}

/// Whether a table of something else begins in a row: a history, a legend.
fn starts_other_table(row: &Row) -> bool {
    const TITLES: [&str; 10] =
        ["改訂履歴", "改定履歴", "変更履歴", "更新履歴", "見直し履歴", "凡例", "記入要領", "記入上の注意", "記入方法", "注意事項"];
    const HEADINGS: [&str; 18] = [
        "版",
        "版数",
        "改訂日",
        "改定日",
        "改訂内容",
        "改定内容",
        "変更内容",
        "変更日",
        "変更箇所",
        "改訂箇所",
        "承認者",
        "作成者",
        "記号",
        "意味",
        "凡例",
        "説明",
        "年月日",
        "改訂番号",
    ];
    if row.cells.len() > 8 {
        return false;
    }
    let mut texts = row.cells.iter().filter_map(|cell| words(&cell.value)).peekable();
    let Some(first) = texts.peek().filter(|first| first.chars().count() <= 20) else {
        return false;
    };
    let title = fold(first);
    if row.cells.len() == 1 {
        return TITLES.iter().any(|word| {
            title.trim_start_matches(['【', '■', '●', '◆', '※', '<', '[', '(']).starts_with(&fold(word)) && !title.contains([':', '='])
        });
    }
    let known = texts.filter(|text| HEADINGS.iter().any(|word| is_same_word(word, text))).count();
    known >= 2 && known * 2 >= row.cells.len()
}

/// The columns that belong to one of the tables that stand side by side: its own, and those without a heading up to the next one.
pub(super) fn reach(tables: &[Header], nth: usize) -> Range<u32> {
    let start = |nth: usize| tables.get(nth).and_then(|table| table.columns.first()).map(|column| column.index);
    let from = if nth == 0 { 0 } else { start(nth).unwrap_or_default() };
    from..start(nth + 1).unwrap_or(u32::MAX)
}

/// Columns without a heading, within the reach of a table, in which entries have something.
pub(super) fn without_heading(grid: &Grid<'_>, body: (usize, usize), lines: &[Line], table: &Header, reach: &Range<u32>) -> Vec<Column> {
    let known: HashSet<u32> = table.columns.iter().map(|column| column.index).collect();
    let is_unknown = |column: &u32| reach.contains(column) && !known.contains(column);
    let unknown = grid.rows()[body.0..body.1].par_iter().zip(lines).with_min_len(PIECE);
    let unknown = unknown.filter(|(_, line)| matches!(line, Line::Entry | Line::Continues));
    let unknown: BTreeSet<u32> = unknown.flat_map_iter(|(row, _)| row.cells.iter().map(|cell| cell.column).filter(is_unknown)).collect();
    let named = |index: u32| {
        let letters = crate::sheet::table::Address { row: 1, column: index }.to_string();
        let letters = letters.trim_end_matches('1').to_owned();
        Column { index, ..Column::beside(format!("（{letters}列）").into()) }
    };
    let mut columns: Vec<Column> = unknown.into_iter().take(100).map(named).collect();
    let rows = || grid.rows()[body.0..body.1].iter().zip(lines);
    let entries = || rows().filter(|(_, line)| **line == Line::Entry).map(|(row, _)| row).collect::<Vec<_>>();
    // Numbers before the first heading, 1, 2, 3 …, number the records.
    if table.column(Concept::ControlNo).is_none()
        && let (Some(first), Some(heading)) = (columns.first_mut(), table.columns.first())
        && first.index < heading.index
        && counts_rows(&entries(), first.index)
    {
        first.about = About::One(Concept::ControlNo);
    }
    columns
}

/// The column that tells the rows of a ledger without names apart.
pub(super) fn naming(grid: &Grid<'_>, body: (usize, usize), lines: &[Line], table: &Header) -> Option<usize> {
    if table.column(Concept::Name).is_some() {
        return None;
    }
    let rows: Vec<&Row> =
        grid.rows()[body.0..body.1].iter().zip(lines).filter(|(_, line)| **line == Line::Entry).map(|(row, _)| row).take(2_000).collect();
    let fits = |column: &Column| match &column.about {
        About::Beside => true,
        About::One(concept) => matches!(
            concept,
            Concept::Subjects
                | Concept::Items
                | Concept::Purposes
                | Concept::Places
                | Concept::Acquisition
                | Concept::Entrustees
                | Concept::Recipients
        ),
        _ => false,
    };
    let mut best: Option<(usize, usize)> = None;
    for (at, column) in table.columns.iter().enumerate().filter(|(_, column)| fits(column) && !is_running(&rows, column.index)) {
        let distinct: BTreeSet<&str> = rows.iter().filter_map(|row| row.value(column.index).and_then(words)).collect();
        if best.is_none_or(|(_, most)| distinct.len() > most) && !distinct.is_empty() {
            best = Some((at, distinct.len()));
        }
    }
    best.map(|(at, _)| at)
}
