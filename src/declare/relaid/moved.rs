//! Where the cells of one sheet laid out anew stood before.

use std::collections::BTreeMap;

use crate::ledger::Text;
use crate::sheet::table::Address;

/// What was moved, and how: rows drawn into the one above them, columns taken out, and single cells.
#[derive(Debug, Default)]
pub(super) struct Moved {
    /// The numbers of the rows that were drawn into the one above them, ascending.
    pub rows: Vec<u32>,
    /// For each column now, how many rows further down its cells stood, and in which column; none for a sheet without such rows.
    pub spread: Vec<(u32, u32)>,
    /// From which column on the cells stand further left than before, and by how many columns.
    pub columns: Option<(u32, u32)>,
    /// Single cells: where each stood.
    pub cells: BTreeMap<Address, Address>,
    /// What stood in cells, by where they stand, in which other words stand now.
    pub texts: BTreeMap<Address, Text>,
}

impl Moved {
    /// Where a cell stood before.
    pub(super) fn truth(&self, at: Address) -> Address {
        if let Some(before) = self.cells.get(&at) {
            return *before;
        }
        let row = self.row_before(at.row);
        match self.columns {
            Some((from, by)) if at.column >= from => Address { row, column: at.column + by },
            _ => match usize::try_from(at.column).ok().and_then(|place| self.spread.get(place)) {
                Some((down, column)) => Address { row: row + down, column: *column },
                None => Address { row, column: at.column },
            },
        }
    }

    /// The number that a row has now; that of the row above it where it was drawn into that.
    pub(super) fn row_now(&self, before: u32) -> u32 {
        before - number(self.rows.partition_point(|row| *row <= before))
    }

    pub(super) fn row_before(&self, now: u32) -> u32 {
        // The number of a row drawn in, less those drawn in above it, does not descend.
        let (mut low, mut high) = (0, self.rows.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.rows[middle] - number(middle) <= now {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        now + number(low)
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
