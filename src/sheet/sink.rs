//! Where every format's reader puts its cells: one place for what a cell may be and how many there may be.

use std::borrow::Cow;
use std::io::{self, BufWriter, Write};

use foldhash::{HashMap, HashMapExt as _};

use super::frame::{self, Ending, Frame, WireCell, WireValue};
use super::limits;
use super::refusal::Reason;
use super::remark::RemarkKind;
use super::table::Address;

/// How many bytes of cells are gathered before they are sent, even within a row.
const BATCH_BYTES: usize = 4 << 20;

/// The way out of the child: tables, their cells row by row, remarks, and how it ended.
pub(super) struct Sink<W: Write> {
    out: BufWriter<W>,
    scratch: Vec<u8>,
    table: String,
    row: u32,
    row_cells: u32,
    batch: Vec<u8>,
    cells: u64,
    bytes: u64,
    remarks: u32,
    kept: u32,
}

/// Texts that a workbook has once for all cells, by where in memory they are: each is sent once, and then by its number.
pub(super) struct Shared<'a>(HashMap<usize, (&'a str, u32)>);

impl<'a> Shared<'a> {
    /// None sent yet.
    pub(super) fn new() -> Self {
        Self(HashMap::new())
    }

    fn number(&self, text: &'a str) -> Option<u32> {
        let (known, number) = self.0.get(&text.as_ptr().addr())?;
        std::ptr::eq(*known, text).then_some(*number)
    }
}

impl<W: Write> Sink<W> {
    /// A sink that writes there.
    pub(super) fn new(out: W) -> Self {
        Self {
            out: BufWriter::with_capacity(1 << 16, out),
            scratch: Vec::new(),
            table: String::new(),
            row: 0,
            row_cells: 0,
            batch: Vec::new(),
            cells: 0,
            bytes: 0,
            remarks: 0,
            kept: 0,
        }
    }

    /// Begins a sheet.
    pub(super) fn begin(&mut self, name: &str, hidden: bool) -> Result<(), Reason> {
        fits_as_name(name)?;
        name.clone_into(&mut self.table);
        self.send(&Frame::Table { name, hidden, tree: false })
    }

    /// Begins a tree of values.
    pub(super) fn begin_tree(&mut self, name: &str) -> Result<(), Reason> {
        fits_as_name(name)?;
        name.clone_into(&mut self.table);
        self.send(&Frame::Table { name, hidden: false, tree: true })
    }

    /// Says about how many rows will come, for the person who waits; it may be wrong.
    pub(super) fn foresee(&mut self, rows: usize) -> Result<(), Reason> {
        let rows = u32::try_from(rows).unwrap_or(u32::MAX).min(limits::ROWS);
        self.send(&Frame::Foreseen { rows })
    }

    /// Takes a cell of a text that is the workbook's for all cells.
    pub(super) fn shared<'a>(&mut self, at: Address, text: &'a str, shared: &mut Shared<'a>) -> Result<(), Reason> {
        if let Some(number) = shared.number(text) {
            return self.cell(at, WireValue::Again(number));
        }
        // Of one that is cut off each cell is told.
        if is_blank(text) || text.len() > limits::CELL_CHARACTERS {
            return self.cell(at, WireValue::Text(Cow::Borrowed(text)));
        }
        self.cell(at, WireValue::Kept(Cow::Borrowed(text)))?;
        shared.0.insert(text.as_ptr().addr(), (text, self.kept));
        self.kept += 1;
        Ok(())
    }

    /// Takes a cell; one of white space alone is none. Cells come row by row, though a later row may come before an earlier one.
    pub(super) fn cell(&mut self, at: Address, value: WireValue<'_>) -> Result<(), Reason> {
        let value = match value {
            WireValue::Text(text) if is_blank(&text) => return Ok(()),
            WireValue::Text(text) => WireValue::Text(self.fit(at, one_line_end(text))?),
            WireValue::Kept(text) => WireValue::Kept(self.fit(at, one_line_end(text))?),
            WireValue::Formula(text) => WireValue::Formula(self.fit(at, text)?),
            other => other,
        };
        if at.row == 0 || at.row > limits::ROWS || at.column >= limits::COLUMNS {
            return Err(Reason::Broken(Some(self.table.as_str().into())));
        }
        if at.row != self.row || self.batch.len() > BATCH_BYTES {
            self.flush_row()?;
            self.row = at.row;
        }
        self.cells += 1;
        if self.cells > limits::CELLS {
            return Err(Reason::TooManyCells);
        }
        let batch = std::mem::take(&mut self.batch);
        self.batch = postcard::to_extend(&WireCell { column: at.column, value }, batch).map_err(|_| Reason::ReaderFailed)?;
        self.row_cells += 1;
        Ok(())
    }

    /// Refuses at once so many more cells as would be refused at the last of them.
    pub(super) fn expect(&self, cells: u64) -> Result<(), Reason> {
        if self.cells.saturating_add(cells) > limits::CELLS { Err(Reason::TooManyCells) } else { Ok(()) }
    }

    /// Ends the sheet.
    pub(super) fn end(&mut self, ending: Ending) -> Result<(), Reason> {
        self.flush_row()?;
        if ending.merges.len() > limits::MERGES {
            return Err(Reason::TooManyMerges);
        }
        self.send(&Frame::End(ending))
    }

    /// Says what was not taken over as it stands, in the sheet that began last.
    pub(super) fn remark(&mut self, address: Option<Address>, kind: RemarkKind) -> Result<(), Reason> {
        let table = std::mem::take(&mut self.table);
        let said = self.remark_on(&table, address, kind);
        self.table = table;
        said
    }

    /// Says what was not taken over as it stands, in a sheet that is not read.
    pub(super) fn remark_on(&mut self, table: &str, address: Option<Address>, kind: RemarkKind) -> Result<(), Reason> {
        fits_as_name(table)?;
        self.remarks = self.remarks.saturating_add(1);
        if self.remarks > limits::REMARKS {
            return Ok(());
        }
        self.send(&Frame::Remark { table, address, kind })
    }

    /// Whether any cell was taken so far.
    pub(super) fn is_filled(&self) -> bool {
        self.cells > 0
    }

    /// Says how it ended, the last thing that is said.
    pub(super) fn finish(mut self, result: Result<(), (Option<String>, Reason)>) -> io::Result<()> {
        let further = self.remarks.saturating_sub(limits::REMARKS);
        let last = match result {
            Ok(()) => {
                if further > 0 {
                    let kind = RemarkKind::Further(further);
                    frame::write(&Frame::Remark { table: "", address: None, kind }, &mut self.scratch, &mut self.out)?;
                }
                Frame::Done
            }
            Err((file, reason)) => Frame::Refused { file, reason },
        };
        frame::write(&last, &mut self.scratch, &mut self.out)?;
        self.out.flush()
    }

    fn flush_row(&mut self) -> Result<(), Reason> {
        if self.row_cells == 0 {
            return Ok(());
        }
        let batch = std::mem::take(&mut self.batch);
        let sent = self.send(&Frame::Cells { row: self.row, count: self.row_cells, cells: &batch });
        self.batch = batch;
        self.batch.clear();
        self.row_cells = 0;
        sent
    }

    fn send(&mut self, frame: &Frame<'_>) -> Result<(), Reason> {
        frame::write(frame, &mut self.scratch, &mut self.out).map_err(|_| Reason::ReaderFailed)?;
        self.bytes += self.scratch.len() as u64;
        if self.bytes > limits::OUTPUT_BYTES { Err(Reason::TooMuchText) } else { Ok(()) }
    }

    fn fit<'a>(&mut self, at: Address, text: Cow<'a, str>) -> Result<Cow<'a, str>, Reason> {
        // A character has at least one byte, so most texts are known to fit without being counted.
        if text.len() <= limits::CELL_CHARACTERS {
            return Ok(text);
        }
        let Some((end, _)) = text.char_indices().nth(limits::CELL_CHARACTERS) else { return Ok(text) };
        self.remark(Some(at), RemarkKind::TruncatedCell)?;
        Ok(Cow::Owned(text[..end].to_owned()))
    }
}

fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// Refuses a sheet's name that no program writes: it is sent again with each remark, and named where the sheet is refused.
fn fits_as_name(name: &str) -> Result<(), Reason> {
    if name.len() > limits::CELL_CHARACTERS { Err(Reason::TooMuchText) } else { Ok(()) }
}

/// The text with every line end as `\n`, whichever the format writes.
fn one_line_end(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { text }
}
