//! The vertical form, as 個人情報ファイル簿 has it: labels and values, a record a block, several blocks to a sheet, also over pages.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Code;
use crate::ledger::{Field, Source, fold, is_same_word};
use crate::sheet::table::{Address, Row, Value};
use crate::vocabulary::{Concept, Sheet};

use super::block::{Block, Labelled, name_once, said};
use super::cell::{self, Legend};
use super::column::{About, Column};
use super::form::{Form, blocks, forms};
use super::found::{cell_name, source};
use super::grid::{Grid, words};
use super::header::Headings;
use super::hold::family;
use super::line::{Reason, is_page_number};
use super::mention::{self, Passed, mention_passed};
use super::once::{self, Said};
use super::over_forms::{OverForms, take_common};
use super::read::{Origin, Read, Setting};
use super::record::{Reader, Written};
use super::rows::reads_blank;
use super::side_by_side::{is_ditto, of_column, with_numbers, with_what_is_meant};
use super::signs::Signs;
use super::{likely, sub_label, worded};

/// Reads a sheet as a ledger in the vertical form. Whether it is one.
pub(super) fn read<'a>(grid: &Grid<'a>, signs: &Signs, setting: Setting<'a>, into: &mut Read) -> bool {
    let mut headings = Headings::new(Sheet::Ledger, setting.vocabulary);
    let (mut taken, mut common_rows) = (BTreeSet::new(), BTreeSet::new());
    let mut read: Vec<(Form<'a>, Vec<Block>, Block)> = Vec::new();
    for form in forms(grid, &mut headings) {
        let mut blocks = blocks(grid, &form, &mut headings, &mut taken);
        // A label that is none of a ledger's and has no value is a title, or the number of a page.
        for row in blocks.iter().flatten().filter(|labelled| labelled.is_title()).map(|title| title.at.row) {
            taken.remove(&row);
        }
        blocks.iter_mut().for_each(name_once);
        blocks.iter_mut().for_each(sub_label::take_from);
        let common = take_common(&mut blocks);
        common_rows.extend(common.iter().map(|labelled| labelled.at.row));
        read.push((form, blocks, common));
    }
    if read.is_empty() {
        return false;
    }
    worded::tell_labels(read.iter_mut().flat_map(|(_, blocks, _)| blocks.iter_mut()), setting.vocabulary);
    let lines: Vec<&Row> = grid.rows().iter().filter(|row| !taken.contains(&row.number)).collect();
    let mut signs = signs.clone();
    for text in lines.iter().flat_map(|row| &row.cells).filter_map(|cell| words(&cell.value)) {
        signs.take_line(text, setting.vocabulary);
    }
    let mut any = false;
    let mut beside = Vec::new();
    let mut likened = BTreeSet::new();
    for (form, blocks, common) in &read {
        let by_name = once::of_sheet_name(grid, setting);
        let mut over = OverForms::new(lines.clone(), form, by_name, common);
        for block in blocks {
            let said = over.said_over(grid, block, &mut headings);
            if record(grid, block, &said, &signs, setting, into) {
                any = true;
                take_beside(grid, block, setting, &mut beside);
                report_likened(grid, block, &mut likened, into);
            }
        }
    }
    if any {
        let remarks: BTreeSet<u32> = read.iter().flat_map(|(form, ..)| form.remarks.iter().copied()).collect();
        pass_rows(grid, &taken, &common_rows, &remarks, into);
        mention::mention_beside(beside, &mut into.found);
    }
    any
}

/// Adds the labels of a record that no field takes, each once for the sheet.
fn take_beside(grid: &Grid<'_>, block: &Block, setting: Setting<'_>, beside: &mut Vec<Source>) {
    let says = |labelled: &&Labelled| labelled.values.iter().any(|(_, value)| !cell::is_nothing(&value.text(), setting.vocabulary));
    let kept = without_heading(block, setting);
    for labelled in kept.iter().filter(|labelled| labelled.column.about == About::Beside).filter(says) {
        let text = &labelled.column.heading;
        if !beside.iter().any(|before| before.text == *text) {
            beside.push(Source { field: Field::OtherColumns, sheet: grid.sheet.clone(), cell: cell_name(labelled.at), text: text.clone() });
        }
    }
}

/// Says of the labels that are read as what they are like, each once for the sheet.
fn report_likened<'b>(grid: &Grid<'_>, block: &'b Block, likened: &mut BTreeSet<&'b str>, into: &mut Read) {
    for labelled in block.iter().filter(|labelled| labelled.column.likeness.is_some() && likened.insert(&labelled.label)) {
        let text = labelled.column.heading.clone();
        let at = Source { field: Field::OtherColumns, sheet: grid.sheet.clone(), cell: cell_name(labelled.at), text };
        likely::report(&labelled.column, &at, &mut into.found);
    }
}

/// Says which rows no form takes up: what is said for all of them, titles, and the numbers of pages; and what stands beside the forms.
fn pass_rows(grid: &Grid<'_>, taken: &BTreeSet<u32>, common: &BTreeSet<u32>, remarks: &BTreeSet<u32>, into: &mut Read) {
    let mut passed = Passed::new();
    for row in grid.rows() {
        for cell in row.cells.iter().filter(|cell| remarks.contains(&cell.column) && taken.contains(&row.number)) {
            let at = Address { row: row.number, column: cell.column };
            passed.entry(Reason::Beside).or_default().push(source(Field::OtherColumns, &grid.sheet, at, &cell.value));
        }
        let reason = match row.cells.as_slice() {
            _ if common.contains(&row.number) => Reason::Label,
            _ if taken.contains(&row.number) => continue,
            [cell] if is_page_number(&cell.value.text()) => Reason::PageNumber,
            _ => Reason::GroupLine,
        };
        mention::pass(grid, row, reason, &mut passed);
    }
    mention_passed(passed, &mut into.found);
}

/// The record, or the records side by side, of a block. Whether it is one.
fn record<'a>(
    grid: &Grid<'a>,
    block: &Block,
    said: &BTreeMap<Concept, &Said>,
    signs: &Signs,
    setting: Setting<'a>,
    into: &mut Read,
) -> bool {
    let concepts: BTreeSet<Concept> =
        block.iter().filter_map(|labelled| if let About::One(concept) = labelled.column.about { Some(concept) } else { None }).collect();
    let named = block.iter().find(|labelled| labelled.column.about == About::One(Concept::Name) && !labelled.values.is_empty());
    let Some(named) = named.filter(|_| concepts.len() >= 3) else {
        pass(grid, block, Reason::OtherTable, into);
        return false;
    };
    if named.values.iter().all(|(_, value)| cell::is_nothing(&value.text(), setting.vocabulary)) {
        pass(grid, block, Reason::OtherTable, into);
        return false;
    }
    let columns: Vec<u32> = named.values.iter().map(|(at, _)| at.column).collect();
    let whole = &with_numbers(grid, block, &columns);
    let block = &without_heading(whole, setting);
    if block.len() < whole.len() {
        pass(grid, &whole[..1], Reason::Heading, into);
    }
    let beside = columns.len() >= 2 && columns.windows(2).all(|pair| pair[0] < pair[1]);
    let also = block
        .iter()
        .filter(|labelled| labelled.values.len() >= 2 && labelled.values.iter().any(|(at, _)| columns.get(1) == Some(&at.column)))
        .count();
    if beside && also * 2 >= block.len().min(4) {
        let block: Block = block.iter().map(|labelled| with_what_is_meant(grid, labelled, &columns, setting)).collect();
        for column in columns {
            let fields: Vec<_> = block.iter().map(|labelled| (labelled, of_column(grid, labelled, column))).collect();
            entry(grid, &fields, said, signs, setting, into);
        }
    } else {
        let fields: Vec<_> = block.iter().map(|labelled| (labelled, labelled.values.clone())).collect();
        entry(grid, &fields, said, signs, setting, into);
    }
    true
}

/// A block without the line 項目｜内容 that heads it.
fn without_heading(block: &Block, setting: Setting<'_>) -> Block {
    let heads = |labelled: &Labelled| {
        let label = ["項目", "区分", "見出し", "項目名", "事項"].iter().any(|word| is_same_word(word, &labelled.label));
        let value = |value: &Value| {
            let text = value.text();
            ["内容", "記入欄", "記入内容", "記載内容", "説明", "記載事項", "記入事項"].iter().any(|word| is_same_word(word, &text))
                || fold(&text).parse::<u32>().is_ok()
        };
        label
            && labelled.column.only() != Some(Concept::ControlNo)
            && labelled.values.iter().all(|(_, of)| value(of) || cell::is_nothing(&of.text(), setting.vocabulary))
    };
    block.iter().enumerate().filter(|(nth, labelled)| !(*nth == 0 && heads(labelled))).map(|(_, labelled)| labelled.clone()).collect()
}

fn entry<'a>(
    grid: &Grid<'a>,
    fields: &[(&Labelled, Vec<(Address, Value)>)],
    over: &BTreeMap<Concept, &Said>,
    signs: &Signs,
    setting: Setting<'a>,
    into: &mut Read,
) {
    struct Filled<'f> {
        column: &'f Column,
        at: Address,
        value: Value,
        legend: Legend,
    }
    let position = into.entries.len();
    let mut written: Vec<Filled<'_>> = Vec::new();
    let column = fields.iter().find_map(|(_, values)| values.first()).map_or(0, |(at, _)| at.column);
    for (labelled, values) in fields {
        let Some((at, first)) = values.first() else {
            let legend = signs.of(&labelled.column);
            if reads_blank(&labelled.column) && !legend.meanings("").is_empty() {
                let at = Address { row: labelled.at.row, column };
                written.push(Filled { column: &labelled.column, at, value: Value::Text("".into()), legend });
            }
            continue;
        };
        let value = if values.len() == 1 { first.clone() } else { Value::Text(said(values).into()) };
        if is_ditto(&value, setting) {
            let source = source(Field::OtherColumns, &grid.sheet, *at, &value);
            into.found.push(Some(position), Code::DittoWithoutAbove, vec![source.text.clone()], vec![source]);
        } else {
            written.push(Filled { column: &labelled.column, at: *at, value, legend: signs.of(&labelled.column) });
        }
    }
    let plain = Legend::default();
    let mut record: Vec<Written<'_>> = written
        .iter()
        .map(|field| Written {
            column: field.column,
            value: &field.value,
            own: &field.value,
            above: None,
            at: Some(field.at),
            legend: &field.legend,
        })
        .collect();
    for (concept, said) in over {
        if !fields.iter().any(|(labelled, _)| family(*concept).iter().any(|of| labelled.column.concerns(*of))) {
            record.push(Written { column: &said.column, value: &said.value, own: &said.value, above: None, at: said.at, legend: &plain });
        }
    }
    let mut reader = Reader::new(grid.sheet.clone(), setting.home, setting.vocabulary);
    let read = reader.entry(&record, &BTreeSet::new(), position, &mut into.found);
    let number = written.iter().find(|field| field.column.about == About::One(Concept::ControlNo)).map(|field| field.at);
    let first = written.first().map_or(Address { row: 1, column: 0 }, |field| field.at);
    into.origins.push(Origin { sheet: grid.sheet.clone(), number, first });
    into.entries.push(read);
}

fn pass(grid: &Grid<'_>, block: &[Labelled], reason: Reason, into: &mut Read) {
    let sources: Vec<_> = block
        .iter()
        .filter_map(|labelled| labelled.values.first())
        .map(|(at, value)| source(Field::OtherColumns, &grid.sheet, *at, value))
        .collect();
    if !sources.is_empty() {
        let count = sources.len().to_string();
        let [japanese, english] = reason.words();
        into.found.note(Code::RowPassedOver, &[japanese, english, &count], sources);
    }
}
