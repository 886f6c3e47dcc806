//! A ledger sheet in the table form: its rows as entries.

use std::collections::BTreeMap;

use crate::finding::Code;
use crate::ledger::{Field, Source, fold};
use crate::sheet::table::{Address, Row, Value};
use crate::vocabulary::{Concept, Sheet, Sign};

use super::cell::Legend;
use super::column::{About, Column};
use super::found::source;
use super::grid::{Grid, Standing, words};
use super::header::{Header, Headings};
use super::line::{Line, Reason};
use super::once::{self, AllSaid, Said};
use super::read::{Origin, Read, Setting};
use super::record::{Reader, Written};
use super::section::{Section, lines, naming, sections, without_heading};
use super::signs::Signs;

/// Rows that were passed over, by the reason.
type Passed = BTreeMap<Reason, Vec<Source>>;
/// The most letters that say 同上, with spaces between.
const MOST_LETTERS_OF_DITTO: usize = 12;
/// The most cells that one finding names.
const MOST_CELLS: usize = 200;

/// What was said so far for the rows to come.
#[derive(Default)]
struct Hold {
    /// By labels and by the sheet's name, for the whole sheet.
    sheet: AllSaid,
    /// By lines over groups of rows, the outer group first, each with the mark that its line begins with.
    groups: Vec<(String, AllSaid)>,
}

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
    let mut above: Vec<Vec<Option<&'a Value>>> = Vec::new();
    let mut reader = Reader::new(grid.sheet.clone(), setting.home, setting.vocabulary);
    for (section, lines) in sections.iter().zip(&lines) {
        hold.take_block(grid, section, &mut headings, &mut passed);
        if section.repeated {
            pass_heading(grid, section, &mut passed);
        }
        if !section.repeated {
            above.clear();
        }
        above.resize(section.tables.len(), Vec::new());
        for ((table, lines), above) in section.tables.iter().zip(lines).zip(&mut above) {
            let mut columns = table.clone();
            if section.tables.len() == 1 {
                columns.columns.extend(without_heading(grid, section.body, lines, table));
            }
            let named_by = naming(grid, section.body, lines, table);
            if let (Some(at), false) = (named_by, section.repeated) {
                let column = &table.columns[at];
                let at = Address { row: grid.rows()[table.rows.1].number, column: column.index };
                let heading =
                    Source { field: Field::Name, sheet: grid.sheet.clone(), cell: at.to_string().into(), text: column.heading.clone() };
                into.found.note(Code::LedgerNamedByColumn, &[&column.heading], vec![heading]);
            }
            let mut rows = Rows::new(grid, &columns, named_by, &signs, setting);
            rows.titled = over_all(grid, table, setting);
            above.resize(columns.columns.len(), None);
            rows.read(section, lines, &mut hold, &mut headings, (above, &mut reader, into, &mut passed));
        }
    }
    report(grid, &sections, passed, into);
    !sections.is_empty()
}

impl Hold {
    /// Takes in the block above a heading: labels hold for the sheet from here on, titles for the table below.
    fn take_block<'a>(&mut self, grid: &Grid<'a>, section: &Section, headings: &mut Headings<'a>, passed: &mut Passed) {
        let rows = &grid.rows()[section.block.0..section.block.1];
        let (said, labelled) = once::of_labels(grid, rows, headings);
        self.sheet.extend(said);
        for (row, labelled) in rows.iter().zip(labelled) {
            pass(grid, row, if labelled { Reason::Label } else { Reason::GroupLine }, passed);
            if labelled || row.cells.len() > 3 {
                continue;
            }
            for cell in &row.cells {
                let says_nothing = once::of_title(row, cell.column, headings).is_empty();
                if !(says_nothing && (section.block.0 == 0 || row.cells.len() > 1)) {
                    self.take_group(row, cell.column, headings);
                }
            }
        }
    }

    /// Takes in a line over a group of rows: it ends the groups of its own kind and those within them.
    fn take_group<'a>(&mut self, row: &'a Row, column: u32, headings: &mut Headings<'a>) {
        let text = row.value(column).and_then(words).unwrap_or_default();
        let before = fold(text).chars().take_while(|letter| !letter.is_alphabetic()).collect::<Vec<_>>();
        let mark: String = before.into_iter().map(|letter| if letter.is_numeric() { '0' } else { letter }).collect();
        if let Some(at) = self.groups.iter().position(|(of, _)| *of == mark) {
            self.groups.truncate(at);
        }
        self.groups.push((mark, once::of_title(row, column, headings)));
    }

    /// What holds for a record: what is said nearest.
    fn said(&self) -> BTreeMap<Concept, &Said> {
        let groups = self.groups.iter().flat_map(|(_, said)| said.iter());
        self.sheet.iter().chain(groups).map(|(concept, said)| (*concept, said)).collect()
    }
}

/// Reads the rows of one table.
struct Rows<'t, 'a> {
    grid: &'t Grid<'a>,
    table: &'t Header,
    name_column: Option<(usize, Column)>,
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
        Self { grid, table, name_column, legends, plain, setting, blank: Value::Text("".into()), titled: AllSaid::new() }
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
                    record.push(Written { column, value: &self.blank, own: &self.blank, at: Some(at), legend });
                }
                continue;
            };
            let value = self.meant(own, place, above, at, into);
            above[place] = value;
            let Some(value) = value else {
                continue;
            };
            match &self.name_column {
                Some((named, name)) if *named == place => {
                    record.push(Written { column: name, value, own, at: Some(at), legend: &self.plain });
                    if column.about != About::Beside {
                        record.push(Written { column, value, own, at: Some(at), legend });
                    }
                }
                _ => record.push(Written { column, value, own, at: Some(at), legend }),
            }
        }
    }

    /// What a cell says: itself, or for 同上 the cell above, for 同左 the cell to the left.
    fn meant(&self, own: &'a Value, place: usize, above: &[Option<&'a Value>], at: Address, into: &mut Read) -> Option<&'a Value> {
        let Some(text) = words(own).filter(|text| text.chars().nth(MOST_LETTERS_OF_DITTO).is_none()) else {
            return Some(own);
        };
        let meant = match self.setting.vocabulary.signs.whole(&fold(text)) {
            Some(Sign::Ditto) => above[place],
            Some(Sign::DittoLeft) if place > 0 => above[place - 1],
            _ => return Some(own),
        };
        if meant.is_none() {
            let source = source(Field::OtherColumns, &self.grid.sheet, at, own);
            into.found.push(Some(into.entries.len()), Code::DittoWithoutAbove, vec![source.text.clone()], vec![source]);
        }
        meant
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
                record.push(Written { column: &said.column, value: &said.value, own: &said.value, at: said.at, legend: &self.plain });
            }
        }
    }

    fn finish(&self, row: &Row, record: &[Written<'_>], reader: &mut Reader<'_>, into: &mut Read) {
        let position = into.entries.len();
        let entry = reader.entry(record, position, &mut into.found);
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

fn pass(grid: &Grid<'_>, row: &Row, reason: Reason, passed: &mut Passed) {
    if let Some(cell) = row.cells.first() {
        let at = Address { row: row.number, column: cell.column };
        passed.entry(reason).or_default().push(source(Field::OtherColumns, &grid.sheet, at, &cell.value));
    }
}

/// What the group heading says that stands over all columns of a table, as over one of two tables side by side.
fn over_all(grid: &Grid<'_>, table: &Header, setting: Setting<'_>) -> AllSaid {
    let top = &grid.rows()[table.rows.0];
    let outer = |column: &Column| column.group.split('／').next().unwrap_or_default().to_owned();
    let (Some(first), true) = (table.columns.first(), table.rows.0 < table.rows.1) else {
        return AllSaid::new();
    };
    let title = outer(first);
    if title.is_empty() || table.columns.iter().any(|column| outer(column) != title) {
        return AllSaid::new();
    }
    once::of_heading(&title, Address { row: top.number, column: first.index }, setting.vocabulary)
}

fn reads_blank(column: &Column) -> bool {
    use Concept::{Disclosure, Entrusted, Entrustees, IndividualNumber, JointUses, JointlyUsed, Provided, Recipients, SpecialCare};
    let whether = [Disclosure, Entrusted, Entrustees, IndividualNumber, JointUses, JointlyUsed, Provided, Recipients, SpecialCare];
    matches!(column.about, About::One(concept) if whether.contains(&concept))
}

/// Matters that a column of one of them answers too.
fn family(concept: Concept) -> Vec<Concept> {
    use Concept::{Entrusted, Entrustees, JointUses, JointlyUsed, Media, MediumElectronic, MediumOther, MediumPaper, Provided, Recipients};
    let families: [&[Concept]; 4] = [
        &[Entrusted, Entrustees],
        &[Provided, Recipients],
        &[JointlyUsed, JointUses],
        &[Media, MediumPaper, MediumElectronic, MediumOther],
    ];
    families.into_iter().find(|family| family.contains(&concept)).map_or_else(|| vec![concept], <[Concept]>::to_vec)
}

fn pass_heading(grid: &Grid<'_>, section: &Section, passed: &mut Passed) {
    let Some(table) = section.tables.first() else {
        return;
    };
    for row in &grid.rows()[table.rows.0..=table.rows.1] {
        pass(grid, row, Reason::Heading, passed);
    }
}

/// Says which rows were passed over and why, and what is hidden.
fn report(grid: &Grid<'_>, sections: &[Section], passed: Passed, into: &mut Read) {
    for (reason, mut sources) in passed {
        let count = sources.len().to_string();
        sources.truncate(MOST_CELLS);
        let [japanese, english] = reason.words();
        into.found.note(Code::RowPassedOver, &[japanese, english, &count], sources);
    }
    let Some(first) = sections.first() else {
        return;
    };
    let mut unknown: Vec<Source> = Vec::new();
    let mut hidden: Vec<Source> = Vec::new();
    for table in &first.tables {
        for column in &table.columns {
            let at = Address { row: grid.rows()[table.rows.1].number, column: column.index };
            let at_heading =
                Source { field: Field::OtherColumns, sheet: grid.sheet.clone(), cell: at.to_string().into(), text: column.heading.clone() };
            if grid.table.hidden_columns.contains(&column.index) {
                hidden.push(at_heading.clone());
            }
            if column.about == About::Beside {
                unknown.push(at_heading);
            }
        }
    }
    if !unknown.is_empty() {
        let words = unknown.iter().map(|source| source.text.as_ref()).collect::<Vec<_>>().join("、");
        into.found.note(Code::ColumnKeptBeside, &[&words], unknown);
    }
    if !hidden.is_empty() {
        let words = hidden.iter().map(|source| source.text.as_ref()).collect::<Vec<_>>().join("、");
        into.found.note(Code::HiddenColumns, &[&words], hidden);
    }
    let body = sections.iter().flat_map(|section| &grid.rows()[section.body.0..section.body.1]);
    let rows: Vec<Source> = body
        .filter(|row| row.hidden)
        .filter_map(|row| {
            let cell = row.cells.first()?;
            Some(source(Field::OtherColumns, &grid.sheet, Address { row: row.number, column: cell.column }, &cell.value))
        })
        .collect();
    if !rows.is_empty() {
        let count = rows.len().to_string();
        into.found.note(Code::HiddenRows, &[&count], rows.into_iter().take(MOST_CELLS).collect());
    }
}
