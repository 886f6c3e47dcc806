//! A ledger sheet in the table form: its rows as entries.

use crate::finding::Code;
use crate::ledger::{Field, Source};
use crate::sheet::table::{Address, Row};
use crate::vocabulary::{Concept, Sheet};

use super::column::{About, Column};
use super::found::cell_name;
use super::grid::{Grid, words};
use super::header::{Header, Headings};
use super::hold::{Hold, over_all};
use super::line::Line;
use super::mention::{Passed, pass_beside, pass_heading, report};
use super::once;
use super::read::{Read, Setting};
use super::rows::{Carried, Rows};
use super::section::{lines, naming, reach, sections, without_heading};
use super::signs::Signs;
use super::site::sites;
use super::{by_legend, cell};

/// Reads a sheet as a ledger in the table form. Whether it is one.
pub(super) fn read<'a>(grid: &Grid<'a>, signs: &Signs, setting: Setting<'a>, into: &mut Read) -> bool {
    let mut headings = Headings::new(Sheet::Ledger, setting.vocabulary);
    let mut signs = signs.clone();
    signs.shortened.take_rows(grid.rows(), setting.vocabulary);
    headings.shortened = signs.shortened.clone();
    let mut sections = sections(grid, &mut headings);
    let lines: Vec<Vec<Vec<Line>>> = sections
        .iter()
        .map(|section| {
            signs.take_rows(&grid.rows()[section.block.0..section.block.1], setting.vocabulary);
            section.tables.iter().map(|table| lines(grid, section.body, table, &mut signs, &mut headings)).collect()
        })
        .collect();
    for table in sections.iter_mut().flat_map(|section| &mut section.tables) {
        by_legend::tell(&mut table.columns, &signs, setting.vocabulary);
    }
    let mut hold = Hold { sheet: once::of_sheet_name(grid, setting), groups: Vec::new(), sites: sites(grid, setting.vocabulary) };
    let mut passed = Passed::new();
    let mut beside: Vec<(usize, Column)> = Vec::new();
    let mut carried: Vec<Carried<'a>> = Vec::new();
    let mut scale = 1;
    for (section, lines) in sections.iter().zip(&lines) {
        hold.take_block(grid, section, &mut headings, &mut passed);
        if section.repeated {
            pass_heading(grid, section, &mut passed);
        }
        scale = scale_above(&grid.rows()[section.block.0..section.block.1]).unwrap_or(if section.repeated { scale } else { 1 });
        if !section.repeated {
            carried.clear();
        }
        carried.resize_with(section.tables.len(), || Carried::new(grid, setting));
        for (nth, ((table, lines), carried)) in section.tables.iter().zip(lines).zip(&mut carried).enumerate() {
            let mut columns = table.clone();
            let reach = reach(&section.tables, nth);
            let unheaded = without_heading(grid, section.body, lines, table, &reach);
            let kept = unheaded.iter().filter(|column| column.about == About::Beside);
            beside.extend(kept.map(|column| (table.rows.1, column.clone())));
            columns.columns.extend(unheaded);
            counts_in(&mut columns, scale);
            pass_beside(grid, section, lines, &reach, &mut passed);
            let named_by = naming(grid, section.body, lines, table);
            if let (Some(at), false) = (named_by, section.repeated) {
                let column = &table.columns[at];
                let at = Address { row: grid.rows()[table.rows.1].number, column: column.index };
                let heading = Source { field: Field::Name, sheet: grid.sheet.clone(), cell: cell_name(at), text: column.heading.clone() };
                into.found.note(Code::LedgerNamedByColumn, &[&column.heading], vec![heading]);
            }
            let mut rows = Rows::new(grid, &columns, named_by, &signs, setting);
            rows.titled = over_all(grid, table, setting);
            rows.read(section, lines, &mut hold, &mut headings, (carried, into, &mut passed));
        }
    }
    report(grid, &sections, &beside, passed, into);
    !sections.is_empty()
}

/// How many a number of a table counts for, where a note above it says so: （単位：千件）.
fn scale_above(block: &[Row]) -> Option<u32> {
    let notes = block.iter().flat_map(|row| &row.cells).filter_map(|cell| words(&cell.value));
    notes
        .filter(|note| note.trim_start_matches(['（', '(', '［', '[']).starts_with("単位") && !note.contains('円'))
        .map(cell::scale_of)
        .find(|scale| *scale > 1)
}

/// Takes the scale over to the columns of counts that set none themselves.
fn counts_in(table: &mut Header, scale: u32) {
    for column in table.columns.iter_mut().filter(|column| column.scale == 1 && column.only() == Some(Concept::Count)) {
        column.scale = scale;
    }
}
