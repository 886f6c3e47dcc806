//! A ledger sheet in the table form: its rows as entries.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Code;
use crate::ledger::{Field, Source};
use crate::sheet::table::{Address, Row, Value};
use crate::vocabulary::{Concept, Sheet, Sign};

use super::cell::{self, Legend};
use super::column::{About, Column};
use super::found::{cell_name, source};
use super::grid::{Grid, Standing, words};
use super::header::{Header, Headings};
use super::hold::{Hold, family, over_all};
use super::line::{Line, Reason};
use super::mention::{Passed, pass, pass_beside, pass_heading, report};
use super::once::{self, AllSaid, Said};
use super::read::{Origin, Read, Setting};
use super::record::{Reader, Written};
use super::section::{Section, lines, naming, reach, sections, without_heading};
use super::settle::concepts;
use super::signs::Signs;

/// The most letters that say 同上, with spaces between.
const MOST_LETTERS_OF_DITTO: usize = 12;
/// Reads a sheet as a ledger in the table form. Whether it is one.
pub(super) fn read<'a>(grid: &Grid<'a>, signs: &Signs, setting: Setting<'a>, into: &mut Read) -> bool {
    let mut headings = Headings::new(Sheet::Ledger, setting.vocabulary);
    let sections = sections(grid, &mut headings);
    let mut signs = signs.clone();
    let lines: Vec<Vec<Vec<Line>>> = sections
        .iter()
        .map(|section| {
            signs.take_rows(&grid.rows()[section.block.0..section.block.1], setting.vocabulary);
            section.tables.iter().map(|table| lines(grid, section.body, table, &mut signs, &mut headings)).collect()
        })
        .collect();
    let mut hold = Hold { sheet: once::of_sheet_name(&grid.table.name, setting.vocabulary), groups: Vec::new() };
    let mut passed = Passed::new();
    let mut beside: Vec<(usize, Column)> = Vec::new();
    let mut above: Vec<Vec<Option<&'a Value>>> = Vec::new();
    let mut scale = 1;
    let mut reader = Reader::new(grid.sheet.clone(), setting.home, setting.vocabulary);
    for (section, lines) in sections.iter().zip(&lines) {
        hold.take_block(grid, section, &mut headings, &mut passed);
        if section.repeated {
            pass_heading(grid, section, &mut passed);
        }
        scale = scale_above(&grid.rows()[section.block.0..section.block.1]).unwrap_or(if section.repeated { scale } else { 1 });
        if !section.repeated {
            above.clear();
        }
        above.resize(section.tables.len(), Vec::new());
        for (nth, ((table, lines), above)) in section.tables.iter().zip(lines).zip(&mut above).enumerate() {
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
            above.resize(columns.columns.len(), None);
            rows.read(section, lines, &mut hold, &mut headings, (above, &mut reader, into, &mut passed));
        }
    }
    report(grid, &sections, &beside, passed, into);
    !sections.is_empty()
}

/// Reads the rows of one table.
struct Rows<'t, 'a> {
    grid: &'t Grid<'a>,
    table: &'t Header,
    name_column: Option<(usize, Column)>,
    /// What its columns are about.
    concepts: BTreeSet<Concept>,
    legends: Vec<Legend>,
    plain: Legend,
    setting: Setting<'a>,
    blank: Value,
    /// What a group heading over all the table's columns says.
    titled: AllSaid,
}

impl<'t, 'a> Rows<'t, 'a> {
    fn new(grid: &'t Grid<'a>, table: &'t Header, naming: Option<usize>, signs: &Signs, setting: Setting<'a>) -> Self {
        let legends = table.columns.iter().map(|column| signs.of(column)).collect();
        let plain = signs.of(&Column::once(Concept::Unrelated, ""));
        let name_column = naming.map(|at| (at, Column { about: About::One(Concept::Name), ..table.columns[at].clone() }));
        Self {
            grid,
            table,
            name_column,
            concepts: concepts(&table.columns),
            legends,
            plain,
            setting,
            blank: Value::Text("".into()),
            titled: AllSaid::new(),
        }
    }

    fn read(
        &mut self,
        section: &Section,
        lines: &[Line],
        hold: &mut Hold,
        headings: &mut Headings<'a>,
        (above, reader, into, passed): (&mut [Option<&'a Value>], &mut Reader<'a>, &mut Read, &mut Passed),
    ) {
        let rows = &self.grid.rows()[section.body.0..section.body.1];
        let mut nth = 0;
        while nth < rows.len() {
            let row = &rows[nth];
            match lines[nth] {
                Line::Blank => {}
                Line::Passed(reason) => pass(self.grid, row, reason, passed),
                Line::Group => {
                    pass(self.grid, row, Reason::GroupLine, passed);
                    let column = row.cells.first().map_or(0, |cell| cell.column);
                    hold.take_group(row, column, headings);
                }
                Line::Label => {
                    pass(self.grid, row, Reason::Label, passed);
                    hold.sheet.extend(once::of_labels(self.grid, &rows[nth..=nth], headings).0);
                }
                Line::Entry | Line::Continues => {
                    let mut record = Vec::with_capacity(self.table.columns.len() + 4);
                    self.cells(row, above, &mut record, into);
                    let mut last = nth;
                    while last + 1 < rows.len() && self.goes_on(row, &rows[last + 1], lines[last + 1]) {
                        last += 1;
                        self.more(&rows[last], lines[last], above, &mut record, into);
                    }
                    let mut said = hold.said();
                    said.extend(self.titled.iter().map(|(concept, said)| (*concept, said)));
                    self.add_said(&said, &mut record);
                    self.finish(row, &record, reader, into);
                    nth = last;
                }
            }
            nth += 1;
        }
    }

    /// The cells of a row under their columns, 同上 resolved.
    fn cells<'w>(&'w self, row: &'a Row, above: &mut [Option<&'a Value>], record: &mut Vec<Written<'w>>, into: &mut Read)
    where
        'a: 'w,
    {
        for (place, column) in self.table.columns.iter().enumerate() {
            let legend = &self.legends[place];
            let Some(Standing { at, value: own }) = self.grid.at(row, column.index) else {
                above[place] = None;
                if reads_blank(column) && !legend.meanings("").is_empty() {
                    let at = Address { row: row.number, column: column.index };
                    record.push(Written { column, value: &self.blank, own: &self.blank, above: None, at: Some(at), legend });
                }
                continue;
            };
            let value = self.meant(own, place, above, at, into);
            let before = std::mem::replace(&mut above[place], value);
            let Some(value) = value else {
                continue;
            };
            match &self.name_column {
                Some((named, name)) if *named == place => {
                    record.push(Written { column: name, value, own, above: before, at: Some(at), legend: &self.plain });
                    if column.about != About::Beside {
                        record.push(Written { column, value, own, above: before, at: Some(at), legend });
                    }
                }
                _ => record.push(Written { column, value, own, above: before, at: Some(at), legend }),
            }
        }
    }

    /// What a cell says: itself, or for 同上 the cell above, for 同左 the cell to the left.
    fn meant(&self, own: &'a Value, place: usize, above: &[Option<&'a Value>], at: Address, into: &mut Read) -> Option<&'a Value> {
        let Some(text) = words(own).filter(|text| text.chars().nth(MOST_LETTERS_OF_DITTO).is_none()) else {
            return Some(own);
        };
        let meant = match self.setting.vocabulary.signs.meaning(text) {
            Some(Sign::Ditto) => above[place],
            Some(Sign::DittoLeft) => self.left_of(place).and_then(|left| above[left]),
            _ => return Some(own),
        };
        if meant.is_none() {
            let source = source(Field::OtherColumns, &self.grid.sheet, at, own);
            into.found.push(Some(into.entries.len()), Code::DittoWithoutAbove, vec![source.text.clone()], vec![source]);
        }
        meant
    }

    /// The column to the left, from which one may take over what it says. A purpose to the left of 委託 is nobody's name.
    fn left_of(&self, place: usize) -> Option<usize> {
        let left = place.checked_sub(1)?;
        let columns = &self.table.columns;
        (!reads_blank(&columns[place]) || reads_blank(&columns[left])).then_some(left)
    }

    /// Whether a row belongs to the record above it: it has neither number nor name, or both are merged over the two rows.
    fn goes_on(&self, first: &Row, next: &Row, line: Line) -> bool {
        if line == Line::Continues {
            return true;
        }
        if line != Line::Entry {
            return false;
        }
        let covered = |concept: Concept| {
            let column = self.table.column(concept)?.index;
            Some(self.grid.down_over(next.number, column).is_some_and(|area| area.contains(Address { row: first.number, column })))
        };
        match (covered(Concept::ControlNo), covered(Concept::Name)) {
            (None, Some(name)) => name,
            (Some(number), Some(name)) => number && name,
            _ => false,
        }
    }

    /// Adds a further row of the same record.
    fn more<'w>(&'w self, row: &'a Row, line: Line, above: &mut [Option<&'a Value>], record: &mut Vec<Written<'w>>, into: &mut Read)
    where
        'a: 'w,
    {
        let mut more = Vec::new();
        self.cells(row, above, &mut more, into);
        more.retain(|written| !record.iter().any(|before| before.at == written.at && before.column == written.column));
        if line == Line::Continues {
            let sources =
                more.iter().filter_map(|written| Some(source(Field::OtherColumns, &self.grid.sheet, written.at?, written.own))).collect();
            into.found.push(Some(into.entries.len()), Code::RowContinues, Vec::new(), sources);
        }
        record.append(&mut more);
    }

    /// Adds what is said once for many rows, where the table has no column for it.
    fn add_said<'w>(&'w self, said: &BTreeMap<Concept, &'w Said>, record: &mut Vec<Written<'w>>) {
        for (concept, said) in said {
            if !self.table.columns.iter().any(|column| family(*concept).iter().any(|of| column.concerns(*of))) {
                record.push(Written {
                    column: &said.column,
                    value: &said.value,
                    own: &said.value,
                    above: None,
                    at: said.at,
                    legend: &self.plain,
                });
            }
        }
    }

    fn finish(&self, row: &Row, record: &[Written<'_>], reader: &mut Reader<'_>, into: &mut Read) {
        let position = into.entries.len();
        let entry = reader.entry(record, &self.concepts, position, &mut into.found);
        let first = row.cells.first().map_or(0, |cell| cell.column);
        let first = Address { row: row.number, column: self.table.columns.first().map_or(first, |column| column.index.max(first)) };
        if entry.name.is_empty() {
            let column = self.table.column(Concept::Name).map_or(first.column, |column| column.index);
            let at = Address { row: row.number, column };
            let source = source(Field::Name, &self.grid.sheet, at, self.grid.at(row, column).map_or(&self.blank, |cell| cell.value));
            into.found.push(Some(position), Code::NameMissing, Vec::new(), vec![source]);
        }
        let number = self.table.column(Concept::ControlNo).map(|column| Address { row: row.number, column: column.index });
        into.origins.push(Origin { sheet: self.grid.sheet.clone(), number, first });
        into.entries.push(entry);
    }
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

fn reads_blank(column: &Column) -> bool {
    use Concept::{Disclosure, Entrusted, Entrustees, IndividualNumber, JointUses, JointlyUsed, Provided, Recipients, SpecialCare};
    let whether = [Disclosure, Entrusted, Entrustees, IndividualNumber, JointUses, JointlyUsed, Provided, Recipients, SpecialCare];
    matches!(column.about, About::One(concept) if whether.contains(&concept))
}
