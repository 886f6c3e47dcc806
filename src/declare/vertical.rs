//! The vertical form, as 個人情報ファイル簿 has it: labels and values, a record a block, several blocks to a sheet, also over pages.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Code;
use crate::ledger::{Field, fold};
use crate::sheet::table::{Address, Row, Value};
use crate::vocabulary::{Concept, Sheet};

use super::cell::{self, Legend};
use super::column::{About, Column};
use super::found::source;
use super::grid::{Grid, words};
use super::header::{Headings, is_of_ledger};
use super::line::Reason;
use super::once;
use super::read::{Origin, Read, Setting};
use super::record::{Reader, Written};
use super::signs::Signs;

/// One label and what stands beside it.
#[derive(Debug, Clone)]
struct Labelled {
    column: Column,
    /// The label as written.
    label: String,
    /// What stands beside it, by the column it stands in.
    values: Vec<(Address, Value)>,
}

/// How many of the cells of a column are known labels, and of what.
#[derive(Default)]
struct Labels {
    cells: usize,
    known: usize,
    concepts: BTreeSet<Concept>,
}

/// One block of labels and values.
type Block = Vec<Labelled>;

/// Reads a sheet as a ledger in the vertical form. Whether it is one.
pub(super) fn read<'a>(grid: &Grid<'a>, signs: &Signs, setting: Setting<'a>, into: &mut Read) -> bool {
    let mut headings = Headings::new(Sheet::Ledger, setting.vocabulary);
    let groups = label_columns(grid, &mut headings);
    let mut any = false;
    for group in &groups {
        let blocks = joined_over_pages(blocks(grid, group, &mut headings));
        for block in blocks {
            any |= record(grid, &block, signs, setting, into);
        }
    }
    any
}

/// The columns of labels, those of one form together. A column of labels holds headings of four matters at least, or stands beside one.
fn label_columns<'a>(grid: &Grid<'a>, headings: &mut Headings<'a>) -> Vec<Vec<u32>> {
    let mut columns: BTreeMap<u32, Labels> = BTreeMap::new();
    for cell in grid.rows().iter().take(600).flat_map(|row| &row.cells) {
        let of = columns.entry(cell.column).or_default();
        of.cells += 1;
        if let Some(concept) = headings.of(&cell.value) {
            of.known += 1;
            of.concepts.insert(concept);
        }
    }
    let known: BTreeMap<u32, BTreeSet<Concept>> =
        columns.into_iter().filter(|(_, of)| of.known * 5 >= of.cells * 2).map(|(column, of)| (column, of.concepts)).collect();
    let strong = |concepts: &BTreeSet<Concept>| concepts.len() >= 4;
    if !known.values().any(strong) {
        return Vec::new();
    }
    let all: BTreeSet<Concept> = known.values().flatten().copied().collect();
    if !is_of_ledger(&all) {
        return Vec::new();
    }
    let mut groups: Vec<Vec<u32>> = Vec::new();
    for (column, concepts) in known.iter().filter(|(_, concepts)| concepts.len() >= 2) {
        let own_form = is_of_ledger(concepts) && strong(concepts);
        match groups.last_mut() {
            Some(group) if !own_form => group.push(*column),
            _ => groups.push(vec![*column]),
        }
    }
    groups
}

/// The blocks of one form's columns, from the top.
fn blocks<'a>(grid: &Grid<'a>, group: &[u32], headings: &mut Headings<'a>) -> Vec<Block> {
    let last_column = |from: u32| grid.rows().iter().filter_map(|row| row.cells.last()).map(|cell| cell.column).max().unwrap_or(from);
    let (start, end) = (group[0], last_column(group[0]));
    let mut blocks: Vec<Block> = vec![Vec::new()];
    for row in grid.rows() {
        let labels = labels(grid, row, group, headings);
        if labels.is_empty() {
            go_on(row, start, end, blocks.last_mut());
            continue;
        }
        for (nth, (path, column)) in labels.iter().enumerate() {
            let until = labels.get(nth + 1).map_or(end + 1, |next| next.1);
            let from = grid.last_column(Address { row: row.number, column: *column }) + 1;
            let mut values: Vec<(Address, Value)> = row
                .cells
                .iter()
                .filter(|cell| (from..until).contains(&cell.column))
                .map(|cell| (Address { row: row.number, column: cell.column }, cell.value.clone()))
                .collect();
            let label = path.concat();
            let words: Vec<&str> = path.iter().map(String::as_str).collect();
            let described = Column::new(*column, &words, Sheet::Ledger, headings.vocabulary);
            let current = blocks.len() - 1;
            let block = &mut blocks[current];
            let again = block.iter().position(|before| before.label == label);
            let starts = again.is_some_and(|at| at == 0 || matches!(described.about, About::One(Concept::ControlNo | Concept::Name)));
            let labelled = |values| Labelled { column: described.clone(), label: label.clone(), values };
            match again {
                Some(_) if starts => blocks.push(vec![labelled(values)]),
                Some(at) => block[at].values.append(&mut values),
                None if fold(&label).contains(&fold("続き")) && !block.is_empty() => {
                    if let Some(last) = block.last_mut() {
                        last.values.append(&mut values);
                    }
                }
                None => block.push(labelled(values)),
            }
        }
    }
    blocks
}

/// The labels of a row: their words under their group's, and their columns.
fn labels<'a>(grid: &Grid<'a>, row: &'a Row, group: &[u32], headings: &mut Headings<'a>) -> Vec<(Vec<String>, u32)> {
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
        let has_value = row.cells.iter().any(|cell| cell.column > *column);
        let next_is_label = group.get(nth + 1).and_then(|next| row.value(*next)).is_some_and(|value| headings.of(value).is_some());
        if !own && !next_is_label {
            continue;
        }
        if !(known || nth == 0 && (has_value || grid.last_column(standing.at) == *column)) {
            continue;
        }
        let before = labels.last().filter(|(_, of)| {
            let from = grid.last_column(Address { row: row.number, column: *of });
            !row.cells.iter().any(|cell| cell.column > from && cell.column < *column)
        });
        match before.cloned() {
            Some((mut path, _)) => {
                labels.pop();
                path.push(text.to_owned());
                labels.push((path, *column));
            }
            None => labels.push((vec![text.to_owned()], *column)),
        }
    }
    labels
}

/// Adds a row without a label to what the last label says.
fn go_on(row: &Row, start: u32, end: u32, block: Option<&mut Block>) {
    let Some(last) = block.and_then(|block| block.last_mut()) else {
        return;
    };
    let Some(near) = last.values.last().map(|(at, _)| at.row) else {
        return;
    };
    if row.number > near + 1 || row.cells.iter().any(|cell| cell.column <= start) {
        return;
    }
    let more = row.cells.iter().filter(|cell| cell.column <= end);
    last.values.extend(more.map(|cell| (Address { row: row.number, column: cell.column }, cell.value.clone())));
}

/// Blocks that repeat the number and the name of the one before go on with it on another page.
fn joined_over_pages(blocks: Vec<Block>) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::new();
    for block in blocks {
        match joined.last_mut() {
            Some(before) if is_same_record(before, &block) => {
                for labelled in block {
                    match before.iter_mut().find(|of| of.label == labelled.label) {
                        Some(of) if said(&of.values) == said(&labelled.values) => {}
                        Some(of) => of.values.extend(labelled.values),
                        None => before.push(labelled),
                    }
                }
            }
            _ => joined.push(block),
        }
    }
    joined
}

fn is_same_record(before: &Block, block: &Block) -> bool {
    let of = |block: &Block, concept: Concept| {
        block.iter().find(|labelled| labelled.column.about == About::One(concept)).map(|labelled| said(&labelled.values))
    };
    let (number, name) = (of(block, Concept::ControlNo), of(block, Concept::Name));
    if number.is_none() && name.is_none() {
        return of(before, Concept::Name).is_some();
    }
    number.is_some() && name.is_some() && number == of(before, Concept::ControlNo) && name == of(before, Concept::Name)
}

fn said(values: &[(Address, Value)]) -> String {
    let lines: Vec<Vec<String>> =
        values.chunk_by(|a, b| a.0.row == b.0.row).map(|row| row.iter().map(|(_, value)| value.text().into_owned()).collect()).collect();
    lines.iter().map(|line| line.join("　")).collect::<Vec<_>>().join("\n")
}

/// The record, or the records side by side, of a block. Whether it is one.
fn record<'a>(grid: &Grid<'a>, block: &Block, signs: &Signs, setting: Setting<'a>, into: &mut Read) -> bool {
    let concepts: BTreeSet<Concept> =
        block.iter().filter_map(|labelled| if let About::One(concept) = labelled.column.about { Some(concept) } else { None }).collect();
    let named = block.iter().find(|labelled| labelled.column.about == About::One(Concept::Name));
    let Some(named) = named.filter(|_| concepts.len() >= 3) else {
        pass(grid, block, into);
        return false;
    };
    if named.values.iter().all(|(_, value)| cell::is_nothing(&value.text(), setting.vocabulary)) {
        pass(grid, block, into);
        return false;
    }
    pass_titles(grid, block, into);
    let block = &without_heading(block, setting);
    let columns: Vec<u32> = named.values.iter().map(|(at, _)| at.column).collect();
    let beside = columns.len() >= 2 && columns.windows(2).all(|pair| pair[0] < pair[1]);
    let also = block
        .iter()
        .filter(|labelled| labelled.values.len() >= 2 && labelled.values.iter().any(|(at, _)| columns.get(1) == Some(&at.column)))
        .count();
    if beside && also * 2 >= block.len().min(4) {
        for column in columns {
            let fields: Vec<_> = block.iter().map(|labelled| (labelled, of_column(grid, labelled, column, setting))).collect();
            entry(grid, &fields, signs, setting, into);
        }
    } else {
        let fields: Vec<_> = block.iter().map(|labelled| (labelled, labelled.values.clone())).collect();
        entry(grid, &fields, signs, setting, into);
    }
    true
}

/// What stands beside a label in one of several columns of values; 同左 is what stands to the left.
fn of_column(grid: &Grid<'_>, labelled: &Labelled, column: u32, setting: Setting<'_>) -> Vec<(Address, Value)> {
    let mut meant: Option<&Value> = None;
    let mut here = Vec::new();
    for (at, value) in &labelled.values {
        let same = words(value).is_some_and(|text| cell::is_ditto_left(text, setting.vocabulary));
        let says = meant.filter(|_| same).unwrap_or(value);
        meant = Some(says);
        if at.column <= column && grid.last_column(*at) >= column {
            here.push((*at, says.clone()));
        }
    }
    here
}

/// A block without the line 項目｜内容 that heads it.
fn without_heading(block: &Block, setting: Setting<'_>) -> Block {
    let heads = |labelled: &Labelled| {
        let label = ["項目", "区分", "見出し", "項目名", "事項"].iter().any(|word| fold(word) == fold(&labelled.label));
        let value = |value: &Value| {
            let text = fold(&value.text());
            ["内容", "記入欄", "記入内容", "記載内容", "説明", "記載事項", "記入事項"].iter().any(|word| fold(word) == text)
                || text.parse::<u32>().is_ok()
        };
        label && labelled.values.iter().all(|(_, of)| value(of) || cell::is_nothing(&of.text(), setting.vocabulary))
    };
    block.iter().enumerate().filter(|(nth, labelled)| !(*nth == 0 && heads(labelled))).map(|(_, labelled)| labelled.clone()).collect()
}

fn entry<'a>(grid: &Grid<'a>, fields: &[(&Labelled, Vec<(Address, Value)>)], signs: &Signs, setting: Setting<'a>, into: &mut Read) {
    struct Field<'f> {
        column: &'f Column,
        at: Address,
        value: Value,
        legend: Legend,
    }
    let fields: Vec<Field<'_>> = fields
        .iter()
        .filter_map(|(labelled, values)| {
            let (at, first) = values.first()?;
            let value = if values.len() == 1 { first.clone() } else { Value::Text(said(values).into()) };
            Some(Field { column: &labelled.column, at: *at, value, legend: signs.of(&labelled.column) })
        })
        .collect();
    let once = once::of_sheet_name(&grid.table.name, setting.vocabulary);
    let plain = Legend::default();
    let mut record: Vec<Written<'_>> = fields
        .iter()
        .map(|field| Written { column: field.column, value: &field.value, own: &field.value, at: Some(field.at), legend: &field.legend })
        .collect();
    for (concept, said) in &once {
        if !fields.iter().any(|field| field.column.concerns(*concept)) {
            record.push(Written { column: &said.column, value: &said.value, own: &said.value, at: said.at, legend: &plain });
        }
    }
    let mut reader = Reader::new(grid.sheet.clone(), setting.home, setting.vocabulary);
    let position = into.entries.len();
    let read = reader.entry(&record, position, &mut into.found);
    let number = fields.iter().find(|field| field.column.about == About::One(Concept::ControlNo)).map(|field| field.at);
    let first = fields.first().map_or(Address { row: 1, column: 0 }, |field| field.at);
    into.origins.push(Origin { sheet: grid.sheet.clone(), number, first });
    into.entries.push(read);
}

/// Labels without a value at the top of a block are its title.
fn pass_titles(grid: &Grid<'_>, block: &Block, into: &mut Read) {
    let Some(title) = block.first().filter(|labelled| labelled.values.is_empty() && labelled.column.about == About::Beside) else {
        return;
    };
    let found = grid.rows().iter().find_map(|row| {
        let value = row.value(title.column.index).filter(|value| words(value) == Some(title.label.as_str()))?;
        Some(source(Field::OtherColumns, &grid.sheet, Address { row: row.number, column: title.column.index }, value))
    });
    let told = into
        .found
        .findings
        .iter()
        .any(|(_, finding)| finding.code == Code::RowPassedOver && found.as_ref().is_some_and(|found| finding.sources.contains(found)));
    if !told {
        let [japanese, english] = Reason::GroupLine.words();
        into.found.note(Code::RowPassedOver, &[japanese, english, "1"], found.into_iter().collect());
    }
}

fn pass(grid: &Grid<'_>, block: &Block, into: &mut Read) {
    let sources: Vec<_> = block
        .iter()
        .filter_map(|labelled| labelled.values.first())
        .map(|(at, value)| source(Field::OtherColumns, &grid.sheet, *at, value))
        .collect();
    if !sources.is_empty() {
        let count = sources.len().to_string();
        let [japanese, english] = Reason::OtherTable.words();
        into.found.note(Code::RowPassedOver, &[japanese, english, &count], sources);
    }
}
