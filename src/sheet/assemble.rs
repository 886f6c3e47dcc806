//! The workbook from the child's messages. Nothing that the child says is trusted: neither how much there is, nor its order.

use std::collections::{BTreeSet, HashSet};
use std::io::Read;
use std::sync::Arc;

use chrono::DateTime;

use super::frame::{self, Ending, Frame, WireCell, WireValue};
use super::limits;
use super::refusal::Reason;
use super::remark::Remark;
use super::table::{Address, Area, Cell, Row, Table, Value, Workbook};

/// How many rows there are between two reports of progress.
const PROGRESS_ROWS: u64 = 1_000;
/// How many rows are looked at to take away the cells under merged areas, so that areas that lie on one another cost no more.
const COVERED_ROWS: usize = 50_000_000;

/// How far reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rows {
    /// Rows read so far.
    pub read: u64,
    /// About how many there are in the sheets that have begun, where the file says so; it may be wrong.
    pub expected: Option<u64>,
}

/// How the child's messages ended.
pub(super) enum Outcome<T> {
    /// All of it came.
    Whole(T),
    /// The child refused; the one file of a folder that is to blame, if any, and why.
    Refused(Option<String>, Reason),
    /// The messages broke off, or made no sense.
    BrokeOff,
}

/// Takes in the child's messages until they end, and reports the number of rows so far now and then.
pub(super) fn assemble(mut from: impl Read, progress: &dyn Fn(Rows)) -> Outcome<Workbook> {
    let mut assembly = Assembly::default();
    let mut buffer = Vec::new();
    let mut reported = 0;
    while let Ok(true) = frame::read(&mut from, limits::FRAME_BYTES, &mut buffer) {
        let Ok(frame) = postcard::from_bytes::<Frame<'_>>(&buffer) else { break };
        match frame {
            Frame::Done => {
                progress(assembly.so_far());
                return Outcome::Whole(assembly.workbook);
            }
            Frame::Refused { file, reason } => return Outcome::Refused(file, reason),
            other => match assembly.take(other) {
                Ok(()) => {}
                Err(Some(reason)) => return Outcome::Refused(None, reason),
                Err(None) => break,
            },
        }
        if assembly.rows >= reported + PROGRESS_ROWS {
            reported = assembly.rows;
            progress(assembly.so_far());
        }
    }
    Outcome::BrokeOff
}

#[derive(Default)]
struct Assembly {
    workbook: Workbook,
    /// Every text once, however many cells have it.
    texts: HashSet<Arc<str>>,
    text_bytes: u64,
    /// Texts that cells name by their number.
    kept: Vec<Arc<str>>,
    cells: u64,
    rows: u64,
    foreseen: Option<u64>,
    /// Whether a cell of the open table came after one that stands behind it.
    is_unordered: bool,
}

impl Assembly {
    fn so_far(&self) -> Rows {
        Rows { read: self.rows, expected: self.foreseen }
    }

    /// Takes in a message; the error is a limit that was passed, or nothing for a message that makes no sense.
    fn take(&mut self, frame: Frame<'_>) -> Result<(), Option<Reason>> {
        match frame {
            Frame::Table { name, hidden, tree } => {
                if self.workbook.tables.len() >= limits::SHEETS {
                    return Err(None);
                }
                let name = self.text(name)?;
                self.workbook.tables.push(Table { name, hidden, tree, ..Table::default() });
                self.is_unordered = false;
            }
            Frame::Foreseen { rows } => {
                let rows = u64::from(rows.min(limits::ROWS));
                self.foreseen = Some(self.foreseen.unwrap_or(0).saturating_add(rows));
            }
            Frame::Cells { row, count, cells } => self.cells(row, count, cells)?,
            Frame::End(ending) => close(self.workbook.tables.last_mut().ok_or(None)?, ending, self.is_unordered),
            Frame::Remark { table, address, kind } => {
                if self.workbook.remarks.len() > limits::REMARKS as usize {
                    return Err(None);
                }
                let table = self.text(table)?;
                self.workbook.remarks.push(Remark { table, address, kind });
            }
            Frame::Refused { .. } | Frame::Done => return Err(None),
        }
        Ok(())
    }

    fn cells(&mut self, number: u32, count: u32, mut bytes: &[u8]) -> Result<(), Option<Reason>> {
        self.cells += u64::from(count);
        // A cell has at least two bytes.
        if self.cells > limits::CELLS || count as usize > bytes.len() || !(1..=limits::ROWS).contains(&number) {
            return Err(None);
        }
        // A count is only believed as far as a row can have columns.
        let mut cells = Vec::with_capacity(count.min(limits::COLUMNS) as usize);
        for _ in 0..count {
            let (cell, rest) = postcard::take_from_bytes::<WireCell<'_>>(bytes).map_err(|_| None)?;
            bytes = rest;
            if cell.column >= limits::COLUMNS {
                return Err(None);
            }
            self.is_unordered |= cells.last().is_some_and(|before: &Cell| before.column >= cell.column);
            cells.push(Cell { column: cell.column, value: self.value(cell.value)? });
        }
        let table = self.workbook.tables.last_mut().ok_or(None)?;
        match table.rows.last_mut() {
            Some(row) if row.number == number => {
                self.is_unordered = true;
                row.cells.append(&mut cells);
            }
            last => {
                self.is_unordered |= last.is_some_and(|row| row.number > number);
                self.rows += 1;
                table.rows.push(Row { number, hidden: false, cells });
            }
        }
        Ok(())
    }

    fn value(&mut self, value: WireValue<'_>) -> Result<Value, Option<Reason>> {
        Ok(match value {
            WireValue::Text(text) => Value::Text(self.text(&text)?),
            WireValue::Kept(text) => {
                let text = self.text(&text)?;
                self.kept.push(Arc::clone(&text));
                Value::Text(text)
            }
            WireValue::Again(number) => Value::Text(Arc::clone(self.kept.get(number as usize).ok_or(None)?)),
            WireValue::Number(number) => Value::Number(number),
            WireValue::Boolean(truth) => Value::Boolean(truth),
            WireValue::Date(millis) => Value::Date(DateTime::from_timestamp_millis(millis).ok_or(None)?.naive_utc()),
            WireValue::Error(error) => Value::Error(self.text(&error)?),
            WireValue::Formula(formula) => Value::Formula(self.text(&formula)?),
        })
    }

    fn text(&mut self, text: &str) -> Result<Arc<str>, Option<Reason>> {
        if let Some(known) = self.texts.get(text) {
            return Ok(Arc::clone(known));
        }
        self.text_bytes += text.len() as u64;
        if self.text_bytes > limits::TEXT_BYTES {
            return Err(Some(Reason::TooMuchText));
        }
        let text: Arc<str> = text.into();
        self.texts.insert(Arc::clone(&text));
        Ok(text)
    }
}

/// Puts a table in order once all its cells are there.
fn close(table: &mut Table, ending: Ending, is_unordered: bool) {
    if is_unordered {
        order(&mut table.rows);
    }
    let hidden: BTreeSet<u32> = ending.hidden_rows.into_iter().collect();
    if !hidden.is_empty() {
        for row in &mut table.rows {
            row.hidden = hidden.contains(&row.number);
        }
    }
    table.hidden_columns = ending.hidden_columns.into_iter().filter(|column| *column < limits::COLUMNS).collect();
    table.merges = ending.merges.into_iter().filter_map(sound).collect();
    table.merges.sort_unstable();
    table.merges.dedup();
    uncover(&mut table.rows, &table.merges);
}

/// A merged area as far as it lies on a sheet; nothing where it is none, or of one cell.
fn sound(area: Area) -> Option<Area> {
    let Area { first, last } = area;
    let last = Address { row: last.row.min(limits::ROWS), column: last.column.min(limits::COLUMNS - 1) };
    (first.row > 0 && first < last && first.row <= last.row && first.column <= last.column).then_some(Area { first, last })
}

/// Rows ascending, cells ascending within; of two cells at one place the later one.
fn order(rows: &mut Vec<Row>) {
    if !rows.is_sorted_by(|a, b| a.number < b.number) {
        rows.sort_by_key(|row| row.number);
        rows.dedup_by(|later, earlier| {
            let same = later.number == earlier.number;
            if same {
                earlier.cells.append(&mut later.cells);
            }
            same
        });
    }
    for row in rows {
        if !row.cells.is_sorted_by(|a, b| a.column < b.column) {
            row.cells.sort_by_key(|cell| cell.column);
            row.cells.dedup_by(|later, earlier| {
                let same = later.column == earlier.column;
                if same {
                    std::mem::swap(later, earlier);
                }
                same
            });
        }
    }
}

/// Takes away what lies under a merged area beside its first cell: nobody who opens the workbook sees it. Each row is gone through
/// once, whatever the number of areas on it.
fn uncover(rows: &mut Vec<Row>, merges: &[Area]) {
    let mut looked_at = 0;
    let mut next = merges.iter().copied().peekable();
    let mut here: Vec<Area> = Vec::new();
    for row in rows.iter_mut() {
        here.retain(|area| area.last.row >= row.number);
        while let Some(area) = next.next_if(|area| area.first.row <= row.number) {
            if area.last.row >= row.number {
                here.push(area);
            }
        }
        looked_at += here.len();
        if looked_at > COVERED_ROWS {
            break;
        }
        if !here.is_empty() {
            uncover_row(row, &here);
        }
    }
    rows.retain(|row| !row.cells.is_empty());
}

/// Takes away the cells of a row that lie under one of the areas on it.
fn uncover_row(row: &mut Row, areas: &[Area]) {
    let number = row.number;
    // From the left; the columns that an area covers here begin after its first cell, where that is in this row.
    let mut covered: Vec<(u32, u32)> = areas
        .iter()
        .map(|area| (area.first.column + u32::from(area.first.row == number), area.last.column))
        .filter(|(first, last)| first <= last)
        .collect();
    covered.sort_unstable();
    let mut covered = covered.into_iter().peekable();
    let mut covered_to = None;
    row.cells.retain(|cell| {
        while let Some((_, last)) = covered.next_if(|(first, _)| *first <= cell.column) {
            covered_to = covered_to.max(Some(last));
        }
        covered_to.is_none_or(|last| last < cell.column)
    });
}

#[cfg(test)]
mod tests {
    use super::super::sink::{Shared, Sink};
    use super::*;

    fn sent(send: impl FnOnce(&mut Sink<&mut Vec<u8>>)) -> Outcome<Workbook> {
        let mut bytes = Vec::new();
        let mut sink = Sink::new(&mut bytes);
        sink.begin("台帳", false).unwrap();
        send(&mut sink);
        sink.end(Ending::default()).unwrap();
        sink.finish(Ok(())).unwrap();
        assemble(bytes.as_slice(), &|_| {})
    }

    #[test]
    fn a_text_that_many_cells_have_is_sent_once_and_is_the_same_in_each() {
        let texts = ["氏名", "住\r\n所", " ", "氏名"].map(String::from);
        let mut shared = Shared::new();
        let outcome = sent(|sink| {
            for (row, at) in (1..).zip([0, 1, 2, 0, 1, 3]) {
                sink.shared(Address { row, column: 0 }, &texts[at], &mut shared).unwrap();
            }
        });
        let Outcome::Whole(workbook) = outcome else { panic!("it is whole") };
        let rows: Vec<_> = workbook.tables[0].rows.iter().map(|row| (row.number, row.cells[0].value.text())).collect();
        assert_eq!(rows, [(1, "氏名".into()), (2, "住\n所".into()), (4, "氏名".into()), (5, "住\n所".into()), (6, "氏名".into())]);
        let text = |row: usize| match &workbook.tables[0].rows[row].cells[0].value {
            Value::Text(text) => Arc::clone(text),
            other => panic!("{other:?}"),
        };
        assert!(Arc::ptr_eq(&text(0), &text(2)) && Arc::ptr_eq(&text(0), &text(4)) && Arc::ptr_eq(&text(1), &text(3)));
    }

    #[test]
    fn a_text_that_was_never_sent_makes_no_sense() {
        let outcome = sent(|sink| sink.cell(Address { row: 1, column: 0 }, WireValue::Again(0)).unwrap());
        assert!(matches!(outcome, Outcome::BrokeOff));
    }
}
