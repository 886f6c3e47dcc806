//! Finding the heading rows of tables: anywhere on a sheet, over one to five rows, under group headings, several tables a sheet.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use foldhash::{HashMap, HashMapExt as _};

use crate::ledger::fold;
use crate::sheet::table::{Address, Row, Value};
use crate::vocabulary::{Called, Concept, Sheet, Vocabulary, parties_of};

use super::cell::literal;
use super::code_tables::heads_code_tables;
use super::column::{About, Column, heading};
use super::grid::{Grid, words};
use super::settle::{concepts, is_of_ledger, settle};
use super::short::is_short;
use super::shortened::Shortened;

/// The most rows that a heading takes up.
const TALLEST: usize = 5;
/// The most bytes of a heading; longer cells are sentences.
const LONGEST: usize = 240;
/// How many rows above and below a row are looked at for the labels of a form.
const NEAR_LABELS: u32 = 5;
/// How many columns of a group are looked at for its end.
const WIDEST_GROUP: usize = 50;
/// How many filled rows are searched for the first heading; further down one is looked for only below a gap or a title.
const SEARCHED: usize = 300;

/// The headings of one table.
#[derive(Debug, Clone)]
pub(super) struct Header {
    /// The first and the last of its rows, as positions among the sheet's filled rows.
    pub rows: (usize, usize),
    /// Its columns with a heading, ascending. [`Header::side_by_side`] settles which of them speak of one matter.
    pub columns: Vec<Column>,
}

/// Looks up headings, each text once.
pub(super) struct Headings<'a> {
    pub vocabulary: &'a Vocabulary,
    pub sheet: Sheet,
    /// What the ledger says that its shortened headings stand for.
    pub shortened: Shortened,
    known: HashMap<&'a str, Option<Concept>>,
}

impl<'a> Headings<'a> {
    pub(super) fn new(sheet: Sheet, vocabulary: &'a Vocabulary) -> Self {
        Self { vocabulary, sheet, shortened: Shortened::default(), known: HashMap::new() }
    }

    /// What a cell is about if it is a heading.
    pub(super) fn of(&mut self, value: &'a Value) -> Option<Concept> {
        let text = words(value)?;
        if text.len() > LONGEST {
            return None;
        }
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let found = heading(self.shortened.evident(text).unwrap_or(text), self.sheet, self.vocabulary);
        if self.known.len() < 50_000 {
            self.known.insert(text, found);
        }
        found
    }

    /// What the cells of a row are about, those that are headings.
    pub(super) fn in_row(&mut self, row: &'a Row) -> BTreeSet<Concept> {
        row.cells.iter().filter_map(|cell| self.of(&cell.value)).collect()
    }
}

/// How many different headings a row needs to be taken for the heading of a table.
fn is_heading_row<'a>(row: &'a Row, share: usize, headings: &mut Headings<'a>) -> bool {
    let known = headings.in_row(row);
    let related = known.iter().filter(|concept| **concept != Concept::Unrelated).count();
    // A heading in quotation marks says of itself that no field is meant.
    let others = row.cells.iter().filter(|cell| words(&cell.value).is_some_and(|text| literal(text).is_some())).count();
    let texts = row.cells.iter().filter(|cell| words(&cell.value).is_some()).count() - others;
    let cells = row.cells.len() - others;
    // 媒体区分｜1：紙｜2：電子 explains codes; headings are all numbered, or none is.
    let codes = row.cells.iter().filter(|cell| words(&cell.value).is_some_and(is_code)).count();
    if codes > 0 && codes < texts || heads_code_tables(row) {
        return false;
    }
    match headings.sheet {
        Sheet::Ledger => related >= 3 && texts * 10 >= cells * 9 && known.len() * share >= texts,
        _ => related >= 1 && known.len() * 2 >= cells,
    }
}

/// Whether a text is a code and its meaning: `1：紙`.
fn is_code(text: &str) -> bool {
    let meaning = text.trim_start_matches(char::is_numeric);
    meaning.len() < text.len() && meaning.starts_with(['：', ':', '＝', '='])
}

/// The next heading at or after a row.
pub(super) fn next<'a>(grid: &Grid<'a>, from: usize, until: usize, headings: &mut Headings<'a>) -> Option<Header> {
    let rows = grid.rows();
    let near = |at: &usize| *at < from + SEARCHED || stands_apart(rows, *at);
    (from..until.min(rows.len())).filter(near).find_map(|at| at_row(grid, at, from, 5, headings))
}

/// Whether a row stands below a gap or a line of its own, as the heading of a further table does.
pub(super) fn stands_apart(rows: &[Row], at: usize) -> bool {
    at.checked_sub(1).is_none_or(|above| rows[above].number + 1 < rows[at].number || rows[above].cells.len() <= 2)
}

/// The heading whose main row is this one, if it is one: one of so many of its cells must be a known heading. It does not reach above
/// `from`.
pub(super) fn at_row<'a>(grid: &Grid<'a>, at: usize, from: usize, share: usize, headings: &mut Headings<'a>) -> Option<Header> {
    let rows = grid.rows();
    if !is_heading_row(&rows[at], share, headings) || is_among_labels(rows, at, headings) {
        return None;
    }
    let top = upwards(grid, at, from);
    let bottom = downwards(grid, top, at, headings);
    let columns = columns(grid, top, bottom, headings);
    let header = Header { rows: (top, bottom), columns };
    (headings.sheet != Sheet::Ledger || header.is_of_ledger()).then_some(header)
}

/// Whether a row is one of a form, however many headings it holds: 媒体｜紙｜保管の場所｜書庫 stands among rows that begin with other labels.
fn is_among_labels<'a>(rows: &'a [Row], at: usize, headings: &mut Headings<'a>) -> bool {
    let row = &rows[at];
    let near = |other: &&Row| other.number.abs_diff(row.number) <= NEAR_LABELS;
    let around = || rows[at.saturating_sub(NEAR_LABELS as usize)..].iter().take(2 * NEAR_LABELS as usize + 1).filter(near);
    headings.sheet == Sheet::Ledger
        && row.cells.iter().take(2).any(|cell| {
            let labels = around().filter_map(|row| row.value(cell.column)).filter_map(|label| headings.of(label));
            labels.collect::<BTreeSet<Concept>>().len() > TALLEST
        })
}

/// The first row of the heading: group headings stand directly above, and headings that are merged down into the main row.
fn upwards(grid: &Grid<'_>, main: usize, from: usize) -> usize {
    let rows = grid.rows();
    let mut top = main;
    while top > from && main - top < TALLEST - 1 {
        let (above, below) = (&rows[top - 1], &rows[top]);
        let adjacent = above.number + 1 == below.number;
        let reaches_down = |column| grid.last_row(Address { row: above.number, column }) >= below.number;
        let merged_into = above.cells.iter().any(|cell| reaches_down(cell.column));
        if !(merged_into || adjacent && are_groups(grid, above, below)) {
            break;
        }
        top -= 1;
    }
    top
}

/// Whether a row holds group headings over the row below: short words, at least one of them over several columns, no title and no line
/// of dates.
fn are_groups(grid: &Grid<'_>, above: &Row, below: &Row) -> bool {
    let first = below.cells.first().map(|cell| cell.column);
    if above.cells.len() == 1 && above.cells.first().map(|cell| cell.column) <= first || above.cells.len() * 2 > below.cells.len() {
        return false;
    }
    if let [title] = above.cells.as_slice()
        && grid.area_from(Address { row: above.number, column: title.column }).is_none()
        && words(&title.value).is_some_and(is_title)
    {
        return false;
    }
    // 組合名｜うみべ生活協同組合 at the left edge is a label and its value.
    if let [label, value] = above.cells.as_slice()
        && Some(label.column) <= first
        && label.column + 1 == value.column
        && [label, value].iter().all(|cell| grid.area_from(Address { row: above.number, column: cell.column }).is_none())
    {
        return false;
    }
    // ⑥ 消去 is numbered, and no date.
    let is_word = |value: &Value| {
        let text = words(value).filter(|text| !text.contains(['：', ':']));
        text.map(unnumbered).is_some_and(|text| (1..=40).contains(&text.chars().count()) && !text.contains(char::is_numeric))
    };
    let spans = above.cells.iter().enumerate().any(|(nth, cell)| {
        let last = grid.last_column(Address { row: above.number, column: cell.column });
        let next = above.cells.get(nth + 1).map_or(u32::MAX, |next| next.column);
        last > cell.column || (cell.column + 1 < next && below.value(cell.column).is_some() && below.value(cell.column + 1).is_some())
    });
    spans && above.cells.iter().all(|cell| is_word(&cell.value))
}

/// Whether words are the title of a whole ledger, with whatever stands behind it in brackets: 個人情報調査票（庶務課）.
fn is_title(text: &str) -> bool {
    let bare = text.split(['（', '(', '【', '［', '[', '<', '＜']).find(|part| !part.trim().is_empty()).unwrap_or(text).trim();
    ["台帳", "調査票", "一覧", "一覧表", "管理表", "管理簿", "目録", "リスト"].iter().any(|end| bare.ends_with(end))
}

/// A heading without the number before it: `⑥ 消去`, `3. 保管`, `(2) 取扱い`. A year is no such number.
pub(super) fn unnumbered(text: &str) -> &str {
    let circled = text.trim_start_matches(|letter| ('①'..='⑳').contains(&letter));
    let digits = text.trim_start_matches(['(', '（']).trim_start_matches(|letter: char| letter.is_numeric());
    let marked = digits.trim_start_matches(['.', '．', ')', '）', ' ', '　', '、']);
    let rest = if circled.len() < text.len() {
        circled
    } else if digits.len() < text.len() && marked.len() < digits.len() {
        marked
    } else {
        text
    };
    rest.trim_start()
}

/// The last row of the heading: headings below groups, and rows that a heading is merged into.
fn downwards<'a>(grid: &Grid<'a>, top: usize, main: usize, headings: &mut Headings<'a>) -> usize {
    let rows = grid.rows();
    let mut bottom = main;
    let merged_to = rows[top..=main]
        .iter()
        .flat_map(|row| row.cells.iter().map(|cell| grid.last_row(Address { row: row.number, column: cell.column })))
        .max()
        .unwrap_or_default();
    while bottom + 1 < rows.len() && bottom + 1 - top < TALLEST {
        let next = &rows[bottom + 1];
        let forced = next.number <= merged_to;
        let adjacent = next.number == rows[bottom].number + 1;
        if !(forced || adjacent && continues_below(grid, &rows[top..=bottom], next, headings)) {
            break;
        }
        bottom += 1;
    }
    bottom
}

/// Whether a row goes on with the heading: it stands only under groups, and one of its cells is a heading by itself or under its group.
fn continues_below<'a>(grid: &Grid<'a>, above: &'a [Row], next: &'a Row, headings: &mut Headings<'a>) -> bool {
    let end = above.iter().filter_map(|row| row.cells.last()).map(|cell| cell.column).max().unwrap_or_default();
    if stands_over_rows(grid, above, next, end, headings) {
        return false;
    }
    let (mut known, mut headings_alone, mut narrow) = (0, 0, false);
    for cell in &next.cells {
        let Some(text) = words(&cell.value).filter(|text| text.chars().count() <= 30) else {
            return false;
        };
        let beyond = next.cells.last().is_some_and(|cell| cell.column > end);
        let alone = headings.of(&cell.value);
        headings_alone += usize::from(alone.is_some());
        if is_closed(grid, above, cell.column, if beyond { u32::MAX } else { end }) {
            // 利用・加工 may be a group over a single column, such as 目的.
            if alone.is_none() {
                return false;
            }
            narrow = true;
        }
        let path = path(grid, above, cell.column, headings.vocabulary);
        let grouped: Vec<&str> = path.iter().copied().chain([text]).collect();
        let under = Column::new(cell.column, &grouped, headings.sheet, headings.vocabulary);
        let folded = fold(text);
        let is_choice = headings.vocabulary.media.whole(&folded).is_some()
            || headings.vocabulary.names_item(&folded)
            || headings.vocabulary.ends_as(Called::Person, &folded);
        if alone.is_some() || is_choice || is_short(text) || matches!(under.about, About::One(_)) {
            known += 1;
        }
    }
    known > 0 && (!narrow || headings_alone * 2 >= next.cells.len())
}

/// Whether a row directly below a heading says something over the rows below it, as 紙媒体 does: it has nothing right of the numbers and
/// the names, and their headings are complete without it.
fn stands_over_rows<'a>(grid: &Grid<'_>, above: &'a [Row], next: &Row, end: u32, headings: &mut Headings<'a>) -> bool {
    let cells = || above.iter().flat_map(|row| &row.cells);
    let naming = cells().filter(|cell| matches!(headings.of(&cell.value), Some(Concept::ControlNo | Concept::Name)));
    let names = naming.map(|cell| cell.column).max().or_else(|| cells().map(|cell| cell.column).min());
    let is_over = |column: u32| {
        is_closed(grid, above, column, end) || grid.last_column(Address { row: next.number, column }) >= end && next.cells.len() == 1
    };
    next.cells.last().map(|cell| cell.column) <= names && next.cells.iter().all(|cell| is_over(cell.column))
}

/// Whether the heading above a cell is complete: the lowest one there takes up this column alone.
fn is_closed(grid: &Grid<'_>, above: &[Row], column: u32, end: u32) -> bool {
    let Some(lowest) = above.iter().rev().find(|row| row.value(column).is_some()) else {
        return false;
    };
    let at = Address { row: lowest.number, column };
    let alone = grid.last_column(at) == column;
    alone && (lowest.value(column + 1).is_some() || column >= end && grid.area_from(at).is_none())
}

/// The headings over a column, the outermost first. A group without a merge reaches to the right until the next one, or until a heading
/// that by itself asks for something else.
fn path<'a>(grid: &Grid<'a>, rows: &'a [Row], column: u32, vocabulary: &Vocabulary) -> Vec<&'a str> {
    let mut path: Vec<&str> = Vec::new();
    for (nth, row) in rows.iter().enumerate() {
        let own = row.value(column).and_then(words);
        let text = own.or_else(|| {
            if grid.down_over(row.number, column).is_some() {
                return None;
            }
            let at = row.cells.partition_point(|cell| cell.column < column).checked_sub(1)?;
            let left = &row.cells[at];
            let address = Address { row: row.number, column: left.column };
            let merged = grid.last_column(address) >= column;
            let below = rows.get(nth + 1..).unwrap_or_default();
            let has_below = |column| below.iter().any(|row| row.value(column).is_some());
            let open = grid.area_from(address).is_none() && has_below(left.column) && has_below(column);
            words(&left.value).filter(|group| merged || open && !is_over(group, below, left.column..=column, vocabulary))
        });
        if let Some(text) = text.filter(|text| path.last() != Some(text)) {
            path.push(text);
        }
    }
    path
}

/// Whether a group of those who are given the data, which no merge bounds, ends before the last of these columns: 要配慮 beside 有無 and 相手
/// is no matter of 第三者への提供, nor is what follows.
fn is_over(group: &str, below: &[Row], columns: RangeInclusive<u32>, vocabulary: &Vocabulary) -> bool {
    use Concept::{Disclosure, Disposal, Entrusted, IndividualNumber, JointlyUsed, Provided, Retention, ReviewedOn, SpecialCare};
    const APART: [Concept; 9] =
        [Entrusted, Provided, JointlyUsed, SpecialCare, IndividualNumber, Disclosure, Retention, Disposal, ReviewedOn];
    let party = |concept: Concept| parties_of(concept).map(|(whether, _)| whether);
    let Some(given) = heading(group, Sheet::Ledger, vocabulary).and_then(party) else {
        return false;
    };
    let is_other = |text: &str| {
        let known = heading(text, Sheet::Ledger, vocabulary).filter(|_| !vocabulary.is_makeshift(Sheet::Ledger, text));
        let concept = known.or_else(|| vocabulary.by_telling_words(Sheet::Ledger, text).map(|(_, concept)| concept));
        concept.map(|concept| party(concept).unwrap_or(concept)).is_some_and(|concept| concept != given && APART.contains(&concept))
    };
    let last = below.last();
    columns.skip(1).take(WIDEST_GROUP).filter_map(|column| last?.value(column).and_then(words)).any(is_other)
}

/// The columns of a heading over several rows.
fn columns<'a>(grid: &Grid<'a>, top: usize, bottom: usize, headings: &Headings<'a>) -> Vec<Column> {
    let rows = &grid.rows()[top..=bottom];
    let first = rows.iter().filter_map(|row| row.cells.first()).map(|cell| cell.column).min().unwrap_or_default();
    let last_of = |row: &Row| row.cells.last().map(|cell| grid.last_column(Address { row: row.number, column: cell.column }));
    let filled_last = rows.iter().filter_map(|row| row.cells.last()).map(|cell| cell.column).max().unwrap_or_default();
    let last = rows.iter().filter_map(last_of).max().unwrap_or_default().min(filled_last + 50);
    let columns = (first..=last).filter_map(|index| {
        let path = path(grid, rows, index, headings.vocabulary);
        (!path.is_empty()).then(|| column(index, &path, headings))
    });
    columns.collect()
}

/// The column below a path of headings, of which some may be shortened ones.
fn column(index: u32, path: &[&str], headings: &Headings<'_>) -> Column {
    let spelled: Vec<&str> = path.iter().map(|&part| headings.shortened.spelled_out(part).unwrap_or(part)).collect();
    let column = Column::new(index, &spelled, headings.sheet, headings.vocabulary);
    if spelled == path { column } else { column.written_as(path) }
}

impl Header {
    /// What its columns are about.
    pub(super) fn concepts(&self) -> BTreeSet<Concept> {
        concepts(&self.columns)
    }

    /// Whether these are the columns of a ledger, and not of a list of something else.
    fn is_of_ledger(&self) -> bool {
        is_of_ledger(&self.concepts())
    }

    /// The tables that stand side by side under one heading row, each with its own columns; nearly always one.
    pub(super) fn side_by_side(self, headings: &Headings<'_>) -> Vec<Self> {
        let mut groups: Vec<Vec<Column>> = Vec::new();
        for column in &self.columns {
            match groups.last_mut() {
                Some(group) if group.last().is_some_and(|last| last.index + 1 >= column.index) => group.push(column.clone()),
                _ => groups.push(vec![column.clone()]),
            }
        }
        let ledgers = groups.iter().filter(|group| is_of_ledger(&concepts(group.iter()))).count();
        let rows = self.rows;
        if ledgers < 2 || headings.sheet != Sheet::Ledger {
            return vec![Self { rows, columns: settle(self.columns, headings) }];
        }
        let tables = groups.into_iter().filter(|group| is_of_ledger(&concepts(group.iter())));
        tables.map(|columns| Self { rows, columns: settle(columns, headings) }).collect()
    }

    /// The column about a matter, if there is one.
    pub(super) fn column(&self, concept: Concept) -> Option<&Column> {
        self.columns.iter().find(|column| column.about == About::One(concept))
    }
}
