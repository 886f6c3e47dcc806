//! The rows of one table of a ledger sheet as entries. What a line between them says holds from there on; between two such lines records
//! take nothing from each other but 同上, so a long table is read in pieces, several at once.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use crate::finding::Code;
use crate::ledger::Field;
use crate::sheet::table::{Address, Row, Value};
use crate::vocabulary::Concept;

use super::cell::{self, Legend};
use super::column::{About, Column};
use super::found::source;
use super::grid::{Grid, Standing, words};
use super::halves::department_and_place;
use super::header::{Header, Headings};
use super::hold::{Hold, family};
use super::in_order::in_order;
use super::line::{Line, Reason};
use super::mention::{Passed, pass};
use super::once::{self, AllSaid, Said};
use super::read::{Origin, Read, Setting};
use super::record::{Reader, Written};
use super::section::Section;
use super::settle::concepts;
use super::signs::Signs;

/// The most letters that say 同上, with spaces between.
const MOST_LETTERS_OF_DITTO: usize = 32;

/// How many records are a piece, or few more: as many as make it no matter that each piece learns its words anew.
const PIECE: usize = 2_048;

/// What records take over from those above them.
pub(super) struct Carried<'a> {
    /// What the cell above says, by the place of its column in the table.
    above: Vec<Option<&'a Value>>,
    reader: Reader<'a>,
}

impl<'a> Carried<'a> {
    /// Nothing yet.
    pub(super) fn new(grid: &Grid<'a>, setting: Setting<'a>) -> Self {
        // The sheet's name is shared with each cell: processors that count the uses of one together wait for each other.
        let sheet = Arc::new((*grid.sheet).clone());
        Self { above: Vec::new(), reader: Reader::new(sheet, setting.home, setting.vocabulary) }
    }
}

/// Rows between two lines that say something for those below them.
struct Stretch<'r, 'a> {
    rows: &'a [Row],
    lines: &'r [Line],
    /// What holds for all of them.
    said: BTreeMap<Concept, &'r Said>,
}

/// Reads the rows of one table.
pub(super) struct Rows<'t, 'a> {
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
    pub titled: AllSaid,
}

impl<'t, 'a> Rows<'t, 'a> {
    pub(super) fn new(grid: &'t Grid<'a>, table: &'t Header, naming: Option<usize>, signs: &Signs, setting: Setting<'a>) -> Self {
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

    /// Reads a section's rows, each of which was told what it is.
    pub(super) fn read(
        &self,
        section: &Section,
        lines: &[Line],
        hold: &mut Hold,
        headings: &mut Headings<'a>,
        (carried, into, passed): (&mut Carried<'a>, &mut Read, &mut Passed),
    ) {
        let mut rows = &self.grid.rows()[section.body.0..section.body.1];
        let mut lines = &lines[..rows.len()];
        while !rows.is_empty() {
            let length = lines.iter().take_while(|line| !matches!(line, Line::Group | Line::Label)).count();
            let (of_stretch, of_rest) = (rows.split_at(length), lines.split_at(length));
            for (row, line) in of_stretch.0.iter().zip(of_rest.0) {
                if let Line::Passed(reason) = line {
                    pass(self.grid, row, *reason, passed);
                }
            }
            let mut said = hold.said();
            said.extend(self.titled.iter().map(|(concept, said)| (*concept, said)));
            self.stretch(&Stretch { rows: of_stretch.0, lines: of_rest.0, said }, carried, into);
            (rows, lines) = (of_stretch.1, of_rest.1);
            if let (Some((row, below)), Some((line, of_below))) = (rows.split_first(), lines.split_first()) {
                self.take_line(row, *line, hold, headings, passed);
                (rows, lines) = (below, of_below);
            }
        }
    }

    /// Takes in a line that says something for the rows below it.
    fn take_line(&self, row: &'a Row, line: Line, hold: &mut Hold, headings: &mut Headings<'a>, passed: &mut Passed) {
        if line == Line::Group {
            let column = row.cells.first().map_or(0, |cell| cell.column);
            let is_likely = hold.take_group(row, column, headings);
            hold.add_to_group(row, headings);
            let says_something = hold.groups.last().is_some_and(|(_, said)| !said.is_empty());
            let reason = match (says_something, is_likely) {
                (_, true) => Reason::GroupLikely,
                (true, false) => Reason::GroupLine,
                (false, false) => Reason::GroupUnknown,
            };
            pass(self.grid, row, reason, passed);
        } else {
            pass(self.grid, row, Reason::Label, passed);
            hold.sheet.extend(once::of_labels(self.grid, std::slice::from_ref(row), headings).0);
        }
    }

    /// Reads the records of a stretch, in pieces.
    fn stretch(&self, stretch: &Stretch<'_, 'a>, carried: &mut Carried<'a>, into: &mut Read) {
        let records = self.records(stretch);
        if records.is_empty() {
            return;
        }
        into.expect(records.len());
        let nothing = || Carried::new(self.grid, self.setting);
        // The first goes on where those before it ended.
        let mut before = Some(std::mem::replace(carried, nothing()));
        let pieces = self.pieces(stretch, &records).into_iter().map(|records| (records, before.take().unwrap_or_else(nothing)));
        in_order(
            pieces,
            |(records, before)| self.piece(stretch, records, before),
            |(last, piece)| {
                into.append(piece);
                *carried = last;
            },
        );
    }

    /// The records of a stretch, each as the rows that it takes up.
    fn records(&self, stretch: &Stretch<'_, 'a>) -> Vec<Range<usize>> {
        let Stretch { rows, lines, .. } = stretch;
        let mut records: Vec<Range<usize>> = Vec::new();
        for (nth, line) in lines.iter().enumerate().filter(|(_, line)| matches!(line, Line::Entry | Line::Continues)) {
            match records.last_mut() {
                Some(record) if record.end == nth && self.goes_on(&rows[record.start], &rows[nth], *line) => record.end += 1,
                _ => records.push(nth..nth + 1),
            }
        }
        records
    }

    /// The records in pieces. All but the first begin with a row that takes nothing over from above.
    fn pieces<'r>(&self, stretch: &Stretch<'_, 'a>, records: &'r [Range<usize>]) -> Vec<&'r [Range<usize>]> {
        let (mut pieces, mut rest) = (Vec::new(), records);
        while let Some(beyond) = rest.get(PIECE..)
            && let Some(more) = beyond.iter().position(|record| self.stands_alone(&stretch.rows[record.start]))
        {
            let (piece, after) = rest.split_at(PIECE + more);
            pieces.push(piece);
            rest = after;
        }
        pieces.push(rest);
        pieces
    }

    /// Whether no cell of a row says 同上, alone or among other words.
    fn stands_alone(&self, row: &'a Row) -> bool {
        let (vocabulary, plain) = (self.setting.vocabulary, Legend::default());
        let says_ditto = |text: &str| {
            let names = cell::parties(text, vocabulary, &plain).value.names;
            let words = [names, cell::list(text, vocabulary), cell::sentences(text, vocabulary)].concat();
            cell::is_ditto(text, vocabulary) || words.iter().any(|word| cell::is_ditto(word, vocabulary))
        };
        let mut standing = self.table.columns.iter().filter_map(|column| self.grid.at(row, column.index));
        !standing.any(|cell| words(cell.value).is_some_and(says_ditto))
    }

    /// Reads records one after the other.
    fn piece(&self, stretch: &Stretch<'_, 'a>, records: &[Range<usize>], mut carried: Carried<'a>) -> (Carried<'a>, Read) {
        let mut into = Read::default();
        carried.above.resize(self.table.columns.len(), None);
        let mut record = Vec::with_capacity(self.table.columns.len() + 4);
        for rows in records {
            record.clear();
            let (first, further) = (&stretch.rows[rows.start], rows.start + 1..rows.end);
            self.cells(first, &mut carried.above, &mut record, &mut into);
            for nth in further {
                self.more(&stretch.rows[nth], stretch.lines[nth], &mut carried.above, &mut record, &mut into);
            }
            self.add_said(&stretch.said, &mut record);
            self.finish(first, &record, &mut carried.reader, &mut into);
        }
        (carried, into)
    }

    /// The cells of a row under their columns, 同上 resolved.
    fn cells<'w>(&'w self, row: &'a Row, above: &mut [Option<&'a Value>], record: &mut Vec<Written<'w>>, into: &mut Read)
    where
        'a: 'w,
    {
        let mut next = 0;
        for (place, column) in self.table.columns.iter().enumerate() {
            let legend = &self.legends[place];
            let Some(Standing { at, value: own }) = self.grid.in_turn(row, column.index, &mut next) else {
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
        let meant = if cell::is_ditto(text, self.setting.vocabulary) {
            above[place]
        } else if cell::is_ditto_left(text, self.setting.vocabulary) {
            self.left_of(place).and_then(|left| above[left])
        } else {
            return Some(own);
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
            let is_answered = |column: &Column| {
                let asks = family(*concept).iter().any(|of| column.concerns(*of)) || is_like_manager(*concept, column);
                asks && !(*concept == Concept::Department && self.says_place_alone(column, record))
            };
            if !self.table.columns.iter().any(is_answered) {
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

    /// Whether a column that asks for who keeps it and where has but the place for a record: whose it is may be said once for many.
    fn says_place_alone(&self, column: &Column, record: &[Written<'_>]) -> bool {
        let asks_both =
            matches!(column.about, About::Two(Concept::Department, Concept::Places) | About::Two(Concept::Places, Concept::Department));
        let said = || record.iter().filter(|written| written.column.index == column.index && written.at.is_some());
        asks_both && said().all(|written| department_and_place(&written.value.text(), self.setting.vocabulary).0.is_none())
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

/// Whether a column that no field takes names who answers for each record, so that whoever answers for all of them does not: 課責任者 beside
/// 事務取扱責任者：代表社員 above the table.
fn is_like_manager(concept: Concept, column: &Column) -> bool {
    concept == Concept::Manager && column.about == About::Beside && column.heading.contains("責任者")
}

/// Whether a blank cell says something where a legend says what it does.
pub(super) fn reads_blank(column: &Column) -> bool {
    use Concept::{Disclosure, Entrusted, Entrustees, IndividualNumber, JointUses, JointlyUsed, Provided, Recipients, SpecialCare};
    let whether = [Disclosure, Entrusted, Entrustees, IndividualNumber, JointUses, JointlyUsed, Provided, Recipients, SpecialCare];
    matches!(column.about, About::One(concept) if whether.contains(&concept))
}
