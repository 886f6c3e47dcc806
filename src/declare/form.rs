//! Where a sheet of labels and values has its labels, and what stands beside each.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use crate::ledger::fold;
use crate::sheet::table::{Address, Row, Value};
use crate::vocabulary::{Concept, NotEntry, Sheet, Vocabulary};

use super::block::{Block, Labelled, divided_into_records, joined_over_pages};
use super::column::{About, Column};
use super::grid::{Grid, words};
use super::header::Headings;
use super::line::{beginning, is_page_number};
use super::settle::is_of_ledger;
use super::side_group::{choices, side_groups};
use super::spoken::in_words;

/// The most letters of a label that is not known.
const LONGEST_LABEL: usize = 15;

/// How many of the cells of a column are known labels, and of what.
#[derive(Default)]
struct Labels {
    cells: usize,
    known: usize,
    /// How many of the known ones have a cell to their right.
    followed: usize,
    concepts: BTreeSet<Concept>,
}

impl Labels {
    /// Whether it holds labels beside a column of labels: of two matters at least, or nothing else than labels of one that an entry has,
    /// with something behind each.
    fn stands_beside(&self) -> bool {
        let only_labels = self.known == self.cells && self.followed == self.cells;
        self.concepts.len() >= 2 || only_labels && !self.concepts.contains(&Concept::Unrelated)
    }

    /// Whether they are enough for a form: of four matters, or of three where there is little else.
    fn suffice(&self) -> bool {
        self.concepts.len() >= 4 || self.concepts.len() >= 3 && self.followed == self.known && self.known * 3 >= self.cells * 2
    }

    /// Whether they are those of a further form beside the first one, half of whose matters they ask for again: those of one form that
    /// stand in two columns do not.
    fn say_again(&self, first: &Self) -> bool {
        let again = self.concepts.intersection(&first.concepts).count();
        self.suffice() && is_of_ledger(&self.concepts) && again * 2 >= self.concepts.len()
    }
}

/// One form, or several one below the other, or a table that is turned.
pub(super) struct Form<'a> {
    /// The columns of its labels.
    labels: Vec<u32>,
    /// The group of the label in each row that has one.
    groups: BTreeMap<u32, &'a str>,
    /// The group of each row whose label is one choice of it, marked for each record: 紙 under 媒体.
    choices: BTreeMap<u32, &'a str>,
    /// The columns that it takes up.
    pub columns: RangeInclusive<u32>,
    /// Those of them, at its right edge, that hold words about the form: how to fill it in.
    pub remarks: BTreeSet<u32>,
}

impl Form<'_> {
    /// Whether what stands in a column belongs to the form.
    fn holds(&self, column: u32) -> bool {
        self.columns.contains(&column) && !self.remarks.contains(&column)
    }
}

/// The forms of a sheet. A column of labels holds headings enough, or stands beside one that does, or two together hold five.
pub(super) fn forms<'a>(grid: &Grid<'a>, headings: &mut Headings<'a>) -> Vec<Form<'a>> {
    let mut columns: BTreeMap<u32, Labels> = BTreeMap::new();
    for row in grid.rows().iter().take(600) {
        for (nth, cell) in row.cells.iter().enumerate() {
            let of = columns.entry(cell.column).or_default();
            of.cells += 1;
            if let Some(concept) = headings.of(&cell.value) {
                of.known += 1;
                of.followed += usize::from(nth + 1 < row.cells.len());
                of.concepts.insert(concept);
            }
        }
    }
    let known: BTreeMap<u32, Labels> = columns.into_iter().filter(|(_, of)| of.known * 5 >= of.cells * 2).collect();
    let all: BTreeSet<Concept> = known.values().flat_map(|of| &of.concepts).copied().collect();
    let in_pairs = || all.len() >= 5 && known.values().filter(|of| of.concepts.len() >= 2 && of.followed == of.known).count() >= 2;
    if !is_of_ledger(&all) || !(known.values().any(Labels::suffice) || in_pairs()) {
        return Vec::new();
    }
    let mut groups: Vec<(Vec<u32>, &Labels)> = Vec::new();
    for (column, of) in known.iter().filter(|(_, of)| of.stands_beside()) {
        match groups.last_mut() {
            Some((group, first)) if !of.say_again(first) || !has_values_before(grid, group, *column) => group.push(*column),
            _ => groups.push((vec![*column], of)),
        }
    }
    let last = grid.rows().iter().filter_map(|row| row.cells.last()).map(|cell| cell.column).max().unwrap_or_default();
    let starts: Vec<u32> = groups.iter().map(|(group, _)| group[0]).collect();
    let forms = groups.into_iter().enumerate().map(|(nth, (mut labels, _))| {
        let from = if nth == 0 { 0 } else { labels[0] };
        let until = starts.get(nth + 1).map_or(last, |next| next - 1);
        let choices = choices(grid, &mut labels);
        let groups = side_groups(grid, &mut labels);
        let remarks = remarks(grid, &labels, from..=until, headings);
        Form { groups, labels, choices, columns: from..=until, remarks }
    });
    forms.collect()
}

/// Whether anything stands between the labels of a form and a column further right: its values. A column right beside them holds labels
/// under theirs, 課名 and 係名 under 組織, however many matters of a ledger it asks for.
fn has_values_before(grid: &Grid<'_>, labels: &[u32], column: u32) -> bool {
    let after = labels.last().map_or(0, |last| last + 1);
    grid.rows().iter().take(600).any(|row| row.cells.iter().any(|cell| (after..column).contains(&cell.column)))
}

/// The records of a form, from the top. The rows that they take up are noted.
pub(super) fn blocks<'a>(grid: &Grid<'a>, form: &Form<'_>, headings: &mut Headings<'a>, taken: &mut BTreeSet<u32>) -> Vec<Block> {
    let lines: Vec<(&Row, Vec<Labelled>)> = grid.rows().iter().map(|row| (row, labelled(grid, row, form, headings))).collect();
    let further = further_columns(grid, &lines, &form.labels, headings);
    let mut labels: Vec<Labelled> = Vec::new();
    for (row, line) in lines {
        if line.is_empty() {
            if labels.last_mut().is_some_and(|last| go_on(row, form, last)) {
                taken.insert(row.number);
            }
            continue;
        }
        taken.insert(row.number);
        labels.extend(line.into_iter().flat_map(|labelled| divided(labelled, &further, headings.vocabulary)));
    }
    joined_over_pages(divided_into_records(labels))
}

/// The labels of a row, each with what stands beside it.
fn labelled<'a>(grid: &Grid<'a>, row: &'a Row, form: &Form<'_>, headings: &mut Headings<'a>) -> Vec<Labelled> {
    let labels = labels(grid, row, form, headings);
    let with_values = labels.iter().enumerate().map(|(nth, (path, column))| {
        let until = labels.get(nth + 1).map_or(form.columns.end() + 1, |next| next.1);
        let from = grid.last_column(Address { row: row.number, column: *column }) + 1;
        let here = row.cells.iter().filter(|cell| (from..until).contains(&cell.column) && form.holds(cell.column));
        let words: Vec<&str> = path.iter().map(String::as_str).collect();
        let mut about = Column::new(*column, &words, Sheet::Ledger, headings.vocabulary);
        if form.choices.contains_key(&row.number) {
            about.choose();
        }
        Labelled {
            column: about,
            at: Address { row: row.number, column: *column },
            label: path.concat(),
            values: here.map(|cell| (Address { row: row.number, column: cell.column }, cell.value.clone())).collect(),
        }
    });
    let labelled: Vec<Labelled> = with_values.collect();
    number_beside_title(row, form, labelled, headings)
}

/// The labels of a row, and among them that of a number whose box stands right of them, beside a title or by itself: 様式第２号｜番号｜12.
fn number_beside_title<'a>(row: &'a Row, form: &Form<'_>, mut labels: Vec<Labelled>, headings: &mut Headings<'a>) -> Vec<Labelled> {
    let beside = match labels.as_slice() {
        [] => row.cells.iter().filter(|cell| form.holds(cell.column)).collect::<Vec<_>>(),
        [title] if title.column.about == About::Beside || title.names_ledger() => {
            row.cells.iter().filter(|cell| title.values.iter().any(|(at, _)| at.column == cell.column)).collect()
        }
        _ => return labels,
    };
    if let [label, value] = beside.as_slice()
        && headings.of(&label.value) == Some(Concept::ControlNo)
        && headings.of(&value.value).is_none()
        && !is_page_number_of_many(&value.value)
    {
        let place = |column: u32| Address { row: row.number, column };
        for title in &mut labels {
            title.values.clear();
        }
        labels.push(Labelled {
            column: Column::new(label.column, &[&label.value.text()], Sheet::Ledger, headings.vocabulary),
            at: place(label.column),
            label: label.value.text().into_owned(),
            values: vec![(place(value.column), value.value.clone())],
        });
    }
    labels
}

/// Whether a value counts pages: 1/3.
fn is_page_number_of_many(value: &Value) -> bool {
    let text = value.text();
    text.contains(['/', '／']) && is_page_number(&text)
}

/// The columns at the right edge of a form that hold words about it and no values. They begin with 【…】, ※ or a known word for a note; or a
/// column in which nothing stands parts them from the values, and they have something beside less than half of the labels.
fn remarks<'a>(grid: &Grid<'a>, labels: &[u32], columns: RangeInclusive<u32>, headings: &mut Headings<'a>) -> BTreeSet<u32> {
    let rows = || grid.rows().iter().take(600);
    let Some(first) = labels.first() else { return BTreeSet::new() };
    let filled: BTreeSet<u32> =
        rows().flat_map(|row| &row.cells).map(|cell| cell.column).filter(|column| columns.contains(column)).collect();
    let lines = rows().filter(|row| row.value(*first).is_some()).count();
    let mut remarks = BTreeSet::new();
    for column in filled.into_iter().rev().take_while(|column| column > labels.last().unwrap_or(first)) {
        let cells: Vec<&Value> = rows().filter_map(|row| row.value(column)).collect();
        let is_known = cells.iter().any(|value| headings.of(value).is_some());
        let is_remark = |text: &str| {
            let mark = text.trim_start().starts_with(['【', '※', '＊', '＜', '<', '《']);
            mark || beginning(&fold(text), &headings.vocabulary.not_entries) == Some(NotEntry::Note)
        };
        let begins = cells.first().and_then(|value| words(value)).is_some_and(is_remark) && cells.len() >= 2;
        let is_open = |column: u32| rows().all(|row| grid.at(row, column).is_none() && !is_covered(grid, row, column));
        let is_apart = column > *first + 2 && is_open(column - 1);
        if is_known || !(begins || is_apart) || cells.len() * 2 >= lines || !cells.iter().all(|value| words(value).is_some()) {
            break;
        }
        remarks.insert(column);
    }
    remarks
}

/// Whether a merge that begins further left covers a cell of a row.
fn is_covered(grid: &Grid<'_>, row: &Row, column: u32) -> bool {
    let left = row.cells.iter().take_while(|cell| cell.column < column).last();
    left.is_some_and(|cell| grid.last_column(Address { row: row.number, column: cell.column }) >= column)
}

/// Columns further right in which a line may have a label that is not known: those of labels, and those where a label of one value has
/// one behind that value.
fn further_columns<'a>(grid: &Grid<'a>, lines: &[(&'a Row, Vec<Labelled>)], group: &[u32], headings: &mut Headings<'a>) -> BTreeSet<u32> {
    use Concept::{Capacity, ControlNo, Count, Department, Manager, Name, Nature, Retention, RetentionStart, ReviewedOn};
    let mut columns: BTreeSet<u32> = group.iter().copied().collect();
    if !is_named_once(grid, lines, headings) {
        return columns;
    }
    let is_single = |labelled: &&Labelled| match labelled.column.about {
        About::One(concept) => {
            matches!(concept, Capacity | ControlNo | Count | Department | Manager | Name | Nature | Retention | RetentionStart | ReviewedOn)
        }
        About::Beside => true,
        _ => false,
    };
    for labelled in lines.iter().flat_map(|(_, line)| line).filter(is_single) {
        if let [_, label, _, ..] = labelled.values.as_slice()
            && is_label(&label.1)
        {
            columns.insert(label.0.column);
        }
    }
    columns
}

/// Whether no records stand side by side: each name stands alone beside its label, or before another label; or a third of the labels have
/// but one value, in one column.
fn is_named_once<'a>(grid: &Grid<'a>, lines: &[(&'a Row, Vec<Labelled>)], headings: &mut Headings<'a>) -> bool {
    let all = || lines.iter().flat_map(|(_, line)| line);
    let known_at =
        |row: &'a Row, at: Address, headings: &mut Headings<'a>| row.value(at.column).and_then(|value| headings.of(value)).is_some();
    let mut named_once = true;
    for (row, line) in lines {
        for name in line.iter().filter(|labelled| labelled.column.about == About::One(Concept::Name)) {
            named_once &= match name.values.as_slice() {
                [] | [_] => true,
                [_, _] => false,
                [_, (second, _), ..] => known_at(row, *second, headings),
            };
        }
    }
    let is_single = |labelled: &&Labelled| matches!(labelled.values.as_slice(), [(at, _)] if grid.area_from(*at).is_none());
    let (single, filled) = (all().filter(is_single).count(), all().filter(|labelled| !labelled.values.is_empty()).count());
    named_once || single >= 2 && single * 3 >= filled
}

/// Whether a value may be a label that is not known.
fn is_label(value: &Value) -> bool {
    words(value).is_some_and(|text| {
        let is_short = text.chars().count() <= LONGEST_LABEL;
        is_short
            && text.starts_with(char::is_alphabetic)
            && !text.contains(char::is_numeric)
            && !text.contains(['、', '。', '，', ',', '株', '㈱'])
    })
}

/// A label with what stands beside it, and labels that are not known further right on its line, each with its own: 作成部署 in
/// `管理番号｜A-1｜作成部署｜総務部`.
fn divided(mut labelled: Labelled, further: &BTreeSet<u32>, vocabulary: &Vocabulary) -> Vec<Labelled> {
    let begins = |(at, value): &(Address, Value)| further.contains(&at.column) && is_label(value);
    let mut all = Vec::new();
    while let Some(place) = labelled.values.iter().skip(1).position(begins).map(|place| place + 1)
        && place + 1 < labelled.values.len()
    {
        let mut rest = labelled.values.split_off(place);
        let (at, label) = rest.remove(0);
        let label = label.text().into_owned();
        let column = Column::new(at.column, &[&label], Sheet::Ledger, vocabulary);
        all.push(std::mem::replace(&mut labelled, Labelled { column, at, label, values: rest }));
    }
    all.push(labelled);
    all
}

/// The labels of a row: their words under their group's, and their columns.
fn labels<'a>(grid: &Grid<'a>, row: &'a Row, form: &Form<'_>, headings: &mut Headings<'a>) -> Vec<(Vec<String>, u32)> {
    let group = &form.labels;
    if let (Some(of), Some(first)) = (form.choices.get(&row.number), group.first())
        && let Some(choice) = row.value(first + 1).and_then(words)
    {
        return vec![(vec![(*of).to_owned(), choice.to_owned()], first + 1)];
    }
    let mut labels: Vec<(Vec<String>, u32)> = Vec::new();
    for (nth, column) in group.iter().enumerate() {
        let Some(standing) = grid.at(row, *column) else {
            continue;
        };
        let Some(text) = words(standing.value).filter(|text| text.chars().count() <= 80) else {
            continue;
        };
        let known = headings.of(standing.value).is_some();
        let own = standing.at.row == row.number;
        let has_value = row.cells.iter().any(|cell| cell.column > *column && form.holds(cell.column));
        let next_is_label = group.get(nth + 1).and_then(|next| row.value(*next)).is_some_and(|value| headings.of(value).is_some());
        if !own && !next_is_label {
            continue;
        }
        // 所管部署：総務課 has its value with it.
        let speaks = !known && !in_words(text, None, headings).is_empty();
        if !(known || nth == 0 && (has_value || grid.last_column(standing.at) == *column) && !speaks) {
            continue;
        }
        let before = labels.last().filter(|(_, of)| {
            let from = grid.last_column(Address { row: row.number, column: *of });
            !row.cells.iter().any(|cell| cell.column > from && cell.column < *column)
        });
        let mut path = match before.cloned() {
            Some((path, _)) => {
                labels.pop();
                path
            }
            None => form.groups.get(&row.number).filter(|_| nth == 0).map(|group| (*group).to_owned()).into_iter().collect(),
        };
        path.push(text.to_owned());
        labels.push((path, *column));
    }
    labels
}

/// Adds a row without a label to what the last label says. Whether it goes on with that.
fn go_on(row: &Row, form: &Form<'_>, last: &mut Labelled) -> bool {
    let Some(near) = last.values.last().map(|(at, _)| at.row) else {
        return false;
    };
    let own: Vec<_> = row.cells.iter().filter(|cell| form.holds(cell.column)).collect();
    if row.number > near + 1 || own.first().is_none_or(|first| Some(&first.column) <= form.labels.first()) {
        return false;
    }
    last.values.extend(own.into_iter().map(|cell| (Address { row: row.number, column: cell.column }, cell.value.clone())));
    true
}
